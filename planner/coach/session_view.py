"""Read sessions as the log tab shows them: cards of exercises, rows of sets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from typing import TypeAlias

from planner.coach import loads
from planner.coach.entry import SetRow
from planner.engine import plates as loading, strength
from planner.engine.practice import practice_sessions
from planner.engine.terms import (
    UNREAD,
    CheckIn,
    Complexity,
    Exercise,
    LoggedExercise,
    LoggedSet,
    Phase,
    PlannedSet,
    Reading,
    Session,
    SetKind,
)
from planner.storage import clients, log, log_reads, plan

FREE_ROWS = 3  # rows offered for an exercise without plan or history
_MAY_LEARN = (Phase.EARLY, Phase.UNCLEAR)
Target: TypeAlias = tuple[PlannedSet | None, float | None]  # with the load in kg to offer for it
NO_TARGET: Target = (None, None)


@dataclass(frozen=True, slots=True)
class SessionSummary:
    """A session in the list beside the calendar."""

    id: int
    on: date
    name: str
    sets: int
    tonnage_kg: float
    finished: bool
    started_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ExerciseCard:
    """One exercise of the session with its rows; `rest_s` is seconds between sets.

    `on` is the session's day, `last_on` that of the sets that the rows have from last time.
    """

    logged_exercise_id: int
    exercise: Exercise
    rows: tuple[SetRow, ...]
    reading: Reading | None
    rest_s: int
    superset: int | None
    note: str
    cue: str
    on: date
    last_on: date | None


@dataclass(frozen=True, slots=True)
class SessionView:
    """A session as the log tab shows it."""

    session: Session
    cards: tuple[ExerciseCard, ...]
    from_plan: bool


def sessions(lifter_id: int, limit: int = 60) -> list[SessionSummary]:
    """List sessions, newest first."""
    return [SessionSummary(*row) for row in log_reads.summaries(lifter_id, limit=limit)]


def training_days(lifter_id: int, since: date, until: date) -> set[date]:
    """Return the days with a session, both ends included."""
    return log_reads.days_trained(lifter_id, since, until)


def sessions_on(lifter_id: int, on: date) -> list[SessionSummary]:
    """List the sessions of one day."""
    return [SessionSummary(*row) for row in log_reads.summaries(lifter_id, since=on, until=on)]


def planned_today(lifter_id: int, on: date) -> list[tuple[int, str]]:
    """Return (planned session id, name) of what the plan has for that day and is not yet done."""
    block = plan.mesocycle_on(lifter_id, on)
    done = plan.done(lifter_id)
    if block is None:
        return []
    return [
        (planned.id, planned.name)
        for week in block.weeks
        for planned in week.sessions
        if planned.id is not None
        and planned.id not in done
        and week.starts_on + timedelta(days=planned.day) == on
    ]


def open_session(lifter_id: int) -> int | None:
    """Return the id of the newest unfinished session, offered again after a crash, or None."""
    return log_reads.unfinished(lifter_id)


def session_view(lifter_id: int, session_id: int, today: date) -> SessionView:
    """Return everything the log tab shows of one session; LookupError when it is gone.

    What is known of a lift is what was known when the session's day was over.
    """
    session = log.session(session_id)
    basis = loads.LoadBasis(lifter_id, today)
    after = session.on + loads.DAY
    cards = tuple(
        _card(lifter_id, session, slot, basis.reading(slot.exercise, after), basis)
        for slot in session.exercises
    )
    return SessionView(session, cards, session.planned_session_id is not None)


def step_load(load_kg: float, exercise: Exercise, lifter_id: int, up: bool) -> float:
    """Return the next load, in kg, that this lifter's gym can set; the same at either end."""
    inventory = clients.lifter(lifter_id).inventory
    step = loading.next_up if up else loading.next_down
    following = step(load_kg, exercise, inventory)
    return load_kg if following is None else following


def plates(lifter_id: int, exercise: Exercise, load_kg: float) -> tuple[tuple[float, ...], float]:
    """Return (plates per side in kg, heaviest first; the load in kg they make with the bar).

    The load is the heaviest that is not over `load_kg`; equipment without plates lists none.
    """
    return loading.per_side(load_kg, exercise, clients.lifter(lifter_id).inventory)


def check_in(lifter_id: int, on: date) -> CheckIn:
    """Return that day's check-in, empty when none was made."""
    return clients.check_in(lifter_id, on) or CheckIn(on)


def _card(
    lifter_id: int,
    session: Session,
    slot: LoggedExercise,
    reading: Reading | None,
    basis: loads.LoadBasis,
) -> ExerciseCard:
    if slot.id is None:
        raise LookupError(f"no stored exercise {slot.exercise!r}")
    exercise = basis.exercises[slot.exercise]
    place = lifter_id, slot.exercise, session.on, session.id
    rows = _rows_of(slot, session, log_reads.last_sets(*place), basis)
    rest_s, last_on = slot.rest_s or exercise.rest_s, log_reads.last_on(*place)
    cue = _cue(
        exercise, reading, practice_sessions(exercise, basis.known(slot.exercise, session.on))
    )
    return ExerciseCard(
        slot.id, exercise, rows, reading, rest_s, slot.superset, slot.note, cue, session.on, last_on
    )


def _rows_of(
    slot: LoggedExercise, session: Session, last: Sequence[LoggedSet], basis: loads.LoadBasis
) -> tuple[SetRow, ...]:
    """Return the rows of an exercise in a session, beside the sets of last time.

    A box of a sheet that could not be read is still to be filled.
    """
    logged = [entry for entry in slot.sets if UNREAD not in entry.flags]
    worked = partial(
        strength.without_ramp,
        exercise=basis.exercises[slot.exercise],
        bodyweight_kg=strength.bodyweight_for(None, basis.lifter),
    )
    targets = _targets(slot, session.on, basis)
    rows = _rows(targets, worked(last), logged, worked(logged))
    if session.finished and slot.planned_exercise_id is None:
        return tuple(row for row in rows if row.logged)  # no empty row to fill by mistake
    return rows


def _targets(slot: LoggedExercise, on: date, basis: loads.LoadBasis) -> Sequence[Target]:
    """Return what was planned, with the load that today's strength offers where none was."""
    if slot.planned_exercise_id is None:
        return ()
    planned = loads.by_percent(plan.planned_exercise(slot.planned_exercise_id), on, basis)
    offered = loads.with_open_loads(planned, on, basis)
    return list(zip(planned.sets, (entry.load_kg for entry in offered.sets), strict=True))


def _rows(
    targets: Sequence[Target],
    last: Sequence[LoggedSet],
    logged: Sequence[LoggedSet],
    worked: Sequence[LoggedSet],
) -> tuple[SetRow, ...]:
    """Return a row for each logged set, then for each still to do.

    `last` are last time's work sets and `worked` those among the logged sets: work stands beside
    work, whether or not the sets before were marked as warm-ups. A planned set keeps its place.
    """
    left = list(targets)
    ramps = sum(entry.kind is not SetKind.WARMUP for entry in logged) - len(worked)
    ramps = 0 if targets else ramps
    lines: list[tuple[Target, LoggedSet | None]]
    lines = [(_taken(left, entry), entry) for entry in logged]
    lines += [(target, None) for target in left or _free(targets, last, worked)]
    rows, numbers = [], {True: 0, False: 0}
    for (target, offered_kg), entry in lines:
        made = entry or target
        warm = made is not None and made.kind is SetKind.WARMUP
        numbers[warm] += 1
        place = 0 if warm else numbers[warm] - ramps
        before = last[min(place, len(last)) - 1] if last and place > 0 else None
        if offered_kg is None and before is not None:
            offered_kg = before.load_kg
        rows.append(SetRow(numbers[warm], target, before, entry, offered_kg))
    return tuple(rows)


def _taken(left: list[Target], entry: LoggedSet) -> Target:
    """Take the target that a set was done for: warm-ups never use up the work sets' targets."""
    warm = entry.kind is SetKind.WARMUP
    fitting = [each for each in left if each[0] and (each[0].kind is SetKind.WARMUP) is warm]
    if not fitting:
        return NO_TARGET
    left.remove(fitting[0])
    return fitting[0]


def _free(
    targets: Sequence[Target], last: Sequence[LoggedSet], worked: Sequence[LoggedSet]
) -> list[Target]:
    """Return the empty rows of an exercise that was not planned: as many sets as last time."""
    return [] if targets else [NO_TARGET] * ((len(last) or FREE_ROWS) - len(worked))


def _cue(exercise: Exercise, reading: Reading | None, practice: int) -> str:
    learning = reading is None or (reading.phase in _MAY_LEARN and reading.sessions < practice)
    if learning and exercise.complexity in (Complexity.BARBELL, Complexity.TECHNICAL):
        start = f"{exercise.name} is still being learned: sound reps before more load. "
        return start + (exercise.cues[0] if exercise.cues else "")
    return exercise.cues[0] if exercise.cues else ""
