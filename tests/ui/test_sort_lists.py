"""The lists of lifters and of what they can do can be sorted by every column."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from planner.coach import demo
from planner.engine.terms import Unit
from planner.ui import clients_stories, skill_stories
from planner.ui.main_window import MainWindow
from planner.ui.table_model import TableModel
from tests.ui import menu_walk
from tests.ui.table_sorting import sort_by_all


@pytest.mark.parametrize("show", [clients_stories.show, skill_stories.show, skill_stories.show_all])
def test_a_list_can_be_sorted_by_every_column_up_and_down(
    window: MainWindow, today: date, qtbot: QtBot, show: Callable[[MainWindow], QDialog]
) -> None:
    demo.add_sample_lifter(today, Unit.LB)
    window.show_lifter(demo.add_sample_lifter(today))
    dialog = show(window)
    qtbot.waitUntil(lambda: menu_walk.is_read(dialog))
    (model,) = dialog.findChildren(TableModel)
    qtbot.waitUntil(lambda: model.rowCount() > 1)
    sort_by_all(model)
    dialog.close()
