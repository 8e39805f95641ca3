"""The hands of a monkey: real mouse and key events on whatever the window shows."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from random import Random

from monkey_files import Desk, somewhere
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QWheelEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)
from random_hands import ALT, CONTROL, KEYS, NO, ODD, SENSIBLE, SHIFT
from shiboken6 import isValid

from planner.ui.main_window import MainWindow

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
OFTEN = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QAbstractItemView, QPlainTextEdit)
MORE_KEYS = (
    *KEYS,
    *((Qt.Key(Qt.Key.Key_A + number), CONTROL) for number in range(26) if number != 16),
    *((Qt.Key(Qt.Key.Key_F1 + number), NO) for number in range(12)),
    *((Qt.Key(Qt.Key.Key_0 + number), NO) for number in range(10)),
    *((key, NO) for key in (
        Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Left, Qt.Key.Key_Right,
        Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End,
        Qt.Key.Key_Backspace, Qt.Key.Key_Menu, Qt.Key.Key_Slash, Qt.Key.Key_Question,
    )),
    (Qt.Key.Key_Z, CONTROL), (Qt.Key.Key_Z, CONTROL | SHIFT), (Qt.Key.Key_V, CONTROL),
    (Qt.Key.Key_Down, SHIFT), (Qt.Key.Key_Up, CONTROL), (Qt.Key.Key_Left, ALT),
    (Qt.Key.Key_Right, ALT), (Qt.Key.Key_F10, SHIFT), (Qt.Key.Key_Down, ALT),
)  # fmt: skip
TEXTS = (
    *SENSIBLE, *ODD, "squat", "bench", "3x8 @2", "5x5 80%", "row", "Ada", "Max Mustermann",
    "1.5", "-1", "1e308", "nan", "31.12.2026", "2026-02-30", "tomorrow", "12:61", "99999999999999",
    "O'Hara; DROP TABLE", "<b>bold</b>", "a\tb\nc", "\x00\x07", "مرحبا", "👩‍🏋️💪", "e\u0301" * 40,
    "x" * 300, "%s {name} &amp; &File", "../../etc", " ", "1234",
)  # fmt: skip
MODIFIER_KEYS = {SHIFT: Qt.Key.Key_Shift, CONTROL: Qt.Key.Key_Control, ALT: Qt.Key.Key_Alt}
SIZES = ((1280, 720), (690, 400), (1440, 900), (900, 1400), (1920, 1080), (750, 500))
RESTS_MS = (0, 0, 20, 100, 300)


class Hands:
    """Does one thing at random, and says before what it is."""

    def __init__(self, rng: Random, desk: Desk, say: Callable[[str], None]) -> None:
        self._rng, self._desk, self._say = rng, desk, say
        self._doings: list[tuple[Callable[[MainWindow, QWidget], None], int]] = [
            (self._click, 46), (self._type, 13), (self._press, 16), (self._escape, 4),
            (self._right_click, 3), (self._double_click, 3), (self._wheel, 3), (self._drag, 5),
        ]  # fmt: skip
        self._of_window: list[tuple[Callable[[MainWindow, QWidget], None], int]] = [
            *self._doings, (self._open_menu, 10), (self._resize, 1), (self._drop, 1),
        ]  # fmt: skip

    def act(self, window: MainWindow) -> None:
        """Do something on the popup, the dialog or the window in front."""
        popup, modal = QApplication.activePopupWidget(), QApplication.activeModalWidget()
        if popup is not None:
            self._on_popup(popup)
            return
        doings = self._doings if modal else self._of_window
        doing = self._rng.choices([each for each, _ in doings], [odds for _, odds in doings])[0]
        doing(window, modal or QApplication.activeWindow() or window)

    def rest_ms(self) -> int:
        """Return how long to wait before the next thing."""
        return self._rng.choice(RESTS_MS) if self._rng.random() < 0.1 else 0

    def escape(self, top: QWidget) -> None:
        """Press Escape, wherever the focus is."""
        self._key(top, Qt.Key.Key_Escape, NO)

    def _on_popup(self, popup: QWidget) -> None:
        entries = popup.actions() if isinstance(popup, QMenu) else []
        usable = [each for each in entries if _is_usable(each)]
        if self._rng.random() < 0.15:
            self._key(popup, Qt.Key.Key_Escape, NO)
        elif usable and isinstance(popup, QMenu):
            chosen = self._rng.choice(usable)
            self._say(f"choose {chosen.text()!r}")
            _mouse(popup, popup.actionGeometry(chosen).center())
        elif self._rng.random() < 0.3:
            self._press(None, popup)
        else:
            self._click(None, popup)

    def _target(self, top: QWidget) -> tuple[QWidget, QPoint]:
        """Choose a place of a widget in sight, more often of one that is made to be used."""
        kind = self._rng.choice(OFTEN) if self._rng.random() < 0.7 else QWidget
        seen = [each for each in top.findChildren(kind) if _is_seen(each, top)] or [top]
        chosen = self._rng.choice(seen)
        shown = chosen.visibleRegion().boundingRect()
        return chosen, shown.topLeft() + somewhere(shown, self._rng)

    def _click(self, _window: MainWindow | None, top: QWidget) -> None:
        chosen, at = self._target(top)
        self._say(f"click {_name(chosen)} at {at.x()},{at.y()}")
        held = self._rng.choice((NO,) * 12 + (SHIFT, CONTROL))
        _mouse(top, chosen.mapTo(top, at), held=held)

    def _right_click(self, _window: MainWindow, top: QWidget) -> None:
        chosen, at = self._target(top)
        self._say(f"right click {_name(chosen)}")  # the system's window asks for the menu then
        _mouse(top, chosen.mapTo(top, at), RIGHT)

    def _double_click(self, _window: MainWindow, top: QWidget) -> None:
        chosen, at = self._target(top)
        self._say(f"double click {_name(chosen)}")
        place = chosen.mapTo(top, at)
        _on(top, lambda handle: QTest.mouseDClick(handle, LEFT, NO, place))

    def _drag(self, _window: MainWindow, top: QWidget) -> None:
        chosen, at = self._target(top)
        self._say(f"drag {_name(chosen)}")
        start = chosen.mapTo(top, at)
        ways = [start, *(somewhere(top, self._rng) for _ in range(self._rng.randint(1, 3)))]
        _on(top, lambda handle: QTest.mousePress(handle, LEFT, NO, ways[0]))
        for place in ways:
            _on(top, partial(QTest.mouseMove, pos=place))
        _on(top, lambda handle: QTest.mouseRelease(handle, LEFT, NO, ways[-1]))

    def _wheel(self, _window: MainWindow, top: QWidget) -> None:
        chosen, at = self._target(top)
        turned = QPoint(0, self._rng.choice((-480, -120, 120, 480)))
        held = self._rng.choice((NO, NO, NO, CONTROL, SHIFT))
        event = QWheelEvent(
            QPointF(at), QPointF(chosen.mapToGlobal(at)), QPoint(), turned,
            Qt.MouseButton.NoButton, held, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        self._say(f"wheel {_name(chosen)}")
        QApplication.sendEvent(chosen, event)

    def _type(self, _window: MainWindow, top: QWidget) -> None:
        text = self._rng.choice(TEXTS)
        typed = QApplication.focusWidget() or top
        self._say(f"type {text[:40]!r} into {_name(typed)}")
        if self._rng.random() < 0.4:
            self._key(top, Qt.Key.Key_A, CONTROL)
        for letter in text:
            focus = QApplication.focusWidget()
            for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
                if focus is not None and isValid(focus):  # a key may take its own button away
                    QApplication.sendEvent(focus, QKeyEvent(kind, _key_of(letter), NO, letter))
        if self._rng.random() < 0.5:
            self._key(top, Qt.Key.Key_Return, NO)

    def _press(self, _window: MainWindow | None, top: QWidget) -> None:
        key, held = self._rng.choice(MORE_KEYS)
        self._key(top, key, held)

    def _escape(self, _window: MainWindow, top: QWidget) -> None:
        self.escape(top)

    def _key(self, top: QWidget, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
        where = QApplication.focusWidget() or top
        self._say(
            f"press {held.name} {key.name} on {_name(where) if isValid(where) else 'nothing'}"
        )
        if top is QApplication.activePopupWidget():
            _press_popup(top, key, held)
        else:
            _strike(top, key, held)

    def _open_menu(self, window: MainWindow, _top: QWidget) -> None:
        bar = window.menuBar()
        entry = self._rng.choice(bar.actions())
        self._say(f"open the menu {entry.text()!r}")
        _mouse(window, bar.mapTo(window, bar.actionGeometry(entry).center()))

    def _resize(self, window: MainWindow, _top: QWidget) -> None:
        size = QSize(*self._rng.choice(SIZES))
        self._say(f"resize to {size.width()}x{size.height()}")
        window.resize(size)

    def _drop(self, window: MainWindow, _top: QWidget) -> None:
        self._say("drop files")
        self._desk.drop_files(window)


def _is_usable(entry: QAction) -> bool:
    return entry.isVisible() and entry.isEnabled() and not entry.isSeparator()


def _is_seen(widget: QWidget, top: QWidget) -> bool:
    if not widget.isVisible() or not widget.isEnabled() or widget.window() is not top:
        return False
    return not widget.visibleRegion().isEmpty()


def _mouse(
    top: QWidget,
    at: QPoint,
    which: Qt.MouseButton = LEFT,
    held: Qt.KeyboardModifier = NO,
) -> None:
    if top.rect().contains(at):
        _on(top, lambda handle: QTest.mousePress(handle, which, held, at))
        _on(top, lambda handle: QTest.mouseRelease(handle, which, held, at))


def _press_popup(popup: QWidget, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    """Press a key; QTest would go on with the window of a menu that is deleted when it closes."""
    for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
        taker = (popup.focusWidget() or popup) if isValid(popup) else None
        if taker is not None:
            QApplication.sendEvent(taker, QKeyEvent(kind, key, held))


def _strike(top: QWidget, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    """Press keys down and let them go, each by itself: one may take its window away, and where a
    modifier is held QTest would go on with that."""
    modifiers = [each for each in MODIFIER_KEYS if each in held]
    for each in modifiers:
        _one_key(top, True, MODIFIER_KEYS[each], held)
    _one_key(top, True, key, held)
    _one_key(top, False, key, held)
    for each in reversed(modifiers):
        _one_key(top, False, MODIFIER_KEYS[each], NO)


def _one_key(top: QWidget, down: bool, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    text = str(QTest.keyToAscii(key)).strip("\0")
    _on(top, lambda handle: QTest.simulateEvent(handle, down, key, held, text, False))


def _on(top: QWidget, event: Callable[[QWindow], object]) -> None:
    """Give an event to the window of a widget, if both are still there."""
    handle = _handle(top)
    if handle is not None:
        event(handle)


def _handle(top: QWidget) -> QWindow | None:
    """Return the window that the system would give events to; None once it is gone."""
    if not isValid(top) or not top.window().isVisible():
        return None
    handle = top.window().windowHandle()
    return handle if handle is not None and isValid(handle) else None


def _key_of(letter: str) -> Qt.Key:
    return Qt.Key(ord(letter.upper())) if letter.isascii() and letter.isprintable() else Qt.Key(0)


def _name(widget: QWidget) -> str:
    """Say which widget it is: its kind, name, words, and whose it is."""
    words = getattr(widget, "text", None)
    said = words() if callable(words) else widget.accessibleName()
    parent = widget.parentWidget()
    inside = f" in {type(parent).__name__}" if parent is not None else ""
    return f"{type(widget).__name__} {str(said)[:30]!r}{inside}"
