"""While it is open what a jump of loads means, no load is computed from either side of it."""

from __future__ import annotations

from datetime import timedelta

from planner.coach import jump_answers, planning
from planner.coach.load_jumps import question
from planner.engine.terms import (
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
)
from planner.storage import plan

PRESS, CURL = "leg-press", "dumbbell-bench-press"
WHY = "no load until the question about its loads is answered"


def planned(lifter, on, slug):
    week = Microcycle(
        1, on, (PlannedSession("Legs", 0, (PlannedExercise(slug, (PlannedSet(8, 12, 3.0),) * 3),)),)
    )
    return plan.add_mesocycle(lifter, Mesocycle("Block", on, weeks=(week,)))


def test_no_load_is_filled_in_while_a_question_is_open_and_the_row_says_why(log_loads, today):
    lifter, on = log_loads(PRESS, [100.0] * 20 + [150.0] * 6), today + timedelta(days=1)
    block = planned(lifter, on, PRESS)
    assert planning.fill_loads(lifter, block, today) == 0
    shown = planning.view(lifter, on, today)
    assert (list(shown.minded.values()), shown.open_lifts) == ([WHY], ())
    jump_answers.answer(lifter, question(lifter, today), None, today)
    shown = planning.view(lifter, on, today)
    assert (list(shown.minded.values()), shown.open_lifts) == ([], (PRESS,))


def test_what_is_planned_is_asked_about_first(log_loads, today):
    lifter = log_loads(PRESS, [100.0] * 20 + [150.0] * 6)
    log_loads(CURL, [40.0] * 20 + [20.0] * 7)
    assert question(lifter, today).exercise.slug == PRESS
    planned(lifter, today + timedelta(days=1), CURL)
    assert question(lifter, today).exercise.slug == CURL
