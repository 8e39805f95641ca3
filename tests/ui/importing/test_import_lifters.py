"""Whole lifters from our own export: taken in with a backup, or refused in place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from time import sleep
from typing import TypeAlias

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from planner.coach import adopting, backup_place, charts, clients, files
from planner.engine.terms import Lifter, LoggedExercise, LoggedSet, Session
from planner.storage import log
from planner.ui.import_wizard import ImportWizard
from planner.ui.main_window import MainWindow

LOGS = Path(__file__).parents[2] / "data" / "logs"
TODAY = date(2026, 11, 5)
Bring: TypeAlias = Callable[[ImportWizard], None]
ImportFirst: TypeAlias = Callable[..., ImportWizard]


def sets(lifter: int) -> int:
    return charts.totals(lifter)[1]


@pytest.fixture
def exported(empty_window: MainWindow, tmp_path: Path, export: Callable[..., object]) -> Path:
    """Everything of one lifter in a file, from a computer whose lifters are not here."""
    path = tmp_path / "ada.json"
    ada = clients.add(Lifter(name="Ada Novak", bodyweight_kg=61.0))
    export(path, ada)
    path.write_text(path.read_text("utf-8").replace(clients.lifter(ada).uid, "0" * 32))
    clients.archive(ada, TODAY)
    empty_window.refresh()
    return path


def test_our_own_export_comes_back_with_its_lifters(
    exported: Path, import_first: ImportFirst, take_in: Bring
) -> None:
    wizard = import_first(exported)
    assert wizard.windowTitle() == wizard.heading.title.text() == f"Take in {exported.name}"
    assert wizard.document_page.model.values() == [["Ada Novak", 0, 0, 0]]
    take_in(wizard)
    assert [(made.name, made.bodyweight_kg) for made in clients.lifters()] == [("Ada Novak", 61.0)]


def test_a_backup_is_made_before_lifters_are_taken_in(
    empty_window: MainWindow,
    exported: Path,
    database: Path,
    import_first: ImportFirst,
    take_in: Bring,
) -> None:
    take_in(import_first(exported))
    (made,) = files.backups(database)
    assert files.contents(made.path)["lifter"] == 2  # the one archived, and the one made for a log
    assert "Backup" in empty_window.status.backup.text()


def test_without_a_backup_no_lifters_are_taken_in_and_the_wizard_stays(
    empty_window: MainWindow, exported: Path, database: Path, import_first: ImportFirst
) -> None:
    backup_place.usual(database).write_text("a file in the folder's place")
    wizard = import_first(exported)
    wizard.import_button.click()
    assert "no backup could be written" in empty_window.status.news.text()
    assert wizard.document_page.isVisible()
    assert [made.name for made in clients.lifters()] == ["Me"]


def test_lifters_who_could_not_be_stored_can_be_tried_again(
    empty_window: MainWindow,
    exported: Path,
    monkeypatch: pytest.MonkeyPatch,
    import_first: ImportFirst,
    take_in: Bring,
) -> None:
    def full(_document: object) -> Iterator[None]:
        yield
        raise files.FullDisk("The disk is full.")

    wizard = import_first(exported)
    with monkeypatch.context() as patched:
        patched.setattr(adopting, "adopting", full)
        take_in(wizard)
    assert empty_window.status.news.text() == "The disk is full."
    assert wizard.document_page.isVisible()
    assert [made.name for made in clients.lifters()] == ["Me"]
    take_in(wizard)
    assert [made.name for made in clients.lifters()] == ["Ada Novak"]


def test_leaving_while_lifters_are_stored_leaves_all_as_it_was(
    empty_window: MainWindow,
    exported: Path,
    monkeypatch: pytest.MonkeyPatch,
    import_first: ImportFirst,
) -> None:
    adopt = adopting.adopting

    def slowly(document: adopting.Document) -> Iterator[None]:
        for _ in adopt(document):
            sleep(0.05)
            yield

    monkeypatch.setattr(adopting, "adopting", slowly)
    wizard = import_first(exported)
    wizard.import_button.click()
    assert wizard.reading_page.isVisible()
    wizard.cancel_button.click()
    assert clients.lifters() == []
    assert empty_window.lifter is None


def test_a_log_imported_just_before_our_own_export_stays(
    exported: Path, qtbot: QtBot, bring: Bring, import_first: ImportFirst, take_in: Bring
) -> None:
    wizard = import_first(LOGS / "hevy-lb.csv", exported)
    bring(wizard)
    qtbot.waitUntil(wizard.document_page.isVisible)
    take_in(wizard)
    stored = {made.name: sets(made.id or 0) > 0 for made in clients.lifters()}
    assert stored == {"Ada Novak": False, "Me": True}


def test_a_document_with_an_exercise_that_nobody_describes_is_refused_in_place(
    empty_window: MainWindow, tmp_path: Path, export: Callable[..., object], qtbot: QtBot
) -> None:
    ada = clients.add(Lifter(name="Ada Novak"))
    slot = LoggedExercise("back-squat", (LoggedSet(100.0, 5),))
    log.add_session(ada, Session(TODAY, (slot,)))
    path = tmp_path / "ada.json"
    export(path, ada)
    written = path.read_text("utf-8").replace("back-squat", "moon-squat", 1)
    path.write_text(written.replace(clients.lifter(ada).uid, "0" * 32))
    empty_window.refresh()
    empty_window.file_stories.import_log([path])
    (wizard,) = empty_window.findChildren(ImportWizard)
    qtbot.waitUntil(wizard.choose_page.isVisible)
    assert "'moon-squat', but does not describe it" in wizard.choose_page.problem.text()
    assert [made.name for made in clients.lifters()] == ["Ada Novak"]


def test_a_document_whose_lifters_are_here_says_that_nothing_is_new(
    wizard: ImportWizard, tmp_path: Path, export: Callable[..., object], qtbot: QtBot
) -> None:
    clients.add(Lifter(name="Ada"))
    path = tmp_path / "all.json"
    export(path)
    wizard.read([path])
    qtbot.waitUntil(wizard.choose_page.isVisible)
    shown = [each.text() for each in wizard.choose_page.findChildren(QLabel)]
    assert "Everything in all.json is here already." in shown
