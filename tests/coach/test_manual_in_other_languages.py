"""The help in other languages says what the English one says, page by page."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from planner import language
from planner.coach import manual
from planner.language import tr

HELP = files("planner.resources") / "help"
WRITTEN = [name for name in manual.PAGES if name != manual.EVIDENCE]
OTHERS = sorted(set(language.NAMES) - {language.ENGLISH})


def shape(markdown: str) -> dict[str, list[str]]:
    """Return what is the same in every language: typed text, pictures, headings, rows."""
    lines = markdown.splitlines()
    return {
        "typed": sorted(re.findall("`[^`]+`", markdown)),
        "pictures": re.findall(r"\]\(([^)]+)\)", markdown),
        "headings": [line.partition(" ")[0] for line in lines if line.startswith("#")],
        "rows": [str(line.count(" |")) for line in lines if line.startswith("|")],
    }


@pytest.mark.parametrize("code", OTHERS)
@pytest.mark.parametrize("name", WRITTEN)
def test_each_page_has_the_shape_of_the_english_one(name: str, code: str) -> None:
    english = manual.page(name)
    with language.saying(code):
        said = manual.page(name)
    assert said != english
    assert shape(said) == shape(english)


@pytest.mark.parametrize("code", OTHERS)
def test_the_heading_that_the_editor_opens_is_on_the_page(code: str) -> None:
    with language.saying(code):
        assert f"## {tr('Write a prescription')}\n" in manual.page("planning")


def test_no_page_is_translated_that_is_not_in_the_help() -> None:
    pages = {f"{name}.md" for name in WRITTEN}
    assert all({each.name for each in (HELP / code).iterdir()} == pages for code in OTHERS)
