"""The screen that a window is on, and how much of it a window may take."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget
from shiboken6 import getCppPointer

FRAME = QSize(8, 48)  # px that a desktop's title bar and borders may take

_known: dict[int, QScreen] = {}  # by their place in memory


def screen_of(widget: QWidget) -> QScreen:
    """Return the screen that a widget is on, or will be shown on.

    Python takes what `QWidget.screen` returns for a part of the widget. Of a window that is
    garbage its collector would delete the screen, which is Qt's, and the next window would bring
    the program down (Shiboken 6.11, `tp_clear`); what is remembered here is no garbage.
    """
    screen = widget.screen()
    _known[getCppPointer(screen)[0]] = screen
    return screen


def room_on_screen(window: QWidget) -> QSize:
    """Return how large a window may be with its frame inside the screen."""
    return screen_of(window).availableSize() - FRAME
