"""What stands below a row of a set: a question or problem, facts, and the note being typed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from shiboken6 import isValid

from planner.language import tr
from planner.ui.set_line import NUMBER_WIDTH, SIDE_MARGIN
from planner.ui.theme import GRID, grown
from planner.ui.widgets import column, give_role, wrapped

MOST_LETTERS = 500  # of a note on a set


class NoteEdit(QLineEdit):
    """One line for a note: Enter keeps it, Esc leaves it as it was."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class RowFoot(QWidget):
    """`noted` carries the note that was kept; the keyboard then goes where it was before.

    A note is kept on Enter, and when the keyboard goes elsewhere.
    """

    noted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.says = wrapped("", "error", self)
        self.facts = wrapped("", "muted", self)
        self._edit: NoteEdit | None = None
        self._back: QWidget | None = None
        self._editing = False
        self._box = column(self, spacing=2)
        indent = SIDE_MARGIN + grown(NUMBER_WIDTH) + GRID  # where the words of the row begin
        self._box.setContentsMargins(indent, 0, SIDE_MARGIN, 6)
        self.says.setAlignment(Qt.AlignmentFlag.AlignRight)
        for text in (self.facts, self.says):
            text.hide()
            self._box.addWidget(text)
        self.hide()

    def say(self, text: str, role: str) -> None:
        """Ask, or tell of a problem; '' is silent."""
        if text != self.says.text() or role != self.says.property("role"):
            self.says.setText(text)
            give_role(self.says, role)
        self._settle()

    def show_facts(self, text: str) -> None:
        """Show what the set holds that has no cell."""
        if text != self.facts.text():
            self.facts.setText(text)
        self._settle()

    def edit_note(self, text: str, name: str, holds: bool = True) -> None:
        """Open the line for a note, with the keyboard in it unless that is elsewhere; `name` says
        to a screen reader whose it is."""
        edit = self._edit = self._edit or self._new_edit()
        self._back, self._editing = QApplication.focusWidget() if holds else None, True
        edit.setText(text)
        self.name_note(name)
        edit.show()
        self._settle()
        if holds:
            edit.setFocus()

    def name_note(self, name: str) -> None:
        """Say whose note the line is for."""
        if self._edit is not None and name != self._edit.accessibleName():
            self._edit.setAccessibleName(name)
            hint = tr("{0}; Enter keeps it, Esc leaves it")
            self._edit.setPlaceholderText(hint.format(name))

    def note(self, kept: str) -> str:
        """Return the note that is being typed, else the one that was kept."""
        typed = self.typed()
        return kept if typed is None else typed.strip()

    def typed(self) -> str | None:
        """Return the note that is being typed; None where none is."""
        return self._edit.text() if self._edit is not None and self._editing else None

    def leave_note(self) -> None:
        """Close the line for a note, and give the focus back, if it is there, also while another
        window is in front."""
        self._editing = False
        held = self._edit is not None and self.window().focusWidget() is self._edit
        if held and self._back is not None and isValid(self._back) and self._back.isVisible():
            self._back.setFocus()  # before the line that has the focus is hidden
        if self._edit is not None and not self._edit.isHidden():
            self._edit.hide()
            self._settle()

    def _new_edit(self) -> NoteEdit:
        made = NoteEdit(self)
        made.setMaxLength(MOST_LETTERS)
        made.editingFinished.connect(self._keep)
        made.left.connect(self.leave_note)
        self._box.addWidget(made)
        return made

    def _keep(self) -> None:
        if self._edit is not None and self._editing:
            self.leave_note()
            self.noted.emit(self._edit.text().strip())

    def _settle(self) -> None:
        editing = self._edit is not None and not self._edit.isHidden()
        self.says.setVisible(bool(self.says.text()))
        self.facts.setVisible(bool(self.facts.text()) and not editing)
        self.setVisible(bool(self.says.text() or self.facts.text()) or editing)
