"""What kinds there are of loads, sets, exercises, muscles and lifters."""

from __future__ import annotations

from enum import StrEnum

KG_PER_LB = 0.45359237  # definition of the avoirdupois pound, 1959


class Unit(StrEnum):
    """The unit in which a lifter types and reads loads."""

    KG = "kg"
    LB = "lb"


class LoadKind(StrEnum):
    """What the typed load means: on the bar, added to or taken off the bodyweight, or nothing."""

    EXTERNAL = "external"
    ADDED = "added"
    ASSISTED = "assisted"
    BODYWEIGHT = "bodyweight"
    NONE = "none"


class Measure(StrEnum):
    """What a set of the exercise counts."""

    REPS = "reps"
    SECONDS = "seconds"
    DISTANCE = "distance"
    QUALITY = "quality"
    REACH = "reach"


class SetKind(StrEnum):
    """Why a set was done; only work, failure and drop sets are training stimulus."""

    WORK = "work"
    WARMUP = "warmup"
    DROP = "drop"
    FAILURE = "failure"


WORK_KINDS = (SetKind.WORK, SetKind.FAILURE)  # taken on their own, with a load that is meant


class Technique(StrEnum):
    """How the movement looked."""

    SOUND = "sound"
    MINOR = "minor"
    BREAKDOWN = "breakdown"


class Side(StrEnum):
    """Which side of the body a set trained; EACH is the same set once per side."""

    BOTH = "both"
    LEFT = "left"
    RIGHT = "right"
    EACH = "each"


class Complexity(StrEnum):
    """How much there is to learn, the coarse classes that the learning prior distinguishes."""

    ISOLATION = "isolation"
    MACHINE = "machine"
    BARBELL = "barbell"
    TECHNICAL = "technical"


class Category(StrEnum):
    """The modality of training."""

    STRENGTH = "strength"
    NEUROMUSCULAR = "neuromuscular"
    ENDURANCE = "endurance"
    FLEXIBILITY = "flexibility"


class Neuromuscular(StrEnum):
    """What an exercise trains the nervous system in."""

    BALANCE = "balance"
    STABILITY = "stability"
    PROPRIOCEPTION = "proprioception"
    ACTIVATION = "activation"
    INTERMUSCULAR = "intermuscular"
    INTRAMUSCULAR = "intramuscular"
    REACTIVE = "reactive"
    ISOKINETIC = "isokinetic"


class Limit(StrEnum):
    """What a body may not bear for now; FALLS is a risk of falling, PRESSURE of the blood."""

    NECK = "neck"
    SHOULDER = "shoulder"
    ELBOW = "elbow"
    WRIST = "wrist"
    BACK = "back"
    HIP = "hip"
    KNEE = "knee"
    ANKLE = "ankle"
    PRESSURE = "pressure"
    PREGNANCY = "pregnancy"
    FALLS = "falls"


class Pattern(StrEnum):
    """The movement pattern."""

    SQUAT = "squat"
    HINGE = "hinge"
    LUNGE = "lunge"
    HORIZONTAL_PUSH = "horizontal_push"
    VERTICAL_PUSH = "vertical_push"
    HORIZONTAL_PULL = "horizontal_pull"
    VERTICAL_PULL = "vertical_pull"
    CARRY = "carry"
    ROTATION = "rotation"
    ANTI_MOVEMENT = "anti_movement"
    ISOLATION = "isolation"
    OLYMPIC = "olympic"
    JUMP = "jump"
    THROW = "throw"
    BALANCE = "balance"
    CONDITIONING = "conditioning"
    MOBILITY = "mobility"


class Equipment(StrEnum):
    """What the exercise needs."""

    BARBELL = "barbell"
    DUMBBELL = "dumbbell"
    KETTLEBELL = "kettlebell"
    MACHINE = "machine"
    PLATE_MACHINE = "plate_machine"
    SMITH = "smith"
    CABLE = "cable"
    BAND = "band"
    BODYWEIGHT = "bodyweight"
    BALL = "ball"
    BOARD = "board"
    CARDIO = "cardio"
    OTHER = "other"


class Muscle(StrEnum):
    """The muscles that hard sets are counted for."""

    QUADS = "quads"
    HAMSTRINGS = "hamstrings"
    GLUTES = "glutes"
    ADDUCTORS = "adductors"
    ABDUCTORS = "abductors"
    CALVES = "calves"
    SHINS = "shins"
    HIP_FLEXORS = "hip_flexors"
    CHEST = "chest"
    LATS = "lats"
    UPPER_BACK = "upper_back"
    TRAPS = "traps"
    LOWER_BACK = "lower_back"
    FRONT_DELTS = "front_delts"
    SIDE_DELTS = "side_delts"
    REAR_DELTS = "rear_delts"
    ROTATOR_CUFF = "rotator_cuff"
    BICEPS = "biceps"
    TRICEPS = "triceps"
    FOREARMS = "forearms"
    ABS = "abs"
    OBLIQUES = "obliques"
    NECK = "neck"


class Goal(StrEnum):
    """What a program is for."""

    STRENGTH = "strength"
    MUSCLE = "muscle"
    SKILL = "skill"
    BALANCE = "balance"
    RETURN = "return"
    KEEP = "keep"


class Experience(StrEnum):
    """Experience with the movement at hand, not with lifting in general."""

    NOVICE = "novice"
    INTERMEDIATE = "intermediate"
    RETURNER = "returner"
    UNKNOWN = "unknown"
