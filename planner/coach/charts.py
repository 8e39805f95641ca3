"""Read a lifter's history in the shape that charts draw."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from planner.engine.terms import Exercise, Phase, Phrase, Reading


@dataclass(frozen=True, slots=True)
class LiftRow:
    """A lift in the list; `spark` is e1RM in kg over the last sessions, oldest first."""

    exercise: Exercise
    reading: Reading
    spark: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class SessionPoint:
    """A session's e1RM in kg; `held_out` marks what looks like a typing error."""

    on: date
    e1rm_kg: float
    sets: int
    session_id: int
    best_set: str
    held_out: bool


@dataclass(frozen=True, slots=True)
class LevelPoint:
    """Estimated strength on a day with its 90 % band, kg."""

    on: date
    kg: float
    low_kg: float
    high_kg: float


@dataclass(frozen=True, slots=True)
class PhaseSpan:
    """Days in one phase, both ends included."""

    since: date
    until: date
    phase: Phase
    levelling_off: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """Something to mark on the time axis."""

    on: date
    kind: str
    text: Phrase


@dataclass(frozen=True, slots=True)
class Record:
    """A best: `what` is '1RM est.', '5 reps', 'Volume'; `value_kg` in kg, `set_text` the set."""

    what: Phrase
    value_kg: float
    on: date
    set_text: str


@dataclass(frozen=True, slots=True)
class StrengthChart:
    """Everything the strength plot and the panel beside it show of one lift."""

    exercise: Exercise
    reading: Reading
    points: tuple[SessionPoint, ...]
    level: tuple[LevelPoint, ...]
    forecast: tuple[LevelPoint, ...]
    spans: tuple[PhaseSpan, ...]
    events: tuple[Event, ...]
    records: tuple[Record, ...]
    summary: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class WeeklySets:
    """Hard sets of a muscle group by week (monday, sets) against the range."""

    group: str
    weeks: tuple[tuple[date, float], ...]
    low: float
    high: float


def lifts(lifter_id: int, today: date) -> list[LiftRow]:
    """List the lifts that have a history, most trained of the last 8 weeks first."""
    raise NotImplementedError


def strength(lifter_id: int, slug: str, today: date) -> StrengthChart:
    """Return the strength chart of one lift over its whole history."""
    raise NotImplementedError


def weekly_sets(lifter_id: int, group: str, today: date) -> WeeklySets:
    """Return a muscle group's weekly hard sets over the whole history."""
    raise NotImplementedError


def training_days(lifter_id: int, today: date) -> dict[date, float]:
    """Return hard sets by day."""
    raise NotImplementedError


def totals(lifter_id: int) -> tuple[int, int]:
    """Return how many sessions and sets are stored."""
    raise NotImplementedError
