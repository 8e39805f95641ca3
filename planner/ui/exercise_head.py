"""The head of an exercise's card: phase, name, strength, rest, note and menu."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QMenu, QToolButton, QWidget

from planner.coach import wording
from planner.coach.logging import ExerciseCard
from planner.engine.terms import Unit
from planner.ui import log_words, phases
from planner.ui.widgets import ElidedLabel, PhaseMark, column, label, row, wrapped


class ExerciseHead(QFrame):
    """`moved` carries the places to go (−1 is up), `noted` the new note."""

    removed = Signal()
    moved = Signal(int)
    noted = Signal(str)
    about_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._mark = PhaseMark(phases.look(None), self)
        self._name = label("", "heading", self)
        self._chip = label("", "chip", self)
        self._facts = ElidedLabel("", "muted", self)
        self._note = wrapped("", "muted", self)
        self._note_edit = QLineEdit(self)
        self.menu_button = QToolButton(self)
        self._build()

    def show_card(self, card: ExerciseCard, unit: Unit) -> None:
        """Show an exercise's state."""
        look = phases.look(card.reading)
        self._mark.show_look(look)
        self._name.setText(card.exercise.name)
        self._chip.setText(look.word)
        rest = self.tr("rest {0}").format(wording.rest(card.rest_s))
        facts = (log_words.strength(card.reading, unit), rest, self._superset(card))
        self._facts.show_text(" · ".join(fact for fact in facts if fact))
        self.setToolTip(log_words.what_the_range_means() if facts[0] else "")
        self.menu_button.setAccessibleName(self.tr("Menu of {0}").format(card.exercise.name))
        self._note.setText(card.note)
        self._note.setVisible(bool(card.note) and self._note_edit.isHidden())

    def _superset(self, card: ExerciseCard) -> str:
        if card.superset is None:
            return ""
        return self.tr("superset {0}").format(chr(ord("A") + card.superset % 26))

    def _build(self) -> None:
        box = column(self, spacing=4)
        box.setContentsMargins(12, 8, 8, 4)
        line = row()
        line.addWidget(self._mark)
        line.addWidget(self._name)
        line.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._facts, 1)
        line.addWidget(self.menu_button)
        box.addLayout(line)
        box.addWidget(self._note)
        box.addWidget(self._note_edit)
        self._build_menu()
        self._build_note()

    def _build_menu(self) -> None:
        menu = QMenu(self)
        menu.addAction(self.tr("Move &up"), lambda: self.moved.emit(-1))
        menu.addAction(self.tr("Move &down"), lambda: self.moved.emit(1))
        menu.addAction(self.tr("&Note…"), self.edit_note)
        menu.addAction(self.tr("&About this exercise"), self.about_wanted.emit)
        menu.addSeparator()
        menu.addAction(self.tr("&Remove"), self.removed.emit)
        self.menu_button.setText("···")
        self.menu_button.setProperty("kind", "quiet")
        self.menu_button.setMenu(menu)
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _build_note(self) -> None:
        self._note_edit.setPlaceholderText(self.tr("Note on this exercise today; Enter keeps it"))
        self._note_edit.setAccessibleName(self.tr("Note"))
        self._note_edit.hide()
        self._note_edit.returnPressed.connect(self._keep_note)
        self._note_edit.editingFinished.connect(self._close_note)

    def edit_note(self) -> None:
        """Open the note for typing."""
        self._note_edit.setText(self._note.text())
        self._note.hide()
        self._note_edit.show()
        self._note_edit.setFocus()

    def _keep_note(self) -> None:
        text = self._note_edit.text().strip()
        if text != self._note.text():
            self.noted.emit(text)

    def _close_note(self) -> None:
        self._note_edit.hide()
        self._note.setVisible(bool(self._note.text()))
