"""Keep what is clicked or pressed once too often away from a dialog that is closed already.

The second click of a double click on the button of a dialog waits in line while the first one is
worked off. The system gave it to the window of the dialog; that is hidden by then, but there, and
its button would do everything a second time.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QWidget

_LATE = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
    }
)


class LateEvents(QObject):
    """Watches each window from when it is in front, but not the main one: that stays."""

    def __init__(self, main: QWidget) -> None:
        super().__init__(main)
        self._main = main
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._follow)

    def _follow(self, now: QWindow | None) -> None:
        if now is not None and now is not self._main.windowHandle():
            now.installEventFilter(self)  # once for all: a second time takes the first one's place

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Drop what comes to a window that nobody sees any more."""
        return isinstance(watched, QWindow) and not watched.isVisible() and event.type() in _LATE
