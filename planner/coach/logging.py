"""Log what was done: sessions from the plan or free, set by set, on any day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from planner.engine.terms import (
    CheckIn,
    Exercise,
    LoggedSet,
    PlannedSet,
    Reading,
    Session,
    Side,
    Technique,
    Unit,
)


@dataclass(frozen=True, slots=True)
class SessionSummary:
    """A session in the list beside the calendar."""

    id: int
    on: date
    name: str
    sets: int
    tonnage_kg: float
    finished: bool


@dataclass(frozen=True, slots=True)
class SetRow:
    """One row of the entry grid: what is planned, what was done last time, what is logged."""

    number: int
    target: PlannedSet | None
    last: LoggedSet | None
    logged: LoggedSet | None
    suggested_kg: float | None


@dataclass(frozen=True, slots=True)
class ExerciseCard:
    """One exercise of the session with its rows; `rest_s` is seconds between sets."""

    logged_exercise_id: int
    exercise: Exercise
    rows: tuple[SetRow, ...]
    reading: Reading | None
    rest_s: int
    superset: int | None
    note: str
    cue: str


@dataclass(frozen=True, slots=True)
class SessionView:
    """A session as the log tab shows it."""

    session: Session
    cards: tuple[ExerciseCard, ...]
    from_plan: bool


@dataclass(frozen=True, slots=True)
class EntryDraft:
    """What typing into a cell means: one or more sets, or a problem to show in place."""

    sets: tuple[LoggedSet, ...] = ()
    problem: str = ""


# reads
def sessions(lifter_id: int, limit: int = 60) -> list[SessionSummary]:
    """List sessions, newest first."""
    raise NotImplementedError


def training_days(lifter_id: int, since: date, until: date) -> set[date]:
    """Return the days with a session, both ends included."""
    raise NotImplementedError


def planned_today(lifter_id: int, on: date) -> list[tuple[int, str]]:
    """Return (planned session id, name) of what the plan has for that day and is not yet done."""
    raise NotImplementedError


def open_session(lifter_id: int) -> int | None:
    """Return the id of the newest unfinished session, offered again after a crash, or None."""
    raise NotImplementedError


def session_view(lifter_id: int, session_id: int, today: date) -> SessionView:
    """Return everything the log tab shows of one session."""
    raise NotImplementedError


def parse_entry(text: str, exercise: Exercise, unit: Unit, row: SetRow) -> EntryDraft:
    """Read `100x8@2`, `100x8,8,6`, `bw+10x5`, `-20x8`, `45s`, `12/leg`, `2x100x5`, `82,5`.

    A lone number fills nothing by itself: the tab passes whole entries here. Missing parts are
    taken from the row's target, then from last time.
    """
    raise NotImplementedError


def doubt(entry: LoggedSet, row: SetRow) -> str:
    """Return a question when a set looks like a typing error ('225 kg? Last time 100.'), or ''."""
    raise NotImplementedError


def step_load(load_kg: float, exercise: Exercise, lifter_id: int, up: bool) -> float:
    """Return the next load, in kg, that this lifter's gym can set."""
    raise NotImplementedError


def plates(lifter_id: int, load_kg: float) -> tuple[tuple[float, ...], float]:
    """Return (plates per side in kg, heaviest first; the load in kg they make with the bar)."""
    raise NotImplementedError


def check_in(lifter_id: int, on: date) -> CheckIn:
    """Return that day's check-in, empty when none was made."""
    raise NotImplementedError


# writes: each is called inside one undo step
def start_planned(lifter_id: int, planned_session_id: int, on: date) -> int:
    """Start a session from the plan on a date; return its id. Its slots are made at once."""
    raise NotImplementedError


def start_free(lifter_id: int, on: date, name: str = "") -> int:
    """Start an empty session; return its id."""
    raise NotImplementedError


def add_exercise(session_id: int, slug: str) -> int:
    """Add an exercise at the end of a session; return the slot's id."""
    raise NotImplementedError


def remove_exercise(logged_exercise_id: int) -> None:
    """Take an exercise and its sets out of a session."""
    raise NotImplementedError


def log_sets(logged_exercise_id: int, sets: Sequence[LoggedSet]) -> list[int]:
    """Store sets at the end of an exercise; they are on disk when this returns."""
    raise NotImplementedError


def change_set(entry: LoggedSet) -> None:
    """Store a changed set; `entry.id` says which."""
    raise NotImplementedError


def remove_set(set_id: int) -> None:
    """Delete one set."""
    raise NotImplementedError


def rate(set_id: int, technique: Technique | None) -> None:
    """Rate how the movement of a set looked."""
    raise NotImplementedError


def finish(session_id: int) -> None:
    """Mark a session as finished."""
    raise NotImplementedError


def rename(session_id: int, name: str) -> None:
    """Give a session another name."""
    raise NotImplementedError


def move(session_id: int, on: date) -> None:
    """Move a session to another day."""
    raise NotImplementedError


def delete(session_id: int) -> None:
    """Put a session into the 30-day trash."""
    raise NotImplementedError


def save_check_in(lifter_id: int, check_in: CheckIn) -> None:
    """Store a day's check-in."""
    raise NotImplementedError
