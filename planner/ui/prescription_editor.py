"""Edit a line where it stands: read while it is typed, problems shown below."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from planner.coach import lines, load_doubt, pace, planning, wording
from planner.coach.planning import Prescription
from planner.engine.terms import Inventory, SetKind, Unit
from planner.language import tr
from planner.ui import plan_words, widgets
from planner.ui.marked_field import MarkedField
from planner.ui.mnemonics import unmarked
from planner.ui.plan_edits import Changes
from planner.ui.plan_words import Line

Value = TypeVar("Value")


class PrescriptionEditor(QFrame):
    """Sets and load, rest, tempo and note of a line; Enter saves, Escape leaves it as it was.

    `store` gets what is typed and says whether it is stored.
    """

    closed = Signal()
    grown = Signal()  # needs another height

    def __init__(
        self,
        line: Line,
        unit: Unit,
        parent: QWidget,
        store: Callable[[Changes], bool],
        gym: Inventory | None = None,
    ) -> None:
        super().__init__(parent)
        self.subject = line.id
        self._line, self._unit, self._store, self._gym = line, unit, store, gym
        planned = line.planned
        self._source = planning.prescription_source(
            planned.sets, unit, planned.superset, line.exercise
        )
        self._under: dict[QLineEdit, QLabel] = {}
        self._own: dict[QLineEdit, str] = {}  # what a field said before the sets said it
        self.setProperty("role", "card")
        self.setProperty("state", "today")
        self._column = layout = widgets.column(self, margin=12, spacing=6)
        layout.addWidget(widgets.ElidedLabel(line.exercise.name, "heading", self))
        layout.addLayout(self._form(line))
        layout.addLayout(self._foot())
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # else the week behind takes the keyboard
        self.setFocusProxy(self.sets)
        self._read()

    def begin(self) -> None:
        """Take the keyboard with the whole prescription selected."""
        self.sets.setFocus(Qt.FocusReason.OtherFocusReason)
        self.sets.selectAll()

    def save(self) -> bool:
        """Store what is typed; False when that fails, or, the problem shown, it cannot be read."""
        changes = self._read()
        return changes is not None and self._store(changes)

    def event(self, event: QEvent) -> bool:
        """Ask for another height once what is shown, in its final font, needs one.

        F1 is the editor's own while it has the keyboard.
        """
        overrides = event.type() is QEvent.Type.ShortcutOverride
        if overrides and isinstance(event, QKeyEvent) and _asks_for_help(event):
            event.accept()
            return True
        done = super().event(event)
        settled = event.type() is QEvent.Type.LayoutRequest
        if settled and self.isVisible() and self.layout_height(self.width()) != self.height():
            self.grown.emit()
        return done

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save on Enter, leave on Escape, show what can be typed on F1."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._done()
        elif _asks_for_help(event):
            self._show_syntax()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _show_syntax(self) -> None:
        """Show the table of what can be typed."""
        from planner.ui.help_dialog import HelpDialog

        HelpDialog(self, "planning", tr("Write a prescription")).open()

    def problem(self) -> str:
        """Return what is typed and could not be stored, and why if it cannot be read."""
        for field, under in self._under.items():
            if field.property("state") == "error":
                return f"{self._named(field)}: {under.text()}"
        return self.typed()

    def typed(self) -> str:
        """Return the exercise with the sets as they are typed."""
        return self._named(self.sets)

    def _named(self, field: QLineEdit) -> str:
        return f"{self._line.exercise.name}, {field.text().strip()}"

    def add_warm_up(self) -> None:
        """Put a ramp before the sets typed, in place of a warm-up that is there."""
        made = self._parsed()
        work = [entry for entry in made.sets if entry.kind is not SetKind.WARMUP]
        text = planning.prescription_source(work, self._unit, exercise=self._line.exercise)
        letter = self._source_of_superset(made)
        self.sets.setText(f"{letter}w ramp; {text}")
        self._read()
        self.sets.setFocus(Qt.FocusReason.OtherFocusReason)

    def _source_of_superset(self, made: Prescription) -> str:
        return planning.prescription_source((), self._unit, made.superset)

    def _done(self) -> None:
        if self.save():
            self.closed.emit()
        else:
            self.go_on()

    def go_on(self) -> None:
        """Take the keyboard again, behind what cannot be read."""
        wrong = next((f for f in self._under if f.property("state") == "error"), self.sets)
        wrong.setFocus(Qt.FocusReason.OtherFocusReason)
        if wrong is self.sets and (end := self._parsed().at[1]):
            wrong.setCursorPosition(end)
            self._read()

    def _form(self, line: Line) -> QGridLayout:
        form = QGridLayout()
        form.setHorizontalSpacing(8)
        form.setVerticalSpacing(4)
        planned, rest_s = line.planned, line.planned.rest_s
        rest = "" if rest_s is None else wording.rest(rest_s)
        self.sets = self._field(form, tr("&Sets"), self._source, "4x6 @2 102.5")
        self._doubt = widgets.wrapped("", "warn", self)
        form.addWidget(self._doubt, form.rowCount(), 1)
        self._doubt.hide()
        self.rest = self._field(form, tr("&Rest"), rest, wording.rest(line.exercise.rest_s))
        self.tempo = self._field(form, tr("&Tempo"), planned.tempo, "3-1-3-0")
        self.note = self._field(form, tr("&Note"), planned.note, "")
        return form

    def _field(self, form: QGridLayout, name: str, text: str, example: str) -> MarkedField:
        """Add a field and, below it, the line that says what it means or what is wrong."""
        row = form.rowCount()
        field, under = MarkedField(text, self), widgets.wrapped("", "small", self)
        field.setPlaceholderText(example)
        field.setAccessibleName(unmarked(name))
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
        hint = tr("Esc leaves")
        foot.addWidget(widgets.ElidedLabel(hint, "small", self), 1)
        syntax = widgets.button("?", "quiet", self)
        syntax.setToolTip(tr("What can be typed: F1"))
        syntax.setAccessibleName(tr("What can be typed"))
        syntax.setProperty("density", "small")
        syntax.clicked.connect(self._show_syntax)
        foot.addWidget(syntax)
        self.warm_up = widgets.button(tr("+ &Warm-up"), "quiet", self)
        self.warm_up.setToolTip(tr("Lead up to the first work set with lighter ones: Alt+W"))
        self.warm_up.setProperty("density", "small")
        self.warm_up.setVisible(lines.can_warm_up(self._line.exercise))
        self.warm_up.clicked.connect(self.add_warm_up)
        foot.addWidget(self.warm_up)
        save = widgets.button(tr("Save"), "primary", self)
        save.setProperty("density", "small")
        save.clicked.connect(self._done)
        foot.addWidget(save)
        return foot

    def _read(self) -> Changes | None:
        """Read the fields; say what the sets mean, and below each wrong field what is wrong."""
        made = self._parsed()
        self._follow(made)
        rest_s, wrong_rest = _attempt(lambda: pace.rest_seconds(self.rest.text()))
        tempo, wrong_tempo = _attempt(lambda: pace.tempo_text(self.tempo.text()))
        self._tell(self.sets, made.problem, "" if made.problem else self._meaning(made))
        self._ask(made)
        self.sets.mark(made.at)
        self._tell(self.rest, wrong_rest)
        self._tell(self.tempo, wrong_tempo)
        self.warm_up.setEnabled(not made.problem)
        if made.problem or wrong_rest or wrong_tempo:
            return None
        sets = None if self._untouched() else made.sets
        note = self.note.text().strip()
        return Changes(sets, rest_s, tempo or "", note, made.superset)

    def _follow(self, made: Prescription) -> None:
        """Let the other fields say what stands in the text of the sets, while it does."""
        told = "" if made.rest_s is None else wording.rest(made.rest_s)
        pairs = ((self.rest, told), (self.tempo, made.tempo), (self.note, made.note))
        for field, text in pairs if not made.problem else ():
            field.setReadOnly(bool(text))
            if text:
                self._own.setdefault(field, field.text())
                field.setText(text)
            elif field in self._own:
                field.setText(self._own.pop(field))

    def layout_height(self, width: int) -> int:
        """Return the height that the editor needs at a width."""
        if self._column.hasHeightForWidth():
            return self._column.totalHeightForWidth(width)
        return self._column.totalSizeHint().height()

    def _meaning(self, made: Prescription) -> str:
        words = planning.spoken(made.sets, self._unit, self._line.exercise)
        letter = self._source_of_superset(made).strip()
        superset = tr("superset {letter}").format(letter=letter) if letter else ""
        hint = "" if self._line.e1rm_kg is not None else plan_words.unknown_share(made.sets)
        return " · ".join(part for part in (words, superset, hint) if part)

    def _ask(self, made: Prescription) -> None:
        """Ask about a load that looks like a typing error; it may be saved all the same."""
        line = self._line
        doubt = load_doubt.doubt(made.sets, line.exercise, line.e1rm_kg, self._unit)
        self._doubt.setText(doubt)
        self._doubt.setVisible(bool(doubt))

    def _untouched(self) -> bool:
        return self.sets.text().strip() == self._source

    def _parsed(self) -> Prescription:
        """Return what is typed; what was left alone is as it is stored."""
        if self._untouched():
            planned = self._line.planned
            return Prescription(planned.sets, superset=planned.superset)
        text = self.sets.text()
        return planning.parse_prescription(text, self._unit, self._line.exercise, self._gym)

    def _tell(self, field: QLineEdit, problem: str, meaning: str = "") -> None:
        under = self._under[field]
        under.setText(problem or meaning)
        under.setVisible(bool(problem or meaning))
        widgets.restate(field, "error" if problem else "")
        widgets.give_role(under, "error" if problem else "small")


def _attempt(read: Callable[[], Value]) -> tuple[Value | None, str]:
    """Return what was read and '', or None and what is wrong."""
    try:
        return read(), ""
    except ValueError as problem:
        return None, str(problem)


def _asks_for_help(event: QKeyEvent) -> bool:
    """Tell F1 from Ctrl+F1, which is the window's."""
    return event.key() == Qt.Key.Key_F1 and not event.modifiers()
