"""Arrange a week: move several exercises or sessions at once; each is one undo step.

What is done is refused: it stays as it was planned.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from planner.coach import done_sessions, drills_once, linked_drills, supersets
from planner.coach.members import Member
from planner.coach.refused import Refused
from planner.engine.terms import N_, PlannedSession
from planner.language import tr
from planner.storage import plan, plan_order

STAYS = N_("A drill that wakes the muscles for a lift stays before it.")


def move_lines(ids: Sequence[int], planned_session_id: int, after: int | None) -> None:
    """Move planned exercises, in this order, below one of a session; None is the session's top.

    Without the one to go below (it may be among those that move) they go below what is above it.
    A lift takes its drills along; one that the other session has already joins it there. Refused
    where a drill would go below its lift.
    """
    done_sessions.keep_sessions({*plan_order.sessions_of(ids).values(), planned_session_id})
    before = _before(ids)
    ids = _with_drills(before, ids)
    owners = plan_order.sessions_of(ids)
    carried = {each.id: each for found in before.values() for each in found}
    target = supersets.members(planned_session_id)
    place = _place_below(target, after, ids)
    staying = [each for each in target if each.id not in owners]
    moving = [replace(carried[key], arrived=True) for key in ids]
    supersets.store(planned_session_id, [*staying[:place], *moving, *staying[place:]])
    _refuse_stuck(planned_session_id, target, [*staying[:place], *moving, *staying[place:]])
    before.pop(planned_session_id, None)
    _store_left(before, ids)
    come = [key for key in ids if owners[key] != planned_session_id]
    if come:
        drills_once.settle(planned_session_id, come)


def _before(ids: Sequence[int]) -> dict[int, list[Member]]:
    sessions = sorted(set(plan_order.sessions_of(ids).values()))
    return {session: supersets.members(session) for session in sessions}


def _with_drills(before: Mapping[int, Sequence[Member]], ids: Sequence[int]) -> list[int]:
    """Return what moves, in order, behind the drills that go along with it."""
    return [*(key for found in before.values() for key in linked_drills.along(found, ids)), *ids]


def _refuse_stuck(session: int, before: Sequence[Member], wanted: Sequence[Member]) -> None:
    """Refuse a move after which all is as it was, though another order was wanted."""
    was = [each.id for each in before]
    now = [each.id for each in supersets.members(session)]
    if was == now != [each.id for each in wanted]:
        raise Refused(tr(STAYS))


def _store_left(before: Mapping[int, Sequence[Member]], gone: Collection[int]) -> None:
    for session, found in before.items():
        supersets.store(session, [each for each in found if each.id not in gone])


def _place_below(target: Sequence[Member], after: int | None, moving: Collection[int]) -> int:
    """Return how many of the exercises that stay come before what goes below one of them."""
    above = 0
    if after is not None:
        above = next((n + 1 for n, each in enumerate(target) if each.id == after), len(target))
    return sum(each.id not in moving for each in target[:above])


def shift_lines(ids: Sequence[int], step: int) -> None:
    """Move planned exercises one place up (-1) or down (1), each in its session.

    A superset they do not belong to is passed as a whole. Those at the edge stay. A lift takes
    its drills along; refused where a drill would go below its lift.
    """
    done_sessions.keep_lines(ids)
    before = _before(ids)
    ids = _with_drills(before, ids)
    for session, found in before.items():
        ordered = found[:: step * -1]
        moved = _risen(ordered, set(ids))
        if moved != ordered:
            chosen = [replace(each, arrived=each.id in ids) for each in moved[:: step * -1]]
            supersets.store(session, chosen)
            _refuse_stuck(session, found, chosen)


def _risen(ordered: Sequence[Member], chosen: Collection[int]) -> list[Member]:
    made: list[Member] = []
    stopped = True  # at the top nothing can rise, nor can what is right below it
    for each in ordered:
        if each.id not in chosen:
            made.append(each)
            stopped = False
        elif stopped:
            made.append(each)
        else:
            made.insert(_above(made, each, chosen), each)
    return made


def _above(made: Sequence[Member], rising: Member, chosen: Collection[int]) -> int:
    """Return the place above the last exercise that is not chosen, and above all of its group."""
    place = len(made) - 1
    while made[place].id in chosen:
        place -= 1
    passed = made[place].group
    if passed is not None and passed != rising.group:
        while place and made[place - 1].group == passed and made[place - 1].id not in chosen:
            place -= 1
    return place


def delete_lines(ids: Sequence[int]) -> None:
    """Delete planned exercises; a superset of which one is left dissolves."""
    done_sessions.keep_lines(ids)
    before = _before(ids)
    for key in ids:
        plan.delete_planned_exercise(key)
    _store_left(before, ids)


def delete_sessions(ids: Sequence[int]) -> None:
    """Delete planned sessions; refused when one is done."""
    done_sessions.keep_sessions(ids)
    for key in ids:
        plan.delete_planned_session(key)


def move_sessions(ids: Sequence[int], day: int, after: int | None = None) -> None:
    """Move planned sessions of one week so that the first of them is on a day.

    The days between them stay; where the week has no room for them after `day` they begin as
    late as it has. `after` is the session of that day below which the first one comes, 0 for the
    top; without it they come last.
    """
    done_sessions.keep_sessions(ids)
    week_id = plan.week_of(ids[0])
    week = plan.week(week_id)
    moving = [made for made in week.sessions if made.id in ids]
    days = fitted([made.day for made in moving], day, week.days)
    staying = [made for made in week.sessions if made.id not in ids]
    place = _place_after(week.sessions, after, ids, days[0])
    order = [replace(made, day=on) for made, on in zip(moving, days, strict=True)]
    _place(week_id, [*staying[:place], *order, *staying[place:]])


def fitted(days: Sequence[int], first: int, length: int) -> list[int]:
    """Return rising days that begin with `first`, or as late as a week of a length has room.

    What a week is too short for is put on its last day.
    """
    start = max(0, min(first, length - 1 - (days[-1] - days[0])))
    return [min(start + day - days[0], length - 1) for day in days]


def _place_after(
    sessions: Sequence[PlannedSession], after: int | None, moving: Collection[int], day: int
) -> int:
    staying = [made for made in sessions if made.id not in moving]
    if after is None:
        return len(staying)
    if after == 0:
        return sum(made.day < day for made in staying)
    above = next((n + 1 for n, made in enumerate(sessions) if made.id == after), len(sessions))
    return sum(made.id not in moving for made in sessions[:above])


def shift_sessions(ids: Sequence[int], days: int) -> None:
    """Move planned sessions of one week by some days, all or, at the week's edge, none."""
    done_sessions.keep_sessions(ids)
    week_id = plan.week_of(ids[0])
    week = plan.week(week_id)
    moved = [
        replace(made, day=made.day + days) if made.id in ids else made for made in week.sessions
    ]
    if all(0 <= made.day < week.days for made in moved):
        _place(week_id, moved)


def shift_in_day(ids: Sequence[int], step: int) -> None:
    """Move planned sessions of one week one place up (-1) or down (1) among those of their day."""
    done_sessions.keep_sessions(ids)
    week_id = plan.week_of(ids[0])
    found = list(plan.week(week_id).sessions)
    order = found[::-step]
    for place in range(1, len(order)):
        above, here = order[place - 1], order[place]
        if here.id in ids and above.id not in ids and above.day == here.day:
            order[place - 1 : place + 1] = [here, above]
    _place(week_id, order[::-step])


def _place(week_id: int, sessions: Sequence[PlannedSession]) -> None:
    """Store the days of a week's sessions, and their order within each day."""
    ordered = sorted(sessions, key=lambda made: made.day)
    plan_order.place_sessions(week_id, [(made.id or 0, made.day) for made in ordered])
