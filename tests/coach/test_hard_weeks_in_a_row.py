"""A lighter week after many hard ones, from what was logged."""

from datetime import timedelta

from planner.coach import suggesting
from planner.coach.wording import render
from planner.engine.terms import LoggedSet


def train_hard(lifter, today, train, weeks):
    """Squat and bench press the same sets twice a week, with less and less in reserve."""
    for days in range(7 * weeks - 2, 0, -3):
        reserve = 3.0 if days >= 21 else 1.5
        for slug, load in (("back-squat", 100.0), ("bench-press", 70.0)):
            entry = LoggedSet(load, 5, rir=reserve, load=load)
            train(lifter, slug, today - timedelta(days=days), entry, entry, entry)


def advised(lifter, today):
    return {made.rule: made for made in suggesting.all_suggestions(lifter, today)}


def test_eight_hard_weeks_in_which_the_same_sets_leave_less_ask_for_a_lighter_one(
    lifter, today, train
):
    train_hard(lifter, today, train, weeks=8)
    reason = render(advised(lifter, today)["lifter.deload_cost"].reason)
    assert "Back squat, 100 kg × 5: 1.5 instead of 3" in reason


def test_five_hard_weeks_do_not(lifter, today, train):
    train_hard(lifter, today, train, weeks=5)
    assert "lifter.deload_cost" not in advised(lifter, today)
