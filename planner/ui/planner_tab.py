"""The planner: a block's weeks and the exercise library, the week shown, and suggestions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QPushButton, QSplitter, QStackedWidget, QWidget

from planner.coach import block_weeks, clients, favourites, planning, tags
from planner.coach.planning import PlanView
from planner.engine.terms import Lifter, Mesocycle
from planner.language import tr
from planner.ui import plan_questions, plan_week, theme, widgets
from planner.ui.advising import Advising
from planner.ui.ask_line import AskLine
from planner.ui.block_stories import BlockStories
from planner.ui.exercise_list import ExerciseList
from planner.ui.mesocycle_pane import MesocyclePane
from planner.ui.open_loads import OpenLoads
from planner.ui.plan_empty import PlanEmpty
from planner.ui.side_panes import EMPTY
from planner.ui.volume_strip import VolumeStrip
from planner.ui.week_grid import WeekGrid
from planner.ui.week_header import WeekHeader
from planner.ui.week_stories import WeekStories
from planner.ui.writing import writes

SIZES_PX = (196, 820, 264)  # at 1280; of a wider window all get a share
SHARES = (1, 6, 1)


class PlannerTab(QWidget):
    """Shows one week of one lifter's plan; everything to be written goes out through `wanted`."""

    wanted = Signal(str, object, object)  # label for Undo, write, what to do with its result
    told = Signal(str)  # news of what was done
    unread = Signal(str)  # what was half typed and could not be stored
    print_wanted = Signal(object)  # date
    session_wanted = Signal(int, object)  # planned session id, date
    log_wanted = Signal(object)  # logged session id
    program_wanted = Signal()
    check_in_wanted = Signal()
    about_wanted = Signal(str)  # slug of an exercise
    make_wanted = Signal(str, object)  # name of an exercise, what to do with its slug
    suggestions_wanted = Signal()
    share_wanted = Signal(int)  # id of the week to copy to other lifters

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lifter: Lifter | None = None
        self._today = date.min
        self._view: PlanView | None = None
        self._week, self._known = "", frozenset[str]()  # uids: of the week to show, of the blocks
        # Stores what is half typed; returns what cannot be stored.
        self.finish: Callable[[], str] = partial(self.finish_edit, None)
        self._print = self._print_button()
        self._left, self._pages = self._left_pane(), self._centre()
        self.weeks = WeekStories(self, self.ask, self._grid, self.await_week)
        self._copy = self.weeks.copy_button(self)
        writes(self._copy)
        self.stories = BlockStories(self)
        self._advising = Advising(self)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setHandleWidth(1)
        for index, pane in enumerate((self._left, self._pages, self._advising.pane)):
            splitter.addWidget(pane)
            splitter.setStretchFactor(index, SHARES[index])
        left, right = (theme.spread(SIZES_PX[at]) for at in (0, 2))
        splitter.setSizes([left, sum(SIZES_PX) - left - right, right])
        widgets.column(self, spacing=0).addWidget(splitter)
        self._connect()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the week its room in a low window."""
        super().resizeEvent(event)
        low = self._volumes.fit(self.height())
        self._blocks.show_low(low)

    def actions_bar(self) -> list[QWidget]:
        """Return 'Copy week' and 'Print week…' for the window's bar."""
        return [self._copy, self._print]

    def week_of(self) -> date | None:
        """Return the first day of the week shown; None when there is no plan."""
        return self._view.week.starts_on if self._view is not None else None

    def week_index(self) -> int:
        """Return the place of the week shown among those of its block, from 0."""
        weeks, here = (self._view.weeks, self._view.week.id) if self._view is not None else ((), 0)
        return next((n for n, each in enumerate(weeks) if each.id == here), 0)

    def block_id(self) -> int | None:
        """Return the key of the block shown; None when there is no plan."""
        return self._view.mesocycle.id if self._view is not None else None

    def half_typed(self) -> str:
        """Return what is being typed, with the line it is about; '' when nothing is."""
        field = self._grid.editor.field
        return field.typed() if field is not None else ""

    def finish_edit(self, lifter_id: int | None) -> str:
        """Store what is half typed of the lifter shown; return what cannot be stored, or ''."""
        if self._grid.editor.field is not None and lifter_id is not None:
            self.refresh(lifter_id, self._today)  # what is edited may be gone
        return self._grid.editor.finish()

    def read_suggestions(self) -> None:
        """Give the keyboard to the suggestions."""
        self._advising.pane.begin()

    def shows_suggestions(self) -> bool:
        """Say whether the suggestions are in sight."""
        return not self._advising.pane.isHidden()

    def refresh(self, lifter_id: int, today: date) -> None:
        """Show what is true now, of the week that was shown before if it is still there."""
        lifter = clients.lifter(lifter_id)
        blocks = planning.mesocycles(lifter_id)
        same = self._lifter is not None and lifter.uid == self._lifter.uid
        new = [block for block in blocks if same and block.uid not in self._known]
        if not same:
            self._week = ""
        self._known = frozenset(block.uid for block in blocks)
        if new:
            self._leave_week()
        self._follow(lifter_id, new, today)
        self._lifter, self._today = lifter, today
        before, self._view = self._view, self._read_view(lifter_id)
        if before is None or self._view is None or before.week != self._view.week:
            self.ask.close_question()  # what it asks about may be gone
        self._show_plan(lifter, self._view, blocks)
        self.stories.look_at(lifter_id, self._view, today)
        self._advising.refresh(lifter, self._view, today)
        if new:
            self._grid.setFocus()

    def forget(self) -> None:
        """Know nobody's week any more: the data are others now."""
        self._lifter = None
        self._grid.editor.close(save=False)

    def show_week(self, week_id: object) -> None:
        """Show another week of the plan."""
        self.await_week(week_id)
        if self._lifter is not None and self._lifter.id is not None:
            self.refresh(self._lifter.id, self._today)

    def await_week(self, week_id: object) -> None:
        """Let the next refresh show another week of the plan."""
        week = block_weeks.uid_of(week_id) if isinstance(week_id, int) else ""
        self._leave_week()
        self._week = week

    def _leave_week(self) -> None:
        """Store what is half typed in the week shown, or tell what cannot be stored."""
        self.unread.emit(self.finish())

    def _write_weeks(self, label: str, write: object, then: object) -> None:
        """Ask for a write about whole weeks once what is half typed in the one shown is stored."""
        unread = self.finish()
        self.wanted.emit(label, write, then)
        self.unread.emit(unread)

    def _go_to_week(self, week_id: object) -> None:
        self.await_week(week_id)
        self._grid.setFocus()

    def _follow(self, lifter_id: int, started: Sequence[Mesocycle], today: date) -> None:
        """Show a block that was started since the last look."""
        for block in started:
            view = planning.view(lifter_id, block.started_on, today)
            self._week = view.week.uid if view is not None else ""

    def _read_view(self, lifter_id: int) -> PlanView | None:
        week_id = block_weeks.key_of(lifter_id, self._week)  # None when it is gone, by undo perhaps
        return planning.view(lifter_id, self._today, self._today, week_id)

    def _show_plan(
        self, lifter: Lifter, view: PlanView | None, blocks: Sequence[Mesocycle]
    ) -> None:
        self._copy.setEnabled(view is not None)
        self._print.setEnabled(view is not None)
        self._left.setProperty(EMPTY, view is None)
        self._left.setVisible(view is not None)
        self._pages.setCurrentIndex(0 if view is None else 1)
        self._week, self.weeks.shown = "", None
        self.open_loads.show_plan(view, lifter.id or 0, self._today)
        if view is None:
            self._grid.editor.close(save=False)
            self._empty.take_keyboard(self)
            return
        self._week, self.weeks.shown = view.week.uid, view.week.id
        picks = favourites.picks(lifter.id or 0, self._today)
        self._exercises.show_library(view.exercises.values(), view.readings, picks, lifter)
        self._blocks.show_plan(view, blocks)
        self._header.show_week(view)
        self._grid.show_week(plan_week.of_view(view, lifter, self._today), lifter.unit)
        self._volumes.show_volumes(view.hard_sets, lifter.experience)
        self._volumes.show_tags(tags.of_week(view.week, view.exercises))

    def _left_pane(self) -> QFrame:
        pane = widgets.frame("pane", self)
        pane.setMinimumWidth(180)
        layout = widgets.column(pane, margin=12, spacing=16)
        self._blocks = MesocyclePane(pane)
        self._exercises = ExerciseList(pane)
        layout.addWidget(self._blocks)
        layout.addWidget(self._exercises, 1)
        return pane

    def _centre(self) -> QStackedWidget:
        pages = QStackedWidget(self)
        self._empty = PlanEmpty(pages)
        page = QWidget(pages)
        layout = widgets.column(page, margin=12)
        self._header = WeekHeader(page)
        self.ask = AskLine(page)
        self.open_loads = OpenLoads(page)
        self._grid = WeekGrid(page)
        self._volumes = VolumeStrip(page)
        for made in (self._header, self.ask, self.open_loads):
            layout.addWidget(made)
        layout.addWidget(self._grid, 1)
        layout.addWidget(self._volumes)
        pages.addWidget(self._empty)
        pages.addWidget(page)
        return pages

    def _print_button(self) -> QPushButton:
        made = widgets.button(tr("Print week…"), "primary", self)
        made.setProperty("short", tr("Print…"))
        made.clicked.connect(lambda: self.print_wanted.emit(self.week_of()))
        return made

    def _connect(self) -> None:
        for part in (self.open_loads, self._grid, self._exercises, self._advising):
            part.wanted.connect(self.wanted)
        for stories in (self.stories, self.weeks):
            stories.wanted.connect(self._write_weeks)
        self._blocks.week_chosen.connect(self.show_week)
        self._blocks.week_menu_wanted.connect(self.weeks.pop_up)
        self._blocks.block_chosen.connect(self._show_block)
        self.stories.serve(self._blocks)
        self.stories.told.connect(self.told)
        self.stories.week_wanted.connect(self.show_week)
        self.stories.copy_wanted.connect(self.weeks.copy)
        self.stories.closed.connect(self._grid.setFocus)
        self._empty.empty_wanted.connect(self.stories.start)
        for place in (self._blocks, self._empty):
            place.program_wanted.connect(self.program_wanted)
        self._header.step_wanted.connect(self._step)
        self._grid.week_wanted.connect(self._step)
        self.weeks.share_wanted.connect(self.share_wanted)
        self._grid.told.connect(self.told)
        self._grid.start_wanted.connect(self._start)
        self._exercises.chosen.connect(self._grid.add_exercise)
        self._exercises.left.connect(self._grid.setFocus)
        self._exercises.about_wanted.connect(self.about_wanted)
        self._exercises.make_wanted.connect(self.make_wanted)
        for page in (self._header, self._empty):
            page.suggestions.clicked.connect(self.suggestions_wanted)
            self._advising.pane.unseen.connect(page.show_unseen)
        self._advising.pane.left.connect(self._grid.setFocus)
        self._advising.week_wanted.connect(self._go_to_week)
        self._advising.check_in_wanted.connect(self.check_in_wanted)
        self._advising.session_wanted.connect(self.session_wanted)
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.activated.connect(self._find)

    def _find(self) -> None:
        self._exercises.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._exercises.search.selectAll()

    def _step(self, weeks: int) -> None:
        if self._view is None:
            return
        ids = [week.id for week in self._view.weeks]
        index = ids.index(self._view.week.id or 0) + weeks
        if 0 <= index < len(ids):
            self.show_week(ids[index])

    def _show_block(self, block: Mesocycle) -> None:
        if self._lifter is not None and self._lifter.id is not None:
            view = planning.view(self._lifter.id, block.started_on, self._today)
            self.show_week(view.week.id if view is not None else None)

    def _start(self, session: int) -> None:
        """Start a planned session, or show in the log what was made of it already."""
        if self._view is None:
            return
        if (logged := self._view.done.get(session)) is not None:
            self.log_wanted.emit(logged)
        else:
            start, week = partial(self.session_wanted.emit, session), self._view.week
            plan_questions.start_session(self.ask, week, session, self._today, start, self._grid)
