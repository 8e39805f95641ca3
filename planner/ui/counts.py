"""Write whole numbers the way the reader's locale does: 6,625."""

from __future__ import annotations

from PySide6.QtCore import QLocale


def count(number: int) -> str:
    """Write a number with its groups of digits."""
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.DefaultNumberOptions)
    return locale.toString(number)
