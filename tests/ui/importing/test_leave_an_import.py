"""Leaving the import at the worst moment stores nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from planner.coach import importing
from planner.ui.import_wizard import ImportWizard
from planner.ui.main_window import MainWindow

LOGS = Path(__file__).parents[2] / "data" / "logs"


def test_leaving_as_the_backup_before_it_is_done_stores_nothing(
    read: Callable[..., ImportWizard],
    window: MainWindow,
    lifter: int,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    wizard, stories = read(LOGS / "hevy-kg.csv"), window.backup_stories
    back_up, left = stories.back_up_before, list[bool]()

    def then_leave(reason: object, of: str) -> bool:
        left.append(back_up(reason, of))
        wizard.reject()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return left[-1]

    monkeypatch.setattr(stories, "back_up_before", then_leave)
    wizard.import_button.click()
    qtbot.waitUntil(lambda: left == [True])
    assert importing.imports(lifter) == []
    assert window.history.next_undo() is None
