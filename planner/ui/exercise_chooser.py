"""Choose an exercise: type a few letters, Enter takes the first one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QWidget

from planner.coach.substitutes import Substitute
from planner.engine.terms import Exercise
from planner.language import tr
from planner.ui import own_name
from planner.ui.dialog_sizes import open_at
from planner.ui.widgets import button, column, wrapped

MOST_SHOWN = 60
CHOICE = Qt.ItemDataRole.UserRole  # of an item: what it stands for
Choices: TypeAlias = Callable[[str], Sequence[Exercise] | Sequence[Substitute]]


class ExerciseChooser(QDialog):
    """`choices` lists what fits what is typed, best first; `chosen` carries an exercise's slug.

    Where one that nobody knows `may_be_made`, `make_wanted` carries the name typed.
    """

    chosen = Signal(str)
    make_wanted = Signal(str)
    most_shown = MOST_SHOWN
    usual_size = QSize(420, 460)

    def __init__(
        self,
        choices: Choices,
        parent: QWidget,
        may_be_made: bool = False,
    ) -> None:
        super().__init__(parent)
        self._choices, self._may_be_made = choices, may_be_made
        self.setWindowTitle(tr("Add an exercise"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        open_at(self, self.usual_size)
        self.search = QLineEdit(self)
        self.found = QListWidget(self)
        self._none = wrapped(
            tr("Nothing found. Try fewer letters, or another name for it."), "muted", self
        )
        self._build()
        self._find("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let ↑ and ↓ walk through the list while typing goes on."""
        walks = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if watched is self.search and walks and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if step is not None:
                last = self.found.count() - 1
                self.found.setCurrentRow(min(max(self.found.currentRow() + step, 0), last))
                return True
        return super().eventFilter(watched, event)

    def dress(self, item: QListWidgetItem) -> None:
        """Say more about an exercise than its name; for a list that has more to say."""

    def _build(self) -> None:
        self.box = column(self, margin=16)
        self.search.setPlaceholderText(tr("Name, muscle or kind, such as ‘squat’"))
        self.search.setAccessibleName(tr("Search exercises"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._find)
        self.search.returnPressed.connect(self._choose)
        self.search.installEventFilter(self)
        self.found.setAccessibleName(tr("Exercises found"))
        self.found.itemActivated.connect(self._choose)
        self.found.itemClicked.connect(self._choose)
        self.make = button("", parent=self)
        self.make.setAutoDefault(False)
        self.make.clicked.connect(self._make)
        for widget in (self.search, self.found, self._none, self.make):
            self.box.addWidget(widget)

    def _find(self, text: str) -> None:
        self.found.clear()
        for exercise in self._choices(text)[: self.most_shown]:
            item = QListWidgetItem(exercise.name, self.found)
            item.setData(CHOICE, exercise)
            self.dress(item)
        self.found.setCurrentRow(0)
        self.found.setVisible(self.found.count() > 0)
        self._none.setVisible(self.found.count() == 0)
        own_name.offer(self.make, text if self._may_be_made else "", self.width())

    def _choose(self) -> None:
        if self.found.count():
            self.chosen.emit(self.found.currentItem().data(CHOICE).slug)
            self.accept()
        elif not self.make.isHidden():
            self._make()

    def _make(self) -> None:
        self.make_wanted.emit(own_name.name(self.search.text()))
        self.accept()
