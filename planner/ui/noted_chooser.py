"""Choose an exercise from a list that says, below each name, what is to mind or speaks for it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QListWidgetItem, QStyleOptionViewItem, QWidget

from planner.coach.wording import in_row
from planner.ui import theme
from planner.ui.exercise_chooser import CHOICE, Choices, ExerciseChooser
from planner.ui.replace_dialog import SubstituteDelegate

NAME_PX = 28  # high; a name that nothing is said of


class NotedChooser(ExerciseChooser):
    """`choices` lists Substitutes; `why` is what stands below the name."""

    usual_size = QSize(480, 540)

    def __init__(self, choices: Choices, parent: QWidget) -> None:
        super().__init__(choices, parent, may_be_made=True)
        self.found.setItemDelegate(_NoteDelegate(self.found))
        self.found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def dress(self, item: QListWidgetItem) -> None:
        """Say why it would do, or what is to mind."""
        choice = item.data(CHOICE)
        said = in_row(filter(None, (choice.name, choice.why)))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        item.setToolTip("\n".join(filter(None, (choice.name, choice.why))))


class _NoteDelegate(SubstituteDelegate):
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the size of a row; a name alone needs less."""
        usual = super().sizeHint(option, index)
        return usual if index.data(CHOICE).why else QSize(usual.width(), theme.spread(NAME_PX))
