"""More sets, more gain? The interval of the slope holds what is true, either way."""

import dosing
import pytest


@pytest.mark.parametrize("true", [0.0, 0.003], ids=["sets do nothing", "sets do a lot"])
def test_nine_intervals_in_ten_hold_the_true_slope(true: float) -> None:
    told = [each for each in dosing.answers(range(5000, 5024), true, 60) if each.told]
    assert len(told) > 15
    assert sum(each.covers for each in told) >= 0.85 * len(told)
