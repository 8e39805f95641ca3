"""Which exercises are offered for a session: to add one, or to take the place of one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache, partial

from planner.coach import favourites, library as searching, replacing, scope, suiting
from planner.coach.names import plain, says
from planner.coach.substitutes import Substitute
from planner.engine.terms import Exercise
from planner.storage import clients, library


def choices(lifter_id: int, today: date, text: str) -> list[Exercise]:
    """List the exercises that fit what was typed, best match first.

    While nothing is typed, what the lifter did in the last weeks comes first, newest first.
    """
    picks = favourites.picks(lifter_id, today)
    found = searching.search(text, own=picks.own())
    if text.strip():
        return found
    place = {slug: number for number, slug in enumerate(picks.recent)}
    return sorted(found, key=lambda each: place.get(each.slug, len(place)))


def additions(lifter_id: int, today: date) -> Callable[[str], list[Substitute]]:
    """Return a function that lists what may be added for what was typed, best first.

    What may not suit the lifter, or is not in that one's gym, says so and comes last of what has
    the words typed in its name, unless it is called just so; what only goes by another name or is
    a near miss comes after.
    """
    known = scope.scope(lifter_id, today)
    told = partial(suiting.minding, lifter=clients.lifter(lifter_id), known=known)
    mind = lru_cache(maxsize=None)(told)

    def found(text: str) -> list[Substitute]:
        best = choices(lifter_id, today, text)
        made = [Substitute(each.slug, each.name, mind(each)) for each in best]
        return sorted(made, key=partial(_doubt, text))

    return found


def _doubt(text: str, each: Substitute) -> tuple[bool, bool]:
    """Sort what is called so first, and of it what there is nothing to mind of."""
    return not says(text, each.name), bool(each.why) and plain(each.name) != plain(text)


def swap_choices(slug: str, lifter_id: int, today: date, text: str) -> list[Substitute]:
    """List what may take an exercise's place in a session, best first.

    While nothing is typed, substitutes with their reasons come before the whole library. What may
    not suit the lifter, or is not in that one's gym, says so. LookupError when there is no such
    exercise.
    """
    best = replacing.choices(slug, text, lifter_id, today)
    known = scope.scope(lifter_id, today)
    mind = partial(suiting.minding, lifter=clients.lifter(lifter_id), known=known)
    if text.strip():
        return [each if each.why else each._replace(why=mind(_found(each))) for each in best]
    named = {slug, *(each.slug for each in best)}
    others = (each for each in choices(lifter_id, today, "") if each.slug not in named)
    return [*best, *(Substitute(each.slug, each.name, mind(each)) for each in others)]


def _found(named: Substitute) -> Exercise:
    return library.exercise(named.slug)
