"""Loads that were planned are not shown while a clearance is waited for, nor over a limit."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from planner.coach import health, kept_back, loads, logging, planning, printing, scope
from planner.coach.planning import PlanView
from planner.coach.sheet import NOTHING
from planner.engine.terms import (
    Intake,
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    ReferralSource,
    Restriction,
    Topic,
    Unit,
)
from planner.storage import plan
from planner.ui.set_offers import Entry, offers
from planner.ui.set_target import target_text

SQUAT, BENCH = "back-squat", "bench-press"
NOTE = "A set more, a rep closer to the limit than usual."
HEAVY = PlannedSet(4, 6, 1.0, load_kg=115.0, load=115.0)


@pytest.fixture
def planned(squatter: int, today: date) -> int:
    """Plan squats and bench presses with loads and a reserve, in a week with a note."""
    lifts = tuple(PlannedExercise(slug, (HEAVY,) * 3) for slug in (SQUAT, BENCH))
    week = Microcycle(1, today, (PlannedSession("A", 0, lifts),), note=NOTE)
    plan.add_mesocycle(squatter, Mesocycle("Block", today, (week,)))
    return squatter


def seen(lifter: int, today: date) -> PlanView:
    """Return the plan of today, which is there."""
    view = planning.view(lifter, today, today)
    assert view is not None
    return view


def sheet_loads(lifter: int, today: date) -> list[tuple[str, str]]:
    sheet = printing.week_sheet(lifter, today, today)
    return [(line.load, line.rir) for line in sheet.sessions[0].lines]


def in_log(lifter: int, today: date) -> list[tuple[str, str, str]]:
    """Return what the first row of each exercise shows as planned, and offers: load, effort."""
    session = logging.start_planned(lifter, logging.planned_today(lifter, today)[0][0], today)
    found = []
    for card in logging.session_view(lifter, session, today).cards:
        row = card.rows[0]
        made = offers(Entry(row, None, card.exercise, Unit.KG), {})
        target = row.target or PlannedSet()
        said = target_text(target, row, card.exercise, Unit.KG)
        found.append((said, *(made[field] for field in made if field in ("load", "rir"))))
    return found


def test_the_sheet_of_who_waits_for_a_clearance_has_no_loads_and_says_so_first(
    planned: int, today: date
) -> None:
    assert sheet_loads(planned, today) == [("115", "1")] * 2
    assert printing.week_sheet(planned, today, today).this_week[0] == NOTE
    health.answer(planned, Intake(today, ((Topic.CARDIAC_EVENT, True),)))
    assert sheet_loads(planned, today) == [(NOTHING, NOTHING)] * 2
    made = printing.week_sheet(planned, today, today)
    assert made.stop.startswith("Waiting for clearance since")
    assert made.this_week == ()


def test_the_sheet_of_who_needs_help_at_once_says_not_to_train(planned: int, today: date) -> None:
    assert printing.week_sheet(planned, today, today).stop == ""
    health.raise_referral(planned, Topic.CHEST_PAIN, today, ReferralSource.SIGN)
    made = printing.week_sheet(planned, today, today)
    words = "Do not train until a professional has cleared you. Waiting since 5 Nov."
    assert made.stop == words
    assert sheet_loads(planned, today) == [(NOTHING, NOTHING)] * 2
    [waits] = health.waiting(planned, today)
    health.clear(planned, waits, health.Clearance(today, "Dr Ruiz"))
    assert printing.week_sheet(planned, today, today).stop == ""


def test_a_lift_that_waits_alone_is_the_only_one_without_a_load(planned: int, today: date) -> None:
    health.raise_referral(planned, Topic.STRONG_PAIN, today, ReferralSource.LOG, exercise=SQUAT)
    assert sheet_loads(planned, today) == [(NOTHING, NOTHING), ("115", "1")]
    told = printing.week_sheet(planned, today, today).this_week
    assert told[0].startswith("Back squat: this lift waits for clearance")
    assert NOTE in told


def test_the_log_of_who_waits_shows_the_repetitions_alone(planned: int, today: date) -> None:
    health.answer(planned, Intake(today, ((Topic.CARDIAC_EVENT, True),)))
    assert in_log(planned, today) == [("4–6", "", "")] * 2


def test_a_load_over_a_limit_is_shown_as_the_limit_without_its_effort_and_the_plan_stays(
    planned: int, today: date
) -> None:
    scope.keep(planned, Restriction(today, today, exercise=SQUAT, most_kg=60.0))
    assert sheet_loads(planned, today) == [("≤ 60", NOTHING), ("115", "1")]
    view = seen(planned, today)
    squat, bench = view.week.sessions[0].exercises
    assert view.kept_back[squat.id or 0].shown.sets[0].load_kg == 60.0
    assert bench.id not in view.kept_back
    assert (squat.sets[0].load_kg, squat.sets[0].rir) == (115.0, 1.0)
    (said, load, effort), free = in_log(planned, today)
    assert (said, load, effort) == ("4–6 · ≤ 60", "60", "")
    assert free == ("4–6 @1 · 115", "115", "1")
    later = today + timedelta(days=1)
    assert kept_back.kept(squat, later, loads.LoadBasis(planned, today)) is None


def test_loads_over_a_limit_are_offered_to_be_brought_down_in_one_step(
    planned: int, today: date
) -> None:
    assert seen(planned, today).over_limit == ()
    scope.keep(planned, Restriction(today, None, exercise=SQUAT, most_kg=60.0))
    view = seen(planned, today)
    assert view.over_limit == (SQUAT,)
    assert planning.lower_loads(planned, view.mesocycle.id or 0, today) == 1
    view = seen(planned, today)
    assert view.over_limit == ()
    squat, bench = view.week.sessions[0].exercises
    assert {(entry.load_kg, entry.rir) for entry in squat.sets} == {(60.0, None)}
    assert {(entry.load_kg, entry.rir) for entry in bench.sets} == {(115.0, 1.0)}
