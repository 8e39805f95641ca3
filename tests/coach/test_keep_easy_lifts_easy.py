"""What a block plans to be easy is never asked to be harder by the advice on strength."""

from datetime import timedelta

import pytest

from planner.coach import programs, suggesting
from planner.coach.circumstances import Circumstances
from planner.coach.wording import render
from planner.engine.terms import LoggedSet

CALVES, SHINS = "bodyweight-calf-raise", "tibialis-raise"


@pytest.fixture
def stood(lifter, today, train):
    """Do the first two weeks of ankle stability with the most repetitions, and some in reserve."""
    monday = today - timedelta(days=today.weekday()) - timedelta(weeks=2)
    programs.start_program(lifter, "ankle-block", monday, today)
    for day in (0, 2, 4, 7, 9, 11):
        entry = LoggedSet(None, 15, rir=4.0, target_reps=10)
        train(lifter, CALVES, monday + timedelta(days=day), entry, entry)
        train(lifter, SHINS, monday + timedelta(days=day), entry)
    return lifter, monday + timedelta(days=12)


def told(lifter, on):
    return [each for each in suggesting.all_suggestions(lifter, on) if each.exercise]


def test_an_easy_block_asks_for_no_load_and_no_repetition(stood):
    assert told(*stood) == []


def test_pain_in_an_easy_block_is_still_answered(stood, train):
    lifter, on = stood
    train(lifter, CALVES, on, LoggedSet(None, 12, rir=4.0, pain=4))
    assert [each.rule for each in told(lifter, on)] == ["hold.pain"]


def test_a_lift_planned_hard_elsewhere_goes_on(lifter, today, train):
    for back in range(18, 0, -3):
        entry = LoggedSet(None, 15, rir=4.0, target_reps=10)
        train(lifter, CALVES, today - timedelta(days=back), entry, entry)
    (made,) = [each for each in told(lifter, today) if each.exercise == CALVES]
    assert render(made.headline) == "Go up to 15 reps"
    assert render(made.reason).startswith("Every set reached 15. I see a chance of")


@pytest.mark.parametrize(
    ("program", "slug", "easy"),
    [
        ("knee-block", "step-down", True),
        ("ready-to-lift", "bodyweight-squat", True),
        ("clean-and-snatch-school", "snatch", False),
        ("peak-for-a-meet", "back-squat", False),
    ],
)
def test_what_ends_early_for_its_technique_is_not_easy(lifter, today, program, slug, easy):
    programs.start_program(lifter, program, today, today)
    around = Circumstances(lifter, today)
    assert around.easy(around.exercises[slug]) is easy
