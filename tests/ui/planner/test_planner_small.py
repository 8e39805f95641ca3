"""The planner in a small window: the week keeps its room."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QPushButton

from planner.ui.top_bar import show_short


def test_in_a_low_window_the_sets_per_muscle_take_little_room(planner):
    strip = planner.tab._volumes
    high = strip.sizeHint().height()
    planner.window.resize(1280, 420)
    QApplication.processEvents()
    assert strip.sizeHint().height() < 0.7 * high
    planner.window.resize(1280, 720)
    QApplication.processEvents()
    assert strip.sizeHint().height() == high


def test_a_button_with_a_shorter_word_says_it_where_there_is_little_room(qapp):
    button = QPushButton("Print week…")
    show_short(button, True)
    assert button.text() == "Print week…"
    button.setProperty("short", "Print…")
    show_short(button, True)
    assert button.text() == "Print…"
    show_short(button, False)
    assert button.text() == "Print week…"
