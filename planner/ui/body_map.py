"""A body from the front and from the back, with the muscles that an exercise trains."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

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
        primes = tr("Prime movers: {0}").format(_listed(self._primes))
        helpers = tr("helpers: {0}").format(_listed(self._helpers))
        both = [primes] * bool(self._primes) + [helpers] * bool(self._helpers)
        said = "; ".join(both)
        return said[0].upper() + said[1:]


def _listed(muscles: Sequence[Muscle]) -> str:
    return ", ".join(muscle.replace("_", " ") for muscle in muscles)
