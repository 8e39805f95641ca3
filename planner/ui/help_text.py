"""A page of the help as it is read: at a heading, with the words marked that were looked for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QImageReader,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from planner.ui import key_names, theme

PAGES = theme.RESOURCES / "help"
OBJECT = "\ufffc"  # stands for a picture in the text
KEYS = re.compile(r"\b(?:Ctrl|Shift|Alt)(?=\+)")
CELL_PX = 4
MOST_MARKED = 200  # words: more on one page lead nobody


def with_key_names(text: str) -> str:
    """Return a text with the keys called as on the keyboards of the language in use: 'Strg+Z'."""
    return KEYS.sub(lambda found: key_names.shown(found[0]), text)


class HelpText(QTextBrowser):
    """Shows Markdown without its first line, which is the title."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._at = ""
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSearchPaths([str(PAGES)])
        self.verticalScrollBar().actionTriggered.connect(self._scrolled)

    def show_page(self, markdown: str) -> None:
        """Show a page from its start."""
        title, _, text = with_key_names(markdown).partition("\n")
        self.setAccessibleName(title.removeprefix("# "))
        self.setMarkdown(text)
        _style_headings(self.document())
        _style_tables(self)
        self._fit_pictures()

    def go_to(self, heading: str) -> None:
        """Bring a heading to the top; '' is the start of the page."""
        self._at = heading
        start = self.document().begin()
        named = (each for each in _headings(self.document()) if each.text() == heading)
        block = next(named, start)
        self.setTextCursor(QTextCursor(block))
        top = self.document().documentLayout().blockBoundingRect(block).top()
        self.verticalScrollBar().setValue(0 if block == start else int(top))

    def _scrolled(self) -> None:
        self._at = ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the heading at the top while the lines break anew."""
        super().resizeEvent(event)
        self._fit_pictures()
        if self._at:
            self.go_to(self._at)

    def mark(self, words: list[str]) -> None:
        """Mark the words wherever they stand on the page."""
        marks: list[QTextEdit.ExtraSelection] = []
        for word in words:
            at = self.document().find(word)
            while not at.isNull() and len(marks) < MOST_MARKED:
                marks.append(self._marked(at))
                at = self.document().find(word, at)
        self.setExtraSelections(marks)

    def go_on(self, words: list[str]) -> None:
        """Go to the next of the words, and to the first one after the last."""
        for start in (self.textCursor().selectionEnd(), 0):
            ahead = [self.document().find(word, start) for word in words]
            found = [each for each in ahead if not each.isNull()]
            if found:
                self._at = ""
                self.setTextCursor(min(found, key=QTextCursor.selectionStart))
                return

    def _fit_pictures(self) -> None:
        """Let pictures be as wide as the text, up to half of their pixels: sharp at 200 %."""
        room = self.viewport().width() - 2 * self.document().documentMargin()
        for at in _pictures(self.document()):
            form = at.charFormat().toImageFormat()
            size = QImageReader(str(PAGES / form.name())).size()
            form.setWidth(min(room, size.width() / 2))
            form.setHeight(form.width() * size.height() / size.width())
            at.setCharFormat(form)

    def _marked(self, at: QTextCursor) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        made.cursor = at
        made.format.setBackground(QColor(theme.current().soft))
        return made


def _pictures(document: QTextDocument) -> Iterator[QTextCursor]:
    at = document.find(OBJECT)
    while not at.isNull():
        if at.charFormat().isImageFormat():
            yield QTextCursor(at)
        at = document.find(OBJECT, at)


def _headings(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        if block.blockFormat().headingLevel():
            yield block
        block = block.next()


def _style_headings(document: QTextDocument) -> None:
    """Set headings a little larger than the text, with air above them."""
    larger = QTextCharFormat()
    larger.setProperty(QTextFormat.Property.FontSizeAdjustment, 1)
    for block in _headings(document):
        at, form = QTextCursor(block), block.blockFormat()
        form.setTopMargin(2 * theme.GRID)
        at.setBlockFormat(form)
        at.select(QTextCursor.SelectionType.BlockUnderCursor)
        at.mergeCharFormat(larger)


def _style_tables(text: QTextBrowser) -> None:
    """Let tables take the page's width, with air in their cells."""
    for frame in text.document().rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            form = frame.format()
            form.setCellPadding(CELL_PX)
            form.setBorder(0)
            form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
            frame.setFormat(form)
