"""A second window, or a file that cannot be written: everything can be looked at."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QDialog,
    QMenu,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from planner.coach import clients, files, printing
from planner.coach.print_choice import PrintChoice
from planner.engine.terms import Lifter
from planner.ui.backups_dialog import BackupsDialog
from planner.ui.main_window import MainWindow
from planner.ui.merge_file_dialog import MergeFileDialog
from planner.ui.opening import Wish, open_with_help
from planner.ui.opening_lock import open_database
from planner.ui.sheet import write_pdf
from planner.ui.top_bar import TabName
from tests.ui.answers import answer, press
from tests.ui.entries import entries, menu_of, usable, words

TODAY = date(2026, 11, 5)
LOOK = """
import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from planner import __main__ as program
from planner.ui.main_window import MainWindow

def look():
    (window,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow)]
    if window.ready:
        print(window.windowTitle())
        window.close()
    else:
        QTimer.singleShot(20, look)

begin = QApplication.exec
QApplication.exec = lambda *_: (QTimer.singleShot(0, look), begin())[1]
sys.exit(program.main())
"""  # start the program, say what its window is called once the data are there, and close it

READS = {
    "File": "Imports… Deleted… Export… Hand over… Print week… Print charts… Backups… Quit",
    "Edit": "",
    "Lifter": "Switch lifter… All lifters… Go to a day or a sheet… Edit lifter… Recovery today… "
    "Time away… Skills… Skills of everybody… What the gym can load… Health questions… "
    "Referrals and letters… Limits… Fuel targets…",
    "Plan": "Block calendar… Suggestions What was decided… Print week…",
    "Library": "Exercises… Export own exercises and programs…",
}  # the other menus change no data
SHOWS = {
    "TopBar",
    "WeekHeader",
    "MesocyclePane",
    "SuggestionPane",
    "SessionHeader",
    "SessionList",
    "MonthCalendar",
    "SessionSearchField",
    "PageBar",
    "LiftPanel",
    "LiftList",
    "ChartCard",
    "StrengthCard",
    "TrainingDaysCard",
    "TodayLine",
}  # places whose buttons and fields show something, but for those that are marked
BUTTONS = {
    "Imports…": "Close",
    "Deleted…": "Close",
    "Backups…": "Close Show folder",
    "All lifters…": "Close Open Skills…",
    "Recovery today…": "Close Numbers and sources…",
    "Time away…": "Cancel",
    "Edit lifter…": "Cancel Health questions…",
    "What the gym can load…": "Cancel",
    "Health questions…": "Cancel",
    "Limits…": "Cancel",
    "Fuel targets…": "Cancel",
    "Skills…": "Close",
    "Skills of everybody…": "Close",
    "Referrals and letters…": "Close",
    "Block calendar…": "Close",
    "What was decided…": "Close",
    "Exercises…": "Close",
}  # that can be pressed in the dialog of an entry


def offered(menu: QMenu) -> list[str]:
    return [words(each) for each in entries(menu) if each.isEnabled() and each.text()]


def places(widget: QWidget) -> set[str]:
    """Return the kinds of what a widget is in."""
    above = widget.parentWidget()
    return {type(widget).__name__} | (places(above) if above is not None else set())


def add(window: MainWindow, name: str) -> bool:
    return window.act("Add", partial(clients.add, Lifter(name=name)), adds=True)


def test_a_window_that_looks_says_so_and_writes_nothing(
    looking: MainWindow, database: Path, qtbot: QtBot
) -> None:
    assert looking.windowTitle() == "Read-only – Workout Planner"
    for tab in TabName:
        looking.show_tab(tab)
    assert not add(looking, "Bo")
    assert "open read-only here" in looking.status.news.text()
    looking.backup_stories.back_up()
    qtbot.waitUntil(lambda: "could not be written" in looking.status.news.text())
    looking.close()
    assert [path.name for path in database.parent.iterdir()] == [database.name]


@pytest.mark.usefixtures("five_by_five")
def test_the_menus_offer_what_only_reads(looking: MainWindow) -> None:
    menus = {title: menu_of(looking, title) for title in READS}
    for menu in menus.values():
        menu.aboutToShow.emit()
        menu.aboutToHide.emit()
    looking.refresh()
    assert {title: " ".join(offered(menu)) for title, menu in menus.items()} == READS


@pytest.mark.usefixtures("five_by_five")
def test_the_tabs_offer_what_only_reads(looking: MainWindow) -> None:
    for tab in TabName:
        looking.show_tab(tab)
        lost = [each for each in usable(looking.tabs.show(tab)) if not places(each) & SHOWS]
        assert [each.accessibleName() for each in lost] == []


@pytest.mark.usefixtures("five_by_five")
def test_a_session_can_be_read_and_its_sets_cannot_be_typed_into(looking: MainWindow) -> None:
    log = looking.tabs.log()
    looking.show_tab(TabName.LOG)
    assert usable(log.start) == []
    assert usable(log.session.board) == []


def pressable(window: MainWindow, entry: QAction) -> str:
    """Return the buttons that can be pressed in the dialog of an entry."""
    entry.trigger()
    (dialog,) = [each for each in window.findChildren(QDialog) if each.isVisible()]
    found = [each for each in usable(dialog) if isinstance(each, QPushButton)]
    dialog.reject()
    return " ".join(sorted(each.text().replace("&", "") for each in found))


@pytest.mark.usefixtures("five_by_five")
def test_the_dialogs_offer_what_only_reads(looking: MainWindow) -> None:
    every = [each for title in READS for each in entries(menu_of(looking, title))]
    opening = [each for each in every if words(each) in BUTTONS]
    assert {words(each): pressable(looking, each) for each in opening} == BUTTONS


def test_what_writes_in_a_dialog_is_grey_and_says_why(looking: MainWindow) -> None:
    looking.backup_stories.show()
    (dialog,) = looking.findChildren(BackupsDialog)
    assert [each.text() for each in usable(dialog)] == ["&Close", "Show &folder"]
    assert dialog.now.toolTip() == "Read-only: nothing can be changed"
    dialog.reject()


def test_files_are_not_taken(looking: MainWindow) -> None:
    assert not looking.acceptDrops()
    looking.file_stories.take([Path("Anna.planner")])
    assert not looking.findChildren(MergeFileDialog)
    assert looking.status.news.text() == (
        "Anna.planner cannot be taken in here: this window only looks."
    )


def test_what_is_looked_at_can_be_exported_and_printed(
    five_by_five: None,
    looking: MainWindow,
    lifter: int,
    tmp_path: Path,
    export: Callable[..., object],
) -> None:
    everything, table, sheet = (tmp_path / name for name in ("all.json", "log.csv", "sheet.pdf"))
    export(everything)
    export(table, lifter)
    write_pdf(sheet, printing.sheets([lifter], TODAY, TODAY), PrintChoice())
    assert all(each.stat().st_size for each in (everything, table, sheet))


def test_it_shows_what_another_window_writes(
    looking: MainWindow, database: Path, qtbot: QtBot
) -> None:
    with closing(sqlite3.connect(database)) as other:
        other.execute("UPDATE lifter SET name = 'Sam of elsewhere'")
        other.commit()
    qtbot.waitUntil(
        lambda: looking.lifter is not None and looking.lifter.name == "Sam of elsewhere"
    )


def test_once_nobody_else_has_it_open_it_may_be_changed(looking: MainWindow) -> None:
    assert looking.look_only.line is not None
    looking.look_only.line.findChildren(QPushButton)[0].click()
    assert looking.windowTitle() == "Workout Planner"
    assert looking.menus.new.isEnabled()
    assert looking.tabs.log().start.isEnabled()
    assert looking.acceptDrops()
    assert add(looking, "Bo")


def test_while_another_window_has_it_open_it_stays_read_only(
    looking: MainWindow, database: Path
) -> None:
    lock = QLockFile(f"{database}.lock")
    assert lock.tryLock(0)
    assert looking.look_only.line is not None
    looking.look_only.line.findChildren(QPushButton)[0].click()
    assert looking.status.news.text() == "Another window has your data open. Close it first."
    assert not add(looking, "Bo")
    lock.unlock()


def test_the_second_window_on_a_file_is_offered_to_look(database: Path, qtbot: QtBot) -> None:
    first = open_database(database)
    answer(lambda dialog: press(dialog, "Open read-only"))
    second = open_with_help(Wish(database))
    assert second is not None
    assert second.lock is None
    files.close_file()
    first.let_go()


def test_the_command_line_opens_a_window_that_looks(database: Path, lifter: int) -> None:
    files.close_file()
    command = [sys.executable, "-W", "error", "-c", LOOK, "--db", str(database), "--read-only"]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    run = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout == "Read-only – Workout Planner\n"
