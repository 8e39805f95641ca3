"""The page that lists what the engine relies on."""

from itertools import chain
from pathlib import Path

from planner import resources
from planner.coach import evidence_page
from planner.engine import evidence
from planner.engine.evidence import CONSTANTS
from planner.engine.sources import SOURCES

KEPT = Path(resources.__path__[0]) / "evidence.md"


def test_every_constant_stands_on_the_page_once_with_its_unit_and_grade() -> None:
    rows = [row for row in evidence_page.markdown().splitlines() if row.startswith("| ")]
    for each in CONSTANTS:
        (row,) = [row for row in rows if row.startswith(f"| {each.name} | ")]
        assert f"| {each.value:g} | {each.unit} |" in row
        assert SOURCES[each.source].grade in row


def test_every_constant_belongs_to_one_section() -> None:
    assert [each for section in evidence_page.SECTIONS.values() for each in section] == list(
        CONSTANTS
    )


def test_every_publication_is_cited_in_full() -> None:
    page = evidence_page.markdown()
    for key, source in SOURCES.items():
        assert not key[-1].isdigit() or f"**{key}**: {source.reference}" in page


def test_the_kept_page_is_the_one_the_code_makes() -> None:
    assert KEPT.read_text("utf-8") == evidence_page.markdown(), "write the page to this file anew"


def test_every_constant_has_a_name_of_its_own() -> None:
    values = [value for name, value in vars(evidence).items() if name != "CONSTANTS"]
    several = chain.from_iterable(value for value in values if isinstance(value, tuple))
    named = [each for each in chain(values, several) if isinstance(each, evidence.Constant)]
    assert sorted(map(repr, named)) == sorted(map(repr, CONSTANTS))
