"""The lifts with their phase, last weeks and strength, to choose one from."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple, TypeAlias

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

from planner.coach import charts, scores, wording
from planner.coach.charts import LiftRow
from planner.coach.scores import ScoreRow
from planner.engine.terms import Unit
from planner.language import tr
from planner.ui import phases, theme
from planner.ui.charts import chart_words, score_words
from planner.ui.widgets import column, label, paint_mark

MANY = 12  # from here on a search field helps
ROW_PX = 32
MARK_PX = 11
SPARK_PX = 54
NUMBER_PX = 32
WORD_PX = 44  # of what is reached, with its unit
PAD_PX = 6
FLATTEST = 0.05  # smaller rises fill less of the line's height, so that noise looks like noise
ROW_ROLE = Qt.ItemDataRole.UserRole


class Heading(NamedTuple):
    """What stands above the exercises of a kind."""

    text: str


Listed: TypeAlias = LiftRow | ScoreRow | Heading


class LiftList(QWidget):
    """Emits `chosen(slug)` when the user picks a lift."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Listed] = ()
        self._painter = _LiftPainter(self)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(tr("Search"))
        self.search.setAccessibleName(tr("Search exercises"))
        self.search.setClearButtonEnabled(True)
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("Exercises"))
        self.list.setItemDelegate(self._painter)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        layout = column(self)
        layout.addWidget(label(tr("EXERCISES"), "section", self))
        layout.addWidget(self.search)
        layout.addWidget(self.list, 1)
        self.search.hide()
        self.search.textChanged.connect(self._filter)
        self.search.returnPressed.connect(self._take)
        self.search.installEventFilter(self)
        self.list.currentItemChanged.connect(self._choose)

    def show_rows(self, rows: Sequence[Listed], unit: Unit, slug: str) -> None:
        """Show the lifts and mark one as chosen; scroll position and search stay."""
        self._painter.unit = unit
        self.list.blockSignals(True)
        self._fill(rows, unit)
        for index, each in enumerate(rows):
            if not isinstance(each, Heading) and each.exercise.slug == slug:
                self.list.setCurrentRow(index)
        self.list.blockSignals(False)
        self.search.setVisible(len(rows) > MANY)
        self._filter(self.search.text())

    def _fill(self, rows: Sequence[Listed], unit: Unit) -> None:
        self._rows = rows
        while self.list.count() > len(rows):
            self.list.takeItem(self.list.count() - 1)
        while self.list.count() < len(rows):
            self.list.addItem(QListWidgetItem())
        for index, each in enumerate(rows):
            item = self.list.item(index)
            heading = isinstance(each, Heading)
            item.setFlags(_NO_FLAGS if heading else _FLAGS)
            item.setData(ROW_ROLE, each)
            item.setText(_name(each))
            said = _said(each, unit)
            item.setToolTip("" if heading else said)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)

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
        seen = (row for row in rows if not self.list.item(row).isHidden())
        return [row for row in seen if not isinstance(self._rows[row], Heading)]

    def _filter(self, text: str) -> None:
        wanted = text.casefold().strip()
        searching = self.search.isVisibleTo(self) and bool(wanted)
        for index, each in enumerate(self._rows):
            other = isinstance(each, Heading) or wanted not in _name(each).casefold()
            self.list.item(index).setHidden(searching and other)

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            lift: Listed = item.data(ROW_ROLE)
            if not isinstance(lift, Heading):
                self.chosen.emit(lift.exercise.slug)


_FLAGS = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
_NO_FLAGS = Qt.ItemFlag.NoItemFlags


def _name(each: Listed) -> str:
    return each.text if isinstance(each, Heading) else each.exercise.name


def _said(each: Listed, unit: Unit) -> str:
    if isinstance(each, Heading):
        return each.text
    if isinstance(each, ScoreRow):
        return f"{each.exercise.name}, {number_text(each, unit)}"
    word = phases.look(each.reading).word
    return f"{each.exercise.name}, {word}, {e1rm_text(each, unit)} {unit}"


def number_text(each: LiftRow | ScoreRow, unit: Unit) -> str:
    """Write a lift's e1RM, or what the last session of another exercise reached."""
    if isinstance(each, ScoreRow):
        return score_words.amount(each.last, each.exercise)
    return e1rm_text(each, unit)


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
        return QSize(PAD_PX, theme.spread(ROW_PX))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one lift."""
        each: Listed = index.data(ROW_ROLE)
        area: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(each, Heading):
            _paint_heading(painter, area, each)
        else:
            _paint_ground(painter, option)
            self._paint_lift(painter, option, each)
        painter.restore()

    def _paint_lift(
        self, painter: QPainter, option: QStyleOptionViewItem, lift: LiftRow | ScoreRow
    ) -> None:
        area: QRect = option.rect
        if isinstance(lift, LiftRow):
            _paint_phase(painter, area, lift)
        wide = theme.grown(NUMBER_PX if isinstance(lift, LiftRow) else WORD_PX)
        number = area.adjusted(area.width() - wide - PAD_PX, 0, -PAD_PX, 0)
        spark = area.adjusted(number.left() - SPARK_PX - area.left(), 9, 0, -9)
        spark.setWidth(SPARK_PX)
        name = area.adjusted(2 * PAD_PX + MARK_PX, 0, spark.left() - PAD_PX - area.right(), 0)
        _paint_spark(painter, spark, lift.spark)
        painter.setPen(QColor(theme.current().text))
        shown = option.fontMetrics.elidedText(lift.exercise.name, _SHORTEN, name.width())
        painter.drawText(name, _LEFT, shown)
        painter.drawText(number, _RIGHT, number_text(lift, self.unit))


_SHORTEN = Qt.TextElideMode.ElideRight
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_LOW = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
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


def _paint_heading(painter: QPainter, area: QRect, heading: Heading) -> None:
    font = painter.font()
    font.setPointSizeF(max(8.0, font.pointSizeF() - 1))
    painter.setFont(font)
    painter.setPen(QColor(theme.current().muted))
    painter.drawText(area.adjusted(PAD_PX, 0, -PAD_PX, -4), _LOW, heading.text)


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


def listed(lifter_id: int, today: date) -> list[Listed]:
    """Return the lifts, then what has no load, a heading above each kind."""
    made: list[Listed] = [*charts.lifts(lifter_id, today)]
    for category, found in scores.rows(lifter_id, today):
        made += [Heading(chart_words.category(category)), *found]
    return made
