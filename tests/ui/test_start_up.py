"""Shell first, file second: what the first paint shows, and what is asked for meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from planner.coach import files, logging
from planner.ui.first_start import FirstStart
from planner.ui.import_wizard import ImportWizard
from planner.ui.lifter_popup import LifterPopup
from planner.ui.main_window import MainWindow
from planner.ui.top_bar import TabName

TODAY = date(2026, 11, 5)


@pytest.fixture
def shell(database: Path, lifter: int, qtbot: QtBot) -> Iterator[MainWindow]:
    """A window that is painted and not started."""
    made = MainWindow(database, lambda: TODAY)
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.painted):
        made.show()
    yield made
    made.close()


def press(window: MainWindow, keys: str) -> None:
    """Trigger the menu entry that has a shortcut."""
    (found,) = [
        action
        for menu in window.menuBar().actions()
        for action in menu.menu().actions()
        if QKeySequence(keys) in action.shortcuts()
    ]
    found.trigger()


def tab_buttons(window: MainWindow) -> list[QToolButton]:
    buttons = window.bar.findChildren(QToolButton)
    return [each for each in buttons if each.property("kind") == "tab"]


def tab_places(window: MainWindow) -> list[tuple[int, int]]:
    centres = [each.geometry().center() for each in tab_buttons(window)]
    return [(centre.x(), centre.y()) for centre in centres]


def test_the_shell_has_its_menus_and_tabs(shell: MainWindow) -> None:
    titles = [each.text() for each in shell.menuBar().actions()]
    assert titles == ["&File", "&Edit", "&View", "&Lifter", "&Plan", "L&ibrary", "&Help"]
    assert shell.bar.isVisible()
    assert len(tab_places(shell)) == len(TabName)
    assert not shell.menus.undo.isEnabled()


def test_nothing_is_said_to_be_saved_before_the_file_is_open(shell: MainWindow) -> None:
    assert shell.status.news.text() == ""


def test_an_opening_that_takes_a_while_says_so_until_the_data_are_there(
    shell: MainWindow, qtbot: QtBot
) -> None:
    assert not shell.opening.isVisible()
    qtbot.waitUntil(shell.opening.isVisible)
    assert shell.opening.text() == "Opening…"
    shell.resize(900, 600)
    assert shell.opening.geometry() == shell.pages.rect()
    shell.start()
    assert not shell.opening.isVisible()


def test_no_box_waits_for_a_lifter_before_anybody_is_known(shell: MainWindow) -> None:
    image = shell.bar.picker.grab().toImage()
    dots = {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}
    assert len(dots) == 1


def test_what_is_asked_for_before_the_file_is_read_is_done_right_after(shell: MainWindow) -> None:
    press(shell, "Ctrl+2")
    assert shell.pages.count() == 0
    shell.start()
    assert shell.tabs.log().isVisible()


def test_what_is_asked_for_twice_is_done_once(shell: MainWindow) -> None:
    press(shell, "Ctrl+I")
    press(shell, "Ctrl+I")
    shell.start()
    (wizard,) = shell.findChildren(ImportWizard)
    wizard.reject()


def test_what_is_asked_for_never_overtakes_an_older_wish(shell: MainWindow) -> None:
    done: list[str] = []
    shell.soon(lambda: done.append("first"))
    for _ in shell.starting():
        pass
    shell.soon(lambda: done.append("second"))
    assert done == []
    shell.settle()
    assert done == ["first", "second"]


def test_a_wish_that_fails_keeps_neither_the_next_one_nor_the_backup_back(
    shell: MainWindow, database: Path, qtbot: QtBot
) -> None:
    shell.soon(lambda: 1 / 0)
    press(shell, "Ctrl+2")
    with pytest.raises(ZeroDivisionError):
        shell.start()
    assert shell.tabs.log().isVisible()
    assert shell.ready
    qtbot.waitUntil(lambda: len(files.backups(database)) == 1)


@pytest.mark.parametrize("keys", ["Ctrl+P", "Ctrl+2", "Ctrl+L"])
def test_what_needs_a_lifter_is_not_done_when_there_is_none(
    database: Path, qtbot: QtBot, keys: str
) -> None:
    made = MainWindow(database, lambda: TODAY)
    qtbot.addWidget(made)
    press(made, keys)
    made.start()
    assert made.findChildren(FirstStart)
    qtbot.waitUntil(lambda: len(files.backups(database)) == 1)


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_list_of_lifters_waits_for_the_file(shell: MainWindow) -> None:
    shell.bar.picker.click()
    assert not shell.findChildren(LifterPopup)
    shell.start()
    assert shell.bar.picker.popup.isVisible()
    assert shell.bar.picker.popup.list.count() == 1
    shell.bar.picker.popup.close()


def test_a_tab_clicked_before_the_file_is_open_is_shown(shell: MainWindow) -> None:
    tab_buttons(shell)[TabName.LOG].click()
    shell.start()
    assert shell.tabs.log().isVisible()


def test_nothing_moves_when_the_lifter_comes(
    shell: MainWindow, database: Path, qtbot: QtBot
) -> None:
    shell.start()
    QApplication.processEvents()
    settled = tab_places(shell)
    shell.close()
    again = MainWindow(database, lambda: TODAY)
    qtbot.addWidget(again)
    with qtbot.waitSignal(again.painted):
        again.show()
    assert tab_places(again) == settled
    again.start()
    QApplication.processEvents()
    assert tab_places(again) == settled


def test_the_first_start_ever_shows_no_tabs_from_the_beginning(
    tmp_path: Path, qtbot: QtBot
) -> None:
    made = MainWindow(tmp_path / "none.db", lambda: TODAY)
    qtbot.addWidget(made)
    made.show()
    assert not any(each.isVisible() for each in made.bar.findChildren(QToolButton))


def test_an_unfinished_session_is_shown_without_building_the_planner(
    shell: MainWindow, lifter: int
) -> None:
    logging.start_free(lifter, TODAY)
    shell.start()
    assert shell.tabs.log().isVisible()
    assert shell.pages.count() == 1
