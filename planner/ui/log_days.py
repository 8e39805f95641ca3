"""The left side of the log tab: the calendar, days away, and the sessions with their search."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from planner.coach import absences, files, finding_sessions, typing_back
from planner.coach.finding_sessions import Found, Head
from planner.engine.terms import Unit
from planner.language import tr
from planner.ui import absence_stories, counts, dates, region
from planner.ui.away_lines import AwayLines
from planner.ui.desk import Desk
from planner.ui.fitting import tab_through
from planner.ui.month_calendar import MonthCalendar
from planner.ui.session_list import SessionList
from planner.ui.session_search_field import SessionSearchField
from planner.ui.widgets import button, column, label, row, wrapped
from planner.ui.writing import writes

LEAST_PX = 220


class LogDays(QFrame):
    """`wanted` asks for a write; `found` carries a session that a search came to.

    `left` says that the keyboard goes back to the session.
    """

    wanted = Signal(str, object, object)
    found = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lifter_id: int | None = None
        self._session_id: int | None = None
        self._unit, self._today = Unit.KG, date.min
        self._heads: Sequence[Head] = ()
        self.calendar = MonthCalendar(self)
        self.away = AwayLines(self)
        self.empty_month = label(tr("Nothing logged in this month."), "small", self)
        self.search = SessionSearchField(self)
        self.says = wrapped("", "small", self)
        self.sessions = SessionList(self)
        self.new_button = button(tr("+ &new"), "quiet", self)
        writes(self.new_button)
        self._build()
        self._connect()

    def show_log(
        self, lifter_id: int, on: date, today: date, session_id: int | None, unit: Unit
    ) -> None:
        """Show what a lifter logged, with a day ringed and the open session marked."""
        if lifter_id != self._lifter_id:
            self.search.clear()
        self._lifter_id, self._today = lifter_id, today
        self._session_id, self._unit = session_id, unit
        self._heads = finding_sessions.heads(lifter_id)
        self.calendar.show_day(on, today)
        self.show_month()
        if self.sessions.sessions.searched() and self.search.text():
            QTimer.singleShot(0, self, self._search)  # the session is painted before
        else:
            self._search()

    def show_month(self) -> None:
        """Show what is known of the days of the month."""
        if self._lifter_id is None:
            return
        since, until = self.calendar.visible_days()
        sessions = finding_sessions.sessions_per_day(self._lifter_id, since, until)
        waiting = typing_back.unlogged_days(self._lifter_id, since, until)
        away = absences.among(absences.absences(self._lifter_id), since, until)
        self.calendar.show_marks(sessions, waiting, away)
        self.away.show_absences(away, self._today)
        self.empty_month.setVisible(bool(self._heads) and not sessions)

    def look_for(self, text: str) -> None:
        """Search the sessions for a text, if there is one, and put the keyboard there."""
        if text:
            self.search.setText(text)
            self.search.search_now()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _build(self) -> None:
        self.setProperty("role", "pane")
        self.setMinimumWidth(LEAST_PX)
        box = column(self)
        box.setContentsMargins(12, 6, 12, 8)
        box.setSpacing(4)
        for part in (self.calendar, self.away, self.empty_month):
            box.addWidget(part)
        box.addSpacing(8)
        self._build_list(box)

    def _build_list(self, box: QVBoxLayout) -> None:
        line = row()
        line.addWidget(label(tr("SESSIONS"), "section", self), 1)
        line.addWidget(self.new_button)
        box.addLayout(line)
        box.addWidget(self.search)
        box.addWidget(self.says)
        box.addWidget(self.sessions, 1)
        box.addStretch(0)
        tab_through((self.new_button, self.search, self.sessions))
        self.empty_month.hide()
        self.says.hide()

    def _connect(self) -> None:
        self.new_button.setAccessibleName(tr("New session on the chosen day"))
        self.calendar.month_shown.connect(self.show_month)
        self.calendar.away_wanted.connect(self._add_absence)
        self.calendar.menu_wanted.connect(self._open_menu)
        self.away.edit_wanted.connect(lambda each: absence_stories.edit(self._desk(), each))
        self.away.back_wanted.connect(lambda each: absence_stories.end(self._desk(), each))
        self.search.searched.connect(self._search)
        self.search.stepped.connect(self._step)
        self.search.left.connect(self.left)
        self.search.entered.connect(self._get_ready)

    # searching
    def _search(self) -> None:
        if self._lifter_id is None or not files.is_open():  # the refresh after that finds it
            return
        found = self._find(self._lifter_id)
        args = self._heads, self._session_id, self._unit, self._today
        self.sessions.show_sessions(*args, found)
        self._say(found)

    def _find(self, lifter_id: int) -> Found | None:
        words = dates.month_names(), region.first_weekday()
        text = self.search.text()
        return finding_sessions.find(lifter_id, text, self._today, self._unit, *words)

    def _get_ready(self) -> None:
        """Read what searching needs while nothing is typed yet."""
        if self._lifter_id is not None:
            QTimer.singleShot(0, self, self._read_ahead)

    def _read_ahead(self) -> None:
        if self._lifter_id is not None and files.is_open():
            finding_sessions.get_ready(self._lifter_id)

    def _step(self, places: int) -> None:
        following = self.sessions.after(self._session_id, places)
        if following is not None and self.sessions.sessions.searched():
            self.found.emit(following)

    def _say(self, found: Found | None) -> None:
        self.search.setVisible(bool(self._heads) or bool(self.search.text()))
        self.says.setText(self._said(found))
        self.says.setVisible(bool(self.says.text()))
        self.sessions.setVisible(bool(self.sessions.sessions.ids()))

    def _said(self, found: Found | None) -> str:
        if not self._heads:
            return tr("No sessions yet. What you log is listed here.")
        if found is None:
            return ""
        if not found.sessions:
            return tr(
                "Nothing found. Try an exercise (bench), a load (bench > 100), sets (squat 3x5), "
                "a month (October 2025) or a word of a note; each word narrows it."
            )
        of_all = tr("{0} of {1}")
        return of_all.format(counts.count(len(found.sessions)), counts.sessions(len(self._heads)))

    # days away
    def _desk(self) -> Desk:
        assert self._lifter_id is not None, "the log tab shows no lifter yet"
        act = self.wanted
        return Desk(
            self, self._lifter_id, self._today, lambda label, work: act.emit(label, work, None)
        )

    def _add_absence(self, since: date, until: date) -> None:
        absence_stories.add(self._desk(), since, until)

    def _open_menu(self, since: date, until: date, at: QPoint) -> None:
        absence_stories.day_menu(self._desk(), since, until).popup(at)
