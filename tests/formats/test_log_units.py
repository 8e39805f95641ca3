"""Which unit a log is in, and loads that were typed in the other one."""

import pytest
from hypothesis import given, strategies as st

from planner.engine.terms import KG_PER_LB, Unit
from planner.formats.units import choose_unit, guess_unit, load, unit_named


@pytest.mark.parametrize(
    ("text", "unit", "value", "kept"),
    [
        ("82.5", Unit.KG, 82.5, Unit.KG),
        ("82,5", Unit.KG, 82.5, Unit.KG),
        ("74.99999999999999", Unit.LB, 75.0, Unit.LB),
        ("22.68", Unit.KG, 50.0, Unit.LB),
        ("45.36", Unit.KG, 100.0, Unit.LB),
        ("18.14", Unit.KG, 40.0, Unit.LB),
        ("61.24", Unit.KG, 135.0, Unit.LB),
        ("20.41168092460379", Unit.KG, 45.0, Unit.LB),
        ("330.69", Unit.LB, 150.0, Unit.KG),
        ("220.46", Unit.LB, 100.0, Unit.KG),
        ("88.18", Unit.LB, 40.0, Unit.KG),
        ("77.16", Unit.LB, 35.0, Unit.KG),
        ("143.3", Unit.LB, 65.0, Unit.KG),
        ("44", Unit.KG, 44.0, Unit.KG),
        ("21.85", Unit.KG, 21.85, Unit.KG),
        ("877777", Unit.KG, 877777.0, Unit.KG),
    ],
)
def test_a_load_keeps_the_unit_it_was_typed_in(text, unit, value, kept):
    found = load(text, unit)
    assert found is not None
    assert (found.value, found.unit) == (value, kept)
    assert found.kg == pytest.approx(value if kept is Unit.KG else value * KG_PER_LB)


@pytest.mark.parametrize("text", ["", "0", "0.0"])
def test_no_load_is_none(text):
    assert load(text, Unit.KG) is None


@given(st.integers(1, 4000), st.sampled_from(Unit))
def test_what_was_typed_in_the_logs_own_unit_comes_back_exactly(steps, unit):
    typed = steps * (0.25 if unit is Unit.KG else 0.5)
    found = load(repr(typed), unit)
    assert found is not None
    assert (found.value, found.unit, found.text) == (typed, unit, "")


@given(st.integers(1, 1000))
def test_pounds_that_were_rounded_to_kilograms_are_pounds_again(pounds):
    kg = round(pounds * KG_PER_LB, 2)
    found = load(f"{kg:.2f}", Unit.KG)
    assert found is not None
    on_the_kilogram_grain = abs(kg * 4 - round(kg * 4)) < 1e-9
    assert found.unit is (Unit.KG if on_the_kilogram_grain else Unit.LB)
    assert found.kg == pytest.approx(pounds * KG_PER_LB, abs=0.006)


def test_unit_words_are_known():
    assert [unit_named(word) for word in ("kgs", "LB", "lbs.", "Pounds", "stone", "")] == [
        Unit.KG, Unit.LB, Unit.LB, Unit.LB, None, None,
    ]  # fmt: skip


KILOGRAMS = {
    "Bench Press (Barbell)": "20 40 60 62.5 65 67.5 70 72.5",
    "Squat (Barbell)": "60 80 82.5 85 90 92.5 100",
    "Bicep Curl (Dumbbell)": "10 12 14 16",
}
POUNDS = {
    "Bench Press (Barbell)": "45 95 115 135 145 155 165 185",
    "Squat (Barbell)": "135 185 205 225 245 275",
    "Bicep Curl (Dumbbell)": "25 30 35",
}
CUSTOM_POUNDS = {"Mein Bankdrücken": "45 65 95 115 135 145 155 165 185 225"}
CUSTOM_KILOGRAMS = {"Mein Bankdrücken": "20 40 52.5 57.5 62.5 67.5 72.5 77.5"}


@pytest.mark.parametrize(
    ("log", "unit"),
    [
        (KILOGRAMS, Unit.KG), (POUNDS, Unit.LB), (CUSTOM_KILOGRAMS, Unit.KG),
        (CUSTOM_POUNDS, Unit.LB), ({"Row": "22.68 45.36 61.24 20.41"}, Unit.KG),
        ({"Machine X": "220.46 88.18 132.28 330.69"}, Unit.LB),
    ],
)  # fmt: skip
def test_the_unit_is_guessed_from_increments_and_magnitudes(log, unit):
    guess = guess_unit([(name, text) for name, loads in log.items() for text in loads.split()])
    assert guess.unit is unit
    assert not guess.stated
    assert 0.7 < guess.confidence <= 0.99


def test_without_a_load_the_guess_is_no_better_than_a_coin():
    assert guess_unit([]).confidence == 0.5
    assert guess_unit([("Plank", ""), ("Plank", "abc"), ("Assisted Row", "0")]).confidence == 0.5


def test_small_round_loads_say_little():
    assert guess_unit([("Thing", "5"), ("Thing", "10")]).confidence < 0.6


def test_what_the_file_states_wins_over_what_was_chosen():
    assert choose_unit(["lbs", "lbs", "kg"], [], Unit.KG) == (Unit.LB, True, 1.0)
    assert choose_unit([""], [], Unit.KG) == (Unit.KG, False, 1.0)


def test_help_and_small_dumbbells_do_not_mislead():
    assisted = [("Pull Up (Assisted)", "45")]
    dumbbell = [("Bench Press (Dumbbell)", text) for text in ("24", "26", "28")]
    assert guess_unit([*assisted, *dumbbell]).unit is Unit.KG
