"""The day of old strength after time off: told as a range that holds it, and narrows."""

import pytest
import returns


@pytest.fixture(scope="module")
def told() -> list[returns.Told]:
    return list(returns.simulated(range(9000, 9010)))


def test_four_ranges_in_five_hold_the_day_on_which_old_strength_is_back(
    told: list[returns.Told],
) -> None:
    first = [each for each in told if not each.number]
    assert len(first) > 25
    assert 0.7 <= returns.cover(first) <= 0.9


def test_a_session_back_narrows_the_range_on_average(told: list[returns.Told]) -> None:
    assert returns.narrowing([each for each in told if each.number < 4]) > 0
