"""One set on the log tab: target, last time, cells to type into, rating and tick."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from planner.coach import climbing, logging, wording
from planner.engine.terms import Exercise, LoggedSet, SetKind, Unit
from planner.language import tr
from planner.ui import row_cells, row_draft, row_words, set_draft, set_offers
from planner.ui.done_mark import DoneMark
from planner.ui.entry_cell import NOTE, PAIN, EntryCell, give_keys, make_cells
from planner.ui.row_draft import KIND_LETTERS, SIDE_LETTERS, Draft
from planner.ui.row_foot import RowFoot
from planner.ui.row_question import RowQuestion
from planner.ui.set_columns import Field, columns, done_text, kind_mark, side_shown
from planner.ui.set_line import SetLine
from planner.ui.set_offers import Entry
from planner.ui.technique_chip import TechniqueChip
from planner.ui.widgets import ElidedLabel, column, label, restate


class SetRowView(QFrame):
    """A row says what the lifter wants; it turns green when the file has the set.

    `logged` carries new sets, `changed` a changed set, `rated` a Technique or None, `noted` the
    note of a stored set, `asked` a remark's letter, `moved` the field in focus and the rows to go
    (1 is down), `stepped` whether the load goes up; `dropped` asks for a drop set, `ramped` for
    warm-up sets.
    """

    logged = Signal(object)
    changed = Signal(object)
    removed = Signal()
    rated = Signal(object)
    noted = Signal(str)
    asked = Signal(str)
    moved = Signal(str, int)
    stepped = Signal(bool)
    dropped = Signal()
    ramped = Signal()
    looked = Signal()

    def __init__(self, exercise: Exercise, unit: Unit, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "setrow")
        self.row = logging.SetRow(0, None, None, None, None)  # what the row was made for
        self._entry = Entry(self.row, None, exercise, unit)
        self._mine = Draft({})  # kind, side and note that are not on disk
        self._given: Entry | None = None
        self._number = label("", parent=self)
        self._target = ElidedLabel("", parent=self)
        self._last = ElidedLabel("", "muted", self)
        self._side = ElidedLabel("", "muted", self)
        self.chip = TechniqueChip(self)
        self._mark = DoneMark(self)
        self.foot = RowFoot(self)
        self.says = self.foot.says
        self.cells = make_cells(exercise, unit, self)
        self._question = RowQuestion(self.foot, self.cells.values())
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
        """Show what is true, and over it what was typed; most refreshes change nothing here."""
        if entry == self._given and draft == self.draft() and not self.says.text():
            return
        self._given = entry
        same = entry.row.logged == self.stored
        asked_still = same and draft is not None and draft.texts == self._texts()
        self.row, self._mine = entry.row, replace(draft, texts={}) if draft else Draft({})
        self._entry = self._with_mine(entry)
        typed = draft.texts if draft is not None and (same or not self._has(draft.texts)) else None
        for field, cell in self.cells.items():
            cell.show_text(self._done_text(field), None if typed is None else typed.get(field, ""))
        self._show_texts()
        self._follow(asked_still)

    def draft(self) -> Draft | None:
        """Return what is typed here and not on disk, or None."""
        note = self._mine.note if self.stored else self.foot.note(self._mine.note)
        mine = replace(self._mine, note=note)
        if mine == Draft({}) and not self.edited():
            return None
        return replace(mine, texts=self._texts())

    def edited(self) -> bool:
        """Say whether a cell differs from what the file has."""
        return any(cell.edited() for cell in self.cells.values())

    def first_cell(self) -> EntryCell:
        """Return the first cell without a text, else the first; of a drop set what is not known."""
        return row_cells.first(self.cells, self.kind)

    def put_load(self, kg: float) -> None:
        """Type a load into its cell."""
        text = wording.mass(kg, self._entry.unit)
        self.cells[Field.LOAD].setText(text)
        self.cells[Field.LOAD].selectAll()
        self._typed()

    def load_kg(self) -> float | None:
        """Return the load that the row has or is about to log, in kg."""
        if self.stored is not None and not self.edited():
            return self.stored.load_kg
        return set_draft.load_kg(self._entry, self._texts())

    def reps(self) -> int | None:
        """Return the reps that the row is about to log, as far as one can tell."""
        draft = set_draft.read(self._entry, self._texts())
        return draft.sets[0].reps if draft.sets else None

    def say(self, text: str) -> None:
        """Tell below the row why something did not happen."""
        self.foot.say(text, "muted")

    def enter(self) -> None:
        """Log or change the set, or say in place what is missing or looks like a slip."""
        if self.stored is not None and not self.edited():
            self.moved.emit(self._field_in_focus(), 1)
            return
        draft = self._read()
        if draft.problem:
            self.foot.say(draft.problem, "error")
        elif not self.must_ask(draft.sets):
            self._take(draft.sets)

    def settle(self) -> None:
        """Log or change a set that is typed whole, unless it looks like a slip."""
        if self.edited() and (
            self.stored is not None or row_draft.whole(self._entry, self._texts())
        ):
            draft = self._read()
            doubts = (row_draft.doubt(made, self._entry) for made in draft.sets)
            if draft.sets and not draft.problem and not any(doubts):
                self._take(draft.sets)

    def name(self) -> str:
        """Return the name of the set: 'Back squat, set 3'."""
        return row_words.set_name(self._entry)

    def edit_note(self, typed: str | None = None, holds: bool = True) -> None:
        """Open the line for the note on the set, with what was typed in it before; it `holds` the
        keyboard or leaves it where it is."""
        note = self.stored.note if self.stored else self._mine.note
        name = row_words.note_name(self._entry)
        self.foot.edit_note(note if typed is None else typed, name, holds)

    def toggle(self, kind: SetKind) -> None:
        """Make the set one of a kind, or a work set again; a stored set is changed at once."""
        self._set(kind=SetKind.WORK if self._entry.kind is kind else kind)

    def revert(self) -> None:
        """Forget what was typed and is not on disk."""
        for field, cell in self.cells.items():
            cell.put(self._done_text(field))
        self._typed()

    def _build(self, exercise: Exercise, unit: Unit) -> None:
        box = column(self, spacing=0)
        for cell in self.cells.values():
            self._connect(cell)
        cells = [(self.cells[made.field], made.width) for made in columns(exercise, unit)]
        words, side = (self._target, self._last), self._side if exercise.per_side else None
        self.line = SetLine(self._number, words, side, cells, self.chip, self._mark)
        self._side.setVisible(exercise.per_side)
        box.addLayout(self.line)
        box.addWidget(self.foot)
        self.chip.rated.connect(self.rated)
        self._mark.clicked.connect(self.enter)
        self.foot.noted.connect(self._note)

    def _connect(self, cell: EntryCell) -> None:
        cell.entered.connect(self.enter)
        cell.moved.connect(lambda rows: self.moved.emit(cell.field, rows))
        cell.stepped.connect(self.stepped)
        cell.lettered.connect(self._letter)
        cell.ramped.connect(self.ramped)
        cell.meant.connect(lambda: self._take(self._question.meant))
        cell.removed.connect(self.removed)
        cell.reverted.connect(self.revert)
        cell.focused.connect(self.looked)
        cell.textEdited.connect(self._typed)

    def _letter(self, letter: str) -> None:
        if letter in (NOTE, PAIN):
            self.asked.emit(letter)
        elif letter in SIDE_LETTERS:
            self._set(side=SIDE_LETTERS[letter])
        elif letter in KIND_LETTERS:
            self.toggle(KIND_LETTERS[letter])
        else:
            self.dropped.emit()

    def _set(self, **changes: Any) -> None:
        if self.stored is not None and not self.edited():
            self.changed.emit(replace(self.stored, **changes))
            return
        self._mine = replace(self._mine, **changes)
        self._entry = self._with_mine(self._entry)
        self._show_texts()
        self._follow(asked_still=False)

    def _with_mine(self, entry: Entry) -> Entry:
        kind = self._mine.kind or set_offers.usual_kind(entry.row)
        side = self._mine.side if entry.exercise.per_side else None
        return set_offers.with_side(replace(entry, kind=kind), side)

    def _note(self, text: str) -> None:
        if self.stored is None:
            self._mine = replace(self._mine, note=text)
            self._show_texts()
        elif text != self.stored.note:
            self.noted.emit(text)

    def _show_texts(self) -> None:
        entry, line = self._entry, self._entry.row
        self._number.setText(kind_mark(entry.kind, line.number))
        row_words.name_number(self._number, entry)
        self._target.show_text(row_words.planned_text(entry))
        self._last.show_text(row_words.last_text(entry))
        self._side.show_text(side_shown(set_offers.side_of(entry)))
        self.foot.show_facts(row_words.facts(entry, self._mine.note))
        self.foot.name_note(row_words.note_name(entry))
        give_keys(self.cells.values(), entry.exercise)
        for made in columns(entry.exercise, entry.unit):
            self.cells[made.field].setAccessibleName(row_words.cell_name(entry, made.title))
        self.chip.setVisible(line.logged is not None)
        if line.logged is not None:
            self.chip.show_technique(line.logged.technique, climbing.balances(entry.exercise))

    def _typed(self) -> None:
        self._follow(asked_still=False)

    def _follow(self, asked_still: bool) -> None:
        """Follow the typing: offers, question and colour."""
        offered = {} if self.stored else set_offers.offers(self._entry, self._texts())
        for field, cell in self.cells.items():
            cell.setPlaceholderText(offered.get(field, ""))
        if not asked_still:
            self._question.close()
        self._show_state()
        if any(cell.hasFocus() for cell in self.cells.values()):
            self.looked.emit()

    def _show_state(self) -> None:
        stored, edited = self.stored is not None, self.edited()
        restate(self, "edited" if stored and edited else "done" if stored else "")
        done = stored and not edited
        self._mark.show_done(done, row_words.mark_name(done, self._entry.row.number))
        if stored and edited and not self._question.open:
            self.say(tr("Not stored yet: Enter stores it, Esc brings back what was."))

    def _texts(self) -> dict[Field, str]:
        return row_cells.texts(self.cells)

    def _done_text(self, field: Field) -> str:
        entry = self._entry
        return done_text(field, self.stored, entry.exercise, entry.unit) if self.stored else ""

    def _read(self) -> logging.EntryDraft:
        if self.stored is not None:
            return set_draft.revise(self._entry, self.stored, self._texts())
        return row_draft.noted(set_draft.read(self._entry, self._texts()), self._mine.note)

    def _has(self, texts: set_offers.Texts) -> bool:
        """Say whether the file has just what is typed, however that is written."""
        made = self.stored
        return made is not None and set_draft.revise(self._entry, made, texts).sets == (made,)

    def _take(self, sets: tuple[LoggedSet, ...]) -> None:
        if self.stored is not None:
            self.changed.emit(sets[0])
        else:
            self.logged.emit(sets)

    def must_ask(self, sets: tuple[LoggedSet, ...]) -> bool:
        """Ask about a doubtful set, once; what is typed next replaces it."""
        asks = self._question.must_ask(sets, self._entry)
        if asks:
            self.cells[self._field_in_focus()].selectAll()
        return asks

    def _field_in_focus(self) -> Field:
        return row_cells.in_focus(self.cells)
