"""A card of the log tab: one exercise of the session with its rows of sets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from planner.coach import logging, pacing
from planner.coach.logging import ExerciseCard, SetRow
from planner.engine.terms import LoggedSet, SetKind, Technique, Unit
from planner.ui import dates
from planner.ui.card_work import CardWork
from planner.ui.exercise_head import ExerciseHead
from planner.ui.set_columns import Field, columns, has_targets
from planner.ui.set_draft import Entry
from planner.ui.set_line import SetLine
from planner.ui.set_row import Draft, SetRowView
from planner.ui.widgets import ElidedLabel, button, column, label


@dataclass(frozen=True, slots=True)
class Drafts:
    """Half-typed rows of a card: stored sets by id, open rows in their order, rows added."""

    stored: dict[int, Draft] = field(default_factory=dict)
    open_rows: tuple[Draft | None, ...] = ()
    rows_wanted: int = 0


class ExerciseEntry(QFrame):
    """`wanted` asks for a write; `moved` carries a row, a field and the rows to go; `looked` the
    row in focus. Rows keep what was typed in them until the file has it."""

    wanted = Signal(str, object, object)
    moved = Signal(object, str, int)
    looked = Signal(object)
    about_wanted = Signal(str)  # slug of the exercise
    swap_wanted = Signal(object)  # the ExerciseCard

    def __init__(self, lifter_id: int, card: ExerciseCard, unit: Unit, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.card = card
        self.rows: list[SetRowView] = []
        self._lifter_id, self._unit = lifter_id, unit
        self._rows_wanted = 0
        self._narrow = False
        self._sent: SetRowView | None = None
        self._awaited = False
        self.tempo = ""  # that the next set is moved to, once the pacer has begun it
        self.head = ExerciseHead(self)
        self.work = CardWork(self.head, card, lifter_id)
        self._last_title = ElidedLabel("", "small", self)
        self._lines = QVBoxLayout()
        self.add_button = button(self.tr("+ set"), "quiet", self)
        self._build()

    def show_card(self, card: ExerciseCard, kept: Drafts | None = None) -> bool:
        """Show what is true; say whether the row that was sent has reached the file."""
        arrived = self._awaited and _stored(card.rows) > _stored(self.card.rows)
        drafts = kept or self._drafts_without(self._sent if arrived else None)
        if card.taken_over and not self.card.taken_over:
            drafts = Drafts(drafts.stored)  # what is not done with this exercise any more
        self.card, self._sent, self._awaited = card, None, False
        self.tempo = "" if arrived else self.tempo
        self._rows_wanted = max(drafts.rows_wanted, _room_for(drafts.open_rows, card.rows))
        self.head.show_card(card, self._unit)
        self._last_title.show_text(self._last_words(card))
        lines = self._with_added_rows(card.rows)
        self._fit(len(lines))
        self._show_lines(lines, drafts)
        return arrived

    def drafts(self) -> Drafts:
        """Return what is typed and not on disk."""
        return self._drafts_without(None)

    def _drafts_without(self, sent: SetRowView | None) -> Drafts:
        stored = {r.stored.id: r.draft() for r in self.rows if r.stored is not None}
        known = {key: made for key, made in stored.items() if key is not None and made is not None}
        open_rows = tuple(r.draft() for r in self._open_rows() if r is not sent)
        return Drafts(known, open_rows, self._rows_wanted)

    def show_turn(self, number: int, first: bool, last: bool) -> None:
        """Show which partner of its superset this is, from 1, and what its place allows."""
        text = f"{self._letter()}{number}" if self.card.superset is not None else ""
        meaning = self.tr("{0}, exercise {1}").format(self.superset_name(), number) if text else ""
        self.head.show_turn(text, meaning)
        self.head.menu.show_place(first, last)

    def superset_name(self) -> str:
        """Return the name of the superset that the exercise is in."""
        return self.tr("Superset {0}").format(self._letter())

    def _letter(self) -> str:
        return chr(ord("A") + (self.card.superset or 0) % 26)

    def next_open(self) -> SetRowView | None:
        """Return the first row without a stored set."""
        return next(iter(self._open_rows()), None)

    def last_stored(self) -> SetRowView | None:
        """Return the last row whose set is on disk."""
        return next((r for r in reversed(self.rows) if r.stored is not None), None)

    def planned(self) -> bool:
        """Say whether the plan asked for this exercise."""
        return has_targets(self.card.rows)

    def add_row(self) -> SetRowView:
        """Add an empty row at the end and put the focus there."""
        self._rows_wanted = len(self.rows) + 1
        self.show_card(self.card)
        self.rows[-1].first_cell().setFocus()
        return self.rows[-1]

    def repeat(self) -> None:
        """Log the last set of the exercise once more."""
        last = self.last_stored()
        if last is not None and last.stored is not None:
            following = self.next_open()
            self._sent = following if following and following.draft() is None else None
            self._log((_again(last.stored),))

    def rate(self, line: SetRowView, technique: Technique | None) -> None:
        """Rate a stored set."""
        if line.stored is not None and line.stored.id is not None:
            work = partial(logging.rate, line.stored.id, technique)
            self.wanted.emit(self.tr("Rate technique"), work, None)

    def _build(self) -> None:
        box = column(self, spacing=0)
        box.setContentsMargins(1, 1, 1, 1)
        box.addWidget(self.head)
        box.addWidget(self._titles())
        box.addLayout(self._lines)
        box.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_button.clicked.connect(self.add_row)
        self.add_button.setAutoDefault(True)
        self.add_button.setAccessibleName(self.tr("Add a set of {0}").format(self._name()))
        box.addStretch(1)
        self.work.wanted.connect(self.wanted)
        menu = self.head.menu
        menu.swap_wanted.connect(lambda: self.swap_wanted.emit(self.card))
        menu.about_wanted.connect(lambda: self.about_wanted.emit(self.card.exercise.slug))

    def _titles(self) -> QWidget:
        head = QWidget(self)
        number, target = label(self.tr("Set"), "small", head), ElidedLabel("", "small", head)
        target.show_text(self.tr("Target"))
        titles = [
            (label(made.title, "small", head), made.width)
            for made in columns(self.card.exercise, self._unit)
        ]
        ends = QWidget(head), QWidget(head)
        self._title_line = SetLine(number, (target, self._last_title), titles, *ends)
        head.setLayout(self._title_line)
        return head

    def narrow(self, on: bool) -> None:
        """Take less room than usual, for another exercise beside this one."""
        if on != self._narrow:
            self._narrow = on
            self.head.narrow(on)
            for line in (self._title_line, *(each.line for each in self.rows)):
                line.narrow(on)

    def _last_words(self, card: ExerciseCard) -> str:
        if card.last_on is None:
            return self.tr("Last time")
        return self.tr("Last time · {0}").format(dates.short(card.last_on, card.on))

    def _fit(self, count: int) -> None:
        for line in self.rows[count:]:
            self._lines.removeWidget(line)
            line.hide()
            line.deleteLater()
        del self.rows[count:]
        while len(self.rows) < count:
            self.rows.append(self._new_row())

    def _new_row(self) -> SetRowView:
        line = SetRowView(self.card.exercise, self._unit, self)
        line.line.narrow(self._narrow)
        line.logged.connect(lambda sets: self._send(line, sets))
        line.changed.connect(self._change)
        line.removed.connect(lambda: self._remove_row(line))
        line.rated.connect(lambda technique: self.rate(line, technique))
        line.moved.connect(lambda name, rows: self.moved.emit(line, name, rows))
        line.stepped.connect(lambda up: self._step(line, up))
        line.looked.connect(lambda: self.looked.emit(line))
        self._lines.addWidget(line)
        line.show()
        return line

    def _show_lines(self, lines: Sequence[SetRow], drafts: Drafts) -> None:
        typed = iter(drafts.open_rows)
        above: SetRow | None = None
        ramping = logging.ramping(lines)
        for widget, line in zip(self.rows, lines, strict=True):
            stored = line.logged.id if line.logged is not None else None
            draft = next(typed, None) if line.logged is None else drafts.stored.get(stored or 0)
            made = Entry(line, above, self.card.exercise, self._unit, ramping)
            widget.show_row(made, draft)
            if widget.kind is not SetKind.WARMUP:
                above = line

    def _with_added_rows(self, lines: Sequence[SetRow]) -> list[SetRow]:
        last = lines[-1].last if lines else None
        kg = lines[-1].suggested_kg if lines else None
        added = range(len(lines) + 1, self._rows_wanted + 1)
        return [*lines, *(SetRow(number, None, last, None, kg) for number in added)]

    def _open_rows(self) -> list[SetRowView]:
        return [line for line in self.rows if line.stored is None]

    def _name(self) -> str:
        return self.card.exercise.name

    def _send(self, line: SetRowView, sets: tuple[LoggedSet, ...]) -> None:
        self._sent = line
        self._log(sets)

    def _log(self, sets: tuple[LoggedSet, ...]) -> None:
        self._awaited = True
        sets = pacing.paced(sets, self.tempo)
        text = self.tr("Log set") if len(sets) == 1 else self.tr("Log sets")
        self.wanted.emit(text, partial(logging.log_sets, self.card.logged_exercise_id, sets), None)

    def _change(self, made: LoggedSet) -> None:
        self.wanted.emit(self.tr("Change set"), partial(logging.change_set, made), None)

    def _remove_row(self, line: SetRowView) -> None:
        if line.stored is not None and line.stored.id is not None:
            work = partial(logging.remove_set, line.stored.id)
            self.wanted.emit(self.tr("Delete set"), work, None)
        elif len(self.rows) > len(self.card.rows):
            self._rows_wanted = len(self.rows) - 1
            self.show_card(self.card)
            self.rows[-1].first_cell().setFocus()

    def _step(self, line: SetRowView, up: bool) -> None:
        if Field.LOAD in line.cells:
            kg = line.load_kg() or 0.0
            line.put_load(logging.step_load(kg, self.card.exercise, self._lifter_id, up))


def _stored(rows: Sequence[SetRow]) -> int:
    return sum(line.logged is not None for line in rows)


def _room_for(drafts: Sequence[Draft | None], rows: Sequence[SetRow]) -> int:
    """Return the rows that are needed so that nothing half-typed disappears."""
    typed = [number for number, draft in enumerate(drafts, start=1) if draft is not None]
    return _stored(rows) + max(typed) if typed else 0


def _again(entry: LoggedSet) -> LoggedSet:
    """Return the set as if done anew: same work, nothing that belonged to the first one alone."""
    return LoggedSet(
        load_kg=entry.load_kg, reps=entry.reps, rir=entry.rir, kind=entry.kind,
        target_reps=entry.target_reps, seconds=entry.seconds, distance_m=entry.distance_m,
        tempo=entry.tempo, side=entry.side, load=entry.load, unit=entry.unit,
    )  # fmt: skip
