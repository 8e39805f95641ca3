"""A language that no one speaks: English whose texts, not the values in them, stand in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import GNUTranslations
from string import Formatter

from PySide6.QtCore import QAbstractListModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextBrowser,
    QTextEdit,
    QWidget,
)

BRACKETS = re.compile(r"⟦[^⟦⟧]*(?:⟧|…$)")  # what has no room is cut short
MARKUP = re.compile(r"<[^<>]*>|&nbsp;")
MOST_ROWS = 60  # of a table or list that are read


class MarkedLanguage(GNUTranslations):
    """Says '⟦Week ⟧{number}' for 'Week {number}'."""

    def gettext(self, message: str) -> str:
        """Mark a text."""
        return marked(message)

    def pgettext(self, context: str, message: str) -> str:
        """Mark a text; what is a row of words word by word."""
        words = message.split() if "by blanks" in context else [message]
        return " ".join(map(marked, words))

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Mark the form for a number."""
        return marked(msgid1 if n == 1 else msgid2)

    def info(self) -> dict[str, str]:
        """Return the name of the language."""
        return {"language": "marked"}


def marked(text: str) -> str:
    """Put what has letters of a text in brackets, and leave places for values out of them."""
    made = []
    for literal, field, form, _ in Formatter().parse(text):
        shown = literal.replace("{", "{{").replace("}", "}}")
        made.append(f"⟦{shown}⟧" if any(map(str.isalpha, literal)) else shown)
        if field is not None:
            made.append(f"{{{field}:{form}}}" if form else f"{{{field}}}")
    return "".join(made)


def left(text: str) -> str:
    """Return what of a text is not in brackets, and no markup."""
    return MARKUP.sub(" ", BRACKETS.sub(" ", text))


def texts(root: QWidget) -> Iterator[tuple[str, str]]:
    """Give what can be read or heard of a window: its kind, and the text."""
    for each in (root, *root.findChildren(QWidget)):
        kind = type(each).__name__
        for way in ("toolTip", "accessibleName", "accessibleDescription", "windowTitle"):
            yield f"{kind}.{way}", getattr(each, way)()
        yield from ((kind, text) for text in _own(each))
        for action in each.actions():
            yield from _of_action(action)


def _of_action(action: QAction) -> Iterator[tuple[str, str]]:
    yield "action", action.text()
    yield "action.toolTip", action.toolTip()


def _own(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QGroupBox):
        yield widget.title()
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(place) for place in range(min(widget.count(), MOST_ROWS)))
    elif isinstance(widget, QTabBar):
        yield from (widget.tabText(place) for place in range(widget.count()))
    elif isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
        yield widget.placeholderText()
        if isinstance(widget, QTextBrowser):
            yield widget.toPlainText()
    elif isinstance(widget, QAbstractSpinBox):
        yield widget.specialValueText()
    elif isinstance(widget, QAbstractItemView):
        yield from _cells(widget)


def _cells(view: QAbstractItemView) -> Iterator[str]:
    model, ways = view.model(), (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
    if model is None:
        return
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for column in range(columns):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        for row in range(min(model.rowCount(), MOST_ROWS)):
            index = model.index(row, column)
            for way in (*ways, Qt.ItemDataRole.AccessibleTextRole):
                yield str(model.data(index, way) or "")
