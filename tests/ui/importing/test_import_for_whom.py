"""For whom a log comes in: the lifter shown, the one the file names, or a new one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeAlias

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from planner.coach import charts, clients, importing, lifter_lock
from planner.engine.terms import Lifter, LoggedExercise, LoggedSet, Session, Unit
from planner.storage import imports, log
from planner.ui.import_wizard import ImportWizard
from planner.ui.main_window import MainWindow

LOGS = Path(__file__).parents[2] / "data" / "logs"
TODAY = date(2026, 11, 5)
Read: TypeAlias = Callable[..., ImportWizard]
Bring: TypeAlias = Callable[[ImportWizard], None]
ImportFirst: TypeAlias = Callable[..., ImportWizard]


def sets(lifter: int) -> int:
    return charts.totals(lifter)[1]


def test_the_wizard_says_for_whom_a_log_comes_in(wizard: ImportWizard, read: Read) -> None:
    assert wizard.heading.title.text() == wizard.windowTitle() == "Import a log for Sam Lifter"
    read(LOGS / "hevy-kg.csv")
    assert wizard.heading.title.text() == "Import a log for Sam Lifter"
    assert wizard.heading.file.text() == "hevy-kg.csv"


@pytest.fixture
def elsewhere(window: MainWindow, tmp_path: Path, export: Callable[..., object]) -> Path:
    """The log of Zoe, who is here but not shown, from a computer where she trained since."""
    zoe = clients.add(Lifter(name="Zoe"))
    slot = LoggedExercise("back-squat", (LoggedSet(100.0, 5, load=100.0),))
    session = log.add_session(zoe, Session(TODAY, (slot,)))
    path = tmp_path / "zoe.json"
    export(path, zoe)
    imports.delete_sessions([session])
    window.refresh()
    return path


def test_the_log_of_a_lifter_who_is_here_comes_in_for_them(
    elsewhere: Path, read: Read, window: MainWindow, bring: Bring
) -> None:
    sam, zoe = (clients.by_name(name).id or 0 for name in ("Sam Lifter", "Zoe"))
    wizard = read(elsewhere)
    assert wizard.heading.title.text() == wizard.windowTitle() == "Import a log for Zoe"
    assert wizard.heading.note.text() == (
        "The file holds the log of Zoe: it comes in there, not for Sam Lifter."
    )
    bring(wizard)
    assert (sets(sam), sets(zoe)) == (0, 1)
    assert window.lifter_id() == zoe


def test_the_next_file_comes_in_for_the_lifter_shown_again(
    elsewhere: Path, read: Read, qtbot: QtBot, bring: Bring
) -> None:
    sam, zoe = (clients.by_name(name).id or 0 for name in ("Sam Lifter", "Zoe"))
    wizard = read(elsewhere, LOGS / "hevy-kg.csv")
    bring(wizard)
    qtbot.waitUntil(lambda: wizard.heading.file.text() == "File 2 of 2: hevy-kg.csv")
    qtbot.waitUntil(wizard.preview_page.isVisible)
    assert wizard.heading.title.text() == "Import a log for Sam Lifter"
    assert not wizard.heading.note.isVisible()
    bring(wizard)
    assert sets(sam) > sets(zoe) == 1


def test_the_log_of_an_archived_lifter_asks_to_bring_them_back(
    elsewhere: Path, wizard: ImportWizard, qtbot: QtBot
) -> None:
    clients.archive(clients.by_name("Zoe").id or 0, TODAY)
    wizard.read([elsewhere])
    qtbot.waitUntil(wizard.choose_page.isVisible)
    shown = [each.text() for each in wizard.choose_page.findChildren(QLabel)]
    said = "zoe.json holds the log of Zoe, who is archived. Bring them back first."
    assert said in shown


def test_a_first_import_makes_a_lifter_who_reads_in_the_unit_of_the_log(
    bring: Bring, import_first: ImportFirst
) -> None:
    bring(import_first(LOGS / "hevy-lb.csv"))
    (made,) = clients.lifters()
    assert (made.name, made.unit) == ("Me", Unit.LB)


def test_the_preview_says_that_the_lifter_will_read_in_the_unit_of_the_log(
    bring: Bring, import_first: ImportFirst
) -> None:
    wizard = import_first(LOGS / "hevy-lb.csv")
    page = wizard.preview_page
    assert page.shown_note.isVisible()
    assert page.shown_note.text() == "The file is in lb; Me will be shown in lb."
    assert page.keep_unit.text() == "Keep kg"
    page.keep_unit.click()
    bring(wizard)
    assert clients.lifters()[0].unit is Unit.KG


def test_a_log_in_the_lifters_own_unit_asks_nothing(import_first: ImportFirst) -> None:
    wizard = import_first(LOGS / "hevy-kg.csv")
    assert not wizard.preview_page.shown_note.isVisible()
    assert not wizard.preview_page.keep_unit.isVisible()


def test_a_unit_chosen_on_the_first_page_is_kept(
    empty_window: MainWindow, bring: Bring, import_first: ImportFirst
) -> None:
    assert empty_window.first_start is not None
    empty_window.first_start.kilograms.click()
    bring(import_first(LOGS / "hevy-lb.csv"))
    assert clients.lifters()[0].unit is Unit.KG


def test_one_lifter_is_not_asked_about(read: Read) -> None:
    assert not read(LOGS / "hevy-kg.csv").heading.whose.isVisible()


@pytest.fixture
def zoe(window: MainWindow, qtbot: QtBot) -> int:
    """Another lifter, not shown."""
    made = clients.add(Lifter(name="Zoe"))
    window.refresh()
    return made


def choose(wizard: ImportWizard, name: str) -> None:
    whose = wizard.heading.whose
    whose.setCurrentIndex(whose.findText(name))
    whose.activated.emit(whose.currentIndex())


def test_a_log_comes_in_for_the_lifter_that_was_chosen(
    zoe: int, read: Read, window: MainWindow, bring: Bring, qtbot: QtBot
) -> None:
    sam = window.lifter_id()
    wizard = read(LOGS / "hevy-kg.csv")
    assert wizard.heading.whose.isVisible()
    assert wizard.heading.whose.currentText() == "Sam Lifter"
    choose(wizard, "Zoe")
    qtbot.waitUntil(wizard.preview_page.isVisible)
    assert wizard.heading.title.text() == "Import a log for Zoe"
    assert wizard.heading.file.text() == "hevy-kg.csv"
    bring(wizard)
    assert sets(zoe) > sets(sam) == 0
    assert window.lifter_id() == zoe


def test_what_a_lifter_has_already_is_counted_for_the_one_that_was_chosen(
    zoe: int, read: Read, window: MainWindow, qtbot: QtBot
) -> None:
    path = LOGS / "hevy-kg.csv"
    importing.commit(zoe, importing.preview(zoe, path), TODAY)
    wizard = read(path)
    assert wizard.import_button.isEnabled()
    choose(wizard, "Zoe")
    qtbot.waitUntil(wizard.preview_page.isVisible)
    assert wizard.import_button.text() == "Nothing new to import"


def test_nobody_is_offered_who_is_locked(zoe: int, window: MainWindow, qtbot: QtBot) -> None:
    lifter_lock.store_lock(clients.lifter(zoe), "1234", 5)
    lifter_lock.close(clients.lifter(zoe))
    window.file_stories.import_log()
    (wizard,) = window.findChildren(ImportWizard)
    assert not wizard.heading.whose.isVisible()
