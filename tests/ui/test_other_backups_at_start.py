"""Of a file that cannot be opened any backup can be restored, not only the newest one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from planner.coach import clients, files
from planner.engine.terms import Lifter, LoggedExercise, LoggedSet, Session
from planner.storage import log
from planner.ui.opening import Wish, open_with_help
from planner.ui.opening_dialog import OpeningDialog
from planner.ui.restore_dialog import RestoreDialog
from tests.ui.answers import answer

SQUATS = LoggedExercise("back-squat", (LoggedSet(100.0, 5),) * 40)


@pytest.fixture
def gone_back(database: Path, lifter: int) -> Path:
    """Close a file that went back to an early state and then forth again: what it held last is
    not in its newest backup."""
    early = files.back_up()
    log.add_session(lifter, Session(date(2026, 11, 2), (SQUATS,)))
    late = files.back_up()
    files.restore(early)
    files.restore(late)
    files.close_file()
    return database


def damage(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def words(dialog: RestoreDialog) -> str:
    return "\n".join(each.text() for each in dialog.findChildren(QLabel))


def sessions_after(dialog: RestoreDialog) -> str:
    return dialog._cells[2][1].text()


def opened(path: Path) -> None:
    """Open a file as a start does, and close it."""
    found = open_with_help(Wish(path))
    assert found is not None
    assert found.lock is not None
    found.lock.unlock()


def walk(dialog: RestoreDialog, qtbot: QtBot) -> list[str]:
    """Mark every backup from the newest to the oldest; return how many sessions each holds."""
    found = []
    for row in range(dialog.list.count()):
        dialog.list.setCurrentRow(row)
        qtbot.waitUntil(dialog.restore.isEnabled)
        found.append(sessions_after(dialog))
    return found


@pytest.mark.parametrize("spoil", [damage, Path.unlink])
def test_a_state_that_is_not_in_the_newest_backup_can_be_gone_back_to(
    gone_back: Path, qtbot: QtBot, spoil: Callable[[Path], None]
) -> None:
    spoil(gone_back)
    held: list[str] = []

    def choose(dialog: RestoreDialog) -> None:
        held.extend(walk(dialog, qtbot))
        dialog.list.setCurrentRow(held.index("1"))
        qtbot.waitUntil(dialog.restore.isEnabled)
        assert dialog._cells[1][0].text() == "–"
        assert "What is there now is backed up first." not in words(dialog)
        dialog.restore.click()

    def look(dialog: OpeningDialog) -> None:
        assert "The backup holds 1 lifter, 0 sessions" in dialog.held.text()
        answer(choose, RestoreDialog)
        dialog.others.click()

    answer(look)
    opened(gone_back)
    assert held == ["0", "1", "1", "0"]
    assert log.counts(clients.lifters()[0].id or 0) == (1, 40)
    files.close_file()


def test_who_leaves_the_list_is_where_they_were(gone_back: Path, qtbot: QtBot) -> None:
    damage(gone_back)

    def look(dialog: OpeningDialog) -> None:
        answer(RestoreDialog.reject, RestoreDialog)
        dialog.others.click()
        qtbot.waitUntil(lambda: not dialog.findChildren(RestoreDialog))
        assert dialog.backup_wanted is None
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    answer(look)
    assert open_with_help(Wish(gone_back)) is None


def test_without_a_backup_one_from_elsewhere_can_be_restored(
    tmp_path: Path, qtbot: QtBot, choose_files: Callable[..., None]
) -> None:
    path = tmp_path / "mine" / "planner.db"
    files.open_file(path)
    clients.add(Lifter(name="Ada"))
    choose_files(files.back_up(tmp_path / "stick.db"))
    files.close_file()
    damage(path)

    def choose(dialog: RestoreDialog) -> None:
        dialog.choose()
        qtbot.waitUntil(dialog.restore.isEnabled)
        dialog.restore.click()

    def look(dialog: OpeningDialog) -> None:
        assert dialog.others.text() == "Restore…"
        assert "restore one from elsewhere, or choose another file." in str(dialog._problem)
        answer(choose, RestoreDialog)
        dialog.others.click()

    answer(look)
    opened(path)
    assert [each.name for each in clients.lifters()] == ["Ada"]
    files.close_file()


def test_where_nothing_is_to_be_restored_nothing_is_offered(tmp_path: Path, qtbot: QtBot) -> None:
    foreign = tmp_path / "photo.db"
    foreign.write_bytes(b"\x89PNG" * 600)

    def look(dialog: OpeningDialog) -> None:
        assert not dialog.others.isVisible()
        dialog.reject()

    answer(look)
    assert open_with_help(Wish(foreign)) is None
