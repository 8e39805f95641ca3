"""Supersets and circuits: which planned exercises of a session are done in turn.

A group is a number that its exercises share; a circuit is a group of more than two.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from planner.coach.refused import Refused
from planner.engine.terms import PlannedExercise
from planner.storage import plan, plan_order

Group = Hashable | None


@dataclass(frozen=True, slots=True)
class Member:
    """A planned exercise with the group that it belongs to, None for none.

    `arrived` says that it has just come to its place.
    """

    planned: PlannedExercise
    group: Group
    arrived: bool = False

    @property
    def id(self) -> int:
        """The planned exercise's id."""
        assert self.planned.id is not None
        return self.planned.id


def letter(group: int) -> str:
    """Return the letter under which a group is shown: 0 is 'A'."""
    return chr(ord("A") + group % 26)


def group(planned_exercise_ids: Sequence[int]) -> None:
    """Let exercises of one session be done in turn, each below the one before it.

    They leave the groups they were in. Refused for fewer than two, or for several sessions.
    """
    if len(planned_exercise_ids) < 2:
        raise Refused("Select two exercises or more of a session to do them in turn.")
    owners = set(plan_order.sessions_of(planned_exercise_ids).values())
    if len(owners) > 1:
        raise Refused("Only exercises of one session can be done in turn.")
    (session,) = owners
    store(session, _gathered(members(session), set(planned_exercise_ids)))


def _gathered(found: Sequence[Member], chosen: Collection[int]) -> list[Member]:
    first = next(place for place, each in enumerate(found) if each.id in chosen)
    together = [replace(each, group="new") for each in found if each.id in chosen]
    others = [each for each in found[first:] if each.id not in chosen]
    return [*found[:first], *together, *others]


def ungroup(planned_exercise_ids: Sequence[int]) -> None:
    """Dissolve the groups that exercises belong to."""
    owners = plan_order.sessions_of(planned_exercise_ids)
    for session in sorted(set(owners.values())):
        found = members(session)
        loose = {each.group for each in found if each.id in owners}
        store(session, [replace(m, group=None) if m.group in loose else m for m in found])


def members(planned_session_id: int, arrived: Collection[int] = ()) -> list[Member]:
    """Return a session's exercises in order with their groups; some may have just arrived."""
    found = plan.planned_session(planned_session_id).exercises
    return [Member(made, _key(planned_session_id, made), made.id in arrived) for made in found]


def _key(session: int, made: PlannedExercise) -> Group:
    return None if made.superset is None else (session, made.superset)


def settle(planned_session_id: int, arrived: Collection[int] = ()) -> None:
    """Put a session's groups in order after an edit; see `settled`."""
    store(planned_session_id, members(planned_session_id, arrived))


def store(planned_session_id: int, wanted: Sequence[Member]) -> None:
    """Let a session begin with these exercises, in this order, and number their groups."""
    plan_order.place_exercises(planned_session_id, [each.id for each in wanted])
    for each, number in zip(wanted, settled(wanted), strict=True):
        if each.planned.superset != number:
            plan.update_planned_exercise(replace(each.planned, superset=number))


def settled(found: Sequence[Member]) -> list[int | None]:
    """Return the numbers of the groups of exercises in order.

    What arrived between two of a group joins it; what arrived apart from the rest of its group
    leaves it, with those that came along. A group of one dissolves; numbers follow the order.
    """
    groups = _parted(found)
    sizes = Counter(group for group in groups if group is not None)
    numbers: dict[Group, int] = {}
    for each in groups:
        if each is not None and sizes[each] > 1:
            numbers.setdefault(each, len(numbers))
    return [numbers.get(each) for each in groups]


def _parted(found: Sequence[Member]) -> list[Group]:
    staying = {each.group for each in found if not each.arrived}
    groups = [each.group for each in found]
    for start, end in _runs(found):
        before = groups[start - 1] if start else None
        after = groups[end] if end < len(found) else None
        if before is not None and before == after:
            groups[start:end] = [before] * (end - start)
            continue
        for place in range(start, end):
            if groups[place] in staying - {before, after}:
                groups[place] = (start, groups[place])
    return groups


def _runs(found: Sequence[Member]) -> Iterator[tuple[int, int]]:
    """Yield (first, after the last) of what arrived side by side."""
    for arrived, run in groupby(range(len(found)), key=lambda place: found[place].arrived):
        places = list(run)
        if arrived:
            yield places[0], places[-1] + 1
