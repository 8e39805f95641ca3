"""What programs call themselves, their sessions and lines, for a sheet in whatever language.

A plan keeps these names in the language that it was made in: they are the lifter's from then on.
What is not of the program that a block was begun from was typed, and stays in every language.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from planner import language
from planner.coach import sheet_language, templates
from planner.engine.terms import Microcycle, PlannedSession
from planner.formats.programs import ProgramTemplate
from planner.language import tr
from planner.storage import plan_days
from planner.storage.plan_days import WeekOfBlock


def said(planned: WeekOfBlock) -> WeekOfBlock:
    """Say a week in the language in use where its words are its program's; others stay as typed."""
    known = _known(planned)

    def say(text: str) -> str:
        return tr(known[text]) if text in known else text

    def session(made: PlannedSession) -> PlannedSession:
        lines = tuple(replace(each, note=say(each.note)) for each in made.exercises)
        return replace(made, name=say(made.name), exercises=lines)

    week = replace(planned.week, sessions=tuple(map(session, planned.week.sessions)))
    return planned._replace(block=say(planned.block), week=week)


def on_paper(lifter_id: int, week: Microcycle) -> tuple[str, Mapping[str, str]]:
    """Return what a lifter's sheets call the block of a stored week, and its sessions by uid."""
    with language.saying(sheet_language.chosen(lifter_id)):
        asked = said(plan_days.of_block(week))
    return asked.block, {made.uid: made.name for made in asked.week.sessions}


def _known(planned: WeekOfBlock) -> Mapping[str, str]:
    """Return the English of what a week's program says, by its words in the language of the week.

    That is the one in which most of its words are the program's.
    """
    if planned.program is None:
        return {}
    words = [planned.block, *_words(planned.week)]
    each = [_english(planned.program, code) for code in language.NAMES]
    return max(each, key=lambda known: sum(word in known for word in words))


def _words(week: Microcycle) -> Iterator[str]:
    for session in week.sessions:
        yield session.name
        yield from (line.note for line in session.exercises)


@lru_cache
def _english(program: str, code: str) -> Mapping[str, str]:
    """Return the English of all that a program says in plans, by what a language says.

    One's own programs, and those that ship no more, say nothing.
    """
    found = (made for made in templates.in_english() if made.slug == program)
    with language.saying(code):
        return {tr(text): text for made in found for text in _texts(made)}


def _texts(program: ProgramTemplate) -> Iterator[str]:
    yield program.name
    for name, lines in program.sessions.items():
        yield name
        yield from (line.note for line in lines if line.note)
