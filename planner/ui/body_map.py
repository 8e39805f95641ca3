"""A body from the front and from the back, with the muscles that an exercise trains."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from planner.coach.library_words import within
from planner.coach.wording import in_row
from planner.engine.terms import Muscle
from planner.language import tr
from planner.ui.body_figure import BodyFigure

PRIME = 1.0  # share of a hard set that counts for a prime mover; helpers have less
HELPER_TINT = 0.5  # of the accent on a muscle that does not work


class BodyMap(BodyFigure):
    """Colours the prime movers and, lighter, the helpers; says both in its accessible name."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._primes: tuple[Muscle, ...] = ()
        self._helpers: tuple[Muscle, ...] = ()
        self.show_muscles(())

    def show_muscles(self, shares: Sequence[tuple[Muscle, float]]) -> None:
        """Show muscles with their shares of a hard set: 1.0 prime movers, less helpers."""
        self._primes = tuple(muscle for muscle, share in shares if share >= PRIME)
        self._helpers = tuple(muscle for muscle, share in shares if 0 < share < PRIME)
        self.setAccessibleName(self._sentence())
        self.setToolTip(self._sentence())
        helpers = dict.fromkeys(self._helpers, HELPER_TINT)
        self.tint({**helpers, **dict.fromkeys(self._primes, 1.0)})

    def _sentence(self) -> str:
        if not (self._primes or self._helpers):
            return tr("No muscles are counted")
        if not self._helpers:
            words = tr("Prime movers: {primes}")
        elif not self._primes:
            words = tr("Helpers: {helpers}")
        else:
            words = tr("Prime movers: {primes}; helpers: {helpers}")
        primes, helpers = (in_row(map(within, each)) for each in (self._primes, self._helpers))
        return words.format(primes=primes, helpers=helpers)
