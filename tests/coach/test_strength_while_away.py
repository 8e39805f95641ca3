"""Strength while nothing is logged: it falls, gets less sure, and never rises."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from planner import engine
from planner.coach import charts, levels
from planner.coach.levels import LevelPoint
from planner.engine.simulate import WORLDS, simulate


def falls(points: tuple[LevelPoint, ...]) -> bool:
    return all(
        after.kg <= before.kg and after.low_kg <= before.low_kg and after.high_kg <= before.high_kg
        for before, after in pairwise(points)
    )


@given(st.integers(0, 40), st.sampled_from(WORLDS))
def test_the_band_never_rises_while_nothing_is_logged(seed: int, world) -> None:
    lift = simulate(seed, world, weeks=8)
    state = engine.start(lift.exercise, lift.lifter)
    for day in lift.days:
        state = engine.update(state, day)
    since = lift.days[-1].on
    read = (engine.read(state, since + timedelta(days=days), days) for days in range(0, 200, 7))
    made = levels.never_rising(map(levels.level, read))
    assert falls(made)
    assert made[-1].kg < made[0].kg
    widths = [each.high_kg - each.low_kg for each in made]
    assert widths[-1] > widths[0]


def test_the_forecast_of_a_lift_falls_and_widens_while_its_lifter_is_away(
    squatter: int, today: date
) -> None:
    on = today + timedelta(weeks=4)
    ahead = charts.strength(squatter, "back-squat", on).forecast
    assert falls(ahead)
    assert ahead[-1].kg < 0.99 * ahead[0].kg
    assert ahead[-1].high_kg - ahead[-1].low_kg > ahead[0].high_kg - ahead[0].low_kg


def test_who_trains_has_a_forecast_as_if_training_goes_on(squatter: int, today: date) -> None:
    ahead = charts.strength(squatter, "back-squat", today).forecast
    assert ahead[-1].kg == pytest.approx(ahead[0].kg, rel=0.3)
    assert ahead[-1].kg > ahead[0].kg
