"""Which of our exercises the names of an imported log mean, and new ones for the others."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from itertools import islice
from operator import attrgetter
from typing import Any

from planner.coach import foreign_names, library, names
from planner.coach.names import Guess
from planner.engine.terms import (
    KG_PER_LB,
    N_,
    Category,
    Complexity,
    Equipment,
    Exercise,
    LoadKind,
    LoggedExercise,
    LoggedSet,
    Measure,
    Pattern,
    Session,
    Unit,
    several,
)
from planner.formats.library import OTHER_STEP_KG, STEP_KG
from planner.language import tr
from planner.storage import library as storage

NAMELESS = N_("Exercise")
MACHINES = (Equipment.MACHINE, Equipment.PLATE_MACHINE, Equipment.SMITH, Equipment.CABLE)
_SMALL_KG = 2.5 * KG_PER_LB  # the smallest plate of a gym in pounds


@dataclass(frozen=True, slots=True)
class NameMatch:
    """How an exercise name of the file is understood; `slug` None makes a new exercise.

    `guesses` are what else it may mean where that is not sure, the likeliest first.
    """

    name: str
    slug: str | None
    sets: int
    sure: bool
    guesses: tuple[Guess, ...] = ()
    called: str = ""  # how a file of ours names it beside its slug

    def said(self) -> str:
        """Return the name for a reader."""
        return self.called or self.name


def match_names(
    sessions: Iterable[Session],
    described: Mapping[str, Exercise],
    choices: Mapping[str, str | None],
) -> tuple[NameMatch, ...]:
    """Match every name of a log, the most trained first; what the lifter chose is sure.

    `described` holds the exercises that the file itself describes, under the names it uses.
    """
    counts: Counter[str] = Counter()
    for session in sessions:
        for slot in session.exercises:
            counts[slot.exercise] += len(slot.sets)
    known = storage.by_slug()
    made = []
    for name, sets in counts.most_common():
        told = _called(described[name]) if name in described else None
        if name in choices:
            slug, sure = choices[name], True
        elif told is not None:
            slug, sure = _own(told, known)
        else:
            slug, sure = library.match(name)
        called = told.name if told is not None else ""
        guesses = () if sure else tuple(library.guesses(called or name))
        made.append(NameMatch(name, slug, sets, sure, guesses, called))
    return tuple(made)


def _own(described: Exercise, known: Container[str]) -> tuple[str | None, bool]:
    """Match an exercise of another database of ours: by its slug, else by its name.

    One that is neither is somebody's own, and comes along: no guess.
    """
    if described.slug in known:
        return described.slug, True
    slug, sure = library.match(described.name)
    return slug if sure else None, True


def renamed(sessions: Iterable[Session], slugs: Mapping[str, str]) -> tuple[Session, ...]:
    """Return the sessions with slugs in place of the names that `slugs` knows."""
    known = tuple(sessions)
    if not slugs:
        return known
    slots = [slot for session in known for slot in session.exercises]
    columns: dict[str, Iterable[Any]] = {
        each.name: map(attrgetter(each.name), slots) for each in fields(LoggedExercise)
    }
    columns["exercise"] = [slugs.get(slot.exercise, slot.exercise) for slot in slots]
    made = iter(several(LoggedExercise, len(slots), columns))
    return tuple(
        replace(session, exercises=tuple(islice(made, len(session.exercises)))) for session in known
    )


def store_new(sessions: Sequence[Session], wanted: Mapping[str, Exercise | None]) -> dict[str, str]:
    """Make the exercises that sessions need; return the slug of each name.

    `wanted` maps names to the file's own description or None. Names that differ only in case,
    plurals or word order make one exercise.
    """
    sets: dict[str, list[LoggedSet]] = defaultdict(list)
    for session in sessions:
        for slot in session.exercises:
            if slot.exercise in wanted:
                sets[slot.exercise].extend(slot.sets)  # none, if it was skipped
    taken, made = set(storage.by_slug()), dict[names.Words, str]()
    slugs = {}
    for name in filter(sets.__contains__, wanted):
        done = sets[name]
        key = names.key(name) or (name,)
        if key not in made:
            exercise = _described(wanted[name], name, done)
            slug = names.free_slug(exercise.name, taken)
            storage.save_exercise(replace(exercise, slug=slug, custom=True, id=None, uid=""))
            taken.add(slug)
            made[key] = slug
        slugs[name] = made[key]
    return slugs


def _described(told: Exercise | None, name: str, sets: Sequence[LoggedSet]) -> Exercise:
    """Take the file's description, unless it says no more than the name."""
    if told is None:
        return unknown_exercise(name, sets)
    called = _called(told)
    if called == Exercise(called.slug, called.name):
        return unknown_exercise(called.name, sets)
    return called


def _called(told: Exercise) -> Exercise:
    """Call an exercise that a file of ours does not name by the words of its slug."""
    if told.name.strip():
        return told
    words = " ".join(told.slug.replace("-", " ").split())
    return replace(told, name=words.capitalize() or tr(NAMELESS))


def remember(chosen: Iterable[NameMatch], slugs: Mapping[str, str]) -> None:
    """Let names that the lifter has matched mean their exercise from now on."""
    for match in chosen:
        slug = match.slug or slugs.get(match.name)
        if slug and library.match(match.name) != (slug, True):
            storage.add_alias(slug, match.name)


def unknown_exercise(name: str, sets: Sequence[LoggedSet]) -> Exercise:
    """Describe an exercise by its name and by what was done in its sets; the slug is blank."""
    equipment = _equipment(name)
    measure = _measure(sets)
    far = measure is Measure.DISTANCE
    return Exercise(
        "",
        " ".join(name.split()),
        pattern=Pattern.CONDITIONING if far else Pattern.ISOLATION,
        category=Category.ENDURANCE if far else Category.STRENGTH,
        load_kind=_load_kind(name, sets, measure),
        complexity=Complexity.MACHINE if equipment in MACHINES else Complexity.ISOLATION,
        equipment=equipment,
        measure=measure,
        step_kg=_step_kg(equipment, sets),
        custom=True,
    )


def _step_kg(equipment: Equipment, sets: Sequence[LoggedSet]) -> float:
    """Return the usual step, in whole small plates of pounds where most loads were in pounds."""
    usual = STEP_KG.get(equipment, OTHER_STEP_KG)
    units = [entry.unit for entry in sets if entry.load_kg]
    if 2 * units.count(Unit.LB) <= len(units):
        return usual
    return max(round(usual / _SMALL_KG), 1) * _SMALL_KG


def _equipment(name: str) -> Equipment:
    said = set(names.words(foreign_names.in_english(name)))
    ways = names.EQUIPMENT_WORDS.items()
    return next(
        (kind for kind, any_of in ways if any(said.issuperset(way) for way in any_of)),
        Equipment.OTHER,
    )


def _measure(sets: Sequence[LoggedSet]) -> Measure:
    if any(entry.reps for entry in sets):
        return Measure.REPS
    if any(entry.distance_m for entry in sets):
        return Measure.DISTANCE
    return Measure.SECONDS if any(entry.seconds for entry in sets) else Measure.REPS


def _load_kind(name: str, sets: Sequence[LoggedSet], measure: Measure) -> LoadKind:
    if "assisted" in names.words(foreign_names.in_english(name)):
        return LoadKind.ASSISTED
    if any(entry.load_kg for entry in sets):
        return LoadKind.EXTERNAL
    return LoadKind.BODYWEIGHT if measure is Measure.REPS else LoadKind.NONE
