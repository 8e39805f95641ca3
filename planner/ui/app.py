"""Start the window: shell first, file second, and the way out."""

from __future__ import annotations

import gc
import sys
from collections.abc import Generator, Sequence
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractEventDispatcher, QObject, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from planner import APP_ID, __version__
from planner.language import tr
from planner.ui import languages, theme
from planner.ui.main_window import MainWindow
from planner.ui.top_bar import TabName
from planner.ui.window_state import WindowState

if TYPE_CHECKING:
    from PySide6.QtGui import QAccessibleInterface

    from planner.ui.opening import Wish
    from planner.ui.opening_lock import Opened
    from planner.ui.problems import Catcher

MOMENT_S = 0.03  # a pause that nobody notices


def run(database: Path, read_only: bool = False, brought: Path | None = None) -> int:
    """Show the window on a database until it is closed; return the exit code.

    With `read_only` it is only looked at. A file that was `brought` is offered to be taken in
    once the data are there. 1 means that the database could not be opened and the user gave up.
    """
    state = WindowState(database)
    app = make_application(choice=state.theme())
    languages.speak(app, state.language())
    window = MainWindow(database)
    start = Start(window, read_only, brought)
    if brought is not None:
        window.soon(lambda: window.file_stories.take([brought]))
    hear_files(app, window)
    window.show()
    try:
        return app.exec()
    finally:
        start.end()


def make_application(
    argv: Sequence[str] = (), choice: theme.Choice = theme.Choice.SYSTEM
) -> QApplication:
    """Return the application with its names, fonts and theme."""
    app = _kind()(["planner", *theme.ARGUMENTS, *argv])
    app.setApplicationName("planner")
    app.setApplicationDisplayName("Workout Planner")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName(APP_ID)
    theme.load_fonts()
    theme.apply(app, theme.at_start(choice))
    QAccessible.installFactory(_face)
    return app


def _face(name: str, thing: QObject) -> QAccessibleInterface | None:
    """Return what assistive technology is told of a widget; None leaves it to Qt."""
    from planner.ui import access

    return access.face(name, thing)


def _kind() -> type[QApplication]:
    if sys.platform == "darwin":
        from planner.ui.mac_application import MacApplication

        return MacApplication
    return QApplication


def hear_files(app: QApplication, window: MainWindow) -> None:
    """Offer to take in what the desktop opens with the running program, where it can tell so."""
    opened = getattr(app, "file_opened", None)
    if opened is not None:
        opened.connect(lambda path: window.soon(lambda: window.file_stories.take([path])))


def collect_between_events() -> None:
    """Look for garbage among what is made from now on, and only before waiting for an event."""
    from planner.coach import garbage

    garbage.keep_all()
    gc.disable()
    QAbstractEventDispatcher.instance().aboutToBlock.connect(garbage.collect_due)


class Start(QObject):
    """What happens after the first paint, part by part, so that the window stays alive.

    Each part imports what it needs. Closing the window ends it.
    """

    def __init__(
        self, window: MainWindow, read_only: bool = False, brought: Path | None = None
    ) -> None:
        super().__init__(window)
        self._window, self._read_only, self._brought = window, read_only, brought
        self._next: Wish | None = None  # what the user chose after the last file failed
        self._opened: Opened | None = None
        self._parts = self._work()
        window.painted.connect(self._go_on)
        window.stranded.connect(self._start_anew)

    def _go_on(self) -> None:
        """Work for a moment, then let the window be painted and listen."""
        until = perf_counter() + MOMENT_S
        while self._window.isVisible() and next(self._parts, self) is not self:
            if perf_counter() > until:
                QTimer.singleShot(0, self, self._go_on)
                return

    def _work(self) -> Generator[None, None, None]:
        self._catch_errors()
        yield
        from planner.ui import app_icon

        app_icon.give()
        self._look_as_the_system()
        theme.keep_still()
        yield
        try:
            yield from self._opening()
        finally:
            collect_between_events()

    def _look_as_the_system(self) -> None:
        """Put right what the first paint took the system's theme for."""
        if theme.resolve(self._window.state.theme()) is not theme.current():
            self._window.wear_theme()

    def _opening(self) -> Generator[None, None, None]:
        """Show the data, asking what is to be done as often as that fails."""
        while self._open():
            yield
            try:
                yield from self._window.starting()
            except Exception as error:  # noqa: BLE001 - whatever it is, no dead window stays
                if self._give_up(error):
                    break
            else:
                yield
                self._window.settle()
                self._tell_news()
                yield
                yield from self._window.tabs.preparing(TabName.LOG)
                return
        QApplication.exit(1)

    def _tell_news(self) -> None:
        """Say what was done to open the file."""
        if self._opened is not None and self._opened.news:
            self._window.tell(self._opened.news)

    def _start_anew(self, error: Exception) -> None:
        """Ask what is to be done while no file is open, then show its data as at the start."""
        self._window.leave_file()
        if self._give_up(error):
            QApplication.exit(1)
            return
        self._parts = self._opening()
        self._go_on()

    def _give_up(self, error: Exception) -> bool:
        """Close the file that could not be read; say if the user wants no file any more."""
        from planner.ui import log_file, opening

        log_file.begin()
        log_file.note(error)
        self.close_file()
        before = opening.Wish(self._window.database, self._read_only, self._brought)
        self._next = opening.ask_after(before, error, self._window)
        return self._next is None

    def _catch_errors(self) -> None:
        from planner.coach import places
        from planner.ui import problems

        catcher = problems.Catcher(places.log_file(), self._window)
        catcher.install()
        hear_problems(catcher, self._window)

    def _open(self) -> bool:
        from planner.ui import log_file, opening

        window = self._window
        wish = opening.Wish(window.database, self._read_only, self._brought)
        self._opened = opening.open_with_help(self._next or wish, window)
        if self._opened is None:
            return False
        self._read_only = self._opened.lock is None
        if self._opened.path != window.database:
            window.take_file(self._opened.path)
        if self._read_only:
            self._say_read_only()
        QTimer.singleShot(0, log_file.begin)
        return True

    def _say_read_only(self) -> None:
        why = tr("Read-only: look at everything, print and export; nothing can be changed.")
        self._window.look_only.begin(why, tr("Open for &changes"), self.open_for_changes)

    def open_for_changes(self) -> None:
        """Open the file that is only looked at so that it can be changed, or say why not."""
        from planner.coach.files import DatabaseProblem
        from planner.ui import opening_lock

        window = self._window
        try:
            self._opened = opening_lock.open_database(window.database)
        except DatabaseProblem as problem:
            self._opened = opening_lock.look_at(window.database)
            other = tr("Another window has your data open. Close it first.")
            told = isinstance(problem, opening_lock.AlreadyOpen)
            window.tell_trouble(other if told else str(problem))
            return
        self._read_only = False
        window.look_only.end()
        window.file_stories.install_library()
        window.refresh()
        window.settle()

    def end(self) -> None:
        """Leave off what was still to be done, and close the file."""
        self._parts.close()
        self.close_file()

    def close_file(self) -> None:
        """Close the file and let others open it."""
        if self._opened is not None:
            from planner.coach import files

            files.close_file()
            self._opened.let_go()
            self._opened = None


def hear_problems(catcher: Catcher, window: MainWindow) -> None:
    """Let the window's status bar tell of trouble with the file, wherever it was met.

    It closes when the user wants to leave after an error.
    """
    catcher.troubled.connect(window.tell_trouble)
    catcher.leave_wanted.connect(window.close)
