"""A share of strength that was a load once keeps to a limit, too, though no strength is known."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from planner.coach import kept_back, loads, logging, planning, printing, progressing, scope
from planner.coach.progressing import Harder, Progress
from planner.coach.sheet import NOTHING
from planner.engine.terms import (
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    Restriction,
)
from planner.storage import plan

SQUAT = "back-squat"
SHARE = PlannedSet(5, 5, 2.0, load_kg=100.0, load=100.0, percent_e1rm=80.0)
RISE = Progress(harder=Harder.LOAD, load_percent=5.0)


def block_of(lifter: int, today: date, entry: PlannedSet) -> Mesocycle:
    """Plan a set of squats for today, and a week without anything after it; at most 40 kg."""
    session = PlannedSession("A", 0, (PlannedExercise(SQUAT, (entry,)),))
    weeks = (Microcycle(1, today, (session,)), Microcycle(2, today + timedelta(weeks=1)))
    scope.keep(lifter, Restriction(today, None, "Dr Ruiz", exercise=SQUAT, most_kg=40.0))
    return plan.mesocycle(plan.add_mesocycle(lifter, Mesocycle("Block", today, weeks)))


def test_the_sheet_and_the_log_show_the_limit(lifter: int, today: date) -> None:
    block = block_of(lifter, today, SHARE)
    sheet = printing.week_sheet(lifter, today, today)
    assert [(line.load, line.rir) for line in sheet.sessions[0].lines] == [
        ("≤ 40 (80 %)", NOTHING)
    ]  # fmt: skip
    session = logging.start_planned(lifter, block.weeks[0].sessions[0].id or 0, today)
    (card,) = logging.session_view(lifter, session, today).cards
    target = card.rows[0].target
    assert target is not None
    assert (target.load_kg, target.rir, card.rows[0].capped) == (40.0, None, True)


def test_it_is_brought_down_once_and_stays_a_share(lifter: int, today: date) -> None:
    block = block_of(lifter, today, SHARE)
    assert planning.lower_loads(lifter, block.id or 0, today) == 1
    (entry,) = plan.week(block.weeks[0].id or 0).sessions[0].exercises[0].sets
    assert (entry.load_kg, entry.percent_e1rm, entry.rir) == (40.0, 80.0, None)
    assert planning.lower_loads(lifter, block.id or 0, today) == 0


def test_where_strength_is_known_the_share_of_it_counts(squatter: int, today: date) -> None:
    block = block_of(squatter, today, SHARE)
    view = planning.view(squatter, today, today)
    assert view is not None
    assert view.over_limit == ()
    assert planning.lower_loads(squatter, block.id or 0, today) == 0


@pytest.mark.parametrize(
    ("entry", "kept"),
    [
        (PlannedSet(5, 5, 2.0, load_kg=100.0, load=100.0), (40.0, None)),
        (PlannedSet(5, 5, 2.0, load_kg=40.0, load=40.0), (40.0, 2.0)),
    ],
)
def test_a_week_that_is_built_keeps_the_reserve_only_of_a_load_within_the_limit(
    lifter: int, today: date, entry: PlannedSet, kept: tuple[float, float | None]
) -> None:
    block = block_of(lifter, today, entry)
    _, made = progressing.preview(lifter, block.weeks[0].id or 0, RISE, True, today)
    (built,) = made.week.sessions[0].exercises[0].sets
    assert (built.load_kg, built.rir) == kept


def test_a_lighter_set_beside_one_over_the_limit_stays_as_it_is(lifter: int, today: date) -> None:
    light = PlannedSet(8, 8, 3.0, load_kg=35.0, load=35.0)
    planned = PlannedExercise(SQUAT, (SHARE, light))
    scope.keep(lifter, Restriction(today, None, exercise=SQUAT, most_kg=40.0))
    made = kept_back.lowered(planned, today, loads.LoadBasis(lifter, today))
    assert [(entry.load_kg, entry.rir) for entry in made.sets] == [(40.0, None), (35.0, 3.0)]
