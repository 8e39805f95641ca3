"""The exercise library: search, filter, then drag or press Enter to put one into the week."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence

from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QWidget,
)

from planner.coach import library
from planner.engine.terms import Complexity, Exercise, Pattern
from planner.ui import plan_drag, theme, widgets
from planner.ui.flow_layout import FlowLayout

DOTS = {
    Complexity.ISOLATION: 1,
    Complexity.MACHINE: 1,
    Complexity.BARBELL: 2,
    Complexity.TECHNICAL: 3,
}
ROW_PX, DOT_PX, GRIP_PX = 29, 6, 16
_EXERCISE = Qt.ItemDataRole.UserRole


class ExerciseList(QWidget):
    """Finds exercises; `chosen` carries the slug of one to add, `about_wanted` of one to see."""

    chosen = Signal(str)
    about_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._found: list[Exercise] | None = None
        self._all: tuple[Exercise, ...] = ()
        layout = widgets.column(self, spacing=8)
        head = widgets.row()
        head.addWidget(widgets.label(self.tr("EXERCISES"), "section", self))
        key = widgets.label(self.tr("Ctrl F"), "key", self)
        head.addWidget(key, alignment=Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(1)
        layout.addLayout(head)
        layout.addWidget(self._search_field())
        layout.addWidget(self._chips())
        self.list = FoundList(self)
        self.list.chosen.connect(self.chosen)
        self.list.about_wanted.connect(self.about_wanted)
        layout.addWidget(self.list, 1)
        self._none = widgets.wrapped("", "muted", self)
        layout.addWidget(self._none)

    def show_library(self, exercises: Iterable[Exercise], known: Container[str]) -> None:
        """Take the whole library; while nothing is typed, what the lifter trains stands first."""
        self._all = tuple(sorted(exercises, key=lambda each: (each.slug not in known, each.name)))
        count = self.tr("Search {count} exercises…").format(count=len(self._all))
        self.search.setPlaceholderText(count)
        self.refresh()

    def refresh(self) -> None:
        """Show what the library has for the words and filter of now."""
        patterns, words = self._patterns(), self.search.text().strip()
        found = [
            each
            for each in (library.search(words) if words else self._all)
            if not patterns or each.pattern in patterns
        ]
        if found != self._found:
            self._found = found
            self.list.show_exercises(found)
        self._none.setText("" if found else self.tr("Nothing found. Try fewer letters."))
        self._none.setVisible(not found)

    def _search_field(self) -> QLineEdit:
        self.search = QLineEdit(self)
        self.search.setAccessibleName(self.tr("Search exercises"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self.refresh)
        self.search.returnPressed.connect(lambda: self.list.choose_current())
        return self.search

    def _chips(self) -> QWidget:
        box = QWidget(self)
        flow = FlowLayout(box, spacing=4)
        self._group = QButtonGroup(box)
        self._group.setExclusive(False)
        for index, (name, _) in enumerate(self._filters()):
            chip = QToolButton(box)
            chip.setText(name)
            chip.setCheckable(True)
            chip.setProperty("kind", "chip")
            chip.setAccessibleName(self.tr("Only {pattern}").format(pattern=name))
            self._group.addButton(chip, index)
            flow.addWidget(chip)
        self._group.idToggled.connect(self._one_filter)
        return box

    def _one_filter(self, index: int, on: bool) -> None:
        for chip in self._group.buttons() if on else ():
            if self._group.id(chip) != index:
                chip.setChecked(False)
        self.refresh()

    def _patterns(self) -> tuple[Pattern, ...]:
        filters = self._filters()
        chosen = [self._group.id(chip) for chip in self._group.buttons() if chip.isChecked()]
        return tuple(pattern for index in chosen for pattern in filters[index][1])

    def _filters(self) -> tuple[tuple[str, tuple[Pattern, ...]], ...]:
        return (
            (self.tr("Squat"), (Pattern.SQUAT, Pattern.LUNGE)),
            (self.tr("Hinge"), (Pattern.HINGE,)),
            (self.tr("Push"), (Pattern.HORIZONTAL_PUSH, Pattern.VERTICAL_PUSH)),
            (self.tr("Pull"), (Pattern.HORIZONTAL_PULL, Pattern.VERTICAL_PULL)),
            (self.tr("Core"), (Pattern.ANTI_MOVEMENT, Pattern.ROTATION, Pattern.CARRY)),
            (self.tr("Isolation"), (Pattern.ISOLATION,)),
            (self.tr("Balance"), (Pattern.BALANCE,)),
            (self.tr("Power"), (Pattern.OLYMPIC, Pattern.JUMP, Pattern.THROW)),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step from the search field into the list, and clear the search with Escape."""
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        elif event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
        else:
            super().keyPressEvent(event)


class FoundList(QListWidget):
    """The exercises found, to drag or to choose."""

    chosen = Signal(str)
    about_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Exercises found"))
        self.setItemDelegate(ExerciseDelegate(self))
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.itemDoubleClicked.connect(self._choose)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_exercises(self, exercises: Sequence[Exercise]) -> None:
        """Show exercises, the first one marked."""
        self.clear()
        for exercise in exercises:
            item = QListWidgetItem(exercise.name, self)
            item.setData(_EXERCISE, exercise)
            item.setToolTip(_tip(self, exercise))

    def choose_current(self) -> None:
        """Choose the marked exercise, or else the first."""
        item = self.currentItem() or self.item(0)
        if item is not None:
            self._choose(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.choose_current()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to add the marked exercise, or to tell about it."""
        item = self.currentItem()
        if item is not None:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            slug = item.data(_EXERCISE).slug
            menu.addAction(self.tr("&Add to the week"), lambda: self.chosen.emit(slug))
            menu.addAction(self.tr("A&bout this exercise"), lambda: self.about_wanted.emit(slug))
            menu.popup(event.globalPos())

    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:
        """Return what a drag carries."""
        return plan_drag.packed(plan_drag.EXERCISE, items[0].data(_EXERCISE).slug)

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(_EXERCISE).slug)


class ExerciseDelegate(QStyledItemDelegate):
    """Paints a grip, the name, and a dot for each step of complexity."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one exercise."""
        exercise: Exercise = index.data(_EXERCISE)
        tokens, room = theme.current(), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(room, QColor(tokens.soft))
        painter.setPen(QColor(tokens.line))
        painter.drawLine(room.bottomLeft(), room.bottomRight())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.muted))
        _paint_grip(painter, room)
        dots = DOTS[exercise.complexity]
        _paint_dots(painter, room, dots)
        painter.setPen(QColor(tokens.text))
        room.adjust(GRIP_PX, 0, -dots * (DOT_PX + 2) - 10, 0)
        metrics = painter.fontMetrics()
        name = metrics.elidedText(exercise.name, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, name)
        painter.restore()

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the size of a row."""
        return QSize(100, ROW_PX)


def _paint_grip(painter: QPainter, room: QRectF) -> None:
    middle = room.center().y()
    for x in (4, 8):
        for y in (-4, 0, 4):
            painter.drawEllipse(QRectF(room.left() + x - 1, middle + y - 1, 2, 2))


def _paint_dots(painter: QPainter, room: QRectF, dots: int) -> None:
    for number in range(dots):
        x = room.right() - 6 - (number + 1) * (DOT_PX + 2)
        painter.drawEllipse(QRectF(x, room.center().y() - DOT_PX / 2, DOT_PX, DOT_PX))


def _tip(widget: QWidget, exercise: Exercise) -> str:
    learning = {
        1: widget.tr("little to learn"),
        2: widget.tr("some practice needed"),
        3: widget.tr("much to learn"),
    }[DOTS[exercise.complexity]]
    muscles = ", ".join(muscle.replace("_", " ") for muscle, _ in exercise.muscles)
    return f"{exercise.name} · {learning}\n{muscles}".strip()
