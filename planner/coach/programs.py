"""Program templates: list them, and make a dated mesocycle with this lifter's loads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from importlib.resources import files

from planner.coach import loads
from planner.formats import programs as template_format
from planner.formats.programs import ProgramTemplate
from planner.storage import plan


@dataclass(frozen=True, slots=True)
class Program:
    """A program template as the picker shows it."""

    slug: str
    name: str
    goal: str
    weeks: int
    days: int
    level: str
    summary: str


def programs() -> list[Program]:
    """List the program templates, fewest days a week first."""
    made = [_program(one) for one in _templates().values()]
    return sorted(made, key=lambda program: (program.days, program.name))


def start_program(lifter_id: int, program: str, start_on: date, today: date) -> int:
    """Make a mesocycle from a template, with loads from what the lifter can do; return its id.

    `start_on` is its first day. LookupError when there is no such program.
    """
    block = template_format.mesocycle(template(program), start_on)
    filled = loads.block_with_loads(block, loads.LoadBasis(lifter_id, today))
    return plan.add_mesocycle(lifter_id, filled)


def template(program: str) -> ProgramTemplate:
    """Return a program template; LookupError when there is none of that slug."""
    found = _templates().get(program)
    if found is None:
        raise LookupError(f"No program is called '{program}'.")
    return found


def _templates() -> dict[str, ProgramTemplate]:
    folder = files("planner.resources").joinpath("programs")
    texts = {
        entry.name.removesuffix(".toml"): entry.read_text("utf-8")
        for entry in folder.iterdir()
        if entry.name.endswith(".toml")
    }
    return {slug: template_format.program(slug, text) for slug, text in texts.items()}


def _program(template: ProgramTemplate) -> Program:
    return Program(
        template.slug,
        template.name,
        template.goal,
        len(template.weeks),
        len(template.days),
        ", ".join(template.levels),
        template.summary,
    )
