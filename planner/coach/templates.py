"""The program templates that ship, read from their files once."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from planner.formats import programs as template_format
from planner.formats.programs import ProgramTemplate


def template(program: str) -> ProgramTemplate:
    """Return a program template; LookupError when there is none of that slug."""
    found = templates().get(program)
    if found is None:
        raise LookupError(f"No program is called '{program}'.")
    return found


@lru_cache(maxsize=1)
def templates() -> dict[str, ProgramTemplate]:
    """Return the program templates by slug."""
    folder = files("planner.resources").joinpath("programs")
    texts = {
        entry.name.removesuffix(".toml"): entry.read_text("utf-8")
        for entry in folder.iterdir()
        if entry.name.endswith(".toml")
    }
    return {slug: template_format.program(slug, text) for slug, text in texts.items()}
