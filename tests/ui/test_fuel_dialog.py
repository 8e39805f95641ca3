"""Targets of food and drink are set in a dialog that asks what they are counted in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.coach import bodyweight, clients, fuel, switches
from planner.coach.fuel import DoctorLimit, Goals, PerMass, Volume
from planner.coach.switches import Switch
from planner.engine.terms import Unit
from planner.ui import fuel_stories
from planner.ui.fuel_dialog import FuelDialog
from planner.ui.main_window import MainWindow

Open = Callable[[], FuelDialog]


@pytest.fixture
def opened(lifter: int, today: date, qtbot: QtBot) -> Open:
    def make() -> FuelDialog:
        made = FuelDialog(None, fuel.targets(lifter, today), "Ada", Unit.KG, today)
        qtbot.addWidget(made)
        made.show()
        return made

    return make


def choose(dialog: FuelDialog, per: PerMass, volume: Volume) -> None:
    own = dialog.own
    own.per.setCurrentIndex(own.per.findData(per))
    own.volume.setCurrentIndex(own.volume.findData(volume))


def test_switching_the_unit_changes_number_and_label_together(
    opened: Open, lifter: int, today: date
) -> None:
    bodyweight.change(lifter, today, 82.0)
    dialog = opened()
    own = dialog.own
    assert (own.low.text(), own.high.text(), own.drinks.text()) == ("1.6", "2.2", "2.8")
    before = own.says.text()
    assert before == "130–180 g a day at 82 kg (5 Nov)"
    choose(dialog, PerMass.LB, Volume.US_CUP)
    assert (own.low.text(), own.high.text(), own.drinks.text()) == ("0.73", "1", "12")
    assert own.per.currentText() == "g per lb of bodyweight"
    assert "per pound, as here" in own.about[0].text()
    assert "12.7 cups (US) for men" in own.about[1].text()
    assert own.says.text() == before
    choose(dialog, PerMass.KG, Volume.METRIC_CUP)
    assert "1.8–2.2 g per kg" in own.about[0].text()
    choose(dialog, PerMass.KG, Volume.LITRE)
    dialog.accept()
    assert dialog.goals == Goals()


def test_a_gram_per_pound_typed_as_per_kilogram_is_asked_about(opened: Open) -> None:
    dialog = opened()
    own = dialog.own
    for field, text in ((own.low, "0,8"), (own.high, "1")):
        field.selectAll()
        QTest.keyClicks(field, text)
    assert own.asks.isVisible()
    own.per.setCurrentIndex(own.per.findData(PerMass.LB))
    assert not own.asks.isVisible()


def test_a_doctors_limit_is_entered_with_name_and_end(
    opened: Open,
) -> None:
    dialog = opened()
    assert not dialog.protein.by.isVisible()
    dialog.protein.ticked.click()
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.problem.text() == "A limit on protein is 10 to 500 g a day."
    QTest.keyClicks(dialog.protein.most, "60")
    QTest.keyClicks(dialog.protein.by, "Dr Ruiz")
    dialog.protein.ends.click()
    dialog.protein.until.show_day(date(2027, 3, 3))
    dialog.accept()
    assert dialog.goals.protein_limit == DoctorLimit(60.0, "Dr Ruiz", date(2027, 3, 3))


def test_under_18_there_is_no_number_in_sight(opened: Open, lifter: int, today: date) -> None:
    bodyweight.change(lifter, today, 60.0)
    clients.change(replace(clients.lifter(lifter), birth_year=today.year - 15))
    dialog = opened()
    assert not dialog.own.isVisible()
    dialog.accept()
    assert dialog.goals == Goals()


def test_targets_are_set_in_one_step_and_taken_back(window: MainWindow, lifter: int) -> None:
    fuel_stories.show(window)
    (dialog,) = window.findChildren(FuelDialog)
    dialog.printed.click()
    dialog.accept()
    assert fuel.goals(lifter).printed
    window.undo_stories.undo()
    assert not fuel.goals(lifter).printed


def test_food_and_drink_stand_below_the_check_in_only_when_that_is_wanted(desk):
    bodyweight.change(desk.lifter, desk.today, 82.0)
    desk.refresh()
    assert not desk.tab.side.fuel.isVisible()
    switches.set_on(desk.lifter, Switch.FUEL, True)
    desk.refresh()
    assert desk.tab.side.fuel.text().startswith("Protein 130–180 g a day")
