"""Tell what is over while the lifter looks elsewhere, the way the desktop does."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

SHOWN_MS = 10_000


def notify(window: QWidget, title: str, text: str) -> None:
    """Show a notice of the desktop, else let the window ask for a look; nothing while it is seen.

    The icon in the tray is there only as long as the notice.
    """
    if QApplication.applicationState() is Qt.ApplicationState.ApplicationActive:
        return
    if QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages():
        icon = QSystemTrayIcon(window.windowIcon(), window)
        icon.messageClicked.connect(lambda: _raise(window))
        icon.show()
        icon.showMessage(title, text, window.windowIcon(), SHOWN_MS)
        QTimer.singleShot(SHOWN_MS, icon, icon.deleteLater)
    QApplication.alert(window)


def _raise(window: QWidget) -> None:
    window.showNormal() if window.isMinimized() else window.show()
    window.raise_()
    window.activateWindow()
