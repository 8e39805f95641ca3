"""The keyboard shortcuts, a page for each place where they work."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QWidget,
)

from planner.language import tr
from planner.ui import chips, key_names, shortcut_keys
from planner.ui.about import Page
from planner.ui.fitting import stack_where_narrow
from planner.ui.screen_room import room_on_screen
from planner.ui.shortcut_keys import Groups
from planner.ui.top_bar import TabName
from planner.ui.widgets import label, row, scrolling

SPACE_PX = 10  # above a heading
AROUND_PX = 72  # of the dialog, left and right of its columns
_PLACES = {TabName.PLANNER: 1, TabName.LOG: 2, TabName.CHARTS: 3}


class ShortcutsDialog(Page):
    """Keys by where they work and what they do; it opens with those of the tab shown."""

    def __init__(self, parent: QWidget, tab: TabName) -> None:
        super().__init__(parent, tr("Keyboard shortcuts"))
        self._pages = QStackedWidget(self)
        self._chips = QButtonGroup(self)
        self._chips.idToggled.connect(self._turn)
        line = row()
        for name, columns in (
            (tr("Everywhere"), shortcut_keys.everywhere()),
            (tr("Planner"), shortcut_keys.planner()),
            (tr("Log"), shortcut_keys.log()),
            (tr("Charts"), shortcut_keys.charts()),
        ):
            self._add(name, columns, line)
        line.addStretch(1)
        self.body.addLayout(line)
        self.body.addWidget(self._pages, 1)
        self._show_whole()
        chosen = self._chips.buttons()[_PLACES.get(tab, 0)]
        chosen.click()
        chosen.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn(self, page: int, shown: bool) -> None:
        if shown:
            self._pages.setCurrentIndex(page)

    def _add(self, name: str, columns: list[Groups], line: QHBoxLayout) -> None:
        area = self._page(name, columns)
        self._pages.addWidget(area)
        chip = chips.made(name, self)
        self._chips.addButton(chip, self._pages.indexOf(area))
        line.addWidget(chip)

    def _page(self, name: str, columns: list[Groups]) -> QScrollArea:
        content = QWidget(self)
        places = row(content, spacing=32)
        for groups in columns:
            places.addLayout(_column(groups, content))
        places.addStretch(1)
        stack_where_narrow(places, places.sizeHint().width() + AROUND_PX, self)
        area = scrolling(content, self)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setAccessibleName(name)
        return area

    def _show_whole(self) -> None:
        """Take the room that the longest page needs; on a small screen they scroll."""
        self.ensurePolished()
        wanted = self.sizeHint()
        for area in self._pages.findChildren(QScrollArea):
            if (content := area.widget()) is not None:
                whole = self.sizeHint() - self._pages.sizeHint() + content.sizeHint()
                wanted = wanted.expandedTo(whole)
        self.resize(wanted.boundedTo(room_on_screen(self)))


def _column(groups: Groups, content: QWidget) -> QGridLayout:
    """Lay out headings with their keys, all keys of a column equally wide."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(1, 1)
    for title, keys in groups:
        if grid.count():
            grid.setRowMinimumHeight(grid.rowCount(), SPACE_PX)
        grid.addWidget(label(title, "section", content), grid.rowCount(), 0, 1, 2)
        for key, what in keys:
            line = grid.rowCount()
            grid.addWidget(label(key_names.shown(key), "key", content), line, 0)
            grid.addWidget(label(what, parent=content), line, 1)
    grid.setRowStretch(grid.rowCount(), 1)
    return grid
