"""Every number that a rule of the engine gives has words of its own in *Why?*."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from planner import engine
from planner.ui import number_words

KEY = re.compile(r"[a-z][a-z0-9_-]*")
SAID_ONLY = {"first", "second", "name", "muscle", "why"}  # words in a sentence, in no table
NUMBERED = ("1", "2")
UP = ("up_pct", "up_span", "up_low_pct", "up_high_pct")  # each is called by its lift


def emitted() -> set[str]:
    """Return the names of all numbers in the engine's source: in pairs, and told as facts."""
    sources = sorted(Path(engine.__file__).parent.glob("*.py"))
    nodes = [node for path in sources for node in ast.walk(ast.parse(path.read_text("utf-8")))]
    found = {name for node in nodes for name in (*_paired(node), *_told(node))}
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


def _told(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Call) and ast.unparse(node.func) == "two_facts":
        yield from (keyword.arg for keyword in node.keywords if keyword.arg)


@pytest.mark.parametrize("name", sorted(emitted()))
def test_every_number_of_the_engine_has_a_label_in_words(name: str) -> None:
    assert number_words.label(name), f"{name} has no label"


def test_the_numbers_of_the_engine_are_found() -> None:
    known = {"early_pct", "new_kg", "lift_1", "set_2_kg", "weekly_sets", "hit_p", "cost_pct"}
    assert known <= emitted()
    assert len(emitted()) > 60
