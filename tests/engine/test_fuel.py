"""Protein by bodyweight and drinks by the cup: one amount, whatever it is counted by."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, strategies as st

from planner.engine import evidence, fuel
from planner.engine.fuel import PerMass, Volume, Withheld
from planner.engine.terms import Limit

ON = date(2026, 11, 5)


def test_the_popular_gram_is_per_pound_and_as_much_as_the_range_per_kilogram() -> None:
    popular = [fuel.g_per_kg(each.value, PerMass.LB) for each in evidence.POPULAR_PROTEIN]
    assert popular == pytest.approx([1.8, 2.2], abs=0.04)
    assert fuel.rate(2.2, PerMass.LB) == pytest.approx(1.0, abs=0.005)


def test_twelve_cups_are_less_in_america_than_in_metric_cups() -> None:
    assert pytest.approx(2.84, abs=0.005) == fuel.DRINKS_L
    assert fuel.litres(12, Volume.METRIC_CUP) == 3.0
    assert fuel.amount(fuel.DRINKS_L, Volume.US_CUP) == pytest.approx(12)


@given(st.floats(0.1, 5), st.sampled_from(PerMass), st.sampled_from(Volume))
def test_another_unit_changes_what_is_shown_and_not_the_amount(
    value: float, per: PerMass, volume: Volume
) -> None:
    assert fuel.g_per_kg(fuel.rate(value, per), per) == pytest.approx(value)
    assert fuel.litres(fuel.amount(value, volume), volume) == pytest.approx(value)


@pytest.mark.parametrize(
    ("born", "limits", "kidney", "why"),
    [
        (2008, frozenset(), False, Withheld.UNDER_18),  # eighteen this year, or not yet
        (2007, frozenset(), False, None),
        (None, frozenset(), False, None),
        (1980, frozenset({Limit.PREGNANCY}), False, Withheld.PREGNANCY),
        (1980, frozenset({Limit.KNEE}), False, None),
        (None, frozenset(), True, Withheld.KIDNEY),
    ],
)
def test_no_number_is_for_the_young_the_pregnant_and_sick_kidneys(
    born: int | None, limits: frozenset[Limit], kidney: bool, why: Withheld | None
) -> None:
    assert fuel.withheld(born, ON, limits, kidney) is why
