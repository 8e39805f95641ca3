"""What a day asks for: how fresh the lifter is, centrally and in each muscle, and the verdict."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from planner.engine.terms.phrases import Phrase


class DayVerdict(StrEnum):
    """What to do with what a day has planned; REST comes before EASE, EASE before HOLD."""

    PUSH = "push"
    HOLD = "hold"
    EASE = "ease"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class Gauge:
    """How fresh something is: 1.0 as rested as ever, 0.0 spent; None where nothing is known.

    `feeds` are the sentences of what it was read from, the weightiest first.
    """

    level: float | None
    feeds: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True)
class Recovery:
    """How far a muscle group is recovered from what was logged, 0–1; `ready_on` None: it is."""

    group: str
    level: float
    ready_on: date | None = None


@dataclass(frozen=True, slots=True)
class Today:
    """The verdict of a day with its reasons, three at the most, and what it rests on.

    `central` is fed by sleep, mood left out, motivation, energy and effort; `peripheral` holds a
    gauge for each muscle group, fed by work and soreness there. `recoveries` stand by group, the
    least recovered first; `overall` is None without a log. `chosen` is the lifter's own verdict
    where it was set aside; `verdict` stays what was said. `planned` says whether a session is
    planned for the day, done or not; None where no plan is followed. `trained` says that the
    day's training is over.
    """

    on: date
    verdict: DayVerdict | None
    reasons: tuple[Phrase, ...]
    central: Gauge
    peripheral: tuple[tuple[str, Gauge], ...]
    recoveries: tuple[Recovery, ...]
    overall: Recovery | None
    chosen: DayVerdict | None = None
    planned: bool | None = None
    trained: bool = False
