"""A week that asks much more of a muscle than the last weeks is told before it is planned."""

from datetime import date, timedelta

import pytest

from planner.engine.load_guard import Jump, jumps, usual_sets
from planner.engine.terms import Exercise, Muscle

START = date(2026, 11, 2)
BENCH = Exercise("bench", muscles=((Muscle.CHEST, 1.0), (Muscle.TRICEPS, 0.5)))
KNOWN = {"bench": BENCH}


def weeks(*sets: int) -> list[tuple[date, str, int]]:
    """Bench so many sets in each week before the start, the last week first."""
    return [(START - timedelta(weeks=n), "bench", made) for n, made in enumerate(sets, 1) if made]


def chest(*sets: int) -> float | None:
    usual = usual_sets(weeks(*sets), KNOWN, START)
    return usual["Chest"] if usual is not None else None


@pytest.mark.parametrize(
    ("sets", "usual"),
    [
        ((10, 8, 10, 8), 9),  # the mean of four
        ((10, 8, 10, 8, 40), 9),  # an older week counts no more
        ((10, 8, 10), None),  # three weeks tell nothing
        ((), None),
        ((4, 10, 8, 10, 8), 9),  # a deload is passed over
        ((0, 0, 0, 10, 8, 10, 8), 9),  # and so are weeks away
        ((0,) * 12 + (10,) * 8, None),  # what was long ago is not usual any more
    ],
)
def test_the_usual_week_is_the_mean_of_the_last_four_training_weeks(sets, usual):
    assert chest(*sets) == usual


@pytest.mark.parametrize(
    ("planned", "usual", "told"),
    [
        (14, 10, False),  # exactly 40 % more
        (14.5, 10, True),
        (4, 2, False),  # twice as much, but two sets
        (3, 0, True),
        (2, 0, False),
        (9, 14, False),
    ],
)
def test_a_rise_of_more_than_two_fifths_and_three_sets_is_a_jump(planned, usual, told):
    assert bool(jumps({"Chest": planned}, {"Chest": usual})) is told


def test_a_longer_cycle_is_compared_as_sets_a_week():
    assert jumps({"Chest": 20}, {"Chest": 9.0}, days=14) == []
    assert jumps({"Chest": 20}, {"Chest": 9.0}, days=10) == [Jump("Chest", 14.0, 9.0)]


def test_a_rise_is_a_share_of_what_is_usual_and_none_from_nothing():
    assert Jump("Chest", 14, 9).rise == pytest.approx(0.556, abs=1e-3)
    assert Jump("Calves", 6, 0).rise is None


def test_nothing_is_a_jump_while_it_is_not_known_what_is_usual():
    assert jumps({"Chest": 30}, None) == []
