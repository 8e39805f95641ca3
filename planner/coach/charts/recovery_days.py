"""How recovered a lifter was told to be on each past day, by what was known on it.

A day takes some milliseconds: days are read one by one, and remembered until somebody writes.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise, takewhile

from planner.coach import finding_sessions, readings, today
from planner.coach.happenings import LAYOFF_DAYS
from planner.engine.terms import DayVerdict, Gauge, Phrase, Today, phrase
from planner.storage.unchanged import outlasting

DAY = timedelta(days=1)
OFF = timedelta(days=LAYOFF_DAYS)  # from one session to the next
TIME_OFF = phrase("Time off: no session for three weeks or more.")


@dataclass(frozen=True, slots=True)
class RecoveryDay:
    """What was said of a day: shares of 0–1, None where nothing was known.

    `whole` is the lifter as a whole, `muscles` all muscles by the work logged, `groups` each
    muscle group with soreness there. `why` is the first reason of the verdict, or why there is
    none; `tiring` what took most from the whole; `harder` are the lifts that got harder at the
    same load. `chosen` is the lifter's own verdict where it was set aside.
    """

    on: date
    whole: float | None = None
    muscles: float | None = None
    groups: tuple[tuple[str, float | None], ...] = ()
    verdict: DayVerdict | None = None
    chosen: DayVerdict | None = None
    why: Phrase | None = None
    tiring: Phrase | None = None
    harder: tuple[str, ...] = ()

    @property
    def off(self) -> bool:
        """Whether it lies in time off, of which nothing is told."""
        return self.why is TIME_OFF


def first_trained(lifter_id: int) -> date | None:
    """Return the day of the first set logged; before it nothing is said of any day."""
    return next((on for on, _, _ in readings.trained(lifter_id)), None)


def at_hand(lifter_id: int, since: date, until: date) -> list[RecoveryDay]:
    """Return the newest days of a span that were read already, without a gap, oldest first."""
    known = _kept(lifter_id)
    made = takewhile(lambda day: day is not None, map(known.get, reversed(_days(since, until))))
    return [day for day in made if day is not None][::-1]


def reading(
    lifter_id: int, since: date, until: date, now: date | None = None
) -> Generator[None, None, list[RecoveryDay]]:
    """Read the days of a span, the newest first, a day at a time; return them oldest first.

    What is at hand is not read again. `now` is today, to which time off may last.
    """
    for day in (until, since - DAY):  # before the first bodyweight the log is another one
        yield from readings.replaying(lifter_id, day)
    made = dict(_kept(lifter_id))
    off = {on for first, last in time_off(lifter_id, now or until) for on in _days(first, last)}
    for on in reversed(_days(since, until)):
        if on not in made:
            told = RecoveryDay(on, why=TIME_OFF) if on in off else _read(lifter_id, on)
            made[on] = _kept(lifter_id)[on] = told
            yield
    return [made[on] for on in _days(since, until)]


def time_off(lifter_id: int, until: date) -> list[tuple[date, date]]:
    """Return the first and last days without a session of three weeks or more, oldest first.

    The last day of all, which may be today, is told of as always.
    """
    sessions = {each.on for each in finding_sessions.heads(lifter_id) if each.on < until}
    days = [*sorted(sessions), until]
    return [(last + DAY, back - DAY) for last, back in pairwise(days) if back - last >= OFF]


def _read(lifter_id: int, on: date) -> RecoveryDay:
    return _told(next(today.days(lifter_id, [on])))


def _kept(lifter_id: int) -> dict[date, RecoveryDay]:
    """Return the days read of a lifter: it grows where it is kept, until somebody writes."""
    return outlasting((__name__, lifter_id), dict[date, RecoveryDay], lambda *_: {})


def _days(since: date, until: date) -> Sequence[date]:
    return [since + number * DAY for number in range((until - since).days + 1)]


def _told(made: Today) -> RecoveryDay:
    return RecoveryDay(
        on=made.on,
        whole=made.central.level,
        muscles=None if made.overall is None else made.overall.level,
        groups=tuple((group, gauge.level) for group, gauge in made.peripheral),
        verdict=made.verdict,
        chosen=made.chosen,
        why=next(iter(made.reasons), None),
        tiring=_tiring(made.central),
        harder=tuple(_harder(made.central)),
    )


def _tiring(gauge: Gauge) -> Phrase | None:
    """Return what takes most from the gauge; None when nothing does."""
    return None if gauge.level is None or gauge.level >= 1.0 else gauge.feeds[0]


def _harder(gauge: Gauge) -> list[str]:
    """Return the lifts of which the gauge says that they get harder."""
    said = [value for each in gauge.feeds for value in each.values]
    return [str(lift) for name, lift in said if name.startswith("harder_")]
