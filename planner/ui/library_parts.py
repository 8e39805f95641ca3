"""What an exercise's page is made of: sections, rows of text and links."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from planner.coach.wording import in_row
from planner.ui import theme, widgets

_TOP = Qt.AlignmentFlag.AlignTop


class Section(QWidget):
    """A small heading over what belongs to it."""

    def __init__(self, title: str, body: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        layout = widgets.column(self, spacing=6)
        layout.addWidget(widgets.label(title, "section", self))
        layout.addWidget(body)
        body.setParent(self)


class Lines(QWidget):
    """Rows of two or three texts, of which the second is the long one and wraps.

    The labels are used again for what is shown next: making them is what takes time.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: list[tuple[QLabel, ...]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Show other rows, all with the same number of texts."""
        for number, row in enumerate(rows):
            if number == len(self._rows):
                self._rows.append(self._row(number, len(row)))
            for shown, text in zip(self._rows[number], row, strict=True):
                shown.setText(text)
        for number, labels in enumerate(self._rows):
            for shown in labels:
                shown.setVisible(number < len(rows))

    def texts(self) -> list[tuple[str, ...]]:
        """Return the rows shown."""
        return [tuple(each.text() for each in row) for row in self._rows if not row[0].isHidden()]

    def _row(self, number: int, texts: int) -> tuple[QLabel, ...]:
        made = (
            widgets.label("", "muted", self),
            widgets.wrapped("", "", self),
            widgets.label("", "muted", self),
        )[:texts]
        for column, shown in enumerate(made):
            self._grid.addWidget(shown, number, column, _TOP)
        return made


class Links(QWidget):
    """Other exercises, one a line; `wanted` carries the slug of the one clicked.

    Each line is a label of its own, so that the page scrolls to the one that has the focus.
    """

    wanted = Signal(str)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.lines: list[LinkLine] = []
        self._column = widgets.column(self, spacing=0)

    def show_links(self, links: Sequence[tuple[str, str, str]]) -> None:
        """Show (slug, name, what it has to do with the exercise shown)."""
        while len(self.lines) < len(links):
            self.lines.append(self._line())
        for shown, link in zip(self.lines, links, strict=False):
            shown.show_link(*link)
        for number, shown in enumerate(self.lines):
            shown.setVisible(number < len(links))

    def _line(self) -> LinkLine:
        made = LinkLine(self)
        made.wanted.connect(self.wanted)
        self._column.addWidget(made)
        return made


class LinkLine(QLabel):
    """One link and what is said of it; a click on the link, or Enter, wants it."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._slug = ""
        self.setProperty("role", "link")
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setIndent(0)
        self.setMinimumWidth(1)  # else short ones keep a narrow page wide
        self.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.linkActivated.connect(self.wanted)

    def show_link(self, slug: str, name: str, why: str) -> None:
        """Show another link."""
        self._slug = slug
        self.setText(_link(slug, name, why))
        self.setAccessibleName(in_row(filter(None, (name, why))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Follow the link with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.wanted.emit(self._slug)
        else:
            super().keyPressEvent(event)


def _link(slug: str, name: str, why: str) -> str:
    tokens = theme.current()
    style = f"color:{tokens.accent};text-decoration:none"
    shown = f"<a href='{escape(slug)}' style='{style}'>{escape(name)}</a>"
    return f"{shown} <span style='color:{tokens.muted}'>· {escape(why)}</span>" if why else shown
