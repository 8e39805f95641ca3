"""The sheet of a week of return says one thing: what the lines have, or how much less the first
times, and nothing of doing more."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner.coach import deciding, printing, return_loads
from planner.engine.terms import (
    LoggedSet,
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
)
from planner.storage import plan

LIFTS = ("back-squat", "bench-press", "barbell-row", "leg-press", "lat-pulldown", "deadlift")
HARDER = "a set more, a rep closer to the limit than usual (counted in already)"
HEAVY = PlannedSet(4, 6, rir=1.0, load_kg=60.0, load=60.0)


@pytest.fixture
def away(lifter: int, today: date, train) -> int:
    """Train six lifts for eight weeks, stop for 33 days; five sets of them are planned today."""
    last = today - timedelta(days=33)
    for slug in LIFTS:
        for week in range(8):
            entry = LoggedSet(60.0, 6, rir=2.0, load=60.0)
            train(lifter, slug, last - timedelta(weeks=week), entry, entry, entry)
    return lifter


def planned(lifter: int, today: date, note: str = HARDER, slugs=LIFTS) -> Microcycle:
    lifts = tuple(PlannedExercise(slug, (HEAVY,) * 5) for slug in slugs)
    week = Microcycle(1, today, (PlannedSession("A", 0, lifts),), note=note)
    return plan.mesocycle(plan.add_mesocycle(lifter, Mesocycle("Block", today, (week,)))).weeks[0]


def told(lifter: int, today: date) -> str:
    return " ".join(printing.week_sheet(lifter, today, today).this_week)


def test_a_week_of_return_says_nothing_of_more_than_usual(away: int, today: date) -> None:
    planned(away, today)
    assert "than usual" not in told(away, today)
    assert told(away, today).startswith("All lifts: coming back after time off. First time two")


def test_what_the_trainer_wrote_stays(away: int, today: date) -> None:
    planned(away, today, note="bring shoes")
    assert told(away, today).startswith("Bring shoes. All lifts: coming back")


def test_once_accepted_the_lines_have_it_and_the_note_says_so(away: int, today: date) -> None:
    planned(away, today)
    open_now = return_loads.open_returns(away, today, today)
    assert {made.exercise for made in open_now} == set(LIFTS)
    deciding.accept_all(away, open_now, today)
    assert return_loads.open_returns(away, today, today) == ()
    sheet = printing.week_sheet(away, today, today)
    assert {line.boxes for line in sheet.sessions[0].lines} == {3}
    assert {line.rir for line in sheet.sessions[0].lines} == {"3"}
    assert sheet.this_week[0].startswith("All lifts: coming back after time off, lighter at first")


def test_some_accepted_are_told_apart_from_the_others(away: int, today: date) -> None:
    planned(away, today)
    deciding.accept(away, return_loads.open_returns(away, today, today)[0], today)
    eased, still = printing.week_sheet(away, today, today).this_week
    assert "lighter at first" in eased
    assert not eased.startswith("All lifts:")
    assert still.startswith("All lifts but ")


def test_a_lift_that_does_not_come_back_is_named_as_the_exception(
    away: int, today: date, train
) -> None:
    train(away, "plank", today - timedelta(days=25), LoggedSet(None, None, seconds=40.0))
    planned(away, today, slugs=(*LIFTS, "plank"))
    assert told(away, today).startswith("All lifts but Plank: coming back")


def test_nothing_is_open_in_a_week_that_is_over(away: int, today: date) -> None:
    planned(away, today - timedelta(weeks=1))
    assert return_loads.open_returns(away, today - timedelta(weeks=1), today) == ()


def test_a_note_begins_with_a_capital(lifter: int, today: date) -> None:
    week = planned(lifter, today)
    assert told(lifter, today).startswith(f"A{HARDER[1:]}.")
    plan.update_week(replace(week, note="iPhone off"))
    assert told(lifter, today).startswith("iPhone off.")
