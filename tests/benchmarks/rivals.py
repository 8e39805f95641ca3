"""What anybody would try first for the next session's e1RM; all strengths are log kg."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from datetime import date
from math import sqrt
from statistics import mean, median

from lifts import Shown

NEAR = 0.025  # log loads this close are the same load
T4_SCALE = 0.74  # scale of a t₄ with the spread of its errors


class LastValue:
    """The last session again; the others begin from its memory of the last five."""

    memory: int | None = 5

    def __init__(self) -> None:
        """Begin without a session."""
        self.past: deque[Shown] = deque(maxlen=self.memory)

    def see(self, seen: Shown) -> None:
        """Learn from a session."""
        self.past.append(seen)

    def expect(self, _on: date, _log_load: float, /) -> float:
        """Return the log e1RM expected on a day at a planned log load."""
        return self.past[-1].log_kg


class MeanOfThree(LastValue):
    """The mean of three sessions."""

    memory = 3

    def expect(self, _on: date, _log_load: float, /) -> float:
        """Return the mean of the last three."""
        return mean([seen.log_kg for seen in self.past])


class MedianOfFive(LastValue):
    """The median of five sessions."""

    def expect(self, _on: date, _log_load: float, /) -> float:
        """Return the median of the last five."""
        return median([seen.log_kg for seen in self.past])


class Smoothed(LastValue):
    """Simple exponential smoothing with .35."""

    level: float | None = None

    def see(self, seen: Shown) -> None:
        """Move the level a third of the way."""
        level = seen.log_kg if self.level is None else self.level
        self.level = level + 0.35 * (seen.log_kg - level)

    def expect(self, _on: date, _log_load: float, /) -> float:
        """Return the level."""
        return self.level or 0.0


class DampedHolt(Smoothed):
    """Level and damped trend per session (Gardner & McKenzie 1985)."""

    trend = 0.0

    def see(self, seen: Shown) -> None:
        """Move level and trend towards the session."""
        if self.level is None:
            self.level = seen.log_kg
            return
        ahead = self.level + 0.85 * self.trend
        level = ahead + 0.35 * (seen.log_kg - ahead)
        self.trend = 0.85 * self.trend + 0.1 * (level - self.level - 0.85 * self.trend)
        self.level = level

    def expect(self, on: date, log_load: float, /) -> float:
        """Return the level and the damped trend."""
        return super().expect(on, log_load) + 0.85 * self.trend


class LocalTrend(LastValue):
    """Local linear trend, a Gaussian Kalman filter over days; a pause adds no more than a month."""

    most_days = 28

    def __init__(self, slope: float = 0.0005, slope_sd: float = 0.002, drift: float = 1e-4) -> None:
        """Begin with what is believed of the daily gain, and how it drifts per root day."""
        super().__init__()
        self.level, self.slope, self.drift = 0.0, slope, drift
        self.pp, self.ps, self.ss = 0.03**2, 0.0, slope_sd**2
        self.on: date | None = None

    def see(self, seen: Shown) -> None:
        """Predict to the session's day and correct."""
        if self.on is None:
            self.level = seen.log_kg
        else:
            self._advance(self._days(seen.on))
            noise = self.pp + 0.03**2
            error = seen.log_kg - self.level
            gain, turn = self.pp / noise, self.ps / noise
            self.level += gain * error
            self.slope += turn * error
            self.ss -= turn * self.ps
            self.pp, self.ps = self.pp * (1.0 - gain), self.ps * (1.0 - gain)
        self.on = seen.on

    def _advance(self, days: float) -> None:
        self.level += self.slope * days
        self.pp += days * (2.0 * self.ps + days * self.ss) + 0.005**2 * days
        self.ps += days * self.ss
        self.ss += self.drift**2 * days

    def expect(self, on: date, _log_load: float, /) -> float:
        """Return the line's value on the day."""
        return self.level + self.slope * self._days(on)

    def _days(self, on: date) -> float:
        assert self.on is not None
        return float(min((on - self.on).days, self.most_days))


class SameLoad(LastValue):
    """What was last shown at this load, else the last session."""

    memory = None

    def expect(self, _on: date, log_load: float, /) -> float:
        """Return the newest session within 2.5 % of the load."""
        near = (s for s in reversed(self.past) if abs(s.log_load - log_load) < NEAR)
        return next(near, self.past[-1]).log_kg


class UsualReps(LastValue):
    """The median repetitions of five sessions, whatever the load."""

    def expect(self, _on: date, log_load: float, /) -> float:
        """Return the load with the usual distance of strength above it."""
        return log_load + median([seen.log_kg - seen.log_load for seen in self.past])


class LoadSlope(LastValue):
    """The last session, moved by what changes of load have meant to this lifter so far."""

    def __init__(self) -> None:
        """Begin with the slope that loads usually have."""
        super().__init__()
        self.xx, self.xy = 0.02**2, 0.6 * 0.02**2

    def see(self, seen: Shown) -> None:
        """Regress the change of strength on the change of load."""
        if self.past:
            dx, dy = seen.log_load - self.past[-1].log_load, seen.log_kg - self.past[-1].log_kg
            self.xx, self.xy = 0.97 * self.xx + dx * dx, 0.97 * self.xy + dx * dy
        super().see(seen)

    def expect(self, _on: date, log_load: float, /) -> float:
        """Return the last session and the slope's share of the change."""
        last = self.past[-1]
        return last.log_kg + self.xy / self.xx * (log_load - last.log_load)


RIVALS: dict[str, Callable[[], LastValue]] = {
    "last value": LastValue,
    "mean of 3": MeanOfThree,
    "median of 5": MedianOfFive,
    "SES .35": Smoothed,
    "damped Holt": DampedHolt,
    "LLT Kalman": LocalTrend,
    "last + load slope": LoadSlope,
    "last at same load": SameLoad,
    "median reps of 5": UsualReps,
}


class Spread:
    """The running scale of a rival's errors, so that each says how sure it is."""

    def __init__(self) -> None:
        """Begin with errors of 4 %."""
        self.variance = 0.04**2

    def see(self, error: float) -> None:
        """Learn from an error; what is over 25 % counts as that."""
        self.variance = max(
            self.variance + 0.07 * (min(error * error, 0.25**2) - self.variance), 0.006**2
        )

    @property
    def scale(self) -> float:
        """The scale of the t₄ that the rival forecasts."""
        return T4_SCALE * sqrt(self.variance)
