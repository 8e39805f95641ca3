"""What an exercise's page is made of: sections, rows of text and links."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLayout, QWidget

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


class Links(QLabel):
    """Other exercises, one a line; `wanted` carries the slug of the one clicked."""

    wanted = Signal(str)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = name
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.linkActivated.connect(self.wanted)

    def show_links(self, links: Sequence[tuple[str, str, str]]) -> None:
        """Show (slug, name, what it has to do with the exercise shown)."""
        self.setText("".join(f"<p style='margin:0 0 4px 0'>{_link(*each)}</p>" for each in links))
        said = "; ".join(", ".join(filter(None, each[1:])) for each in links)
        self.setAccessibleName(f"{self._name}: {said}")


def emptied(layout: QLayout) -> None:
    """Take everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()


def _link(slug: str, name: str, why: str) -> str:
    tokens = theme.current()
    style = f"color:{tokens.accent};text-decoration:none"
    shown = f"<a href='{escape(slug)}' style='{style}'>{escape(name)}</a>"
    return f"{shown} <span style='color:{tokens.muted}'>· {escape(why)}</span>" if why else shown
