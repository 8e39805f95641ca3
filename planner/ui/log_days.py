"""The left side of the log tab: the calendar over the list of sessions."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from planner.ui.month_calendar import MonthCalendar
from planner.ui.session_list import SessionList
from planner.ui.widgets import column, frame, label, row

LEAST_PX = 220


def days_pane(
    calendar: MonthCalendar, sessions: SessionList, new: QPushButton, parent: QWidget
) -> QFrame:
    """Return a pane of the calendar and the sessions; `new` stands over the list."""
    pane = frame("pane", parent, "left")
    pane.setMinimumWidth(LEAST_PX)
    box = column(pane)
    box.setContentsMargins(12, 6, 12, 8)
    box.addWidget(calendar)
    box.addSpacing(12)
    line = row()
    title = QCoreApplication.translate("LogTab", "SESSIONS")
    line.addWidget(label(title, "section", pane), 1)
    line.addWidget(new)
    box.addLayout(line)
    box.addWidget(sessions, 1)
    return pane
