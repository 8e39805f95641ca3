"""Widgets of which one is shown, and which need no more room than that one."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from planner.ui.widgets import column


class OneShown(QWidget):
    """Unlike a stack of pages it is never as tall as one that is not seen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held: list[QWidget] = []
        self._layout = column(self)

    def add(self, held: QWidget) -> None:
        """Hold one more; the first is shown."""
        self._layout.addWidget(held)
        held.setVisible(not self._held)
        self._held.append(held)

    def show_only(self, held: QWidget) -> None:
        """Show another one."""
        for each in self._held:
            if each is not held:
                each.hide()
        held.show()
