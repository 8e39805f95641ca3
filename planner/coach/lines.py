"""Write lines of a session: as prescribed while searching, with a warm-up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from planner.coach import done_sessions, drills_once, first_sets, loads
from planner.coach.filling import default_sets
from planner.coach.prescription import Prescription
from planner.coach.prescription_words import typed
from planner.engine import ramp
from planner.engine.terms import Exercise, Lifter, PlannedExercise, SetKind
from planner.storage import clients, library, plan


def can_warm_up(exercise: Exercise) -> bool:
    """Say whether an exercise can be led up to with lighter sets."""
    return ramp.ramped(exercise)


def add_prescribed(
    planned_session_id: int,
    position: int | None = None,
    *,
    slug: str,
    prescribed: Prescription,
    lifter_id: int,
    today: date,
) -> int:
    """Add an exercise with what was prescribed for it; return its id.

    Work sets without a load get one from today's strength. Refused for a session that is done,
    and for a drill that it has already.
    """
    done_sessions.keep_sessions([planned_session_id])
    drills_once.keep_once(planned_session_id, slug)
    basis = loads.LoadBasis(lifter_id, today)
    usual = first_sets.asked(slug, today + loads.DAY, basis) or default_sets(library.exercise(slug))
    made = PlannedExercise(
        slug, prescribed.sets or usual, prescribed.superset, prescribed.rest_s, prescribed.tempo,
        prescribed.note,
    )  # fmt: skip
    made = loads.with_sure_loads(made, today + loads.DAY, basis)
    if prescribed.ramp:
        made = warmed_up(made, library.exercise(slug), basis.lifter)
    return plan.add_planned_exercise(planned_session_id, made, position)


def add_below(
    planned_session_id: int,
    after: int | None,
    *,
    slug: str,
    prescribed: Prescription,
    lifter_id: int,
    today: date,
) -> int:
    """Add what is prescribed in a superset below another line, None for first; return its id.

    The superset may wait for its second exercise.
    """
    order = [each.id for each in plan.planned_session(planned_session_id).exercises]
    place = order.index(after) + 1 if after in order else 0
    return add_prescribed(
        planned_session_id, place, slug=slug, prescribed=prescribed, lifter_id=lifter_id,
        today=today,
    )  # fmt: skip


def add_warm_up(planned_exercise_id: int, lifter_id: int) -> None:
    """Lead up to a planned exercise's first work set; an earlier warm-up makes room."""
    done_sessions.keep_lines([planned_exercise_id])
    made = plan.planned_exercise(planned_exercise_id)
    warmed = warmed_up(made, library.exercise(made.exercise), clients.lifter(lifter_id))
    plan.set_planned_sets(planned_exercise_id, warmed.sets)


def practise(planned_exercise_id: int, lifter_id: int, today: date) -> None:
    """Plan light sets of practice in place of what is planned of an exercise."""
    done_sessions.keep_lines([planned_exercise_id])
    slug = plan.planned_exercise(planned_exercise_id).exercise
    basis = loads.LoadBasis(lifter_id, today)
    made = first_sets.of_practice(slug, today + loads.DAY, basis)
    plan.set_planned_sets(planned_exercise_id, made)


def warmed_up(made: PlannedExercise, exercise: Exercise, lifter: Lifter) -> PlannedExercise:
    """Return a planned exercise whose warm-up leads up to its first other set.

    Nothing changes for what has no ramp: an exercise that cannot be loaded, work hardly so.
    """
    work = tuple(entry for entry in made.sets if entry.kind is not SetKind.WARMUP)
    lighter = ramp.warm_up(work[0], exercise, lifter.inventory) if work else ()
    if not lighter:
        return made
    return replace(made, sets=(*(typed(each, lifter.unit) for each in lighter), *work))
