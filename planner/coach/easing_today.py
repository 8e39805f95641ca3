"""Make today's session lighter: fewer sets, more in reserve; what is logged already stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import NamedTuple

from planner.coach import light_weeks
from planner.coach.prescription_words import typed_exercise
from planner.engine import deload
from planner.engine.copies import copied
from planner.engine.terms import N_, PlannedSession
from planner.language import tr
from planner.storage import clients, library, log, plan, roster

NOTE = N_("eased: a third fewer sets, two more reps in reserve")  # stored in English


class Eased(NamedTuple):
    """A session as it is planned, and lighter."""

    before: PlannedSession
    after: PlannedSession


def told(note: str) -> str:
    """Return the note of a session for a reader: what this made of it in the language in use."""
    return note.replace(NOTE, tr(NOTE))


def is_eased(session: PlannedSession) -> bool:
    """Say whether a session was made lighter for a day."""
    return NOTE in session.note


def fresh_copy(session: PlannedSession) -> PlannedSession:
    """Return a copy for another day: that a session was eased says nothing of that one."""
    parts = [part for part in session.note.split("; ") if part != NOTE]
    return replace(copied(session), note="; ".join(parts))


def was_eased(lifter_id: int, today: date) -> bool:
    """Say whether a session of the day was made lighter."""
    shown = roster.planned_between(lifter_id, today, today)
    return any(is_eased(plan.planned_session(made.id)) for made in shown)


def eased(lifter_id: int, today: date) -> list[Eased]:
    """Return the day's sessions that can be lighter; neither those done, nor any a second time.

    Of a session that goes on, what has a set logged stays as it is. Deloads are light already.
    """
    going_on = plan.under_way(lifter_id, today)
    open_ones = [
        made
        for made in roster.planned_between(lifter_id, today, today)
        if (not made.done or made.id in going_on)
        and not light_weeks.is_light(plan.week(made.week_id))
    ]
    found = [_lighter(lifter_id, plan.planned_session(made.id)) for made in open_ones]
    return [made for made in found if made.before.exercises != made.after.exercises]


def ease_session(lifter_id: int, today: date) -> int:
    """Make what is left of the day's sessions lighter; return how many sets fewer that is."""
    made = eased(lifter_id, today)
    for each in made:
        for planned in each.after.exercises:
            if planned.id is not None:
                plan.set_planned_sets(planned.id, planned.sets)
        plan.update_planned_session(each.after)
    return sum(_sets(each.before) - _sets(each.after) for each in made)


def _lighter(lifter_id: int, session: PlannedSession) -> Eased:
    if is_eased(session):
        return Eased(session, session)
    lifter, begun = clients.lifter(lifter_id), _begun(lifter_id, session)
    lighter = deload.lighter(session, library.by_slug(), lifter, deload.EASED_DAY)
    exercises = tuple(
        before if before.id in begun else typed_exercise(after, lifter.unit)
        for before, after in zip(session.exercises, lighter.exercises, strict=True)
    )
    note = "; ".join(filter(None, (session.note, NOTE)))
    return Eased(session, replace(session, exercises=exercises, note=note))


def _begun(lifter_id: int, session: PlannedSession) -> set[int | None]:
    """Return the planned exercises of which a set is logged already."""
    logged = plan.done(lifter_id).get(session.id or 0)
    slots = log.session(logged).exercises if logged is not None else ()
    return {slot.planned_exercise_id for slot in slots if slot.sets}


def _sets(session: PlannedSession) -> int:
    return sum(len(planned.sets) for planned in session.exercises)
