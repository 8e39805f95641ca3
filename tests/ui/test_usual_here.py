"""Units, paper and weeks are those of the reader's country, whatever language is spoken."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale

from planner.coach.print_choice import PaperName
from planner.engine.terms import Unit
from planner.ui import dates, languages, region
from planner.ui.first_start import FirstStart
from planner.ui.main_window import MainWindow
from planner.ui.usual_paper import usual_paper

TODAY = date(2026, 11, 5)
SUNDAY, MONDAY = 7, 1
USUAL = {
    "en_US": (Unit.LB, PaperName.LETTER, SUNDAY),
    "en_GB": (Unit.KG, PaperName.A4, MONDAY),
    "en_CA": (Unit.KG, PaperName.LETTER, SUNDAY),
    "de_DE": (Unit.KG, PaperName.A4, MONDAY),
    "ja_JP": (Unit.KG, PaperName.A4, SUNDAY),
}


pytestmark = pytest.mark.usefixtures("english_again")


@pytest.mark.parametrize("place", USUAL)
def test_a_first_start_knows_what_is_usual_in_the_country(qtbot, monkeypatch, place: str) -> None:
    here = QLocale(place)
    QLocale.setDefault(here)
    monkeypatch.setattr(region, "place", lambda: here)
    page = FirstStart(None)
    qtbot.addWidget(page)
    assert (page.lifter().unit, usual_paper(), region.first_weekday()) == USUAL[place]


def test_a_language_of_another_country_changes_nothing_of_it(qapp, monkeypatch) -> None:
    new_york = QLocale("en_US")
    monkeypatch.setattr(region, "place", lambda: new_york)
    languages.speak(qapp, "de")
    assert dates.weekday(1) == "Mo"
    assert (region.usual_unit(), usual_paper(), region.first_weekday()) == USUAL["en_US"]


def test_the_sample_lifter_lifts_in_the_unit_that_is_chosen(database: Path, qtbot) -> None:
    window = MainWindow(database, lambda: TODAY)
    qtbot.addWidget(window)
    window.show()
    window.start()
    assert window.first_start is not None
    window.first_start.pounds.setChecked(True)
    window.first_start.sample_door.click()
    assert window.lifter is not None
    assert window.lifter.unit is Unit.LB
    window.close()
