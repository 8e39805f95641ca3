"""Begin to paint on paper, or say in words why that cannot be."""

from __future__ import annotations

from PySide6.QtGui import QPagedPaintDevice, QPainter

from planner.language import tr


class NotBegun(OSError):
    """Nothing can be painted on a device."""


def begun(device: QPagedPaintDevice) -> QPainter:
    """Return what paints on a device's pages; raises NotBegun, with words for a printer."""
    painter = QPainter()
    if not painter.begin(device):
        raise NotBegun(tr("The printer did not answer. Is it on? A PDF works everywhere."))
    return painter
