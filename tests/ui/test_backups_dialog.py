"""Backups from the window: where they are, made at starts, put elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from planner.coach import backup_place, clients, files
from planner.engine.terms import Lifter
from planner.ui.backups_dialog import BackupsDialog
from planner.ui.main_window import MainWindow
from planner.ui.restore_dialog import RestoreDialog

TODAY = date.today()
NEVER_WRITTEN = Path("/proc/self")  # Linux's; not even root makes a file in it


@pytest.fixture
def today() -> date:
    """Return the real day, of which backups are called."""
    return TODAY


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A stick that is plugged in."""
    made = tmp_path / "stick"
    made.mkdir()
    return made


@pytest.fixture
def begun(window: MainWindow, qtbot: QtBot) -> Callable[[], None]:
    """Return a function that lets the window make the backup that is due."""

    def begin() -> None:
        window.backup_stories.begin()
        qtbot.waitUntil(lambda: not window.backup_stories.is_busy())

    return begin


def shown(window: MainWindow) -> BackupsDialog:
    window.backup_stories.show()
    return window.findChildren(BackupsDialog)[-1]


def unplugged(window: MainWindow, stick: Path) -> Path:
    """Take the stick with the backups away, and write something; return where it lies."""
    window.backup_stories.move(stick)
    gone = stick.rename(stick.with_name("unplugged"))
    clients.add(Lifter(name="Ada"))
    return gone


def plain(text: str) -> str:
    return text.replace("\u200b", "")


def test_without_a_backup_the_dialog_says_so(window: MainWindow, database: Path) -> None:
    dialog = shown(window)
    assert plain(dialog.place.text()) == str(backup_place.usual(database))
    assert (dialog.newest.text(), dialog.kept.text()) == ("None yet", "–")
    assert dialog.usual.isHidden()
    dialog.reject()


def test_a_backup_made_in_the_dialog_is_counted_there(
    window: MainWindow, qtbot: QtBot, database: Path
) -> None:
    dialog = shown(window)
    dialog.now.click()
    qtbot.waitUntil(lambda: dialog.kept.text().startswith("1 backup · "))
    assert dialog.newest.text().startswith("today, ")
    assert dialog.newest.text().endswith(" · by hand")
    assert dialog.bar.isHidden()
    dialog.reject()


def test_backups_are_put_on_a_stick_with_one_at_once(
    window: MainWindow, database: Path, stick: Path, choose_files: Callable[..., None]
) -> None:
    dialog = shown(window)
    choose_files(stick)
    dialog.change.click()
    folder = backup_place.folder_in(stick, database)
    assert plain(dialog.place.text()) == str(folder)
    assert len(list(folder.iterdir())) == 1
    dialog.usual.click()
    assert plain(dialog.place.text()) == str(backup_place.usual(database))
    assert dialog.kept.text().startswith("2 backups")
    dialog.reject()


def test_a_place_that_cannot_be_used_changes_nothing(
    window: MainWindow, database: Path, tmp_path: Path, choose_files: Callable[..., None]
) -> None:
    dialog = shown(window)
    choose_files(tmp_path / "gone")
    dialog.change.click()
    assert "Backups stay where they are" in dialog.note.text()
    assert backup_place.read(database).chosen is None
    dialog.reject()


@pytest.mark.skipif(not NEVER_WRITTEN.is_dir(), reason="needs a folder that takes no file")
def test_a_place_that_takes_no_backup_is_not_kept(
    window: MainWindow, database: Path, stick: Path
) -> None:
    backup_place.folder_in(stick, database).symlink_to(NEVER_WRITTEN)
    assert "cannot be written" in window.backup_stories.move(stick)
    assert backup_place.read(database).chosen is None


def test_a_stick_that_is_away_is_told_once_and_once_that_it_is_back(
    window: MainWindow, stick: Path, begun: Callable[[], None]
) -> None:
    assert window.backup_stories.move(stick) == ""
    gone = stick.rename(stick.with_name("unplugged"))
    clients.add(Lifter(name="Ada"))
    begun()
    assert "it is not there. It is in the usual folder instead." in window.status.news.text()
    assert ", not in stick" in window.status.backup.text()
    window.tell("")
    clients.add(Lifter(name="Ben"))
    begun()
    assert window.status.news.text() == ""
    dialog = shown(window)
    assert "cannot be used now" in dialog.note.text()
    gone.rename(stick)
    begun()
    assert window.status.news.text().startswith("Backups go to")
    assert ", not in" not in window.status.backup.text()
    assert "each day" in dialog.note.text()
    dialog.reject()


def test_a_stick_that_is_back_is_noticed_without_a_new_day(
    window: MainWindow, stick: Path, begun: Callable[[], None], qtbot: QtBot
) -> None:
    gone = unplugged(window, stick)
    begun()
    gone.rename(stick)
    window.backup_stories.look()
    qtbot.waitUntil(lambda: window.status.news.text().startswith("Backups go to"))


def test_a_stick_that_is_back_is_noticed_when_the_dialog_opens(
    window: MainWindow, stick: Path, begun: Callable[[], None], qtbot: QtBot
) -> None:
    gone = unplugged(window, stick)
    begun()
    gone.rename(stick)
    dialog = shown(window)
    assert "there again" in dialog.note.text()
    qtbot.waitUntil(lambda: "each day" in dialog.note.text())
    assert dialog.newest.text().startswith("today, ")
    dialog.reject()


def test_a_stick_that_is_back_and_holds_all_is_noticed_too(
    window: MainWindow, database: Path, stick: Path, begun: Callable[[], None]
) -> None:
    window.backup_stories.move(stick)
    gone = stick.rename(stick.with_name("unplugged"))
    begun()
    assert backup_place.read(database).missed
    gone.rename(stick)
    begun()
    assert window.status.news.text().startswith("Backups go to")
    assert not backup_place.read(database).missed


def test_the_dialog_has_room_for_all_that_it_warns_of(
    tmp_path: Path, stick: Path, qtbot: QtBot
) -> None:
    database = tmp_path / ("a_folder_with_a_long_name_" * 8) / "planner.db"
    files.open_file(database)
    window = MainWindow(database, lambda: TODAY)
    qtbot.addWidget(window)
    window.show()
    assert window.backup_stories.move(stick) == ""
    stick.rename(stick.with_name("unplugged"))
    window.backup_stories.back_up_unsaid()
    qtbot.waitUntil(lambda: not window.backup_stories.is_busy())
    dialog = shown(window)
    QApplication.processEvents()
    note = dialog.note
    assert "cannot be used now" in note.text()
    assert note.height() >= note.heightForWidth(note.width())
    assert dialog.findChild(QScrollArea).width() == note.width()
    assert dialog.rect().contains(note.mapTo(dialog, note.rect().bottomRight()))
    dialog.reject()
    window.close()


def test_when_it_was_looked_is_not_said_of_a_later_backup(
    window: MainWindow, database: Path, begun: Callable[[], None]
) -> None:
    begun()
    begun()
    dialog = shown(window)
    assert "nothing had changed" in dialog.newest.text()
    later = files.back_up()
    later.rename(later.with_name(f"planner-{TODAY + timedelta(days=1)}_120000.db"))
    dialog.refresh()
    assert "nothing had changed" not in dialog.newest.text()
    dialog.reject()


def test_a_stick_that_is_away_is_told_though_the_usual_folder_holds_all(
    window: MainWindow, stick: Path, begun: Callable[[], None]
) -> None:
    begun()
    window.backup_stories.move(stick)
    stick.rename(stick.with_name("unplugged"))
    begun()
    assert "it is not there. It is in the usual folder instead." in window.status.news.text()
    assert ", not in stick" in window.status.backup.text()


def test_closing_the_window_leaves_a_whole_backup_or_none(
    window: MainWindow, database: Path
) -> None:
    window.backup_stories.begin()
    window.close()
    made = list(backup_place.usual(database).iterdir())
    assert [each.suffix for each in made] in ([], [".db"])


def test_a_backup_that_cannot_be_written_is_told(
    window: MainWindow, database: Path, begun: Callable[[], None]
) -> None:
    backup_place.usual(database).write_text("a file in the folder's place")
    begun()
    assert window.status.news.text().startswith("The backup could not be written: ")
    assert window.status.backup.text() == "No backup yet"


def test_the_folder_is_shown_by_the_systems_own_program(
    window: MainWindow, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: not opened.append(url))
    dialog = shown(window)
    dialog.show_folder.click()
    assert dialog.note.text().endswith("is not there.")
    files.back_up()
    dialog.show_folder.click()
    assert [Path(url.toLocalFile()) for url in opened] == [backup_place.usual(database)]
    dialog.reject()


def test_the_dialog_leads_to_restoring(window: MainWindow) -> None:
    files.back_up()
    shown(window).restore.click()
    (dialog,) = window.findChildren(RestoreDialog)
    assert dialog.list.count() == 1
    dialog.reject()
