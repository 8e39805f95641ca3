"""Dialogs that read a whole log: how long the window waits at most while it is read."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeAlias

from bars import Bar, seconds
from PySide6.QtWidgets import QApplication

from planner.coach import readings, steps
from planner.storage import clients
from planner.ui import skill_stories, today_opening
from planner.ui.main_window import MainWindow
from planner.ui.skill_dialog import SkillDialog
from planner.ui.skill_matrix import SkillMatrix
from planner.ui.today_dialog import TodayDialog

MOST_MS = 100.0
Dialog: TypeAlias = SkillDialog | SkillMatrix | TodayDialog


def measure(window: MainWindow) -> list[Bar]:
    """Measure the dialogs of the lifter shown, of whom nothing is known yet."""
    return [
        *_waits(window, "recovery", today_opening.show_today),
        *_waits(window, "skills", skill_stories.show),
    ]


def measure_all(window: MainWindow) -> list[Bar]:
    """Measure the skills of everybody."""
    return _waits(window, "skills of everybody", skill_stories.show_all)


def _waits(window: MainWindow, what: str, show: Callable[[MainWindow], Dialog]) -> list[Bar]:
    _forget(window)
    made: list[Dialog] = []
    waits = [seconds(lambda: made.append(show(window)))]
    while not made[0].progress.isHidden():
        waits.append(seconds(QApplication.processEvents))
    waits.append(seconds(QApplication.processEvents))
    made[0].reject()
    return [
        Bar(f"{what} unread, longest wait", 1000 * max(waits), "ms", MOST_MS),
        Bar("  until it is shown", sum(waits), "s"),
    ]


def _forget(window: MainWindow) -> None:
    """Forget what was read: the log, and by a write what follows from the file."""
    readings.forget(clients.lifter(window.lifter_id()).uid)
    steps.do(partial(clients.change_setting, "benchmark", "written"))
