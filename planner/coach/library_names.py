"""What patterns, equipment, muscles and what is to be spared are called, alone and in a sentence.

A sentence has names of its own: a language may write them otherwise there.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from planner.engine.terms import MUSCLE_NAMES, N_, Equipment, Limit, Muscle, Pattern
from planner.language import tr

_NAMES: Mapping[StrEnum, str] = {
    Pattern.SQUAT: N_("Squat"),
    Pattern.HINGE: N_("Hinge"),
    Pattern.LUNGE: N_("Lunge"),
    Pattern.HORIZONTAL_PUSH: N_("Horizontal push"),
    Pattern.VERTICAL_PUSH: N_("Vertical push"),
    Pattern.HORIZONTAL_PULL: N_("Horizontal pull"),
    Pattern.VERTICAL_PULL: N_("Vertical pull"),
    Pattern.CARRY: N_("Carry"),
    Pattern.ROTATION: N_("Rotation"),
    Pattern.ANTI_MOVEMENT: N_("Anti-movement"),
    Pattern.ISOLATION: N_("Isolation"),
    Pattern.OLYMPIC: N_("Olympic"),
    Pattern.JUMP: N_("Jump"),
    Pattern.THROW: N_("Throw"),
    Pattern.BALANCE: N_("Balance"),
    Pattern.CONDITIONING: N_("Conditioning"),
    Pattern.MOBILITY: N_("Mobility"),
    Equipment.BARBELL: N_("Barbell"),
    Equipment.DUMBBELL: N_("Dumbbell"),
    Equipment.KETTLEBELL: N_("Kettlebell"),
    Equipment.MACHINE: N_("Machine"),
    Equipment.PLATE_MACHINE: N_("Plate-loaded machine"),
    Equipment.SMITH: N_("Smith machine"),
    Equipment.CABLE: N_("Cable"),
    Equipment.BAND: N_("Band"),
    Equipment.BALL: N_("Ball"),
    Equipment.BOARD: N_("Balance board"),
    Equipment.CARDIO: N_("Cardio"),
    Equipment.OTHER: N_("Other"),
}
_WITHIN: Mapping[StrEnum, str] = {
    Muscle.QUADS: N_("quads"),
    Muscle.HAMSTRINGS: N_("hamstrings"),
    Muscle.GLUTES: N_("glutes"),
    Muscle.ADDUCTORS: N_("adductors"),
    Muscle.ABDUCTORS: N_("abductors"),
    Muscle.CALVES: N_("calves"),
    Muscle.SHINS: N_("shins"),
    Muscle.HIP_FLEXORS: N_("hip flexors"),
    Muscle.CHEST: N_("chest"),
    Muscle.LATS: N_("lats"),
    Muscle.UPPER_BACK: N_("upper back"),
    Muscle.TRAPS: N_("traps"),
    Muscle.LOWER_BACK: N_("lower back"),
    Muscle.FRONT_DELTS: N_("front delts"),
    Muscle.SIDE_DELTS: N_("side delts"),
    Muscle.REAR_DELTS: N_("rear delts"),
    Muscle.ROTATOR_CUFF: N_("rotator cuff"),
    Muscle.BICEPS: N_("biceps"),
    Muscle.TRICEPS: N_("triceps"),
    Muscle.FOREARMS: N_("forearms"),
    Muscle.ABS: N_("abs"),
    Muscle.OBLIQUES: N_("obliques"),
    Muscle.NECK: N_("neck"),
    Pattern.SQUAT: N_("squat"),
    Pattern.HINGE: N_("hinge"),
    Pattern.LUNGE: N_("lunge"),
    Pattern.HORIZONTAL_PUSH: N_("horizontal push"),
    Pattern.VERTICAL_PUSH: N_("vertical push"),
    Pattern.HORIZONTAL_PULL: N_("horizontal pull"),
    Pattern.VERTICAL_PULL: N_("vertical pull"),
    Pattern.CARRY: N_("carry"),
    Pattern.ROTATION: N_("rotation"),
    Pattern.ANTI_MOVEMENT: N_("anti-movement"),
    Pattern.ISOLATION: N_("isolation"),
    Pattern.OLYMPIC: N_("olympic"),
    Pattern.JUMP: N_("jump"),
    Pattern.THROW: N_("throw"),
    Pattern.BALANCE: N_("balance"),
    Pattern.CONDITIONING: N_("conditioning"),
    Pattern.MOBILITY: N_("mobility"),
}
_LIMITS: Mapping[Limit, tuple[str, str]] = {  # in a sentence, alone
    Limit.NECK: (N_("a sore neck"), N_("Sore neck")),
    Limit.SHOULDER: (N_("a sore shoulder"), N_("Sore shoulder")),
    Limit.ELBOW: (N_("a sore elbow"), N_("Sore elbow")),
    Limit.WRIST: (N_("a sore wrist"), N_("Sore wrist")),
    Limit.BACK: (N_("a sore back"), N_("Sore back")),
    Limit.HIP: (N_("a sore hip"), N_("Sore hip")),
    Limit.KNEE: (N_("a sore knee"), N_("Sore knee")),
    Limit.ANKLE: (N_("a sore ankle"), N_("Sore ankle")),
    Limit.PRESSURE: (N_("high blood pressure"), N_("High blood pressure")),
    Limit.PREGNANCY: (N_("pregnancy"), N_("Pregnancy")),
    Limit.FALLS: (N_("a risk of falling"), N_("Risk of falling")),
}


_JOINTS: Mapping[Limit, str] = {
    Limit.NECK: N_("neck"),
    Limit.SHOULDER: N_("shoulder"),
    Limit.ELBOW: N_("elbow"),
    Limit.WRIST: N_("wrist"),
    Limit.BACK: N_("back"),
    Limit.HIP: N_("hip"),
    Limit.KNEE: N_("knee"),
    Limit.ANKLE: N_("ankle"),
    Limit.PRESSURE: N_("blood pressure"),
    Limit.PREGNANCY: N_("pregnancy"),
    Limit.FALLS: N_("falls"),
}


def plain(kind: Equipment | Muscle | Pattern) -> str:
    """Write the value of a kind as words: 'Horizontal push', 'Upper back'."""
    if kind is Equipment.BODYWEIGHT:
        return tr("Bodyweight", "what an exercise is done with")
    return tr(MUSCLE_NAMES[kind] if isinstance(kind, Muscle) else _NAMES[kind])


def within(kind: Muscle | Pattern) -> str:
    """Write a muscle or a pattern as it stands in a sentence: 'upper back'."""
    return tr(_WITHIN[kind])


def limit(kind: Limit) -> str:
    """Write whom an exercise may not suit: 'a sore knee', 'pregnancy'."""
    return tr(_LIMITS[kind][0])


def joint_name(kind: Limit) -> str:
    """Write what a program spares, as it stands in a sentence: 'knee'."""
    return tr(_JOINTS[kind])


def limit_name(kind: Limit) -> str:
    """Write the same where it stands alone: 'Sore knee', 'Pregnancy'."""
    return tr(_LIMITS[kind][1])
