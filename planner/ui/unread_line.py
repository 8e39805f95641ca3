"""A quiet line that asks for the boxes of a lifter's sheets that could not be read."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QWidget

from planner.coach.sheet_pile import UnreadBoxes
from planner.ui.widgets import button, label, row


class UnreadLine(QFrame):
    """`answer_wanted` carries the boxes that are asked for."""

    answer_wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._boxes: UnreadBoxes | None = None
        self.setProperty("role", "bar")
        line = row(self)
        line.setContentsMargins(16, 2, 8, 2)
        self.question = label("", "warn", self)
        line.addWidget(self.question)
        self.answer = button(self.tr("Answer"), "quiet", self)
        self.answer.setProperty("density", "small")
        self.answer.setAutoDefault(True)
        self.answer.clicked.connect(lambda: self.answer_wanted.emit(self._boxes))
        line.addWidget(self.answer)
        line.addStretch(1)
        self.hide()

    def show_boxes(self, boxes: UnreadBoxes | None, name: str) -> None:
        """Ask for the boxes of a lifter; None asks for nothing."""
        self._boxes = boxes
        if boxes is not None:
            said = _tr("On sheets of {name}, {boxes}.")
            self.question.setText(said.format(boxes=unread_text(boxes.boxes), name=name))
            self.answer.setAccessibleName(self.question.text())
        self.setVisible(boxes is not None)


def unread_text(boxes: int) -> str:
    """Write '1 box could not be read', '3 boxes could not be read'."""
    if boxes == 1:
        return _tr("1 box could not be read")
    return _tr("{0} boxes could not be read").format(boxes)


def _tr(text: str) -> str:
    return QCoreApplication.translate("UnreadLine", text)
