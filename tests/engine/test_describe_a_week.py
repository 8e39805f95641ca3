"""How heavy sets were, and how alike the days of a week."""

import pytest
from hypothesis import given, strategies as st

from planner.engine import intensity, monotony

LOADS = st.lists(st.integers(0, 40), min_size=7, max_size=7)


@pytest.mark.parametrize(
    ("kg", "zone"), [(59, 0), (60, 1), (69.9, 1), (70, 2), (80, 3), (90, 4), (105, 4)]
)
def test_a_load_belongs_to_a_zone_of_ten_percent(kg, zone):
    assert intensity.zone(kg, 100.0) == zone


@pytest.mark.parametrize(("kg", "e1rm_kg"), [(0.0, 100.0), (50.0, 0.0)])
def test_nothing_is_a_share_of_nothing(kg, e1rm_kg):
    with pytest.raises(ValueError, match="more than 0"):
        intensity.zone(kg, e1rm_kg)


@given(st.floats(1, 500), st.floats(1, 500), st.floats(1, 500))
def test_a_heavier_load_is_never_in_a_lower_zone(one, other, e1rm_kg):
    low, high = sorted((one, other))
    assert intensity.zone(low, e1rm_kg) <= intensity.zone(high, e1rm_kg) < intensity.ZONES


def test_monotony_is_the_mean_day_over_its_spread():
    made = monotony.monotony([12, 0, 12, 0, 12, 0, 0])
    assert made is not None
    assert made.monotony == pytest.approx(0.802, abs=0.001)  # mean 5.14, deviation 6.41
    assert made.strain == pytest.approx(36 * made.monotony)


@pytest.mark.parametrize("loads", [(0,) * 7, (0, 0, 20, 0, 0, 0, 0), (5,) * 7])
def test_one_day_tells_nothing_and_days_quite_alike_have_no_number(loads):
    assert monotony.monotony(loads) is None


def test_a_week_has_seven_days():
    with pytest.raises(ValueError, match="7 days"):
        monotony.monotony([1, 2, 3])


@given(LOADS, st.integers(2, 9))
def test_twice_the_load_is_as_monotonous_and_strains_twice_as_much(loads, times):
    made, more = monotony.monotony(loads), monotony.monotony([times * load for load in loads])
    assert (made is None) == (more is None)
    if made is not None and more is not None:
        assert more.monotony == pytest.approx(made.monotony)
        assert more.strain == pytest.approx(times * made.strain)
