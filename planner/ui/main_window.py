"""The window: three tabs under one bar; it turns what tabs want into actions and refreshes them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent

from planner.language import tr
from planner.ui.files_dragged import local_files
from planner.ui.menus import add_menus
from planner.ui.side_panes import SidePanes
from planner.ui.stories import Stories
from planner.ui.tabs import Tabs
from planner.ui.top_bar import TabName

if TYPE_CHECKING:
    from planner.engine.terms import Lifter
    from planner.ui.action import UndoHistory
    from planner.ui.first_start import FirstStart

After: TypeAlias = Callable[[object], None] | None


class MainWindow(Stories):
    """Shows one lifter at a time; `today` is asked at every refresh, so that days may pass.

    It is painted before its file is open, and shows the data when `start` is called. What reads
    the file is made when it is first asked for, so that importing it is not waited for.
    """

    def __init__(self, database: Path, today: Callable[[], date] = date.today) -> None:
        super().__init__(database)
        self.today = today
        self.lifter: Lifter | None = None
        self.tab_name = TabName.PLANNER
        self.first_start: FirstStart | None = None
        self._seen: date | None = None  # the day of the last refresh
        self.tabs = Tabs(self)
        self.menus = add_menus(self)
        self.side_panes = SidePanes(self)
        self.menus.themes[self.state.theme()].setChecked(True)
        self.setAcceptDrops(True)
        self._connect()

    def _connect(self) -> None:
        bar = self.bar
        bar.tab_wanted.connect(lambda number: self.menus.tabs[TabName(number)].trigger())
        bar.undo_wanted.connect(lambda: self.undo_stories.undo())
        bar.picker.chosen.connect(self.show_lifter)
        bar.picker.clicked.connect(self.menus.switch.trigger)
        bar.picker.new_wanted.connect(self.menus.new.trigger)
        bar.picker.all_wanted.connect(lambda: self.lifter_stories.show_all())

    @cached_property
    def history(self) -> UndoHistory:
        """What was done and can be taken back."""
        from planner.ui.action import UndoHistory

        made = UndoHistory(self)
        made.changed.connect(self._after_change)
        made.failed.connect(self.tell_trouble)
        made.forgotten.connect(self._tell_forgotten)
        made.lost.connect(lambda lost: self.lost_file_stories.begin(lost))
        made.stack.undoTextChanged.connect(self._show_undo)
        made.stack.redoTextChanged.connect(self._show_undo)
        return made

    # what tabs and stories ask for
    def soon(self, wish: Callable[[], object], action: QAction | None = None) -> None:
        """Do what the user asked for, unless it waits for the PIN of the lifter."""
        if not (self.ready and self.locks.refuses(action)):
            super().soon(wish, action)

    def act(
        self, label: str, work: Callable[[], object], after: After = None, adds: bool = False
    ) -> bool:
        """Do something that can be undone; hand its result to `after`; say whether it was done.

        What only `adds` something is done whatever another program wrote before.
        """
        before, last, undo = self.lifter, self.history.next_undo(), self.undo_stories
        done = self.history.do(label, work, after, adds)
        undo.note_lifter(before, last)
        return done

    def lifter_id(self) -> int:
        """Return the id of the lifter shown; RuntimeError when there is none."""
        if self.lifter is None or self.lifter.id is None:
            raise RuntimeError("no lifter is shown")
        return self.lifter.id

    def unit_was_chosen(self) -> bool:
        """Say whether somebody chose a unit on the first page."""
        return self.first_start is not None and self.first_start.unit_chosen

    def show_lifter(self, lifter_id: int) -> None:
        """Show another lifter's data; what is half typed still goes to the one shown before."""
        with self.finished_edits():
            self.lifter_stories.remember(lifter_id)
            self.refresh()

    @contextmanager
    def finished_edits(self) -> Iterator[None]:
        """Store what is half typed before something else is shown; say what could not be read."""
        unread = self.tabs.finish_edits()
        yield
        self.tell_unread(unread)

    def show_tab(self, name: TabName) -> None:
        """Show a tab; its page is built the first time."""
        self.tab_name = name
        self.refresh()

    def show_session(self, session_id: object, slug: str = "") -> None:
        """Show a logged session in the log, at the sets of an exercise when one is named."""
        self.show_tab(TabName.LOG)
        if isinstance(session_id, int):
            self.tabs.log().show_session(session_id, slug)

    def print_week(self, week_of: date | None = None) -> None:
        """Open the preview of the sheet for a day's week, by default the week shown."""
        from planner.ui import kept_up, printing
        from planner.ui.printing_week import PrintedWeek

        day = week_of or kept_up.planner(self).week_of() or self.today()
        printing.print_week(self, self.act, PrintedWeek(self.lifter_id(), day, self.today()))

    def print_charts(self) -> None:
        """Open the report of what the charts tab shows."""
        self.show_tab(TabName.CHARTS)
        self.tabs.charts().report()

    # the one refresh path
    def refresh(self) -> None:
        """Read the lifters again, and let the visible page show what is true now."""
        lifters, chosen = self.lifter_stories.choose()
        self.lifter = self.locks.admitted(chosen)
        self.bar.picker.show_lifters(lifters, chosen)
        self.status.show_unit(self.lifter.unit if self.lifter is not None else "")
        self._seen = self.today()
        self.opening.end()
        self.undo_stories.show()
        for action in self.menus.with_lifter:
            action.setEnabled(self.lifter is not None)
        self.bar.show_plain(self.lifter is None)
        self.bar.show_picker(chosen is not None)
        self.menus.switch.setEnabled(chosen is not None)
        if self.lifter is None and "today_stories" in vars(self):
            self.today_stories.show()
        if self.locks.shut is not None:
            self.locks.show_page(self.locks.shut)
        elif self.lifter is None:
            self._show_first_start()
        else:
            self._show_tab_page(self.lifter_id(), self._seen)

    def rest(self) -> None:
        """Ask the file nothing until the next refresh: it is closed meanwhile."""
        self._seen = None

    def leave_file(self) -> None:
        """Know nothing of the file any more: it is closed, and whatever is opened is read anew."""
        self.rest()
        self.ready = False
        self.history.clear()
        self.tabs.forget()

    def _show_tab_page(self, lifter_id: int, today: date) -> None:
        tab = self.tabs.show(self.tab_name)
        self.menus.tabs[self.tab_name].setChecked(True)
        tab.refresh(lifter_id, today)
        self.lifter_stories.sheets.show_unread()
        self.side_panes.show()
        self.today_stories.show()

    def _show_first_start(self) -> None:
        if self.first_start is None:
            from planner.ui.first_start import first_page

            self.first_start = first_page(self)
            self.pages.addWidget(self.first_start)
        self.pages.setCurrentWidget(self.first_start)
        self.lifter_stories.leave_sheets()

    def _after_change(self) -> None:
        self.status.saved(datetime.now())
        self.refresh()

    def _tell_forgotten(self) -> None:
        self.tell(
            tr("Another program changed your data. They are shown anew; Undo starts from here.")
        )
        self.refresh()

    def _show_undo(self) -> None:
        self.undo_stories.show()

    # the start
    def take_file(self, database: Path) -> None:
        """Be the window of another file, in the theme that was chosen for that."""
        super().take_file(database)
        self.menus.themes[self.state.theme()].setChecked(True)

    def start(self) -> None:
        """Show the data, or go back to a session left unfinished; back up once a day."""
        for _ in self.starting():
            pass
        self.settle()

    def starting(self) -> Iterator[None]:
        """Start part by part: between the parts the window may be painted."""
        from planner.coach.files import DatabaseProblem, is_read_only, was_open_to_others
        from planner.ui.field_undo import FieldUndo
        from planner.ui.late_events import LateEvents
        from planner.ui.menu_key import MenuKey

        if not is_read_only():
            self.file_stories.install_library()
        yield
        with suppress(DatabaseProblem):  # it is only read ahead: the refresh reads it anyway
            yield from self.lifter_stories.reading_log()
        self.tab_name = self.lifter_stories.first_tab()
        yield from self.tabs.preparing(self.tab_name)
        yield
        self.refresh()
        if not is_read_only():
            self.status.opened()
        if was_open_to_others():
            self.tell(tr("Others on this computer could read your data; now only you can."))
        if not self.findChildren(FieldUndo):  # it may not be the first start of this window
            FieldUndo(self)
            MenuKey(self)
            LateEvents(self)

    def settle(self) -> None:
        """Back up once a day, then do what was asked for meanwhile."""
        try:
            self.backup_stories.begin()
        finally:
            self.grant_wishes()
        if not self.look_only.is_on():
            from planner.ui import copies_stories

            copies_stories.tell(self)

    # what Qt tells
    def changeEvent(self, event: QEvent) -> None:
        """Look for a new day, or another program's changes, when the window comes to the front."""
        super().changeEvent(event)
        if event.type() != QEvent.Type.ActivationChange or not self.isActiveWindow():
            return
        if self._seen is None or not self._is_open() or self.lost_file_stories.notice():
            return
        self.backup_stories.show_last()
        self.backup_stories.look()
        if not self.history.look_elsewhere() and self._seen != self.today():
            self.refresh()

    def _is_open(self) -> bool:
        """Say whether the file is open; it is not yet, or not while a backup takes its place."""
        from planner.coach import files

        return files.is_open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if local_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import the files dropped anywhere on the window, or merge what was handed over."""
        event.acceptProposedAction()
        dropped = local_files(event.mimeData())
        self.soon(lambda: self.file_stories.take(dropped))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where everything was; a file that was lost is asked about first."""
        if self._seen is not None and self._is_open() and self.lost_file_stories.notice():
            event.ignore()
            return
        if self._is_open() and not self.look_only.is_on() and not self.leaving.may_close():
            event.ignore()
            return
        if not self.look_only.is_on():  # the window that may write remembers its own places
            self.state.save_window(self)
            self.tabs.save_places()
        from planner.ui.worker import Work

        self.backup_stories.finish()
        for work in self.findChildren(Work):
            work.abandon()
            work.wait()
        super().closeEvent(event)
