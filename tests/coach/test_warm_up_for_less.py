"""A lighter load that is accepted: no warm-up stays that is no lighter than the work."""

from __future__ import annotations

from datetime import date

import pytest

from planner.coach import deciding, logging, planning, prescription, printing, suggesting
from planner.engine import plates
from planner.engine.terms import PlannedSet, SetKind, Unit
from planner.storage import library
from tests.coach.hurt_squats import DAY, SQUAT, hurt_at_90, plan_sets, train


@pytest.fixture
def stepped(lifter, today) -> int:
    """Accept 65 kg on the way back from 90 kg, which were planned with a ramp of warm-ups."""
    hurt_at_90(lifter, today)
    for ago in (7, 4, 1):
        train(lifter, today - ago * DAY, 60.0)
    gym = plates.standard_inventory(Unit.KG)
    squat = library.by_slug()[SQUAT]
    made = prescription.parse_prescription("w ramp; 3x5 @2 90", Unit.KG, squat, gym)
    plan_sets(lifter, today, *made.sets)
    step, *_ = suggesting.all_suggestions(lifter, today)
    deciding.accept(lifter, step, today)
    return lifter


def planned(lifter: int, today: date) -> list[tuple[SetKind, float | None]]:
    (session,) = planning.view(lifter, today, today).week.sessions
    return [(entry.kind, entry.load_kg) for entry in session.exercises[0].sets]


def test_what_would_be_heavier_than_the_work_goes(stepped, today) -> None:
    warm_ups = [(SetKind.WARMUP, load) for load in (20.0, 45.0, 62.5)]
    assert planned(stepped, today) == [*warm_ups, *[(SetKind.WORK, 65.0)] * 3]


def test_then_plan_log_and_sheet_have_the_load(stepped, today) -> None:
    assert not planning.view(stepped, today, today).hurt
    (sheet,) = printing.week_sheet(stepped, today, today).sessions
    assert [(line.load, line.note) for line in sheet.lines] == [("65", "")]
    ((key, _),) = logging.planned_today(stepped, today)
    (card,) = logging.session_view(stepped, logging.start_planned(stepped, key, today), today).cards
    assert card.hurt == ""
    assert all(row.target.load_kg for row in card.rows if row.target)


def test_a_heavier_single_before_the_work_stays_where_the_work_gets_no_easier(
    lifter, today
) -> None:
    for ago in (12, 9, 6, 3):
        train(lifter, today - ago * DAY, 60.0)
    single = PlannedSet(1, 1, load_kg=80.0, load=80.0, kind=SetKind.WARMUP)
    plan_sets(lifter, today, single, *[PlannedSet(5, 5, 2, load_kg=60.0, load=60.0)] * 3)
    more, *_ = suggesting.all_suggestions(lifter, today)
    deciding.accept(lifter, more, today)
    assert planned(lifter, today) == [(SetKind.WARMUP, 80.0), *[(SetKind.WORK, 62.5)] * 3]
