"""A drill that is linked to a lift of a session comes into it once."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from planner.coach import linked_drills, supersets
from planner.coach.members import Member
from planner.coach.refused import Refused
from planner.engine.terms import Exercise
from planner.language import tr
from planner.storage import library, plan


def settle(planned_session_id: int, arrived: Collection[int]) -> list[int]:
    """Take out the drills that came into a session and were there already; return the ids.

    The drill that stays goes before the lift that came along, if it stood below it.
    """
    known = library.by_slug()
    members = supersets.members(planned_session_id)
    gone = [
        each for each in members if each.id in arrived and _again(each, members, arrived, known)
    ]
    for each in gone:
        plan.delete_planned_exercise(each.id)
    left = [each for each in members if each not in gone]
    again = {each.planned.exercise for each in gone}
    supersets.store(planned_session_id, _waking(left, again, arrived, known))
    return [each.id for each in gone]


def _again(
    drill: Member,
    members: Sequence[Member],
    arrived: Collection[int],
    known: Mapping[str, Exercise],
) -> bool:
    slug = drill.planned.exercise
    there = any(each.planned.exercise == slug and each.id not in arrived for each in members)
    first = next(each for each in members if each.planned.exercise == slug and each.id in arrived)
    linked = any(linked_drills.links(each.planned, slug, known) for each in members)
    return linked and (there or first is not drill)


def _waking(
    left: Sequence[Member],
    again: Collection[str],
    arrived: Collection[int],
    known: Mapping[str, Exercise],
) -> list[Member]:
    """Let the drills that a lift brought along and that were there wake for it."""
    lifts = [each for each in left if each.id in arrived]

    def woken(drill: Member) -> frozenset[int]:
        slug = drill.planned.exercise
        return frozenset(e.id for e in lifts if linked_drills.links(e.planned, slug, known))

    return [
        replace(each, wakes=each.wakes | woken(each)) if each.planned.exercise in again else each
        for each in left
    ]


def keep_once(planned_session_id: int, slug: str) -> None:
    """Refuse a drill that a session has already beside the lift that it is linked to."""
    known, found = library.by_slug(), plan.planned_session(planned_session_id).exercises
    lift = next((each for each in found if linked_drills.links(each, slug, known)), None)
    if lift is not None and any(each.exercise == slug for each in found):
        raise Refused(there(known[slug], known[lift.exercise]))


def there(drill: Exercise, lift: Exercise) -> str:
    """Say that a session has a drill."""
    words = tr("{drill} is in this session already, for {lift}.")
    return words.format(drill=drill.name, lift=lift.name)
