"""The log tab without an open session: what to do on the chosen day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from planner.coach import going_on, logging
from planner.coach.check_ins import QUESTIONS
from planner.coach.going_on import GoOn
from planner.coach.logging import SessionSummary
from planner.engine.terms import Unit
from planner.language import tr
from planner.ui import dates, log_words, theme
from planner.ui.fitting import tab_through
from planner.ui.going_on_card import GoingOnLine
from planner.ui.session_header import session_name
from planner.ui.start_menus import StartMenus
from planner.ui.widgets import button, column, label, wrapped
from planner.ui.writing import writes

WIDTH = 420  # px


class _Day(NamedTuple):
    """What there is on a day: (id, name) of the sessions planned, the one left unfinished, and
    those finished on it."""

    on: date
    today: date
    planned: tuple[tuple[int, str], ...]
    unfinished: SessionSummary | None
    done: tuple[SessionSummary, ...]
    unit: Unit

    @property
    def empty(self) -> bool:
        """Whether it is today, and there is nothing yet."""
        return self.on == self.today and not (self.planned or self.unfinished or self.done)


class LogStart(QWidget):
    """`planned_wanted` carries a planned session's id, `session_wanted` a logged one's."""

    planned_wanted = Signal(int)
    free_wanted = Signal()
    session_wanted = Signal(int)
    check_in_wanted = Signal()
    today_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        writes(self)
        self._shown: _Day | None = None
        self._title = label("", "page", self)
        self._says = wrapped("", "muted", self)
        self._doors = QVBoxLayout()
        self.go_on = GoingOnLine(self)
        self.more = StartMenus(self)
        self.check_in = button("", "quiet", self)
        self.buttons: list[QPushButton] = []
        self._build()

    def show_for(self, lifter_id: int, on: date, today: date, unit: Unit) -> None:
        """Offer a lifter what there is to do on a day."""
        planned = logging.planned_today(lifter_id, on)
        done = [made for made in logging.sessions_on(lifter_id, on) if made.finished]
        unfinished = _unfinished(lifter_id) if on == today else None
        day = _Day(on, today, tuple(planned), unfinished, tuple(done), unit)
        self._show_day(day)
        self._show_way_on(going_on.offer(lifter_id, today) if day.empty else None, lifter_id, today)
        self.more.show_for(lifter_id, on, today)

    def _show_way_on(self, made: GoOn | None, lifter_id: int, today: date) -> None:
        held = self.go_on.holds_focus()
        self.go_on.show_offer(made, lifter_id, today)
        if held and made is None:
            self.focus_first()

    def _show_day(self, day: _Day) -> None:
        """Offer the day's planned sessions, an empty one, and the one left unfinished."""
        if day == self._shown:
            return
        self._shown = day
        when = log_words.day(day.on, day.today)
        self._title.setText(tr("Today, {0}").format(when) if day.on == day.today else when)
        said = [self._done(session, day.unit) for session in day.done]
        if day.planned or day.unfinished or not day.done:
            said.append(self._words(day.on, day.today, bool(day.planned), day.unfinished))
        self._says.setText("\n".join(said))
        self._says.setMinimumHeight(self._says.heightForWidth(self._says.width()))
        held = any(made.hasFocus() for made in self.buttons)
        self._offer(day)
        self._chain()
        if held:
            self.focus_first()

    def _offer(self, day: _Day) -> None:
        """Make a door to each session; on a day to come what it has planned is done today."""
        self._clear()
        if day.unfinished is not None:
            self._add_unfinished(day.unfinished, day.today)
        start = tr("Start {0}") if day.on <= day.today else tr("Do {0} today")
        for key, name in day.planned:
            self._add(start.format(session_name(name)), partial(self.planned_wanted.emit, key))
        for made in day.done:
            text = tr("Look at {0}").format(session_name(made.name))
            self._add(text, partial(self.session_wanted.emit, made.id))
        if day.on > day.today:
            self._add(tr("Back to today"), self.today_wanted.emit)
        else:
            self._add(tr("Empty session"), self.free_wanted.emit)

    def show_check_in(self, answered: int, on: date, today: date, asked: bool) -> None:
        """Ask how one is, if that is `asked`, until all is answered."""
        self.check_in.setVisible(asked and on <= today and answered < len(QUESTIONS))
        text = tr("How are you today?") if on == today else tr("How were you that day?")
        self.check_in.setText(text)

    def focus_first(self) -> None:
        """Put the focus on what is most likely wanted."""
        self.buttons[0].setFocus()

    def focus_back(self) -> None:
        """Give the focus back to the door that had it last, else to the first."""
        before = self.focusWidget()
        if isinstance(before, QPushButton) and before in self.buttons:
            before.setFocus()
        else:
            self.focus_first()

    def _build(self) -> None:
        box = column(self)
        box.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for made in (self._says, self.go_on):
            made.setFixedWidth(theme.spread(WIDTH))
        self._doors.setSpacing(8)
        box.addWidget(self._title, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addWidget(self._says, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addSpacing(16)
        box.addLayout(self._doors)
        box.addSpacing(8)
        box.addWidget(self.go_on, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addWidget(self.more, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addWidget(self.check_in, 0, Qt.AlignmentFlag.AlignHCenter)
        self.check_in.setToolTip(tr("A few short answers, none is needed (Ctrl+H)"))
        self.check_in.setAutoDefault(True)
        self.check_in.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves it where it was
        self.check_in.clicked.connect(self.check_in_wanted)
        self._says.setAlignment(Qt.AlignmentFlag.AlignHCenter)

    def _done(self, session: SessionSummary, unit: Unit) -> str:
        work = log_words.work_done(session.sets, session.tonnage_kg, unit)
        return tr("{0} is done: {1}.").format(session_name(session.name), work)

    def _words(
        self, on: date, today: date, planned: bool, unfinished: SessionSummary | None
    ) -> str:
        if unfinished is not None:
            return tr("{0} is still open. Go on with it, or start another session.").format(
                session_name(unfinished.name)
            )
        if on > today:
            if planned:
                return tr("Planned for this day, which is still to come.")
            return tr("This day is still to come, and nothing is planned for it yet.")
        if planned:
            return tr("Planned for this day. Every set is stored as you log it.")
        if on < today:
            return tr("Nothing was logged on this day. You can still write it down.")
        return tr("Nothing is planned for today.")

    def _add_unfinished(self, session: SessionSummary, today: date) -> None:
        name, at = session_name(session.name), session.started_at
        if at is not None and session.on == today:
            text = tr("Carry on with {0}, started {1}").format(name, dates.clock(at))
        else:
            day = log_words.day(session.on, today)
            text = tr("Carry on with {0} of {1}").format(name, day)
        self._add(text, partial(self.session_wanted.emit, session.id))

    def _add(self, text: str, do: Callable[[], None]) -> None:
        """Add a door; the first one is what is most likely wanted."""
        made = button(text.replace("&", "&&"), "" if self.buttons else "primary", self)
        made.setFixedWidth(theme.spread(WIDTH))
        made.setProperty("tall", True)
        made.setAutoDefault(True)
        self.buttons.append(made)
        self._doors.addWidget(made, 0, Qt.AlignmentFlag.AlignHCenter)
        made.show()
        made.clicked.connect(lambda: do())

    def _chain(self) -> None:
        """Let Tab walk through the doors from above to below."""
        way_on = (self.go_on.go_on, self.go_on.not_now)
        stops = [*self.buttons, *way_on, self.more.planned, self.more.earlier, self.check_in]
        tab_through(stops)

    def _clear(self) -> None:
        for made in self.buttons:
            self._doors.removeWidget(made)
            made.hide()
            made.deleteLater()
        self.buttons.clear()


def _unfinished(lifter_id: int) -> SessionSummary | None:
    wanted = logging.open_session(lifter_id)
    return next((each for each in logging.sessions(lifter_id) if each.id == wanted), None)
