"""Copy parts of a plan and paste them: into another day, another week, another lifter's plan.

What is copied are values, so that they can still be pasted when what they were copied of is gone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from planner.coach import arranging, drills_once, loads, suited, supersets
from planner.coach.easing_today import fresh_copy
from planner.coach.refused import Refused
from planner.engine.copies import copied_exercise
from planner.engine.terms import N_, PlannedExercise, PlannedSession
from planner.language import tr
from planner.storage import plan, plan_order

THERE = N_("This drill is in the session already, before its lift.")


@dataclass(frozen=True, slots=True)
class Copied:
    """Sessions, or else lines, of a lifter's plan."""

    lifter_id: int
    sessions: tuple[PlannedSession, ...] = ()
    lines: tuple[PlannedExercise, ...] = ()


@dataclass(frozen=True, slots=True)
class Reader:
    """Whose plan something is pasted into, and until which day the log is known."""

    lifter_id: int
    today: date


def paste_sessions(what: Copied, week_id: int, day: int, reader: Reader) -> list[int]:
    """Paste copied sessions into a week, the first one on a day; return the ids.

    The days between them stay as far as the week has room.
    """
    week = plan.week(week_id)
    days = arranging.fitted([made.day for made in what.sessions], day, week.days)
    sessions = for_reader(what, reader).sessions
    return [
        plan.add_planned_session(week_id, replace(made, day=on))
        for made, on in zip(sessions, days, strict=True)
    ]


def paste_lines(
    what: Copied, planned_session_id: int, after: int | None, reader: Reader
) -> list[int]:
    """Paste copied exercises below one of a session, None for its top; return the ids.

    A drill is not pasted where the session has it beside its lift; refused when nothing is left.
    """
    exercises = for_reader(what, reader).lines
    marked = [replace(made, superset=None) for made in exercises]
    ids = [plan.add_planned_exercise(planned_session_id, made) for made in marked]
    arranging.move_lines(ids, planned_session_id, after)
    _regroup(planned_session_id, dict(zip(ids, exercises, strict=True)))
    gone = drills_once.settle(planned_session_id, ids)
    if ids and len(gone) == len(ids):
        raise Refused(tr(THERE))
    return [key for key in ids if key not in gone]


def _regroup(planned_session_id: int, pasted: dict[int, PlannedExercise]) -> None:
    """Let what was copied together with its superset be one here, unless it joined another."""
    found = supersets.members(planned_session_id)
    regrouped = [
        replace(each, group=supersets.Group(0, pasted[each.id].superset))
        if each.id in pasted and each.group is None and pasted[each.id].superset is not None
        else each
        for each in found
    ]
    supersets.store(planned_session_id, regrouped)


def duplicate_lines(ids: Sequence[int]) -> list[int]:
    """Copy planned exercises of one or more sessions below the last of each; return the ids."""
    made: list[int] = []
    for session in dict.fromkeys(plan_order.sessions_of(ids).values()):
        chosen = [each for each in plan.planned_session(session).exercises if each.id in ids]
        same = Reader(0, date.min)
        what = Copied(same.lifter_id, lines=tuple(chosen))
        made += paste_lines(what, session, chosen[-1].id, same)
    return made


def for_reader(what: Copied, reader: Reader) -> Copied:
    """Return copied parts as they suit a lifter: as they are for the one they were copied of.

    For another lifter they are `suited`, the strength of both being that of today.
    """
    if reader.lifter_id == what.lifter_id:
        sessions, lines = map(fresh_copy, what.sessions), map(copied_exercise, what.lines)
        return replace(what, sessions=tuple(sessions), lines=tuple(lines))
    on = reader.today + loads.DAY
    source, target = (
        loads.LoadBasis(key, reader.today) for key in (what.lifter_id, reader.lifter_id)
    )
    return replace(
        what,
        sessions=tuple(suited.suited_session(made, on, source, target) for made in what.sessions),
        lines=tuple(suited.suited(made, on, source, target) for made in what.lines),
    )
