"""Find an exercise of the library: search as you type, filters, and the list of what fits."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QWidget,
)

from planner.coach import library_view, library_words
from planner.coach.library_view import Kind
from planner.engine.terms import Equipment, Muscle, Pattern
from planner.language import collated, tr
from planner.ui import counts, widgets
from planner.ui.flow_layout import FlowLayout

LEAST_LIST_PX = 40  # one exercise, on the smallest screens
_SLUG = Qt.ItemDataRole.UserRole


class LibraryFinder(QWidget):
    """`chosen` carries the slug of the exercise marked; '' when nothing fits."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        layout = widgets.column(self)
        layout.addWidget(self._search_field())
        self.pattern = self._filter(tr("Any pattern"), tr("Pattern"), Pattern)
        self.equipment = self._filter(tr("Any equipment"), tr("Equipment"), Equipment)
        self.muscle = self._filter(tr("Any muscle"), tr("Muscle"), Muscle)
        for made in (self.pattern, self.equipment, self.muscle):
            layout.addWidget(made)
        layout.addWidget(self._chips())
        self.count = widgets.label("", "small", self)
        layout.addWidget(self.count)
        self.list = self._found_list()
        layout.addWidget(self.list, 1)
        self.nothing = self._nothing()
        layout.addWidget(self.nothing, 1)

    def refresh(self) -> None:
        """List what fits now; the exercise marked stays marked if it fits, else the first is."""
        before = self.slug()
        with QSignalBlocker(self.list):
            self._fill()
            self.mark(before)
            if self.list.currentRow() < 0:
                self.list.setCurrentRow(0)
        if self.slug() != before:
            self.chosen.emit(self.slug())

    def slug(self) -> str:
        """Return the slug of the exercise marked; '' without one."""
        item = self.list.currentItem()
        return str(item.data(_SLUG)) if item is not None else ""

    def mark(self, slug: str) -> None:
        """Mark an exercise without choosing it; none when the list has it not."""
        rows = range(self.list.count())
        at = next((row for row in rows if self.list.item(row).data(_SLUG) == slug), -1)
        with QSignalBlocker(self.list):
            self.list.setCurrentRow(at)

    def clear(self) -> None:
        """List everything again."""
        for box in (self.pattern, self.equipment, self.muscle):
            with QSignalBlocker(box):
                box.setCurrentIndex(0)
        self._kinds.button(0).setChecked(True)
        self.search.clear()
        self.refresh()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let ↑ and ↓ walk through the list while typing goes on."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if watched is self.search and step is not None:
                last = self.list.count() - 1
                self.list.setCurrentRow(min(max(self.list.currentRow() + step, 0), last))
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear the search with Escape, before Escape closes the window."""
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
        else:
            super().keyPressEvent(event)

    def _fill(self) -> None:
        self.list.clear()
        from_imports = self._chips_of[Kind.IMPORTED]
        from_imports.setVisible(library_view.any_from_imports() or from_imports.isChecked())
        found = library_view.found(
            self.search.text(),
            self.pattern.currentData(),
            self.equipment.currentData(),
            self.muscle.currentData(),
            tuple(Kind)[self._kinds.checkedId()],
        )
        for exercise in found:
            item = QListWidgetItem(exercise.name, self.list)
            item.setData(_SLUG, exercise.slug)
            item.setToolTip(exercise.name)
        self.count.setText(counts.exercises(len(found)))
        self.list.setVisible(bool(found))
        self.nothing.setVisible(not found)

    # building
    def _search_field(self) -> QLineEdit:
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(tr("Search by name…"))
        self.search.setAccessibleName(tr("Search exercises"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self.refresh)
        self.search.installEventFilter(self)
        return self.search

    def _filter(
        self, every: str, name: str, kinds: Iterable[Pattern | Equipment | Muscle]
    ) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        box.addItem(every, None)
        named: list[tuple[str, StrEnum]] = [(library_words.plain(k), k) for k in kinds]
        named.sort(key=lambda each: collated(each[0]))
        for word, kind in named:
            box.addItem(word, kind)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.currentIndexChanged.connect(self.refresh)
        return box

    def _chips(self) -> QWidget:
        box = QWidget(self)
        flow = FlowLayout(box, spacing=4)
        self._kinds, self._chips_of = QButtonGroup(box), dict[Kind, QToolButton]()
        names = (
            tr("All"), tr("Neuromuscular"), tr("Functional"), tr("Your own"),
            tr("Favourites"), tr("From imports"),
        )  # fmt: skip
        for number, (name, kind) in enumerate(zip(names, Kind, strict=True)):
            chip = QToolButton(box)
            chip.setText(name)
            chip.setToolTip(library_words.meaning(kind))
            chip.setCheckable(True)
            chip.setProperty("kind", "chip")
            self._kinds.addButton(chip, number)
            self._chips_of[kind] = chip
            flow.addWidget(chip)
        self._kinds.button(0).setChecked(True)
        self._kinds.idClicked.connect(self.refresh)
        return box

    def _found_list(self) -> QListWidget:
        made = QListWidget(self)
        made.setProperty("role", "card")
        made.setAccessibleName(tr("Exercises found"))
        made.setUniformItemSizes(True)
        made.setMinimumHeight(LEAST_LIST_PX)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.currentRowChanged.connect(lambda _row: self.chosen.emit(self.slug()))
        return made

    def _nothing(self) -> QWidget:
        made = QWidget(self)
        layout = widgets.column(made)
        layout.addWidget(widgets.label(tr("Nothing found"), "heading", made))
        words = tr("Try fewer letters, another name, or fewer filters.")
        layout.addWidget(widgets.wrapped(words, "muted", made))
        clear = widgets.button(tr("&Show all"), parent=made)
        clear.setAutoDefault(False)
        clear.clicked.connect(self.clear)
        layout.addWidget(clear, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)
        return made
