"""Other ways to tell that early gains are over: a score per session, higher for surer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import erf, sqrt
from typing import NamedTuple, Protocol

from lifts import Shown
from rivals import LocalTrend

from planner.engine.terms import ExerciseDay

MONTH = 28.0
LEVEL_GAIN = 0.03  # log units in 28 days under which early gains are over
FEWEST_FOR_SLOPE = 4


class Session(NamedTuple):
    """A session as a detector sees it; `day` counts from the first, `failed` tells of targets."""

    day: int
    seen: Shown
    failed: bool


class Detector(Protocol):
    """A detector with the history of one lift."""

    def see(self, session: Session) -> float:
        """Return the score after a session."""


def failed(day: ExerciseDay, seen: Shown, last: Shown | None) -> bool:
    """Tell whether a session missed its target; without one, whether it was no better."""
    targets = [entry for entry in day.sets if entry.target_reps is not None]
    if targets:
        return any((entry.reps or 0) < (entry.target_reps or 0) for entry in targets)
    return last is not None and (seen.load_kg, seen.reps) <= (last.load_kg, last.reps)


class Time:
    """The longer ago the lift began, the likelier."""

    def see(self, session: Session) -> float:
        """Return the weeks since the start."""
        return session.day / 7.0


@dataclass(slots=True)
class NoRecord:
    """Sessions since the best e1RM; a record must beat the last by `margin`."""

    margin: float = 0.0
    best: float = -1e9
    since: int = 0

    def see(self, session: Session) -> float:
        """Count, or begin again at a record."""
        record = session.seen.log_kg > self.best + self.margin
        self.since = 0 if record else self.since + 1
        self.best = session.seen.log_kg if record else self.best
        return float(self.since)


@dataclass(slots=True)
class Failures:
    """Failed sessions in a row."""

    running: int = 0

    def see(self, session: Session) -> float:
        """Count, or begin again."""
        self.running = self.running + 1 if session.failed else 0
        return float(self.running)


class Slope:
    """The straight line through the last days: how little it rises in 28."""

    def __init__(self, days: int) -> None:
        """Look back `days` days."""
        self.days = days
        self.past: list[tuple[int, float]] = []

    def see(self, session: Session) -> float:
        """Return the fall over 28 days, log units; very low while there is no line."""
        self.past.append((session.day, session.seen.log_kg))
        self.past = [each for each in self.past if each[0] > session.day - self.days]
        count = len(self.past)
        if count < FEWEST_FOR_SLOPE:
            return -1e9
        middle = sum([day for day, _ in self.past]) / count
        across = sum([(day - middle) ** 2 for day, _ in self.past])
        return -MONTH * sum([(day - middle) * y for day, y in self.past]) / across


class Cusum:
    """How far strength has fallen behind a rise of 4.5 % in 28 days (Page 1954)."""

    def __init__(self) -> None:
        """Begin at the first session."""
        self.highest = -1e9

    def see(self, session: Session) -> float:
        """Return the largest shortfall so far, log units."""
        ahead = session.seen.log_kg - 1.5 * LEVEL_GAIN * session.day / MONTH
        self.highest = max(self.highest, ahead)
        return self.highest - ahead


class TrendChance:
    """The chance that a local linear trend rises less than 3 % in 28 days."""

    def __init__(self) -> None:
        """Begin with the rise that novices have."""
        self.trend = LocalTrend(slope=0.003, slope_sd=0.003, drift=2e-4)

    def see(self, session: Session) -> float:
        """Return the chance."""
        self.trend.see(session.seen)
        off = LEVEL_GAIN / MONTH - self.trend.slope
        return 0.5 + 0.5 * erf(off / sqrt(2.0 * self.trend.ss))


DETECTORS: dict[str, Callable[[], Detector]] = {
    "weeks since start": Time,
    "no PR in k": NoRecord,
    "no +1 % PR in k": lambda: NoRecord(0.01),
    "k failures running": Failures,
    "slope of 28 d": lambda: Slope(28),
    "slope of 42 d": lambda: Slope(42),
    "CUSUM": Cusum,
    "LLT Kalman P(slope)": TrendChance,
}
