"""Keep what is changed of a block in sight: where two blocks have a day, the later one has it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, timedelta

from planner.coach import wording
from planner.coach.refused import Refused
from planner.engine.terms import N_, Mesocycle
from planner.language import filled, tr
from planner.storage import plan, ruling
from planner.storage.ruling import Owner
from planner.storage.undo import step

RUNS_INTO = N_(
    "It would run into “{block}”, which has the days from {day} on. Nothing was changed."
)


@contextmanager
def in_sight(mesocycle_id: int) -> Iterator[None]:
    """Refuse a change that puts days, or sessions, of a block where another block has the day.

    What lay there before may stay. A change that is refused is taken back.
    """
    before, taken_before = plan.mesocycle(mesocycle_id), ruling.days_taken(mesocycle_id)
    with step():
        yield
        taken = ruling.days_taken(mesocycle_id)
        seen = _sessions(before).keys() - _hidden(before, taken_before).keys()
        hidden = _hidden(plan.mesocycle(mesocycle_id), taken)
        lost = {
            *(taken.keys() - taken_before.keys()),
            *(hidden[key] for key in seen & hidden.keys()),
        }
        if lost:
            owner = taken[min(lost)]
            day = wording.short_date(owner.started_on)
            raise Refused(filled(tr(RUNS_INTO), block=owner.name, day=day))


def _hidden(block: Mesocycle, taken: Mapping[date, Owner]) -> dict[int, date]:
    return {key: on for key, on in _sessions(block).items() if on in taken}


def _sessions(block: Mesocycle) -> dict[int, date]:
    """Return the day of each session by its id."""
    return {
        made.id or 0: week.starts_on + timedelta(days=made.day)
        for week in block.weeks
        for made in week.sessions
    }
