"""A lifter is deleted after a question, is nowhere to be seen, and comes back with everything."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from planner.coach import (
    adopting,
    blocks,
    client_list,
    clients,
    logging,
    planning,
    trash,
)
from planner.coach.refused import Refused
from planner.engine.terms import LoggedSet
from planner.ui import trash_stories
from planner.ui.delete_lifter_dialog import DeleteLifterDialog
from planner.ui.main_window import MainWindow
from planner.ui.trash_dialog import TrashDialog


@pytest.fixture
def trained(lifter: int, today: date, did: Callable[..., None], five_by_five: None) -> int:
    """A lifter with a log and a plan."""
    did(today - timedelta(days=3), "back-squat", LoggedSet(100.0, 5), LoggedSet(100.0, 5))
    return lifter


def asked(window: MainWindow) -> DeleteLifterDialog:
    trash_stories.delete_lifter(window)
    return next(each for each in window.findChildren(DeleteLifterDialog) if each.isVisible())


def put_back(window: MainWindow, row: int = 0) -> None:
    dialog = trash_stories.show(window)
    dialog.table.selectRow(row)
    dialog.take.click()


def names() -> list[str]:
    return [made.name for made in clients.lifters()]


def texts(dialog: object) -> str:
    from PySide6.QtWidgets import QLabel

    return " ".join(each.text() for each in dialog.findChildren(QLabel))


def test_the_question_says_what_goes_and_that_it_can_be_put_back(
    window: MainWindow, trained: int
) -> None:
    window.refresh()
    dialog = asked(window)
    assert "1 session with 2 sets and 1 plan go to the trash." in texts(dialog)
    assert "for 30 days" in texts(dialog)
    dialog.cancel.click()
    assert names() == ["Sam Lifter"]


def test_a_deleted_lifter_is_out_of_every_list_and_export(
    window: MainWindow,
    ada: int,
    trained: int,
    today: date,
    tmp_path: Path,
    export: Callable[..., object],
) -> None:
    window.show_lifter(trained)
    asked(window).delete.click()
    assert names() == ["Ada Novak"]
    assert window.lifter_id() == ada
    assert [made.lifter.name for made in client_list.clients(today)] == ["Ada Novak"]
    export(tmp_path / "all.json", private=True)
    assert "Sam Lifter" not in (tmp_path / "all.json").read_text("utf-8")
    assert window.status.news.text().startswith("Sam Lifter is in the trash.")


def test_ctrl_z_brings_a_deleted_lifter_back(window: MainWindow, ada: int, trained: int) -> None:
    window.show_lifter(trained)
    asked(window).delete.click()
    window.undo_stories.undo()
    assert window.lifter_id() == trained
    assert len(logging.sessions(trained)) == 1


def test_a_deleted_lifter_is_put_back_and_shown_with_all_that_is_theirs(
    window: MainWindow, ada: int, trained: int
) -> None:
    window.show_lifter(trained)
    asked(window).delete.click()
    window.history.clear()
    put_back(window)
    assert window.lifter_id() == trained
    assert len(logging.sessions(trained)) == 1
    assert len(planning.mesocycles(trained)) == 1
    assert window.status.news.text() == "Sam Lifter is back, with all that was theirs."


def test_who_has_neither_log_nor_plan_is_deleted_at_once(window: MainWindow, ada: int) -> None:
    trash_stories.delete_lifter(window)
    assert names() == ["Sam Lifter"]
    assert not window.findChildren(DeleteLifterDialog)


def test_the_last_lifter_leaves_the_first_page(window: MainWindow, trained: int) -> None:
    window.refresh()
    asked(window).delete.click()
    assert window.lifter is None
    assert window.first_start is not None
    put_back(window)
    assert window.lifter_id() == trained


def test_archiving_instead_deletes_nothing(window: MainWindow, ada: int, trained: int) -> None:
    window.show_lifter(trained)
    asked(window).archive.click()
    assert [made.name for made in clients.archived()] == ["Sam Lifter"]
    assert trash.contents() == []


def test_who_was_archived_comes_back_among_the_archived(
    window: MainWindow, ada: int, trained: int, today: date
) -> None:
    clients.archive(trained, today)
    trash.delete_lifter(trained)
    assert clients.archived() == []
    put_back(window)
    assert "among the archived" in window.status.news.text()
    assert [made.id for made in clients.archived()] == [trained]


def test_a_deleted_plan_is_listed_and_put_back(window: MainWindow, trained: int) -> None:
    (block,) = planning.mesocycles(trained)
    blocks.delete_mesocycle(block.id or 0)
    dialog = trash_stories.show(window)
    assert dialog.model.texts()[0][:4] == ["Plan", "Block", "Thu 5 Nov", "1 week"]
    dialog.take.click()
    assert len(planning.mesocycles(trained)) == 1
    assert window.status.news.text() == "The plan Block of Sam Lifter is back."


def test_a_file_with_a_deleted_lifter_is_refused_with_the_way_back(
    window: MainWindow, ada: int, trained: int, tmp_path: Path, export: Callable[..., object]
) -> None:
    export(tmp_path / "sam.json", trained)
    trash.delete_lifter(trained)
    with pytest.raises(Refused, match=r"Sam Lifter was deleted here\. Put them back with File"):
        adopting.newcomers(tmp_path / "sam.json")


def test_the_menus_lead_to_both(window: MainWindow, trained: int) -> None:
    window.refresh()
    menus = [entry.menu() for entry in window.menuBar().actions()]
    found = {each.text(): each for menu in menus for each in menu.actions()}
    found["&Deleted…"].trigger()
    (shown,) = window.findChildren(TrashDialog)
    assert not shown.take.isEnabled()
    shown.accept()
    next(
        each for text, each in found.items() if text.replace("&", "") == "Delete lifter…"
    ).trigger()
    assert window.findChildren(DeleteLifterDialog)
