"""The sizes that dialogs were left with: each opens again as large as it was made."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, QTimer
from PySide6.QtWidgets import QDialog

from planner.ui.screen_room import room_on_screen

_PROPERTY = "dialog_sizes"  # of the application; WindowState keeps it from start to start


def open_at(dialog: QDialog, usual: QSize) -> None:
    """Give a dialog the size that somebody gave it, else the usual one, inside the screen."""
    size = sizes().get(type(dialog).__name__, usual)
    dialog.resize(size.boundedTo(room_on_screen(dialog)))
    if dialog.findChild(_Watching) is None:
        _Watching(dialog)


def sizes() -> dict[str, QSize]:
    """Return the sizes by the name of the dialog's class."""
    return dict(_application().property(_PROPERTY) or {})


def remember(known: dict[str, QSize]) -> None:
    """Let dialogs open with these sizes."""
    _application().setProperty(_PROPERTY, known)


class _Watching(QObject):
    """Remembers the size that a dialog is left with, if somebody resized it."""

    def __init__(self, dialog: QDialog) -> None:
        super().__init__(dialog)
        self._dialog, self._by_hand = dialog, False
        self._came_up: QSize | None = None
        dialog.installEventFilter(self)
        dialog.finished.connect(self._keep)
        if dialog.isVisible():
            QTimer.singleShot(0, self, self._look)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at the size once the content had its say in it, then at who changes it.

        What the desktop tells of is by hand; what grows with the content is not.
        """
        kind = event.type()
        if kind is QEvent.Type.Show and not event.spontaneous():
            QTimer.singleShot(0, self, self._look)
        elif kind is QEvent.Type.Resize and event.spontaneous() and self._came_up is not None:
            self._by_hand = True
        return super().eventFilter(watched, event)

    def _look(self) -> None:
        if self._came_up is None:
            self._came_up = self._dialog.size()

    def _keep(self) -> None:
        size = self._dialog.size()
        fills = self._dialog.isMaximized() or self._dialog.isFullScreen()
        if self._by_hand and size != self._came_up and not fills:
            remember(sizes() | {type(self._dialog).__name__: size})


def _application() -> QCoreApplication:
    app = QCoreApplication.instance()
    assert app is not None
    return app
