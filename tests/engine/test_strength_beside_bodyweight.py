"""The points of powerlifting, held against tables and results that others published."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, strategies as st

from planner.engine.standards import (
    Division,
    Formula,
    coefficient,
    made_for,
    points,
    too_young,
)

MEN, WOMEN = Division.MEN, Division.WOMEN

# The tables of Powerlifting Australia for the revised Wilks formula, four decimals.
WILKS_TABLE = {
    MEN: {40.0: 1.3895, 59.75: 1.0, 75.0: 0.8526, 82.55: 0.8042, 100.0: 0.7294, 150.0: 0.6447},
    WOMEN: {40.0: 1.8486, 52.0: 1.4625, 60.0: 1.319, 75.5: 1.1604, 100.0: 1.0525, 150.0: 0.9635},
}

# Results of competitions as OpenPowerlifting lists them: total or bench press, bodyweight, points.
HAACK = MEN, 87.2, 1013.0
HAWKINS = WOMEN, 74.0, 725.0
RESULTS = [
    (Formula.DOTS, *HAACK, 665.75),
    (Formula.DOTS, *HAWKINS, 711.19),
    (Formula.GL, *HAACK, 136.80),
    (Formula.GL, *HAWKINS, 144.79),
    (Formula.WILKS_2020, *HAACK, 790.04),
    (Formula.WILKS_2020, *HAWKINS, 849.19),
    (Formula.WILKS, *HAACK, 657.51),
    (Formula.WILKS, *HAWKINS, 695.09),
    # the IPF's own example: Susanna Törrönen, bench press, world championships 2019
    (Formula.GL_BENCH, WOMEN, 70.5, 122.5, 96.78),
    (Formula.GL_BENCH, MEN, 89.0, 280.0, 135.76),
]


@pytest.mark.parametrize("division", Division)
def test_the_revised_wilks_table_is_met_to_its_last_digit(division):
    for kg, listed in WILKS_TABLE[division].items():
        assert coefficient(Formula.WILKS_2020, division, kg) == pytest.approx(listed, abs=6e-5)


def test_the_original_wilks_table_is_met_to_its_last_digit():
    assert coefficient(Formula.WILKS, MEN, 100.0) == pytest.approx(0.6086, abs=5e-5)
    assert coefficient(Formula.WILKS, WOMEN, 60.0) == pytest.approx(1.1149, abs=5e-5)


@pytest.mark.parametrize(("formula", "division", "bodyweight_kg", "kg", "listed"), RESULTS)
def test_published_results_come_out_as_published(formula, division, bodyweight_kg, kg, listed):
    assert points(formula, division, bodyweight_kg, kg) == pytest.approx(listed, abs=0.01)


@pytest.mark.parametrize("formula", Formula)
@pytest.mark.parametrize("division", Division)
def test_no_points_are_made_up_for_a_bodyweight_that_a_formula_is_not_made_for(formula, division):
    low, high = made_for(formula, division)
    assert points(formula, division, low, 300.0) is not None
    assert points(formula, division, low - 0.1, 300.0) is None
    if high is not None:
        assert points(formula, division, high, 300.0) is not None
        assert points(formula, division, high + 0.1, 300.0) is None


@given(
    formula=st.sampled_from(Formula),
    division=st.sampled_from(Division),
    bodyweight_kg=st.floats(40.0, 150.0),
    kg=st.floats(1.0, 1200.0),
)
def test_more_lifted_is_more_points_and_twice_is_twice(formula, division, bodyweight_kg, kg):
    once = points(formula, division, bodyweight_kg, kg)
    assert once is not None
    assert once > 0
    assert points(formula, division, bodyweight_kg, 2 * kg) == pytest.approx(2 * once)


@given(
    formula=st.sampled_from(Formula),
    division=st.sampled_from(Division),
    bodyweight_kg=st.floats(40.0, 140.0),
)
def test_the_same_load_is_worth_more_to_who_weighs_less(formula, division, bodyweight_kg):
    light = coefficient(formula, division, bodyweight_kg)
    heavy = coefficient(formula, division, bodyweight_kg + 5)
    assert light is not None
    assert heavy is not None
    assert heavy < light


def test_who_turns_18_this_year_may_still_be_17():
    on = date(2026, 11, 5)
    assert too_young(2008, on)
    assert not too_young(2007, on)
    assert not too_young(None, on)
