"""A quiet line that asks for the boxes of a lifter's sheets that are still to answer."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from planner.coach.sheet_amber import Amber
from planner.coach.sheet_pile import OpenBoxes
from planner.coach.wording import in_row
from planner.language import ntr, tr
from planner.ui.widgets import button, label, row
from planner.ui.writing import writes


class UnreadLine(QFrame):
    """`answer_wanted` carries the boxes that are asked for."""

    answer_wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._boxes: OpenBoxes | None = None
        self.setProperty("role", "bar")
        line = row(self)
        line.setContentsMargins(16, 2, 8, 2)
        self.question = label("", "warn", self)
        line.addWidget(self.question)
        self.answer = button(tr("Answer"), "quiet", self)
        self.answer.setProperty("density", "small")
        self.answer.setAutoDefault(True)
        self.answer.clicked.connect(lambda: self.answer_wanted.emit(self._boxes))
        writes(self.answer)
        line.addWidget(self.answer)
        line.addStretch(1)
        self.hide()

    def show_boxes(self, boxes: OpenBoxes | None, name: str) -> None:
        """Ask for the boxes of a lifter; None asks for nothing."""
        self._boxes = boxes
        if boxes is not None:
            said = tr("On sheets of {name}, {boxes}.")
            self.question.setText(
                said.format(boxes=open_text(boxes.unread, boxes.doubted), name=name)
            )
            self.answer.setAccessibleName(self.question.text())
        self.setVisible(boxes is not None)


def amber_text(amber: Amber) -> str:
    """Write the same of all that is amber on a sheet: '1 box is in doubt, 2 have no load'."""
    told = open_text(amber.unread, amber.doubted) if amber.unread or amber.doubted else ""
    if not amber.without_load:
        return told
    bare = ntr("{0} box has no load", "{0} boxes have no load", amber.without_load)
    return in_row(filter(None, (told, bare.format(amber.without_load))))


def open_text(unread: int, doubted: int) -> str:
    """Write '1 box could not be read', '2 boxes could not be read, 1 is in doubt'."""
    if not unread:
        return _in_doubt(doubted)
    said = ntr("{0} box could not be read", "{0} boxes could not be read", unread).format(unread)
    if not doubted:
        return said
    more = ntr("{0} is in doubt", "{0} are in doubt", doubted).format(doubted)
    return in_row((said, more))


def _in_doubt(boxes: int) -> str:
    return ntr("{0} box is in doubt", "{0} boxes are in doubt", boxes).format(boxes)
