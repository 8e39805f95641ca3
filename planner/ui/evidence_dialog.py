"""The evidence page: every number the engine relies on, to read and to search."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor, QTextLength, QTextTable
from PySide6.QtWidgets import QLineEdit, QTextBrowser, QWidget

from planner.coach import evidence_page
from planner.ui.about import Page

WIDTH_PX, CELL_PX = 860, 4


class EvidenceDialog(Page):
    """Shows the page; what is typed above is found in it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, self.tr("Evidence"))
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Find in this page"))
        self.search.setAccessibleName(self.tr("Find in this page"))
        self.search.textEdited.connect(self._find_first)
        self.search.returnPressed.connect(self._find_next)
        self.text = QTextBrowser(self)
        self.text.setAccessibleName(self.tr("Numbers and sources"))
        self.text.setProperty("kind", "page")
        self.text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text.setMarkdown(evidence_page.markdown().partition("\n")[2])  # the title stands above
        _style_tables(self.text)
        self.body.addWidget(self.search)
        self.body.addWidget(self.text)
        self.setMinimumWidth(WIDTH_PX)
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _find_first(self, wanted: str) -> None:
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        self.text.find(wanted)

    def _find_next(self) -> None:
        if not self.text.find(self.search.text()):
            self._find_first(self.search.text())


def _style_tables(text: QTextBrowser) -> None:
    """Let tables take the page's width, with air in their cells."""
    for frame in text.document().rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            form = frame.format()
            form.setCellPadding(CELL_PX)
            form.setBorder(0)
            form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
            frame.setFormat(form)
