"""Put another exercise in the place of a planned one: here, in the week, or in what is left."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from planner.coach import done_sessions, favourites, loads, scope, swapping
from planner.coach.filling import default_sets
from planner.coach.library import search
from planner.coach.lines import warmed_up
from planner.coach.substitutes import Substitute, substitutes
from planner.engine.practice_sets import is_fast
from planner.engine.target import loads_rise
from planner.engine.terms import Exercise, Mesocycle, PlannedExercise, PlannedSet, SetKind
from planner.storage import clients, library, plan


class Reach(StrEnum):
    """How far a replacement goes."""

    SESSION = "session"
    WEEK = "week"
    BLOCK = "block"


def choices(
    slug: str, text: str = "", lifter_id: int | None = None, today: date | None = None
) -> tuple[Substitute, ...]:
    """Return what may take an exercise's place: substitutes with reasons, or all that a text finds.

    What suits a lifter today, and is in that one's gym, comes before the rest. LookupError when
    there is no such exercise.
    """
    lifter = clients.lifter(lifter_id) if lifter_id else None
    known = scope.scope(lifter_id, today) if lifter_id and today else scope.NOTHING
    best = substitutes(library.exercise(slug), library.exercises(), lifter, known)
    if not text.strip():
        return best
    why = {each.slug: each.why for each in best}
    own = favourites.picks(lifter_id, today).own() if lifter_id and today else ()
    return tuple(
        Substitute(each.slug, each.name, why.get(each.slug, ""))
        for each in search(text, own=own)
        if each.slug != slug
    )


def replace_exercise(
    planned_exercise_id: int, week_id: int, slug: str, reach: Reach, lifter_id: int, today: date
) -> int:
    """Put an exercise in the place of a planned one; return in how many places.

    Order, number of sets, repetitions, rest, superset and note stay; what is new to the lifter has
    sets of practice. Loads come from the exercise's own strength, else they are open; a warm-up is
    made anew. A week is changed as a whole, a block from the chosen session's day on; what is done
    stays, and is refused when it is all that is meant. LookupError when the planned exercise is not
    of the week.
    """
    block, basis = plan.mesocycle(plan.mesocycle_of(week_id)), loads.LoadBasis(lifter_id, today)
    lines = list(_lines(block))
    chosen = next((each for each in lines if each.planned.id == planned_exercise_id), None)
    if chosen is None:
        raise LookupError(planned_exercise_id)
    if reach is Reach.SESSION:
        done_sessions.keep_lines([planned_exercise_id])
    done = plan.done(lifter_id)
    reached = [
        line for line in lines if line.session_id not in done and _reaches(reach, chosen, line)
    ]
    for line in reached:
        made = replaced(line.planned, slug, line.on, basis)
        plan.update_planned_exercise(made)
        plan.set_planned_sets(line.planned.id or 0, made.sets)
    return len(reached)


class _Line(NamedTuple):
    """A planned exercise, the ids of its week and session, and its day."""

    planned: PlannedExercise
    week_id: int | None
    session_id: int | None
    on: date


def _lines(block: Mesocycle) -> Iterator[_Line]:
    for week in block.weeks:
        for session in week.sessions:
            on = week.starts_on + timedelta(days=session.day)
            for planned in session.exercises:
                yield _Line(planned, week.id, session.id, on)


def _reaches(reach: Reach, chosen: _Line, line: _Line) -> bool:
    if reach is Reach.SESSION:
        return line is chosen
    same = line.planned.exercise == chosen.planned.exercise
    within = line.week_id == chosen.week_id if reach is Reach.WEEK else line.on >= chosen.on
    return same and within


def replaced(
    planned: PlannedExercise, slug: str, on: date, basis: loads.LoadBasis
) -> PlannedExercise:
    """Return a planned exercise of a day with another exercise in its place."""
    before, exercise = basis.exercises[planned.exercise], basis.exercises[slug]
    work = tuple(each for each in planned.sets if each.kind is not SetKind.WARMUP)
    warm = len(work) < len(planned.sets)
    fitting = replace(planned, sets=_fitting(work, before, exercise))
    made = swapping.swapped(fitting, slug, on, basis)
    return warmed_up(made, exercise, basis.lifter) if warm else made


def _fitting(
    sets: tuple[PlannedSet, ...], before: Exercise, exercise: Exercise
) -> tuple[PlannedSet, ...]:
    """Return sets as the exercise is measured; a share of strength only where load can rise.

    What is done fast has few repetitions, nothing else has as few for it.
    """
    if before.measure is not exercise.measure or is_fast(before) is not is_fast(exercise):
        return default_sets(exercise)[:1] * len(sets)
    if loads_rise(exercise):
        return sets
    return tuple(replace(each, percent_e1rm=None) for each in sets)
