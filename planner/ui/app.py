"""Start the window: application, fonts, database, theme, and the way out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from planner import __version__
from planner.coach import clients, files
from planner.ui import problems, theme
from planner.ui.main_window import SETTING_THEME, MainWindow
from planner.ui.opening import open_with_help


def run(database: Path, argv: Sequence[str] = ()) -> int:
    """Show the window on a database until it is closed; return the exit code.

    1 means that the database could not be opened and the user gave up.
    """
    app = make_application(argv)
    opened = open_with_help(database)
    if opened is None:
        return 1
    log = opened.path.with_name("planner.log")
    catcher = problems.Catcher(log, app)
    catcher.install()
    QTimer.singleShot(0, partial(problems.log_to, log))
    try:
        chosen = theme.resolve(clients.setting(SETTING_THEME, theme.Choice.SYSTEM))
        if chosen is not theme.current():
            theme.apply(app, chosen)
        window = MainWindow(opened.path)
        hear_problems(catcher, window)
        window.show()
        return app.exec()
    finally:
        files.close_file()
        opened.lock.unlock()


def hear_problems(catcher: problems.Catcher, window: MainWindow) -> None:
    """Let the window's status bar tell of trouble with the file, wherever it was met."""
    catcher.troubled.connect(window.tell_trouble)


def make_application(argv: Sequence[str] = ()) -> QApplication:
    """Return the application with its names, fonts and the system's theme."""
    app = QApplication(["planner", *argv])
    app.setApplicationName("planner")
    app.setApplicationDisplayName("Workout Planner")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("planner")
    theme.load_fonts()
    theme.apply(app, theme.resolve(theme.Choice.SYSTEM))
    return app
