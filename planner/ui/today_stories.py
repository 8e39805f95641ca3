"""The line of the day above planner and log: read part by part, acted on, put away for a day."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QVBoxLayout

from planner.coach import day_line, deciding, easing_today
from planner.coach.day_line import DayKind, DayLine
from planner.engine.terms import Absence, Suggestion
from planner.language import tr
from planner.ui import absence_stories, suggestion_words, today_sayings, today_words
from planner.ui.desk import desk_of
from planner.ui.slices import Slices
from planner.ui.today_line import NOTHING_YET, TodayLine
from planner.ui.today_sayings import OnScreen
from planner.ui.top_bar import TabName

if TYPE_CHECKING:
    from planner.ui.main_window import MainWindow

SHOWN_IN = (TabName.PLANNER, TabName.LOG)
QUIET_MS = 300  # without a refresh, before a day is read anew: whoever types goes first


class TodayStories(QObject):
    """Reads nothing before the page is painted, and nothing while something is being written."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._day: tuple[int, date] | None = None  # whose day is shown
        self._whose = ""  # the uid of that lifter: another one may have the id in a backup
        self._made: DayLine | None = None
        self._wanted = False  # the line has its place, whether there is something to say or not
        self._tab: TabName | None = None
        self._silent = False  # the day was read, and there is nothing to say of it
        self._closed_here = False  # since the tab was shown: another line would move what is below
        self.line = TodayLine(window)
        self.reader = Slices(window)
        self._soon = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._soon.timeout.connect(self.read)
        self.reader.made.connect(self._take)
        self.line.why_wanted.connect(self.show_why)
        self.line.action_wanted.connect(self._act)
        self.line.closed.connect(self._put_away)
        window.side_panes.shown.connect(self._paint)
        around = window.pages.parentWidget()
        content = around.layout() if around is not None else None
        if isinstance(content, QVBoxLayout):
            content.insertWidget(content.indexOf(window.pages), self.line)

    def show(self) -> None:
        """Say what is known of the day of the lifter shown, and read it anew soon."""
        window = self._window
        self.reader.stop()
        day = (window.lifter_id(), window.today()) if window.lifter is not None else None
        whose = window.lifter.uid if window.lifter is not None else ""
        other = (day, whose) != (self._day, self._whose)
        if other or window.tab_name != self._tab:
            self._tab, self._closed_here = window.tab_name, False
        if other:
            self._day, self._made, self._wanted, self._silent = day, None, False, False
            self._whose = whose
        self._drop_old()
        if day is not None and (self._made is None or not self._wanted):
            comes = self._wanted or (self._may_appear() and not self._silent)
            self._wanted = comes and day_line.may_say(*day)
        if day is None or window.tab_name not in SHOWN_IN:
            self._soon.stop()
        else:
            self._soon.start()
        self._paint()

    def _drop_old(self) -> None:
        """Say no verdict any more once something blocks, nor that something does once it ended."""
        if self._day is not None and self._made is not None:
            blocks = day_line.at_once(*self._day)
            if blocks is not None or self._made.verdict is None:
                self._made = blocks

    def read(self) -> None:
        """Read the day shown, part by part."""
        self._soon.stop()
        if self._day is not None:
            self.reader.begin({self._day: partial(day_line.reading, *self._day)})

    def show_why(self) -> None:
        """Show what the day rests on."""
        from planner.ui import today_opening

        today_opening.show_today(self._window)

    def _take(self, day: object, made: DayLine | None) -> None:
        if self._day is not None and day == self._day:
            self._made, self._silent = made, made is None
            self._wanted = (self._wanted or self._may_appear()) and day_line.may_say(*self._day)
            self._wanted = self._wanted and not self._put_away_before()
            self._wanted = self._wanted and (not self._silent or self._types())
            self._paint()

    def _may_appear(self) -> bool:
        """Say whether a line that was not there may come: not above a set that is being typed."""
        if self._made is not None and self._made.standing in day_line.PROTECTS:
            return True
        if self._closed_here or self._types():
            return False
        return not self._put_away_before()

    def _types(self) -> bool:
        held, window = QApplication.focusWidget(), self._window
        if held is None or window.tab_name is not TabName.LOG:
            return False
        return window.tabs.log().session.isAncestorOf(held)

    def _paint(self) -> None:
        made, window = self._made, self._window
        shown = self._wanted and window.lifter is not None and window.tab_name in SHOWN_IN
        if made is None or window.lifter is None:
            self.line.show_said(NOTHING_YET)
        elif shown:  # what stands beside it is made in these tabs alone
            self.line.show_said(today_sayings.said(made, window.lifter.unit, self._beside()))
        self.line.setVisible(shown)

    def _beside(self) -> OnScreen:
        """Return what the tab shows besides."""
        window = self._window
        if window.tab_name is TabName.PLANNER:
            return OnScreen(card=window.tabs.planner().shows_suggestions())
        log = window.tabs.log()
        back = not (log.days.isHidden() or log.days.away.isHidden())
        return OnScreen(check_in=not log.side.isHidden(), back=back)

    # put away for the day
    def _put_away(self) -> None:
        if self._made is not None and self._window.lifter is not None:
            self._window.state.keep_put_away(self._window.lifter.uid, day_line.name(self._made))
            self._wanted, self._closed_here = False, True
            self._paint()

    def _put_away_before(self) -> bool:
        """Say whether this very line was put away, or, while it is read, some line of the day."""
        lifter = self._window.lifter
        kept = self._window.state.put_away(lifter.uid) if lifter is not None else ""
        if self._made is None:
            return bool(kept) and kept.startswith(self._window.today().isoformat())
        closes = self._made.standing not in day_line.PROTECTS
        return closes and kept == day_line.name(self._made)

    # the one action
    def _act(self) -> None:
        made = self._made
        if made is None:
            return
        if made.standing is DayKind.WAITING:
            from planner.ui import health_stories

            health_stories.show_referrals(self._window)
        elif made.ends is not None:
            self._end(made.ends)
        elif made.eases:
            self._ease()
        elif made.offer is not None:
            self._accept(made.offer)
        else:
            self._window.tabs.check_in()

    def _end(self, absence: Absence) -> None:
        self._made = None  # it is not true any more; the next reading says what is
        absence_stories.end(desk_of(self._window), absence)

    def _ease(self) -> None:
        window = self._window
        write = partial(easing_today.ease_session, window.lifter_id(), window.today())
        window.act(tr("Make today lighter"), write, self._tell_eased)

    def _tell_eased(self, fewer: object) -> None:
        if isinstance(fewer, int):
            self._window.tell(today_words.eased(fewer))

    def _accept(self, made: Suggestion) -> None:
        window = self._window
        self._made = None
        write = partial(deciding.accept, window.lifter_id(), made, window.today())
        window.act(tr("Accept suggestion"), write, partial(self._tell, made))

    def _tell(self, made: Suggestion, changed: object) -> None:
        if isinstance(changed, int):
            self._window.tell(suggestion_words.accepted(made, changed))
