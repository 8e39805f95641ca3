"""The library file: exercises and programs of one's own, as JSON with a schema number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planner.engine.terms import N_, Exercise
from planner.formats import envelope, exercise_faults, own_program, plain
from planner.formats.own_program import OwnProgram
from planner.formats.parsed import FormatProblem
from planner.language import tr

LOOKED_FOR = N_("a library file of this program")
SCHEMA = 2  # older ones hold less, and are read as they are


@dataclass(frozen=True, slots=True)
class LibraryFile:
    """What travels: own exercises and programs, and the shipped exercises that they need."""

    exercises: tuple[Exercise, ...] = ()
    programs: tuple[OwnProgram, ...] = ()


def write(library: LibraryFile) -> str:
    """Write a library; `parse` gives back an equal one."""
    return envelope.closed(plain.to_plain(library), SCHEMA, envelope.LIBRARY)


def parse(text: str) -> LibraryFile:
    """Read a library; raises FormatProblem when it is broken, foreign or from a newer version."""
    library = envelope.read(LibraryFile, text, LOOKED_FOR, SCHEMA, envelope.LIBRARY)
    if fault := next(_faults(library), None):
        holds = tr("It is {looked_for}, but holds {fault}")
        raise FormatProblem(holds.format(looked_for=tr(LOOKED_FOR), fault=fault))
    return library


def _faults(library: LibraryFile) -> Iterator[str]:
    """Say in words what no library can hold."""
    slugs = [exercise.slug for exercise in library.exercises]
    if not all(slugs):
        yield tr("an exercise without a slug.")
    if len(set(slugs)) < len(slugs) or _twice(library.programs):
        yield tr("an exercise or a program that is described twice.")
    for exercise in library.exercises:
        for fault in exercise_faults.faults(exercise):
            odd = tr("an exercise that cannot be, '{name}'. {fault}")
            yield odd.format(name=exercise.name or exercise.slug, fault=fault.says)
    if _circular(library.exercises):
        yield tr("an exercise that is a variation of its own variation.")
    for program in library.programs:
        yield from (f"{fault}." for fault in own_program.faults(program))


def _twice(programs: Sequence[OwnProgram]) -> bool:
    return len({program.slug for program in programs}) < len(programs)


def _circular(exercises: Sequence[Exercise]) -> bool:
    parents = {exercise.slug: exercise.parent for exercise in exercises}
    for slug in parents:
        above, seen = parents.get(slug), {slug}
        while above is not None and above not in seen:
            seen.add(above)
            above = parents.get(above)
        if above is not None:
            return True
    return False
