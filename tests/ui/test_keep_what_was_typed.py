"""Another program writes while a dialog is open: nothing that was typed is lost."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from planner.coach import absences, clients, fuel, health, scope
from planner.coach.absences import Reason
from planner.engine.terms import Lifter, ReferralSource, Topic
from planner.storage.base import open_connection
from planner.ui import (
    absence_stories,
    desk,
    fuel_stories,
    health_stories,
    holiday_stories,
    scope_stories,
)
from planner.ui.absence_dialog import AbsenceDialog
from planner.ui.fuel_dialog import FuelDialog
from planner.ui.holiday_dialog import HolidayDialog
from planner.ui.intake_dialog import IntakeDialog
from planner.ui.lifter_dialog import LifterDialog
from planner.ui.main_window import MainWindow
from planner.ui.referral_clearance import ClearanceDialog
from planner.ui.referral_signs import SignsDialog
from planner.ui.scope_dialog import ScopeDialog

Kind = TypeVar("Kind", bound=QDialog)


def import_elsewhere(database: Path) -> None:
    """Write to the file as an import from the command line does."""
    with closing(sqlite3.connect(database)) as other:
        other.execute("UPDATE lifter SET coach = coach || 'Bo'")
        other.commit()


def opened(window: MainWindow, kind: type[Kind]) -> Kind:
    QApplication.processEvents()
    return next(each for each in window.findChildren(kind) if each.isVisible())


def refused(dialog: QDialog) -> str:
    """Return what an open dialog says of what could not be stored."""
    assert dialog.isVisible()
    said = dialog.findChild(QLabel, "unstored")
    assert said is not None
    return said.text()


def save_twice(dialog: QDialog, database: Path) -> None:
    """Save while another program has written, read why not, and save again."""
    import_elsewhere(database)
    dialog.accept()
    assert refused(dialog).startswith("Not done: another program changed your data")
    dialog.accept()
    assert not dialog.isVisible()


def test_a_new_client_is_stored_though_another_program_wrote(
    window: MainWindow, database: Path
) -> None:
    window.lifter_stories.new()
    dialog = opened(window, LifterDialog)
    dialog.form.name.setText("Lost One")
    import_elsewhere(database)
    dialog.accept()
    assert "Lost One" in [each.name for each in clients.lifters()]
    assert window.lifter is not None
    assert window.lifter.name == "Lost One"
    assert window.status.news.text().startswith("Lost One is here.")


def test_nobody_is_said_to_be_here_who_could_not_be_stored(
    window: MainWindow, database: Path
) -> None:
    open_connection().execute("PRAGMA busy_timeout = 0")
    window.lifter_stories.new()
    dialog = opened(window, LifterDialog)
    dialog.form.name.setText("Lost One")
    with closing(sqlite3.connect(database)) as other:
        other.execute("BEGIN IMMEDIATE")
        dialog.accept()
    assert "Another program is using" in refused(dialog)
    assert dialog.form.name.text() == "Lost One"
    assert "is here" not in window.status.news.text()


def test_a_client_who_is_edited_is_saved_the_second_time(
    window: MainWindow, database: Path
) -> None:
    window.lifter_stories.edit()
    dialog = opened(window, LifterDialog)
    dialog.form.name.setText("Sam Renamed")
    save_twice(dialog, database)
    assert [each.name for each in clients.lifters()] == ["Sam Renamed"]


def test_health_answers_stay_until_they_are_stored(window: MainWindow, database: Path) -> None:
    health_stories.show_questions(window)
    dialog = opened(window, IntakeDialog)
    dialog.note.setText("Ask about the knee")
    save_twice(dialog, database)
    stored = health.intake(window.lifter_id())
    assert stored is not None
    assert stored.note == "Ask about the knee"


def test_a_sign_stays_ticked_until_it_is_stored(window: MainWindow, database: Path) -> None:
    health_stories.ask_about_injury(desk.desk_of(window))
    dialog = opened(window, SignsDialog)
    save_twice(dialog, database)
    assert [each.topic for each in health.referrals(window.lifter_id())] == [Topic.INJURY]


def test_a_clearance_stays_until_it_is_stored(window: MainWindow, database: Path) -> None:
    key = window.lifter_id()
    health.raise_referral(key, Topic.SURGERY, window.today(), ReferralSource.INTAKE)
    (referral,) = health.referrals(key)
    health_stories._enter(desk.desk_of(window), referral, lambda: None)
    dialog = opened(window, ClearanceDialog)
    dialog.by.setText("Dr Ruiz")
    save_twice(dialog, database)
    assert health.referrals(key)[0].cleared_by == "Dr Ruiz"


def test_a_limit_stays_until_it_is_stored(window: MainWindow, database: Path) -> None:
    scope_stories.add(window)
    dialog = opened(window, ScopeDialog)
    dialog.words.setText("No deep knee bend")
    save_twice(dialog, database)
    assert [each.words for each in scope.restrictions(window.lifter_id())] == ["No deep knee bend"]


def test_days_away_stay_until_they_are_stored_and_only_then_an_injury_is_asked_about(
    window: MainWindow, database: Path
) -> None:
    absence_stories.add(desk.desk_of(window), window.today(), window.today())
    dialog = opened(window, AbsenceDialog)
    dialog.reasons.setCurrentIndex(dialog.reasons.findData(Reason.INJURED))
    import_elsewhere(database)
    dialog.accept()
    refused(dialog)
    assert not any(each.isVisible() for each in window.findChildren(SignsDialog))
    dialog.accept()
    assert len(absences.absences(window.lifter_id())) == 1
    assert opened(window, SignsDialog)


def test_a_holiday_stays_until_it_is_stored(window: MainWindow, database: Path) -> None:
    save_twice(holiday_stories.show(window), database)
    assert [each.reason for each in absences.absences(window.lifter_id())] == [Reason.HOLIDAY]
    assert not any(each.isVisible() for each in window.findChildren(HolidayDialog))


def test_targets_of_food_stay_until_they_are_stored(window: MainWindow, database: Path) -> None:
    fuel_stories.show(window)
    dialog = opened(window, FuelDialog)
    dialog.printed.setChecked(True)
    save_twice(dialog, database)
    assert fuel.targets(window.lifter_id(), window.today()).goals.printed


def test_the_first_page_goes_once_another_program_brought_a_lifter(
    empty_window: MainWindow, database: Path, qtbot: QtBot
) -> None:
    empty_window.show()
    page = empty_window.first_start
    assert page is not None
    assert page.isVisible()
    with closing(sqlite3.connect(database)) as other:
        clients.add(Lifter(name="Zed"))
        other.execute("UPDATE lifter SET coach = 'Bo'")
        other.commit()
    qtbot.waitUntil(lambda: not page.isVisible(), timeout=5000)
    assert empty_window.lifter is not None
    assert empty_window.lifter.name == "Zed"
