"""A session of a sheet that is typed in, and the check-in at the end of it."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from planner.coach.sheet_answers import answer_problem, weight_question
from planner.coach.sheet_boxes import ASKED
from planner.coach.sheet_grid import ANSWERS, WEIGHT, GridSession, SheetGrid
from planner.engine.terms import Unit
from planner.language import tr
from planner.ui import log_words, theme
from planner.ui.flow_layout import FlowLayout
from planner.ui.sheet_entry_day import DayField, Days
from planner.ui.sheet_entry_fields import (
    BoxField,
    EntryField,
    NoteField,
    SheetKeys,
)
from planner.ui.sheet_entry_line import SheetLine
from planner.ui.widgets import ElidedLabel, column, label, row, wrapped

HEAD_WIDTH = 560  # px; where there is less, the day and the note stand below the name


class SessionForm(QFrame):
    """A session: its name, its day, a note, and a row for each exercise."""

    def __init__(
        self, session: GridSession, unit: Unit, days: Days, keys: SheetKeys, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.setProperty("role", "card")
        self.day = DayField(session.on_key, session.on, days, keys, self)
        self.day.setAccessibleName(tr("Day of {0}").format(session.name))
        self.day.setToolTip(tr("+ and − change the day; in a box Ctrl and + or −"))
        self.note = NoteField(session.note_key, session.note, tr("Note on the session"), keys, self)
        self.note.setAccessibleName(tr("Note on {0}").format(session.name))
        self.says = wrapped("", "error", self)
        self.says.setContentsMargins(12, 0, 12, 4)
        box = column(self, spacing=0)
        box.addWidget(self._head())
        box.addWidget(self.says)
        self.tell_day()
        self.lines = [SheetLine(line, unit, keys, self) for line in session.lines]
        for line in self.lines:
            box.addWidget(line)

    def rows(self) -> list[list[EntryField]]:
        """Return the fields in the order of the paper, row by row."""
        return [[self.day, self.note], *(line.fields() for line in self.lines)]

    def tell_day(self) -> None:
        """Say below the head what is wrong with the day, or odd."""
        self.says.setProperty("role", self.day.role)
        self.says.style().polish(self.says)
        self.says.setText(self.day.said)
        self.says.setVisible(bool(self.day.said))

    def fit(self, width: int) -> None:
        """Fit the head and the rows into a width."""
        ways = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._head_line.setDirection(ways[width >= theme.grown(HEAD_WIDTH)])
        for line in self.lines:
            line.fit(width)

    def _head(self) -> QWidget:
        head = QWidget(self)
        self._head_line = row(head)
        self._head_line.setContentsMargins(12, 8, 12, 8)
        named, beside = row(), row()
        named.addWidget(ElidedLabel(self.session.name, "heading", head), 1)
        if self.session.session_id is not None:
            named.addWidget(label(tr("✓ in the log"), "good", head))
        beside.addWidget(self.day)
        beside.addWidget(self.note, 1)
        for part in (named, beside):
            self._head_line.addLayout(part, 1)
        return head


class SheetCheckIn(QFrame):
    """The answers at the foot of the sheet, and the bodyweight."""

    def __init__(self, grid: SheetGrid, keys: SheetKeys, parent: QWidget) -> None:
        super().__init__(parent)
        self._grid, self._keys = grid, keys
        self.setProperty("role", "card")
        self.fields: list[BoxField] = []
        box, line = column(self, margin=12, spacing=4), row()
        line.addWidget(label(tr("Check-in"), "heading", self))
        self._of = label("", "muted", self)
        line.addWidget(self._of)
        asked_for = QWidget(self)
        self._flow = FlowLayout(asked_for, theme.GRID)
        line.addWidget(asked_for, 1)
        names = (tr("Sleep"), tr("Soreness"), tr("Energy"), tr("Mood"))
        asked = dict(zip(ANSWERS, names, strict=True))
        for key, name in asked.items():
            if f"check.{key}" not in grid.answers:
                continue
            self._ask(f"check.{key}", name, "1–5", asked_for)
        self._ask(WEIGHT, tr("Bodyweight"), str(grid.unit), asked_for)
        self.says = wrapped("", "error", self)
        self.says.hide()
        box.addLayout(line)
        box.addWidget(self.says)

    def show_day(self, day: date | None, today: date) -> None:
        """Say which day the answers are of."""
        self._of.setText("" if day is None else log_words.day(day, today))

    def reread(self) -> None:
        """Say in place what is wrong with an answer."""
        problems = {
            field: answer_problem(self._grid, field.key, field.value()) for field in self.fields
        }
        weight = self.fields[-1]
        asked = "" if problems[weight] else weight_question(self._grid, weight.value())
        for field, problem in problems.items():
            field.show_problem(problem, asked if field is weight else "")
        said = next(filter(None, problems.values()), "")
        if any(field.value() == ASKED for field in self.fields):
            asked = asked or tr("“?” stays without an answer.")
        self.says.setProperty("role", "error" if said else "warn")
        self.says.style().polish(self.says)
        self.says.setText(said or asked)
        self.says.setVisible(bool(said or asked))

    def _ask(self, key: str, name: str, hint: str, parent: QWidget) -> None:
        pair = QWidget(parent)
        field = BoxField(key, self._grid.answers[key], hint, self._keys, pair)
        field.setFixedWidth(theme.grown(64))
        field.setAccessibleName(name)
        self.fields.append(field)
        line = row(pair)
        for part in (label(name, parent=pair), field):
            line.addWidget(part)
        self._flow.addWidget(pair)
