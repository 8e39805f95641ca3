"""The button that opens the list of lifts to compare, by movement pattern."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from planner.coach import library_words
from planner.coach.charts.compare import MOST_LIFTS
from planner.coach.charts.compare_offer import PatternLifts
from planner.language import tr
from planner.ui import counts, icons, theme
from planner.ui.screen_room import screen_of
from planner.ui.widgets import column, wrapped

WIDTH_PX = 320
ROW_PX = 26
MOST_ROWS = 16  # in sight at once; more are scrolled
MARK_PX = 24  # of what stands before and after the words of a row
_SLUG = Qt.ItemDataRole.UserRole
_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class ComparePicker(QToolButton):
    """`chosen` carries the slugs of the lifts to compare, in the order of the list."""

    chosen = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "chip")
        icons.opens(self)
        self.popup = PickerPopup(self)
        self.popup.chosen.connect(self._take)
        self.clicked.connect(self.open_list)

    def show_groups(self, groups: Sequence[PatternLifts], chosen: Collection[str]) -> None:
        """Offer other lifts, and tell which of them are compared."""
        self.popup.show_groups(groups, chosen)
        self._name(len(chosen))

    def open_list(self) -> None:
        """Open the list below the button, inside the screen."""
        self.popup.adjustSize()
        at = self.mapToGlobal(QPoint(0, self.height() + 2))
        room = screen_of(self).availableGeometry()
        left = max(room.left(), min(at.x(), room.right() - self.popup.width()))
        top = max(room.top(), min(at.y(), room.bottom() - self.popup.height()))
        self.popup.move(left, top)
        self.popup.show()
        self.popup.tree.setFocus()

    def _take(self, slugs: tuple[str, ...]) -> None:
        self._name(len(slugs))
        self.chosen.emit(slugs)

    def _name(self, count: int) -> None:
        self.setText(tr("Lifts: {count}").format(count=count))
        self.setToolTip(tr("Choose which lifts to compare, {most} at most").format(
            most=MOST_LIFTS))  # fmt: skip
        self.setAccessibleName(tr("Lifts to compare: {count}").format(count=count))


class PickerPopup(QFrame):
    """The lifts to tick, a heading per pattern ticks all of its own; Escape closes the list."""

    chosen = Signal(tuple)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "card")
        self._before: tuple[str, ...] = ()
        self._shown: Sequence[PatternLifts] = ()
        self.tree = self._made_tree()
        self.note = wrapped("", "small", self)
        layout = column(self, margin=theme.GRID)
        layout.addWidget(self.tree)
        layout.addWidget(self.note)
        self.tree.itemChanged.connect(self._change)

    def show_groups(self, groups: Sequence[PatternLifts], chosen: Collection[str]) -> None:
        """Show other lifts, ticked when they are compared; the place scrolled to stays."""
        self.tree.blockSignals(True)
        if list(groups) != list(self._shown):
            self._fill(groups)
        for item in self._lifts():
            item.setCheckState(0, _ON if item.data(0, _SLUG) in chosen else _OFF)
        self._settle()
        self.tree.blockSignals(False)
        self._before = self.ticked()
        self._say(refused=False)

    def ticked(self) -> tuple[str, ...]:
        """Return the lifts that are ticked, in the order of the list."""
        found = (item for item in self._lifts() if item.checkState(0) is _ON)
        return tuple(item.data(0, _SLUG) for item in found)

    def headings(self) -> list[QTreeWidgetItem]:
        """Return the headings, from the top."""
        found = (self.tree.topLevelItem(place) for place in range(self.tree.topLevelItemCount()))
        return [item for item in found if item is not None]

    def _change(self, item: QTreeWidgetItem) -> None:
        """Take a tick, or that of a whole pattern, as far as there are seats."""
        self.tree.blockSignals(True)
        if item.parent() is None:
            for child in _children(item):
                child.setCheckState(0, item.checkState(0))
        refused = self._refuse()
        self._settle()
        self.tree.blockSignals(False)
        self._say(refused)
        if self.ticked() != self._before:
            self._before = self.ticked()
            self.chosen.emit(self._before)

    def _refuse(self) -> bool:
        """Take back the ticks beyond the last seat, those of before first kept."""
        new = [item for item in self._lifts() if item.checkState(0) is _ON]
        new = [item for item in new if item.data(0, _SLUG) not in self._before]
        beyond = len(self.ticked()) - MOST_LIFTS
        for item in new[len(new) - beyond :] if beyond > 0 else ():
            item.setCheckState(0, _OFF)
        return beyond > 0

    def _settle(self) -> None:
        """Let every heading say whether all, some or none of its lifts are ticked."""
        for heading in self.headings():
            states = {child.checkState(0) for child in _children(heading)}
            state = states.pop() if len(states) == 1 else Qt.CheckState.PartiallyChecked
            heading.setCheckState(0, state)

    def _say(self, refused: bool) -> None:
        words = tr("{most} lifts at once: untick one to have room for another.")
        plain = tr("Up to {most} lifts at once.")
        self.note.setText((words if refused else plain).format(most=MOST_LIFTS))

    def _lifts(self) -> Iterator[QTreeWidgetItem]:
        for heading in self.headings():
            yield from _children(heading)

    def _fill(self, groups: Sequence[PatternLifts]) -> None:
        self.tree.clear()
        self._shown = list(groups)
        for group in groups:
            heading = self._row(self.tree, library_words.plain(group.pattern), "")
            for lift in group.lifts:
                name = lift.exercise.name
                child = self._row(heading, name, counts.sessions(lift.sessions))
                child.setData(0, _SLUG, lift.exercise.slug)
            heading.setExpanded(True)
        rows = min(MOST_ROWS, sum(1 + len(group.lifts) for group in groups))
        self.tree.setFixedHeight(rows * theme.spread(ROW_PX) + 4)

    def _row(
        self, parent: QTreeWidget | QTreeWidgetItem, name: str, beside: str
    ) -> QTreeWidgetItem:
        made = QTreeWidgetItem(parent, [name, beside])
        made.setSizeHint(0, QSize(0, theme.spread(ROW_PX)))
        made.setToolTip(0, name)
        made.setFlags(made.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        made.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return made

    def _made_tree(self) -> QTreeWidget:
        made = QTreeWidget(self)
        made.setColumnCount(2)
        made.setAccessibleName(tr("Lifts to compare"))
        made.setHeaderHidden(True)
        made.setRootIsDecorated(False)
        made.setItemsExpandable(False)
        made.setUniformRowHeights(True)
        made.setIndentation(MARK_PX)
        made.setFixedWidth(WIDTH_PX)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.header().setStretchLastSection(False)
        made.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        made.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        return made


def _children(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    found = (item.child(place) for place in range(item.childCount()))
    return [child for child in found if child is not None]
