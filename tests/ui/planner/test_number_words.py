"""Every number that a rule of the engine gives has words of its own in *Why?*."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from planner import engine
from planner.engine.terms import Technique, Unit
from planner.ui import number_words

KEY = re.compile(r"[a-z][a-z0-9_-]*")
SAID_ONLY = {  # words in a sentence, in no table
    "first", "second", "name", "muscle", "why", "when", "then", "at_load",
}  # fmt: skip
NUMBERED = ("1", "2")
UP = ("up_pct", "up_span", "up_low_pct", "up_high_pct")  # each is called by its lift


def emitted() -> set[str]:
    """Return the names of all numbers in the engine's source: in pairs, and told as facts."""
    sources = sorted(Path(engine.__file__).parent.glob("*.py"))
    modules = [list(ast.walk(ast.parse(path.read_text("utf-8")))) for path in sources]
    found = {name for nodes in modules for node in nodes for name in _paired(node)}
    found |= {name for nodes in modules for name in _told(nodes)}
    return {name for name in found - SAID_ONLY if not name.endswith(UP)} - {*number_words.UNSHOWN}


def _paired(node: ast.AST) -> Iterator[str]:
    if not (isinstance(node, ast.Tuple) and len(node.elts) == 2):
        return
    key, value = node.elts
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        return
    for name in _names(key):
        if KEY.fullmatch(name):
            yield name


def _names(key: ast.expr) -> Iterator[str]:
    if isinstance(key, ast.Constant) and isinstance(key.value, str):
        yield key.value
    if isinstance(key, ast.JoinedStr):
        pattern = ast.unparse(key)[2:-1]
        yield from (pattern.replace("{number}", each) for each in NUMBERED)


def _told(nodes: list[ast.AST]) -> Iterator[str]:
    """Yield the values of all phrases of a module in which facts become numbers."""
    calls = [(ast.unparse(node.func), node) for node in nodes if isinstance(node, ast.Call)]
    if any(name == "two_facts" for name, _ in calls):
        keywords = (each for name, node in calls if name == "phrase" for each in node.keywords)
        yield from (keyword.arg for keyword in keywords if keyword.arg)


@pytest.mark.parametrize("name", sorted(emitted()))
def test_every_number_of_the_engine_has_a_label_in_words(name: str) -> None:
    assert number_words.label(name), f"{name} has no label"


def test_the_numbers_of_the_engine_are_found() -> None:
    known = {"early_pct", "new_kg", "lift_1", "set_2_kg", "weekly_sets", "hit_p", "cost_pct"}
    assert known <= emitted()
    assert len(emitted()) > 60


@pytest.mark.parametrize("look", Technique)
def test_how_a_movement_looked_is_a_word_in_the_table(look: Technique) -> None:
    assert number_words.number_row("technique", str(look), Unit.KG)[1] == look
