"""What muscles and areas of the body are called, to be said in the language in use."""

from __future__ import annotations

from collections.abc import Mapping

from planner.engine.terms.areas import SoreArea, area_and_side
from planner.engine.terms.kinds import Muscle, Side
from planner.engine.terms.phrases import N_, Phrase, PhraseValue, phrase

MUSCLE_NAMES: Mapping[Muscle, str] = {
    Muscle.QUADS: N_("Quads"),
    Muscle.HAMSTRINGS: N_("Hamstrings"),
    Muscle.GLUTES: N_("Glutes"),
    Muscle.ADDUCTORS: N_("Adductors"),
    Muscle.ABDUCTORS: N_("Abductors"),
    Muscle.CALVES: N_("Calves"),
    Muscle.SHINS: N_("Shins"),
    Muscle.HIP_FLEXORS: N_("Hip flexors"),
    Muscle.CHEST: N_("Chest"),
    Muscle.LATS: N_("Lats"),
    Muscle.UPPER_BACK: N_("Upper back"),
    Muscle.TRAPS: N_("Traps"),
    Muscle.LOWER_BACK: N_("Lower back"),
    Muscle.FRONT_DELTS: N_("Front delts"),
    Muscle.SIDE_DELTS: N_("Side delts"),
    Muscle.REAR_DELTS: N_("Rear delts"),
    Muscle.ROTATOR_CUFF: N_("Rotator cuff"),
    Muscle.BICEPS: N_("Biceps"),
    Muscle.TRICEPS: N_("Triceps"),
    Muscle.FOREARMS: N_("Forearms"),
    Muscle.ABS: N_("Abs"),
    Muscle.OBLIQUES: N_("Obliques"),
    Muscle.NECK: N_("Neck"),
}
_AREAS: Mapping[SoreArea, str] = {  # as they are said within a sentence
    SoreArea.NECK: N_("neck"),
    SoreArea.SHOULDERS: N_("shoulders"),
    SoreArea.CHEST: N_("chest"),
    SoreArea.BICEPS: N_("biceps"),
    SoreArea.FOREARMS: N_("forearms"),
    SoreArea.ABS: N_("abs"),
    SoreArea.HIPS: N_("hips"),
    SoreArea.FRONT_THIGHS: N_("front thighs"),
    SoreArea.INNER_THIGHS: N_("inner thighs"),
    SoreArea.KNEES: N_("knees"),
    SoreArea.SHINS: N_("shins"),
    SoreArea.FEET: N_("feet"),
    SoreArea.UPPER_BACK: N_("upper back"),
    SoreArea.LATS: N_("lats"),
    SoreArea.LOWER_BACK: N_("lower back"),
    SoreArea.TRICEPS: N_("triceps"),
    SoreArea.ELBOWS: N_("elbows"),
    SoreArea.GLUTES: N_("glutes"),
    SoreArea.HAMSTRINGS: N_("hamstrings"),
    SoreArea.CALVES: N_("calves"),
}


def muscle_name(muscle: Muscle) -> Phrase:
    """Return what a muscle is called: 'Upper back'."""
    return phrase(MUSCLE_NAMES[muscle])


def area_name(stored: str) -> PhraseValue:
    """Return what a stored area is called within a sentence: 'left calves'.

    An area of another program is called as it is stored.
    """
    area, side = area_and_side(stored)
    known = area in tuple(SoreArea)
    plain: PhraseValue = phrase(_AREAS[SoreArea(area)]) if known else area.replace("_", " ")
    if side is Side.BOTH:
        return plain
    return phrase("left {area}" if side is Side.LEFT else "right {area}", area=plain)
