"""What there is to coordinate in a movement, in points, and how long that is practised."""

from __future__ import annotations

from planner.engine.evidence.constant import Constant
from planner.engine.terms import Equipment, Pattern


def _points(name: str, value: float) -> Constant:
    return Constant(name, value, "points of skill", "thumb")


PRACTICE_PER_POINT = Constant(
    "practice before a complex lift gets heavier", 0.85, "sessions per point of skill", "thumb"
)
JOINTS_ONE = _points("joints, isolation", 1.0)
JOINTS_SOME = _points("joints, pushes, pulls and the like", 2.0)
JOINTS_ALL = _points("joints, squats, hinges, lunges, carries, Olympic, jumps, throws", 3.0)
PLANES_ONE = _points("planes, most movements", 1.0)
PLANES_TWO = _points("planes, rotation, lunges, carries, throws and balance", 2.0)
SPEED_BRISK = _points("speed, conditioning", 1.0)
SPEED_FAST = _points("speed, Olympic lifts, jumps and throws", 3.0)
BALANCE_STANDING = _points("balance, squats, hinges, carries, jumps and throws", 1.0)
BALANCE_MOVING = _points("balance, lunges and Olympic lifts", 2.0)
BALANCE_ITSELF = _points("balance, balance drills", 3.0)
EQUIPMENT_LIGHT = _points("equipment, dumbbell, cable, band, ball and others", 1.0)
EQUIPMENT_HEAVY = _points("equipment, barbell, kettlebell and balance board", 2.0)
EQUIPMENT_TECHNICAL = _points("equipment, more in a technical lift that uses some", 1.0)

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
