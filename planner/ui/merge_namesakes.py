"""Who is called the same here and in a file to merge: one person, or two."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from planner.coach.merging import Namesake
from planner.language import tr
from planner.ui.counts import count, sessions
from planner.ui.widgets import column, scrolling, wrapped

MOST = 3  # questions that need no scrolling
HEIGHT = 160  # px, of more


class MergeNamesakes(QWidget):
    """A question for each; `answers` has what was ticked, by the uid in the file."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.answers: dict[str, bool] = {}
        self._layout = column(self)
        self._questions = QWidget(self)
        self.hide()

    def show_namesakes(self, namesakes: Sequence[Namesake]) -> None:
        """Ask about these; many are scrolled."""
        self._questions.hide()
        self._questions.deleteLater()
        self._questions = made = QWidget(self)
        layout = column(made, spacing=12)
        for each in namesakes:
            layout.addWidget(self._question(each, made))
        if len(namesakes) > MOST:
            self._questions = scrolling(made, self)
            self._questions.setFixedHeight(HEIGHT)
        self._layout.addWidget(self._questions)
        self.setVisible(bool(namesakes))

    def _question(self, each: Namesake, parent: QWidget) -> QWidget:
        made = QWidget(parent)
        line = column(made, spacing=4)
        box = QCheckBox(tr("The same person: bring both together"), made)
        box.setAccessibleName(f"{each.name}: {box.text()}")
        box.setChecked(each.is_one)
        box.toggled.connect(partial(self._answer, each.uid))
        line.addWidget(wrapped(_in_words(each), parent=made))
        line.addWidget(box)
        return made

    def _answer(self, uid: str, is_one: bool) -> None:
        self.answers[uid] = is_one
        self.changed.emit()


def _in_words(each: Namesake) -> str:
    if not each.same:
        return tr("{name} is here, too, with no session that is in both.").format(name=each.name)
    words = tr("{name} is here, too: {same} of {sessions} are in both.")
    return words.format(name=each.name, same=count(each.same), sessions=sessions(each.of))
