"""The import in the window: a log comes in as one step, or is refused in place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import TypeAlias

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from pytestqt.qtbot import QtBot

from planner.coach import charts, clients, files, importing
from planner.coach.refused import Refused
from planner.engine.terms import Lifter
from planner.ui.import_wizard import SEEN_MS, ImportWizard
from planner.ui.main_window import MainWindow
from planner.ui.worker import Work

LOGS = Path(__file__).parents[2] / "data" / "logs"
TODAY = date(2026, 11, 5)
Read: TypeAlias = Callable[..., ImportWizard]
Bring: TypeAlias = Callable[[ImportWizard], None]


def sets(lifter: int) -> int:
    return charts.totals(lifter)[1]


def test_the_preview_says_what_would_come_in_and_stores_nothing(read: Read, lifter: int) -> None:
    wizard = read(LOGS / "hevy-kg.csv")
    assert wizard.preview_page.summary.text().startswith("Hevy · ")
    assert wizard.import_button.text().startswith("&Import ")
    assert sets(lifter) == 0


def test_importing_is_one_step_that_undo_takes_back(
    read: Read, window: MainWindow, lifter: int, bring: Bring
) -> None:
    wizard = read(LOGS / "hevy-kg.csv")
    bring(wizard)
    assert sets(lifter) > 0
    assert not any(each.isVisible() for each in window.findChildren(ImportWizard))
    assert window.history.stack.undoText() == "Import hevy-kg.csv"
    window.history.undo()
    assert sets(lifter) == 0


def test_the_bar_moves_without_an_end_from_before_the_storing(
    read: Read, lifter: int, qtbot: QtBot
) -> None:
    wizard = read(LOGS / "hevy-kg.csv")
    with qtbot.waitSignal(wizard.commit_wanted):
        wizard.import_button.click()
        assert wizard.reading_page.bar.isVisible()
        assert wizard.reading_page.bar.maximum() == 0
        assert sets(lifter) == 0
    wizard.reject()


def test_cancelling_while_a_log_is_stored_leaves_nothing(
    read: Read, window: MainWindow, lifter: int, qtbot: QtBot
) -> None:
    wizard = read(LOGS / "hevy-kg.csv")
    with qtbot.waitSignal(wizard.commit_wanted):
        wizard.import_button.click()
    assert wizard.storing.is_busy()
    wizard.cancel_button.click()
    assert sets(lifter) == 0
    assert window.history.stack.count() == 0
    assert importing.imports(lifter) == []


def test_cancelling_at_the_last_moment_stores_nothing(
    read: Read, lifter: int, qtbot: QtBot
) -> None:
    wizard = read(LOGS / "hevy-kg.csv")
    wizard.import_button.click()
    wizard.cancel_button.click()
    qtbot.wait(2 * SEEN_MS)
    assert sets(lifter) == 0


def test_a_long_log_is_compared_in_slices_and_can_be_left_meanwhile(
    wizard: ImportWizard, lifter: int, qtbot: QtBot, tmp_path: Path
) -> None:
    days = [date(2001, 1, 1) + timedelta(days=number) for number in range(3000)]
    rows = [f"{on} 18:00:00;Legs;Squat (Barbell);{n};100;5" for on in days for n in (1, 2)]
    path = tmp_path / "strong.csv"
    head = "Date;Workout Name;Exercise Name;Set Order;Weight;Reps"
    path.write_text("\n".join([head, *rows]), "utf-8")
    wizard.read([path])
    qtbot.waitUntil(wizard.comparing.is_busy, timeout=20_000)
    assert wizard.reading_page.isVisible()
    assert wizard.reading_page.what.text() == "Comparing…"
    wizard.reject()
    assert not wizard.comparing.is_busy()
    assert sets(lifter) == 0


def test_a_backup_is_made_before_an_import(read: Read, database: Path, bring: Bring) -> None:
    wizard = read(LOGS / "strong-2018.csv")
    bring(wizard)
    (backup,) = files.backups(database)
    assert files.contents(backup.path)["session"] == 0


def test_a_file_that_is_here_already_has_nothing_to_import(
    read: Read, window: MainWindow, lifter: int
) -> None:
    path = LOGS / "strong-2018.csv"
    importing.commit(lifter, importing.preview(lifter, path), TODAY)
    wizard = read(path)
    assert not wizard.import_button.isEnabled()
    assert "here already" in wizard.preview_page.counts.text()


def test_files_come_in_one_after_the_other(
    read: Read, window: MainWindow, lifter: int, qtbot: QtBot, bring: Bring
) -> None:
    wizard = read(LOGS / "strong-2018.csv", LOGS / "strong-2021.csv")
    assert wizard.skip_button.isVisible()
    assert wizard.heading.file.text() == "File 1 of 2: strong-2018.csv"
    assert wizard.cancel_button.text() == "Cancel"
    bring(wizard)
    qtbot.waitUntil(
        lambda: wizard.preview_page.isVisible() and "2021" in wizard.heading.file.text()
    )
    assert wizard.heading.file.text() == "File 2 of 2: strong-2021.csv"
    bring(wizard)
    said = f"Imported {sets(lifter)} sets from 2 of 2 files. Each Ctrl+Z takes a file back."
    assert window.status.news.text() == said
    assert [made.file_name for made in importing.imports(lifter)] == [
        "strong-2021.csv",
        "strong-2018.csv",
    ]


def test_stopping_after_a_file_says_what_came_in(
    read: Read, window: MainWindow, qtbot: QtBot, bring: Bring
) -> None:
    wizard = read(LOGS / "strong-2018.csv", LOGS / "strong-2021.csv")
    bring(wizard)
    qtbot.waitUntil(wizard.preview_page.isVisible)
    assert wizard.cancel_button.text() == "Stop here"
    wizard.cancel_button.click()
    assert " from 1 of 2 files. " in window.status.news.text()


def test_a_file_can_be_skipped(read: Read, lifter: int, qtbot: QtBot) -> None:
    wizard = read(LOGS / "strong-2018.csv", LOGS / "strong-2021.csv")
    wizard.skip_button.click()
    qtbot.waitUntil(
        lambda: wizard.preview_page.isVisible() and "2021" in wizard.heading.file.text()
    )
    assert not wizard.skip_button.isVisible()
    wizard.reject()
    assert sets(lifter) == 0


def test_leaving_while_reading_stores_nothing(
    wizard: ImportWizard, window: MainWindow, lifter: int, qtbot: QtBot
) -> None:
    wizard.read([LOGS / "hevy-kg.csv"])
    (work,) = window.findChildren(Work)
    wizard.reject()
    work.wait()
    qtbot.waitUntil(lambda: not window.findChildren(Work))
    assert sets(lifter) == 0


@pytest.mark.parametrize(
    "content", [b"", b"\x00\x01\x02 binary", b"name,colour\nrose,red\n"], ids=str
)
def test_a_file_that_is_no_log_is_refused_with_what_was_looked_for(
    wizard: ImportWizard, tmp_path: Path, content: bytes, qtbot: QtBot
) -> None:
    path = tmp_path / "strange.csv"
    path.write_bytes(content)
    wizard.read([path])
    qtbot.waitUntil(wizard.choose_page.isVisible)
    assert "strange.csv cannot be imported" in wizard.choose_page.problem.text()
    assert not wizard.import_button.isVisible()
    wizard.reject()


def test_after_a_refusal_another_file_can_be_chosen(
    wizard: ImportWizard, tmp_path: Path, qtbot: QtBot, choose_files: Callable[..., None]
) -> None:
    wizard.read([tmp_path / "gone.csv"])
    qtbot.waitUntil(wizard.choose_page.isVisible)
    good = str(LOGS / "strong-2018.csv")
    choose_files(good)
    wizard.choose_page.choose()
    qtbot.waitUntil(wizard.preview_page.isVisible)
    assert wizard.choose_page.problem.text() == ""
    wizard.reject()


def test_files_can_be_dropped_on_the_first_page(wizard: ImportWizard, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(LOGS / "strong-2018.csv"))])
    copy, left, plain = (
        Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    entering = QDragEnterEvent(QPoint(9, 9), copy, data, left, plain)
    wizard.choose_page.dragEnterEvent(entering)
    assert wizard.choose_page.property("state") == "target"
    wizard.choose_page.dropEvent(QDropEvent(QPoint(9, 9), copy, data, left, plain))
    qtbot.waitUntil(wizard.preview_page.isVisible)
    wizard.reject()


def test_what_is_refused_is_told_in_the_status_bar_and_nothing_is_stored(
    window: MainWindow,
) -> None:
    def refused() -> None:
        clients.add(Lifter(name="Half done"))
        raise Refused("This cannot be done. Try another file.")

    assert not window.act("Take in", refused)
    assert window.status.news.text() == "This cannot be done. Try another file."
    assert [made.name for made in clients.lifters()] == ["Sam Lifter"]


def test_exercises_that_an_import_made_are_told_and_where_to_merge_them(
    read: Read, window: MainWindow, strong: Path, bring: Bring
) -> None:
    strong.write_text(strong.read_text("utf-8").replace("Squat (Barbell)", "Zwerg"), "utf-8")
    bring(read(strong))
    said = window.status.news.text()
    assert "1 exercise made new, see Library › Exercises › From imports" in said
