"""Bring what is worked on into view, with as few movements of the page as can be."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QScrollArea

MARGIN = 12  # px kept free above and below


def bring(area: QScrollArea, rooms: Iterable[QRect]) -> None:
    """Scroll so that the first of some rooms on the page that fits is in view, else the last one.

    They come from the widest to the narrowest; nothing moves when it is in view.
    """
    height, bar = area.viewport().height(), area.verticalScrollBar()
    spans = [(room.top() - MARGIN, room.bottom() + MARGIN) for room in rooms]
    fitting = (span for span in spans if span[1] - span[0] <= height)
    top, bottom = next(fitting, spans[-1])
    seen = bar.value()
    if top < seen or bottom > seen + height:
        bar.setValue(max(bottom - height, 0) if bottom > seen + height else max(top, 0))
