"""The sessions beside the calendar, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from planner.coach.logging import SessionSummary
from planner.engine.terms import Unit
from planner.ui import dates, log_words, theme
from planner.ui.session_header import session_name

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT = 46  # px
SESSION_ROLE = Qt.ItemDataRole.UserRole
SMALL_PT = 8.5
_NOWHERE = QModelIndex()
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class SessionModel(QAbstractListModel):
    """Summaries as a list; the words are also what a screen reader says."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._sessions: tuple[SessionSummary, ...] = ()
        self._unit, self._today = Unit.KG, date.min

    def show_sessions(self, sessions: Sequence[SessionSummary], unit: Unit, today: date) -> None:
        """Show other sessions; the view is told only when something differs."""
        made = (tuple(sessions), unit, today)
        if made != (self._sessions, self._unit, self._today):
            self.beginResetModel()
            self._sessions, self._unit, self._today = made
            self.endResetModel()

    def row_of(self, session_id: int | None) -> int | None:
        """Return the row of a session, or None."""
        rows = (i for i, session in enumerate(self._sessions) if session.id == session_id)
        return next(rows, None)

    def words(self, session: SessionSummary) -> tuple[str, str]:
        """Return name, and 'Thu 5 Nov · 21 sets · 4.1 t'; a day of another year has no weekday."""
        same_year = session.on.year == self._today.year
        day = log_words.day(session.on) if same_year else dates.short(session.on, self._today)
        done = log_words.work_done(session.sets, session.tonnage_kg, self._unit)
        if not session.finished and session.on == self._today:
            done = self.tr("now")
        elif not session.finished:
            done = self.tr("{0} · not finished").format(done)
        return session_name(session.name), f"{day} · {done}"

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many sessions there are."""
        return 0 if parent.isValid() else len(self._sessions)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a session's words, or the session itself."""
        if not index.isValid():
            return None
        session = self._sessions[index.row()]
        if role == SESSION_ROLE:
            return session
        wanted = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return ", ".join(self.words(session)) if role in wanted else None


class SessionDelegate(QStyledItemDelegate):
    """Paints a session on two lines: its name, below it the day and what was done."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height of a row; the list gives the width."""
        return QSize(0, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw name, day and work."""
        colours = theme.current()
        painter.save()
        self._paint_back(painter, option)
        box = _room(option.rect)
        upper = QRect(box.left(), box.top(), box.width(), box.height() // 2)
        lower = upper.translated(0, box.height() // 2)
        (name, bold), (below, small) = _lines(index, option.font)
        _write(painter, upper, name, bold, colours.text)
        _write(painter, lower, below, small, colours.muted)
        painter.restore()

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Say in a tooltip what has no room on its line."""
        short = too_long(index, option.font, _room(option.rect).width()) if index.isValid() else ()
        QToolTip.showText(event.globalPos(), "\n".join(short), view)
        return True

    def _paint_back(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if selected or hovered:
            colours = theme.current()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.soft if selected else colours.background))
            painter.drawRoundedRect(option.rect.adjusted(0, 1, 0, -1), 6, 6)


class SessionList(QListView):
    """`chosen` carries the id of the session that was clicked or opened by Enter."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.sessions = SessionModel(self)
        self.setModel(self.sessions)
        self.setItemDelegate(SessionDelegate(self))
        self.setAccessibleName(self.tr("Sessions"))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    def show_sessions(
        self, sessions: Sequence[SessionSummary], current: int | None, unit: Unit, today: date
    ) -> None:
        """Show the sessions and mark the one that is open."""
        self.sessions.show_sessions(sessions, unit, today)
        place = self.sessions.row_of(current)
        self.setCurrentIndex(_NOWHERE if place is None else self.sessions.index(place))

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(SESSION_ROLE).id)


def too_long(index: Index, font: QFont, room_px: int) -> tuple[str, ...]:
    """Return those lines of a session that are wider than the room."""
    lines = _lines(index, font)
    return tuple(
        text for text, face in lines if QFontMetrics(face).horizontalAdvance(text) > room_px
    )


def _lines(index: Index, font: QFont) -> tuple[tuple[str, QFont], tuple[str, QFont]]:
    """Return both lines of a session, each with its font."""
    model = index.model()
    if not isinstance(model, SessionModel):
        raise TypeError(f"{model!r} lists no sessions")
    bold, small = QFont(font), QFont(font)
    bold.setBold(True)
    small.setPointSizeF(SMALL_PT)
    name, below = model.words(index.data(SESSION_ROLE))
    return (name, bold), (below, small)


def _room(row: QRect) -> QRect:
    return row.adjusted(8, 5, -8, -5)


def _write(painter: QPainter, box: QRect, text: str, font: QFont, colour: str) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, _LEFT, shown)
