"""Bring exercises of another library beside those that are here: pure, values in and out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count

from planner.coach import names
from planner.coach.taken_names import TakenNames
from planner.engine.terms import Exercise

_NUMBER = re.compile(r"-\d+$")  # of what came in beside another one


@dataclass(slots=True)
class Merged:
    """What of another library is new here, and how many of its own exercises are here already.

    `slugs` are what its slugs are here, `beside` the names of what had to be named anew.
    """

    new: list[Exercise] = field(default_factory=list)
    slugs: dict[str, str] = field(default_factory=dict)
    beside: list[str] = field(default_factory=list)
    known: int = 0


def merged(exercises: Sequence[Exercise], here: Mapping[str, Exercise]) -> Merged:
    """Compare exercises with those that are here, by slug.

    Equal ones are known. One that differs from its namesake here comes beside it, under a slug
    and names of its own; references follow, and those that lead nowhere are dropped.
    """
    done, now = Merged(), _Known(here)
    there = {*here, *(each.slug for each in exercises)}
    for exercise in _parents_first(exercises):
        found = _pointed(_rooted(exercise, there), done.slugs)
        same = next((each for each in now.like(found.slug) if _same(found, each, now.taken)), None)
        if same is None:
            same = _beside(found, now)
            now.add(same)
            done.new.append(same)
            done.beside += [same.name] if same.name != found.name else []
        else:
            done.known += same.custom
        done.slugs[exercise.slug] = same.slug
    done.new = [_pointed(each, done.slugs) for each in done.new]
    return done


class _Known:
    """What is here by now: by slug, and by what its slug numbers; and the names that are taken."""

    def __init__(self, here: Mapping[str, Exercise]) -> None:
        self._by_slug: dict[str, Exercise] = {}
        self._numbered: defaultdict[str, list[str]] = defaultdict(list)
        self.taken = TakenNames(())
        for exercise in here.values():
            self.add(exercise)

    def add(self, exercise: Exercise) -> None:
        self._by_slug[exercise.slug] = exercise
        self._numbered[_NUMBER.sub("", exercise.slug)].append(exercise.slug)
        self.taken.add(exercise)

    def __contains__(self, slug: str) -> bool:
        return slug in self._by_slug

    def like(self, slug: str) -> Iterator[Exercise]:
        """Yield the exercise of a slug, and those that stand beside it under that with a number."""
        beside = (each for each in self._numbered[slug] if each != slug)
        yield from (self._by_slug[each] for each in (slug, *beside) if each in self._by_slug)


def numbered(name: str, taken: Iterable[str]) -> str:
    """Return a name, numbered where it is taken, whatever the case: 'Base (2)'."""
    used, made, number = {each.casefold() for each in taken}, name, 1
    while made.casefold() in used:
        number += 1
        made = f"{name} ({number})"
    return made


def is_copy(original: str, name: str) -> bool:
    """Tell whether a name is another one, or that with a number."""
    return re.fullmatch(rf"{re.escape(original)}( \(\d+\))?", name) is not None


def _parents_first(exercises: Sequence[Exercise]) -> list[Exercise]:
    parents = {exercise.slug: exercise.parent or "" for exercise in exercises}
    depths: dict[str, int] = {}
    for slug in parents:
        above = []
        while slug in parents and slug not in depths:
            above.append(slug)
            slug = parents[slug]
        first = depths.get(slug, -1) + 1
        depths.update(zip(reversed(above), count(first), strict=False))
    return sorted(exercises, key=lambda exercise: depths[exercise.slug])


def _rooted(exercise: Exercise, there: set[str]) -> Exercise:
    """Drop what leads nowhere."""
    drills = tuple(slug for slug in exercise.activations if slug in there)
    if exercise.parent is None or exercise.parent in there:
        return replace(exercise, activations=drills)
    return replace(exercise, activations=drills, parent=None, similarity=0.0)


def _pointed(exercise: Exercise, slugs: Mapping[str, str]) -> Exercise:
    """Let references lead to what their exercises are called here."""
    parent = exercise.parent
    return replace(
        exercise,
        parent=slugs.get(parent, parent) if parent is not None else None,
        activations=tuple(slugs.get(slug, slug) for slug in exercise.activations),
    )


def _same(exercise: Exercise, here: Exercise, taken: TakenNames) -> bool:
    """Tell whether an exercise is here: it, or what came in beside another one before.

    One that ships with the program is here whatever another version says of it.
    """
    if not exercise.custom and not here.custom:
        return exercise.slug == here.slug
    alike = replace(
        here, slug=exercise.slug, name=exercise.name, aliases=exercise.aliases,
        custom=exercise.custom, id=exercise.id, uid=exercise.uid,
    )  # fmt: skip
    if alike != exercise or not is_copy(exercise.name, here.name):
        return False
    missing = set(exercise.aliases) - set(here.aliases)
    return all(taken.has(alias, but=here.slug) for alias in missing)


def _beside(exercise: Exercise, here: _Known) -> Exercise:
    """Return an exercise under a slug and names that mean nothing else here."""
    name, number = exercise.name, 1
    while here.taken.has(name) or not names.key(name):
        number += 1
        name = f"{exercise.name} ({number})"
    slug, number = exercise.slug, 1
    while slug in here:
        number += 1
        slug = f"{exercise.slug}-{number}"
    aliases = tuple(alias for alias in exercise.aliases if not here.taken.has(alias))
    return replace(exercise, slug=slug, name=name, aliases=aliases, custom=True, id=None)
