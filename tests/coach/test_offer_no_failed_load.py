"""On the way back from strong pain a heavy set that failed since is no load to offer again."""

from __future__ import annotations

from datetime import date

import pytest

from planner.coach import logging
from planner.coach.entry import usual_load
from planner.engine.terms import LoggedSet, Unit
from tests.coach import hurt_squats
from tests.coach.hurt_squats import DAY, SQUAT, plan_load


@pytest.fixture
def hurt(lifter, today) -> int:
    """Squat up to 90 kg, which hurt by 8 of 10; then 40 kg, and a set of 90 that failed."""
    hurt_squats.hurt_at_90(lifter, today)
    light, failed = hurt_squats.work(40.0), LoggedSet(90.0, 0, load=90.0)
    hurt_squats.train_sets(lifter, today - 3 * DAY, light, failed)
    return lifter


def entered(lifter: int, session: int, on: date) -> list[float]:
    """Return the load in kg that Enter stores in each row of the only card, and in a row more."""
    (card,) = logging.session_view(lifter, session, on).cards
    return [usual_load(row, Unit.KG)["load_kg"] or 0.0 for row in (*card.rows, card.more)]


@pytest.mark.parametrize("planned", [90.0, 42.5])
def test_beside_a_plan(hurt, today, planned) -> None:
    plan_load(hurt, today, planned)
    ((key, _),) = logging.planned_today(hurt, today)
    session = logging.start_planned(hurt, key, today)
    assert all(0.0 < kg <= 44.0 for kg in entered(hurt, session, today))


def test_in_a_session_that_nobody_planned(hurt, today) -> None:
    session = logging.start_free(hurt, today)
    logging.add_exercise(session, SQUAT)
    assert all(0.0 < kg <= 44.0 for kg in entered(hurt, session, today))
