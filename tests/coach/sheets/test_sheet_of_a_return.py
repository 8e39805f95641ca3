"""The sheet of a week of return says one thing: what the lines have, or how much less the first
times, and nothing of doing more."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner.coach import deciding, printing, return_loads, return_sets, trail
from planner.engine import layoff
from planner.engine.terms import (
    LoggedSet,
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    SetKind,
)
from planner.storage import plan

LIFTS = ("back-squat", "bench-press", "barbell-row", "leg-press", "lat-pulldown", "deadlift")
HARDER = "a set more, a rep closer to the limit than usual (counted in already)"
MOST = "60\u00a0% of last time's load and no more than listed, 2 more in reserve"
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


def sheet_lines(lifter: int, today: date):
    return printing.week_sheet(lifter, today, today).sessions[0].lines


def test_a_week_of_return_says_nothing_of_more_than_usual(away: int, today: date) -> None:
    planned(away, today)
    assert "than usual" not in told(away, today)
    assert told(away, today).startswith(
        "All lifts: coming back after time off. First time at most two"
    )


def test_the_sheet_allows_no_more_than_what_the_return_offers_at_most(
    away: int, today: date
) -> None:
    planned(away, today)
    assert "at most 94\u00a0% of last time's load and no more than listed" in told(away, today)
    advised = return_loads.open_returns(away, today, today)
    offered = [made.change.load_kg or 0.0 for made in advised if made.change is not None]
    assert max(offered) <= layoff.ramp_share_of_load(33) * 60.0 < 0.95 * 60.0


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


def test_what_has_no_load_begins_with_fewer_sets_once_returns_are_accepted(
    away: int, today: date, train
) -> None:
    train(away, "plank", today - timedelta(days=33), LoggedSet(None, None, seconds=40.0))
    holds = PlannedExercise("plank", (PlannedSet(seconds=40.0),) * 3)
    new = PlannedExercise("face-pull", (PlannedSet(10, 12, rir=2.0),) * 3)
    heavy = PlannedExercise("back-squat", (HEAVY,) * 3)
    week = Microcycle(1, today, (PlannedSession("A", 0, (heavy, holds, new)),))
    plan.add_mesocycle(away, Mesocycle("Block", today, (week,)))
    done = deciding.accept_all(away, return_loads.open_returns(away, today, today), today)
    assert done == (1, ("Plank", "Face pull"))
    sheet = printing.week_sheet(away, today, today)
    assert [line.boxes for line in sheet.sessions[0].lines] == [2, 2, 2]
    assert "lighter at first, as listed" in sheet.this_week[0]
    assert "First time" not in told(away, today)
    assert return_sets.shorter(away, [], today) == []
    (answer, *_) = trail.decided(away, "plank")
    assert (answer.said, answer.changed) == (
        "Fewer sets in the first session after time off", "2 sets",
    )  # fmt: skip


def test_a_line_of_one_set_or_of_a_warm_up_alone_is_not_called_shorter(
    away: int, today: date, train
) -> None:
    train(away, "plank", today - timedelta(days=33), LoggedSet(None, None, seconds=40.0))
    hold = PlannedExercise("plank", (PlannedSet(seconds=40.0),))
    warm = PlannedExercise("face-pull", (PlannedSet(10, 12, kind=SetKind.WARMUP),))
    heavy = PlannedExercise("back-squat", (HEAVY,) * 3)
    week = Microcycle(1, today, (PlannedSession("A", 0, (heavy, hold, warm)),))
    plan.add_mesocycle(away, Mesocycle("Block", today, (week,)))
    returns = return_loads.open_returns(away, today, today)
    assert deciding.accept_all(away, returns, today) == (1, ())
    assert [line.boxes for line in sheet_lines(away, today)] == [2, 1, 0]
    assert trail.decided(away, "plank") == []


def test_nothing_is_taken_from_a_lift_whose_own_return_is_not_answered(
    away: int, today: date
) -> None:
    planned(away, today)
    first, *others = return_loads.open_returns(away, today, today)
    assert deciding.accept_all(away, [first], today) == (1, ())
    assert return_loads.open_returns(away, today, today) == tuple(others)
    assert sorted(line.boxes for line in sheet_lines(away, today)) == [3, 5, 5, 5, 5, 5]


def test_what_was_never_done_has_all_its_sets_where_others_were_trained_lately(
    away: int, today: date, train
) -> None:
    train(away, "face-pull", today - timedelta(days=3), LoggedSet(10.0, 12, rir=2.0, load=10.0))
    new = PlannedExercise("leg-extension", (PlannedSet(10, 12, rir=2.0),) * 3)
    heavy = PlannedExercise("back-squat", (HEAVY,) * 3)
    week = Microcycle(1, today, (PlannedSession("A", 0, (heavy, new)),))
    plan.add_mesocycle(away, Mesocycle("Block", today, (week,)))
    returns = return_loads.open_returns(away, today, today)
    assert deciding.accept_all(away, returns, today) == (1, ())
    assert [line.boxes for line in sheet_lines(away, today)] == [2, 3]


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


def test_after_one_session_what_was_not_done_yet_is_told_as_light_as_it_is_advised(
    lifter: int, today: date, train
) -> None:
    """Lifts rest since five years, one since seven; on the day before today squats were done."""
    last, weak = today - timedelta(days=1800), LoggedSet(60.0, 6, rir=2.0, load=60.0)
    lifts = (*LIFTS[1:], "face-pull", "triceps-pushdown")
    for week in range(8):
        for slug in (*lifts[:-1], "back-squat"):
            train(lifter, slug, last - timedelta(weeks=week), weak, weak, weak)
        train(lifter, lifts[-1], last - timedelta(weeks=week + 100), weak, weak)
    planned(lifter, today, slugs=(*lifts, "back-squat"))
    assert "All lifts: coming back after time off. First time at most half" in told(lifter, today)
    assert f"at most {MOST}" in told(lifter, today)
    eased = LoggedSet(30.0, 6, rir=4.0, load=30.0)
    train(lifter, "back-squat", today - timedelta(days=1), eased, eased)
    first, second = printing.week_sheet(lifter, today, today).this_week
    assert first.startswith("All lifts but Back squat: coming back after time off. First time at")
    assert f"at most half of the listed sets, at most {MOST}" in first
    assert second.startswith("Back squat: coming back after time off. A little more than last time")
    advised = return_loads.open_returns(lifter, today, today)
    assert {made.exercise for made in advised} == set(lifts)
    changes = [made.change for made in advised if made.change is not None]
    assert {made.sets for made in changes} == {2}
    assert max(made.load_kg or 0.0 for made in changes) <= 0.6 * 60.0
    deciding.accept_all(lifter, advised, today)
    assert {e.boxes for e in printing.week_sheet(lifter, today, today).sessions[0].lines} == {2, 5}


def test_nothing_is_open_in_a_week_that_is_over(away: int, today: date) -> None:
    planned(away, today - timedelta(weeks=1))
    assert return_loads.open_returns(away, today - timedelta(weeks=1), today) == ()


def test_a_note_begins_with_a_capital(lifter: int, today: date) -> None:
    week = planned(lifter, today)
    assert told(lifter, today).startswith(f"A{HARDER[1:]}.")
    plan.update_week(replace(week, note="iPhone off"))
    assert told(lifter, today).startswith("iPhone off.")
