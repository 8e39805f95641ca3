"""Drills that are linked to a lift: what stood before its lift stays before it.

A drill that somebody put below its lift is work of its own: it stays where it is.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from planner.coach.members import Member
from planner.engine.terms import Exercise, PlannedExercise
from planner.storage import library


def links(lift: PlannedExercise, slug: str, known: Mapping[str, Exercise]) -> bool:
    """Tell whether a drill is linked to a planned lift."""
    exercise = known.get(lift.exercise)
    return exercise is not None and slug in exercise.activations


def waking(found: Sequence[PlannedExercise]) -> list[frozenset[int]]:
    """Return for each exercise of a session the ids of the lifts after it that it is linked to."""
    known = library.by_slug()
    return [
        frozenset(e.id for e in found[place + 1 :] if e.id and links(e, each.exercise, known))
        for place, each in enumerate(found)
    ]


def in_front(members: Sequence[Member]) -> list[Member]:
    """Return a session's exercises with each drill before the first of the lifts that it wakes."""
    made = list(members)
    for drill in [each for each in reversed(members) if each.wakes]:
        lift = next((each for each in made if each.id in drill.wakes), None)
        if lift is not None and made.index(drill) > made.index(lift):
            made.remove(drill)
            made.insert(before(made, lift), replace(drill, arrived=True))
    return made


def before(members: Sequence[Member], lift: Member) -> int:
    """Return the place before a lift, and before the superset that it is in."""
    place = [each.id for each in members].index(lift.id)
    while place and lift.group is not None and members[place - 1].group == lift.group:
        place -= 1
    return place


def along(members: Sequence[Member], moving: Collection[int]) -> list[int]:
    """Return the ids of the drills that go along with what moves, in order.

    What wakes for a lift that stays, too, stays with it.
    """
    gone = {each.id for each in members if each.id in moving}
    return [e.id for e in members if e.wakes and e.id not in gone and e.wakes <= gone]
