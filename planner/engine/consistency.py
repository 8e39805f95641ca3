"""How regular training is: weeks in a row with a session, and the usual days of a week."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from planner.engine import evidence
from planner.engine.terms import Absence

DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
_HABIT_WEEKS = int(evidence.HABIT_WEEKS.value)
_HABIT_LEAST = int(evidence.HABIT_LEAST.value)
_USUAL = evidence.USUAL_WEEKDAY.value


@dataclass(frozen=True, slots=True)
class Week:
    """A week by its first day: the days trained on, and whether some day of it was away."""

    starts_on: date
    trained: tuple[date, ...] = ()
    away: bool = False


@dataclass(frozen=True, slots=True)
class Streak:
    """Weeks in a row with a session; `passed` untrained ones among them were time away."""

    weeks: int
    since: date
    until: date
    passed: int = 0


@dataclass(frozen=True, slots=True)
class Habit:
    """What the last whole weeks were like: how many, of them trained, and not for time away.

    Days a week (median, least, most) and shares of weekdays, Monday first, are of the `counted`
    weeks: trained and without a day away. None and () while those are too few to tell.
    """

    weeks: int = 0
    trained: int = 0
    away: int = 0
    counted: int = 0
    days: tuple[float, int, int] | None = None
    weekdays: tuple[float, ...] = ()

    @property
    def usual(self) -> tuple[int, ...]:
        """The usual weekdays, Monday is 1."""
        return tuple(n for n, share in enumerate(self.weekdays, 1) if share >= _USUAL)

    @property
    def missing(self) -> int:
        """How many more weeks with training it takes until the usual days can be told."""
        return max(0, _HABIT_LEAST - self.counted)


def week_start(day: date, first_weekday: int = 1) -> date:
    """Return the first day of a day's week, which begins on a weekday, Monday is 1."""
    return day - timedelta(days=(day.isoweekday() - first_weekday) % 7)


def week_starts(first: date, last: date, first_weekday: int = 1) -> list[date]:
    """Return the first days of all weeks from that of one day to that of another, oldest first."""
    start = week_start(first, first_weekday)
    return [start + number * WEEK for number in range((last - start).days // 7 + 1)]


def weeks(
    trained: Collection[date], away: Iterable[Absence], today: date, first_weekday: int = 1
) -> list[Week]:
    """Return the weeks from the first training day to today's, oldest first; [] without any."""
    if not trained:
        return []
    known, by_week = list(away), dict[date, list[date]]()
    for on in sorted(trained):
        by_week.setdefault(week_start(on, first_weekday), []).append(on)
    return [
        Week(start, tuple(by_week.get(start, ())), _is_away(known, start, today))
        for start in week_starts(min(trained), today, first_weekday)
    ]


def _is_away(known: Sequence[Absence], start: date, today: date) -> bool:
    end = min(start + WEEK - DAY, today)
    return any(each.since <= end and start <= (each.until or today) for each in known)


def streaks(known: Sequence[Week], today: date) -> list[Streak]:
    """Return every row of trained weeks, oldest first.

    A week with a day away does not break a row, nor does one that is not over yet.
    """
    made: list[Streak] = []
    unbroken, passed = False, 0
    for week in known:
        if week.trained:
            last = made.pop() if unbroken else None
            made.append(_longer(last, week, passed))
            unbroken, passed = True, 0
        elif week.away or _runs(week, today):
            passed += week.away
        else:
            unbroken, passed = False, 0
    return made


def current(known: Sequence[Week], today: date) -> Streak | None:
    """Return the row of weeks that goes on, or None when the last one has ended."""
    last = next(iter(streaks(known, today)[-1:]), None)
    broken = last is not None and any(
        not week.away and not _runs(week, today) for week in known if week.starts_on > last.until
    )
    return None if broken else last


def best(known: Sequence[Week], today: date) -> Streak | None:
    """Return the longest row of weeks, the newest of several; None without any."""
    return max(streaks(known, today), key=lambda row: (row.weeks, row.until), default=None)


def _longer(row: Streak | None, week: Week, passed: int) -> Streak:
    end = week.starts_on
    if row is None:
        return Streak(1, end, end)
    return Streak(row.weeks + 1, row.since, end, row.passed + passed)


def _runs(week: Week, today: date) -> bool:
    return today < week.starts_on + WEEK


def habit(known: Sequence[Week], today: date) -> Habit:
    """Return what the last whole weeks were like; the week that still runs tells nothing yet."""
    whole = [week for week in known if not _runs(week, today)][-_HABIT_WEEKS:]
    home = [week for week in whole if week.trained and not week.away]
    made = Habit(
        len(whole),
        sum(bool(week.trained) for week in whole),
        sum(week.away and not week.trained for week in whole),
        len(home),
    )
    return made if len(home) < _HABIT_LEAST else _with_days(made, home)


def _with_days(made: Habit, home: Sequence[Week]) -> Habit:
    counts = [len(week.trained) for week in home]
    on = [day.isoweekday() for week in home for day in week.trained]
    days = median(counts), min(counts), max(counts)
    shares = tuple(on.count(number) / len(home) for number in range(1, 8))
    return Habit(made.weeks, made.trained, made.away, made.counted, days, shares)
