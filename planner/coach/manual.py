"""The help: its pages in the language in use, their sections, and what is found in them."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from planner import language
from planner.coach import evidence_page

EVIDENCE = "evidence"
PAGES = (
    "start", "planning", "logging", "suggestions", "sheets", "charts", "health", "data", EVIDENCE,
)  # fmt: skip


_MARKS = re.compile(r"!?\[|\]\([^)]*\)|\*+|`|^\|[-|\s]+$|\|", re.MULTILINE)  # of Markdown


class Section(NamedTuple):
    """A part of a page: its heading, '' above the first one, and its words."""

    page: str
    heading: str
    text: str


def page(name: str) -> str:
    """Return a page in Markdown, in English where it is not written in the language in use."""
    return _written(name, language.in_use())


def title(name: str) -> str:
    """Return the title of a page."""
    return page(name).partition("\n")[0].removeprefix("# ")


def found(wanted: str, shown: Callable[[str], str] = str) -> list[Section]:
    """Return the sections that hold all the words, those with one in the heading first.

    `shown` makes of a section's text what is read on the screen.
    """
    words = wanted.casefold().split()
    code = language.in_use()
    sections = [each for name in PAGES for each in _sections(name, code)]
    holding = [each for each in sections if _holds(each, words, shown)]
    return sorted(holding, key=lambda each: not any(_in(each.heading, word) for word in words))


@cache
def _written(name: str, code: str) -> str:
    if name == EVIDENCE:
        return evidence_page.markdown()
    folder = files("planner.resources") / "help"
    said = folder / code / f"{name}.md"
    return (said if said.is_file() else folder / f"{name}.md").read_text("utf-8")


@cache
def _sections(name: str, _code: str) -> tuple[Section, ...]:
    first, *following = page(name).partition("\n")[2].split("\n## ")
    parts = (part.partition("\n") for part in following)
    sections = [("", "", first), *parts]
    return tuple(Section(name, head, _MARKS.sub("", text)) for head, _, text in sections)


def _holds(section: Section, words: list[str], shown: Callable[[str], str]) -> bool:
    text = shown(section.text)
    return all(_in(section.heading, word) or _in(text, word) for word in words)


def _in(text: str, word: str) -> bool:
    return word in text.casefold()
