"""Bring exercises of another library beside those that are here: pure, values in and out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from planner.coach import names
from planner.coach.names import meanings
from planner.engine.terms import Exercise

Meaning: TypeAlias = Callable[[str], Exercise | None]


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
    done, now, meaning = Merged(), dict(here), meanings(list(here.values()))
    there = {*here, *(each.slug for each in exercises)}
    for exercise in _parents_first(exercises):
        found = _pointed(_rooted(exercise, there), done.slugs)
        same = next((each for each in now.values() if _same(found, each, now)), None)
        if same is None:
            same = _beside(found, now, _either(meaning, meanings(done.new)))
            now[same.slug] = same
            done.new.append(same)
            done.beside += [same.name] if same.name != found.name else []
        else:
            done.known += same.custom
        done.slugs[exercise.slug] = same.slug
    done.new = [_pointed(each, done.slugs) for each in done.new]
    return done


def numbered(name: str, taken: Iterable[str]) -> str:
    """Return a name, numbered where it is taken, whatever the case: 'Base (2)'."""
    used, made, number = {each.casefold() for each in taken}, name, 1
    while made.casefold() in used:
        number += 1
        made = f"{name} ({number})"
    return made


def is_copy(original: str, name: str, mark: str = " ({})") -> bool:
    """Tell whether a name is another one, or that with a number."""
    number = re.escape(mark).replace(r"\{\}", r"\d+")
    return re.fullmatch(f"{re.escape(original)}({number})?", name) is not None


def _parents_first(exercises: Sequence[Exercise]) -> list[Exercise]:
    by_slug = {exercise.slug: exercise for exercise in exercises}

    def depth(exercise: Exercise) -> int:
        above = by_slug.get(exercise.parent or "")
        return 0 if above is None else 1 + depth(above)

    return sorted(exercises, key=depth)


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


def _same(exercise: Exercise, here: Exercise, known: Mapping[str, Exercise]) -> bool:
    """Tell whether an exercise is here: it, or what came in beside another one before.

    One that ships with the program is here whatever another version says of it.
    """
    if not is_copy(exercise.slug, here.slug, "-{}"):
        return False
    if not exercise.custom and not here.custom:
        return exercise.slug == here.slug
    alike = replace(
        here, slug=exercise.slug, name=exercise.name, aliases=exercise.aliases,
        custom=exercise.custom, id=exercise.id, uid=exercise.uid,
    )  # fmt: skip
    if alike != exercise or not is_copy(exercise.name, here.name):
        return False
    missing = set(exercise.aliases) - set(here.aliases)
    return not missing or _all_taken(missing, here, known)


def _all_taken(aliases: Iterable[str], here: Exercise, known: Mapping[str, Exercise]) -> bool:
    meaning = meanings([each for each in known.values() if each.slug != here.slug])
    return all(meaning(alias) for alias in aliases)


def _either(first: Meaning, second: Meaning) -> Meaning:
    return lambda name: first(name) or second(name)


def _beside(exercise: Exercise, here: Mapping[str, Exercise], meaning: Meaning) -> Exercise:
    """Return an exercise under a slug and names that mean nothing else here."""
    name, number = exercise.name, 1
    while meaning(name) is not None or not names.key(name):
        number += 1
        name = f"{exercise.name} ({number})"
    slug, number = exercise.slug, 1
    while slug in here:
        number += 1
        slug = f"{exercise.slug}-{number}"
    aliases = tuple(alias for alias in exercise.aliases if meaning(alias) is None)
    return replace(exercise, slug=slug, name=name, aliases=aliases, custom=True, id=None)
