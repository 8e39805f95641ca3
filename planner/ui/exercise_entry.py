"""A card of the log tab: one exercise of the session with its rows of sets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from planner.coach import logging, pacing, pain_referral
from planner.coach.logging import ExerciseCard, SetRow
from planner.engine.terms import LoggedSet, Technique, Unit
from planner.language import tr
from planner.ui import card_drafts, card_rows, row_notes, row_wishes
from planner.ui.card_rows import AskedRow, Drafts
from planner.ui.card_work import CardWork
from planner.ui.exercise_head import ExerciseHead
from planner.ui.next_line import NextSetLine
from planner.ui.set_columns import Field
from planner.ui.set_row import SetRowView
from planner.ui.set_target import has_targets
from planner.ui.set_titles import SetTitles
from planner.ui.widgets import button, column, row


class ExerciseEntry(QFrame):
    """`wanted` asks for a write; `moved` carries a row, a field and the rows to go; `looked` the
    row in focus, `asked` a remark's letter; `shown` says that rows may show other sets now,
    `hurt` carries sets that pain was typed with, and the ids of the lift's referrals before. Rows
    keep what was typed until the file has it."""

    wanted = Signal(str, object, object)
    moved = Signal(object, str, int)
    looked = Signal(object)
    asked = Signal(str)
    shown = Signal()
    about_wanted = Signal(str)  # slug of the exercise
    told = Signal(str)  # news
    hurt = Signal(object, object)
    swap_wanted = Signal(object)  # the ExerciseCard

    def __init__(self, lifter_id: int, card: ExerciseCard, unit: Unit, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.card = card
        self.rows: list[SetRowView] = []
        self.lifter_id, self.unit = lifter_id, unit
        self._rows_wanted = 0
        self._asked: tuple[AskedRow, ...] = ()
        self._narrow = False, False  # and if last time stands below the target
        self._shown = False
        self._sent: SetRowView | None = None
        self._awaited = False
        self.tempo = ""  # that the next set is moved to, once the pacer has begun it
        self.head = ExerciseHead(self)
        self.work = CardWork(self.head, card, lifter_id)
        self.titles = SetTitles(card.exercise, unit, self)
        self._lines = QVBoxLayout()
        self.add_button = button(tr("+ set"), "quiet", self)
        self.next_set = NextSetLine(lifter_id, unit, self)
        self._build()

    def follow(self, card: ExerciseCard, kept: Drafts | None = None) -> bool:
        """Show what is true now as `show_card` does, but leave what is shown already."""
        asks = self._awaited or kept is not None or any(line.says.text() for line in self.rows)
        if asks or not self._shown or card != self.card:
            return self.show_card(card, kept)
        self._tell_next()
        return False

    def show_card(self, card: ExerciseCard, kept: Drafts | None = None) -> bool:
        """Show what is true; say whether the row that was sent has reached the file."""
        arrived = self._awaited and card_rows.stored(card.rows) > card_rows.stored(self.card.rows)
        drafts = kept or self.drafts(self._sent if arrived else None)
        if card.taken_over and not self.card.taken_over:
            drafts = Drafts(drafts.stored)  # what is not done with this exercise any more
        self.card = self.work.card = card
        self._sent, self._awaited = None, False
        self.tempo = "" if arrived else self.tempo
        self._shown = True
        self._rows_wanted = card_rows.room_for(drafts, card.rows)
        self._asked = drafts.asked
        self.head.show_card(card, self.unit)
        self.add_button.setAccessibleName(tr("Add a set of {0}").format(card.exercise.name))
        self.head.note.go_on(kept.note if kept is not None else None)
        self.titles.show_last(card.last_on, card.on)
        lines = card_rows.placed(self._own_lines(), drafts.asked)
        noted = row_notes.half_typed(self.rows)
        self._fit(len(lines))
        self._show_lines(lines, drafts)
        row_notes.go_on(noted, drafts.notes, self.rows)
        self.shown.emit()
        self._tell_next()
        return arrived

    def drafts(self, sent: SetRowView | None = None) -> Drafts:
        """Return what is typed and not on disk, but in a row that was sent."""
        note = self.head.note.typed()
        return card_drafts.typed(self.rows, self._asked, self._rows_wanted, note, sent)

    def ask(self, rows: tuple[AskedRow, ...]) -> None:
        """Show rows that were asked for, with the focus in the first of them."""
        drafts = self.drafts()
        self.show_card(self.card, replace(drafts, asked=(*drafts.asked, *rows)))
        next(each for each in self.rows if each.row is rows[0].row).first_cell().setFocus()

    def forget(self, *lines: SetRowView) -> None:
        """Take back rows that were asked for."""
        drafts = self.drafts()
        for line in lines:
            drafts = drafts.without(line.row)
        self.show_card(self.card, drafts)

    def show_turn(self, number: int, first: bool, last: bool) -> None:
        """Show which partner of its superset this is, from 1, and what its place allows."""
        text = f"{self._letter()}{number}" if self.card.superset is not None else ""
        meaning = tr("{0}, exercise {1}").format(self.superset_name(), number) if text else ""
        self.head.show_turn(text, meaning)
        self.head.menu.show_place(first, last)

    def superset_name(self) -> str:
        """Return the name of the superset that the exercise is in."""
        return tr("Superset {0}").format(self._letter())

    def _letter(self) -> str:
        return chr(ord("A") + (self.card.superset or 0) % 26)

    def next_open(self) -> SetRowView | None:
        """Return the first row without a stored set."""
        return next(iter(self._open_rows()), None)

    def last_stored(self) -> SetRowView | None:
        """Return the last row whose set is on disk."""
        return next((r for r in reversed(self.rows) if r.stored is not None), None)

    def row_of(self, set_id: int | None) -> SetRowView | None:
        """Return the row of a stored set."""
        stored = ((each, each.stored) for each in self.rows)
        return next((each for each, made in stored if made and made.id == set_id), None)

    def planned(self) -> bool:
        """Say whether the plan asked for this exercise."""
        return has_targets(self.card.rows)

    def add_row(self) -> SetRowView:
        """Add an empty row at the end and put the focus there."""
        self._rows_wanted = len(self.rows) - len(self._asked) + 1
        self.show_card(self.card)
        self.rows[-1].first_cell().setFocus()
        return self.rows[-1]

    def repeat(self) -> None:
        """Log the last set of the exercise once more."""
        last = self.last_stored()
        if last is not None and last.stored is not None:
            sets, into = (card_rows.again(last.stored),), self.next_open()
            if into and logging.stopping_pain(self.card.rows) and into.must_ask(sets):
                return
            taken = into in row_wishes.asked_rows(self) or (into and into.draft())
            self._sent = None if taken else into
            self._log(sets)

    def rate(
        self,
        line: SetRowView,
        technique: Technique | None,
        then: Callable[[object], None] | None = None,
    ) -> None:
        """Rate a stored set."""
        if line.stored is not None and line.stored.id is not None:
            work = partial(logging.rate, line.stored.id, technique)
            self.wanted.emit(tr("Rate technique"), work, then)

    def _build(self) -> None:
        box = column(self, spacing=0)
        box.setContentsMargins(1, 1, 1, 1)
        for part in (self.head, self.titles):
            part.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
            box.addWidget(part)
        box.addLayout(self._lines)
        foot = row()
        foot.addWidget(self.add_button)
        foot.addWidget(self.next_set, 1)
        box.addLayout(foot)
        self.next_set.taken.connect(self._take_load)
        self.add_button.clicked.connect(self.add_row)
        self.add_button.setAutoDefault(True)
        box.addStretch(1)
        self.work.wanted.connect(self.wanted)
        menu = self.head.menu
        menu.ramp_wanted.connect(lambda: row_wishes.ramp(self, self.lifter_id))
        menu.swap_wanted.connect(lambda: self.swap_wanted.emit(self.card))
        menu.about_wanted.connect(lambda: self.about_wanted.emit(self.card.exercise.slug))

    def narrow(self, on: bool, stacked: bool) -> None:
        """Take less room than usual; `stacked` has last time below the target."""
        if (on, stacked) != self._narrow:
            self._narrow = on, stacked
            self.head.narrow(on)
            for line in (self.titles.line, *(each.line for each in self.rows)):
                line.narrow(on, stacked)

    def _fit(self, count: int) -> None:
        for line in self.rows[count:]:
            self._lines.removeWidget(line)
            line.hide()
            line.deleteLater()
        del self.rows[count:]
        while len(self.rows) < count:
            self.rows.append(self._new_row())

    def _new_row(self) -> SetRowView:
        line = SetRowView(self.card.exercise, self.unit, self)
        line.line.narrow(*self._narrow)
        line.logged.connect(lambda sets: self._send(line, sets))
        line.changed.connect(self._change)
        line.removed.connect(lambda: self._remove_row(line))
        line.dropped.connect(lambda: row_wishes.drop(self, line, self.lifter_id))
        line.asked.connect(self.asked)
        line.ramped.connect(lambda: row_wishes.ramp(self, self.lifter_id))
        line.noted.connect(lambda text: self._note_set(line, text))
        line.rated.connect(lambda technique: self.rate(line, technique))
        line.moved.connect(lambda name, rows: self.moved.emit(line, name, rows))
        line.stepped.connect(lambda up: self._step(line, up))
        line.looked.connect(lambda: self.looked.emit(line))
        line.looked.connect(self._tell_next)
        self._lines.addWidget(line)
        line.show()
        return line

    def _show_lines(self, lines: Sequence[SetRow], drafts: Drafts) -> None:
        made = card_rows.entries(lines, drafts, self.card.exercise, self.unit)
        for widget, (entry, draft) in zip(self.rows, made, strict=True):
            widget.show_row(entry, draft)

    def _own_lines(self) -> list[SetRow]:
        return card_rows.with_added(self.card, self._rows_wanted)

    def _open_rows(self) -> list[SetRowView]:
        return [line for line in self.rows if line.stored is None]

    def _send(self, line: SetRowView, sets: tuple[LoggedSet, ...]) -> None:
        self._sent = line
        after = next((each.after for each in self._asked if each.row is line.row), None)
        self._log(sets, after)

    def _log(self, sets: tuple[LoggedSet, ...], after: int | None = None) -> None:
        self._awaited = True
        sets = pacing.paced(sets, self.tempo)
        text = tr("Log set") if len(sets) == 1 else tr("Log sets")
        work = partial(logging.log_sets, self.card.logged_exercise_id, sets, after)
        self._store(text, work, sets)

    def _change(self, made: LoggedSet) -> None:
        self._store(tr("Change set"), partial(logging.change_set, made), (made,))

    def _store(self, text: str, work: object, sets: Sequence[LoggedSet]) -> None:
        hurt = card_rows.hurt_anew(self.card.rows, sets)
        slug = self.card.exercise.slug
        known = pain_referral.known(self.lifter_id, slug) if hurt else frozenset()
        self.wanted.emit(text, work, (lambda _: self.hurt.emit(hurt, known)) if hurt else None)

    def _note_set(self, line: SetRowView, text: str) -> None:
        if line.stored is not None and line.stored.id is not None:
            work = partial(logging.annotate_set, line.stored.id, text)
            self.wanted.emit(tr("Note on a set"), work, None)

    def _tell_gone(self, number: int, _result: object) -> None:
        name = tr("{name}, set {number}").format(name=self.card.exercise.name, number=number)
        self.told.emit(tr("{name} is deleted. Ctrl+Z brings it back.").format(name=name))

    def _remove_row(self, line: SetRowView) -> None:
        if line.stored is not None and line.stored.id is not None:
            work = partial(logging.remove_set, line.stored.id)
            self.wanted.emit(tr("Delete set"), work, partial(self._tell_gone, line.row.number))
        elif line in row_wishes.asked_rows(self):
            place = self.rows.index(line)
            self.forget(line)
            row_wishes.go_to(self, place)
        elif len(self.rows) - len(self._asked) > len(self.card.rows):
            self._rows_wanted = len(self.rows) - len(self._asked) - 1
            self.show_card(self.card)
            row_wishes.go_to(self, len(self.rows))

    def _tell_next(self) -> None:
        self.next_set.follow(self.card, self.next_open())

    def _take_load(self, kg: float) -> None:
        line = self.next_open()
        if line is not None and Field.LOAD in line.cells:
            line.put_load(kg)
            line.cells[Field.LOAD].setFocus()

    def _step(self, line: SetRowView, up: bool) -> None:
        if Field.LOAD in line.cells:
            kg = line.load_kg() or 0.0
            line.put_load(logging.step_load(kg, self.card.exercise, self.lifter_id, up))
