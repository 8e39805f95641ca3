"""Where the squares of days stand: all in one strip, or a strip for each year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QPoint, QRect, QSize

from planner.coach.charts import training_days_page
from planner.ui import dates, region, theme

PITCH_PX, LEAST_PITCH_PX = 17, 11  # from one square to the next; smaller ones are not told apart
BETWEEN_PX = 3
MONTHS_PX, GAP_PX = 18, 8
NAMES_PX = 34
YEAR_WEEKS = 54  # columns that any year fits into
LABEL_WEEKS = 4  # columns that the name of a month needs
DAY, WEEK = timedelta(days=1), timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class Strip:
    """Days from first to last, both included, in columns of a week from `start` on.

    `labels` are months over their columns.
    """

    first: date
    last: date
    start: date
    top: int
    labels: tuple[tuple[int, str], ...]
    title: str = ""

    @property
    def weeks(self) -> int:
        """How many columns there are."""
        return (self.last - self.start).days // 7 + 1


@dataclass(frozen=True, slots=True)
class DayLayout:
    """Strips from the top; `left` of the squares is room for names where strips have a title."""

    strips: tuple[Strip, ...]
    pitch: int
    left: int = 0

    @property
    def height(self) -> int:
        """Height of a strip with the names of its months."""
        return theme.grown(MONTHS_PX) + 7 * self.pitch

    @property
    def size(self) -> QSize:
        """What all strips need."""
        width = self.left + self.pitch * max(strip.weeks for strip in self.strips)
        return QSize(width, self.strips[-1].top + self.height)

    def strip_of(self, day: date) -> Strip | None:
        """Return the strip that has a day, or None."""
        return next((each for each in self.strips if each.first <= day <= each.last), None)

    def square(self, day: date) -> QRect:
        """Return where a day's square is, an empty one when it is nowhere."""
        strip = self.strip_of(day)
        return QRect() if strip is None else self.box(strip, day)

    def box(self, strip: Strip, day: date) -> QRect:
        """Return where the square of a strip's day is."""
        week, line = divmod((day - strip.start).days, 7)
        left = self.left + week * self.pitch
        side = self.pitch - BETWEEN_PX
        return QRect(left, strip.top + theme.grown(MONTHS_PX) + line * self.pitch, side, side)

    def day_at(self, spot: QPoint) -> date | None:
        """Return the day of the square at a place, or None."""
        week = (spot.x() - self.left) // self.pitch
        for strip in self.strips:
            line = (spot.y() - strip.top - theme.grown(MONTHS_PX)) // self.pitch
            if 0 <= line < 7 and week >= 0:
                day = strip.start + timedelta(days=7 * week + line)
                return day if strip.first <= day <= strip.last else None
        return None

    def columns(self, strip: Strip, seen: QRect) -> range:
        """Return the columns of a strip that an area shows."""
        if seen.bottom() < strip.top or seen.top() > strip.top + self.height:
            return range(0)
        since = max(0, (seen.left() - self.left) // self.pitch)
        return range(since, min(strip.weeks, (seen.right() - self.left) // self.pitch + 1))


def one_strip(first: date, last: date, width: int, most_px: int = PITCH_PX) -> DayLayout:
    """Return all days in one strip; few weeks have larger squares, up to `most_px` apart."""
    start = week_start(first)
    weeks = (last - start).days // 7 + 1
    pitch = min(max(width // weeks, theme.spread(PITCH_PX)), theme.spread(most_px))
    return DayLayout((Strip(start, last, start, 0, _labels(start, weeks)),), pitch)


def by_year(first: date, last: date, width: int) -> DayLayout | None:
    """Return a strip for each year, the newest above; None when a year has no room."""
    pitch = min((width - theme.grown(NAMES_PX)) // YEAR_WEEKS, theme.spread(PITCH_PX))
    if pitch < LEAST_PITCH_PX:
        return None
    tall = theme.grown(MONTHS_PX) + 7 * pitch + GAP_PX
    years = range(last.year, first.year - 1, -1)
    strips = [_year(year, last, place * tall) for place, year in enumerate(years)]
    return DayLayout(tuple(strips), pitch, theme.grown(NAMES_PX))


def fitting(
    first: date, last: date, width: int, most_px: int = PITCH_PX, stacked: bool = False
) -> DayLayout:
    """Return one strip, or one for each year when that is wanted and one strip has no room."""
    weeks = (last - week_start(first)).days // 7 + 1
    if stacked and weeks * theme.spread(PITCH_PX) > width and first.year < last.year:
        return by_year(first, last, width) or one_strip(first, last, width, most_px)
    return one_strip(first, last, width, most_px)


def week_start(day: date) -> date:
    """Return the first day of a day's week, as the reader counts weeks."""
    return training_days_page.week_start(day, region.first_weekday())


def _year(year: int, last: date, top: int) -> Strip:
    first = date(year, 1, 1)
    start = week_start(first)
    labels = tuple(
        ((date(year, month, 1) - start).days // 7, dates.month(date(year, month, 1)))
        for month in range(1, 13)
        if date(year, month, 1) <= last
    )
    return Strip(first, min(last, date(year, 12, 31)), start, top, labels, str(year))


def _labels(start: date, weeks: int) -> tuple[tuple[int, str], ...]:
    """Name the months over the weeks in which they begin, the first one and January with year."""
    begin = [week for week in range(weeks) if (start + week * WEEK).day <= 7]
    if not begin or begin[0] >= LABEL_WEEKS:
        begin.insert(0, 0)
    made = []
    for place, week in enumerate(begin):
        on = start + week * WEEK
        with_year = not place or on.month == 1
        made.append((week, dates.month_with_year(on) if with_year else dates.month(on)))
    return tuple(made)
