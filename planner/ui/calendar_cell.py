"""How the calendar of a block draws its cells: a day with its sessions, and a week's name."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from planner.coach.block_calendar import CalendarDay, CalendarWeek, State
from planner.language import tr
from planner.ui import dates, theme
from planner.ui.table_model import TableModel

MARGIN_PX, SMALL = 6, 0.88
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_MARKS = {
    State.DONE: "✓ ",
    State.UNDER_WAY: "… ",
    State.MISSED: "○ ",
    State.AHEAD: "",
    State.HIDDEN: "– ",
}

Index = QModelIndex | QPersistentModelIndex


def row_height(table: QTableView, week: CalendarWeek) -> int:
    """Return the height that the fullest day of a week needs; two sessions always fit."""
    lines = 1 + max(1, *(len(day.sessions) for day in week.days))
    return lines * table.fontMetrics().height() + 2 * MARGIN_PX


class _Cell(QStyledItemDelegate):
    """The ground of every cell: a deload is tinted, today and the keyboard's place are framed."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground, then what is in it."""
        model = index.model()
        if not isinstance(model, TableModel):
            return
        week: CalendarWeek = model.row(index.row())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _ground(painter, option, week)
        room = option.rect.adjusted(MARGIN_PX, MARGIN_PX, -MARGIN_PX, -MARGIN_PX)
        self._fill(painter, room, week, index)
        painter.restore()

    def _fill(self, painter: QPainter, room: QRect, week: CalendarWeek, index: Index) -> None:
        raise NotImplementedError


class WeekCell(_Cell):
    """The first and the last columns: number and dates, or a figure."""

    def _fill(self, painter: QPainter, room: QRect, week: CalendarWeek, index: Index) -> None:
        if index.column():
            painter.setPen(QColor(theme.current().text))
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
            painter.drawText(room, right, str(index.data()))
            return
        lines = _Lines(painter, room)
        lines.write(tr("Week {number}").format(number=week.summary.number), bold=True)
        lines.write(dates.short(week.summary.starts_on) + self._mark(week), muted=True)

    def _mark(self, week: CalendarWeek) -> str:
        now = " · " + tr("now", "under way") if week.summary.current else ""
        return now + (" · " + tr("deload") if week.summary.deload else "")


class DayCell(_Cell):
    """A day: its date, then a line for each session."""

    def _fill(self, painter: QPainter, room: QRect, week: CalendarWeek, index: Index) -> None:
        number = index.column() - 1
        if number >= len(week.days):
            return
        day, lines = week.days[number], _Lines(painter, room)
        lines.write(self._head(day), muted=not day.today, bold=day.today)
        if day.today:
            _ring(painter, room.adjusted(-3, -3, 3, 3))
        for name, state in day.sessions:
            lines.session(name, state)

    def _head(self, day: CalendarDay) -> str:
        head = dates.short(day.on) if day.on.day == 1 else str(day.on.day)
        return f"{head} · {tr('away')}" if day.away else head


class _Lines:
    """Writes lines below each other, each shortened to the room there is."""

    def __init__(self, painter: QPainter, room: QRect) -> None:
        self._painter, self._room = painter, QRect(room)
        self._font = QFont(painter.font())

    def write(self, text: str, muted: bool = False, bold: bool = False) -> None:
        tokens = theme.current()
        self._line(text, tokens.muted if muted else tokens.text, bold)

    def session(self, name: str, state: State) -> None:
        tokens = theme.current()
        colours = {
            State.DONE: tokens.good,
            State.UNDER_WAY: tokens.text,
            State.AHEAD: tokens.text,
        }
        self._line(_MARKS[state] + name, colours.get(state, tokens.muted))

    def _line(self, text: str, colour: str, bold: bool = False) -> None:
        font = QFont(self._font)
        font.setBold(bold)
        font.setPointSizeF(font.pointSizeF() * (1.0 if bold else SMALL))
        self._painter.setFont(font)
        self._painter.setPen(QColor(colour))
        metrics = self._painter.fontMetrics()
        height = self._painter.fontMetrics().height()
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, self._room.width())
        line = QRect(self._room.left(), self._room.top(), self._room.width(), height)
        self._painter.drawText(line, _LEFT, shown)
        self._room.setTop(self._room.top() + height)


def _ground(painter: QPainter, option: QStyleOptionViewItem, week: CalendarWeek) -> None:
    tokens, box = theme.current(), option.rect
    if week.summary.deload:
        painter.fillRect(box, QColor(tokens.background))
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(box, QColor(tokens.soft))
    painter.setPen(QPen(QColor(tokens.line), 1))
    painter.drawLine(box.bottomLeft(), box.bottomRight())


def _ring(painter: QPainter, box: QRect) -> None:
    painter.setPen(QPen(QColor(theme.current().accent), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 4, 4)
