"""What lies in the trash stays out of an import, and the preview says so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from pytestqt.qtbot import QtBot

from planner.coach import logging, trash
from planner.storage import log
from planner.ui import trash_stories
from planner.ui.import_wizard import ImportWizard
from planner.ui.main_window import MainWindow
from planner.ui.trash_dialog import TrashDialog

STRONG = Path(__file__).parents[2] / "data" / "logs" / "strong-2021.csv"
Read: TypeAlias = Callable[..., ImportWizard]
Bring: TypeAlias = Callable[[ImportWizard], None]


def read_again(window: MainWindow, lifter: int, qtbot: QtBot) -> ImportWizard:
    """Delete the lifter's first session and let a wizard read its log again."""
    logging.delete(log.sessions(lifter)[0].id or 0)
    window.refresh()
    window.file_stories.import_log([STRONG])
    wizard = window.findChildren(ImportWizard)[-1]
    qtbot.waitUntil(wizard.preview_page.isVisible)
    return wizard


def test_a_deleted_session_stays_out_unless_it_is_wanted_again(
    window: MainWindow, lifter: int, read: Read, bring: Bring, qtbot: QtBot
) -> None:
    first = read(STRONG)
    assert first.preview_page.deleted_too.isHidden()
    bring(first)
    whole = log.counts(lifter)
    page = (wizard := read_again(window, lifter, qtbot)).preview_page
    assert page.counts.text().endswith("sets deleted or moved here stay out")
    assert any("is in Deleted… and stays out" in why for _, why in page.skipped.values())
    assert wizard.import_button.text() == "Nothing new to import"
    page.deleted_too.click()
    qtbot.waitUntil(wizard.import_button.isVisible)
    assert "Deleted…" not in page.counts.text()
    assert not any("Deleted…" in why for _, why in page.skipped.values())
    bring(wizard)
    assert log.counts(lifter) == whole


def test_a_session_that_came_in_again_is_not_put_back_beside_it(
    window: MainWindow, lifter: int, read: Read, bring: Bring, qtbot: QtBot
) -> None:
    bring(read(STRONG))
    wizard = read_again(window, lifter, qtbot)
    wizard.preview_page.deleted_too.click()
    qtbot.waitUntil(wizard.import_button.isVisible)
    bring(wizard)
    whole = log.counts(lifter)
    trash_stories.show(window)
    next(each for each in window.findChildren(TrashDialog) if each.isVisible()).take.click()
    assert log.counts(lifter) == whole
    assert len(trash.contents()) == 1
    assert "is in the log already, with the same sets" in window.status.news.text()
