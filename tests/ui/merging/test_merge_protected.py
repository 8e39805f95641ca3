"""Merging another computer's file that has a passphrase: it is asked for, and nothing lies open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from planner.engine.terms import Lifter, LoggedExercise, LoggedSet, Session
from planner.storage import clients, driver, log, protection
from planner.storage.telling import unheard
from planner.ui.merge_file_dialog import MergeFileDialog
from planner.ui.passphrase_question import PassphraseQuestion

pytest.importorskip("sqlcipher3")
DAY = date(2026, 11, 3)
SQUATS = LoggedExercise("back-squat", (LoggedSet(100.0, 5, load=100.0),))
WORDS = "seven quiet lifters eat rice"


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder where temporary files go."""
    folder = tmp_path / "temp"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


@pytest.fixture
def laptop(elsewhere, lifter: int, temporary: Path) -> Iterator[Path]:
    """Return a laptop's file with a passphrase, in which Anna trained."""
    with elsewhere() as path:
        anna = clients.add_lifter(Lifter(name="Anna"))
        log.add_session(anna, Session(DAY, (SQUATS,)))
        with protection.changing(path, WORDS) as work:
            work(unheard)
    driver.forget()
    yield path
    driver.forget()


def question(dialog: MergeFileDialog) -> PassphraseQuestion:
    (made,) = dialog.findChildren(PassphraseQuestion)
    return made


def answer(asked: PassphraseQuestion, words: str) -> None:
    asked.field.setText(words)
    asked.go.click()


def test_the_passphrase_is_asked_for_and_no_copy_can_be_read_without_it(
    laptop: Path, temporary: Path, merging, qtbot: QtBot
) -> None:
    dialog = merging(laptop)
    asked = question(dialog)
    answer(asked, "something else")
    qtbot.waitUntil(lambda: asked.says.text().startswith("That is not it."))
    answer(asked, WORDS)
    qtbot.waitUntil(dialog.preview_page.isVisible)
    assert dialog.changes.model.row(0).whose == "Anna (new)"
    copies = [each for each in temporary.rglob("*") if each.is_file()]
    assert [driver.is_protected(each) for each in copies] == [True]
    with qtbot.waitSignal(dialog.merged):
        dialog.merge_button.click()
    assert [each.name for each in clients.lifters()] == ["Anna", "Sam Lifter"]
    assert list(temporary.iterdir()) == []


def test_who_gives_no_passphrase_is_back_where_they_were(
    laptop: Path, temporary: Path, merging, qtbot: QtBot
) -> None:
    dialog = merging(laptop)
    question(dialog).reject()
    assert not dialog.isVisible()
    assert [each.name for each in clients.lifters()] == ["Sam Lifter"]
    assert list(temporary.iterdir()) == []
