"""The page that lists every number the engine relies on, with its unit, source and grade."""

from __future__ import annotations

from collections.abc import Iterable

from planner.engine import evidence, fitted
from planner.engine.evidence import Constant
from planner.engine.sources import SOURCES

INTRODUCTION = (
    "Every number that readings, forecasts and suggestions rest on, as the program uses it. "
    "Strengths and gains marked 'log' are natural logarithms: 0.01 is 1 %. A rule of thumb says "
    "so. Nothing here shows that following a suggestion makes anyone stronger; it says what the "
    "suggestion rests on. What was fitted, to simulated lifters and to public logs, is version "
    f"{fitted.VERSION}, made by one script."
)


def _sections(*starts: tuple[str, Constant]) -> dict[str, tuple[Constant, ...]]:
    firsts = [evidence.CONSTANTS.index(first) for _, first in starts]
    ends = [*firsts[1:], len(evidence.CONSTANTS)]
    spans = zip(starts, firsts, ends, strict=True)
    return {title: evidence.CONSTANTS[first:end] for (title, _), first, end in spans}


SECTIONS = _sections(
    ("One set as a measurement of strength", evidence.REPS_DIVISOR),
    ("What is believed at first", evidence.LEARNING_ISOLATION),
    ("How strength moves", evidence.DRIFT_SD),
    ("Loads that jumped and stayed", evidence.JUMP_NEAR),
    ("What the next session will show", evidence.EXPERT_SESSIONS),
    ("How forecasts are judged", evidence.SHARE_LEAST),
    ("What the next set will show", evidence.DROP),
    ("Time off", evidence.PAUSE_FADES),
    ("Phases", evidence.LEVEL_GAIN),
    ("Advice on the next load", evidence.INCREASE_P),
    ("Practice before load", evidence.PRACTICE_PER_POINT),
    ("Changes of sets, repetitions and exercise", evidence.STRUCTURE_DAYS),
    ("The lifter as a whole", evidence.DELOAD_LIFTS),
    ("Volume", evidence.HELPER_SHARE),
    ("Gain against weekly sets", evidence.DOSE_WINDOW),
    ("Warming up for an exercise", evidence.RAMP_START_REPS),
    ("How regular training is", evidence.HABIT_WEEKS),
    ("Food and drink", evidence.PROTEIN[0]),
    ("Strength beside bodyweight", evidence.STANDARDS_AGE),
    ("Health questions", evidence.INTAKE_MONTHS),
    ("How phases are told apart", evidence.PHASE_SCORES[0]),
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
