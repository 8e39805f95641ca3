"""The lifts with their phase, last weeks and strength, to choose one from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from planner.coach import wording
from planner.coach.charts import LiftRow
from planner.engine.terms import Unit
from planner.ui import phases, theme
from planner.ui.widgets import column, label, paint_mark

MANY = 12  # from here on a search field helps
ROW_PX = 32
MARK_PX = 11
SPARK_PX = 54
NUMBER_PX = 32
PAD_PX = 6
FLATTEST = 0.05  # smaller rises fill less of the line's height, so that noise looks like noise
ROW_ROLE = Qt.ItemDataRole.UserRole


class LiftList(QWidget):
    """Emits `chosen(slug)` when the user picks a lift."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[LiftRow] = ()
        self._painter = _LiftPainter(self)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search exercises"))
        self.search.setClearButtonEnabled(True)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Exercises"))
        self.list.setItemDelegate(self._painter)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        layout = column(self)
        layout.addWidget(label(self.tr("EXERCISES"), "section", self))
        layout.addWidget(self.search)
        layout.addWidget(self.list, 1)
        self.search.hide()
        self.search.textChanged.connect(self._filter)
        self.search.returnPressed.connect(self._take)
        self.search.installEventFilter(self)
        self.list.currentItemChanged.connect(self._choose)

    def show_rows(self, rows: Sequence[LiftRow], unit: Unit, slug: str) -> None:
        """Show the lifts and mark one as chosen; scroll position and search stay."""
        self._painter.unit = unit
        self.list.blockSignals(True)
        self._fill(rows, unit)
        for index, lift in enumerate(rows):
            if lift.exercise.slug == slug:
                self.list.setCurrentRow(index)
        self.list.blockSignals(False)
        self.search.setVisible(len(rows) > MANY)
        self._filter(self.search.text())

    def _fill(self, rows: Sequence[LiftRow], unit: Unit) -> None:
        self._rows = rows
        while self.list.count() > len(rows):
            self.list.takeItem(self.list.count() - 1)
        while self.list.count() < len(rows):
            self.list.addItem(QListWidgetItem())
        for index, lift in enumerate(rows):
            item = self.list.item(index)
            item.setData(ROW_ROLE, lift)
            item.setText(lift.exercise.name)
            said = self._said(lift, unit)
            item.setToolTip(said)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)

    def _said(self, lift: LiftRow, unit: Unit) -> str:
        word = phases.look(lift.reading).word
        return f"{lift.exercise.name}, {word}, {e1rm_text(lift, unit)} {unit}"

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let ↑ and ↓ walk through the lifts found while typing goes on; Enter takes one."""
        if watched is self.search and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if step is not None and event.type() == QEvent.Type.KeyPress:
                self._walk(step)
                return True
        return super().eventFilter(watched, event)

    def _walk(self, step: int) -> None:
        """Go from the lift chosen to the next one found, or to the first when it is hidden."""
        found, current = self._found(), self.list.currentRow()
        if current not in found:
            self._take()
            return
        place = found.index(current) + step
        self.list.setCurrentRow(found[min(max(place, 0), len(found) - 1)])

    def _take(self) -> None:
        """Choose the lift walked to, else the first one found."""
        found = self._found()
        if found and self.list.currentRow() not in found:
            self.list.setCurrentRow(found[0])

    def _found(self) -> list[int]:
        rows = range(self.list.count())
        return [row for row in rows if not self.list.item(row).isHidden()]

    def _filter(self, text: str) -> None:
        wanted = text.casefold().strip()
        for index, lift in enumerate(self._rows):
            hidden = self.search.isVisibleTo(self) and wanted not in lift.exercise.name.casefold()
            self.list.item(index).setHidden(hidden)

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            lift: LiftRow = item.data(ROW_ROLE)
            self.chosen.emit(lift.exercise.slug)


def e1rm_text(lift: LiftRow, unit: Unit) -> str:
    """Write a lift's e1RM in the lifter's unit, '–' when it is unknown."""
    kg = lift.reading.strength_kg
    return "–" if kg is None else wording.mass(kg, unit, 0)


class _LiftPainter(QStyledItemDelegate):
    """Paints a row: mark, name, sparkline, number."""

    unit = Unit.KG

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Ask for one line."""
        return QSize(PAD_PX, ROW_PX)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one lift."""
        lift: LiftRow = index.data(ROW_ROLE)
        area: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_ground(painter, option)
        _paint_phase(painter, area, lift)
        number = area.adjusted(area.width() - NUMBER_PX - PAD_PX, 0, -PAD_PX, 0)
        spark = area.adjusted(number.left() - SPARK_PX - area.left(), 9, 0, -9)
        spark.setWidth(SPARK_PX)
        name = area.adjusted(2 * PAD_PX + MARK_PX, 0, spark.left() - PAD_PX - area.right(), 0)
        _paint_spark(painter, spark, lift.spark)
        painter.setPen(QColor(theme.current().text))
        shown = option.fontMetrics.elidedText(lift.exercise.name, _SHORTEN, name.width())
        painter.drawText(name, _LEFT, shown)
        painter.drawText(number, _RIGHT, e1rm_text(lift, self.unit))
        painter.restore()


_SHORTEN = Qt.TextElideMode.ElideRight
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    tokens = theme.current()
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    if not chosen and not option.state & QStyle.StateFlag.State_MouseOver:
        return
    focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
    painter.setPen(QPen(QColor(tokens.accent), 1) if focused else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.soft if chosen else tokens.background))
    painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 1.5, -0.5, -0.5), 6, 6)


def _paint_phase(painter: QPainter, area: QRect, lift: LiftRow) -> None:
    painter.save()
    painter.translate(area.left() + PAD_PX, area.center().y() - MARK_PX / 2 + 1)
    paint_mark(painter, phases.look(lift.reading), MARK_PX)
    painter.restore()


def _paint_spark(painter: QPainter, area: QRect, values: Sequence[float]) -> None:
    if len(values) < 2:
        return
    low, high = min(values), max(values)
    tall = max(high - low, FLATTEST * high, 1e-9)
    step = area.width() / (len(values) - 1)
    bottom = area.bottom() - (area.height() - area.height() * (high - low) / tall) / 2
    line = QPolygonF(
        [
            QPointF(area.left() + index * step, bottom - (value - low) / tall * area.height())
            for index, value in enumerate(values)
        ]
    )
    painter.setPen(QPen(QColor(theme.current().muted), 1.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(line)
