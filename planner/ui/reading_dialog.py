"""A page to read and to search: the evidence, how suggestions are made."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent, QTextCursor, QTextLength, QTextTable
from PySide6.QtWidgets import QLineEdit, QTextBrowser, QWidget

from planner.language import tr
from planner.ui.about import Page
from planner.ui.theme import RESOURCES
from planner.ui.window_state import room_on_screen

USUAL_SIZE = QSize(860, 640)
CELL_PX = 4


def help_page(name: str) -> str:
    """Return a help page that comes with the program, in Markdown."""
    return (RESOURCES / "help" / f"{name}.md").read_text("utf-8")


class ReadingDialog(Page):
    """Shows a page in Markdown, whose first line is its title; what is typed above is found.

    It opens `at` a heading, by default at its start.
    """

    def __init__(self, parent: QWidget, markdown: str, at: str = "") -> None:
        title, _, text = markdown.partition("\n")
        super().__init__(parent, title.removeprefix("# "))
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(tr("Find in this page"))
        self.search.setAccessibleName(tr("Find in this page"))
        self.search.textEdited.connect(self._find_first)
        self.search.returnPressed.connect(self._find_next)
        self.text = QTextBrowser(self)
        self.text.setAccessibleName(title.removeprefix("# "))
        self.text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text.setMarkdown(text)
        _style_tables(self.text)
        self.body.addWidget(self.search)
        self.body.addWidget(self.text, 1)
        self.resize(USUAL_SIZE.boundedTo(room_on_screen(self)))
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self._at = at

    def showEvent(self, event: QShowEvent) -> None:
        """Bring the heading to the top, once the page has its size."""
        super().showEvent(event)
        found = self.text.document().find(self._at) if self._at else QTextCursor()
        if not found.isNull():
            layout = self.text.document().documentLayout()
            top = layout.blockBoundingRect(found.block()).top()
            self.text.verticalScrollBar().setValue(int(top))

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
