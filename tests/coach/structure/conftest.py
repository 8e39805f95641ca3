"""A bench press that is stuck, and planned for three weeks."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from planner.coach import blocks, planning, week_edits
from planner.engine.terms import LoggedSet, PlannedSet
from planner.storage import plan

CYCLE = ((100, 5, 1), (100, 5, 0), (100, 5, 1), (102.5, 4, 0))
FIVES = (PlannedSet(5, 5, 1, load_kg=100, load=100),) * 3


@pytest.fixture
def stuck(lifter, today, train):
    """Bench five reps with about 100 kg for twenty weeks, then plan it twice a week for three."""
    for week in range(20, 0, -1):
        load, reps, rir = CYCLE[week % 4]
        entry = LoggedSet(load, reps, rir=rir, load=load)
        train(lifter, "bench-press", today - timedelta(days=7 * week - 3), entry, entry, entry)
    blocks.new_mesocycle(lifter, "Block", today, weeks=3)
    view = planning.view(lifter, today, today)
    for week in view.weeks:
        for day in (0, 3):
            line = week_edits.add_exercise(
                week_edits.add_session(week.id, day, "Upper"), "bench-press"
            )
            week_edits.prescribe(line, FIVES)
    last = plan.week(view.weeks[-1].id)
    plan.update_week(replace(last, deload=True))
    return lifter
