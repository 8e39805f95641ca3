"""Keep what is typed just then from answering a dialog that comes up by itself."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

DEAF_MS = 1000  # about as long as it takes to see that something came up

_KEYS = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride})


def ready(dialog: QDialog) -> None:
    """Let no button have the keyboard, and no key be heard before the dialog was seen."""
    for each in dialog.findChildren(QPushButton):
        each.setDefault(False)
        each.setAutoDefault(False)
    dialog.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    dialog.setFocus()
    _Deaf(dialog)


class _Deaf(QObject):
    def __init__(self, dialog: QDialog) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        if (app := QCoreApplication.instance()) is not None:
            app.installEventFilter(self)
        QTimer.singleShot(DEAF_MS, self, self.deleteLater)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Drop the keys of the dialog."""
        return event.type() in _KEYS and self._is_of_dialog(watched)

    def _is_of_dialog(self, watched: QObject) -> bool:
        if isinstance(watched, QWindow):
            return watched is self._dialog.windowHandle()
        return isinstance(watched, QWidget) and watched.window() is self._dialog
