"""Supersets and circuits: which planned exercises of a session are done in turn.

A group is a number that its exercises share; a circuit is a group of more than two. The law: a
group keeps its number, shown as a letter, while two of it are together. One exercise to which a
letter was typed waits until a second one joins; what others leave behind alone does not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import count, groupby

from planner.coach import done_sessions, linked_drills
from planner.coach.members import Group as Group, Member as Member
from planner.coach.refused import Refused
from planner.engine.terms import PlannedExercise
from planner.language import tr
from planner.storage import plan, plan_order


def letter(group: int) -> str:
    """Return the letter under which a group is shown: 0 is 'A'."""
    return chr(ord("A") + group % 26)


def group(planned_exercise_ids: Sequence[int]) -> None:
    """Let exercises of one session be done in turn, each below the one before it.

    They leave the groups they were in. Refused for fewer than two, for several sessions, and for
    one that is done.
    """
    if len(planned_exercise_ids) < 2:
        raise Refused(tr("Select two exercises or more of a session to do them in turn."))
    owners = set(plan_order.sessions_of(planned_exercise_ids).values())
    if len(owners) > 1:
        raise Refused(tr("Only exercises of one session can be done in turn."))
    done_sessions.keep_sessions(owners)
    (session,) = owners
    store(session, _gathered(members(session), set(planned_exercise_ids)))


def _gathered(found: Sequence[Member], chosen: Collection[int]) -> list[Member]:
    first = next(place for place, each in enumerate(found) if each.id in chosen)
    together = [replace(each, group=Group(0)) for each in found if each.id in chosen]
    others = [each for each in found[first:] if each.id not in chosen]
    return [*found[:first], *together, *others]


def ungroup(planned_exercise_ids: Sequence[int]) -> None:
    """Dissolve the groups that exercises belong to."""
    done_sessions.keep_lines(planned_exercise_ids)
    owners = plan_order.sessions_of(planned_exercise_ids)
    for session in sorted(set(owners.values())):
        found = members(session)
        loose = {each.group for each in found if each.id in owners}
        store(session, [replace(m, group=None) if m.group in loose else m for m in found])


def put(planned_exercise_id: int, number: int | None) -> None:
    """Let an exercise belong to a group of its session, 0 for A; None for none.

    It waits in a group of its own until a second one joins. Refused in a session that is done.
    """
    done_sessions.keep_lines([planned_exercise_id])
    session = plan_order.sessions_of([planned_exercise_id])[planned_exercise_id]
    wanted = None if number is None else Group(session, number)
    store(session, [
        replace(each, group=wanted, waits=True) if each.id == planned_exercise_id else each
        for each in members(session)
    ])  # fmt: skip


def members(planned_session_id: int) -> list[Member]:
    """Return a session's exercises in order with their groups."""
    found = plan.planned_session(planned_session_id).exercises
    alone = {n for n, size in Counter(made.superset for made in found).items() if size == 1}
    waking = linked_drills.waking(found)
    return [
        Member(made, _group(planned_session_id, made), waits=made.superset in alone, wakes=wakes)
        for made, wakes in zip(found, waking, strict=True)
    ]


def _group(session: int, made: PlannedExercise) -> Group | None:
    return None if made.superset is None else Group(session, made.superset)


def store(planned_session_id: int, wanted: Sequence[Member]) -> None:
    """Let a session begin with these exercises, in this order, and number their groups.

    A drill that woke the muscles for a lift still stands before it.
    """
    order = linked_drills.in_front(wanted)
    plan_order.place_exercises(planned_session_id, [each.id for each in order])
    for each, number in zip(order, settled(planned_session_id, order), strict=True):
        if each.planned.superset != number:
            plan.update_planned_exercise(replace(each.planned, superset=number))


def settled(planned_session_id: int, found: Sequence[Member]) -> list[int | None]:
    """Return the numbers of the groups of a session's exercises in order.

    What arrived between two of a group joins it; what arrived apart from the rest of its group
    leaves it, with those that came along. A group of one dissolves unless it waits. Groups of the
    session keep their numbers; others keep theirs where these are free.
    """
    groups = _parted(found)
    waiting = {group for each, group in zip(found, groups, strict=True) if each.waits}
    sizes = Counter(group for group in groups if group is not None)
    lasting = [group for group, size in sizes.items() if size > 1 or group in waiting]
    numbers: dict[Group | None, int] = {}
    for made in sorted(lasting, key=lambda each: each[::2] != (planned_session_id, 0)):
        free = (number for number in count() if number not in numbers.values())
        wanted = next(free) if made.number is None else made.number
        numbers[made] = next(free) if wanted in numbers.values() else wanted
    return [numbers.get(each) for each in groups]


def _parted(found: Sequence[Member]) -> list[Group | None]:
    staying = {each.group for each in found if not each.arrived}
    groups = [each.group for each in found]
    for start, end in _runs(found):
        before = groups[start - 1] if start else None
        after = groups[end] if end < len(found) else None
        if before is not None and before == after:
            groups[start:end] = [before] * (end - start)
            continue
        for place in range(start, end):
            here = groups[place]
            if here is not None and here in staying - {before, after}:
                groups[place] = here._replace(part=start + 1)
    return groups


def _runs(found: Sequence[Member]) -> Iterator[tuple[int, int]]:
    """Yield (first, after the last) of what arrived side by side."""
    for arrived, run in groupby(range(len(found)), key=lambda place: found[place].arrived):
        places = list(run)
        if arrived:
            yield places[0], places[-1] + 1
