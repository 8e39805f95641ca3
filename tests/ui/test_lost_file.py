"""A sync program replaces the file under the window: it says so, loses nothing, and asks."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from planner.coach import clients, files
from planner.engine.terms import Lifter
from planner.ui.lost_file_dialog import LostFileDialog
from planner.ui.main_window import MainWindow
from planner.ui.merge_file_dialog import MergeFileDialog


@pytest.fixture
def synced(window: MainWindow, database: Path, tmp_path: Path) -> Path:
    """Put the file of another computer, which has an Ada, in the place of the open one."""
    other = tmp_path / "other.db"
    files.back_up(other)
    with closing(sqlite3.connect(other)) as elsewhere:
        elsewhere.execute("UPDATE lifter SET name = 'Ada of the laptop'")
        elsewhere.commit()
    window.act("Add", partial(clients.add, Lifter(name="Bo of this window")), adds=True)
    other.replace(database)
    return database


def add(window: MainWindow, name: str) -> bool:
    return window.act("Add", partial(clients.add, Lifter(name=name)), adds=True)


def names() -> list[str]:
    return [made.name for made in clients.lifters()]


def asked(window: MainWindow) -> LostFileDialog:
    (dialog,) = window.findChildren(LostFileDialog)
    assert isinstance(dialog, LostFileDialog)
    return dialog


def press(dialog: LostFileDialog, text: str) -> None:
    (found,) = [
        each for each in dialog.findChildren(QPushButton) if each.text().replace("&", "") == text
    ]
    found.click()


def said(window: MainWindow) -> str:
    return window.status.news.text()


@pytest.mark.usefixtures("synced")
def test_the_next_write_is_not_done_and_the_window_asks(window: MainWindow) -> None:
    assert not add(window, "Cem")
    assert "Nothing was written" in said(window)
    texts = " ".join(each.text() for each in asked(window).findChildren(QLabel))
    assert "Another program replaced your training data" in texts
    assert "safe in a backup" in texts
    assert names() == ["Bo of this window", "Sam Lifter"]


@pytest.mark.usefixtures("synced")
def test_until_somebody_decides_the_window_shows_what_it_had_and_changes_nothing(
    window: MainWindow,
) -> None:
    add(window, "Cem")
    press(asked(window), "Decide later")
    assert not add(window, "Cem")
    assert "open read-only here" in said(window)
    assert window.look_only.line is not None
    assert names() == ["Bo of this window", "Sam Lifter"]


@pytest.mark.usefixtures("synced")
def test_what_is_there_now_is_opened_and_what_the_window_had_is_kept(window: MainWindow) -> None:
    add(window, "Cem")
    press(asked(window), "Open what is there")
    assert names() == ["Ada of the laptop"]
    assert "kept in planner-" in said(window)
    assert add(window, "Cem")


def test_what_the_window_had_is_put_back_and_the_other_is_kept(
    window: MainWindow, synced: Path
) -> None:
    add(window, "Cem")
    press(asked(window), "Keep this window's")
    assert names() == ["Bo of this window", "Sam Lifter"]
    assert "What was there is kept in planner-" in said(window)
    assert add(window, "Cem")
    assert not window.look_only.is_on()
    with closing(sqlite3.connect(synced)) as other:
        assert ("Cem",) in other.execute("SELECT name FROM lifter").fetchall()


@pytest.mark.usefixtures("synced")
def test_both_are_merged_in_the_file_that_is_there_now(window: MainWindow, qtbot: QtBot) -> None:
    add(window, "Cem")
    press(asked(window), "Merge both…")
    qtbot.waitUntil(lambda: bool(window.findChildren(MergeFileDialog)))
    assert names() == ["Ada of the laptop"]
    window.findChildren(MergeFileDialog)[0].reject()


def test_a_deleted_file_is_put_back(window: MainWindow, database: Path) -> None:
    database.unlink()
    add(window, "Cem")
    press(asked(window), "Put them back")
    assert names() == ["Sam Lifter"]
    assert database.exists()


def test_a_file_that_cannot_be_opened_is_told_and_asked_about_again(
    window: MainWindow, synced: Path
) -> None:
    add(window, "Cem")
    synced.write_bytes(b"no database at all")
    press(asked(window), "Open what is there")
    assert "not a training database" in said(window)
    press(window.findChildren(LostFileDialog)[-1], "Keep this window's")
    assert names() == ["Bo of this window", "Sam Lifter"]


def test_only_what_leads_somewhere_is_offered(window: MainWindow, synced: Path) -> None:
    synced.write_bytes(b"no database at all")
    add(window, "Cem")
    shown = [each.text() for each in asked(window).findChildren(QPushButton)]
    assert shown == ["&Decide later", "&Keep this window's"]


def test_of_a_file_that_was_written_over_it_is_not_said_that_all_is_safe(
    window: MainWindow, database: Path, tmp_path: Path
) -> None:
    other = files.back_up(tmp_path / "other.db")
    window.act("Add", partial(clients.add, Lifter(name="Bo of this window")), adds=True)
    database.write_bytes(other.read_bytes())
    add(window, "Cem")
    texts = " ".join(each.text() for each in asked(window).findChildren(QLabel))
    assert "may mix rows of both files" in texts
    assert "safe" not in texts


@pytest.mark.usefixtures("synced")
def test_closing_the_window_asks_first(window: MainWindow) -> None:
    window.show()
    window.close()
    assert window.isVisible()
    press(asked(window), "Open what is there")
    assert window.close()


def test_what_cannot_be_read_any_more_gives_way_to_the_newest_backup(
    window: MainWindow, database: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    files.back_up()
    files.close_file()
    files.open_file(database)
    database.write_bytes(bytes(database.stat().st_size))
    monkeypatch.setattr(LostFileDialog, "exec", lambda dialog: press(dialog, "Use the backup") or 1)
    add(window, "Cem")
    assert names() == ["Sam Lifter"]
    assert add(window, "Cem")
