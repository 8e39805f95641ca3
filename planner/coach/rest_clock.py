"""How long a rest still lasts, by two clocks: one that sleeps with the laptop, one that is set."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Instant:
    """One moment: `wall_s` since 1970, which people may set; `steady_s`, which may stand still
    while the computer sleeps."""

    wall_s: float
    steady_s: float

    def before(self, seconds: float) -> Instant:
        """Return the moment so many seconds earlier."""
        return Instant(self.wall_s - seconds, self.steady_s - seconds)


def now() -> Instant:
    """Return this moment."""
    return Instant(time.time(), time.monotonic())


@dataclass(frozen=True, slots=True)
class Rest:
    """A rest that runs: when it began, how long it is, and how long it would usually be."""

    began: Instant
    length_s: float
    usual_s: int

    def elapsed_s(self, at: Instant) -> float:
        """Return the seconds rested: what the clock that went further says.

        Asleep, only the clock on the wall goes on; set back, only the other one does.
        """
        wall, steady = at.wall_s - self.began.wall_s, at.steady_s - self.began.steady_s
        return max(wall, steady, 0.0)

    def left_s(self, at: Instant) -> float:
        """Return the seconds left; below 0 is how long the rest has been over."""
        return self.length_s - self.elapsed_s(at)

    def longer(self, seconds: int, at: Instant) -> Rest:
        """Return the rest with seconds more or less; it cannot end before this moment."""
        over = self.left_s(at) <= 0
        base = self.elapsed_s(at) if over and seconds > 0 else self.length_s
        return replace(self, length_s=max(base + seconds, self.elapsed_s(at)))
