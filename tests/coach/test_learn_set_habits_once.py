"""How sets follow each other is learned once for log and day, and anew after a change."""

from __future__ import annotations

from datetime import timedelta

from planner.coach import readings, set_habits
from planner.engine.set_habit import set_habit
from planner.engine.terms import LoggedSet

DAY = timedelta(days=1)


def squats(*reps):
    return [LoggedSet(100.0, each, rir=2.0, load=100.0) for each in reps]


def test_it_is_what_the_last_days_tell_and_learned_once(lifter, today, train):
    for number in range(12, 0, -1):
        train(lifter, "back-squat", today - number * DAY, *squats(6, 5, 4))
    replay = readings.replays(lifter, today)["back-squat"]
    made = set_habits.before(replay, 12, 80.0)
    days = [step.day for step in replay.steps]
    assert made == set_habit(days, replay.exercise, 80.0)
    assert set_habits.before(replay, 12, 80.0) is made
    assert set_habits.before(replay, 3, 80.0) == set_habit(days[:3], replay.exercise, 80.0)


def test_what_is_logged_later_of_the_days_before_counts(lifter, today, train):
    train(lifter, "back-squat", today - 2 * DAY, *squats(6, 6, 6))
    even = set_habits.before(readings.replays(lifter, today)["back-squat"], 1, 80.0)
    train(lifter, "back-squat", today - 3 * DAY, *squats(6, 4, 2))
    replay = readings.replays(lifter, today)["back-squat"]
    assert set_habits.before(replay, 2, 80.0).drop < even.drop


def test_only_what_was_asked_for_lately_is_kept(lifter, today, train):
    for number in range(70, 0, -1):
        train(lifter, "back-squat", today - number * DAY, *squats(6, 5))
    replay = readings.replays(lifter, today)["back-squat"]
    first = set_habits.before(replay, 1, 80.0)
    for place in range(2, 71):
        set_habits.before(replay, place, 80.0)
    again = set_habits.before(replay, 1, 80.0)
    assert again == first
    assert again is not first
