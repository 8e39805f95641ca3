"""Muscles and limits of an exercise as chips to press."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QToolButton, QWidget

from planner.coach import library_words, wording
from planner.engine.terms import Limit, Muscle
from planner.language import tr
from planner.ui.flow_layout import FlowLayout

PRIME, HELPER = 1.0, 0.5
COLUMNS = 4
_AFTER = {0.0: PRIME, PRIME: HELPER}  # every other share goes out
_MARKS = {PRIME: " ●", HELPER: " ½"}


class MuscleChips(QWidget):
    """A chip a muscle: pressed once it is a prime mover, twice a helper, three times neither."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._order: tuple[Muscle, ...] = ()
        self._shares: dict[Muscle, float] = {}
        self.chips: dict[Muscle, QToolButton] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        for place, muscle in enumerate(Muscle):
            grid.addWidget(self._chip(muscle), place // COLUMNS, place % COLUMNS)

    def value(self) -> tuple[tuple[Muscle, float], ...]:
        """Return the muscles with their shares, prime movers first."""
        order = dict.fromkeys((*self._order, *Muscle))
        shares = [(muscle, self._shares[muscle]) for muscle in order if self._shares.get(muscle)]
        return tuple(sorted(shares, key=lambda pair: -pair[1]))

    def show_value(self, muscles: Sequence[tuple[Muscle, float]]) -> None:
        """Show the muscles of an exercise."""
        self._order = tuple(muscle for muscle, _ in muscles)
        self._shares = dict(muscles)
        for muscle in Muscle:
            self._show(muscle)
        self.changed.emit()

    def _chip(self, muscle: Muscle) -> QToolButton:
        made = QToolButton(self)
        made.setProperty("kind", "chip")
        made.setCheckable(True)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        made.clicked.connect(lambda: self._press(muscle))
        self.chips[muscle] = made
        return made

    def _press(self, muscle: Muscle) -> None:
        self._shares[muscle] = _AFTER.get(self._shares.get(muscle, 0.0), 0.0)
        self._show(muscle)
        self.changed.emit()

    def _show(self, muscle: Muscle) -> None:
        share, chip = self._shares.get(muscle, 0.0), self.chips[muscle]
        name = library_words.plain(muscle)
        mark = _MARKS.get(share, f" {wording.number(share, 2)}" if share else "")
        chip.setText(name + mark)
        chip.setChecked(bool(share))
        chip.setAccessibleName(f"{name}: {self._role(share)}")
        chip.setToolTip(self._role(share))

    def _role(self, share: float) -> str:
        if share >= PRIME:
            return tr("prime mover, a set counts whole")
        if share:
            return tr("helper, a set counts {share}").format(share=wording.number(share, 2))
        return tr("not trained")


class LimitChips(QWidget):
    """A chip for everybody whom an exercise may not suit."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._order: tuple[Limit, ...] = ()
        self.chips: dict[Limit, QToolButton] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        flow = FlowLayout(self, spacing=4)
        for limit in Limit:
            chip = QToolButton(self)
            chip.setProperty("kind", "chip")
            chip.setCheckable(True)
            chip.setText(library_words.limit_name(limit))
            chip.toggled.connect(self.changed)
            self.chips[limit] = chip
            flow.addWidget(chip)

    def value(self) -> tuple[Limit, ...]:
        """Return the limits, those that were there before first."""
        order = dict.fromkeys((*self._order, *Limit))
        return tuple(limit for limit in order if self.chips[limit].isChecked())

    def show_value(self, limits: Sequence[Limit]) -> None:
        """Show the limits of an exercise."""
        self._order = tuple(limits)
        for limit, chip in self.chips.items():
            chip.setChecked(limit in limits)
