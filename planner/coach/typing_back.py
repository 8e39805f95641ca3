"""Type printed sheets back: which week a code names, and what still waits to be logged."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from planner.coach import lifter_lock
from planner.coach.lifter_lock import Locked
from planner.engine.terms import Microcycle, PlannedExercise
from planner.language import tr
from planner.storage import clients, plan_lists
from planner.storage.plan_lists import Unlogged as Unlogged

CODE_LENGTH = 6  # hexadecimal digits: sixteen million weeks
CHECK_LENGTH = 2  # more of them, of what was printed: one change in 256 goes unseen


@dataclass(frozen=True, slots=True)
class SheetWeek:
    """The week that a sheet was printed of; `check` is '' when the code does not hold it."""

    lifter_id: int
    week_id: int
    check: str = ""


def sheet_code(week: Microcycle, printed: str = "") -> str:
    """Return the short code that finds a printed week again, with the check of what is planned.

    Where a check was `printed`, the code has that one.

    It is the end of the uid: the start is the time at which the week was made.
    """
    return f"{week.uid[-CODE_LENGTH:]}{printed or check(week)}".upper()


def check(week: Microcycle) -> str:
    """Return what changes with the exercises, sets and loads of a week, whatever their order."""
    planned = sorted(sorted(map(_numbers, made.exercises)) for made in week.sessions)
    return sha256(repr(planned).encode()).hexdigest()[:CHECK_LENGTH]


def _numbers(made: PlannedExercise) -> tuple[str, ...]:
    sets = ((s.kind, s.reps_low, s.reps_high, s.seconds, s.amrap, s.load_kg) for s in made.sets)
    ways = (s.distance_m for s in made.sets)  # counts only where there is one: as on older sheets
    told = (" ".join(map(_written, each)) for each in sets)
    pairs = zip(told, ways, strict=True)
    return made.exercise, *(one if way is None else f"{one} {way:.2f}m" for one, way in pairs)


def _written(number: object) -> str:
    return f"{number:.2f}" if isinstance(number, float) else str(number)


def find_sheet(code: str) -> SheetWeek | None:
    """Return the week that a code names, however it was written; None when there is none.

    Raises Locked for the sheet of a lifter who is locked; that says no name.
    """
    typed = _clean(code)
    known = len(typed) in (CODE_LENGTH, CODE_LENGTH + CHECK_LENGTH)
    found = plan_lists.weeks_by_uid_end(typed[:CODE_LENGTH]) if known else []
    if not found:
        return None
    if lifter_lock.is_shut(clients.lifter(found[0].lifter_id)):
        raise Locked(tr("The sheet of this code is of a locked lifter: unlock first."))
    return SheetWeek(found[0].lifter_id, found[0].week_id, typed[CODE_LENGTH:])


def _clean(code: str) -> str:
    """Return a code without blanks and marks; O and I are no digits of it, so 0 and 1 are meant."""
    typed = re.sub(r"[\W_]", "", code).lower()
    bare = typed.removeprefix("code")
    return (bare if len(bare) >= CODE_LENGTH else typed).translate(str.maketrans("oil", "011"))


def unlogged_days(lifter_id: int, since: date, until: date) -> set[date]:
    """Return the days, both ends included, that have something planned and not logged."""
    return {made.on for made in plan_lists.unlogged(lifter_id, since, until)}


def next_unlogged(lifter_id: int, since: date, until: date) -> Unlogged | None:
    """Return the first planned session of some days, both included, that is not logged yet."""
    return next(iter(plan_lists.unlogged(lifter_id, since, until)), None)
