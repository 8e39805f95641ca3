"""The sessions below the calendar, newest first, by month."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from planner.coach.finding_sessions import Found, Head
from planner.engine.terms import Unit
from planner.language import tr
from planner.ui import theme
from planner.ui.session_model import SESSION_ROLE, Index, SessionModel
from planner.ui.tables import delete_key
from planner.ui.writing import writes

ROW_HEIGHT, FOUND_HEIGHT, MONTH_HEIGHT = 46, 64, 26  # px, with the usual letters
_NOWHERE = QModelIndex()
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_LOW = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom


class SessionDelegate(QStyledItemDelegate):
    """Paints a session on its lines: name, day and what was done, why it was found."""

    def __init__(self, sessions: SessionModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._sessions = sessions
        self._month = QSize(0, theme.spread(MONTH_HEIGHT))
        self._size = QSize(0, theme.grown(ROW_HEIGHT))

    def make_room(self, explained: bool) -> bool:
        """Let sessions be as high as is needed, with a reason or not; say whether that is new."""
        height = theme.grown(FOUND_HEIGHT if explained else ROW_HEIGHT)
        before, self._size = self._size, QSize(0, height)
        return before != self._size

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row; the list gives the width."""
        return self._month if self._sessions.is_month(index.row()) else self._size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the lines of a session, or a month."""
        colours = theme.current()
        lines, box = _lines(index, option.font), _room(option.rect)
        painter.save()
        if len(lines) == 1:
            ((month, small),) = lines
            _write(painter, option.rect.adjusted(8, 0, -8, -4), month, small, colours.muted, _LOW)
        else:
            self._paint_back(painter, option)
            height = box.height() // len(lines)
            inks = colours.text, colours.muted, colours.text
            for place, ((text, font), ink) in enumerate(zip(lines, inks, strict=False)):
                line = QRect(box.left(), box.top() + place * height, box.width(), height)
                _write(painter, line, text, font, ink, _LEFT)
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
        held = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if selected or hovered or held:
            colours = theme.current()
            painter.setPen(QColor(colours.accent) if held else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.soft if selected else colours.background))
            painter.drawRoundedRect(option.rect.adjusted(0, 1, -int(held), -1 - int(held)), 6, 6)


class SessionList(QListView):
    """`chosen` carries the id of the session that was clicked or opened by Enter.

    `delete_wanted` carries that of the one marked, `menu_wanted` it and where, on the screen.
    """

    chosen = Signal(int)
    delete_wanted = Signal(int)
    menu_wanted = Signal(int, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.sessions = SessionModel(self)
        self.setModel(self.sessions)
        self._delegate = SessionDelegate(self.sessions, self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(tr("Sessions"))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._click)
        self.activated.connect(self._choose)
        writes(delete_key(self, self._delete))

    def show_sessions(
        self,
        heads: Sequence[Head],
        current: int | None,
        unit: Unit,
        today: date,
        found: Found | None = None,
    ) -> None:
        """Show the sessions and mark the one that is open; the list stays where it is."""
        before = self.verticalScrollBar().value()
        other = self.sessions.show_sessions(heads, unit, today, found)
        if self._delegate.make_room(self.sessions.explained()) or other:
            self.doItemsLayout()
            self.verticalScrollBar().setValue(before)
        for at in self.sessions.renew(self._in_sight()):  # to tell of it would lay out all rows
            self.viewport().update(self.visualRect(self.sessions.index(at)))
        place = self.sessions.row_of(current)
        wanted = _NOWHERE if place is None else self.sessions.index(place)
        if wanted != self.currentIndex():
            self.setCurrentIndex(wanted)

    def mark(self, session_id: int | None) -> None:
        """Put the keyboard on a session without opening it."""
        row = self.sessions.row_of(session_id)
        if row is not None:
            self.setCurrentIndex(self.sessions.index(row))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the session pointed at, or of the one marked."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        made = index.data(SESSION_ROLE)
        if isinstance(made, Head):
            below = self.visualRect(index).bottomLeft()
            at = self.viewport().mapToGlobal(below) if by_key else event.globalPos()
            self.menu_wanted.emit(made.id, at)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Mark a session by the left button alone: another one opens none."""
        if event.button() is Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take the second press of a button like the first."""
        if event.button() is Qt.MouseButton.LeftButton:
            super().mouseDoubleClickEvent(event)

    def dataChanged(self, _first: Index, _last: Index, _roles: Sequence[int] = ()) -> None:
        """Paint the rows again; their heights stay, so none of them is laid out anew."""
        self.viewport().update()

    def after(self, session_id: int | None, step: int) -> int | None:
        """Return the session so many places below one, around the ends; the first for None."""
        ids = self.sessions.ids()
        if session_id not in ids:
            return ids[0 if step > 0 else -1] if ids else None
        return ids[(ids.index(session_id) + step) % len(ids)]

    def beside(self, session_id: int) -> int | None:
        """Return the session below one, or above the last; None without another."""
        ids = self.sessions.ids()
        at = ids.index(session_id)
        return next(iter([*ids[at + 1 : at + 2], *ids[max(at - 1, 0) : at]]), None)

    def _in_sight(self) -> range:
        room = self.viewport().rect()
        first, last = (self.indexAt(QPoint(1, y)) for y in (room.top(), room.bottom()))
        end = last.row() + 1 if last.isValid() else self.sessions.rowCount()
        return range(max(first.row(), 0), end)

    def _choose(self, index: QModelIndex) -> None:
        made = index.data(SESSION_ROLE)
        if isinstance(made, Head):
            self.chosen.emit(made.id)

    def _click(self, index: QModelIndex) -> None:
        """Open a session; one that is finished is read first, and Delete is meant for it."""
        made = index.data(SESSION_ROLE)
        self._choose(index)
        if isinstance(made, Head) and made.finished:
            self.setFocus()

    def _delete(self) -> None:
        made = self.currentIndex().data(SESSION_ROLE)
        if isinstance(made, Head):
            self.delete_wanted.emit(made.id)


def too_long(index: Index, font: QFont, room_px: int) -> tuple[str, ...]:
    """Return those lines of a session that are wider than the room."""
    lines = _lines(index, font)
    return tuple(
        text for text, face in lines if QFontMetrics(face).horizontalAdvance(text) > room_px
    )


def _lines(index: Index, font: QFont) -> list[tuple[str, QFont]]:
    """Return the lines of a session, each with its font; one for a month."""
    bold, small = QFont(font), theme.small(font)
    bold.setBold(True)
    words = _model(index).words(index.row())
    faces = [small] if len(words) == 1 else [bold, small, small]
    return list(zip(words, faces, strict=False))


def _model(index: Index) -> SessionModel:
    model = index.model()
    if not isinstance(model, SessionModel):
        raise TypeError(f"{model!r} lists no sessions")
    return model


def _room(row: QRect) -> QRect:
    return row.adjusted(8, 5, -8, -5)


def _write(
    painter: QPainter, box: QRect, text: str, font: QFont, colour: str, place: Qt.AlignmentFlag
) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, place, shown)
