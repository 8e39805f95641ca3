"""Edit a line or a name where it stands: read while it is typed, problems shown below."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from planner.coach import pace, planning, wording
from planner.engine.terms import PlannedSet, Unit
from planner.ui import plan_words, widgets
from planner.ui.plan_edits import Changes
from planner.ui.plan_words import Card, Line

Value = TypeVar("Value")


class RenameField(QLineEdit):
    """The name of a session while it is typed."""

    saved = Signal(str)
    closed = Signal()

    def __init__(self, card: Card, parent: QWidget) -> None:
        super().__init__(card.name, parent)
        self.subject = card.id
        self.setAccessibleName(self.tr("Name of the session"))
        self.setMaxLength(80)
        self._open = True

    def begin(self) -> None:
        """Take the keyboard with the whole name selected."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.selectAll()

    def save(self) -> bool:
        """Hand over the name once; a name is never wrong."""
        if self._open:
            self._open = False
            self.saved.emit(self.text())
        return True

    def problem(self) -> str:
        """Return '': a name is never wrong."""
        return ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save on Enter, leave on Escape."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.save()
            self.closed.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self._open = False
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Save when the keyboard goes elsewhere in the window."""
        super().focusOutEvent(event)
        stays = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if self._open and event.reason() not in stays:
            self.save()
            self.closed.emit()


class PrescriptionEditor(QFrame):
    """Sets and load, rest, tempo and note of a line; Enter saves, Escape leaves it as it was."""

    saved = Signal(object)  # Changes
    closed = Signal()
    grown = Signal()  # needs another height

    def __init__(self, line: Line, unit: Unit, parent: QWidget) -> None:
        super().__init__(parent)
        self.subject = line.id
        self._line, self._unit = line, unit
        self._source = planning.prescription_source(line.planned.sets, unit)
        self._under: dict[QLineEdit, QLabel] = {}
        self.setProperty("role", "card")
        self.setProperty("state", "today")
        self._column = layout = widgets.column(self, margin=12, spacing=6)
        layout.addWidget(widgets.ElidedLabel(line.exercise.name, "heading", self))
        layout.addLayout(self._form(line))
        layout.addLayout(self._foot())
        self._read()

    def begin(self) -> None:
        """Take the keyboard with the whole prescription selected."""
        self.sets.setFocus(Qt.FocusReason.OtherFocusReason)
        self.sets.selectAll()

    def save(self) -> bool:
        """Hand over what is typed; False, and the problem shown, when it cannot be read."""
        changes = self._read()
        if changes is None:
            return False
        self.saved.emit(changes)
        return True

    def event(self, event: QEvent) -> bool:
        """Ask for another height once what is shown, in its final font, needs one."""
        done = super().event(event)
        settled = event.type() is QEvent.Type.LayoutRequest
        if settled and self.isVisible() and self.layout_height(self.width()) != self.height():
            self.grown.emit()
        return done

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save on Enter, leave on Escape."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._done()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def problem(self) -> str:
        """Return what is said below the first wrong field, with its name; '' when all is well."""
        for field, under in self._under.items():
            if field.property("state") == "error":
                return f"{self._line.exercise.name}, {field.text().strip()}: {under.text()}"
        return ""

    def _done(self) -> None:
        if self.save():
            self.closed.emit()

    def _form(self, line: Line) -> QGridLayout:
        form = QGridLayout()
        form.setHorizontalSpacing(8)
        form.setVerticalSpacing(4)
        planned, rest_s = line.planned, line.planned.rest_s
        rest = "" if rest_s is None else wording.rest(rest_s)
        self.sets = self._field(form, self.tr("&Sets"), self._source, "4x6 @2 102.5")
        self.rest = self._field(form, self.tr("&Rest"), rest, "2 min")
        self.tempo = self._field(form, self.tr("&Tempo"), planned.tempo, "3-1-3-0")
        self.note = self._field(form, self.tr("&Note"), planned.note, "")
        return form

    def _field(self, form: QGridLayout, name: str, text: str, example: str) -> QLineEdit:
        """Add a field and, below it, the line that says what it means or what is wrong."""
        row = form.rowCount()
        field, under = QLineEdit(text, self), widgets.wrapped("", "small", self)
        field.setPlaceholderText(example)
        field.setAccessibleName(name.replace("&", ""))
        field.textEdited.connect(self._read)
        label = QLabel(name, self)
        label.setProperty("role", "muted")
        label.setBuddy(field)
        form.addWidget(label, row, 0)
        form.addWidget(field, row, 1)
        form.addWidget(under, row + 1, 1)
        under.hide()
        self._under[field] = under
        return field

    def _foot(self) -> QHBoxLayout:
        foot = widgets.row()
        hint = self.tr("Enter saves · Esc leaves")
        foot.addWidget(widgets.ElidedLabel(hint, "small", self), 1)
        save = widgets.button(self.tr("Save"), "primary", self)
        save.setProperty("density", "small")
        save.clicked.connect(self._done)
        foot.addWidget(save)
        return foot

    def _read(self) -> Changes | None:
        """Read the fields; say what the sets mean, and below each wrong field what is wrong."""
        sets, wrong_sets = _attempt(self._read_sets)
        rest_s, wrong_rest = _attempt(lambda: pace.rest_seconds(self.rest.text()))
        tempo, wrong_tempo = _attempt(lambda: pace.tempo_text(self.tempo.text()))
        self._tell(self.sets, wrong_sets, "" if wrong_sets else self._meaning(sets))
        self._tell(self.rest, wrong_rest)
        self._tell(self.tempo, wrong_tempo)
        if wrong_sets or wrong_rest or wrong_tempo:
            return None
        return Changes(sets, rest_s, tempo or "", self.note.text().strip())

    def layout_height(self, width: int) -> int:
        """Return the height that the editor needs at a width."""
        if self._column.hasHeightForWidth():
            return self._column.totalHeightForWidth(width)
        return self._column.totalSizeHint().height()

    def _meaning(self, sets: tuple[PlannedSet, ...] | None) -> str:
        shown = self._line.planned.sets if sets is None else sets
        text, load = planning.prescription_text(shown, self._unit)
        words = planning.load_words(self._line.exercise, load)
        with_unit = planning.load_with_unit(words, self._unit)
        hint = "" if self._line.e1rm_known else plan_words.unknown_share(shown)
        return " · ".join(part for part in (text, with_unit, hint) if part)

    def _read_sets(self) -> tuple[PlannedSet, ...] | None:
        """Return the sets typed, None when left alone. Raises ValueError."""
        text = self.sets.text().strip()
        if text == self._source:
            return None
        made = planning.parse_prescription(text, self._unit, self._line.exercise)
        if made.problem:
            raise ValueError(made.problem)
        return made.sets

    def _tell(self, field: QLineEdit, problem: str, meaning: str = "") -> None:
        under = self._under[field]
        under.setText(problem or meaning)
        under.setVisible(bool(problem or meaning))
        widgets.restate(field, "error" if problem else "")
        role = "error" if problem else "small"
        if under.property("role") != role:
            under.setProperty("role", role)
            under.style().unpolish(under)
            under.style().polish(under)


def _attempt(read: Callable[[], Value]) -> tuple[Value | None, str]:
    """Return what was read and '', or None and what is wrong."""
    try:
        return read(), ""
    except ValueError as problem:
        return None, str(problem)
