"""Histories from a folder of logs as other apps export them, read as the program reads them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from lifts import Lift, shown

from planner.coach import import_names, names, shipped, surroundings
from planner.coach.surroundings import Around
from planner.engine import volume
from planner.engine.terms import Exercise, ExerciseDay, Lifter, LoggedSet, Session, SetKind
from planner.formats import detection

FEWEST_SESSIONS = 8

Sets = dict[str, dict[date, list[LoggedSet]]]  # by exercise and day, oldest first


def histories(folder: Path, fewest: int = FEWEST_SESSIONS) -> list[list[Lift]]:
    """Return each file's lifts of at least `fewest` sessions; every file is one lifter.

    Raises FormatProblem when a file is no log.
    """
    return [_lifts(path, fewest) for path in sorted(folder.glob("*.csv"))]


def _lifts(path: Path, fewest: int) -> list[Lift]:
    sessions = detection.read(path.read_bytes(), path.name).sessions
    exercises = _exercises(sessions)
    done = _by_exercise(sessions, exercises)
    known = {exercise.slug: exercise for exercise in exercises.values()}
    around = surroundings.surroundings(_trained(done), known)
    lifts = (_lift(known[slug], days, around) for slug, days in done.items())
    return [lift for lift in lifts if sum(map(_tells, _shown(lift))) >= fewest]


def _shown(lift: Lift) -> Iterable[object]:
    return (shown(day, lift) for day in lift.days)


def _tells(seen: object) -> bool:
    return seen is not None


def _exercises(sessions: Iterable[Session]) -> Mapping[str, Exercise]:
    """Return the exercise that each name means: one of the library, or what the sets say."""
    sets: dict[str, list[LoggedSet]] = {}
    for session in sessions:
        for slot in session.exercises:
            sets.setdefault(slot.exercise, []).extend(slot.sets)
    library = {exercise.slug: exercise for exercise in shipped.exercises()}
    index = names.index(library.values())
    found = {}
    for name, done in sets.items():
        slug, _ = index.match(name)
        found[name] = library[slug] if slug else _unknown(name, done)
    return found


def _unknown(name: str, sets: Sequence[LoggedSet]) -> Exercise:
    return replace(import_names.unknown_exercise(name, sets), slug=names.plain(name))


def _by_exercise(sessions: Iterable[Session], exercises: Mapping[str, Exercise]) -> Sets:
    done: Sets = {}
    for session in sorted(sessions, key=lambda session: session.on):
        for slot in session.exercises:
            days = done.setdefault(exercises[slot.exercise].slug, {})
            days.setdefault(session.on, []).extend(slot.sets)
    return done


def _trained(done: Sets) -> list[tuple[date, str, int]]:
    """Return (day, slug, hard sets) of what was more than a warm-up, oldest first."""
    return sorted(
        (on, slug, volume.hard_sets(sets))
        for slug, days in done.items()
        for on, sets in days.items()
        if any(entry.kind is not SetKind.WARMUP and entry.reps != 0 for entry in sets)
    )


def _lift(exercise: Exercise, done: Mapping[date, Sequence[LoggedSet]], around: Around) -> Lift:
    days = []
    for on, sets in done.items():
        near = around.get((on, exercise.slug), surroundings.ALONE)
        days.append(ExerciseDay(on, tuple(sets), near.gap_days, near.hard_sets_7d))
    return Lift(exercise, Lifter(), tuple(days))
