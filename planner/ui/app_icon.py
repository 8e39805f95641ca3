"""The picture by which desktops show the window: in its title, the task bar, the switcher."""

from __future__ import annotations

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from planner.ui import theme

SIZES = (16, 24, 32, 48, 64, 128, 256)  # px


def give() -> None:
    """Give every window the icon; takes some 10 ms, so the first one is painted before."""
    icon = QIcon()
    for size in SIZES:
        icon.addFile(str(theme.RESOURCES / "icons" / f"planner-{size}.png"))
    QApplication.setWindowIcon(icon)
