"""Loads computed stay near what was lifted last, and follow what is far heavier once it is sure."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from planner.coach import entry_doubt, loads, logging
from planner.coach.entry import SetRow, load_fields
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

PRESS, EIGHT, DAY = "leg-press", PlannedSet(8, 8, 2.0), timedelta(days=1)


def offered(lifter: int, on: date, target: PlannedSet = EIGHT) -> float:
    """Return the load that a session planned without any offers; it is not asked about."""
    lifts = (PlannedExercise(PRESS, (target,) * 2),)
    block = Mesocycle("Block", on, (Microcycle(1, on, (PlannedSession("Legs", 0, lifts),)),))
    (made,) = plan.mesocycle(plan.add_mesocycle(lifter, block)).weeks[0].sessions
    row = _row(lifter, logging.start_planned(lifter, made.id or 0, on), on)
    kg = row.suggested_kg or 0.0
    typed = LoggedSet(reps=target.reps_low, **load_fields(kg, Unit.KG))
    assert entry_doubt.asked(typed, row) is None
    return kg


def _row(lifter: int, session: int, on: date) -> SetRow:
    return logging.session_view(lifter, session, on).cards[0].rows[0]


def pressed(lifter: int, train, on: date, *kgs: float, reps: int = 10) -> None:
    train(lifter, PRESS, on, *(LoggedSet(kg, reps, rir=2.0, load=kg) for kg in kgs))


@pytest.fixture
def presser(lifter: int, today: date, train) -> int:
    """Press 100 kg ten times, every fourth day until four days ago."""
    for back in range(10, 0, -1):
        pressed(lifter, train, today - timedelta(days=4 * back), 100.0, 100.0)
    return lifter


@pytest.mark.parametrize("last", [150.0, 170.0, 250.0, 400.0, 1000.0])
def test_a_far_heavier_load_is_followed_once_two_sessions_agree(presser, train, today, last):
    usual = offered(presser, today)
    assert usual == pytest.approx(100.0, rel=0.1)
    pressed(presser, train, today, last, last)
    assert offered(presser, today + DAY) == usual
    pressed(presser, train, today + DAY, last, last)
    assert usual < offered(presser, today + 2 * DAY) <= min(2.0 * usual, 1.1 * last)


def test_a_load_far_beyond_strength_is_asked_about_a_second_time(presser, train, today):
    pressed(presser, train, today, 1000.0)
    session = logging.start_free(presser, today + DAY)
    logging.add_exercise(session, PRESS)
    typed = LoggedSet(reps=10, **load_fields(1000.0, Unit.KG))
    assert entry_doubt.asked(typed, _row(presser, session, today + DAY)) is not None


def test_a_far_lighter_load_is_followed_at_once(presser, train, today):
    pressed(presser, train, today, 30.0, 30.0)
    day = today + DAY
    assert 30.0 <= offered(presser, day) <= 38.0
    assert offered(presser, day, PlannedSet(15, 15, 2.0)) < offered(presser, day)


def test_every_place_computes_the_same_load(presser, train, today):
    pressed(presser, train, today, 30.0, 30.0)
    open_set, share = EIGHT, PlannedSet(8, 8, percent_e1rm=76.3)  # what eight with two are of it
    basis = loads.LoadBasis(presser, today + DAY)
    made = PlannedExercise(PRESS, (open_set, share))
    by_share = loads.by_percent(made, today + DAY, basis).sets[1].load_kg
    filled = loads.with_open_loads(made, today + DAY, basis).sets[0].load_kg
    assert by_share == filled == offered(presser, today + DAY)


def test_an_easy_day_and_a_lighter_last_set_take_nothing_back(presser, train, today):
    usual = offered(presser, today)
    pressed(presser, train, today, 100.0, 100.0, 100.0, 50.0)
    assert offered(presser, today + DAY) == pytest.approx(usual, rel=0.05)
    pressed(presser, train, today + DAY, 70.0, 70.0)
    assert offered(presser, today + 2 * DAY) == pytest.approx(usual, rel=0.05)


def test_a_last_time_without_repetitions_tells_nothing(presser, train, today):
    train(presser, PRESS, today, LoggedSet(180.0, None, load=180.0, seconds=30.0))
    assert offered(presser, today + DAY) < 120.0


@pytest.mark.parametrize(
    ("days_away", "kept"), [(0, [9.0, 5.0]), (9, [9.0, 5.0]), (10, [5.0, 5.0]), (35, [5.0, 5.0])]
)  # two weeks off make a return
def test_the_load_of_last_time_stays_where_the_next_lighter_one_is_far(
    lifter, train, today, days_away, kept
):
    for back in range(8, 0, -1):
        train(lifter, "face-pull", today - timedelta(days=4 * back),
              *(LoggedSet(9.0, 10, load=9.0),) * 2)  # fmt: skip
    on = today + timedelta(days=days_away)
    basis = loads.LoadBasis(lifter, on)
    made = PlannedExercise("face-pull", (PlannedSet(10, 10, 2.0), PlannedSet(25, 25, 2.0)))
    filled = loads.with_sure_loads(made, on, basis)
    assert [each.load_kg for each in filled.sets] == kept


def test_what_is_done_without_a_load_is_offered_none_whatever_was_logged_with_it(
    lifter, train, today
):
    raised = LoggedSet(2.5, 15, load=2.5)
    train(lifter, "hanging-knee-raise", today - DAY, raised, raised)
    session = logging.start_free(lifter, today)
    logging.add_exercise(session, "hanging-knee-raise")
    [card] = logging.session_view(lifter, session, today).cards
    assert {row.suggested_kg for row in card.rows} == {None}
