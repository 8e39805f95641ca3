"""Put a drill that wakes the muscles before the lift it is linked to, once in a session."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import NamedTuple

from planner.coach import done_sessions, linked_drills, scope, suiting, supersets
from planner.coach.members import Member
from planner.coach.refused import Refused
from planner.engine.terms import Exercise, Measure, PlannedExercise, PlannedSet
from planner.language import tr
from planner.storage import clients, library, plan, plan_order

SETS, REPS, HOLD_S = 2, (8, 10), 20.0  # short of any effort, to be edited: rule of thumb


class Drill(NamedTuple):
    """A drill linked to a lift; `there`: the session has it; `mind` says whom it may not suit."""

    slug: str
    name: str
    there: bool
    mind: str


def drills(
    exercise: Exercise, there: frozenset[str], lifter_id: int, today: date
) -> tuple[Drill, ...]:
    """Return the drills of a lift, those that suit the lifter first; `there` are the session's."""
    known, lifter = library.by_slug(), clients.lifter(lifter_id)
    limits = scope.scope(lifter_id, today)
    linked = [known[slug] for slug in exercise.activations if slug in known]
    made = [
        Drill(each.slug, each.name, each.slug in there, suiting.minding(each, lifter, limits))
        for each in linked
    ]
    return tuple(sorted(made, key=lambda each: bool(each.mind)))


def insert(planned_exercise_id: int, lifter_id: int, today: date, slug: str | None = None) -> int:
    """Put a drill before a planned lift, the first that suits where none is named; return its id.

    What a limit holds for comes in only by its name. One that the session has already goes before
    the lift instead of coming twice. In a superset it stands before the first of it. Refused for a
    session that is done, and for a lift without one.
    """
    done_sessions.keep_lines([planned_exercise_id])
    session = plan_order.sessions_of([planned_exercise_id])[planned_exercise_id]
    members = supersets.members(session)
    lift = next(each for each in members if each.id == planned_exercise_id)
    drill = library.exercise(slug or _usual(lift, members, lifter_id, today))
    here = next((each for each in members if each.planned.exercise == drill.slug), None)
    if here is None:
        made = PlannedExercise(drill.slug, _sets(drill), tempo=drill.tempo)
        key = plan.add_planned_exercise(session, made)
        here = next(each for each in supersets.members(session) if each.id == key)
        members = [*members, here]
    if members.index(here) > linked_drills.before(members, lift):
        members.remove(here)
        members.insert(linked_drills.before(members, lift), replace(here, arrived=True))
    supersets.store(session, members)
    return here.id


def _usual(lift: Member, members: list[Member], lifter_id: int, today: date) -> str:
    exercise = library.exercise(lift.planned.exercise)
    there = frozenset(each.planned.exercise for each in members)
    found = drills(exercise, there, lifter_id, today)
    if not found:
        raise Refused(tr("No drill is linked to {lift}.").format(lift=exercise.name))
    limits, known = scope.scope(lifter_id, today), library.by_slug()
    free = [each for each in found if limits.of(known[each.slug]) is None]
    if not free:
        words = tr("A limit holds for every drill of {lift}.")
        raise Refused(words.format(lift=exercise.name))
    return next((each.slug for each in free if not each.there), free[0].slug)


def _sets(drill: Exercise) -> tuple[PlannedSet, ...]:
    if drill.measure is Measure.SECONDS:
        return (PlannedSet(seconds=HOLD_S),) * SETS
    return (PlannedSet(*REPS),) * SETS
