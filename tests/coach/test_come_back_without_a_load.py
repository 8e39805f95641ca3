"""Back to a plan after weeks off, with a lift that the body alone does."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from planner.coach import blocks, deciding, planning, week_edits
from planner.engine.terms import LoggedSet, PlannedSet, Suggestion, SuggestionKind
from planner.storage import plan

TWELVES = PlannedSet(12, 12, 2)


@pytest.fixture
def back(lifter: int, today: date, train) -> date:
    """Raise the legs 3 × 12 for two months, stop for ten weeks; then it is planned again."""
    for session in range(16, 0, -1):
        train(lifter, "lying-leg-raise", today - timedelta(days=4 * session),
              *(LoggedSet(None, 12, rir=2),) * 3)  # fmt: skip
    back_on = today + timedelta(weeks=10)
    blocks.new_mesocycle(lifter, "Again", back_on, weeks=3)
    for week in planning.view(lifter, back_on, back_on).weeks:
        line = week_edits.add_exercise(week_edits.add_session(week.id, 0, "A"), "lying-leg-raise")
        week_edits.prescribe(line, (TWELVES,) * 3)
    return back_on


def ramp(lifter: int, back: date) -> Suggestion:
    (made,) = planning.suggestions(lifter, back)
    assert made.kind is SuggestionKind.RETURN_RAMP
    return made


def ahead(lifter: int, since: date) -> list[tuple[PlannedSet, ...]]:
    found = plan.future_exercises(lifter, "lying-leg-raise", since)
    return [made.sets for _, _, made in found]


def test_the_first_session_back_has_fewer_sets_and_repetitions(lifter, back):
    deciding.accept(lifter, ramp(lifter, back), back)
    first, *_ = ahead(lifter, back)
    assert len(first) == 1
    assert first[0].reps_low < 12
    assert first[0].reps_high == first[0].reps_low


def test_what_takes_no_load_gets_none_in_the_plan(lifter, back):
    deciding.accept(lifter, ramp(lifter, back), back)
    assert {entry.load_kg for sets in ahead(lifter, back) for entry in sets} == {None}


def test_the_second_session_lies_halfway_and_the_third_is_as_planned(lifter, back):
    deciding.accept(lifter, ramp(lifter, back), back)
    _, second, third = ahead(lifter, back)
    assert [len(second), len(third)] == [2, 3]
