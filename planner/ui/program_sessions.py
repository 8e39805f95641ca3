"""The sessions of a program's first week, to be read before it is started."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from planner.coach import library_words
from planner.coach.program_days import ProgramLine, ProgramSession
from planner.coach.wording import in_row
from planner.ui import dates
from planner.ui.screen_room import room_on_screen
from planner.ui.widgets import column, label, wrapped

SIDE_BY_SIDE = 2
NARROW_PX = 900  # of a screen, where they stand below each other
_TOP_RIGHT = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight


class ProgramSessions(QWidget):
    """A table for each session, two side by side: its days and name, then exercises and sets."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._layout = QGridLayout(self)
        self._beside = 1 if room_on_screen(self).width() < NARROW_PX else SIDE_BY_SIDE
        self._layout.setContentsMargins(0, 0, 8, 0)
        self._layout.setHorizontalSpacing(24)
        self._layout.setVerticalSpacing(16)
        self._layout.setAlignment(Qt.AlignmentFlag.AlignTop)
        for side in range(self._beside):
            self._layout.setColumnStretch(side, 1)
        self._made: list[QFrame] = []

    def show_sessions(self, sessions: Sequence[ProgramSession], starts_on: date) -> None:
        """Show the sessions on the weekdays that follow from the first day."""
        for old in self._made:
            self._layout.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._made = [self._table(session, starts_on) for session in sessions]
        for place, made in enumerate(self._made):
            self._layout.addWidget(made, *divmod(place, self._beside))
            made.show()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break lines anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Ask for the height that all lines take at this width; a scroll area gives less."""
        self.setMinimumHeight(self._layout.totalHeightForWidth(self.width()))

    def _table(self, session: ProgramSession, starts_on: date) -> QFrame:
        made = QFrame(self)
        box = column(made, spacing=4)
        days = in_row(_weekday(starts_on, day) for day in session.days)
        box.addWidget(wrapped(f"{days} · {session.name}", "heading", made))
        grid = QGridLayout()
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        for number, line in enumerate(session.lines):
            grid.addWidget(_named(line, made), number, 0)
            grid.addWidget(label(line.sets, "muted", made), number, 1, _TOP_RIGHT)
        box.addLayout(grid)
        box.addStretch(1)
        made.setAccessibleName(f"{days} · {session.name}")
        return made


def _named(line: ProgramLine, parent: QWidget) -> QWidget:
    """Return an exercise's name, over its tempo in words where one is set."""
    if not line.tempo:
        return wrapped(line.exercise, parent=parent)
    made = QWidget(parent)
    box = column(made, spacing=0)
    box.addWidget(wrapped(line.exercise, parent=made))
    box.addWidget(wrapped(library_words.tempo(line.tempo), "small", made))
    return made


def _weekday(starts_on: date, day: int) -> str:
    return dates.weekday((starts_on + timedelta(days=day)).isoweekday())
