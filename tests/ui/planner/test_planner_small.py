"""The planner in a small window: the week keeps its room."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from planner.engine.terms import Mesocycle, Microcycle
from planner.storage import plan
from planner.ui.top_bar import show_short

pytestmark = pytest.mark.usefixtures("dressed")


def test_in_a_low_window_the_sets_per_muscle_take_little_room(planner):
    strip = planner.tab._volumes
    high = strip.sizeHint().height()
    planner.window.resize(1280, 420)
    QApplication.processEvents()
    assert strip.sizeHint().height() < 0.7 * high
    planner.window.resize(1280, 720)
    QApplication.processEvents()
    assert strip.sizeHint().height() == high


def test_a_week_whose_days_another_block_has_says_so(planner, lifter):
    monday = planner.tab._view.week.starts_on
    newer = Mesocycle("Newer", monday, (Microcycle(1, monday),))
    older = planner.tab._view.week.id
    planner.history.do("Add", lambda: plan.add_mesocycle(lifter, newer))
    planner.tab.show_week(older)
    header = planner.tab._header
    assert header._taken.text().startswith("“Newer” has these days now")
    assert header._hints.isHidden()
    planner.history.undo()
    planner.tab.show_week(older)
    assert header._taken.isHidden()


def test_a_button_with_a_shorter_word_says_it_where_there_is_little_room(qapp):
    button = QPushButton("Print week…")
    show_short(button, True)
    assert button.text() == "Print week…"
    button.setProperty("short", "Print…")
    show_short(button, True)
    assert button.text() == "Print…"
    show_short(button, False)
    assert button.text() == "Print week…"
