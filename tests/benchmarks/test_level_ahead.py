"""The level forecast ahead: its band holds nine in ten and is no wider than it must be."""

from statistics import median

import level_ahead
import pytest


@pytest.fixture(scope="module")
def made() -> list[level_ahead.Ahead]:
    return level_ahead.simulated(range(12000, 12030))


@pytest.mark.parametrize("horizon", level_ahead.HORIZONS)
def test_the_band_holds_the_level_of_simulated_lifters(
    made: list[level_ahead.Ahead], horizon: int
) -> None:
    part = [each for each in made if each.horizon == horizon]
    assert len(part) > 100
    assert level_ahead.cover(part) >= 0.88


def test_calm_lifters_are_not_told_that_anything_may_happen(made: list[level_ahead.Ahead]) -> None:
    month = [each for each in made if each.horizon == 28]
    assert median(each.high - each.low for each in month) < 0.2


def test_the_quantiles_fitted_leave_a_twentieth_on_each_side(
    made: list[level_ahead.Ahead],
) -> None:
    rises, falls = level_ahead.fitted(made)
    part = [each for each in made if each.horizon == 28]
    outside = [each.rise > rises or each.fall > falls for each in part]
    assert 0.03 < sum(outside) / len(part) < 0.2


def test_a_log_is_held_against_what_the_others_tell(made: list[level_ahead.Ahead]) -> None:
    held = level_ahead.held_out(made)
    assert len(held) == len(made)
    assert 0.8 < sum(inside for _, inside in held) / len(held) <= 1.0
