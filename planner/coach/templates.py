"""The program templates that ship, read from their files once and said in the language in use."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import lru_cache
from importlib.resources import files

from planner.engine.terms import Mesocycle, Microcycle, PlannedExercise, PlannedSession
from planner.formats import programs as template_format
from planner.formats.programs import ProgramTemplate
from planner.language import tr


def template(program: str) -> ProgramTemplate:
    """Return a program template; LookupError when there is none of that slug."""
    found = _shipped().get(program)
    if found is None:
        raise LookupError(f"No program is called '{program}'.")
    return _said(found)


def templates() -> dict[str, ProgramTemplate]:
    """Return the program templates by slug."""
    return {slug: _said(made) for slug, made in _shipped().items()}


def in_english() -> Iterable[ProgramTemplate]:
    """Return the program templates as their files have them."""
    return _shipped().values()


def block(program: str, started_on: date) -> Mesocycle:
    """Return a program from a day on, without loads; LookupError when there is none so called."""
    made = template_format.mesocycle(template(program), started_on)
    return replace(made, weeks=tuple(map(_said_week, made.weeks)))


def _said(made: ProgramTemplate) -> ProgramTemplate:
    return replace(
        made,
        name=tr(made.name),
        goal=tr(made.goal),
        for_whom=tr(made.for_whom),
        summary=tr(made.summary),
        progression=tr(made.progression),
        leave=tr(made.leave),
        evidence=tuple(replace(each, says=tr(each.says)) for each in made.evidence),
    )


def _said_week(week: Microcycle) -> Microcycle:
    return replace(week, sessions=tuple(map(_said_session, week.sessions)))


def _said_session(session: PlannedSession) -> PlannedSession:
    exercises = tuple(map(_said_line, session.exercises))
    return replace(session, name=tr(session.name), exercises=exercises)


def _said_line(line: PlannedExercise) -> PlannedExercise:
    return replace(line, note=tr(line.note))


@lru_cache(maxsize=1)
def _shipped() -> dict[str, ProgramTemplate]:
    """Read the program templates by slug, in English."""
    folder = files("planner.resources").joinpath("programs")
    texts = {
        entry.name.removesuffix(".toml"): entry.read_text("utf-8")
        for entry in folder.iterdir()
        if entry.name.endswith(".toml")
    }
    return {slug: template_format.program(slug, text) for slug, text in texts.items()}
