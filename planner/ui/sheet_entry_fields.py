"""The fields of a sheet that is typed in: boxes and notes, and the keys they share."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QWidget

from planner.coach.sheet_boxes import ASKED, SURE, Reading, is_as_planned
from planner.ui import theme
from planner.ui.mnemonics import is_mnemonic
from planner.ui.widgets import restate

BOX_WIDTH = 96  # px
OUTLINED = ("error", "asked")  # states whose outline stands where the ring of the focus would
_RING_PX, _RING_RADIUS_PX = 2, 4
LONGEST = 200  # characters of a note
_UP_DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
STEPS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_Underscore: -1}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
CONTROL = Qt.KeyboardModifier.ControlModifier


class SheetKeys(QObject):
    """What the keys of all fields of a sheet ask for; one for the sheet, since fields are many.

    `stepped` moves on (1) or back from a field, `moved` goes up or down a row.
    """

    stepped = Signal(object, int)
    moved = Signal(object, int)
    row_planned = Signal(object)
    day_wanted = Signal(object, int)
    note_wanted = Signal(object)
    focused = Signal(object)
    typed = Signal(object)


class EntryField(QLineEdit):
    """A field with a key and the text that the log has for it."""

    def __init__(self, key: str, stored: str, keys: SheetKeys, parent: QWidget) -> None:
        super().__init__(stored, parent)
        self.key, self.stored, self.keys = key, stored, keys
        self.setProperty("kind", "cell")
        self.setMaxLength(LONGEST)
        self.setCursorPosition(0)
        self.textEdited.connect(self._tell)

    def value(self) -> str:
        """Return what the field holds, as it is kept."""
        return self.text().strip()

    def put(self, value: str) -> None:
        """Show a value."""
        self.setText(value)
        self.setCursorPosition(0)

    def edited(self) -> bool:
        """Say whether the field holds something else than the log."""
        return self.value() != self.stored

    def show_state(self, state: str) -> None:
        """Look as a state asks for."""
        if (self.property("state") or "") != state:
            restate(self, state)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the sheet with Enter and the arrows."""
        if is_mnemonic(event):
            event.ignore()
        elif not self._handles(event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have the text ready to be replaced."""
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.selectAll()
        self.keys.focused.emit(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the beginning of a long text again."""
        super().focusOutEvent(event)
        self.setCursorPosition(0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring of the focus inside an outline that stays."""
        super().paintEvent(event)
        if self.hasFocus() and self.property("state") in OUTLINED:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme.current().accent), _RING_PX))
            inside = 1.5 * _RING_PX
            ring = QRectF(self.rect()).adjusted(inside, inside, -inside, -inside)
            painter.drawRoundedRect(ring, _RING_RADIUS_PX, _RING_RADIUS_PX)

    def _handles(self, event: QKeyEvent) -> bool:
        key, held = Qt.Key(event.key()), event.modifiers() & CONTROL
        if key in ENTER and held:
            self.keys.row_planned.emit(self)
        elif key in ENTER:
            self.keys.stepped.emit(self, 1)
        elif key in STEPS and held:
            self.keys.day_wanted.emit(self, STEPS[key])
        elif key in _UP_DOWN:
            self.keys.moved.emit(self, _UP_DOWN[key])
        elif key in _SIDEWAYS and self._at_end(_SIDEWAYS[key]):
            self.keys.stepped.emit(self, _SIDEWAYS[key])
        else:
            return False
        return True

    def _tell(self) -> None:
        self.keys.typed.emit(self)

    def _at_end(self, step: int) -> bool:
        """Say whether an arrow would leave the text."""
        if self.selectedText() == self.text():
            return True
        return self.cursorPosition() == (0 if step < 0 else len(self.text()))


class BoxField(EntryField):
    """A box of the sheet; `planned` stands in it, grey, while it is empty."""

    def __init__(
        self, key: str, stored: str, planned: str, keys: SheetKeys, parent: QWidget
    ) -> None:
        super().__init__(key, stored, keys, parent)
        self._made, self._come_to = Reading(), stored
        self.setProperty("state", self._at_rest())
        self.setPlaceholderText(planned)
        self.setFixedWidth(theme.grown(BOX_WIDTH))

    def show_reading(self, made: Reading) -> None:
        """Outline the box when it is not understood, or asked about."""
        self._made = made
        self.show_problem(made.problem, made.question or made.remark)

    def show_problem(self, problem: str, question: str) -> None:
        """Outline the box when there is a problem, or a question."""
        state = "error" if problem else "asked" if question else self._at_rest()
        self.show_state(state)

    def is_open(self) -> bool:
        """Say whether the box is still to answer: it cannot be read, or looks like a slip."""
        return self.value() == ASKED or bool(self._made.question)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember with which text the box was come to."""
        super().focusInEvent(event)
        self._come_to = self.value()

    def _handles(self, event: QKeyEvent) -> bool:
        if event.text().lower() == "n" and not self.text():
            self.keys.note_wanted.emit(self)
            return True
        if event.key() in ENTER and not event.modifiers() & CONTROL:
            return self._enter() or super()._handles(event)
        return super()._handles(event)

    def _enter(self) -> bool:
        """Stay in a box that says 'as planned' where that says nothing; keep what is asked twice.

        A question is answered only after the box was left: what is typed blind goes on.
        """
        if is_as_planned(self.value()) and self._made.problem:
            self.selectAll()
            return True
        if self._made.question and self._come_to == self.value():
            self.put(f"{self.value()}{SURE}")
            self._tell()
        return False

    def _at_rest(self) -> str:
        if self.value() == ASKED:
            return "asked"
        return "edited" if self.stored and self.edited() else "done" if self.stored else ""


class NoteField(EntryField):
    """A note beside the boxes of an exercise, or on a session; Enter goes on behind it."""

    def __init__(self, key: str, stored: str, hint: str, keys: SheetKeys, parent: QWidget) -> None:
        super().__init__(key, stored, keys, parent)
        self.setPlaceholderText(hint)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
