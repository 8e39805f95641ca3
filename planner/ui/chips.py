"""A row of chips to turn on and off, on as many lines as it needs."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QToolButton, QWidget

from planner.ui.flow_layout import FlowLayout

Kind = TypeVar("Kind", bound=Hashable)


class ChipRow(QWidget):
    """`changed` tells that any chip was turned on or off."""

    changed = Signal()


def made(text: str, parent: QWidget) -> QToolButton:
    """Return a chip to turn on and off."""
    chip = QToolButton(parent)
    chip.setText(text)
    chip.setCheckable(True)
    chip.setProperty("kind", "chip")
    return chip


class Chips(Generic[Kind]):
    """The chips by what they stand for, in the `row` that shows them."""

    def __init__(self, named: Sequence[tuple[str, Kind]], parent: QWidget) -> None:
        self.row = ChipRow(parent)
        flow = FlowLayout(self.row)
        self.by_kind: dict[Kind, QToolButton] = {}
        for text, kind in named:
            chip = made(text, self.row)
            chip.toggled.connect(self.row.changed)
            flow.addWidget(chip)
            self.by_kind[kind] = chip

    def checked(self) -> frozenset[Kind]:
        """Return what is turned on."""
        return frozenset(kind for kind, chip in self.by_kind.items() if chip.isChecked())

    def all(self) -> list[QToolButton]:
        """Return the chips in order."""
        return list(self.by_kind.values())
