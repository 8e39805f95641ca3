"""The head of an exercise's card: phase, name, strength, rest, notes and menu."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from planner.coach import climbing, pacing, practising, scores, wording
from planner.coach.logging import ExerciseCard
from planner.engine.terms import Exercise, Unit
from planner.language import tr
from planner.ui import log_words, phases
from planner.ui.card_menu import CardMenu
from planner.ui.note_field import NoteField
from planner.ui.widgets import ElidedLabel, PhaseMark, column, label, row, wrapped


class ExerciseHead(QFrame):
    """`noted` carries the new note; what else is wanted, `menu` says."""

    noted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.menu = CardMenu(self)
        self._narrow = False
        self._said: tuple[str, ...] = ("",)
        self._turn = label("", "key", self)
        self._mark = PhaseMark(phases.look(None), self)
        self._name = ElidedLabel("", "heading", self)
        self._chip = label("", "chip", self)
        self._facts = ElidedLabel("", "muted", self)
        self._hurt = wrapped("", "warn", self)
        self._limit = wrapped("", "warn", self)
        self._plan_note = wrapped("", "muted", self)
        self.note = NoteField(tr("Note on this exercise today"), self)
        self._build()

    def show_card(self, card: ExerciseCard, unit: Unit) -> None:
        """Show an exercise's state."""
        loaded = not scores.scored(card.exercise)
        look = phases.look(card.reading) if loaded else phases.NO_PHASE
        self._mark.show_look(look)
        practised = practising.words(card.practice, card.exercise)
        away = card.reading is not None and card.reading.still_away  # said above all cards
        shows_phase = loaded and practised is None and not away
        self._mark.setVisible(shows_phase)
        self._name.show_text(card.exercise.name)
        self._chip.setText(look.word if shows_phase else self._step(card.exercise))
        self._show_chip()
        tempo = tr("tempo {0}").format(card.tempo) if card.tempo else ""
        rest = tr("rest {0}").format(wording.rest(card.rest_s))
        strength = log_words.strength(card.reading, unit, card.least_kg)
        if practised is not None:  # light loads tell nothing of strength
            strength = "" if card.without_load else wording.render(practised, unit)
        kept = log_words.tempo_kept(*pacing.tally(card.rows))
        self._said = strength, *filter(None, (self._next_step(card), kept or tempo, rest))
        self._show_facts()
        ranged = strength and practised is None
        self.setToolTip(log_words.what_the_range_means() if ranged else "")
        self.menu.show_exercise(card.exercise.name, card.superset)
        self._hurt.setText(f"{card.hurt[:1].upper()}{card.hurt[1:]}.")
        self._hurt.setVisible(bool(card.hurt))
        self._limit.setText(card.limit)
        self._limit.setVisible(bool(card.limit))
        self._plan_note.setText(tr("Plan: {0}").format(card.plan_note))
        self._plan_note.setVisible(bool(card.plan_note))
        self.note.show_note(card.note)

    def show_turn(self, text: str, meaning: str) -> None:
        """Show which partner of a superset this is: 'A1'; '' for none."""
        self._turn.setText(text)
        self._turn.setToolTip(meaning)
        self._turn.setAccessibleName(meaning)
        self._turn.setVisible(bool(text))

    def narrow(self, on: bool) -> None:
        """Leave the room to the name, or not: the phase stays as its mark."""
        self._narrow = on
        self._show_chip()
        self._show_facts()

    def _show_chip(self) -> None:
        self._chip.setVisible(bool(self._chip.text()) and not self._narrow)

    def _step(self, exercise: Exercise) -> str:
        """Say which step of its ladder an exercise is; '' for one that is on none."""
        place = climbing.place(exercise)
        self._chip.setToolTip("" if place is None else place[0])
        if place is None:
            return ""
        return tr("step {number} of {steps}").format(number=place[1], steps=place[2])

    def _next_step(self, card: ExerciseCard) -> str:
        """Say what a set has to reach for the next step of a ladder, where less is planned."""
        planned = [line.target for line in card.rows if line.target is not None]
        text = climbing.short_of_step(card.exercise, planned)
        return tr("{0} for the next step").format(text) if text else ""

    def _show_facts(self) -> None:
        """Say what is needed for the next set first where little room is left."""
        strength, *others = self._said
        said = (*others, strength) if self._narrow else (strength, *others)
        self._facts.show_text(" · ".join(filter(None, said)))

    def edit_note(self) -> None:
        """Open the note for typing."""
        self.note.edit()

    def _build(self) -> None:
        box = column(self, spacing=4)
        box.setContentsMargins(12, 8, 8, 4)
        line = row()
        self._name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        for each in (self._turn, self._mark, self._name, self._chip):
            line.addWidget(each, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._facts, 1)
        line.addWidget(self.menu)
        box.addLayout(line)
        box.addWidget(self._hurt)
        box.addWidget(self._limit)
        box.addWidget(self._plan_note)
        box.addWidget(self.note)
        self.show_turn("", "")
        self.note.noted.connect(self.noted)
        self.menu.noted.connect(self.edit_note)
