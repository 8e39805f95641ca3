"""Type printed sheets back: which week a code names, and what still waits to be logged."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from planner.engine.terms import Microcycle
from planner.storage import plan_lists
from planner.storage.plan_lists import Unlogged as Unlogged

CODE_LENGTH = 6  # hexadecimal digits: sixteen million weeks


@dataclass(frozen=True, slots=True)
class SheetWeek:
    """The week that a sheet was printed of."""

    lifter_id: int
    week_id: int


def sheet_code(week: Microcycle) -> str:
    """Return the short code that finds a printed week again.

    It is the end of the uid: the start is the time at which the week was made.
    """
    return week.uid[-CODE_LENGTH:].upper()


def find_sheet(code: str) -> SheetWeek | None:
    """Return the week that a code names, however it was written; None when there is none."""
    typed = _clean(code)
    found = plan_lists.weeks_by_uid_end(typed) if len(typed) == CODE_LENGTH else []
    if not found:
        return None
    return SheetWeek(found[0].lifter_id, found[0].week_id)


def _clean(code: str) -> str:
    """Return a code without blanks and marks; O and I are no digits of it, so 0 and 1 are meant."""
    typed = re.sub(r"[\W_]", "", code).lower()
    bare = typed.removeprefix("code") if len(typed) > CODE_LENGTH else typed
    return bare.translate(str.maketrans("oil", "011"))


def unlogged_days(lifter_id: int, since: date, until: date) -> set[date]:
    """Return the days, both ends included, that have something planned and not logged."""
    return {made.on for made in plan_lists.unlogged(lifter_id, since, until)}


def next_unlogged(lifter_id: int, since: date, until: date) -> Unlogged | None:
    """Return the first planned session of some days, both included, that is not logged yet."""
    return next(iter(plan_lists.unlogged(lifter_id, since, until)), None)
