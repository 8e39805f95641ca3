"""A month of days: what was trained is tinted, days away have a line, today is filled.

Days with something planned that was not logged have a dashed edge, days with two sessions dots.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from datetime import date, timedelta

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QSizePolicy, QToolButton, QWidget

from planner.coach import absences
from planner.coach.wording import in_row
from planner.engine.terms import Absence
from planner.language import ntr, tr
from planner.ui import absence_words, dates, icons, log_words, region
from planner.ui.calendar_day import HEIGHT_PX, LEAST_WIDTH_PX, DayButton, DayLook, EnterButton
from planner.ui.month_title import MonthTitle
from planner.ui.widgets import column, label, row

WEEKS, DAYS = 6, 7
DAY = timedelta(days=1)
MONTHS_A_YEAR = 12
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -DAYS,
    Qt.Key.Key_Down: DAYS,
}
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class MonthCalendar(QWidget):
    """`chosen` carries a date, `month_shown` says that other days are visible now.

    `away_wanted` carries the first and last of the selected days, and `menu_wanted` them and
    where, on the screen.
    """

    chosen = Signal(object)
    month_shown = Signal()
    away_wanted = Signal(object, object)
    menu_wanted = Signal(object, object, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._today = self._chosen = self._first = date.min
        self._anchor: date | None = None  # where a selection of several days began
        self._end: date | None = None
        self._known: object = None  # all that the days show but for what is selected
        self._sessions: Mapping[date, int] = {}
        self._waiting: Set[date] = frozenset()
        self._away: Sequence[Absence] = ()
        self._shown: list[date] = []
        self.title = MonthTitle(self)
        self.days = [DayButton(self) for _ in range(WEEKS * DAYS)]
        self._names = [label("", "small", self) for _ in range(DAYS)]
        self._build()

    def visible_days(self) -> tuple[date, date]:
        """Return the first and last day of the month shown."""
        following = (self._first + timedelta(days=31)).replace(day=1)
        return self._first, following - DAY

    def show_day(self, chosen: date, today: date) -> None:
        """Turn to a day's month when another day was chosen, and ring the day."""
        if chosen != self._chosen:
            self._first = chosen.replace(day=1)
            self._select(None, None)
        self._chosen, self._today = chosen, today

    def show_marks(
        self, sessions: Mapping[date, int], waiting: Set[date], away: Sequence[Absence]
    ) -> None:
        """Show the month: sessions of each day, days that wait for one, and days away."""
        known = self._first, self._chosen, self._today, sessions, waiting, list(away)
        if known == self._known:
            return
        self._known = known
        self._sessions, self._waiting, self._away = sessions, waiting, away
        self.title.show_month(self._first)
        start = region.first_weekday()
        for place, name in enumerate(self._names):
            name.setText(dates.weekday((start - 1 + place) % DAYS + 1)[:2])
        skipped = (self._first.isoweekday() - start) % DAYS
        self._shown = [self._first + timedelta(days=i - skipped) for i in range(WEEKS * DAYS)]
        for day, made in zip(self._shown, self.days, strict=True):
            self._show_day(made, day)

    def day_button(self, day: date) -> DayButton:
        """Return the button of a visible day."""
        return self.days[self._shown.index(day)]

    def selected(self) -> tuple[date, date] | None:
        """Return the first and last of several days that are selected, or None."""
        if self._anchor is None or self._end is None:
            return None
        return min(self._anchor, self._end), max(self._anchor, self._end)

    def turn_to(self, first: date) -> None:
        """Show the month of a day, and put the keyboard there."""
        self._show_month(first)
        self.day_button(self._reached()).setFocus()

    def _build(self) -> None:
        box = column(self, spacing=4)
        line = row(spacing=0)
        line.addWidget(self.title, 1)
        self.title.month_wanted.connect(self.turn_to)
        self.title.given_up.connect(lambda: self.day_button(self._reached()).setFocus())
        for icon, name, keys, months in (
            ("back", tr("Previous month"), tr("Page ↑"), -1),
            ("forward", tr("Next month"), tr("Page ↓"), 1),
        ):
            turner = self._turner(icon, months)
            turner.setAccessibleName(name)
            turner.setToolTip(f"{name} ({keys})")
            line.addWidget(turner)
        box.addLayout(line)
        box.addLayout(self._grid())

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(2)
        for place, name_label in enumerate(self._names):
            name_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            grid.addWidget(name_label, 0, place)
        for place, made in enumerate(self.days):
            made.setFixedHeight(HEIGHT_PX)
            made.setMinimumWidth(LEAST_WIDTH_PX)
            policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            policy.setRetainSizeWhenHidden(place < (WEEKS - 1) * DAYS)
            made.setSizePolicy(policy)
            grid.addWidget(made, place // DAYS + 1, place % DAYS)
            made.clicked.connect(lambda _on, made=made: self._choose(made))
            made.pressed_key.connect(lambda event, place=place: self._key(place, event))
            made.dragged.connect(lambda at, place=place: self._drag(self._shown[place], at))
            made.menu_wanted.connect(lambda at, place=place: self._menu(self._shown[place], at))
        return grid

    def _turner(self, icon: str, months: int) -> QToolButton:
        made = EnterButton(self)
        made.setProperty("kind", "quiet")
        icons.give(made, icon)
        made.clicked.connect(lambda: self._turn(months))
        return made

    # going elsewhere
    def _turn(self, months: int) -> None:
        number = self._first.year * MONTHS_A_YEAR + self._first.month - 1 + months
        if date.min.year < number // MONTHS_A_YEAR < date.max.year:
            self._show_month(date(number // MONTHS_A_YEAR, number % MONTHS_A_YEAR + 1, 1))

    def _show_month(self, day: date) -> None:
        if day.replace(day=1) != self._first:
            self._first = day.replace(day=1)
            self.month_shown.emit()

    def _key(self, place: int, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers()
        extend = bool(held & Qt.KeyboardModifier.ShiftModifier)
        if held & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
            return
        event.accept()
        if key in _STEPS:
            self._walk(self._shown[place], self._shown[place] + _STEPS[key] * DAY, extend)
        elif key in _PAGES:
            self._turn(_PAGES[key] * (MONTHS_A_YEAR if extend else 1))
            self.day_button(self._reached()).setFocus()
        elif key == Qt.Key.Key_Home:
            self._walk(self._shown[place], self._today, extend)
        elif key == Qt.Key.Key_Insert:
            self.away_wanted.emit(*self._meant(self._shown[place]))
        elif key == Qt.Key.Key_Escape and self.selected() is not None:
            self._select(None, None)
        elif event.text().strip().isalnum():
            self.title.edit(event.text())
        else:
            event.ignore()

    def _walk(self, start: date, day: date, extend: bool) -> None:
        self._select(*((self._anchor or start, day) if extend else (None, None)))
        self._show_month(day)
        self.day_button(day).setFocus()

    # several days
    def _select(self, anchor: date | None, end: date | None) -> None:
        if (anchor, end) != (self._anchor, self._end):
            self._anchor, self._end = anchor, end
            for day, made in zip(self._shown, self.days, strict=True):
                self._show_day(made, day)

    def _drag(self, start: date, at: QPoint) -> None:
        under = QApplication.widgetAt(at)
        if isinstance(under, DayButton) and under in self.days:
            day = under.look.on
            self._select(*((start, day) if day != start else (None, None)))

    def _choose(self, made: DayButton) -> None:
        """Choose a day; after a click the keys go on here, unless there is a session to work on."""
        day, by_mouse = made.look.on, made.by_mouse
        self._select(None, None)
        self.chosen.emit(day)
        if by_mouse and not self._sessions.get(day):
            self.day_button(day).setFocus(Qt.FocusReason.MouseFocusReason)

    def _menu(self, day: date, at: QPoint) -> None:
        self.menu_wanted.emit(*self._meant(day), at)

    def _meant(self, day: date) -> tuple[date, date]:
        """Return the days that a wish is about: those selected, if the day is one of them."""
        several = self.selected()
        return several if several is not None and several[0] <= day <= several[1] else (day, day)

    # showing
    def _show_day(self, made: DayButton, day: date) -> None:
        look, away = self._look(day)
        if not look.inside:
            made.show_look(look, "", "")
            return
        said = [log_words.day(day, self._today), *self._told(look)]
        said += [absence_words.named(each, self._today) for each in away]
        words = in_row(said)
        tip = words if away or look.waiting or look.sessions > 1 else ""
        made.show_look(look, words, tip)
        reached, policy = day == self._reached(), Qt.FocusPolicy
        wanted = policy.StrongFocus if reached else policy.ClickFocus
        if made.focusPolicy() is not wanted:
            made.setFocusPolicy(wanted)

    def _look(self, day: date) -> tuple[DayLook, list[Absence]]:
        away, several = absences.known_on(self._away, day, self._today), self.selected()
        sessions = self._sessions.get(day, 0)
        return DayLook(
            day,
            inside=day.month == self._first.month,
            chosen=day == self._chosen,
            today=day == self._today,
            selected=several is not None and several[0] <= day <= several[1],
            sessions=sessions,
            waiting=not sessions and day in self._waiting,
            away=absences.reason(away[-1]) if away else None,
            starts=bool(away) and away[-1].since == day,
            ends=bool(away) and away[-1].until == day,
        ), away

    def _told(self, look: DayLook) -> list[str]:
        said = [tr("today")] if look.today else []
        if look.sessions:
            words = ntr("trained", "trained, {0} sessions", look.sessions)
            said.append(words.format(look.sessions))
        return [*said, tr("planned, not logged")] if look.waiting else said

    def _reached(self) -> date:
        """Return the one day that Tab reaches; arrow keys lead to the others."""
        first, last = self.visible_days()
        wanted = (day for day in (self._chosen, self._today) if first <= day <= last)
        return next(wanted, first)
