"""The shipped drawings are whole: one a pattern, every muscle, and colours by name only."""

from __future__ import annotations

import re
from importlib.resources import files
from typing import TypeAlias

import pytest
from PySide6.QtCore import QXmlStreamReader

from planner.engine.terms import Muscle, Pattern

RESOURCES = files("planner.resources")
PICTOGRAMS = RESOURCES.joinpath("pictograms")
FRONT = {
    "neck", "front_delts", "side_delts", "chest", "biceps", "forearms", "abs", "obliques",
    "hip_flexors", "quads", "adductors", "shins",
}  # fmt: skip
CENTRES = {"front": 60, "back": 180}

Part: TypeAlias = tuple[str, dict[str, str]]


def parts(*path: str) -> list[Part]:
    """Return (tag, attributes) of every element of a drawing; fails when it is no XML."""
    reader = QXmlStreamReader(RESOURCES.joinpath(*path).read_text("utf-8"))
    found = []
    while not reader.atEnd():
        if reader.readNext() is QXmlStreamReader.TokenType.StartElement:
            pairs = {each.name(): each.value() for each in reader.attributes()}
            found.append((reader.name(), pairs))
    assert not reader.hasError(), reader.errorString()
    return found


def colours(drawing: list[Part]) -> set[str]:
    words = {pairs.get(name, "none") for _, pairs in drawing for name in ("fill", "stroke")}
    return words - {"none"}


def muscles(side: str) -> list[tuple[str, str]]:
    """Return (muscle, path data) of the figure that is seen from a side."""
    found, figure = [], ""
    for _, pairs in parts("body.svg"):
        figure = pairs.get("id", figure)
        muscle = pairs.get("fill", "").partition("muscle:")[2]
        if muscle and figure == side:
            found.append((muscle, pairs["d"]))
    return found


def test_every_pattern_has_a_pictogram_and_there_are_no_others() -> None:
    assert {file.name for file in PICTOGRAMS.iterdir()} == {f"{each}.svg" for each in Pattern}


@pytest.mark.parametrize("pattern", Pattern)
def test_a_pictogram_has_a_person_and_leaves_the_colours_to_the_theme(pattern: Pattern) -> None:
    drawing = parts("pictograms", f"{pattern}.svg")
    assert drawing[0][1]["viewBox"] == "0 0 96 96"
    assert {"body"} <= colours(drawing) <= {"body", "load"}
    assert ("circle", "body") in [(tag, pairs.get("fill")) for tag, pairs in drawing]


def test_the_pictograms_all_differ() -> None:
    assert len({file.read_text("utf-8") for file in PICTOGRAMS.iterdir()}) == len(Pattern)


def test_the_body_has_every_muscle_and_leaves_the_colours_to_the_theme() -> None:
    named = {f"muscle:{muscle}" for muscle in Muscle}
    assert colours(parts("body.svg")) == {"skin", "outline", *named}


def test_muscles_are_on_the_side_from_which_they_are_seen() -> None:
    assert {muscle for muscle, _ in muscles("front")} == FRONT
    assert {muscle for muscle, _ in muscles("back")} == {*Muscle} - FRONT | {"forearms"}


@pytest.mark.parametrize("side", CENTRES)
def test_muscles_are_closed_and_the_same_left_and_right(side: str) -> None:
    shapes = muscles(side)
    assert all(data.endswith("Z") for _, data in shapes)
    for left, right in zip(shapes[::2], shapes[1::2], strict=True):
        assert left[0] == right[0]
        mirrored = [2 * CENTRES[side] - x for x in xs(right[1])]
        assert xs(left[1]) == pytest.approx(mirrored, abs=0.11)


def xs(data: str) -> list[float]:
    return [float(number) for number in re.findall(r"-?[\d.]+", data)[::2]]
