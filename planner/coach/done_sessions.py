"""What is done is history: a planned session that was logged stays as it was planned."""

from __future__ import annotations

from collections.abc import Iterable

from planner.coach.refused import Refused
from planner.engine.terms import N_
from planner.language import tr
from planner.storage import log, plan, plan_order

DONE = N_("{name} is done; its log is in the Log tab. Duplicate the session to plan it again.")
BEGUN = N_("{name} has begun; its log is in the Log tab. Duplicate the session to plan it again.")


def keep_sessions(planned_session_ids: Iterable[int]) -> None:
    """Refuse to change planned sessions of which one is done, or has begun."""
    for key in planned_session_ids:
        logged = plan.done_in_week(plan.week_of(key)).get(key)
        if logged is not None:
            said = DONE if log.session(logged).finished else BEGUN
            raise Refused(tr(said).format(name=plan.planned_session(key).name))


def keep_lines(planned_exercise_ids: Iterable[int]) -> None:
    """Refuse to change planned exercises of which one is of a session that is done."""
    keep_sessions(dict.fromkeys(plan_order.sessions_of([*planned_exercise_ids]).values()))
