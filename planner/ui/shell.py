"""The window before its file is open: bar, empty page, status bar and theme.

Shell first, file second: what is here is all that the first paint needs, and imports nothing
that reads the file.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from planner.language import tr
from planner.ui import theme
from planner.ui.opening_words import OpeningWords
from planner.ui.screen_room import room_on_screen
from planner.ui.status import StatusBar
from planner.ui.top_bar import TabName, TopBar
from planner.ui.widgets import column
from planner.ui.window_state import WindowState

LEAST_SIZE = QSize(690, 400)  # px, the middle of each tab with the panes beside it put away


class Shell(QMainWindow):
    """`painted` is emitted once, right after the first paint.

    `stranded` carries why the file, which was closed for a while, could not be opened again.
    """

    painted = Signal()
    stranded = Signal(object)

    def __init__(self, database: Path) -> None:
        super().__init__()
        self.database, self.state = database, WindowState(database)
        self.ready = False  # whether the file was read, and what was asked for meanwhile is done
        self._painted = False
        self._wishes: dict[object, Callable[[], object]] = {}  # by what was used to ask
        self._build()
        self.state.restore_window(self)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self.wear_theme)
        hints.accessibility().contrastPreferenceChanged.connect(self.wear_theme)

    def _build(self) -> None:
        self.setWindowTitle(tr("Workout Planner"))
        self.setMinimumSize(LEAST_SIZE.boundedTo(room_on_screen(self)))
        content = QWidget(self)
        self.bar, self.pages = TopBar(content), QStackedWidget(content)
        self.opening = OpeningWords(self.pages)
        self.bar.show_tab(TabName.PLANNER)
        if not self.database.exists():
            self.bar.show_plain(True)  # the first start begins with its doors only
        self._column = column(content, spacing=0)
        self._column.addWidget(self.bar)
        self._column.addWidget(self.pages, 1)
        self.setCentralWidget(content)
        self.status = StatusBar(self)
        self.setStatusBar(self.status)

    def soon(self, wish: Callable[[], object], action: QAction | None = None) -> None:
        """Do what the user asked for; what is asked before the file is open is done right after.

        What an action asks for is done once then, and only if it may still be used.
        """
        if self.ready:
            wish()
            return
        asked_by = wish if action is None else action
        self._wishes.pop(asked_by, None)
        self._wishes[asked_by] = wish

    def grant_wishes(self) -> None:
        """Do in turn what was asked for so far; one that fails keeps none of the others back."""
        if not self._wishes:
            self.ready = True
            return
        asked_by = next(iter(self._wishes))
        wish = self._wishes.pop(asked_by)
        try:
            if not isinstance(asked_by, QAction) or asked_by.isEnabled():
                wish()
        finally:
            self.grant_wishes()

    def show_above(self, line: QWidget) -> None:
        """Show a line between the bar and the pages."""
        self._column.insertWidget(1, line)

    def take_file(self, database: Path) -> None:
        """Be the window of another file, and look as was chosen for that."""
        self.database, self.state = database, WindowState(database)
        self.wear_theme()

    def tell(self, text: str, trouble: bool = False) -> None:
        """Show news in the status bar."""
        self.status.tell(text, trouble)

    def tell_trouble(self, text: str) -> None:
        """Show in the status bar what went wrong and what can be done."""
        self.tell(text, trouble=True)

    def tell_unread(self, problem: str) -> None:
        """Tell what was half typed and is not stored, if there is any."""
        if problem:
            self.tell_trouble(tr("Not saved – {problem}").format(problem=problem))

    def choose_theme(self, choice: theme.Choice) -> None:
        """Show the window light, dark or as the system is, now and from now on."""
        self.state.keep_theme(choice)
        self.wear_theme()

    def wear_theme(self) -> None:
        """Show the theme that was chosen, and what the system says to it now."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, theme.resolve(self.state.theme()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell of the first paint after it; a timer set on showing would come before."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.painted.emit)
