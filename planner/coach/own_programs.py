"""Programs of the user's own: save a block as one, list, rename and delete them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from planner.coach import names
from planner.coach.filling import DEFAULT_RIR
from planner.coach.library_merge import numbered
from planner.coach.refused import Refused
from planner.coach.templates import templates
from planner.coach.wording import in_row
from planner.engine import volume
from planner.engine.terms import Mesocycle
from planner.formats import own_program
from planner.formats.own_program import (
    OwnProgram as OwnProgram,
    OwnWeek as OwnWeek,
    exercises as exercises,
)
from planner.language import tr
from planner.storage import library, plan, programs as storage

PREFIX = "own "  # so that no slug of a program that ships is ever the same


def is_own(slug: str) -> bool:
    """Tell whether a program is one of the user's own by its slug."""
    return slug.startswith(names.plain(PREFIX) + "-")


def programs() -> list[OwnProgram]:
    """List the user's programs by name."""
    return [own_program.read(made.document) for made in storage.programs()]


def program(slug: str) -> OwnProgram:
    """Return one program; LookupError when there is none."""
    return own_program.read(storage.program(slug).document)


def draft(mesocycle_id: int) -> OwnProgram:
    """Return a block as a program that is not saved yet, under a free name; its slug is ''.

    Raises LookupError without such a block, Refused when nothing is planned in it.
    """
    made = own_program.of_block(plan.mesocycle(mesocycle_id), DEFAULT_RIR)
    if not any(session.exercises for week in made.weeks for session in week.sessions):
        raise Refused(tr("This block has no exercises yet; there is nothing to save."))
    return replace(made, name=_free_name(made.name), minutes=minutes(made))


def week_alone(program: OwnProgram, week: int) -> OwnProgram:
    """Return one week of a program, counted from 0, as a program of its own."""
    made = replace(program, weeks=(replace(program.weeks[week], after=0),))
    return replace(made, minutes=minutes(made))


def minutes(program: OwnProgram) -> int:
    """Estimate how long the longest session of a program takes."""
    known = library.by_slug()
    sessions = (session for week in program.weeks for session in week.sessions)
    return max((volume.session_minutes(made, known) for made in sessions), default=0)


def days_a_week(program: OwnProgram) -> int:
    """Return how many sessions the fullest week has."""
    return max((len(week.sessions) for week in program.weeks), default=0)


def problem(program: OwnProgram) -> str:
    """Say what is wrong with a program's name; '' when nothing is."""
    wanted = names.bare(program.name)
    if not wanted:
        return tr("A name is needed.")
    if wanted not in map(names.bare, names_taken(program.slug)):
        return ""
    words = tr("A program is called {name} already. Choose another name.")
    return words.format(name=program.name.strip())


def _free_name(name: str) -> str:
    taken = names_taken()
    free = names.bare(name) not in map(names.bare, taken)
    own = tr("{name} (own)")
    return (
        name if free else numbered(own.format(name=name.removesuffix(own.format(name=""))), taken)
    )


def names_taken(but: str = "") -> list[str]:
    """Return the names of the user's programs and of those that ship, without one by its slug."""
    own = [made.name for made in programs() if made.slug != but]
    return [*own, *(made.name for made in templates().values())]


def save(program: OwnProgram) -> str:
    """Store a new (slug '') or changed program; return its slug. Raises Refused for its name."""
    if said := problem(program):
        raise Refused(said)
    return store(program)


def store(program: OwnProgram) -> str:
    """Store a program whose name may be that of another one; return its slug."""
    taken = {made.slug for made in storage.programs()}
    slug = program.slug if is_own(program.slug) else names.free_slug(PREFIX + program.name, taken)
    made = replace(program, slug=slug, name=" ".join(program.name.split()))
    storage.save(slug, made.name, own_program.write(made))
    return slug


def rename(slug: str, name: str) -> None:
    """Give a program another name; raises Refused for one that is empty or taken."""
    save(replace(program(slug), name=name))


def delete(slug: str) -> None:
    """Delete a program; blocks that were started from it stay."""
    storage.delete(slug)


def block(slug: str, start_on: date) -> Mesocycle:
    """Return a program as a block from a day on, without loads; LookupError without one."""
    return own_program.mesocycle(program(slug), start_on)


def whole_block(slug: str, start_on: date) -> Mesocycle:
    """Return a program as a block from a day on, without loads.

    Raises LookupError when there is no such program, Refused when it needs an exercise that is
    gone.
    """
    found, known = program(slug), library.by_slug()
    if gone := sorted({each for each in exercises(found) if each not in known}):
        words = tr("{program} needs exercises that are gone: {exercises}.")
        raise Refused(words.format(program=found.name, exercises=in_row(gone)))
    return own_program.mesocycle(found, start_on)
