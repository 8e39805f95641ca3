"""A list of exercises to drag, to choose, to star or to read about."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence

from PySide6.QtCore import (
    QEvent,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from planner.coach.library_words import within
from planner.coach.wording import in_row
from planner.engine.terms import Complexity, Exercise
from planner.language import tr
from planner.ui import key_names, plan_drag, theme
from planner.ui.star import star

DOTS = {
    Complexity.ISOLATION: 1,
    Complexity.MACHINE: 1,
    Complexity.BARBELL: 2,
    Complexity.TECHNICAL: 3,
}
ROW_PX, DOT_PX, GRIP_PX = 29, 6, 16
STAR_PX, STAR_ROOM_PX = 12, 18
_EXERCISE = Qt.ItemDataRole.UserRole


class FoundList(QListWidget):
    """The exercises found, to drag or to choose; every signal carries a slug."""

    chosen = Signal(str)
    about_wanted = Signal(str)
    star_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._starred: Container[str] = ()
        self.setAccessibleName(tr("Exercises found"))
        self.setItemDelegate(ExerciseDelegate(self.is_starred, self))
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.itemDoubleClicked.connect(self._choose)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_exercises(
        self, exercises: Sequence[Exercise], starred: Container[str], keep: bool = False
    ) -> None:
        """Show exercises and which of them are starred; `keep` marks the one marked before."""
        before = self.exercise() if keep and self.currentRow() >= 0 else None
        self._starred = starred
        self.clear()
        for exercise in exercises:
            item = QListWidgetItem(exercise.name, self)
            item.setData(_EXERCISE, exercise)
            if before is not None and exercise.slug == before.slug:
                self.setCurrentItem(item)

    def is_starred(self, exercise: Exercise) -> bool:
        """Say whether an exercise is shown with a star."""
        return exercise.slug in self._starred

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell about the exercise below the mouse: made only then, for there are hundreds."""
        item = self.itemAt(event.pos()) if isinstance(event, QHelpEvent) else None
        if item is not None and event.type() is QEvent.Type.ToolTip:
            item.setToolTip(_tip(item.data(_EXERCISE)))
        return super().viewportEvent(event)

    def exercise(self) -> Exercise | None:
        """Return the exercise marked, or else the first; None when there is none."""
        if not self.count():
            return None
        found: Exercise = (self.currentItem() or self.item(0)).data(_EXERCISE)
        return found

    def begin(self) -> None:
        """Take the keyboard with an exercise marked."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setCurrentRow(max(self.currentRow(), 0))

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
            menu.addAction(tr("&Add to the week"), lambda: self.chosen.emit(slug))
            menu.addAction(tr("A&bout this exercise"), lambda: self.about_wanted.emit(slug))
            words = tr("Take the &star away") if slug in self._starred else tr("&Star it")
            text = f"{words}\t{key_names.shown('Ctrl+B')}"
            menu.addAction(text, lambda: self.star_wanted.emit(slug))
            menu.popup(event.globalPos())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Star the marked exercise, or take its star away, by a click on the star."""
        at = event.position().toPoint()
        item = self.itemAt(at)
        marked = item is not None and (
            self.is_starred(item.data(_EXERCISE)) or item is self.currentItem()
        )
        if item is not None and marked and at.x() > self.viewport().width() - STAR_ROOM_PX:
            self.star_wanted.emit(item.data(_EXERCISE).slug)
        else:
            super().mousePressEvent(event)

    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:
        """Return what a drag carries."""
        return plan_drag.packed(plan_drag.EXERCISE, items[0].data(_EXERCISE).slug)

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(_EXERCISE).slug)


class ExerciseDelegate(QStyledItemDelegate):
    """Paints a grip, the name, and a dot for each step of complexity."""

    def __init__(self, is_starred: Callable[[Exercise], bool], parent: QWidget) -> None:
        super().__init__(parent)
        self._is_starred = is_starred

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
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(tokens.accent))
            painter.drawRoundedRect(room.adjusted(0.5, 0.5, -0.5, -1.5), 4, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.muted))
        _paint_grip(painter, room)
        dots = DOTS[exercise.complexity]
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        _paint_star(painter, room, self._is_starred(exercise), chosen)
        room.setRight(room.right() - STAR_ROOM_PX)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.muted))
        _paint_dots(painter, room, dots)
        painter.setPen(QColor(tokens.text))
        room.adjust(GRIP_PX, 0, -dots * (DOT_PX + 2) - 6, 0)
        metrics = painter.fontMetrics()
        name = metrics.elidedText(exercise.name, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, name)
        painter.restore()

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the size of a row."""
        return QSize(100, theme.spread(ROW_PX))


def _paint_grip(painter: QPainter, room: QRectF) -> None:
    middle = room.center().y()
    for x in (4, 8):
        for y in (-4, 0, 4):
            painter.drawEllipse(QRectF(room.left() + x - 1, middle + y - 1, 2, 2))


def _paint_dots(painter: QPainter, room: QRectF, dots: int) -> None:
    for number in range(dots):
        x = room.right() - (number + 1) * (DOT_PX + 2)
        painter.drawEllipse(QRectF(x, room.center().y() - DOT_PX / 2, DOT_PX, DOT_PX))


def _paint_star(painter: QPainter, room: QRectF, full: bool, shown: bool) -> None:
    """Paint the star of a favourite; of another exercise its outline, while it is marked."""
    tokens = theme.current()
    if full or shown:
        painter.setPen(QColor(tokens.warn if full else tokens.muted))
        painter.setBrush(QColor(tokens.warn) if full else Qt.BrushStyle.NoBrush)
        at = QPointF(room.right() - STAR_ROOM_PX / 2, room.center().y())
        painter.drawPath(star(at, STAR_PX / 2))


def _tip(exercise: Exercise) -> str:
    learning = {
        1: tr("little to learn"),
        2: tr("some practice needed"),
        3: tr("much to learn"),
    }[DOTS[exercise.complexity]]
    muscles = in_row(within(muscle) for muscle, _ in exercise.muscles)
    return f"{exercise.name} · {learning}\n{muscles}".strip()
