"""A program of the user's own: a block without its dates and its loads, as a document."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from planner.engine.terms import (
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    Unit,
)
from planner.formats import plain, ranges
from planner.language import tr

LONGEST_WEEK = 366  # days; more, or a later start, is a typing error
LATEST_START = 3660
MOST_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True)
class OwnWeek:
    """A training week; it starts `after` days from the program's first day."""

    after: int
    sessions: tuple[PlannedSession, ...] = ()
    days: int = 7
    deload: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class OwnProgram:
    """A program without dates and loads; `minutes` is how long its longest session takes."""

    slug: str
    name: str
    weeks: tuple[OwnWeek, ...]
    goal: str = ""
    for_whom: str = ""
    minutes: int = 0
    progression: str = ""
    note: str = ""


def of_block(block: Mesocycle, usual_rir: float) -> OwnProgram:
    """Return a block as a program without a slug and without minutes.

    Loads in kg are somebody's own: they are left out, and a set that said its effort by its load
    alone has `usual_rir` reps in reserve instead. All else stays.
    """
    weeks = tuple(_week(made, block.started_on, usual_rir) for made in block.weeks)
    return OwnProgram("", block.name, weeks, goal=block.goal, note=block.note)


def mesocycle(program: OwnProgram, started_on: date) -> Mesocycle:
    """Date a program; the sets have no loads yet."""
    weeks = tuple(_dated(week, at, started_on) for at, week in enumerate(program.weeks, start=1))
    return Mesocycle(
        program.name, started_on, weeks, goal=program.goal, program=program.slug, note=program.note
    )


def exercises(program: OwnProgram) -> Iterator[str]:
    """Yield the slugs of the exercises as they come."""
    for week in program.weeks:
        for session in week.sessions:
            yield from (planned.exercise for planned in session.exercises)


def renamed(program: OwnProgram, slugs: Mapping[str, str]) -> OwnProgram:
    """Return a program with other slugs for the exercises that `slugs` knows."""

    def exercise(planned: PlannedExercise) -> PlannedExercise:
        return replace(planned, exercise=slugs.get(planned.exercise, planned.exercise))

    def session(made: PlannedSession) -> PlannedSession:
        return replace(made, exercises=tuple(map(exercise, made.exercises)))

    weeks = (replace(week, sessions=tuple(map(session, week.sessions))) for week in program.weeks)
    return replace(program, weeks=tuple(weeks))


def write(program: OwnProgram) -> str:
    """Write a program as the JSON that the database keeps."""
    return json.dumps(plain.to_plain(program), ensure_ascii=False, allow_nan=False)


def read(text: str) -> OwnProgram:
    """Read what `write` wrote."""
    return plain.from_plain(OwnProgram, json.loads(text))


def faults(program: OwnProgram) -> Iterator[str]:
    """Say in words what is no program that can be started."""
    if not program.slug or not program.name.strip():
        yield tr("a program that is not named")
    if not program.weeks:
        yield tr("a program without weeks, '{name}'").format(name=program.name)
    if not 0 <= program.minutes <= MOST_MINUTES:
        yield tr("a session of {minutes} minutes").format(minutes=program.minutes)
    for week in program.weeks:
        yield from _week_faults(week)


def _week_faults(week: OwnWeek) -> Iterator[str]:
    if not 0 <= week.after <= LATEST_START or week.days > LONGEST_WEEK:
        odd = tr("a week of {days} days that starts after {after}")
        yield odd.format(days=week.days, after=week.after)
    yield from ranges.week_faults(Microcycle(1, date.min, week.sessions, week.days))
    for session in week.sessions:
        if session.day >= week.days > 0:
            beyond = tr("a session on day {day} of a week of {days}")
            yield beyond.format(day=session.day, days=week.days)


def _week(week: Microcycle, first: date, usual_rir: float) -> OwnWeek:
    sessions = tuple(_session(made, usual_rir) for made in week.sessions)
    return OwnWeek((week.starts_on - first).days, sessions, week.days, week.deload, week.note)


def _session(made: PlannedSession, usual_rir: float) -> PlannedSession:
    exercises = tuple(
        replace(
            planned, sets=tuple(_set(each, usual_rir) for each in planned.sets), id=None, uid=""
        )
        for planned in made.exercises
    )
    return replace(made, exercises=exercises, id=None, uid="")


def _set(entry: PlannedSet, usual_rir: float) -> PlannedSet:
    says_effort = entry.rir is not None or entry.percent_e1rm is not None or entry.amrap
    counted = entry.seconds is None and entry.distance_m is None
    by_load = entry.load_kg is not None and not says_effort and counted
    return replace(
        entry, load_kg=None, load=None, unit=Unit.KG, id=None, uid="",
        rir=usual_rir if by_load else entry.rir,
    )  # fmt: skip


def _dated(week: OwnWeek, number: int, first: date) -> Microcycle:
    starts_on = first + timedelta(days=week.after)
    return Microcycle(number, starts_on, week.sessions, week.days, week.deload, week.note)
