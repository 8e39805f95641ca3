"""Build each tab when it is first shown, and carry its wishes to the window."""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator, Iterator
from datetime import date
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject

from planner.language import tr
from planner.ui.side_panes import Side
from planner.ui.top_bar import TabName

if TYPE_CHECKING:
    from planner.engine.terms import Lifter
    from planner.ui.charts.charts_tab import ChartsTab
    from planner.ui.log_tab import LogTab
    from planner.ui.main_window import MainWindow
    from planner.ui.planner_tab import PlannerTab
    from planner.ui.tab_opening import TabOpening

    Tab: TypeAlias = PlannerTab | LogTab | ChartsTab

SLOW_IMPORTS = {
    TabName.PLANNER: (
        "planner.coach.planning", "planner.ui.week_grid", "planner.ui.planner_tab",
        "planner.ui.today_stories",
    ),
    TabName.LOG: (
        "planner.coach.logging", "planner.ui.check_in_pane", "planner.ui.rest_pane",
        "planner.ui.exercise_entry", "planner.ui.session_pane", "planner.ui.log_side",
        "planner.ui.log_days", "planner.ui.log_tab", "planner.ui.today_stories",
    ),
    TabName.CHARTS: (
        "planner.coach.charts", "planner.ui.charts.pages", "planner.ui.charts.measure_card",
        "planner.ui.charts.strength_page", "planner.ui.charts.charts_tab",
    ),
}  # fmt: skip
LIBRARIES = ("numpy", "pyqtgraph")  # of the charts; each takes 0.1 to 0.2 s


class Tabs(QObject):
    """The tabs that were shown so far. Importing a tab's module waits until then, too."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._planner: PlannerTab | None = None
        self._log: LogTab | None = None
        self._new_log: LogTab | None = None  # not whole yet
        self._charts: ChartsTab | None = None
        self._opening: TabOpening | None = None  # stands for the charts meanwhile
        self._shown = self._before = TabName.LOG
        self._whose: dict[int, str] = {}  # the uid of who had an id when they were shown

    def show(self, name: TabName) -> Tab | TabOpening:
        """Bring a tab to the front, or what stands for it, and return it."""
        if name is not self._shown:
            self._before, self._shown = self._shown, name
        self._know(self._window.lifter)
        opening = self._opening if name is TabName.CHARTS else None
        tab = opening if opening is not None and opening.is_busy() else self._made(name)
        self._window.pages.setCurrentWidget(tab)
        self._window.bar.show_tab(name)
        return tab

    def open(self, name: TabName) -> None:
        """Show the tab that somebody chose."""
        self.once_made(name, partial(self._window.show_tab, name))

    def once_made(self, name: TabName, then: Callable[[], object]) -> None:
        """Do what needs a tab; while the charts are imported the window shows that, and answers."""
        if name is not TabName.CHARTS or self._has_libraries():
            then()
            return
        if self._opening is None:
            from planner.ui.tab_opening import TabOpening

            self._opening = TabOpening(self._window.pages)
            self._window.pages.addWidget(self._opening)
        self._opening.await_making(LIBRARIES, partial(self.preparing, name), then)
        self._window.show_tab(name)
        self._opening.begin()

    def _has_libraries(self) -> bool:
        """Say whether the charts' libraries are imported: one that is being imported is known."""
        importing = self._opening is not None and self._opening.is_importing()
        return not importing and set(LIBRARIES) <= set(sys.modules)

    def preparing(self, name: TabName) -> Generator[None]:
        """Import and build a tab, part by part."""
        yield from self.importing(name)
        if name is TabName.LOG:
            yield from self._making_log()
        self._made(name)

    def importing(self, name: TabName) -> Iterator[None]:
        """Import a tab, part by part, so that showing it does not wait for that."""
        for module in SLOW_IMPORTS[name]:
            import_module(module)
            yield

    def _made(self, name: TabName) -> Tab:
        make: dict[TabName, Callable[[], Tab]] = {
            TabName.PLANNER: self.planner,
            TabName.LOG: self.log,
            TabName.CHARTS: self.charts,
        }
        return make[name]()

    def planner(self) -> PlannerTab:
        """Return the planner tab."""
        if self._planner is None:
            from planner.ui.planner_tab import PlannerTab

            self._planner = PlannerTab(self._window.pages)
            self._planner.finish = self.finish_edits
            self._planner.wanted.connect(self._window.act)
            self._planner.told.connect(self._window.tell)
            self._planner.unread.connect(self._window.tell_unread)
            self._planner.print_wanted.connect(self._window.print_week)
            self._planner.session_wanted.connect(self._start_planned)
            self._planner.log_wanted.connect(self._window.show_session)
            self._planner.program_wanted.connect(self._window.lifter_stories.choose_program)
            self._planner.check_in_wanted.connect(self.check_in)
            self._planner.about_wanted.connect(self._tell_about)
            self._planner.make_wanted.connect(self._make_exercise)
            self._planner.suggestions_wanted.connect(self._read_suggestions)
            self._planner.share_wanted.connect(self._copy_to_others)
            self._add(TabName.PLANNER, self._planner)
        return self._planner

    def log(self) -> LogTab:
        """Return the log tab."""
        if self._log is None:
            for _ in self._making_log():
                pass
            self._log = self._new_log
            assert self._log is not None, "it was just made"
            self._log.wanted.connect(self._window.act)
            self._log.about_wanted.connect(self._tell_about)
            self._log.told.connect(self._window.tell)
            self._log.session.remarks.referred.connect(self._show_referrals)
            self._log.session.remarks.consulted.connect(self._offer_referral)
            self._log.planner_wanted.connect(partial(self._window.show_tab, TabName.PLANNER))
            self._log.week_wanted.connect(self._await_in_plan)
            self._log.search_wanted.connect(lambda: self._window.side_panes.open(Side.LEFT))
            self._log.make_wanted.connect(self._make_exercise)
            self._log.check_in_wanted.connect(lambda: self._window.side_panes.open(Side.RIGHT))
            self._log.side.rest_pane.away.connect(self._window.status.show_rest)
            self._log.work.key("Alt+Left", self._go_back)
            self._add(TabName.LOG, self._log)
        return self._log

    def _making_log(self) -> Iterator[None]:
        from planner.ui.log_tab import LogTab

        if self._new_log is None:
            self._new_log = LogTab(self._window.pages, at_once=False)
        yield from self._new_log.making

    def forget(self) -> None:
        """Let tabs forget what they know besides the file: another one took its place."""
        if self._opening is not None:
            self._opening.stop()
        self._forget_lifters()

    def _know(self, lifter: Lifter | None) -> None:
        """Forget what is known by the ids of lifters when one is somebody else's now."""
        if lifter is None or lifter.id is None:
            return
        if self._whose.get(lifter.id, lifter.uid) != lifter.uid:
            self._forget_lifters()
        self._whose[lifter.id] = lifter.uid

    def _forget_lifters(self) -> None:
        self._whose = {}
        if self._log is not None:
            self._log.forget()
        if self._planner is not None:
            self._planner.forget()
        if self._charts is not None:
            self._charts.forget()

    def charts(self) -> ChartsTab:
        """Return the charts tab; pyqtgraph and numpy are imported here for the first time."""
        if self._charts is None:
            from planner.ui.charts.charts_tab import ChartsTab

            self._charts = ChartsTab(self._window.pages)
            self._charts.referrals_wanted.connect(self._show_referrals)
            self._charts.session_wanted.connect(self._show_charted)
            self._charts.wanted.connect(self._window.act)
            self._charts.goal_wanted.connect(self._set_goal)
            self._charts.empty.log_wanted.connect(partial(self._window.show_tab, TabName.LOG))
            self._charts.empty.import_wanted.connect(self._window.file_stories.import_log)
            self._charts.skills_wanted.connect(self._show_skills)
            self._charts.compared.connect(lambda *kept: self._window.state.keep_compared(*kept))
            self._charts.recall = lambda uid: self._window.state.compared(uid)
            self._window.bar.shortened.connect(self._charts.shorten_bar)
            self._charts.range.changed.connect(self._window.bar.fit)
            self._add(TabName.CHARTS, self._charts)
        return self._charts

    def _set_goal(self, slug: str) -> None:
        from planner.ui.charts import goal_stories

        goal_stories.show(self._window, slug)

    def _show_skills(self) -> None:
        from planner.ui import skill_stories

        skill_stories.show(self._window)

    def _read_suggestions(self) -> None:
        from planner.ui import advice_stories

        advice_stories.read_suggestions(self._window)

    def _add(self, name: TabName, tab: Tab) -> None:
        self._window.pages.addWidget(tab)
        self._window.bar.add_actions(name, tab.actions_bar())
        self._window.state.restore_tab(name.name.lower(), tab)

    def _show_charted(self, session_id: int) -> None:
        """Show a session that was chosen in a plot, at the lift that the charts are about."""
        self._window.show_session(session_id, self.charts().lift())

    def _go_back(self) -> None:
        """Go from the log to the plot or week that one came from."""
        if self._before is not self._shown:
            self._window.show_tab(self._before)

    def _start_planned(self, planned_session_id: int, on: date) -> None:
        from planner.coach import logging

        work = partial(logging.start_planned, self._window.lifter_id(), planned_session_id, on)
        self._window.act(tr("Start session"), work, self._window.show_session)

    def _await_in_plan(self, week_id: object) -> None:
        if self._planner is not None:
            self._planner.await_week(week_id)

    def _copy_to_others(self, week_id: int) -> None:
        from planner.ui import assign_stories

        assign_stories.copy_week(self._window, week_id)

    def _tell_about(self, slug: str) -> None:
        from planner.ui import library_stories

        library_stories.show_library(self._window, slug)

    def _make_exercise(self, name: str, then: Callable[[str], None]) -> None:
        from planner.ui import own_library

        own_library.new_exercise(self._window, self._window, then, name)

    def check_in(self) -> None:
        """Show today's check-in, beside today's session when there is one."""
        self._window.show_tab(TabName.LOG)
        self.log().show_day(self._window.today())
        self.log().begin_check_in()

    def _show_referrals(self) -> None:
        from planner.ui import health_stories

        self._window.soon(lambda: health_stories.show_referrals(self._window))

    def _offer_referral(self, slug: str) -> None:
        from planner.ui import health_stories

        health_stories.offer(self._window, slug)

    def finish_edits(self) -> str:
        """Store what is half typed in the plan; return what cannot be stored, or ''."""
        return self._window.leaving.finish(self._planner) if self._planner is not None else ""

    def known_log(self) -> LogTab | None:
        """Return the log tab where it was shown."""
        return self._log

    def save_places(self) -> None:
        """Remember where the splitters of the tabs are."""
        made = {
            TabName.PLANNER: self._planner,
            TabName.LOG: self._log,
            TabName.CHARTS: self._charts,
        }
        for name, tab in made.items():
            if tab is not None:
                self._window.state.save_tab(name.name.lower(), tab)
