"""One exercise as the library shows it: facts, what it asks, its kin, and the lifter's history."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from planner.coach import (
    alternatives,
    counts,
    exercise_merge,
    favourites,
    ladders,
    library,
    library_words as words,
    substitutes,
    wording,
)
from planner.coach.substitutes import Substitute
from planner.engine import strength
from planner.engine.practice import practice_sessions, score, skill_of
from planner.engine.terms import (
    Category,
    Equipment,
    Exercise,
    ExerciseDay,
    Lifter,
    LoadKind,
    LoggedSet,
    Measure,
    Muscle,
    Pattern,
    Unit,
)
from planner.formats.ladders import Ladder
from planner.language import tr
from planner.storage import clients, history as stored, library as storage

RECENT = 4  # sessions


class Kind(StrEnum):
    """Which exercises to list."""

    ALL = "all"
    NEUROMUSCULAR = "neuromuscular"
    FUNCTIONAL = "functional"
    OWN = "your own"
    FAVOURITES = "favourites"
    IMPORTED = "from imports"


class Link(NamedTuple):
    """Another exercise and what it has to do with the one shown."""

    slug: str
    name: str
    why: str = ""


class Part(NamedTuple):
    """One part of what there is to coordinate."""

    name: str
    words: str
    points: int


@dataclass(frozen=True, slots=True)
class Complexity:
    """Why an exercise is as complex as it is; `sessions` are those of practice before load rises.

    `most` is the score of the hardest movement there could be; `eased_by` is what is varied, when
    that is no harder to learn: who knows it well needs fewer sessions.
    """

    points: int
    most: int
    sessions: int
    parts: tuple[Part, ...]
    eased_by: str = ""


@dataclass(frozen=True, slots=True)
class Variations:
    """The exercise that is varied, other variations of it, and what varies this one."""

    parent: Link | None
    siblings: tuple[Link, ...]
    children: tuple[Link, ...]


class Climb(NamedTuple):
    """A ladder of ever harder exercises that the one shown is step `at` of, counted from 0.

    `moment` says when the next step comes, or that there is none.
    """

    name: str
    goal: str
    steps: tuple[Link, ...]
    at: int
    moment: str


@dataclass(frozen=True, slots=True)
class ExerciseView:
    """Everything the library says of an exercise. `facts` are (what, value)."""

    exercise: Exercise
    facts: tuple[tuple[str, str], ...]
    tags: tuple[str, ...]
    limits: tuple[str, ...]
    complexity: Complexity
    variations: Variations
    substitutes: tuple[Substitute, ...]
    drills: tuple[Link, ...]
    ladders: tuple[Climb, ...]


@dataclass(frozen=True, slots=True)
class Done:
    """What a lifter did of an exercise; `recent` are (day, best set), newest first.

    `charted` says whether charts have a strength of it to show.
    """

    sessions: int
    recent: tuple[tuple[date, LoggedSet], ...]
    charted: bool = False


def found(
    text: str = "",
    pattern: Pattern | None = None,
    equipment: Equipment | None = None,
    muscle: Muscle | None = None,
    kind: Kind = Kind.ALL,
) -> list[Exercise]:
    """Find exercises by words and filters, best match first."""
    fitting = library.search(text, pattern, equipment, muscle)
    if kind is Kind.FAVOURITES:
        starred = favourites.starred()
        return [each for each in fitting if each.slug in starred]
    if kind is Kind.IMPORTED:
        made = exercise_merge.made_by_imports()
        return sorted((each for each in fitting if each.slug in made), key=lambda e: -made[e.slug])
    return [each for each in fitting if _is(each, kind)]


def any_from_imports() -> bool:
    """Say whether there are exercises that imports made and nobody described since."""
    return bool(exercise_merge.made_by_imports())


def view(slug: str, unit: Unit = Unit.KG) -> ExerciseView:
    """Return what the library says of an exercise; LookupError when there is none."""
    made = shown(library.exercise(slug), storage.by_slug(), unit)
    sets = exercise_merge.made_by_imports().get(slug) if made.exercise.custom else None
    if sets is None:
        return made
    imported = tr("made by an import: {sets}").format(sets=counts.sets(sets))
    return replace(made, tags=(*made.tags, imported))


def shown(exercise: Exercise, by_slug: Mapping[str, Exercise], unit: Unit) -> ExerciseView:
    """Return what is said of an exercise among all others."""
    return ExerciseView(
        exercise,
        _facts(exercise, unit),
        _tags(exercise),
        tuple(words.limit(each) for each in exercise.limits),
        _complexity(exercise, by_slug),
        _variations(exercise, by_slug),
        substitutes.substitutes(exercise, by_slug.values()),
        _named(exercise.activations, by_slug),
        tuple(_climb(ladder, at, by_slug) for ladder, at in ladders.ladder_of(exercise.slug)),
    )


def is_own(slug: str) -> bool:
    """Say whether an exercise is the user's own; LookupError when there is none."""
    return library.exercise(slug).custom


def done(lifter_id: int, slug: str) -> Done:
    """Return what a lifter did of an exercise, in short."""
    sessions, lifter = stored.history(lifter_id, slug), clients.lifter(lifter_id)
    exercise = library.exercise(slug)
    recent = [
        (on, _best(on, sets, exercise, lifter)) for on, _, sets in sessions[: -RECENT - 1 : -1]
    ]
    known = tuple((on, best) for on, best in recent if best is not None)
    charted = strength.measurable(exercise) and any(strength.trusted(best) for _, best in known)
    return Done(len(sessions), known, charted)


def _is(exercise: Exercise, kind: Kind) -> bool:
    return {
        Kind.ALL: True,
        Kind.NEUROMUSCULAR: favourites.is_neuromuscular(exercise),
        Kind.FUNCTIONAL: exercise.functional,
        Kind.OWN: exercise.custom,
    }[kind]


def _facts(exercise: Exercise, unit: Unit) -> tuple[tuple[str, str], ...]:
    prime, helpers = words.muscles(exercise.muscles)
    sides = tr("one side at a time") if exercise.per_side else tr("both at once")
    loaded = exercise.load_kind not in (LoadKind.NONE, LoadKind.BODYWEIGHT)
    step = f"{wording.mass(exercise.step_kg, unit, 1)} {unit}" if loaded else ""
    facts = (
        (tr("Pattern"), words.plain(exercise.pattern)),
        (tr("Equipment"), words.plain(exercise.equipment)),
        (tr("Prime movers"), prime),
        (tr("Helpers"), helpers),
        (tr("Counts"), words.measure(exercise.measure)),
        (tr("Load"), words.load(exercise.load_kind)),
        (tr("Smallest step"), step),
        (tr("Sides"), sides if exercise.measure is not Measure.DISTANCE else ""),
        (tr("Tempo"), words.tempo(exercise.tempo)),
        (tr("Rest"), wording.rest(exercise.rest_s) if exercise.rest_s else ""),
    )
    return tuple((what, value) for what, value in facts if value)


def _tags(exercise: Exercise) -> tuple[str, ...]:
    tags = []
    if exercise.neuromuscular is not None:
        said = tr("neuromuscular: {what}")
        tags.append(said.format(what=words.trains(exercise.neuromuscular)))
    elif exercise.category is Category.NEUROMUSCULAR:
        tags.append(tr("neuromuscular"))
    if exercise.functional:
        tags.append(tr("functional"))
    if exercise.custom:
        tags.append(tr("your own"))
    return tuple(tags)


def _complexity(exercise: Exercise, by_slug: Mapping[str, Exercise]) -> Complexity:
    points, sessions = score(skill_of(exercise)), practice_sessions(exercise)
    parts = tuple(Part(*each) for each in words.skill(skill_of(exercise)))
    varied = by_slug.get(exercise.parent or "")
    eased_by = varied.name if varied and score(skill_of(varied)) <= points else ""
    return Complexity(points, words.MOST_POINTS, sessions, parts, eased_by)


def _variations(exercise: Exercise, by_slug: Mapping[str, Exercise]) -> Variations:
    others = [each for each in by_slug.values() if each.slug != exercise.slug]
    parent = by_slug.get(exercise.parent or "")
    return Variations(
        next(iter(_links(exercise, [parent] if parent else [])), None),
        _links(exercise, [each for each in others if parent and each.parent == parent.slug]),
        _links(exercise, [each for each in others if each.parent == exercise.slug]),
    )


def _links(exercise: Exercise, others: Iterable[Exercise]) -> tuple[Link, ...]:
    """Link to relatives, the most alike first."""
    like = sorted((-alternatives.likeness(each, exercise), each.name, each.slug) for each in others)
    return tuple(Link(slug, name, words.likeness(-alike)) for alike, name, slug in like)


def _named(slugs: Iterable[str], by_slug: Mapping[str, Exercise]) -> tuple[Link, ...]:
    return tuple(Link(slug, by_slug[slug].name) for slug in slugs if slug in by_slug)


def _climb(ladder: Ladder, at: int, by_slug: Mapping[str, Exercise]) -> Climb:
    measure = by_slug[ladder.steps[at]].measure
    counted = measure is not Measure.QUALITY
    reached = f"{ladder.sets} × {words.amount(ladder.counts[at], measure)}"
    reached = reached if counted else counts.sets(ladder.sets)
    last = at == len(ladder.steps) - 1
    moment = tr(
        "This is the top; {sets} is done well."
        if last
        else "With {sets} done cleanly, the next step is due."
    ).format(sets=reached)
    return Climb(ladder.name, ladder.goal, _named(ladder.steps, by_slug), at, moment)


def _best(
    on: date, sets: Sequence[LoggedSet], exercise: Exercise, lifter: Lifter
) -> LoggedSet | None:
    """Return the set with the highest e1RM, else the longest, farthest or the most repetitions."""
    bodyweight_kg = strength.bodyweight_for(ExerciseDay(on, tuple(sets)), lifter)
    best = strength.best_set(sets, exercise, bodyweight_kg)
    return best[0] if best is not None else max(sets, key=_amount, default=None)


def _amount(entry: LoggedSet) -> tuple[float, float, int]:
    return entry.seconds or 0.0, entry.distance_m or 0.0, entry.reps or 0
