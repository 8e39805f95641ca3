"""The first page, and the person it asks about."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from planner.coach import clients, planning
from planner.engine.plates import standard_inventory
from planner.engine.terms import KG_PER_LB, Experience, Lifter, Unit
from planner.ui import gym_text
from planner.ui.first_start import Door, FirstStart
from planner.ui.import_wizard import ImportWizard
from planner.ui.lifter_dialog import LifterDialog
from planner.ui.lifter_disc import initials
from planner.ui.main_window import MainWindow
from planner.ui.today_stories import QUIET_MS

TODAY = date(2026, 11, 5)
pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def window(empty_window: MainWindow) -> MainWindow:
    return empty_window


@pytest.fixture
def page(window: MainWindow) -> FirstStart:
    assert window.first_start is not None
    return window.first_start


def open_dialog(window: MainWindow) -> QDialog:
    return window.findChildren(QDialog)[-1]


def test_nobody_is_asked_for_a_name(page: FirstStart) -> None:
    assert page.lifter() == Lifter(name="Me", unit=Unit.KG)


def test_pounds_bring_a_gym_in_pounds(page: FirstStart) -> None:
    page.name.setText("  Alex ")
    page.pounds.setChecked(True)
    assert page.lifter().name == "Alex"
    assert page.lifter().inventory.bar_kg == pytest.approx(45 * KG_PER_LB)


def test_the_unit_is_the_usual_one_of_the_country(qtbot: QtBot) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    try:
        made = LifterDialog(None)
        qtbot.addWidget(made)
        assert made.lifter.unit is Unit.LB
    finally:
        QLocale.setDefault(before)


def test_the_program_door_makes_the_lifter_and_the_plan_in_one_step(
    window: MainWindow, page: FirstStart
) -> None:
    page.name.setText("Alex")
    page.program_door.click()
    open_dialog(window).accept()
    assert clients.lifter(window.lifter_id()).name == "Alex"
    assert planning.mesocycles(window.lifter_id())
    window.history.undo()
    assert clients.lifters() == []


def test_leaving_the_program_dialog_changes_nothing(window: MainWindow, page: FirstStart) -> None:
    page.program_door.click()
    open_dialog(window).reject()
    assert clients.lifters() == []


def test_leaving_the_import_without_importing_changes_nothing(
    window: MainWindow, page: FirstStart
) -> None:
    page.import_door.click()
    (wizard,) = window.findChildren(ImportWizard)
    wizard.reject()
    assert clients.lifters() == []
    assert window.pages.currentWidget() is page


def test_nothing_is_read_for_a_lifter_whose_first_import_was_cancelled(
    window: MainWindow, page: FirstStart, qtbot: QtBot
) -> None:
    window.show()
    page.import_door.click()
    (wizard,) = window.findChildren(ImportWizard)
    wizard.cancel_button.click()
    qtbot.wait(3 * QUIET_MS)
    assert window.pages.currentWidget() is page
    assert not window.today_stories.reader.is_busy()


def test_a_door_opens_with_the_enter_key(
    window: MainWindow, page: FirstStart, qtbot: QtBot
) -> None:
    qtbot.keyClick(page.sample_door, Qt.Key.Key_Return)
    assert [made.name for made in clients.lifters()] == ["Sample lifter"]


@pytest.fixture
def dialog(qtbot: QtBot) -> LifterDialog:
    made = LifterDialog(None)
    qtbot.addWidget(made)
    return made


def test_a_name_is_enough_for_a_lifter(dialog: LifterDialog) -> None:
    dialog.form.name.setText("Alex")
    dialog.accept()
    assert dialog.lifter == Lifter(name="Alex")


def test_a_lifter_without_a_name_is_asked_for_one_in_place(dialog: LifterDialog) -> None:
    dialog.accept()
    assert not dialog.result()
    assert dialog.form.name.property("state") == "error"
    assert dialog._problem.text() == "A name is needed; any name will do."


@pytest.mark.parametrize("written", ["82,5", "82.5"])
def test_a_bodyweight_may_be_typed_with_comma_or_point(dialog: LifterDialog, written: str) -> None:
    dialog.form.name.setText("Alex")
    dialog.form.bodyweight.setText(written)
    dialog.accept()
    assert dialog.lifter.bodyweight_kg == 82.5


@pytest.mark.parametrize(
    ("unit", "written", "said"),
    [
        (Unit.KG, "8", "Bodyweight is a number from 20 to 400 kg."),
        (Unit.KG, "1000", "Bodyweight is a number from 20 to 400 kg."),
        (Unit.KG, "1e2", "Bodyweight is a number from 20 to 400 kg."),
        (Unit.LB, "40", "Bodyweight is a number from 45 to 881 lb."),
    ],
)
def test_a_bodyweight_that_nobody_has_is_refused_in_place(
    dialog: LifterDialog, unit: Unit, written: str, said: str
) -> None:
    dialog.form.name.setText("Alex")
    dialog.form.unit.setCurrentIndex(dialog.form.unit.findData(unit.value))
    dialog.form.bodyweight.setText(written)
    dialog.accept()
    assert not dialog.result()
    assert dialog.form.bodyweight.property("state") == "error"
    assert dialog._problem.text() == said


def test_a_bodyweight_from_elsewhere_stays_while_it_is_left_alone(qtbot: QtBot) -> None:
    made = LifterDialog(None, Lifter(name="Bo", bodyweight_kg=19.5))
    qtbot.addWidget(made)
    made.accept()
    assert made.lifter.bodyweight_kg == 19.5


def test_switching_to_pounds_shows_the_usual_gym_in_pounds(dialog: LifterDialog) -> None:
    dialog.form.bodyweight.setText("80")
    dialog.form.unit.setCurrentIndex(dialog.form.unit.findData(Unit.LB.value))
    assert dialog.form.bar.text() == "45"
    assert dialog.form.bodyweight.text() == "176.37"
    dialog.form.name.setText("Alex")
    dialog.accept()
    assert dialog.lifter.inventory == standard_inventory(Unit.LB)
    assert dialog.lifter.bodyweight_kg == pytest.approx(80, abs=0.01)


def test_plates_are_typed_as_weight_times_pairs(dialog: LifterDialog) -> None:
    dialog.form.name.setText("Alex")
    dialog.form.plates.setText("10 x2, 20×1; 1,25 ×1")
    dialog.accept()
    assert dialog.lifter.inventory.plates_kg == ((20.0, 1), (10.0, 2), (1.25, 1))


def test_plates_that_are_not_understood_say_how_to_write_them(dialog: LifterDialog) -> None:
    dialog.form.name.setText("Alex")
    dialog.form.plates.setText("two big ones")
    dialog.accept()
    assert dialog.form.plates.property("state") == "error"
    assert "20 ×2" in dialog._problem.text()


@pytest.mark.parametrize("year", ["19", "1850", "next"])
def test_a_year_of_birth_that_cannot_be_is_asked_again(dialog: LifterDialog, year: str) -> None:
    dialog.form.name.setText("Alex")
    dialog.form.birth_year.setText(year)
    dialog.accept()
    assert dialog.form.birth_year.property("state") == "error"


def test_opening_and_saving_a_lifter_changes_nothing(lifter: int, qtbot: QtBot) -> None:
    before = clients.lifter(lifter)
    dialog = LifterDialog(None, before)
    qtbot.addWidget(dialog)
    dialog.accept()
    assert dialog.lifter == before
    assert dialog.lifter.experience is Experience.INTERMEDIATE


def test_plates_read_back_as_they_were_written() -> None:
    for unit in Unit:
        pairs = standard_inventory(unit).plates_kg
        assert gym_text.plates(gym_text.plates_text(pairs, unit), unit) == pairs


@pytest.mark.parametrize(
    ("name", "shown"),
    [("Sample lifter", "SL"), ("Cher", "C"), ("Ada M. Novak", "AN"), ("", "?")],
)
def test_initials_are_those_of_the_first_and_the_last_name(name: str, shown: str) -> None:
    assert initials(name) == shown


def test_an_empty_block_is_started_from_the_first_page_with_its_lifter(
    window: MainWindow, page: FirstStart
) -> None:
    page.name.setText("Alex")
    page.empty_door.click()
    open_dialog(window).accept()
    assert clients.lifter(window.lifter_id()).name == "Alex"
    assert planning.mesocycles(window.lifter_id())[0].name == "New block"
    window.history.undo()
    assert clients.lifters() == []


def test_an_edit_and_the_first_lifter_taken_back_at_once_leave_the_first_page(
    window: MainWindow, page: FirstStart, qtbot: QtBot
) -> None:
    window.show()
    page.name.setText("Alex")
    page.empty_door.click()
    open_dialog(window).accept()
    window.refresh()  # as after an edit: what is advised follows
    window.history.undo()
    qtbot.wait(0)
    assert window.pages.currentWidget() is page


def test_what_was_typed_on_the_first_page_is_there_in_new_lifter(
    window: MainWindow, page: FirstStart
) -> None:
    page.name.setText("Alex")
    page.pounds.click()
    window.lifter_stories.new()
    dialog = open_dialog(window)
    assert isinstance(dialog, LifterDialog)
    dialog.accept()
    assert (dialog.lifter.name, dialog.lifter.unit) == ("Alex", Unit.LB)
    assert dialog.lifter.inventory == standard_inventory(Unit.LB)


def test_on_a_small_window_each_door_shows_all_of_its_text(
    window: MainWindow, page: FirstStart, qtbot: QtBot
) -> None:
    window.resize(720, 450)
    window.show()
    for door in page.findChildren(Door):
        for text in door.findChildren(QLabel):
            qtbot.waitUntil(lambda text=text: text.height() >= text.heightForWidth(text.width()))
        assert door.geometry().bottom() < page.name.geometry().top()


def test_no_empty_bar_stands_above_the_doors(page: FirstStart, window: MainWindow) -> None:
    assert window.bar.isHidden()
    clients.add(Lifter(name="Ada"))
    window.refresh()
    assert not window.bar.isHidden()
