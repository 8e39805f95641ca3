"""The window: three tabs under one bar; it turns what tabs want into actions and refreshes them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from planner.coach import clients, files
from planner.engine.terms import Lifter
from planner.ui import theme
from planner.ui.action import History
from planner.ui.field_undo import FieldUndo
from planner.ui.file_stories import FileStories
from planner.ui.files_dragged import local_files
from planner.ui.lifter_stories import LifterStories
from planner.ui.menus import add_menus
from planner.ui.status import StatusBar
from planner.ui.tabs import Tabs
from planner.ui.top_bar import TabName, TopBar
from planner.ui.widgets import column
from planner.ui.window_state import WindowState
from planner.ui.worker import Work

if TYPE_CHECKING:
    from planner.ui.first_start import FirstStart

After: TypeAlias = Callable[[object], None] | None
SETTING_LIFTER, SETTING_THEME = "lifter", "theme"


class MainWindow(QMainWindow):
    """Shows one lifter at a time; `today` is asked at every refresh, so that days may pass.

    Modules that the first paint can do without are imported where they are used.
    """

    def __init__(self, database: Path, today: Callable[[], date] = date.today) -> None:
        super().__init__()
        self.database, self.today = database, today
        self.lifter: Lifter | None = None
        self.tab_name = TabName.PLANNER
        self._wanted_lifter = clients.setting(SETTING_LIFTER)
        self._started = False
        self._seen: date | None = None  # the day of the last refresh
        self._state = WindowState(database)
        self.history = History(self)
        self.file_stories, self.lifter_stories = FileStories(self), LifterStories(self)
        self._build()
        self._connect()
        FieldUndo(self)
        self._state.restore_window(self)

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Workout Planner"))
        self.setMinimumSize(960, 600)
        self.setAcceptDrops(True)
        content = QWidget(self)
        self.bar, self.pages = TopBar(content), QStackedWidget(content)
        self.first_start: FirstStart | None = None
        layout = column(content, spacing=0)
        layout.addWidget(self.bar)
        layout.addWidget(self.pages, 1)
        self.setCentralWidget(content)
        self.status = StatusBar(self)
        self.setStatusBar(self.status)
        self.tabs = Tabs(self, self._state)
        self.menus = add_menus(self)
        themes = self.menus.themes
        themes.get(clients.setting(SETTING_THEME), themes[theme.Choice.SYSTEM]).setChecked(True)

    def _connect(self) -> None:
        self.bar.tab_wanted.connect(lambda number: self.show_tab(TabName(number)))
        self.bar.undo_wanted.connect(self.history.undo)
        self.bar.picker.chosen.connect(self.show_lifter)
        self.bar.picker.new_wanted.connect(self.lifter_stories.new)
        self.history.changed.connect(self._after_change)
        self.history.failed.connect(self.tell_trouble)
        self.history.forgotten.connect(self._tell_forgotten)
        self.history.stack.undoTextChanged.connect(self._show_undo)
        self.history.stack.redoTextChanged.connect(self._show_undo)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)
        self._show_undo()

    # what tabs and stories ask for
    def act(self, label: str, work: Callable[[], object], after: After = None) -> bool:
        """Do something that can be undone; hand its result to `after`; say whether it was done."""
        return self.history.do(label, work, after)

    def tell(self, text: str, trouble: bool = False) -> None:
        """Show news in the status bar."""
        self.status.tell(text, trouble)

    def tell_trouble(self, text: str) -> None:
        """Show in the status bar what went wrong and what can be done."""
        self.tell(text, trouble=True)

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
            self.remember_lifter(lifter_id)
            self.refresh()

    @contextmanager
    def finished_edits(self) -> Iterator[None]:
        """Store what is half typed before something else is shown; say what could not be read."""
        unread = self.tabs.finish_edits()
        yield
        if unread:
            self.tell_trouble(self.tr("Not saved – {problem}").format(problem=unread))

    def remember_lifter(self, lifter_id: object) -> None:
        """Let the next refresh, and the next start, show this lifter."""
        self._wanted_lifter = str(lifter_id)
        self._keep(SETTING_LIFTER, self._wanted_lifter)

    def _keep(self, key: str, value: str) -> None:
        """Store a setting; what the user sees does not wait for a disk that is full."""
        try:
            clients.change_setting(key, value)
        except files.DatabaseProblem as problem:
            self.tell(str(problem), trouble=True)

    def show_tab(self, name: TabName) -> None:
        """Show a tab; its page is built the first time."""
        self.tab_name = name
        self.refresh()

    def show_session(self, session_id: object) -> None:
        """Show a logged session in the log."""
        self.show_tab(TabName.LOG)
        if isinstance(session_id, int):
            self.tabs.log().show_session(session_id)

    def print_week(self, week_of: date | None = None) -> None:
        """Open the preview of the sheet for a day's week, by default the week shown."""
        from planner.ui import printing

        day = week_of or self.tabs.planner().week_of() or self.today()
        printing.print_week(self, self.lifter_id(), day, self.today())

    def show_backup(self) -> None:
        """Show when the last backup was made."""
        self.status.show_backup(files.last_backup(self.database), self.today())

    def choose_theme(self, choice: theme.Choice) -> None:
        """Show the window light, dark or as the system is, now and from now on."""
        self._keep(SETTING_THEME, choice)
        self._apply_theme(choice)

    def show_shortcuts(self) -> None:
        """List the keyboard shortcuts."""
        from planner.ui import about

        about.ShortcutsDialog(self).open()

    def show_privacy(self) -> None:
        """Say where the data are and that nothing leaves the computer."""
        from planner.ui import about

        about.PrivacyDialog(self, self.database).open()

    def show_about(self) -> None:
        """Say what this program is."""
        from planner.ui import about

        about.AboutDialog(self).open()

    # the one refresh path
    def refresh(self) -> None:
        """Read the lifters again, and let the visible page show what is true now."""
        lifters = clients.lifters()
        wanted = self._wanted_lifter
        chosen = [each for each in lifters if str(each.id) == wanted] or lifters
        self.lifter = chosen[0] if chosen else None
        self.bar.picker.show_lifters(lifters, self.lifter)
        self.status.show_unit(self.lifter.unit if self.lifter is not None else "")
        self._seen = self.today()
        for action in self.menus.with_lifter:
            action.setEnabled(self.lifter is not None)
        self.bar.show_plain(self.lifter is None)
        if self.lifter is None:
            self._show_first_start()
        else:
            self._show_tab_page(self.lifter_id(), self._seen)

    def _show_tab_page(self, lifter_id: int, today: date) -> None:
        tab = self.tabs.show(self.tab_name)
        self.menus.tabs[self.tab_name].setChecked(True)
        tab.refresh(lifter_id, today)

    def _show_first_start(self) -> None:
        if self.first_start is None:
            from planner.ui.first_start import FirstStart

            self.first_start = FirstStart(self.pages)
            self.first_start.import_wanted.connect(self.file_stories.import_log)
            self.first_start.program_wanted.connect(self.lifter_stories.choose_program)
            self.first_start.sample_wanted.connect(self.lifter_stories.add_sample)
            self.pages.addWidget(self.first_start)
        self.pages.setCurrentWidget(self.first_start)

    def _after_change(self) -> None:
        self.status.saved(datetime.now())
        self.refresh()

    def _tell_forgotten(self) -> None:
        self.tell(
            self.tr(
                "Another program changed your data. They are shown anew; Undo starts from here."
            )
        )
        self.refresh()

    def _show_undo(self) -> None:
        undo, redo = self.history.stack.undoText(), self.history.stack.redoText()
        self.bar.show_undo(undo)
        self.menus.undo.setText(self.tr("&Undo {what}").format(what=undo).rstrip())
        self.menus.redo.setText(self.tr("&Redo {what}").format(what=redo).rstrip())
        self.menus.undo.setEnabled(self.history.stack.canUndo())
        self.menus.redo.setEnabled(self.history.stack.canRedo())

    def _follow_system(self) -> None:
        self._apply_theme(clients.setting(SETTING_THEME, theme.Choice.SYSTEM))

    def _apply_theme(self, choice: str) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, theme.resolve(choice))

    # what Qt tells
    def paintEvent(self, event: QPaintEvent) -> None:
        """Read the data right after the first paint; a timer set on showing would come before."""
        super().paintEvent(event)
        if not self._started:
            self._started = True
            QTimer.singleShot(0, self._start)

    def _start(self) -> None:
        """Show the data, or go back to a session left unfinished; back up once a day."""
        if not self.isVisible():
            return
        if self._seen is None:
            self.file_stories.install_library()
            self._show_unfinished_or_plan()
        self.file_stories.back_up_daily()

    def _show_unfinished_or_plan(self) -> None:
        from planner.coach import logging

        self.refresh()
        if self.lifter is not None and logging.open_session(self.lifter_id()) is not None:
            self.show_tab(TabName.LOG)

    def changeEvent(self, event: QEvent) -> None:
        """Look for a new day, or another program's changes, when the window comes to the front."""
        super().changeEvent(event)
        if event.type() != QEvent.Type.ActivationChange or not self.isActiveWindow():
            return
        if not self.history.look_elsewhere() and self._seen not in (None, self.today()):
            self.refresh()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if local_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import the files dropped anywhere on the window."""
        event.acceptProposedAction()
        self.file_stories.import_log(local_files(event.mimeData()))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where everything was."""
        self._state.save_window(self)
        self.tabs.save_places()
        for work in self.findChildren(Work):
            work.abandon()
            work.wait()
        super().closeEvent(event)
