"""The file is gone at the start though backups are there: nobody begins anew without knowing."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from planner.coach import clients, files
from planner.ui.app import Start
from planner.ui.first_start import FirstStart
from planner.ui.main_window import MainWindow
from planner.ui.opening import Wish, open_with_help
from planner.ui.opening_dialog import OpeningDialog
from tests.ui.answers import answer, press

pytestmark = pytest.mark.usefixtures("hooks")


@pytest.fixture
def hooks() -> Iterator[None]:
    """Put the hooks for errors back."""
    before = sys.excepthook
    yield
    sys.excepthook = before


@pytest.fixture
def gone(database: Path, lifter: int) -> Path:
    """Return where a file was that had one lifter, a backup of which is there."""
    files.back_up()
    files.close_file()
    database.rename(database.with_name("elsewhere"))
    return database


@pytest.fixture
def start(gone: Path, qtbot: QtBot) -> Iterator[Callable[[], MainWindow]]:
    """Return what starts the window on the place where the file was."""
    started: list[Start] = []

    def begin() -> MainWindow:
        window = MainWindow(gone)
        qtbot.addWidget(window)
        started.append(Start(window))
        window.show()
        qtbot.waitUntil(lambda: window.ready)
        return window

    yield begin
    for each in started:
        each.close_file()


def test_the_newest_backup_is_offered_and_put_in_its_place(
    start: Callable[[], MainWindow], gone: Path
) -> None:
    answer(lambda dialog: press(dialog, "Restore the backup"))
    window = start()
    assert [each.name for each in clients.lifters()] == ["Sam Lifter"]
    assert not window.findChildren(FirstStart)
    assert gone.exists()
    assert window.status.news.text().startswith("Restored planner-")
    window.close()


def test_what_is_missing_and_what_the_backup_holds_are_told(gone: Path, qapp: object) -> None:
    said = answer(OpeningDialog.reject)
    assert open_with_help(Wish(gone)) is None
    text = "\n".join(said)
    assert "Your training data are not there" in text
    assert "planner.db is not there: it was moved or deleted" in text
    assert "The backup holds 1 lifter" in text
    assert not gone.exists()


def test_one_may_start_anew_and_keeps_the_backups(
    start: Callable[[], MainWindow], gone: Path
) -> None:
    answer(lambda dialog: press(dialog, "Start anew"))
    window = start()
    assert window.findChildren(FirstStart)
    assert len(files.backups(gone)) >= 1
    window.close()


def test_a_backup_that_only_a_passphrase_opens_is_offered_too(gone: Path, qapp: object) -> None:
    (backup,) = files.backups(gone)
    backup.path.write_bytes(b"noise" * 1000)
    found: list[str] = []

    def look(dialog: OpeningDialog) -> None:
        found.extend(each.text() for each in dialog.findChildren(QPushButton))
        dialog.reject()

    said = answer(look)
    assert open_with_help(Wish(gone)) is None
    assert any("Restore the backup" in text for text in found)
    assert not any("The backup holds" in text for text in said)
