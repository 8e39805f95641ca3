"""The lifter list, the help, and that every control has a name that can be read out."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QDialog, QLabel, QMenu, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from planner.coach import clients
from planner.engine.terms import Lifter, Unit
from planner.storage import rows
from planner.storage.base import open_connection
from planner.ui import help_pages
from planner.ui.lifter_dialog import LifterDialog
from planner.ui.main_window import MainWindow

TODAY = date(2026, 11, 5)
# Popups grab the keyboard, which a screen that is not there cannot.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def window(database: Path, lifter: int, qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(database, lambda: TODAY)
    qtbot.addWidget(made)
    made.show()
    made.start()
    yield made
    made.close()


def dialog(window: MainWindow) -> QDialog:
    return next(each for each in window.findChildren(QDialog) if each.isVisible())


def many(window: MainWindow) -> None:
    for name in ("Ada", "Ben", "Cem", "Dana", "Eli", "Fay", "Gus", "Hana", "Ida & Co"):
        clients.add(Lifter(name=name))
    window.refresh()


def listed(window: MainWindow) -> list[str]:
    rows = window.bar.picker.popup.list
    items = [rows.item(number) for number in range(rows.count())]
    return [item.text() for item in items if not item.isHidden()]


def test_few_lifters_are_listed_without_a_search_field(window: MainWindow) -> None:
    window.bar.picker.open_list()
    assert listed(window) == ["Sam Lifter"]
    assert not window.bar.picker.popup.search.isVisible()


def test_a_lifter_is_found_by_typing_and_enter(window: MainWindow, qtbot: QtBot) -> None:
    many(window)
    window.bar.picker.open_list()
    popup = window.bar.picker.popup
    qtbot.keyClicks(popup.search, "a")
    assert listed(window) == ["Ada", "Dana", "Fay", "Hana", "Ida & Co", "Sam Lifter"]
    qtbot.keyClick(popup.search, Qt.Key.Key_Down)
    qtbot.keyClick(popup.search, Qt.Key.Key_Return)
    assert window.lifter is not None
    assert window.lifter.name == "Dana"
    assert not popup.isVisible()


def test_nobody_found_chooses_nobody(window: MainWindow, qtbot: QtBot) -> None:
    many(window)
    window.bar.picker.open_list()
    qtbot.keyClicks(window.bar.picker.popup.search, "zz")
    qtbot.keyClick(window.bar.picker.popup.search, Qt.Key.Key_Up)
    qtbot.keyClick(window.bar.picker.popup.search, Qt.Key.Key_Return)
    assert window.lifter is not None
    assert window.lifter.name == "Sam Lifter"


def test_the_list_offers_a_new_lifter(window: MainWindow) -> None:
    window.bar.picker.open_list()
    window.bar.picker.popup.new_wanted.emit()
    made = dialog(window)
    assert isinstance(made, LifterDialog)
    made.form.name.setText("Zoe")
    made.accept()
    assert window.lifter is not None
    assert window.lifter.name == "Zoe"


@pytest.mark.parametrize(("others", "unit"), [(0, Unit.LB), (1, Unit.KG), (2, Unit.KG)])
def test_a_new_lifter_has_the_unit_of_most_whoever_is_shown(
    window: MainWindow, others: int, unit: Unit
) -> None:
    assert window.lifter is not None
    clients.change(replace(window.lifter, unit=Unit.LB))
    for number in range(others):
        clients.add_named(f"Kim {number}", Unit.KG)
    window.refresh()
    window.lifter_stories.new()
    made = dialog(window)
    assert isinstance(made, LifterDialog)
    made.form.name.setText("Zoe")
    made.accept()
    assert (made.lifter.unit, made.lifter.inventory) == (unit, clients.usual_inventory(unit))


def test_a_lifter_is_changed_in_place_and_undone(window: MainWindow) -> None:
    window.lifter_stories.edit()
    made = dialog(window)
    assert isinstance(made, LifterDialog)
    made.form.coach.setText("Studio Nord")
    made.accept()
    assert clients.lifters()[0].coach == "Studio Nord"
    window.history.undo()
    assert clients.lifters()[0].coach == ""


def test_an_archived_lifter_can_be_brought_back_weeks_later(window: MainWindow) -> None:
    menu = QMenu(window)
    window.lifter_stories.fill_archived(menu)
    assert [(each.text(), each.isEnabled()) for each in menu.actions()] == [("Nobody", False)]
    window.lifter_stories.archive()
    window.history.clear()
    window.lifter_stories.fill_archived(menu)
    menu.actions()[0].trigger()
    assert [made.name for made in clients.lifters()] == ["Sam Lifter"]


def test_an_undo_that_cannot_be_written_can_be_tried_again(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.lifter_stories.add(Lifter(name="Ada"))
    open_connection().execute("PRAGMA query_only = 1")
    with qtbot.assertNotEmitted(window.history.changed):
        window.history.undo()
    assert "cannot be written" in window.status.news.text()
    assert window.history.stack.canUndo()
    open_connection().execute("PRAGMA query_only = 0")
    window.history.undo()
    assert [made.name for made in clients.lifters()] == ["Sam Lifter"]
    window.history.redo()
    assert len(clients.lifters()) == 2


def test_an_undo_that_other_changes_made_impossible_is_forgotten(window: MainWindow) -> None:
    window.lifter_stories.add(Lifter(name="Ada"))
    rows.remove("lifter", window.lifter_id())
    window.history.undo()
    assert window.status.news.text().startswith("This can no longer be undone")
    assert not window.history.stack.canUndo()


@pytest.mark.parametrize(
    "show", [help_pages.show_shortcuts, help_pages.show_privacy, help_pages.show_about]
)
def test_help_opens_and_closes(window: MainWindow, show: Callable[[MainWindow], None]) -> None:
    show(window)
    made = dialog(window)
    assert len(made.findChildren(QLabel)) > 2
    made.accept()


def test_the_list_of_keys_has_all_that_log_a_set(window: MainWindow) -> None:
    help_pages.show_shortcuts(window)
    keys = {each.text() for each in dialog(window).findChildren(QLabel)}
    assert {
        "Enter", "↑  ↓", "+  −", "?", "W  F", "Del", "Esc",
        "Ctrl+D", "Ctrl+E", "Ctrl+Enter", "Alt+1  2  3",
    } <= keys  # fmt: skip


@pytest.mark.parametrize(
    "show", [help_pages.show_shortcuts, partial(help_pages.show_page, page="suggestions")]
)
def test_help_is_no_larger_than_a_small_screen(
    window: MainWindow, show: Callable[[MainWindow], None]
) -> None:
    show(window)
    made, screen = dialog(window), window.screen().availableSize()
    assert made.width() <= screen.width()
    assert made.height() <= screen.height()


def test_the_evidence_page_lists_the_numbers(window: MainWindow) -> None:
    help_pages.show_evidence(window)
    (page,) = dialog(window).findChildren(QTextBrowser)
    assert "rule of thumb" in page.toPlainText()


def test_the_help_tells_how_suggestions_are_made(window: MainWindow) -> None:
    help_pages.show_page(window, "suggestions")
    (page,) = dialog(window).findChildren(QTextBrowser)
    assert page.accessibleName() == "How suggestions are made"


def test_privacy_names_the_file(window: MainWindow, database: Path) -> None:
    help_pages.show_privacy(window)
    assert str(database) in {each.text() for each in dialog(window).findChildren(QLabel)}


def unnamed(widget: QWidget) -> list[str]:
    """Return the controls that a keyboard reaches and a screen reader has no name for."""
    found = []
    for each in widget.findChildren(QWidget):
        reached = each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        face = QAccessible.queryAccessibleInterface(each) if reached else None
        if face is not None and not face.text(QAccessible.Text.Name):
            found.append(f"{type(each).__name__} {each.objectName()}")
    return found


def test_every_control_around_the_tabs_has_a_name(window: MainWindow) -> None:
    assert unnamed(window.bar) == []
    for open_one in (
        window.lifter_stories.new,
        window.lifter_stories.choose_program,
        window.file_stories.import_log,
        window.file_stories.show_imports,
        window.backup_stories.restore,
        window.backup_stories.show,
    ):
        open_one()
        made = dialog(window)
        assert unnamed(made) == [], open_one
        made.reject()


def test_every_control_of_the_first_page_has_a_name(window: MainWindow) -> None:
    window.lifter_stories.archive()
    assert window.first_start is not None
    assert unnamed(window.first_start) == []


def test_the_program_starts_on_a_new_folder_and_ends_without_an_error(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path;"
        "from planner.ui import app;"
        "from planner.ui.backup_stories import BackupStories; last = BackupStories.begin;"
        "BackupStories.begin = lambda self: (last(self), self._window.close());"
        "sys.exit(app.run(Path(sys.argv[1])))"
    )
    path = tmp_path / "data" / "planner.db"
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", script, str(path)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (run.returncode, run.stderr) == (0, "")
    assert sorted(each.name for each in path.parent.iterdir()) == [
        "backups",
        "planner.db",
        "window.ini",
    ]
