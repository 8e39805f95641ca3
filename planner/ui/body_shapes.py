"""The muscles of the drawn body as outlines, to be coloured and clicked one by one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from planner.engine.terms import AREA_MUSCLES, Muscle, Side, SoreArea
from planner.ui import theme

FRONT_MIDDLE, BACK_MIDDLE = 60.0, 180.0  # px in the view box
_FIGURE_EDGE = 120.0  # px; the front is left of it
_SHAPE = re.compile(r'<path fill="(\w+):?(\w*)"[^>]* d="([^"]+)"')
_STEP = re.compile(r"([MCZ])([^MCZ]*)")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
# Joints as (middle x, middle y, half width, half height) in px of the view box, one side of each
_JOINTS = {
    SoreArea.KNEES: (76.5, 187.0, 5.5, 6.0),
    SoreArea.FEET: (74.0, 244.0, 5.0, 7.0),
    SoreArea.ELBOWS: (215.0, 99.5, 4.0, 4.5),
}


@dataclass(frozen=True, slots=True)
class BodyShape:
    """An outline in px of the view box; `side` is the lifter's own, seen from front or back."""

    area: SoreArea
    side: Side
    outline: QPainterPath


@dataclass(frozen=True, slots=True)
class MuscleShape:
    """A muscle's outline in px of the view box, and the lifter's own side that it is on."""

    muscle: Muscle
    side: Side
    outline: QPainterPath


@cache
def body() -> tuple[QPainterPath, ...]:
    """Return what is no area: the skin of both figures."""
    return tuple(_path(drawn) for kind, _, drawn in _shapes() if kind == "skin")


@cache
def muscles() -> tuple[MuscleShape, ...]:
    """Return the outlines of all muscles, in the order in which they are drawn."""
    paths = [(Muscle(name), _path(drawn)) for kind, name, drawn in _shapes() if kind == "muscle"]
    return tuple(MuscleShape(muscle, _side(path), path) for muscle, path in paths)


@cache
def areas() -> tuple[BodyShape, ...]:
    """Return the outlines of all areas, in the order in which they are drawn."""
    of_muscle = {muscle: area for area, held in AREA_MUSCLES.items() for muscle in held}
    of_muscles = [(of_muscle[each.muscle], each.outline) for each in muscles()]
    joints = [(area, _oval(area, mirrored)) for area in _JOINTS for mirrored in (False, True)]
    return tuple(BodyShape(area, _side(path), path) for area, path in (*of_muscles, *joints))


def _shapes() -> list[tuple[str, str, str]]:
    return _SHAPE.findall((theme.RESOURCES / "body.svg").read_text("utf-8"))


def _path(drawn: str) -> QPainterPath:
    made = QPainterPath()
    for step, numbers in _STEP.findall(drawn):
        values = [float(each) for each in _NUMBER.findall(numbers)]
        points = [QPointF(x, y) for x, y in zip(values[::2], values[1::2], strict=True)]
        if step == "M":
            made.moveTo(points[0])
        elif step == "Z":
            made.closeSubpath()
        for place in range(0, len(points) if step == "C" else 0, 3):
            made.cubicTo(*points[place : place + 3])
    return made


def _oval(area: SoreArea, mirrored: bool) -> QPainterPath:
    x, y, half_width, half_height = _JOINTS[area]
    middle = FRONT_MIDDLE if x < _FIGURE_EDGE else BACK_MIDDLE
    made = QPainterPath()
    made.addEllipse(QPointF(2 * middle - x if mirrored else x, y), half_width, half_height)
    return made


def _side(path: QPainterPath) -> Side:
    """Tell which side a shape is on: a figure from the front has its left on our right."""
    x = QRectF(path.boundingRect()).center().x()
    if x < _FIGURE_EDGE:
        return Side.LEFT if x > FRONT_MIDDLE else Side.RIGHT
    return Side.RIGHT if x > BACK_MIDDLE else Side.LEFT
