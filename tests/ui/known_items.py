"""Items of layouts that Python knows; where Qt deletes one of them alone, what is made at its place
in memory brings the program down."""

from __future__ import annotations

from PySide6.QtWidgets import QWidgetItem
from shiboken6 import Shiboken


def known_items() -> set[QWidgetItem]:
    """Return the items that Python knows, of whatever layout."""
    return {each for each in Shiboken.getAllValidWrappers() if isinstance(each, QWidgetItem)}
