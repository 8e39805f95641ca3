"""Choose the lifters who get a week, and what becomes of what they have planned then."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QRadioButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from planner.engine.terms import Lifter
from planner.language import tr
from planner.ui import counts, theme
from planner.ui.dialog_sizes import open_at
from planner.ui.locked_line import locked_line
from planner.ui.widgets import button, column, label, row, wrapped

USUAL_SIZE = QSize(640, 600)
ROW_PX, EDGE_PX = 28, 20  # a row's height; what the last column has around its words
_ID = Qt.ItemDataRole.UserRole


class Choices(QTreeWidget):
    """Lifters to check; Space checks all that are marked."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Check or uncheck what is marked."""
        marked = self.selectedItems()
        if event.key() != Qt.Key.Key_Space or not marked:
            super().keyPressEvent(event)
            return
        checked = all(each.checkState(0) is Qt.CheckState.Checked for each in marked)
        for each in marked:
            each.setCheckState(0, Qt.CheckState.Unchecked if checked else Qt.CheckState.Checked)


class CopyWeekDialog(QDialog):
    """`lifters` are those chosen, `beside` whether what they have planned stays."""

    def __init__(
        self,
        parent: QWidget,
        week: str,
        lifters: Sequence[Lifter],
        there: Callable[[Lifter], str],
        locked: Sequence[Lifter] = (),
    ) -> None:
        super().__init__(parent)
        self._lifters = {each.id: each for each in lifters}
        self.setWindowTitle(tr("Copy the week of {week} to other lifters").format(week=week))
        open_at(self, USUAL_SIZE)
        layout = column(self, margin=24, spacing=12)
        layout.addWidget(wrapped(self.windowTitle(), "title", self))
        about = tr("It comes to the same days. Loads follow each one's own strength.")
        layout.addWidget(wrapped(about, "muted", self))
        layout.addLayout(self._top())
        self.list = self._choices(lifters, there)
        layout.addWidget(self.list, 1)
        layout.addWidget(locked_line(self, locked))
        self.beside_them = QRadioButton(tr("&Beside what they have planned then"), self)
        self.instead = QRadioButton(tr("&Instead of it; what was done stays"), self)
        self.beside_them.setChecked(True)
        layout.addWidget(self.beside_them)
        layout.addWidget(self.instead)
        layout.addLayout(self._bottom())
        self.list.itemChanged.connect(self._show_chosen)
        self._show_chosen()
        self.search.setFocus()

    def _top(self) -> QHBoxLayout:
        line = row(spacing=16)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(tr("Find by name or note"))
        self.search.setAccessibleName(tr("Find by name or note"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._find)
        self.all = QCheckBox(tr("&All in sight"), self)
        self.all.clicked.connect(self._check_all)
        line.addWidget(self.search, 1)
        line.addWidget(self.all)
        return line

    def _choices(self, lifters: Sequence[Lifter], there: Callable[[Lifter], str]) -> Choices:
        made = Choices(self)
        made.setProperty("role", "card")
        made.setAccessibleName(tr("Lifters"))
        made.setRootIsDecorated(False)
        made.setUniformRowHeights(True)
        made.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        made.setHeaderLabels([tr("Lifter"), tr("In that week")])
        made.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        made.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        made.header().setStretchLastSection(False)
        made.ensurePolished()  # else it is measured with other letters
        high, letters = theme.spread(ROW_PX), made.fontMetrics()
        for lifter in lifters:
            planned = there(lifter)
            item = QTreeWidgetItem(made, [lifter.name, planned])
            item.setData(0, _ID, lifter.id)
            item.setToolTip(0, lifter.name)
            item.setSizeHint(0, QSize(0, high))
            item.setSizeHint(1, QSize(letters.horizontalAdvance(planned) + EDGE_PX, high))
            item.setCheckState(0, Qt.CheckState.Unchecked)
        return made

    def _bottom(self) -> QHBoxLayout:
        line = row()
        self._count = label("", "muted", self)
        cancel = button(tr("&Cancel"), parent=self)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.go_on = button(tr("&Preview…"), "primary", self)
        self.go_on.clicked.connect(self.accept)
        self.go_on.setDefault(True)
        line.addWidget(self._count)
        line.addStretch(1)
        line.addWidget(cancel)
        line.addWidget(self.go_on)
        return line

    def lifters(self) -> list[Lifter]:
        """Return the lifters that are chosen, in the order of the list."""
        checked = (each for each in self._items() if each.checkState(0) is Qt.CheckState.Checked)
        return [self._lifters[each.data(0, _ID)] for each in checked]

    def beside(self) -> bool:
        """Tell whether what they have planned then stays."""
        return self.beside_them.isChecked()

    def _items(self) -> list[QTreeWidgetItem]:
        found = (self.list.topLevelItem(place) for place in range(self.list.topLevelItemCount()))
        return [each for each in found if each is not None]

    def _find(self, text: str) -> None:
        wanted = text.casefold().strip()
        for each in self._items():
            lifter = self._lifters[each.data(0, _ID)]
            each.setHidden(wanted not in f"{lifter.name}\n{lifter.note}".casefold())
        self._show_chosen()

    def _check_all(self, checked: bool) -> None:
        for each in self._items():
            if not each.isHidden():
                each.setCheckState(0, Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked)

    def _show_chosen(self) -> None:
        chosen = self.lifters()
        text = tr("{lifters} chosen").format(lifters=counts.lifters(len(chosen)))
        self._count.setText(text if chosen else tr("Nobody chosen yet"))
        self.go_on.setEnabled(bool(chosen))
        shown = [each for each in self._items() if not each.isHidden()]
        every = all(each.checkState(0) is Qt.CheckState.Checked for each in shown)
        self.all.setChecked(bool(shown) and every)
