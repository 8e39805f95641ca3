"""When early gains are over: the engine's call and other detectors' against the truth."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from detectors import DETECTORS, Session, failed
from lifts import Lift, Shown, labels, mistyped, shown
from scores import Numbers, auc

from planner import engine
from planner.engine.terms import Reading

OVER, STILL_RISING = 0.03, 0.045  # true gain in 28 days, log units
FEWEST_SESSIONS, FEWEST_DAYS = 6, 21
THRESHOLDS = 200
ENGINE = "engine"


@dataclass(frozen=True, slots=True)
class Course:
    """One lifter: day and true 28-day gain of each session, and every detector's score.

    A session whose score may not yet call anything has -inf; the engine's own call is `called`,
    the index of a session, or the number of sessions when it never came; `labels` are the
    lifter's groups.
    """

    days: Numbers
    gains: Numbers
    scores: Mapping[str, Numbers]
    called: int
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Calls:
    """What calls came to: of all lifters, false ones and missed; delays in days, inf if missed."""

    false: Numbers
    delays: Numbers

    @property
    def false_share(self) -> float:
        """The share of lifters who were told too early."""
        return float(np.mean(self.false))

    @property
    def missed_share(self) -> float:
        """The share of lifters whose bend was never called, of those who had one."""
        return float(np.mean(np.isinf(self.delays))) if len(self.delays) else float("nan")

    def delay(self, share: float = 0.5) -> float:
        """Return the delay within which that share of the bends was called, days."""
        if not len(self.delays):
            return float("nan")
        return float(np.quantile(self.delays, share, method="inverted_cdf"))


def follow(lift: Lift) -> Course:
    """Run the engine and the detectors over a simulated lift."""
    days = np.array([(day.on - lift.days[0].on).days for day in lift.days], dtype=float)
    gains = np.array([truth.gain_28d for truth in lift.truth])
    readings = _readings(lift)
    called = [reading.levelled_off_on is not None for reading in readings]
    scores = {ENGINE: [reading.p_level or 0.0 for reading in readings], **_detected(lift)}
    ready = (np.arange(len(days)) + 1 >= FEWEST_SESSIONS) & (days >= FEWEST_DAYS)
    return Course(
        days,
        gains,
        {name: np.where(ready, each, -np.inf) for name, each in scores.items()},
        called.index(True) if any(called) else len(days),
        labels(lift),
    )


def _readings(lift: Lift) -> list[Reading]:
    state = engine.start(lift.exercise, lift.lifter)
    found = []
    for day in lift.days:
        state = engine.update(state, day)
        found.append(engine.read(state, day.on))
    return found


def _detected(lift: Lift) -> dict[str, list[float]]:
    """Return each detector's scores; they see no typing errors, and keep their score then."""
    detectors = {name: made() for name, made in DETECTORS.items()}
    scores: dict[str, list[float]] = {name: [] for name in detectors}
    last: Shown | None = None
    for day, truth in zip(lift.days, lift.truth, strict=True):
        seen = shown(day, lift)
        if seen is None or mistyped(seen, truth):
            for each in scores.values():
                each.append(each[-1] if each else -np.inf)
            continue
        session = Session((day.on - lift.days[0].on).days, seen, failed(day, seen, last))
        for name, detector in detectors.items():
            scores[name].append(detector.see(session))
        last = seen
    return scores


def calls(courses: Sequence[Course], called: Sequence[int]) -> Calls:
    """Return what came of calling each lifter's bend at the session of that index."""
    false, delays = [], []
    for course, at in zip(courses, called, strict=True):
        came = at < len(course.days)
        wrong = came and course.gains[at] >= STILL_RISING
        false.append(float(wrong))
        over = np.flatnonzero(course.gains < OVER)
        if len(over) and not wrong:
            delays.append(float(course.days[at] - course.days[over[0]]) if came else np.inf)
    return Calls(np.array(false), np.array(delays))


def called_by(courses: Sequence[Course], name: str, threshold: float) -> list[int]:
    """Return when each lifter's score first reached a threshold, as the index of a session."""
    return [_first(course.scores[name], threshold) for course in courses]


def _first(scores: Numbers, threshold: float) -> int:
    return int(np.searchsorted(np.maximum.accumulate(scores), threshold))


def threshold_for(courses: Sequence[Course], name: str, false_share: float) -> float:
    """Return the threshold of a detector with that share of false calls, as nearly as it can."""
    seen = np.concatenate([course.scores[name] for course in courses])
    finite = np.unique(seen[np.isfinite(seen) & (seen > -1e8)])
    grid = np.unique(np.quantile(finite, np.linspace(0.0, 1.0, THRESHOLDS)))
    shares = [calls(courses, called_by(courses, name, each)).false_share for each in grid]
    return float(grid[int(np.argmin(np.abs(np.array(shares) - false_share)))])


def rank(courses: Sequence[Course], name: str) -> float:
    """Return the AUC of a score: sessions with the bend behind them against those still rising."""
    scores = np.concatenate([course.scores[name] for course in courses])
    gains = np.concatenate([course.gains for course in courses])
    ready = np.isfinite(scores)
    over, rising = ready & (gains < OVER), ready & (gains >= STILL_RISING)
    return auc(scores[over], scores[rising])
