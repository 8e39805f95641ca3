"""What programs call themselves, their sessions and lines, for a sheet in another language.

A plan keeps these names in the language that it was made in: they are the lifter's from then on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from planner.coach import templates
from planner.engine.terms import Microcycle, PlannedSession
from planner.language import tr
from planner.storage.plan_days import WeekOfBlock


def english() -> Mapping[str, str]:
    """Return the English of all that programs say in plans, by what the language in use says."""
    return {said: text for text in _texts() for said in (text, tr(text))}


def said(planned: WeekOfBlock, known: Mapping[str, str]) -> WeekOfBlock:
    """Say a week in the language in use where its words are a program's; others stay as typed."""

    def say(text: str) -> str:
        return tr(known[text]) if text in known else text

    def session(made: PlannedSession) -> PlannedSession:
        lines = tuple(replace(each, note=say(each.note)) for each in made.exercises)
        return replace(made, name=say(made.name), exercises=lines)

    week: Microcycle = planned.week
    week = replace(week, sessions=tuple(map(session, week.sessions)))
    return planned._replace(block=say(planned.block), week=week)


def _texts() -> Iterator[str]:
    for program in templates.in_english():
        yield program.name
        for name, lines in program.sessions.items():
            yield name
            yield from (line.note for line in lines if line.note)
