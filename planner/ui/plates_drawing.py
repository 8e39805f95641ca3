"""Draws how a load is set: a bar with plates, dumbbells, a stack with its pin, plates on a belt."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from planner.coach import gym
from planner.coach.gym import Rig, SetUp
from planner.engine.terms import KG_PER_LB, Unit
from planner.ui import plates_words, theme

HEIGHT, BAR_HEIGHT = 88, 8  # px
PLATE_WIDTH, PLATE_GAP = 17, 2  # px
WRITTEN_FROM = 12  # px; a narrower plate has no room for its weight
TALLEST_KG = 20.0  # a plate of this weight and more is drawn full size
ROW, ROW_WIDTH, ROWS = 14, 96, 5  # px, px, plates of a stack that are shown
_WHITE, _BLACK = "#ffffff", "#1b1f27"
_RED, _BLUE, _YELLOW, _GREEN = "#c8452f", "#2f6fbd", "#e6b422", "#2e8b57"
# (from kg, fill, ink): the colours of competition plates, nearest weight at or below
_IN_KG = (
    (24.0, _RED, _WHITE), (19.0, _BLUE, _WHITE), (14.0, _YELLOW, _BLACK), (9.0, _GREEN, _WHITE),
    (4.0, "#8d96a5", _BLACK), (2.2, "#5d6675", _WHITE), (0.0, "#b9c0cb", _BLACK),
)  # fmt: skip
# (from lb, fill, ink): the colours of bumper plates in pounds
_IN_LB = (
    (54.0, _RED, _WHITE), (44.0, _BLUE, _WHITE), (34.0, _YELLOW, _BLACK), (24.0, _GREEN, _WHITE),
    (9.0, "#8d96a5", _BLACK), (4.5, "#5d6675", _WHITE), (0.0, "#b9c0cb", _BLACK),
)  # fmt: skip


class Sheet(NamedTuple):
    """What is drawn on: a painter, the room in px and the unit that loads are read in."""

    painter: QPainter
    width: float
    unit: Unit

    @property
    def centre(self) -> float:
        """Return the middle from left to right, px."""
        return self.width / 2


def draw(sheet: Sheet, made: SetUp) -> None:
    """Draw a load as it is set, HEIGHT px tall."""
    sheet.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if made.rig in (Rig.BAR, Rig.SLED):
        _barbell(sheet, made.plates_kg)
    elif made.rig is Rig.LANDMINE:
        _landmine(sheet, made.plates_kg)
    elif made.rig in (Rig.STACK, Rig.HELP):
        _stack(sheet, made)
    elif made.rig is Rig.BELT:
        _belt(sheet, made.plates_kg)
    elif made.rig is Rig.DUMBBELLS:
        _dumbbell(sheet, sheet.centre - 66, made.load_kg)
        _dumbbell(sheet, sheet.centre + 66, made.load_kg)
    elif made.rig is Rig.DUMBBELL:
        _dumbbell(sheet, sheet.centre, made.load_kg)
    elif made.rig is Rig.WEIGHT:
        _weight(sheet, made.load_kg)


def _barbell(sheet: Sheet, plates_kg: tuple[float, ...]) -> None:
    middle, grip = HEIGHT / 2, min(24.0, sheet.width / 10)
    _block(sheet, QRectF(4, middle - BAR_HEIGHT / 2, sheet.width - 8, BAR_HEIGHT))
    width = _plate_width(sheet.centre - grip - 10, len(plates_kg))
    apart = width + min(PLATE_GAP, width / 2)
    for place, kg in enumerate(plates_kg):
        out = grip + place * apart
        _plate(sheet, sheet.centre + out, width, kg)
        _plate(sheet, sheet.centre - out - width, width, kg)


def _landmine(sheet: Sheet, plates_kg: tuple[float, ...]) -> None:
    """Draw a bar that stands in a joint with its left end and has its plates on the right one."""
    middle, grip = HEIGHT / 2, min(24.0, sheet.width / 10)
    _block(sheet, QRectF(4, middle - BAR_HEIGHT / 2, sheet.width - 8, BAR_HEIGHT))
    _block(sheet, QRectF(4, middle - 12, 14, 24), radius=7)
    width = _plate_width(sheet.centre - grip - 10, len(plates_kg))
    apart = width + min(PLATE_GAP, width / 2)
    for place, kg in enumerate(plates_kg):
        _plate(sheet, sheet.centre + grip + place * apart, width, kg)


def _plate_width(room: float, count: int) -> float:
    each = room / max(count, 1)
    return min(float(PLATE_WIDTH), each - min(PLATE_GAP, each / 3))


def _plate(sheet: Sheet, left: float, width: float, kg: float, middle: float = HEIGHT / 2) -> None:
    tall = (HEIGHT - 8) * (0.42 + 0.58 * min(kg / TALLEST_KG, 1.0))
    tall = min(tall, 2 * (HEIGHT - middle) - 4)
    fill, ink = _colours(kg, sheet.unit)
    box = QRectF(left, middle - tall / 2, width, tall)
    _block(sheet, box, fill, 3)
    if width >= WRITTEN_FROM:
        _write_upright(sheet, box, plates_words.number(kg, sheet.unit), ink)


def _colours(kg: float, unit: Unit) -> tuple[str, str]:
    pounds = gym.unit_of(kg, unit) is Unit.LB
    weight, table = (kg / KG_PER_LB, _IN_LB) if pounds else (kg, _IN_KG)
    return next((fill, ink) for least, fill, ink in table if weight >= least)


def _belt(sheet: Sheet, plates_kg: tuple[float, ...]) -> None:
    middle, painter = HEIGHT / 2 + 12, sheet.painter
    width = _plate_width(sheet.width - 40, len(plates_kg))
    apart = width + min(PLATE_GAP, width / 2)
    across = len(plates_kg) * apart
    painter.setPen(QPen(QColor(theme.current().muted), 2, Qt.PenStyle.DotLine))
    for side in (-1, 1):
        low = QPointF(sheet.centre + side * (across / 2 + 6), middle)
        painter.drawLine(QPointF(sheet.centre + side * 44, 8), low)
    _block(sheet, QRectF(sheet.centre - 52, 2, 104, 8))
    _block(sheet, QRectF(sheet.centre - across / 2 - 8, middle - 2, across + 16, 4))
    for place, kg in enumerate(plates_kg):
        _plate(sheet, sheet.centre - across / 2 + place * apart, width, kg, middle)


def _dumbbell(sheet: Sheet, centre: float, kg: float) -> None:
    middle = HEIGHT / 2 - 10
    _block(sheet, QRectF(centre - 30, middle - 4, 60, 8))
    for left, tall in ((-50.0, 34), (-38.0, 46), (28.0, 46), (40.0, 34)):
        _block(sheet, QRectF(centre + left, middle - tall / 2, 10, tall), "#5d6675", 3)
    below = QRectF(centre - 60, HEIGHT - 26, 120, 22)
    _write(sheet, below, plates_words.mass(kg, sheet.unit), theme.current().text, 13)


def _weight(sheet: Sheet, kg: float) -> None:
    box = QRectF(sheet.centre - 48, 18, 96, HEIGHT - 34)
    _block(sheet, box, "#5d6675", 8)
    _write(sheet, box, plates_words.mass(kg, sheet.unit), _WHITE, 13)


def _stack(sheet: Sheet, made: SetUp) -> None:
    """Draw the plates of a stack around the pinned one; those that are lifted are filled."""
    step = made.step_kg
    pinned = round(made.pin_kg / step)
    first = max(1, pinned - ROWS + 2)
    left, top = sheet.centre - ROW_WIDTH / 2, float(HEIGHT - ROWS * ROW)
    for line in range(ROWS):
        box = QRectF(left, top + line * ROW, ROW_WIDTH, ROW - 2)
        _row(sheet, box, (first + line) * step, first + line - pinned)
    if made.add_ons_kg:
        _add_ons(sheet, QRectF(left + 14, top - ROW, ROW_WIDTH - 28, ROW - 2), made.add_ons_kg)


def _row(sheet: Sheet, box: QRectF, kg: float, below_pin: int) -> None:
    tokens = theme.current()
    lifted = below_pin <= 0
    _block(sheet, box, tokens.accent if lifted else tokens.line, 2)
    ink = tokens.on_accent if lifted else tokens.muted
    _write(sheet, box, plates_words.number(kg, sheet.unit), ink, 10)
    if below_pin == 0:
        pin = QRectF(box.right() - 10, box.center().y() - 2, 34, 4)
        _block(sheet, pin, tokens.text, 2)
        _block(sheet, QRectF(pin.right() - 2, pin.center().y() - 5, 10, 10), tokens.text, 5)


def _add_ons(sheet: Sheet, box: QRectF, add_ons_kg: tuple[float, ...]) -> None:
    _block(sheet, box, _YELLOW, 2)
    _write(sheet, box, f"+ {plates_words.plates(add_ons_kg, sheet.unit)}", _BLACK, 10)


def _block(sheet: Sheet, box: QRectF, fill: str = "", radius: float = 3) -> None:
    sheet.painter.setPen(Qt.PenStyle.NoPen)
    sheet.painter.setBrush(QColor(fill or theme.current().muted))
    sheet.painter.drawRoundedRect(box, radius, radius)


def _write(sheet: Sheet, box: QRectF, text: str, ink: str, pixels: int) -> None:
    font = sheet.painter.font()
    font.setPixelSize(pixels)
    sheet.painter.setFont(font)
    sheet.painter.setPen(QColor(ink))
    sheet.painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def _write_upright(sheet: Sheet, box: QRectF, text: str, ink: str) -> None:
    sheet.painter.save()
    sheet.painter.translate(box.center())
    sheet.painter.rotate(-90)
    turned = QRectF(-box.height() / 2, -box.width() / 2, box.height(), box.width())
    _write(sheet, turned, text, ink, 10)
    sheet.painter.restore()
