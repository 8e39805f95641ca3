"""A trainer hands a plan over, the client trains and hands the log back; two computers meet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from planner.coach import clients, merging as coach, parts
from planner.engine.terms import (
    Lifter,
    LoggedExercise,
    LoggedSet,
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    Session,
)
from planner.storage import log, plan
from planner.ui import hand_over_stories
from planner.ui.hand_over_dialog import HandOverDialog
from planner.ui.main_window import MainWindow
from planner.ui.merge_file_dialog import MergeFileDialog
from planner.ui.worker import Work

TODAY = date(2026, 11, 5)
ENTRY = LoggedSet(100.0, 5, rir=2.0, load=100.0)


def trained(lifter: int, on: date, sets: int = 3) -> int:
    done = Session(on, (LoggedExercise("back-squat", (ENTRY,) * sets),), finished=True)
    return log.add_session(lifter, done)


def planned(lifter: int) -> None:
    slot = PlannedExercise("back-squat", (PlannedSet(5, 5, rir=2.0),) * 3)
    week = Microcycle(1, TODAY, (PlannedSession("Lower", 0, (slot,)),))
    plan.add_mesocycle(lifter, Mesocycle("Autumn", TODAY, weeks=(week,)))


def take_in(path: Path) -> None:
    """Merge on the other computer, with all as it is proposed."""
    other = coach.fetch(path)
    parts.at_once(coach.apply(parts.at_once(coach.look(other)), {}))
    other.close()


def test_whoever_leaves_just_when_the_file_is_read_leaves_no_copy_of_it(
    window: MainWindow, from_client: Path, tmp_path: Path, monkeypatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temp"))
    (tmp_path / "temp").mkdir()
    window.file_stories.take([from_client])
    (dialog,), works = window.findChildren(MergeFileDialog), window.findChildren(Work)
    assert all(work.wait(10) for work in works)
    assert list((tmp_path / "temp").iterdir())
    dialog.reject()
    qtbot.waitUntil(lambda: not list((tmp_path / "temp").iterdir()))


def names() -> list[str]:
    return [each.name for each in clients.lifters()]


def only_one() -> int:
    (anna,) = clients.lifters()
    assert anna.id is not None
    return anna.id


@pytest.fixture
def from_client(elsewhere, lifter, hand_over) -> Path:
    """What Sam hands back after three sessions of the plan that the trainer handed over."""
    planned(lifter)
    plan_only = hand_over(lifter, name="plan.planner", plan_only=True)
    with elsewhere():
        take_in(plan_only)
        sam = only_one()
        for back in range(3):
            trained(sam, TODAY - timedelta(days=2 * back))
        return hand_over(sam, name="Sam.planner")


def test_what_the_client_logged_comes_back_as_one_step(
    from_client, merging, window: MainWindow, lifter: int, qtbot: QtBot
) -> None:
    dialog = merging(from_client)
    row = dialog.changes.model.row(0)
    assert row.whose == "Sam Lifter"
    assert row.new.startswith("3 sessions")
    assert not dialog.on_both_sides.isVisible()
    with qtbot.waitSignal(dialog.merged):
        dialog.merge_button.click()
    assert len(log.sessions(lifter)) == 3
    assert window.history.stack.undoText() == "Merge Sam.planner"
    assert window.status.news.text().startswith("Sam.planner is merged: Sam Lifter, 3 sessions")
    window.history.undo()
    assert log.sessions(lifter) == []


def test_merging_the_same_file_again_has_nothing_new(from_client, merging, qtbot: QtBot) -> None:
    dialog = merging(from_client)
    with qtbot.waitSignal(dialog.merged):
        dialog.merge_button.click()
    again = merging(from_client)
    assert not again.merge_button.isEnabled()
    assert again.cancel_button.text() == "&Close"
    assert "Nothing new" in " ".join(each.text() for each in again.changes.findChildren(QLabel))


def test_leaving_before_merging_changes_nothing(
    from_client, merging, window: MainWindow, lifter: int
) -> None:
    merging(from_client).reject()
    assert log.sessions(lifter) == []
    assert window.history.stack.count() == 0


def test_cancelling_while_it_is_merged_changes_nothing(
    from_client, merging, window: MainWindow, lifter: int
) -> None:
    dialog = merging(from_client)
    dialog.merge_button.click()
    dialog.cancel_button.click()
    assert log.sessions(lifter) == []
    assert window.history.stack.count() == 0


def test_what_both_changed_is_shown_and_the_choice_stands(
    elsewhere, hand_over, lifter: int, merging, qtbot: QtBot
) -> None:
    trained(lifter, TODAY, 1)
    first = hand_over(lifter)
    with elsewhere():
        take_in(first)
        (there,) = log.sessions(only_one())[0].exercises[0].sets
        _reload(there, 110.0)
        back = hand_over(only_one(), name="back.planner")
    (here,) = log.sessions(lifter)[0].exercises[0].sets
    _reload(here, 105.0)
    dialog = merging(back)
    dialog.on_both_sides.click()
    (made,) = [dialog.differences.model.row(0)]
    assert "105" in made.here
    assert "110" in made.there
    dialog.differences.table.selectAll()
    press(dialog, "Take the &file's")
    with qtbot.waitSignal(dialog.merged):
        dialog.merge_button.click()
    assert log.sessions(lifter)[0].exercises[0].sets[0].load_kg == 110.0


def press(dialog: MergeFileDialog, text: str) -> None:
    (found,) = [each for each in dialog.findChildren(QPushButton) if each.text() == text]
    found.click()


def _reload(entry: LoggedSet, kg: float) -> None:
    log.update_set(replace(entry, load_kg=kg, load=kg))


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + b"x" * 200])
def test_a_file_that_is_none_is_refused_in_words(
    content: bytes, tmp_path: Path, merging, lifter: int
) -> None:
    path = tmp_path / "strange.planner"
    path.write_bytes(content)
    dialog = merging(path)
    assert dialog.refusal.isVisible()
    assert dialog.refusal.text()
    assert not dialog.merge_button.isVisible()


def test_a_file_that_is_not_there_is_refused_in_words(tmp_path: Path, merging) -> None:
    assert "gone.planner" in merging(tmp_path / "gone.planner").refusal.text()


def test_the_trainer_hands_over_who_is_ticked(
    window: MainWindow, lifter: int, choose_files, tmp_path: Path, elsewhere, qtbot: QtBot
) -> None:
    clients.add(Lifter(name="Anna"))
    planned(lifter)
    window.refresh()
    hand_over_stories.ask(window)
    (dialog,) = window.findChildren(HandOverDialog)
    assert dialog.lifter_ids() == [window.lifter_id()]
    dialog.nobody.click()
    assert not dialog.hand_over.isEnabled()
    dialog.everybody.click()
    path = tmp_path / "both.planner"
    choose_files(tmp_path / "both")
    dialog.hand_over.click()
    qtbot.waitUntil(path.exists)
    qtbot.waitUntil(lambda: str(path) in window.status.news.text())
    with elsewhere():
        take_in(path)
        assert names() == ["Anna", "Sam Lifter"]


def test_a_handover_that_cannot_be_written_is_told(
    window: MainWindow, lifter: int, choose_files, tmp_path: Path, qtbot: QtBot
) -> None:
    hand_over_stories.ask(window)
    (dialog,) = window.findChildren(HandOverDialog)
    choose_files(tmp_path / "no such folder" / "x.planner")
    dialog.hand_over.click()
    qtbot.waitUntil(lambda: "no such folder" in window.status.news.text())
    assert list(tmp_path.glob("no such folder/*")) == []
