"""Areas of the body and how sore they are, in words."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from planner.coach.check_ins import Mark
from planner.engine.terms import Side, SoreArea


def area_word(area: str) -> str:
    """Return an area's name as a lifter says it; one of another program as it is stored."""
    known = {
        SoreArea.NECK: _tr("Neck"),
        SoreArea.SHOULDERS: _tr("Shoulders"),
        SoreArea.CHEST: _tr("Chest"),
        SoreArea.BICEPS: _tr("Biceps"),
        SoreArea.FOREARMS: _tr("Forearms, wrists"),
        SoreArea.ABS: _tr("Abs, sides"),
        SoreArea.HIPS: _tr("Hips"),
        SoreArea.FRONT_THIGHS: _tr("Front thighs"),
        SoreArea.INNER_THIGHS: _tr("Inner thighs"),
        SoreArea.KNEES: _tr("Knees"),
        SoreArea.SHINS: _tr("Shins"),
        SoreArea.FEET: _tr("Ankles, feet"),
        SoreArea.UPPER_BACK: _tr("Upper back"),
        SoreArea.LATS: _tr("Lats"),
        SoreArea.LOWER_BACK: _tr("Lower back"),
        SoreArea.TRICEPS: _tr("Triceps"),
        SoreArea.ELBOWS: _tr("Elbows"),
        SoreArea.GLUTES: _tr("Glutes"),
        SoreArea.HAMSTRINGS: _tr("Hamstrings"),
        SoreArea.CALVES: _tr("Calves"),
    }
    if area in tuple(SoreArea):
        return known[SoreArea(area)]
    plain = area.replace("_", " ")
    return plain[:1].upper() + plain[1:]


def sore_words() -> tuple[str, ...]:
    """Return the words for soreness 1 to 5."""
    return (_tr("none"), _tr("a little"), _tr("some"), _tr("sore"), _tr("very sore"))


def mark_words(mark: Mark) -> str:
    """Write '3 some', '2 a little, left'."""
    value, side = mark
    said = f"{value} {sore_words()[value - 1]}"
    sides = {Side.LEFT: _tr("{0}, left"), Side.RIGHT: _tr("{0}, right")}
    return sides[side].format(said) if side in sides else said


def areas_named(marks: Mapping[str, Mark]) -> str:
    """Write 'Calves 3 some, left; Chest 2 a little', the sorest first; '' for none."""
    sorest = sorted(marks.items(), key=lambda item: -item[1][0])
    return "; ".join(f"{area_word(area)} {mark_words(mark)}" for area, mark in sorest)


def _tr(text: str) -> str:
    return QCoreApplication.translate("area_words", text)
