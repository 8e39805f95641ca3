"""Program templates: TOML text to a template, and a template to a dated mesocycle.

A file says on which days of the week sessions fall (`days`), which session comes when
(`rotation`: one list of session names a week, repeated), what each week changes (`weeks`) and
the sessions themselves. A week may add to the reps in reserve (`rir`), add sets to the
exercises that `grow` (`sets`), or be a `deload`. A program `beside` any plan is not a plan of its
own: its sessions join the start of those that are planned.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate, pairwise
from typing import Any

from planner.engine.terms import (
    Equipment,
    Experience,
    Goal,
    Limit,
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
)
from planner.formats.library import BadLibrary

DELOAD_SETS_KEPT = 0.55  # volume and effort fall, exercises stay: Rogerson, Bell et al. 2024
DELOAD_RIR = 2.0  # reps in reserve more than usual, same source
DAYS_A_WEEK = 7


@dataclass(frozen=True, slots=True)
class TemplateExercise:
    """An exercise of a template session; `seconds` instead of reps for holds.

    `percent` is the load in per cent of e1RM, where it is not left to the reserve; exercises with
    the same `superset` number are done in turn.
    """

    slug: str
    sets: int
    rest_s: int
    reps_low: int | None = None
    reps_high: int | None = None
    rir: float | None = None
    seconds: float | None = None
    grows: bool = False
    percent: float | None = None
    amrap: bool = False
    tempo: str = ""
    note: str = ""
    superset: int | None = None


@dataclass(frozen=True, slots=True)
class TemplateWeek:
    """What one week changes against the session as written."""

    rir: float = 0.0
    sets: int = 0
    deload: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """What a program rests on: a sentence and the key of its source."""

    says: str
    source: str


@dataclass(frozen=True, slots=True)
class ProgramTemplate:
    """A program without dates and loads. `days` are days of the week counted from 0.

    `minutes` is how long its longest session takes, `equipment` what all of it needs; `limits` name
    whom it does not suit, and `made_for` what it is there to make surer. `progression` says how
    loads move, `leave` when to go on to another program.
    """

    slug: str
    name: str
    goal: str
    goals: tuple[Goal, ...]
    levels: tuple[Experience, ...]
    for_whom: str
    summary: str
    minutes: int
    equipment: tuple[Equipment, ...]
    limits: tuple[Limit, ...]
    made_for: tuple[Limit, ...]
    progression: str
    leave: str
    evidence: tuple[Claim, ...]
    beside: bool
    days: tuple[int, ...]
    rotation: tuple[tuple[str, ...], ...]
    weeks: tuple[TemplateWeek, ...]
    sessions: Mapping[str, tuple[TemplateExercise, ...]]


def program(slug: str, text: str) -> ProgramTemplate:
    """Read one program file; raises BadLibrary, naming the program, for what makes no sense."""
    try:
        template = _template(slug, tomllib.loads(text))
    except (KeyError, TypeError, ValueError) as error:  # text that is not TOML is a ValueError
        raise BadLibrary(f"{slug}: {error}") from error
    for names in template.rotation:
        if len(names) != len(template.days) or not set(names) <= template.sessions.keys():
            raise BadLibrary(f"{slug}: the rotation does not fit days and sessions: {names}")
    return template


def mesocycle(template: ProgramTemplate, started_on: date) -> Mesocycle:
    """Date a template; the sets have no loads yet."""
    weeks = tuple(_week(template, index, started_on) for index in range(len(template.weeks)))
    return Mesocycle(
        template.name, started_on, weeks, goal=template.goal, program=template.slug
    )  # fmt: skip


def _template(slug: str, document: dict[str, Any]) -> ProgramTemplate:
    return ProgramTemplate(
        slug=slug,
        name=document["name"],
        goal=document["goal"],
        goals=_goals(document["goals"]),
        levels=tuple(map(Experience, document["levels"])),
        for_whom=document["for_whom"],
        summary=document["summary"],
        minutes=document["minutes"],
        equipment=tuple(map(Equipment, document["equipment"])),
        limits=tuple(map(Limit, document.get("limits", ()))),
        made_for=tuple(map(Limit, document.get("made_for", ()))),
        progression=document["progression"],
        leave=document["leave"],
        evidence=tuple(Claim(**claim) for claim in document["evidence"]),
        beside=document.get("beside", False),
        days=tuple(document["days"]),
        rotation=tuple(tuple(names) for names in document["rotation"]),
        weeks=tuple(TemplateWeek(**week) for week in document["weeks"]),
        sessions={
            name: tuple(_exercise(**line) for line in lines)
            for name, lines in document["sessions"].items()
        },
    )


def _goals(names: Sequence[str]) -> tuple[Goal, ...]:
    if not names:
        raise ValueError("a program needs a goal")
    return tuple(map(Goal, names))


def _exercise(reps: Sequence[int] | None = None, **fields: Any) -> TemplateExercise:
    low, high = reps or (None, None)
    return TemplateExercise(reps_low=low, reps_high=high, **fields)


def _week(template: ProgramTemplate, index: int, started_on: date) -> Microcycle:
    week = template.weeks[index]
    names = template.rotation[index % len(template.rotation)]
    return Microcycle(
        number=index + 1,
        starts_on=started_on + timedelta(days=index * DAYS_A_WEEK),
        sessions=tuple(
            PlannedSession(name, day, _exercises(template.sessions[name], week))
            for day, name in zip(template.days, names, strict=True)
        ),
        deload=week.deload,
        note=_note(week),
    )


def _exercises(
    lines: Sequence[TemplateExercise], week: TemplateWeek
) -> tuple[PlannedExercise, ...]:
    counts = [line.sets + week.sets * line.grows for line in lines]
    if week.deload:
        counts = _deloaded([line.sets for line in lines])
    return tuple(
        PlannedExercise(
            line.slug,
            (_planned_set(line, week),) * count,
            superset=line.superset,
            rest_s=line.rest_s,
            tempo=line.tempo,
            note=line.note,
        )
        for line, count in zip(lines, counts, strict=True)
    )


def _deloaded(counts: Sequence[int]) -> list[int]:
    """Cut the session's sets as a whole, so that rounding does not pile up; one set stays."""
    kept = [round(DELOAD_SETS_KEPT * total) for total in accumulate(counts, initial=0)]
    return [max(1, after - before) for before, after in pairwise(kept)]


def _planned_set(line: TemplateExercise, week: TemplateWeek) -> PlannedSet:
    easier = week.rir + DELOAD_RIR * week.deload
    rir = None if line.rir is None else max(0.0, line.rir + easier)
    return PlannedSet(
        line.reps_low, line.reps_high, rir,
        percent_e1rm=line.percent, amrap=line.amrap and not week.deload, seconds=line.seconds,
    )  # fmt: skip


def _note(week: TemplateWeek) -> str:
    if week.deload:
        return "deload: about half of the sets, two more reps in reserve"
    changes = []
    if week.sets:
        changes.append(f"{_count(week.sets, 'set')} {'more' if week.sets > 0 else 'fewer'}")
    if week.rir:
        way = "further from" if week.rir > 0 else "closer to"
        changes.append(f"{_count(week.rir, 'rep')} {way} the limit")
    return f"{', '.join(changes)} than usual (counted in already)" if changes else ""


def _count(number: float, noun: str) -> str:
    return f"a {noun}" if abs(number) == 1 else f"{abs(number):g} {noun}s"
