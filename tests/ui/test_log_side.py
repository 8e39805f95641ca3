"""Beside the log: the rest, the plates, the check-in and the cue."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt


def test_plates_are_told_for_the_load_being_typed(desk) -> None:
    desk.start()
    desk.type("120")
    words = desk.tab.side.plates.words
    assert words.text() == "20 kg bar + 2 × (25 + 25) = 120 kg exactly"
    desk.type("x")
    desk.press(Qt.Key.Key_Backspace)
    desk.press(Qt.Key.Key_Backspace)
    assert words.text().endswith("bar: 20 kg")


def test_the_cue_of_the_exercise_in_focus_is_shown(desk) -> None:
    card = desk.start()
    assert desk.tab.side.cue.text() == card.card.cue != ""


def test_the_chips_menu_rates_too(desk) -> None:
    desk.start()
    desk.type("100x5")
    desk.enter()
    chip = desk.line(1).chip
    chip.ratings().actions()[1].trigger()
    assert chip.text() == "minor"


def test_a_session_of_today_shows_when_it_began_and_how_long_it_runs(desk) -> None:
    desk.today = date.today()
    desk.refresh()
    desk.start()
    times = desk.tab.session.header._times.text()
    assert times.startswith("started ")
    assert times.endswith(" · 0 min")
