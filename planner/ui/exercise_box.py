"""A box in which one exercise of the library is typed or chosen."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget

from planner.coach import library


class ExerciseBox(QComboBox):
    """`slug()` is the exercise that is typed, None where none has that name."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        for each in library.search(""):
            self.addItem(each.name, each.slug)
        typed = QLineEdit(self)
        self.setLineEdit(typed)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.found = QStringListModel(self)
        offered = QCompleter(self.found, self)
        offered.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setCompleter(offered)
        typed.textEdited.connect(self._rank)  # not while the list is walked through
        self.setCurrentIndex(-1)

    def choose(self, slug: str | None) -> None:
        """Show an exercise, or none."""
        self.setCurrentIndex(self.findData(slug))

    def _rank(self, text: str) -> None:
        """Offer what fits a text as the choice of exercises does: what is called just so first."""
        self.found.setStringList([each.name for each in library.search(text)] if text else [])

    def slug(self) -> str | None:
        """Return the exercise whose name is typed, in whatever case."""
        at = self.findText(self.currentText(), Qt.MatchFlag.MatchFixedString)
        return str(self.itemData(at)) if at >= 0 else None
