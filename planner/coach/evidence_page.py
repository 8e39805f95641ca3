"""The page that lists every number the engine relies on, with its unit, source and grade."""

from __future__ import annotations

from collections.abc import Iterable

from planner.coach.wording import render
from planner.engine import evidence, fitted
from planner.engine.evidence import Constant
from planner.engine.sources import SOURCES
from planner.engine.terms import N_
from planner.language import tr

INTRODUCTION = N_(
    "Every number that readings, forecasts and suggestions rest on, as the program uses it. "
    "Strengths and gains marked 'log' are natural logarithms: 0.01 is 1 %. A rule of thumb says "
    "so. Nothing here shows that following a suggestion makes anyone stronger; it says what the "
    "suggestion rests on. What was fitted, to simulated lifters and to public logs, is version "
    "{version}, made by one script."
)
LIFTER = N_("The lifter as a whole")  # recovery and the verdict of a day are there


def _sections(*starts: tuple[str, Constant]) -> dict[str, tuple[Constant, ...]]:
    firsts = [evidence.CONSTANTS.index(first) for _, first in starts]
    ends = [*firsts[1:], len(evidence.CONSTANTS)]
    spans = zip(starts, firsts, ends, strict=True)
    return {title: evidence.CONSTANTS[first:end] for (title, _), first, end in spans}


SECTIONS = _sections(
    (N_("One set as a measurement of strength"), evidence.REPS_DIVISOR),
    (N_("What is believed at first"), evidence.LEARNING_ISOLATION),
    (N_("How strength moves"), evidence.DRIFT_SD),
    (N_("Loads that jumped and stayed"), evidence.JUMP_NEAR),
    (N_("What the next session will show"), evidence.EXPERT_SESSIONS),
    (N_("How forecasts are judged"), evidence.SHARE_LEAST),
    (N_("What the next set will show"), evidence.DROP),
    (N_("Time off"), evidence.PAUSE_FADES),
    (N_("Phases"), evidence.LEVEL_GAIN),
    (N_("Advice on the next load"), evidence.INCREASE_P),
    (N_("Practice before load"), evidence.PRACTICE_PER_POINT),
    (N_("Changes of sets, repetitions and exercise"), evidence.STRUCTURE_DAYS),
    (LIFTER, evidence.DELOAD_LIFTS),
    (N_("Volume"), evidence.HELPER_SHARE),
    (N_("Gain against weekly sets"), evidence.DOSE_WINDOW),
    (N_("Warming up for an exercise"), evidence.RAMP_START_REPS),
    (N_("How regular training is"), evidence.HABIT_WEEKS),
    (N_("Food and drink"), evidence.PROTEIN[0]),
    (N_("Strength beside bodyweight"), evidence.STANDARDS_AGE),
    (N_("Health questions"), evidence.INTAKE_MONTHS),
    (N_("How phases are told apart"), evidence.PHASE_SCORES[0]),
)


def markdown() -> str:
    """Return the page in Markdown: a table for each subject, then the sources cited."""
    tables = (_table(title, constants) for title, constants in SECTIONS.items())
    introduction = tr(INTRODUCTION).format(version=fitted.VERSION)
    return "\n\n".join([f"# {tr('Evidence')}", introduction, *tables, _sources()]) + "\n"


def _table(title: str, constants: Iterable[Constant]) -> str:
    rows = [
        f"| {render(each.words)} | {each.value:g} | {tr(each.unit)} | {_source(each.source)} |"
        for each in constants
    ]
    columns = f"| {tr('What')} | {tr('Value')} | {tr('Unit')} | {tr('Rests on')} |"
    return "\n".join([f"## {tr(title)}", "", columns, "|-|-|-|-|", *rows])


def _source(key: str) -> str:
    """Return a source in a table: what it is, and its key below when it is a publication."""
    grade = SOURCES[key].grade
    return f"{tr(grade)}, {key}" if key[-1].isdigit() else tr(grade)


def _sources() -> str:
    cited = [
        f"- **{key}**: {tr(source.reference)} ({tr(source.grade)})"
        for key, source in SOURCES.items()
        if key[-1].isdigit()
    ]
    return "\n".join([f"## {tr('Sources')}", "", *cited])
