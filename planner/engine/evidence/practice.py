"""What there is to coordinate in a movement, in points, and how long that is practised."""

from __future__ import annotations

from planner.engine.evidence.constant import Constant
from planner.engine.terms import N_, Equipment, Pattern


def _points(name: str, value: float) -> Constant:
    return Constant(name, value, "points of skill", "thumb")


def _dose(name: str, sets: float, reps: float) -> tuple[Constant, Constant]:
    parts = (("practice", name),)
    return (
        Constant("{practice}, sets", sets, "sets", "thumb", parts),
        Constant("{practice}, repetitions", reps, "repetitions", "thumb", parts),
    )


PRACTICE_PER_POINT = Constant(
    "practice before a complex lift gets heavier", 0.85, "sessions per point of skill", "thumb"
)
JOINTS_ONE = _points(N_("joints, isolation"), 1.0)
JOINTS_SOME = _points(N_("joints, pushes, pulls and the like"), 2.0)
JOINTS_ALL = _points(N_("joints, squats, hinges, lunges, carries, Olympic, jumps, throws"), 3.0)
PLANES_ONE = _points(N_("planes, most movements"), 1.0)
PLANES_TWO = _points(N_("planes, rotation, lunges, carries, throws and balance"), 2.0)
SPEED_BRISK = _points(N_("speed, conditioning"), 1.0)
SPEED_FAST = _points(N_("speed, Olympic lifts, jumps and throws"), 3.0)
BALANCE_STANDING = _points(N_("balance, squats, hinges, carries, jumps and throws"), 1.0)
BALANCE_MOVING = _points(N_("balance, lunges and Olympic lifts"), 2.0)
BALANCE_ITSELF = _points(N_("balance, balance drills"), 3.0)
EQUIPMENT_LIGHT = _points(N_("equipment, dumbbell, cable, band, ball and others"), 1.0)
EQUIPMENT_HEAVY = _points(N_("equipment, barbell, kettlebell and balance board"), 2.0)
EQUIPMENT_TECHNICAL = _points(N_("equipment, more in a technical lift that uses some"), 1.0)

SKILL_JOINTS = {
    Pattern.SQUAT: JOINTS_ALL, Pattern.HINGE: JOINTS_ALL, Pattern.LUNGE: JOINTS_ALL,
    Pattern.CARRY: JOINTS_ALL, Pattern.OLYMPIC: JOINTS_ALL, Pattern.JUMP: JOINTS_ALL,
    Pattern.THROW: JOINTS_ALL,
}  # fmt: skip
SKILL_PLANES = {
    Pattern.ROTATION: PLANES_TWO, Pattern.LUNGE: PLANES_TWO, Pattern.CARRY: PLANES_TWO,
    Pattern.THROW: PLANES_TWO, Pattern.BALANCE: PLANES_TWO,
}  # fmt: skip
SKILL_SPEED = {
    Pattern.OLYMPIC: SPEED_FAST, Pattern.JUMP: SPEED_FAST, Pattern.THROW: SPEED_FAST,
    Pattern.CONDITIONING: SPEED_BRISK,
}  # fmt: skip
SKILL_BALANCE = {
    Pattern.SQUAT: BALANCE_STANDING, Pattern.HINGE: BALANCE_STANDING,
    Pattern.CARRY: BALANCE_STANDING, Pattern.JUMP: BALANCE_STANDING,
    Pattern.THROW: BALANCE_STANDING, Pattern.LUNGE: BALANCE_MOVING,
    Pattern.OLYMPIC: BALANCE_MOVING, Pattern.BALANCE: BALANCE_ITSELF,
}  # fmt: skip
SKILL_EQUIPMENT = {
    Equipment.DUMBBELL: EQUIPMENT_LIGHT, Equipment.CABLE: EQUIPMENT_LIGHT,
    Equipment.BAND: EQUIPMENT_LIGHT, Equipment.BALL: EQUIPMENT_LIGHT,
    Equipment.OTHER: EQUIPMENT_LIGHT, Equipment.BARBELL: EQUIPMENT_HEAVY,
    Equipment.KETTLEBELL: EQUIPMENT_HEAVY, Equipment.BOARD: EQUIPMENT_HEAVY,
}  # fmt: skip

PRACTICE_GATE = Constant(
    "practice that ends early with sound technique throughout", 0.5, "share of the practice",
    "thumb",
)  # fmt: skip
PRACTICE_LOAD = Constant(
    "load at most while a variation of a known lift is practised", 0.6,
    "share of the strength expected", "thumb",
)  # fmt: skip
PRACTICE_LESS = Constant(
    "load at most where the first sets of a new lift all broke down", 0.9,
    "share of the lightest set", "thumb",
)  # fmt: skip
SKILL_AWAY = Constant(
    "time without a lift after which its skill is looked at anew", 28.0, "days", "thumb"
)
SKILL_HALF = Constant(
    "time without practice in which half of a skill just learned is lost (11 months where speed "
    "and accuracy both count)", 335.0, "days", "tatel-2025",
)  # fmt: skip
SKILL_DEEP = Constant(
    "repetitions by which a skill is kept twice as long as one just learned", 1000.0,
    "repetitions", "thumb",
)  # fmt: skip
SKILL_BROUGHT = Constant(
    "repetitions that an experienced lifter brings to plain barbell lifts", 1000.0, "repetitions",
    "thumb",
)  # fmt: skip
SKILL_KIN = Constant(
    "likeness from which one lift also practises another", 0.5, "similarity, 0 to 1", "thumb"
)
RATED_LEAST = Constant("rated sets below which a share says too little", 5.0, "sets", "thumb")
RATED_RIR = Constant("from this reserve on, ratings are shown as one", 4.0, "reps", "thumb")
RATED_ALIKE = Constant("rated sets of a session look alike: so many tell as much as one", 2.0,
                       "sets", "thumb")  # fmt: skip
PRACTICE_FAST = _dose(N_("practice of a fast lift"), 5.0, 2.0)
PRACTICE_SLOW = _dose(N_("practice of a slow lift"), 3.0, 5.0)
PRACTICE_RIR = Constant("reserve in practice", 4.0, "repetitions", "thumb")
PRACTICE_FAR = Constant(
    "load far over what practice asks for", 1.3, "times the load at most", "thumb"
)
FAST_SETS = _dose(N_("Olympic lifts, jumps and throws to start from"), 4.0, 3.0)
FAST_RIR = Constant("reserve in Olympic lifts and loaded throws", 3.0, "repetitions", "thumb")
