"""A reader whose locale has a decimal comma meets no decimal point, and can type either."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from planner.coach import counts, demo, wording
from planner.coach.prescription import parse_prescription
from planner.coach.prescription_words import prescription_source, prescription_text
from planner.engine.terms import Exercise, Unit, phrase
from planner.ui.main_window import MainWindow
from planner.ui.top_bar import TabName

from .marked_language import texts

SQUAT = Exercise("back-squat", "Back squat")
POINT = re.compile(r"\d\.\d(?!\d\d\b)")  # no groups of digits


@pytest.fixture(autouse=True)
def german() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    yield
    QLocale.setDefault(before)


def test_a_number_has_the_sign_of_the_locale() -> None:
    assert wording.number(62.5) == "62,5"
    assert wording.mass(62.5, Unit.KG) == "62,5"
    assert wording.with_zeros(60.0, 1) == "60,0"


def test_what_is_counted_has_the_groups_and_the_sign_of_the_locale() -> None:
    assert counts.sets(6625) == "6.625 sets"
    assert counts.hard_sets(7.5) == "7,5 hard sets"


def test_a_number_in_a_sentence_has_it_and_the_sentence_keeps_its_full_stop() -> None:
    said = wording.render(phrase("Take {load_kg}.", load_kg=62.5))
    assert said == "Take 62,5 kg."


@pytest.mark.parametrize("typed", ["4x6 @2.5 102.5", "3x8 @1.5/2/2.5 60.5/62.5/65", "5x3 82.5%"])
def test_a_prescription_that_is_shown_with_commas_reads_back_the_same(typed: str) -> None:
    made = parse_prescription(typed, Unit.KG, SQUAT).sets
    shown = prescription_source(made, Unit.KG)
    assert shown == typed.replace(".", ",")
    assert parse_prescription(shown, Unit.KG, SQUAT).sets == made
    assert "." not in "".join(prescription_text(made, Unit.KG))


def test_the_tabs_of_a_lifter_have_no_decimal_point(
    empty_window: MainWindow, today: date, qtbot: QtBot
) -> None:
    demo.add_sample_lifter(today)
    empty_window.resize(1280, 720)
    empty_window.show()
    empty_window.refresh()
    for name in TabName:
        empty_window.show_tab(name)
        qtbot.wait(100)
        said = {text for _, text in texts(empty_window) if POINT.search(text)}
        assert not said
