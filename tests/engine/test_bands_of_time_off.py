"""How sure the loss of a pause is: less with every day, without a step."""

from __future__ import annotations

from itertools import pairwise
from math import sqrt

from planner.engine import layoff


def test_the_spread_of_the_loss_grows_with_each_day_off_and_has_no_step() -> None:
    spreads = [sqrt(layoff.expected_loss(days, None).variance) for days in range(14, 200)]
    steps = [after - before for before, after in pairwise(spreads)]
    assert all(step > 0.0 for step in steps)
    assert max(steps) < 0.005
