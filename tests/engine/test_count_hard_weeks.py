"""Weeks of hard training in a row, and sets that cost more than they did."""

from datetime import date, timedelta

from planner.engine.hard_weeks import cost, hard_weeks
from planner.engine.terms import ExerciseDay, LoggedSet

TODAY = date(2026, 11, 5)


def weekly(*sets: int) -> dict[date, int]:
    """Return hard sets of Mondays, the newest week first."""
    return {TODAY - timedelta(days=7 * at + 2): count for at, count in enumerate(sets)}


def done(weeks_ago: float, *reserves: float, load: float = 100.0) -> ExerciseDay:
    """Return a day of fives that left so much in reserve."""
    sets = tuple(LoggedSet(load, 5, rir) for rir in reserves)
    return ExerciseDay(TODAY - timedelta(days=round(7 * weeks_ago)), sets)


def test_weeks_of_the_usual_sets_are_hard_until_the_first_easy_one() -> None:
    assert hard_weeks(weekly(20, 18, 22, 9, 20, 20, 20), TODAY) == 3


def test_a_week_without_training_ends_the_count() -> None:
    assert hard_weeks(weekly(20, 20, 0, 20, 20), TODAY) == 2


def test_nothing_logged_counts_no_hard_week() -> None:
    assert hard_weeks({}, TODAY) == 0


def test_the_same_set_that_leaves_less_in_reserve_costs_more() -> None:
    made = cost("squat", [done(5, 3, 3), done(4, 3), done(2, 2), done(1, 1, 1)], TODAY)
    assert made is not None
    assert (made.load_kg, made.reps, made.before) == (100.0, 5, 3.0)
    assert made.now < 1.5


def test_another_load_says_nothing_of_what_a_set_costs() -> None:
    assert cost("squat", [done(5, 3, 3), done(1, 1, 1, load=105.0)], TODAY) is None


def test_less_than_one_repetition_or_a_single_set_is_chance() -> None:
    assert cost("squat", [done(5, 3, 3), done(1, 2.5, 2.5)], TODAY) is None
    assert cost("squat", [done(5, 3), done(1, 1, 1)], TODAY) is None


def test_what_comes_later_changes_nothing() -> None:
    before = [done(5, 3, 3), done(1, 1, 1)]
    assert cost("squat", [*before, done(-1, 5, 5)], TODAY) == cost("squat", before, TODAY)
