"""What is prescribed: sets, sessions, weeks and blocks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from planner.engine.terms.kinds import SetKind, Unit


@dataclass(frozen=True, slots=True)
class PlannedSet:
    """A prescribed set. `reps_low == reps_high` is a fixed count; a load may be kg or %e1RM.

    What is done by the clock has `seconds`, what goes so far `distance_m`: reach, too, in metres.
    """

    reps_low: int | None = None
    reps_high: int | None = None
    rir: float | None = None
    load_kg: float | None = None
    percent_e1rm: float | None = None
    amrap: bool = False
    kind: SetKind = SetKind.WORK
    seconds: float | None = None
    distance_m: float | None = None
    load: float | None = None
    unit: Unit = Unit.KG
    id: int | None = None
    uid: str = ""


@dataclass(frozen=True, slots=True)
class PlannedExercise:
    """An exercise in a planned session with its sets in order."""

    exercise: str
    sets: tuple[PlannedSet, ...] = ()
    superset: int | None = None
    rest_s: int | None = None
    tempo: str = ""
    note: str = ""
    id: int | None = None
    uid: str = ""


@dataclass(frozen=True, slots=True)
class PlannedSession:
    """A session of a microcycle; `day` counts from the microcycle's first day, 0-based."""

    name: str
    day: int
    exercises: tuple[PlannedExercise, ...] = ()
    note: str = ""
    id: int | None = None
    uid: str = ""


@dataclass(frozen=True, slots=True)
class Microcycle:
    """A training week (or cycle of `days` days) of a mesocycle; `number` counts from 1."""

    number: int
    starts_on: date
    sessions: tuple[PlannedSession, ...] = ()
    days: int = 7
    deload: bool = False
    note: str = ""
    id: int | None = None
    uid: str = ""


@dataclass(frozen=True, slots=True)
class Mesocycle:
    """A block of microcycles with one goal."""

    name: str
    started_on: date
    weeks: tuple[Microcycle, ...] = ()
    goal: str = ""
    program: str | None = None
    note: str = ""
    id: int | None = None
    uid: str = ""
