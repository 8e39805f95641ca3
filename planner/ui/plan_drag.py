"""Carry a session, a line or an exercise of the library with the mouse."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QApplication, QWidget

from planner.ui.plan_edits import Carried
from planner.ui.plan_week import Week

SESSION = "application/x-planner-session"
LINE = "application/x-planner-line"
EXERCISE = "application/x-planner-exercise"


def packed(kind: str, name: str) -> QMimeData:
    """Return what a drag carries: a kind and an id or slug."""
    data = QMimeData()
    data.setData(kind, name.encode())
    return data


def unpacked(data: QMimeData, week: Week) -> Carried | None:
    """Return what a drag brings into a week; None when it is nothing of ours."""
    if data.hasFormat(SESSION):
        return Carried(session=int(_text(data, SESSION)))
    if data.hasFormat(LINE):
        line = week.line(int(_text(data, LINE)))
        return Carried(line=line) if line is not None else None
    return Carried(exercise=_text(data, EXERCISE)) if data.hasFormat(EXERCISE) else None


def far_enough(pressed_at: QPoint, now: QPoint) -> bool:
    """Say whether the mouse has moved so far that a drag is meant."""
    return (now - pressed_at).manhattanLength() >= QApplication.startDragDistance()


def start(source: QWidget, data: QMimeData) -> None:
    """Drag until the mouse button is let go, showing a picture of the widget.

    Dropping may replace the widget; so the drag belongs to the window, and begins when the
    widget's own mouse event is over.
    """
    drag = QDrag(source.window())
    drag.setMimeData(data)
    drag.setPixmap(source.grab())
    drag.setHotSpot(QPoint(12, 12))
    QTimer.singleShot(0, partial(drag.exec, Qt.DropAction.MoveAction))


def _text(data: QMimeData, kind: str) -> str:
    return bytes(data.data(kind).data()).decode()
