"""Areas of the body and how sore they are, in words."""

from __future__ import annotations

from collections.abc import Mapping

from planner.coach.check_ins import Mark
from planner.engine.terms import Side, SoreArea
from planner.language import tr


def area_word(area: str) -> str:
    """Return an area's name as a lifter says it; one of another program as it is stored."""
    known = {
        SoreArea.NECK: tr("Neck"),
        SoreArea.SHOULDERS: tr("Shoulders"),
        SoreArea.CHEST: tr("Chest"),
        SoreArea.BICEPS: tr("Biceps"),
        SoreArea.FOREARMS: tr("Forearms, wrists"),
        SoreArea.ABS: tr("Abs, sides"),
        SoreArea.HIPS: tr("Hips"),
        SoreArea.FRONT_THIGHS: tr("Front thighs"),
        SoreArea.INNER_THIGHS: tr("Inner thighs"),
        SoreArea.KNEES: tr("Knees"),
        SoreArea.SHINS: tr("Shins"),
        SoreArea.FEET: tr("Ankles, feet"),
        SoreArea.UPPER_BACK: tr("Upper back"),
        SoreArea.LATS: tr("Lats"),
        SoreArea.LOWER_BACK: tr("Lower back"),
        SoreArea.TRICEPS: tr("Triceps"),
        SoreArea.ELBOWS: tr("Elbows"),
        SoreArea.GLUTES: tr("Glutes"),
        SoreArea.HAMSTRINGS: tr("Hamstrings"),
        SoreArea.CALVES: tr("Calves"),
    }
    if area in tuple(SoreArea):
        return known[SoreArea(area)]
    plain = area.replace("_", " ")
    return plain[:1].upper() + plain[1:]


def sore_words() -> tuple[str, ...]:
    """Return the words for soreness 1 to 5."""
    return (tr("none", "soreness"), tr("a little"), tr("some"), tr("sore"), tr("very sore"))


def mark_words(mark: Mark) -> str:
    """Write '3 some', '2 a little, left'."""
    value, side = mark
    said = f"{value} {sore_words()[value - 1]}"
    sides = {Side.LEFT: tr("{0}, left"), Side.RIGHT: tr("{0}, right")}
    return sides[side].format(said) if side in sides else said


def areas_named(marks: Mapping[str, Mark]) -> str:
    """Write 'Calves 3 some, left; Chest 2 a little', the sorest first; '' for none."""
    sorest = sorted(marks.items(), key=lambda item: -item[1][0])
    return "; ".join(f"{area_word(area)} {mark_words(mark)}" for area, mark in sorest)
