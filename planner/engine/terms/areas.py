"""Areas of the body that can be sore, as a lifter names them, and the muscles in each."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from planner.engine.terms.kinds import Muscle, Side


class SoreArea(StrEnum):
    """An area of the body; joints have no muscle."""

    NECK = "neck"
    SHOULDERS = "shoulders"
    CHEST = "chest"
    BICEPS = "biceps"
    FOREARMS = "forearms"
    ABS = "abs"
    HIPS = "hips"
    FRONT_THIGHS = "front_thighs"
    INNER_THIGHS = "inner_thighs"
    KNEES = "knees"
    SHINS = "shins"
    FEET = "feet"
    UPPER_BACK = "upper_back"
    LATS = "lats"
    LOWER_BACK = "lower_back"
    TRICEPS = "triceps"
    ELBOWS = "elbows"
    GLUTES = "glutes"
    HAMSTRINGS = "hamstrings"
    CALVES = "calves"


AREA_MUSCLES: Mapping[SoreArea, tuple[Muscle, ...]] = {
    SoreArea.NECK: (Muscle.NECK,),
    SoreArea.SHOULDERS: (
        Muscle.FRONT_DELTS,
        Muscle.SIDE_DELTS,
        Muscle.REAR_DELTS,
        Muscle.ROTATOR_CUFF,
    ),
    SoreArea.CHEST: (Muscle.CHEST,),
    SoreArea.BICEPS: (Muscle.BICEPS,),
    SoreArea.FOREARMS: (Muscle.FOREARMS,),
    SoreArea.ABS: (Muscle.ABS, Muscle.OBLIQUES),
    SoreArea.HIPS: (Muscle.HIP_FLEXORS, Muscle.ABDUCTORS),
    SoreArea.FRONT_THIGHS: (Muscle.QUADS,),
    SoreArea.INNER_THIGHS: (Muscle.ADDUCTORS,),
    SoreArea.KNEES: (),
    SoreArea.SHINS: (Muscle.SHINS,),
    SoreArea.FEET: (),
    SoreArea.UPPER_BACK: (Muscle.TRAPS, Muscle.UPPER_BACK),
    SoreArea.LATS: (Muscle.LATS,),
    SoreArea.LOWER_BACK: (Muscle.LOWER_BACK,),
    SoreArea.TRICEPS: (Muscle.TRICEPS,),
    SoreArea.ELBOWS: (),
    SoreArea.GLUTES: (Muscle.GLUTES,),
    SoreArea.HAMSTRINGS: (Muscle.HAMSTRINGS,),
    SoreArea.CALVES: (Muscle.CALVES,),
}


def stored_area(area: str, side: Side) -> str:
    """Return how a check-in holds an area: 'calves', or 'calves_left' when one side is sore."""
    return f"{area}_{side}" if side in (Side.LEFT, Side.RIGHT) else area


def area_and_side(stored: str) -> tuple[str, Side]:
    """Take 'calves_left' apart; an area of another program, such as 'thumb', stays as it is."""
    for side in (Side.LEFT, Side.RIGHT):
        if stored.endswith(f"_{side}"):
            return stored.removesuffix(f"_{side}"), side
    return stored, Side.BOTH
