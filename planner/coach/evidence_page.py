"""The page that lists every number the engine relies on, with its unit, source and grade."""

from __future__ import annotations

from collections.abc import Iterable

from planner.engine.evidence import SECTIONS, Constant
from planner.engine.sources import SOURCES

INTRODUCTION = (
    "Every number that readings, forecasts and suggestions rest on, as the program uses it. "
    "Strengths and gains marked 'log' are natural logarithms: 0.01 is 1 %. A rule of thumb says "
    "so. Nothing here shows that following a suggestion makes anyone stronger; it says what the "
    "suggestion rests on."
)


def markdown() -> str:
    """Return the page in Markdown: a table for each subject, then the sources cited."""
    tables = (_table(title, constants) for title, constants in SECTIONS.items())
    return "\n\n".join(["# Evidence", INTRODUCTION, *tables, _sources()]) + "\n"


def _table(title: str, constants: Iterable[Constant]) -> str:
    rows = [
        f"| {each.name} | {each.value:g} | {each.unit} | {_source(each.source)} |"
        for each in constants
    ]
    return "\n".join([f"## {title}", "", "| What | Value | Unit | Rests on |", "|-|-|-|-|", *rows])


def _source(key: str) -> str:
    """Return a source in a table: what it is, and its key below when it is a publication."""
    grade = SOURCES[key].grade
    return f"{grade}, {key}" if key[-1].isdigit() else str(grade)


def _sources() -> str:
    cited = [
        f"- **{key}**: {source.reference} ({source.grade})"
        for key, source in SOURCES.items()
        if key[-1].isdigit()
    ]
    return "\n".join(["## Sources", "", *cited])
