"""Export own exercises and programs as one file, and take such a file in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from planner.coach import counts, library_merge, own_programs, whole_file, wording
from planner.coach.refused import Refused
from planner.engine.terms import Exercise
from planner.formats import library_file, own_program, text as text_format
from planner.formats.library_file import LibraryFile as LibraryFile
from planner.formats.own_program import OwnProgram
from planner.formats.parsed import FormatProblem
from planner.language import tr
from planner.storage import library, undo

LARGEST_MB = 20  # an exercise has about 1 kB


@dataclass(slots=True)
class TakenIn:
    """What came in: names of what is new, of what was kept beside another, of what was here."""

    exercises: list[str] = field(default_factory=list)
    programs: list[str] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)
    known: int = 0


def content() -> LibraryFile:
    """Return the user's exercises and programs, and every exercise that these need."""
    programs, stored = own_programs.programs(), library.as_stored()
    wanted = [each.slug for each in stored.values() if each.custom]
    wanted += [slug for program in programs for slug in own_programs.exercises(program)]
    needed = dict.fromkeys(_with_kin(wanted, stored))
    travelling = (replace(stored[slug], id=None) for slug in sorted(needed))
    return LibraryFile(tuple(travelling), tuple(programs))


def export(path: Path) -> str:
    """Write the user's exercises and programs to a file; say what is in it.

    Raises Refused when there is nothing of the user's own, OSError.
    """
    made = content()
    if not (own := [each for each in made.exercises if each.custom]) and not made.programs:
        raise Refused(tr("There are no exercises or programs of your own yet."))
    whole_file.write(path, library_file.write(made).encode("utf-8"))
    return _counted(len(own), len(made.programs))


def read(path: Path) -> LibraryFile:
    """Read a library file; raises Refused, which says what is wrong with it, or OSError."""
    if path.stat().st_size > LARGEST_MB * 1_000_000:
        raise Refused(tr("{file} is too large for a library file.").format(file=path.name))
    try:
        return library_file.parse(text_format.decode(whole_file.read(path)))
    except FormatProblem as problem:
        words = tr("{file} was not taken in. {problem}")
        raise Refused(words.format(file=path.name, problem=problem)) from None


def take_in(content: LibraryFile) -> TakenIn:
    """Store what a library file holds and is not here yet.

    What is here under the same name but differs is kept, and the other comes beside it, under a
    name and slug of its own. Raises Refused, and stores nothing, when a program needs an exercise
    that is neither here nor in the file.
    """
    _check(content)
    done = TakenIn()
    with undo.step():
        slugs = _take_exercises(content.exercises, done)
        for program in content.programs:
            take_program(own_program.renamed(program, slugs), done)
    return done


def take_program(program: OwnProgram, done: TakenIn) -> None:
    """Store a program that is not here, under a name of its own, and note it in `done`."""
    here = {made.slug: made for made in own_programs.programs()}
    if any(_same(program, made) for made in here.values()):
        done.known += 1
        return
    name = library_merge.numbered(program.name, own_programs.names_taken())
    slug = "" if program.slug in here else program.slug
    own_programs.store(replace(program, slug=slug, name=name))
    done.programs.append(name)
    done.beside += [name] if name != program.name else []


def said(done: TakenIn) -> str:
    """Say in words what came in."""
    if not (done.exercises or done.programs):
        return tr("All of it was here already.")
    counted = _counted(len(done.exercises), len(done.programs))
    words = [tr("{things} taken in").format(things=counted)]
    if done.beside:
        beside = tr("beside what has the same name here: {names}")
        words.append(beside.format(names=wording.in_row(done.beside)))
    if done.known:
        words.append(tr("{n} here already").format(n=done.known))
    return tr("{words}.").format(words="; ".join(words))


def _counted(exercises: int, programs: int) -> str:
    known = [(counts.exercises, exercises), (counts.programs, programs)]
    return wording.listed(write(count) for write, count in known if count) or tr("nothing")


def _with_kin(slugs: list[str], stored: Mapping[str, Exercise]) -> Iterator[str]:
    """Yield exercises with what they vary and what prepares them, and so on."""
    left, seen = list(slugs), set[str]()
    while left:
        exercise = stored.get(left.pop())
        if exercise is not None and exercise.slug not in seen:
            seen.add(exercise.slug)
            yield exercise.slug
            left += [*filter(None, [exercise.parent]), *exercise.activations]


def _check(content: LibraryFile) -> None:
    known = {*library.by_slug(), *(exercise.slug for exercise in content.exercises)}
    for program in content.programs:
        for slug in own_programs.exercises(program):
            if slug not in known:
                words = tr(
                    "{program} needs an exercise, '{exercise}', that the file does not hold. "
                    "Export it again where it comes from."
                )
                raise Refused(words.format(program=program.name, exercise=slug))


def _take_exercises(exercises: Sequence[Exercise], done: TakenIn) -> Mapping[str, str]:
    """Store the exercises that are not here; return what the slugs of all are here."""
    made = library_merge.merged(exercises, library.as_stored())
    library.add_exercises(made.new)
    done.exercises += [exercise.name for exercise in made.new]
    done.beside += made.beside
    done.known += made.known
    return made.slugs


def _same(program: OwnProgram, here: OwnProgram) -> bool:
    """Tell whether a program is here: it, or what came in beside another one before."""
    alike = replace(here, slug=program.slug, name=program.name)
    return alike == program and library_merge.is_copy(program.name, here.name)
