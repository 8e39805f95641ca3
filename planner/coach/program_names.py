"""What programs call themselves, their sessions and lines, for a sheet in whatever language.

A plan keeps these names in the language that it was made in: they are the lifter's from then on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from planner import language
from planner.coach import sheet_language, templates
from planner.engine.terms import Microcycle, PlannedSession
from planner.language import tr
from planner.storage.plan_days import WeekOfBlock


def said(planned: WeekOfBlock) -> WeekOfBlock:
    """Say a week in the language in use where its words are a program's; others stay as typed."""

    def session(made: PlannedSession) -> PlannedSession:
        lines = tuple(replace(each, note=_say(each.note)) for each in made.exercises)
        return replace(made, name=_say(made.name), exercises=lines)

    week: Microcycle = planned.week
    week = replace(week, sessions=tuple(map(session, week.sessions)))
    return planned._replace(block=_say(planned.block), week=week)


def on_paper(lifter_id: int, name: str) -> str:
    """Return the name of a block or a session as it stands on a lifter's sheets."""
    with language.saying(sheet_language.chosen(lifter_id)):
        return _say(name)


def _say(text: str) -> str:
    """Say a text of a program in the language in use, whichever it is in; others stay."""
    found = (_english(code).get(text) for code in language.NAMES) if text else ()
    return next((tr(english) for english in found if english), text)


@lru_cache
def _english(code: str) -> Mapping[str, str]:
    """Return the English of all that programs say in plans, by what a language says."""
    with language.saying(code):
        return {tr(text): text for text in _texts()}


def _texts() -> Iterator[str]:
    for program in templates.in_english():
        yield program.name
        for name, lines in program.sessions.items():
            yield name
            yield from (line.note for line in lines if line.note)
