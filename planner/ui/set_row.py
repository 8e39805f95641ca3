"""One set on the log tab: target, last time, cells to type into, rating and tick."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from planner.coach import logging, wording
from planner.engine.terms import Exercise, LoadKind, LoggedSet, SetKind, Unit
from planner.ui import set_draft
from planner.ui.done_mark import DoneMark
from planner.ui.entry_cell import EntryCell
from planner.ui.set_columns import (
    Field,
    columns,
    done_text,
    kind_mark,
    kind_word,
    local,
    result_text,
    target_text,
)
from planner.ui.set_draft import Entry
from planner.ui.set_line import SIDE_MARGIN, SetLine
from planner.ui.technique_chip import TechniqueChip
from planner.ui.widgets import ElidedLabel, column, label, restate


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed into a row and is not on disk; `kind` is None when it was left alone."""

    texts: Mapping[Field, str]
    kind: SetKind | None = None


class SetRowView(QFrame):
    """A row says what the lifter wants; it turns green when the file has the set.

    `logged` carries new sets, `changed` a changed set, `rated` a Technique or None, `moved` the
    field in focus and the rows to go (1 is down), `stepped` whether the load goes up.
    """

    logged = Signal(object)
    changed = Signal(object)
    removed = Signal()
    rated = Signal(object)
    moved = Signal(str, int)
    stepped = Signal(bool)
    looked = Signal()

    def __init__(self, exercise: Exercise, unit: Unit, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "setrow")
        self._entry = Entry(logging.SetRow(0, None, None, None, None), None, exercise, unit)
        self._kind: SetKind | None = None
        self._asked: tuple[LoggedSet, ...] = ()
        self._number = label("", parent=self)
        self._target = ElidedLabel("", parent=self)
        self._last = ElidedLabel("", "muted", self)
        self.chip = TechniqueChip(self)
        self._mark = DoneMark(self)
        self._says = label("", "error", self)
        self.cells: dict[Field, EntryCell] = {}
        self._build(exercise, unit)

    @property
    def stored(self) -> LoggedSet | None:
        """Return the set that the file has for this row."""
        return self._entry.row.logged

    @property
    def kind(self) -> SetKind:
        """Return the kind of the set, stored or about to be."""
        return self._entry.kind

    def show_row(self, entry: Entry, draft: Draft | None) -> None:
        """Show what is true, and over it what was typed."""
        asked_still = draft is not None and draft.texts == self._texts()
        self._kind = draft.kind if draft else None
        self._entry = replace(entry, kind=self._kind or set_draft.usual_kind(entry.row))
        for field, cell in self.cells.items():
            cell.store(done_text(field, entry.row.logged, entry.unit) if entry.row.logged else "")
            if draft is not None:
                cell.put(draft.texts[field])
        self._name_cells()
        self._show_texts()
        self._follow(asked_still)

    def draft(self) -> Draft | None:
        """Return what is typed here and not on disk, or None."""
        if self._kind is None and not self.edited():
            return None
        return Draft(self._texts(), self._kind)

    def edited(self) -> bool:
        """Say whether a cell differs from what the file has."""
        return any(cell.edited() for cell in self.cells.values())

    def first_cell(self) -> EntryCell:
        """Return the first cell without a text, else the first."""
        empty = (cell for cell in self.cells.values() if not cell.text())
        return next(empty, next(iter(self.cells.values())))

    def put_load(self, kg: float) -> None:
        """Type a load into its cell."""
        text = local(wording.mass(kg, self._entry.unit))
        self.cells[Field.LOAD].setText(text)
        self.cells[Field.LOAD].selectAll()
        self._typed()

    def load_kg(self) -> float | None:
        """Return the load that the row has or is about to log, in kg."""
        if self.stored is not None and not self.edited():
            return self.stored.load_kg
        return set_draft.load_kg(self._entry, self._texts())

    def enter(self) -> None:
        """Log or change the set, or say in place what is missing or looks like a slip."""
        if self.stored is not None and not self.edited():
            self.moved.emit(self._field_in_focus(), 1)
            return
        draft = self._read()
        if draft.problem:
            self._say(draft.problem, "error")
        elif self._must_ask(draft.sets):
            self._asked = draft.sets
        elif self.stored is not None:
            self.changed.emit(draft.sets[0])
        else:
            self.logged.emit(draft.sets)

    def toggle_warmup(self) -> None:
        """Make the set a warm-up, or a work set again; a stored set is changed at once."""
        warm = self._entry.kind is SetKind.WARMUP
        kind = SetKind.WORK if warm else SetKind.WARMUP
        if self.stored is not None and not self.edited():
            self.changed.emit(replace(self.stored, kind=kind))
            return
        self._kind = kind
        self._entry = replace(self._entry, kind=kind)
        self._show_texts()

    def revert(self) -> None:
        """Forget what was typed and is not on disk."""
        for field, cell in self.cells.items():
            cell.put(done_text(field, self.stored, self._entry.unit) if self.stored else "")
        self._typed()

    def _build(self, exercise: Exercise, unit: Unit) -> None:
        box = column(self, spacing=0)
        for made in columns(exercise, unit):
            cell = self.cells[made.field] = EntryCell(made, self)
            cell.minus_types = exercise.load_kind is LoadKind.ASSISTED
            self._connect(cell)
        cells = [(self.cells[made.field], made.width) for made in columns(exercise, unit)]
        words = self._target, self._last
        self.line = SetLine(self._number, words, cells, self.chip, self._mark)
        box.addLayout(self.line)
        self._build_says(box)
        self.chip.rated.connect(self.rated)
        self._mark.clicked.connect(self.enter)

    def _build_says(self, box: QVBoxLayout) -> None:
        self._says.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._says.setContentsMargins(SIDE_MARGIN, 0, SIDE_MARGIN, 6)
        self._says.hide()
        box.addWidget(self._says)

    def _connect(self, cell: EntryCell) -> None:
        cell.entered.connect(self.enter)
        cell.moved.connect(lambda rows: self.moved.emit(cell.field, rows))
        cell.stepped.connect(self.stepped)
        cell.warmup_wanted.connect(self.toggle_warmup)
        cell.removed.connect(self.removed)
        cell.reverted.connect(self.revert)
        cell.focused.connect(self.looked)
        cell.textEdited.connect(self._typed)

    def _name_cells(self) -> None:
        number, entry = self._entry.row.number, self._entry
        for made in columns(entry.exercise, entry.unit):
            name = self.tr("{0}, set {1}, {2}").format(entry.exercise.name, number, made.title)
            self.cells[made.field].setAccessibleName(name)

    def _show_texts(self) -> None:
        entry, line = self._entry, self._entry.row
        self._number.setText(kind_mark(entry.kind, line.number))
        self._number.setToolTip(self.tr("{0} (W changes it)").format(kind_word(entry.kind)))
        target = line.target
        self._target.show_text(
            target_text(target, line, entry.exercise, entry.unit) if target else "–"
        )
        last = line.last
        self._last.show_text(result_text(last, entry.exercise, entry.unit) if last else "–")
        self.chip.setVisible(line.logged is not None)
        if line.logged is not None:
            self.chip.show_technique(line.logged.technique)

    def _typed(self) -> None:
        self._follow(asked_still=False)

    def _follow(self, asked_still: bool) -> None:
        """Follow the typing: offers, question and colour."""
        offered = {} if self.stored else set_draft.offers(self._entry, self._texts())
        for field, cell in self.cells.items():
            cell.setPlaceholderText(offered.get(field, ""))
        if not asked_still:
            self._asked = ()
            self._say("", "")
        self._show_state()
        if any(cell.hasFocus() for cell in self.cells.values()):
            self.looked.emit()

    def _show_state(self) -> None:
        stored, edited = self.stored is not None, self.edited()
        restate(self, "edited" if stored and edited else "done" if stored else "")
        name = self.tr("Set {0} is stored") if stored and not edited else self.tr("Log set {0}")
        self._mark.show_done(stored and not edited, name.format(self._entry.row.number))
        if stored and edited and not self._asked:
            self._say(
                self.tr("Not stored yet: Enter stores it, Esc brings back what was."), "muted"
            )

    def _texts(self) -> dict[Field, str]:
        return {field: cell.text().strip() for field, cell in self.cells.items()}

    def _read(self) -> logging.EntryDraft:
        if self.stored is not None:
            return set_draft.revise(self._entry, self.stored, self._texts())
        return set_draft.read(self._entry, self._texts())

    def _must_ask(self, sets: tuple[LoggedSet, ...]) -> bool:
        """Ask about a doubtful set, once; what is typed next replaces it."""
        asks = (self._doubt(made) for made in sets)
        question = next((ask for ask in asks if ask), "")
        if not question or self._asked == sets:
            return False
        self._say(self.tr("{0} Enter keeps it.").format(question), "warn")
        self.cells[self._field_in_focus()].selectAll()
        return True

    def _doubt(self, made: LoggedSet) -> str:
        if Field.LOAD in self.cells and made.load_kg is None:
            return self.tr("No load?")
        asked = logging.asked(made, self._entry.row, self._entry.ramping)
        return asked.question if asked is not None else ""

    def _say(self, text: str, role: str) -> None:
        self._says.setVisible(bool(text))
        self._says.setText(text)
        self._says.setProperty("role", role)
        self._says.style().polish(self._says)

    def _field_in_focus(self) -> Field:
        held = (field for field, cell in self.cells.items() if cell.hasFocus())
        return next(held, next(iter(self.cells)))
