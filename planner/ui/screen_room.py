"""How much of the screen a window may take."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

FRAME = QSize(8, 48)  # px that a desktop's title bar and borders may take


def room_on_screen(window: QWidget) -> QSize:
    """Return how large a window may be with its frame inside the screen."""
    return window.screen().availableSize() - FRAME
