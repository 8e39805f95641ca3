"""What a started session offers stays near what was lifted last, whatever strength says."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from planner.coach import entry_doubt, logging
from planner.coach.entry import load_fields
from planner.engine.terms import (
    LoggedSet,
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    Unit,
)
from planner.storage import plan

PRESS, EIGHT = "leg-press", PlannedSet(8, 8, 2.0)


def offered(lifter: int, on: date, target: PlannedSet = EIGHT, sets: int = 2) -> list[float | None]:
    """Return the loads that a session planned without any offers; none of them is asked about."""
    lifts = (PlannedExercise(PRESS, (target,) * sets),)
    block = Mesocycle("Block", on, (Microcycle(1, on, (PlannedSession("Legs", 0, lifts),)),))
    (made,) = plan.mesocycle(plan.add_mesocycle(lifter, block)).weeks[0].sessions
    session = logging.start_planned(lifter, made.id or 0, on)
    (card,) = logging.session_view(lifter, session, on).cards
    for row in card.rows:
        typed = LoggedSet(reps=target.reps_low, **load_fields(row.suggested_kg or 0.0, Unit.KG))
        assert entry_doubt.asked(typed, row) is None
    return [row.suggested_kg for row in card.rows]


def pressed(lifter: int, train, on: date, *kgs: float, reps: int = 10) -> None:
    train(lifter, PRESS, on, *(LoggedSet(kg, reps, rir=2.0, load=kg) for kg in kgs))


@pytest.fixture
def presser(lifter: int, today: date, train) -> int:
    """Press 100 kg ten times, every fourth day until four days ago."""
    for back in range(10, 0, -1):
        pressed(lifter, train, today - timedelta(days=4 * back), 100.0, 100.0)
    return lifter


@pytest.mark.parametrize("last", [180.0, 30.0])
def test_on_another_machine_the_last_load_is_offered(presser, train, today, last):
    assert offered(presser, today) == pytest.approx([100.0] * 2, rel=0.1)
    pressed(presser, train, today, last, last)
    assert offered(presser, today + timedelta(days=1)) == [last, last]


def test_for_more_repetitions_less_is_offered_than_the_last_load(presser, train, today):
    pressed(presser, train, today, 30.0, 30.0)
    made = offered(presser, today + timedelta(days=1), PlannedSet(15, 15, 2.0))
    assert all(20.0 <= (kg or 0.0) < 30.0 for kg in made)


def test_what_a_set_of_last_time_had_stays_offered_beside_a_lighter_one(presser, train, today):
    pressed(presser, train, today, 100.0, 100.0, 100.0, 50.0)
    lifts = offered(presser, today + timedelta(days=1), sets=4)
    assert lifts == pytest.approx([100.0] * 4, rel=0.1)


def test_on_the_way_back_no_more_is_offered_than_strength_says(presser, train, today):
    pressed(presser, train, today, 180.0, 180.0)
    assert all((kg or 0.0) < 120.0 for kg in offered(presser, today + timedelta(days=40)))


def test_a_last_time_without_repetitions_tells_nothing(presser, train, today):
    train(presser, PRESS, today, LoggedSet(180.0, None, load=180.0, seconds=30.0))
    assert all((kg or 0.0) < 120.0 for kg in offered(presser, today + timedelta(days=1)))
