"""What the user does to the rows and days of the week grid, told to the grid in one place."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Hands(QObject):
    """One for a grid; its rows, cards and days tell it what is done to them."""

    pressed = Signal(object, object)  # Spot, keyboard modifiers
    released = Signal(object)  # Spot: pressed and let go without a drag
    opened = Signal(object)  # Spot
    menu_wanted = Signal(object, object)  # Spot, global position
    drag_wanted = Signal(object, object)  # Spot, the row
    add_wanted = Signal(int)  # day
    start_wanted = Signal(int)  # planned session id
    dropped = Signal(object, object)  # QMimeData, Spot: below its line, at the top when -1
