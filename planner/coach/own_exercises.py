"""Exercises of the user's own: made new or from another one, checked, stored, deleted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, replace

from planner.coach import library_words, names, own_programs, wording
from planner.coach.refused import Refused
from planner.engine import practice
from planner.engine.terms import Exercise, Skill
from planner.formats import exercise_faults
from planner.formats.exercise_faults import (
    LEAST_POINTS as LEAST_POINTS,
    MOST_POINTS as MOST_POINTS,
    Fault as Fault,
)
from planner.formats.library import WITH_BODYWEIGHT as WITH_BODYWEIGHT
from planner.language import passage, tr
from planner.storage import library

MOST_NAMED = 3


def copied(exercise: Exercise) -> Exercise:
    """Return an own exercise to start from: all of another one but its names, and its variation."""
    return replace(
        exercise, slug="", name=_free_name(exercise.name), aliases=(), parent=exercise.slug,
        similarity=1.0, custom=True, id=None, uid="",
    )  # fmt: skip


def skill(exercise: Exercise) -> Skill:
    """Return what there is to coordinate: as said of the exercise, else by its kind."""
    return practice.skill_of(exercise)


def practised(exercise: Exercise) -> tuple[int, int, int]:
    """Return (points of skill, the most there could be, sessions of practice before load rises)."""
    points = practice.score(practice.skill_of(exercise))
    return points, library_words.MOST_POINTS, practice.practice_sessions(exercise)


def faults(exercise: Exercise) -> list[Fault]:
    """List what stands against storing an exercise, field by field; its slug is '' while new."""
    others = [each for each in library.exercises() if each.slug != exercise.slug]
    found = [*exercise_faults.faults(exercise), *_name_faults(exercise, others)]
    return [*found, *_parent_faults(exercise, {each.slug: each for each in others})]


def save(exercise: Exercise) -> str:
    """Store a new (slug '') or changed exercise of the user's own; return its slug.

    Raises Refused for one that ships with the program, and for what `faults` finds.
    """
    stored = library.by_slug()
    if exercise.slug and not stored[exercise.slug].custom:
        words = tr("{name} comes with the program and stays as it is. Copy it to change the copy.")
        raise Refused(words.format(name=stored[exercise.slug].name))
    if wrong := faults(exercise):
        raise Refused(passage(fault.says for fault in wrong))
    slug = exercise.slug or names.free_slug(exercise.name, stored)
    library.save_exercise(replace(exercise, slug=slug, custom=True, id=None, uid=""))
    return slug


def delete(slug: str) -> None:
    """Delete an exercise of the user's own; raises Refused when it ships, or is used."""
    if why := why_kept(slug):
        raise Refused(why)
    library.delete_exercise(slug)


def why_kept(slug: str) -> str:
    """Say why an exercise cannot be deleted; '' when it can. LookupError when there is none."""
    exercise = library.exercise(slug)
    if not exercise.custom:
        return tr("{exercise} comes with the program and stays.").format(exercise=exercise.name)
    if lifters := library.users(slug):
        words = tr("{exercise} stays: it is part of a log or a plan of {lifters}.")
        return words.format(exercise=exercise.name, lifters=_listed(lifters))
    return next(_users(exercise), "")


def skill_choices() -> Iterator[tuple[str, str, tuple[tuple[int, str], ...]]]:
    """Yield the parts of a skill as (field, name, ((points, what they mean), …))."""
    for place, part in enumerate(fields(Skill)):
        least, most = getattr(LEAST_POINTS, part.name), getattr(MOST_POINTS, part.name)
        said = [
            library_words.skill(replace(LEAST_POINTS, **{part.name: points}))[place]
            for points in range(least, most + 1)
        ]
        yield part.name, said[0][0], tuple((points, words) for _, words, points in said)


def _listed(found: Sequence[str]) -> str:
    """Write the first three of some names: 'Ann, Ben, Cem and 2 more'."""
    shown, more = found[:MOST_NAMED], len(found) - MOST_NAMED
    if more > 0:
        return tr("{list} and {n} more").format(list=wording.in_row(shown), n=more)
    return wording.listed(shown)


def _free_name(name: str) -> str:
    meaning, number = names.meanings(library.exercises()), 1
    made = tr("{name} (own)").format(name=name)
    while meaning(made) is not None:
        number += 1
        made = tr("{name} (own {n})").format(name=name, n=number)
    return made


def _name_faults(exercise: Exercise, others: Sequence[Exercise]) -> Iterator[Fault]:
    meaning = names.meanings(others)
    pairs = [("name", exercise.name), *(("aliases", alias) for alias in exercise.aliases)]
    for field, name in pairs:
        if not name.strip():
            continue
        if not names.key(name):
            yield Fault(field, tr("‘{name}’ needs letters or digits.").format(name=name))
        elif (other := meaning(name)) is not None:
            taken = tr("‘{name}’ already means {other}. Choose another name.")
            yield Fault(field, taken.format(name=name, other=other.name))


def _parent_faults(exercise: Exercise, others: Mapping[str, Exercise]) -> Iterator[Fault]:
    if exercise.parent is None:
        return
    above = others.get(exercise.parent)
    if above is None and exercise.parent != exercise.slug:
        yield Fault("parent", tr("There is no such exercise."))
    seen = set[str]()
    while above is not None and above.slug not in seen:
        seen.add(above.slug)
        if exercise.slug and above.parent == exercise.slug:
            words = tr("{exercise} is itself a variation of this one.")
            yield Fault("parent", words.format(exercise=above.name))
            return
        above = others.get(above.parent or "")


def _users(exercise: Exercise) -> Iterator[str]:
    """Say what would miss an exercise that nobody planned or did."""
    name, slug = exercise.name, exercise.slug
    for each in library.exercises():
        if each.parent == slug:
            words = tr("{exercise} stays: {other} is a variation of it.")
            yield words.format(exercise=name, other=each.name)
        if slug in each.activations:
            yield tr("{exercise} stays: it prepares {other}.").format(
                exercise=name, other=each.name
            )
    for program in own_programs.programs():
        if slug in own_programs.exercises(program):
            words = tr("{exercise} stays: the program {program} has it.")
            yield words.format(exercise=name, program=program.name)
