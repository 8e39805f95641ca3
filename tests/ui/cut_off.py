"""Finds words that have less room than they need."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QToolButton, QWidget

ICON_ONLY = Qt.ToolButtonStyle.ToolButtonIconOnly
ROUNDING = 1  # px by which a text may be measured larger than it is drawn


def words(within: QWidget) -> list[QLabel | QAbstractButton]:
    """Return all labels and buttons in a widget that are seen."""
    found = [*within.findChildren(QLabel), *within.findChildren(QAbstractButton)]
    return [each for each in found if each.isVisible()]


def is_cut(each: QLabel | QAbstractButton) -> bool:
    """Tell whether words are cut off; a text that is shortened on purpose has its tool tip."""
    if not each.text() or each.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Ignored:
        return False
    if isinstance(each, QToolButton) and each.toolButtonStyle() is ICON_ONLY:
        return False
    wanted = needed(each)
    return wanted.width() > each.width() + ROUNDING or wanted.height() > each.height() + ROUNDING


def needed(each: QLabel | QAbstractButton) -> QSize:
    """Return the least size that words need."""
    if isinstance(each, QLabel):
        if each.wordWrap():
            return QSize(0, each.heightForWidth(each.width()))
        return each.minimumSizeHint()
    return each.fontMetrics().size(0, each.text().replace("&", ""))
