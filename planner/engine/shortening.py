"""Make sessions short enough: isolation goes first, big lifts last, top sets never.

A line keeps two sets as long as another one can go as a whole; a line goes as a whole only where
another one of the week has the same muscles for its main ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import TypeAlias

from planner.engine import volume
from planner.engine.terms import Category, Complexity, Exercise, PlannedExercise, PlannedSession

_LINE_SETS = 2  # a line of fewer hardly pays its warm-up and changeover
_RANKS = {Complexity.ISOLATION: 0, Complexity.MACHINE: 1}
_BIG = 2

Library: TypeAlias = Mapping[str, Exercise]


@dataclass(frozen=True, slots=True)
class _Cut:
    """A session with less in it; `order` tells what is to go first."""

    order: tuple[int, float, int]
    session: PlannedSession


def shortened(
    sessions: Sequence[PlannedSession], most_minutes: int, exercises: Library
) -> list[PlannedSession]:
    """Return sessions that take at most so many minutes each, as far as they can.

    KeyError for an exercise that is missing in `exercises`.
    """
    usual, made = group_sets(sessions, exercises), list(sessions)
    for n in range(len(made)):
        while volume.session_minutes(made[n], exercises) > most_minutes:
            cut = min(_cuts(made, n, usual, exercises), key=lambda each: each.order, default=None)
            if cut is None:
                break
            made[n] = cut.session
    return made


def group_sets(sessions: Iterable[PlannedSession], exercises: Library) -> dict[str, float]:
    """Return the hard sets per muscle group, in display order."""
    lines = chain.from_iterable(session.exercises for session in sessions)
    return volume.group_sets((exercises[each.exercise], _hard(each)) for each in lines)


def _cuts(
    sessions: Sequence[PlannedSession], which: int, usual: Mapping[str, float], exercises: Library
) -> Iterator[_Cut]:
    """Yield what can go from a session: a set of a line, or a line."""
    session, left = sessions[which], group_sets(sessions, exercises)
    mains = _mains(sessions, exercises)
    for n, made in enumerate(session.exercises):
        rank = _rank(exercises[made.exercise])
        if (places := _straight(made)) and (hard := _hard(made)) > 1:
            turn = 2 * rank if hard > _LINE_SETS else 2 * (_BIG + 1) + rank
            part = _part_left(made, 1, usual, left, exercises)
            less = replace(made, sets=(*made.sets[: places[-1]], *made.sets[places[-1] + 1 :]))
            yield _Cut((turn, -part, -n), _with(session, n, less))
        if _can_go(sessions, which, n, exercises, mains):
            part = _part_left(made, _hard(made), usual, left, exercises)
            yield _Cut((2 * rank + 1, -part, -n), _without(session, n))


def _rank(exercise: Exercise) -> int:
    """Return how much is lost with an exercise: 0 for isolation, more for what trains more."""
    if exercise.category is not Category.STRENGTH:
        return 1
    return _RANKS.get(exercise.complexity, _BIG)


def _hard(made: PlannedExercise) -> int:
    return volume.hard_sets(made.sets)


def _straight(made: PlannedExercise) -> list[int]:
    """Return the places of hard sets that are the same as one beside them; no top set is."""
    sets = made.sets
    return [
        n
        for n, entry in enumerate(sets)
        if volume.is_hard(entry)
        and not entry.amrap
        and entry in (*sets[max(n - 1, 0) : n], *sets[n + 1 : n + 2])
    ]


def _can_go(
    sessions: Sequence[PlannedSession],
    which: int,
    place: int,
    exercises: Library,
    mains: Mapping[str, frozenset[str]],
) -> bool:
    """Say whether a line may go as a whole: others have its muscles, and it has no top set."""
    session = sessions[which]
    made = session.exercises[place]
    main = mains[made.exercise]
    first = place == 0 and _rank(exercises[made.exercise]) == _BIG
    if first or not main or len(session.exercises) == 1 or not _is_plain(made):
        return False
    others = (
        mains[other.exercise]
        for s, each in enumerate(sessions)
        for n, other in enumerate(each.exercises)
        if (s, n) != (which, place) and _hard(other)
    )
    return main <= set(chain.from_iterable(others))


def _is_plain(made: PlannedExercise) -> bool:
    """Say whether all hard sets of a line are the same, none of as many reps as possible."""
    hard = [entry for entry in made.sets if volume.is_hard(entry)]
    return bool(hard) and not any(entry.amrap for entry in hard) and len(set(hard)) == 1


def _mains(sessions: Iterable[PlannedSession], exercises: Library) -> dict[str, frozenset[str]]:
    """Return the muscle groups that each exercise of a week is done for."""
    slugs = {made.exercise for session in sessions for made in session.exercises}
    return {slug: _main(exercises[slug]) for slug in slugs}


def _main(exercise: Exercise) -> frozenset[str]:
    shares = ((group, volume.group_share(exercise, group)) for group, _ in volume.GROUPS)
    return frozenset(group for group, share in shares if share >= 1.0)


def _part_left(
    made: PlannedExercise,
    sets: int,
    usual: Mapping[str, float],
    left: Mapping[str, float],
    exercises: Library,
) -> float:
    """Return what part of its sets the muscle hit hardest keeps when some sets go."""
    lost = volume.group_sets([(exercises[made.exercise], sets)])
    parts = [(left[g] - lost[g]) / usual[g] for g in usual if lost[g] and usual[g]]
    return min(parts, default=1.0)


def _with(session: PlannedSession, place: int, less: PlannedExercise) -> PlannedSession:
    made = (*session.exercises[:place], less, *session.exercises[place + 1 :])
    return replace(session, exercises=made)


def _without(session: PlannedSession, place: int) -> PlannedSession:
    """Return a session without a line; what was done in turn with it alone is done by itself."""
    gone = session.exercises[place]
    made = [*session.exercises[:place], *session.exercises[place + 1 :]]
    partners = [n for n, each in enumerate(made) if each.superset == gone.superset]
    if gone.superset is not None and len(partners) == 1:
        made[partners[0]] = replace(made[partners[0]], superset=None)
    return replace(session, exercises=tuple(made))
