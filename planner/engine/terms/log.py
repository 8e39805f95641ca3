"""What was done: sets, sessions, check-ins and days away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from planner.engine.terms.kinds import SetKind, Side, Technique, Unit

SUSPECT = "suspect"  # flag of a set that looks like a typing error: no computing counts it
UNREAD = "unread"  # flag of a set whose box on paper could not be read: it counts nowhere
TEMPO_KEPT, TEMPO_LOST = "tempo-kept", "tempo-lost"  # flags of a set moved to a tempo; or neither


@dataclass(frozen=True, slots=True)
class LoggedSet:
    """A performed set. `load` and `unit` are what was typed; `load_kg` is for computing.

    For assisted exercises the load is the help. `flags` holds words such as SUSPECT, UNREAD,
    TEMPO_KEPT and 'convention' (counted differently from the days before). `source_line` is the
    line of the imported file, or the box of the exercise on a sheet, from 1.
    """

    load_kg: float | None
    reps: int | None
    rir: float | None = None
    kind: SetKind = SetKind.WORK
    target_reps: int | None = None
    seconds: float | None = None
    distance_m: float | None = None
    tempo: str = ""
    technique: Technique | None = None
    pain: int | None = None
    side: Side = Side.BOTH
    note: str = ""
    load: float | None = None
    unit: Unit = Unit.KG
    logged_at: datetime | None = None
    flags: frozenset[str] = frozenset()
    source_line: int | None = None
    source_text: str = ""
    id: int | None = None
    uid: str = ""


@dataclass(frozen=True, slots=True)
class LoggedExercise:
    """A slot of a session: one exercise and its sets in order. The same exercise may come twice."""

    exercise: str
    sets: tuple[LoggedSet, ...] = ()
    superset: int | None = None
    rest_s: int | None = None
    note: str = ""
    planned_exercise_id: int | None = None
    id: int | None = None
    uid: str = ""


@dataclass(frozen=True, slots=True)
class Session:
    """A training session on its local civil date."""

    on: date
    exercises: tuple[LoggedExercise, ...] = ()
    name: str = ""
    started_at: datetime | None = None
    duration_s: int | None = None
    utc_offset_min: int | None = None
    note: str = ""
    finished: bool = False
    planned_session_id: int | None = None
    import_id: int | None = None
    id: int | None = None
    uid: str = ""


def sets_in(session: Session) -> int:
    """Return how many sets a session has; a box that could not be read is none."""
    return sum(UNREAD not in entry.flags for slot in session.exercises for entry in slot.sets)


@dataclass(frozen=True, slots=True)
class CheckIn:
    """How the lifter feels, 1 (poor) to 5 (good); soreness 1 (none) to 5 (very), also per area.

    What was not answered stays None. `soreness` is what was answered itself: `soreness_of` knows
    it from the areas too. An area is a SoreArea, or one with its side, such as 'calves_left'.
    """

    on: date
    sleep: int | None = None
    sleep_hours: float | None = None
    soreness: int | None = None
    sore_areas: tuple[tuple[str, int], ...] = ()
    mood: int | None = None
    motivation: int | None = None
    energy: int | None = None
    note: str = ""
    id: int | None = None
    uid: str = ""


def soreness_of(made: CheckIn) -> int | None:
    """Return how sore a lifter is, 1–5: as answered, else as the sorest area; None for neither."""
    if made.soreness is not None or not made.sore_areas:
        return made.soreness
    return max(value for _, value in made.sore_areas)


@dataclass(frozen=True, slots=True)
class Absence:
    """Days away from training, both ends included; `until` None means still away."""

    since: date
    until: date | None = None
    reason: str = ""
    note: str = ""
    id: int | None = None
    uid: str = ""
