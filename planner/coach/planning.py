"""Plan weeks: mesocycles, sessions and prescriptions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from planner.coach import filling, loads, readings
from planner.coach.easing import lightened as lightened, postponed as postponed
from planner.coach.filling import (
    add_usual_exercise as add_usual_exercise,
    fill_loads as fill_loads,
)
from planner.coach.prescription import (
    Prescription as Prescription,
    load_with_unit as load_with_unit,
    load_words as load_words,
    no_load as no_load,
    parse_prescription as parse_prescription,
    prescription_source as prescription_source,
    prescription_text as prescription_text,
)
from planner.coach.programs import (
    Program as Program,
    can_join as can_join,
    programs as programs,
    start_program as start_program,
    weeks_left_out as weeks_left_out,
)
from planner.coach.suggesting import (
    accept as accept,
    dismiss as dismiss,
    suggestions as suggestions,
)
from planner.coach.way_back import (
    back_by as back_by,
    eased as eased,
    hardest_kg as hardest_kg,
)
from planner.engine import volume
from planner.engine.terms import (
    Exercise,
    Experience,
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    Reading,
)
from planner.storage import clients, library, plan


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
    """Hard sets of a muscle group in the week against the lifter's range.

    From `keep` sets on, a muscle keeps what it has.
    """

    group: str
    sets: float
    low: float
    high: float
    keep: float


@dataclass(frozen=True, slots=True)
class PlanView:
    """What the planner tab shows: one week of one mesocycle.

    `done` maps a planned session's id to the logged session's id; `minutes` estimates a planned
    session's length; `readings` and `exercises` are keyed by slug. `open_lifts` are the lifts
    planned from this week on that lack a load which the log can tell.
    """

    mesocycle: Mesocycle
    weeks: tuple[WeekSummary, ...]
    week: Microcycle
    done: Mapping[int, int]
    minutes: Mapping[int, int]
    hard_sets: tuple[MuscleVolume, ...]
    readings: Mapping[str, Reading]
    exercises: Mapping[str, Exercise]
    open_lifts: tuple[str, ...] = ()


# reads
def view(lifter_id: int, on: date, today: date, week_id: int | None = None) -> PlanView | None:
    """Return the plan around a day, or the given week; None when the lifter has no plan."""
    block = plan.mesocycle_on(lifter_id, on)
    if week_id is not None:
        block = plan.mesocycle(plan.mesocycle_of(week_id))
    if block is None or not block.weeks:
        return None
    basis = loads.LoadBasis(lifter_id, today)
    block = loads.block_by_percent(block, basis)
    week = _shown_week(block, on, week_id)
    done = plan.done(lifter_id)
    exercises = library.by_slug()
    return PlanView(
        mesocycle=block,
        weeks=tuple(_summary(made, done, today) for made in block.weeks),
        week=week,
        done=done,
        minutes={
            s.id: volume.session_minutes(s, exercises) for s in week.sessions if s.id is not None
        },
        hard_sets=volumes(week, exercises, clients.lifter(lifter_id).experience),
        readings=readings.readings(lifter_id, today),
        exercises=exercises,
        open_lifts=filling.open_lifts(block, done, basis),
    )


def mesocycles(lifter_id: int) -> list[Mesocycle]:
    """List the lifter's mesocycles without their weeks, newest first."""
    return plan.mesocycles(lifter_id)


def _shown_week(block: Mesocycle, on: date, week_id: int | None) -> Microcycle:
    for week in block.weeks:
        inside = week.starts_on <= on < week.starts_on + timedelta(days=week.days)
        if week.id == week_id or (week_id is None and inside):
            return week
    return block.weeks[0] if on < block.weeks[0].starts_on else block.weeks[-1]


def _summary(week: Microcycle, done: Mapping[int, int], today: date) -> WeekSummary:
    if week.id is None:
        raise LookupError("a week that is not stored")
    sets = sum(volume.hard_sets(e.sets) for made in week.sessions for e in made.exercises)
    ends_on = week.starts_on + timedelta(days=week.days)
    return WeekSummary(
        week.id,
        week.number,
        week.starts_on,
        week.deload,
        sets,
        done=bool(week.sessions) and all(session.id in done for session in week.sessions),
        current=week.starts_on <= today < ends_on,
    )


def volumes(
    week: Microcycle, exercises: Mapping[str, Exercise], experience: Experience
) -> tuple[MuscleVolume, ...]:
    """Return the hard sets of each muscle group in a week, in display order."""
    wanted = volume.weekly_range(experience)
    work = [
        (exercises[made.exercise], volume.hard_sets(made.sets))
        for session in week.sessions
        for made in session.exercises
    ]
    sets = volume.group_sets(work)
    return tuple(
        MuscleVolume(group, sets[group], wanted.low, wanted.high, wanted.keep) for group in sets
    )


# writes: each is called inside one undo step
def new_mesocycle(lifter_id: int, name: str, start_on: date, weeks: int) -> int:
    """Make an empty mesocycle; return its id."""
    made = tuple(
        Microcycle(number + 1, start_on + timedelta(weeks=number)) for number in range(weeks)
    )
    return plan.add_mesocycle(lifter_id, Mesocycle(name.strip(), start_on, made))


def delete_mesocycle(mesocycle_id: int) -> None:
    """Put a mesocycle into the trash."""
    plan.trash_mesocycle(mesocycle_id)


def add_session(week_id: int, day: int, name: str) -> int:
    """Add a session on a day (0 is the week's first day); return its id."""
    return plan.add_planned_session(week_id, PlannedSession(name.strip(), day))


def rename_session(planned_session_id: int, name: str) -> None:
    """Give a planned session another name."""
    session = plan.planned_session(planned_session_id)
    plan.update_planned_session(replace(session, name=name.strip()))


def move_session(planned_session_id: int, day: int) -> None:
    """Move a planned session to another day of its week."""
    plan.update_planned_session(replace(plan.planned_session(planned_session_id), day=day))


def duplicate_session(planned_session_id: int, day: int, week_id: int | None = None) -> int:
    """Copy a planned session to a day of its week, or of another; return the copy's id."""
    session = plan.planned_session(planned_session_id)
    target = plan.week_of(planned_session_id) if week_id is None else week_id
    return plan.add_planned_session(target, replace(_copied(session), day=day))


def delete_session(planned_session_id: int) -> None:
    """Delete a planned session."""
    plan.delete_planned_session(planned_session_id)


def add_exercise(planned_session_id: int, slug: str, position: int | None = None) -> int:
    """Add an exercise with a sensible default prescription; return its id."""
    exercise = library.exercise(slug)
    made = PlannedExercise(slug, filling.default_sets(exercise))
    return plan.add_planned_exercise(planned_session_id, made, position)


def prescribe(planned_exercise_id: int, sets: tuple[PlannedSet, ...]) -> None:
    """Replace the sets of a planned exercise."""
    plan.set_planned_sets(planned_exercise_id, sets)


def annotate(planned_exercise_id: int, rest_s: int | None, tempo: str, note: str) -> None:
    """Change rest, tempo and note of a planned exercise."""
    made = plan.planned_exercise(planned_exercise_id)
    plan.update_planned_exercise(replace(made, rest_s=rest_s, tempo=tempo, note=note))


def move_exercise(planned_exercise_id: int, planned_session_id: int, position: int) -> None:
    """Move a planned exercise within or between sessions."""
    plan.move_planned_exercise(planned_exercise_id, planned_session_id, position)


def delete_exercise(planned_exercise_id: int) -> None:
    """Delete a planned exercise."""
    plan.delete_planned_exercise(planned_exercise_id)


def lost_by_copy(week_id: int) -> list[str]:
    """Name the sessions of the next week that copying a week over it would delete."""
    following = _following(plan.mesocycle(plan.mesocycle_of(week_id)), plan.week(week_id))
    return [made.name for made in _undone(following)] if following is not None else []


def copy_week(week_id: int, beside: bool = False) -> int:
    """Copy a week's sessions over the next week's, or beside them; return that week's id.

    A week is added when it was the last. Sessions of the next week that are done stay, and
    nothing is copied onto their days.
    """
    block = plan.mesocycle(plan.mesocycle_of(week_id))
    week = plan.week(week_id)
    target = _next_week(block, week, beside)
    done = plan.done_in_week(target)
    taken = {session.day for session in plan.week(target).sessions if session.id in done}
    for session in week.sessions:
        if session.day not in taken:
            plan.add_planned_session(target, _copied(session))
    return target


def _next_week(block: Mesocycle, week: Microcycle, beside: bool) -> int:
    following = _following(block, week)
    if following is None or following.id is None:
        if block.id is None:
            raise LookupError("a block that is not stored")
        starts_on = week.starts_on + timedelta(days=week.days)
        return plan.add_week(block.id, Microcycle(week.number + 1, starts_on, days=week.days))
    for session in () if beside else _undone(following):
        if session.id is not None:
            plan.delete_planned_session(session.id)
    return following.id


def _following(block: Mesocycle, week: Microcycle) -> Microcycle | None:
    return next((made for made in block.weeks if made.number == week.number + 1), None)


def _undone(week: Microcycle) -> list[PlannedSession]:
    done = plan.done_in_week(week.id) if week.id is not None else {}
    return [session for session in week.sessions if session.id not in done]


def _copied(session: PlannedSession) -> PlannedSession:
    """Return the content of a session without its ids, so that the copy gets its own."""
    return replace(
        session, id=None, uid="", exercises=tuple(_copied_exercise(e) for e in session.exercises)
    )


def _copied_exercise(made: PlannedExercise) -> PlannedExercise:
    sets = tuple(replace(entry, id=None, uid="") for entry in made.sets)
    return replace(made, id=None, uid="", sets=sets)
