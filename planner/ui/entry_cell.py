"""A cell of a set row: a line of text whose keys log, move, step and delete."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from planner.engine.terms import Exercise, LoadKind, Unit
from planner.ui import theme
from planner.ui.mnemonics import is_mnemonic
from planner.ui.set_columns import Column, Field, columns
from planner.ui.set_offers import is_whole

_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_STEPS = {Qt.Key.Key_Plus: True, Qt.Key.Key_Minus: False}
MOST_LETTERS = 40  # that are typed into a cell
KINDS, SIDES, NOTE, PAIN = "WDF", "LRBE", "N", "P"
_BACK = Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason
_BODY = (LoadKind.ADDED, LoadKind.ASSISTED, LoadKind.BODYWEIGHT)  # with whose bw a text begins


def make_cells(exercise: Exercise, unit: Unit, parent: QWidget) -> dict[Field, EntryCell]:
    """Make the cells that fit a set of an exercise."""
    return {made.field: EntryCell(made, parent) for made in columns(exercise, unit)}


def give_keys(cells: Iterable[EntryCell], exercise: Exercise) -> None:
    """Let the keys act in cells that mean something in a set of an exercise."""
    for cell in cells:
        cell.minus_types = exercise.load_kind is LoadKind.ASSISTED
        cell.bw_types = exercise.load_kind in _BODY
        cell.letters = KINDS + NOTE + PAIN + (SIDES if exercise.per_side else "")


class EntryCell(QLineEdit):
    """One value of one set; `removed` is Del on a cell without unsaved text.

    `lettered` carries one of `letters`, which act where they cannot begin a text; `ramped` asks
    for warm-up sets, `meant` takes what was likely meant while the row `asks`.
    """

    entered = Signal()
    moved = Signal(int)
    stepped = Signal(bool)
    lettered = Signal(str)
    ramped = Signal()
    meant = Signal()
    removed = Signal()
    reverted = Signal()
    focused = Signal()

    def __init__(self, column: Column, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = column.field
        self._stored = ""
        self.minus_types = self.bw_types = self.asks = False
        self.letters = KINDS + NOTE + PAIN
        self.setMaxLength(MOST_LETTERS)
        self.setFixedWidth(theme.grown(column.width))
        self.setProperty("kind", "cell")

    def show_text(self, stored: str, typed: str | None) -> None:
        """Show the text that the file holds, and over it what is typed, None for nothing.

        What is typed on over the same text stays as it is, with its cursor.
        """
        if typed is None or stored != self._stored or typed != self.text().strip():
            self._store(stored)
            self.put(stored if typed is None else typed)

    def _store(self, text: str) -> None:
        """Show what the file holds; Undo is then of the file, no more of the typing."""
        before, self._stored = self._stored, text
        if self.text() != text or before != text:
            self.setText(text)
        if not self.hasFocus():
            self.home(False)  # what is too long for the cell shows from its beginning

    def put(self, text: str) -> None:
        """Show an unsaved text; Undo takes it back before anything in the file."""
        if self.text() != text:
            self.setMaxLength(max(MOST_LETTERS, len(text)))  # nothing is cut off
            with QSignalBlocker(self):
                self.selectAll()
                self.insert(text)

    def go_on(self) -> None:
        """Take the keyboard again; a text half-typed is typed on where it was left."""
        at = self.cursorPosition()
        self.setFocus()
        if self.edited():
            self.setCursorPosition(at)

    def edited(self) -> bool:
        """Say whether the text differs from what the file holds."""
        return self.text() != self._stored

    def event(self, event: QEvent) -> bool:
        """Leave the window's shortcuts to the window, also where a line of text has its own."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
            if control and event.key() in (Qt.Key.Key_D, Qt.Key.Key_E, Qt.Key.Key_K):
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Log on Enter, move on arrows, step the load, mark kind and side, delete."""
        if is_mnemonic(event):
            event.ignore()
        elif event.modifiers() & ~_TYPING or not self._handles(event):
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Leave the Menu key to the menu of the exercise; a right click is about the text."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            event.ignore()
        else:
            super().contextMenuEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the row is looked at, its text ready to be replaced; what is half-typed when
        something else is in front of it is typed on where it was left."""
        super().focusInEvent(event)
        goes_on = event.reason() in _BACK and self.edited()
        if event.reason() is not Qt.FocusReason.MouseFocusReason and not goes_on:
            self.selectAll()
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show what the file holds from its beginning again, but beside a menu of the text."""
        super().focusOutEvent(event)
        if not self.edited() and event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.home(False)

    def _handles(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key in _MOVES:
            self.moved.emit(_MOVES[key])
        elif key in _STEPS and self._steps(key):
            self.stepped.emit(_STEPS[key])
        elif self.asks and key == Qt.Key.Key_Space:
            self.meant.emit()
        elif key == Qt.Key.Key_W and event.modifiers() & _SHIFT and self._at_rest():
            self.ramped.emit()
        elif _A <= key <= _Z and self._acts(chr(key)):
            self.lettered.emit(chr(key))
        elif key == Qt.Key.Key_Delete and self._deletes():
            self.removed.emit()
        elif key == Qt.Key.Key_Escape and self.edited():
            self.reverted.emit()
        else:
            return False
        return True

    def _steps(self, key: Qt.Key) -> bool:
        """A whole entry is typed with + and −, and so is the help of an assisted exercise."""
        starts_help = key == Qt.Key.Key_Minus and self.minus_types and not self.text()
        return not (is_whole(self.field, self.text()) or self.text() == "bw" or starts_help)

    def _acts(self, letter: str) -> bool:
        """A letter acts on a cell at rest; behind a number it is no text, and means the same.

        No entry goes on with N or P behind what is stored: these act until something is typed.
        """
        if letter not in self.letters:
            return False
        if letter in (NOTE, PAIN):
            return self._at_rest() or not self.edited()
        begins_bw = letter == "B" and self.bw_types and not self.text()
        return not begins_bw and (self._at_rest() or not is_whole(self.field, self.text()))

    def _at_rest(self) -> bool:
        return not self.text() or self.selectedText() == self.text()

    def _deletes(self) -> bool:
        at_rest = self.hasSelectedText() or self.cursorPosition() == len(self.text())
        return not self.edited() and at_rest


_SHIFT = Qt.KeyboardModifier.ShiftModifier
_A, _Z = Qt.Key.Key_A, Qt.Key.Key_Z
_TYPING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
