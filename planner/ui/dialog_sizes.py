"""The sizes that dialogs were left with: each opens again as large as it was made."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, QTimer
from PySide6.QtWidgets import QDialog

from planner.ui.window_state import room_on_screen

_PROPERTY = "dialog_sizes"  # of the application; WindowState keeps it from start to start


def open_at(dialog: QDialog, usual: QSize) -> None:
    """Give a dialog the size that somebody gave it, else the usual one, inside the screen."""
    size = sizes().get(type(dialog).__name__, usual)
    dialog.resize(size.boundedTo(room_on_screen(dialog)))
    _Watching(dialog)


def sizes() -> dict[str, QSize]:
    """Return the sizes by the name of the dialog's class."""
    return dict(_application().property(_PROPERTY) or {})


def remember(known: dict[str, QSize]) -> None:
    """Let dialogs open with these sizes."""
    _application().setProperty(_PROPERTY, known)


class _Watching(QObject):
    """Remembers the size that a dialog is left with, if it is not the one it came up with."""

    def __init__(self, dialog: QDialog) -> None:
        super().__init__(dialog)
        self._dialog, self._came_up = dialog, dialog.size()
        dialog.installEventFilter(self)
        dialog.finished.connect(self._keep)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at the size once the content had its say in it."""
        if event.type() is QEvent.Type.Show:
            QTimer.singleShot(0, self, self._look)
        return super().eventFilter(watched, event)

    def _look(self) -> None:
        self._came_up = self._dialog.size()

    def _keep(self) -> None:
        if self._dialog.size() != self._came_up:
            remember(sizes() | {type(self._dialog).__name__: self._dialog.size()})


def _application() -> QCoreApplication:
    app = QCoreApplication.instance()
    assert app is not None
    return app
