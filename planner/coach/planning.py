"""Plan weeks: mesocycles, sessions, prescriptions, and suggestions taken or dismissed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from planner.engine.terms import (
    Exercise,
    Mesocycle,
    Microcycle,
    Muscle,
    Phase,
    PlannedSet,
    Reading,
    Suggestion,
    Unit,
)


@dataclass(frozen=True, slots=True)
class WeekSummary:
    """A week in the strip of the mesocycle; `hard_sets` counts the whole week."""

    id: int
    number: int
    starts_on: date
    deload: bool
    hard_sets: float
    done: bool
    current: bool


@dataclass(frozen=True, slots=True)
class MuscleVolume:
    """Hard sets of a muscle group in the week against the lifter's range."""

    group: str
    sets: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class PlanView:
    """What the planner tab shows: one week of one mesocycle.

    `done` maps a planned session's id to the logged session's id; `minutes` estimates a planned
    session's length; `readings` and `exercises` are keyed by slug.
    """

    mesocycle: Mesocycle
    weeks: tuple[WeekSummary, ...]
    week: Microcycle
    done: Mapping[int, int]
    minutes: Mapping[int, int]
    hard_sets: tuple[MuscleVolume, ...]
    readings: Mapping[str, Reading]
    exercises: Mapping[str, Exercise]


@dataclass(frozen=True, slots=True)
class Program:
    """A program template as the picker shows it."""

    slug: str
    name: str
    goal: str
    weeks: int
    days: int
    level: str
    summary: str


@dataclass(frozen=True, slots=True)
class Prescription:
    """What a typed prescription means, or the problem to show in place."""

    sets: tuple[PlannedSet, ...] = ()
    problem: str = ""


# reads
def view(lifter_id: int, on: date, today: date, week_id: int | None = None) -> PlanView | None:
    """Return the plan around a day, or the given week; None when the lifter has no plan."""
    raise NotImplementedError


def mesocycles(lifter_id: int) -> list[Mesocycle]:
    """List the lifter's mesocycles without their weeks, newest first."""
    raise NotImplementedError


def suggestions(lifter_id: int, today: date) -> list[Suggestion]:
    """Return what the engine suggests today, best first, without those already decided on."""
    raise NotImplementedError


def programs() -> list[Program]:
    """List the program templates."""
    raise NotImplementedError


def parse_prescription(text: str, unit: Unit, exercise: Exercise) -> Prescription:
    """Read `4x6 @2 102.5`, `3x8-12 @RIR1`, `5x5 80%`, `3x30s`, `3xAMRAP`, `2x18` (pair)."""
    raise NotImplementedError


def prescription_text(sets: tuple[PlannedSet, ...], unit: Unit) -> tuple[str, str]:
    """Return (`4×6 @2`, `102.5`): the prescription and its load, as the card shows them."""
    raise NotImplementedError


# writes: each is called inside one undo step
def start_program(lifter_id: int, program: str, start_on: date, today: date) -> int:
    """Make a mesocycle from a program template, loads from what the lifter can do; return its id."""
    raise NotImplementedError


def new_mesocycle(lifter_id: int, name: str, start_on: date, weeks: int) -> int:
    """Make an empty mesocycle; return its id."""
    raise NotImplementedError


def delete_mesocycle(mesocycle_id: int) -> None:
    """Put a mesocycle into the trash."""
    raise NotImplementedError


def add_session(week_id: int, day: int, name: str) -> int:
    """Add a session on a day (0 is the week's first day); return its id."""
    raise NotImplementedError


def rename_session(planned_session_id: int, name: str) -> None:
    """Give a planned session another name."""
    raise NotImplementedError


def move_session(planned_session_id: int, day: int) -> None:
    """Move a planned session to another day of its week."""
    raise NotImplementedError


def duplicate_session(planned_session_id: int, day: int) -> int:
    """Copy a planned session to a day of its week; return the copy's id."""
    raise NotImplementedError


def delete_session(planned_session_id: int) -> None:
    """Delete a planned session."""
    raise NotImplementedError


def add_exercise(planned_session_id: int, slug: str, position: int | None = None) -> int:
    """Add an exercise with a sensible default prescription; return its id."""
    raise NotImplementedError


def prescribe(planned_exercise_id: int, sets: tuple[PlannedSet, ...]) -> None:
    """Replace the sets of a planned exercise."""
    raise NotImplementedError


def annotate(planned_exercise_id: int, rest_s: int | None, tempo: str, note: str) -> None:
    """Change rest, tempo and note of a planned exercise."""
    raise NotImplementedError


def move_exercise(planned_exercise_id: int, planned_session_id: int, position: int) -> None:
    """Move a planned exercise within or between sessions."""
    raise NotImplementedError


def delete_exercise(planned_exercise_id: int) -> None:
    """Delete a planned exercise."""
    raise NotImplementedError


def copy_week(week_id: int) -> int:
    """Copy a week's sessions into the next week, adding one at the end when it is the last; return its id."""
    raise NotImplementedError


def accept(lifter_id: int, suggestion: Suggestion, today: date) -> int:
    """Change the lift's planned sets from today on and keep the decision; return how many changed."""
    raise NotImplementedError


def dismiss(lifter_id: int, suggestion: Suggestion, today: date, reason: str = "") -> None:
    """Keep the decision that the lifter does not want this."""
    raise NotImplementedError
