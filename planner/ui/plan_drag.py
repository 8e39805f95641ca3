"""Carry sessions, lines or an exercise of the library with the mouse."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QMimeData, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QDrag, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from planner.ui import theme
from planner.ui.plan_edits import Carried

SESSION = "application/x-planner-session"
LINE = "application/x-planner-line"
EXERCISE = "application/x-planner-exercise"


def packed(kind: str, *names: object) -> QMimeData:
    """Return what a drag carries: a kind, and ids or a slug."""
    data = QMimeData()
    data.setData(kind, " ".join(map(str, names)).encode())
    return data


def unpacked(data: QMimeData) -> Carried | None:
    """Return what a drag brings; None when it is nothing of ours."""
    if data.hasFormat(SESSION):
        return Carried(sessions=tuple(map(int, _names(data, SESSION))))
    if data.hasFormat(LINE):
        return Carried(lines=tuple(map(int, _names(data, LINE))))
    return Carried(exercise=_names(data, EXERCISE)[0]) if data.hasFormat(EXERCISE) else None


def _names(data: QMimeData, kind: str) -> list[str]:
    return bytes(data.data(kind).data()).decode().split()


def far_enough(pressed_at: QPoint, now: QPoint) -> bool:
    """Say whether the mouse has moved so far that a drag is meant."""
    return (now - pressed_at).manhattanLength() >= QApplication.startDragDistance()


def start(source: QWidget, data: QMimeData, count: int) -> None:
    """Drag until the mouse button is let go, showing a picture of the widget and how many.

    Dropping may replace the widget; so the drag belongs to the window, and begins when the
    widget's own mouse event is over.
    """
    drag = QDrag(source.window())
    drag.setMimeData(data)
    drag.setPixmap(_picture(source, count))
    drag.setHotSpot(QPoint(12, 12))
    QTimer.singleShot(0, partial(drag.exec, Qt.DropAction.MoveAction))


def _picture(source: QWidget, count: int) -> QPixmap:
    picture = source.grab()
    if count > 1:
        tokens = theme.current()
        badge = QRect(source.width() - 26, 2, 24, 18)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(tokens.accent))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(badge, 9, 9)
        painter.setPen(QColor(tokens.on_accent))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(count))
        painter.end()
    return picture
