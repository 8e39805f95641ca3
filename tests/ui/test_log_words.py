"""What was done, and the strength estimated by it, in words."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QLocale

from planner.engine.terms import Phase, Reading, Unit, phrase
from planner.ui import log_words

ASSUMED = phrase("Bodyweight is not known, {bodyweight_kg} is assumed", bodyweight_kg=75.0)


def reading(**known: object) -> Reading:
    values = {"strength_kg": 139.0, "strength_sd": 3.0, "capped": False, **known}
    return Reading(
        date(2026, 11, 5), "squat", 9, gain_28d=None, gain_28d_sd=None, p_level=None,
        levelled_off_on=None, phase=Phase.STEADY, phase_probabilities={}, **values,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("known", "text"),
    [
        ({}, "e1RM about 139 kg (134–144)"),
        ({"capped": True}, "e1RM at least 139 kg"),
        ({"strength_sd": None}, "e1RM about 139 kg"),
        ({"facts": (ASSUMED,)}, "e1RM about 139 kg (104–174), taking bodyweight for 75 kg"),
        ({"strength_kg": None}, ""),
    ],
)
def test_strength_in_words(known, text) -> None:
    assert log_words.strength(reading(**known), Unit.KG) == text


@pytest.mark.parametrize(("least", "text"), [(143.0, "about 139"), (145.4, "at least 145 kg by")])
def test_sets_above_the_range_tell_the_least(least: float, text: str) -> None:
    assert log_words.strength(reading(), Unit.KG, least).startswith(f"e1RM {text}")
    assert log_words.strength(None, Unit.KG, 145.4) == "e1RM at least 145 kg by these sets"


def test_work_done_in_the_lifters_unit() -> None:
    assert log_words.work_done(11, 4100.0, Unit.KG) == "11 sets · 4.1 t"
    assert log_words.work_done(1, 4100.0, Unit.LB) == "1 set · 9,039 lb"
    assert log_words.work_done(3, 0.0, Unit.KG) == "3 sets"


def test_pounds_have_their_groups_of_digits_where_cells_have_none() -> None:
    cells = QLocale()
    cells.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)  # as the program has it
    with_groups = QLocale()
    try:
        QLocale.setDefault(cells)
        assert log_words.tonnage(6000.0, Unit.LB) == "13,228 lb"
    finally:
        QLocale.setDefault(with_groups)
