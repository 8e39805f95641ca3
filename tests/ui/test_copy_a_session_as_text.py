"""A session goes to a chat as text, by its menu or by a key."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def test_a_key_copies_the_session_that_is_open(desk, qtbot) -> None:
    desk.start()
    desk.type("100x5@2")
    desk.enter()
    with qtbot.waitSignal(desk.tab.told) as told:
        desk.press(Qt.Key.Key_C, CTRL_SHIFT)
    assert QGuiApplication.clipboard().text().splitlines() == [
        "Session · Thu 5 Nov 2026", "Back squat 1×5 @ 100 kg (RIR 2)",
    ]  # fmt: skip
    assert told.args == ["Copied. Paste it where you like."]


def test_the_menu_of_the_session_copies_it_too_with_the_readers_decimal_sign(desk) -> None:
    desk.start()
    desk.type("102.5x5")
    desk.enter()
    before = QLocale()
    menu = desk.tab.session.header.menu_button.menu()
    (copying,) = [made for made in menu.actions() if made.text().startswith("&Copy as text")]
    QLocale.setDefault(QLocale("de_DE"))
    try:
        copying.trigger()
    finally:
        QLocale.setDefault(before)
    assert QGuiApplication.clipboard().text().endswith("Back squat 1×5 @ 102,5 kg\n")


def test_without_a_session_there_is_nothing_to_copy(desk) -> None:
    QGuiApplication.clipboard().setText("mine")
    desk.press(Qt.Key.Key_C, CTRL_SHIFT)
    assert QGuiApplication.clipboard().text() == "mine"
