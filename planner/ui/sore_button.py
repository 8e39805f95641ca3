"""The way from the question on soreness to the areas that are sore; says which are."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from planner.coach.check_ins import Mark
from planner.language import ntr, tr
from planner.ui.area_words import area_word, areas_named

_PADDING = 2  # px, the border of both sides


class SoreButton(QPushButton):
    """Shows the area, or how many there are; all of them in its tooltip and accessible name."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = ""
        self.setProperty("kind", "said")
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.show_marks({})

    def show_marks(self, marks: Mapping[str, Mark]) -> None:
        """Show the sore areas, or ask where."""
        several = ntr("{0} area", "{0} areas", len(marks)).format(len(marks))
        named = area_word(next(iter(marks))) if len(marks) == 1 else several
        self._text = named if marks else tr("Where?")
        self.setAccessibleName(areas_named(marks) or tr("Where is it sore?"))
        self.setToolTip(areas_named(marks) or tr("Mark where it is sore (W)"))
        self._elide()

    def minimumSizeHint(self) -> QSize:
        """Ask for no width of its own."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the text anew."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        room = max(self.width() - _PADDING, 8)
        self.setText(self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, room))
