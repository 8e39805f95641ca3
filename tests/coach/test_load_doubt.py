"""A planned load far over the lifter's strength is asked about."""

from planner.coach.load_doubt import doubt
from planner.engine.terms import KG_PER_LB, Exercise, LoadKind, PlannedSet, Unit

SQUAT = Exercise("back-squat", "Back squat")
PULL_UP = Exercise("pull-up", "Pull-up", load_kind=LoadKind.ADDED)


def sets(*kg: float | None) -> list[PlannedSet]:
    return [PlannedSet(6, 6, load_kg=load) for load in kg]


def test_a_load_far_over_the_e1rm_is_asked_about_in_the_lifters_unit():
    assert doubt(sets(60, 1000), SQUAT, 119.6, Unit.KG) == "1000 kg? About 120 kg is the e1RM."
    pounds = doubt(sets(1000 * KG_PER_LB), SQUAT, 300 * KG_PER_LB, Unit.LB)
    assert pounds == "1000 lb? About 300 lb is the e1RM."
    assert doubt(sets(150), SQUAT, 119.6, Unit.KG) == ""


def test_without_an_e1rm_only_what_few_lift_is_asked_about():
    assert doubt(sets(250), SQUAT, None, Unit.KG) == "250 kg? No e1RM is known yet."
    assert doubt(sets(150), SQUAT, None, Unit.KG) == ""
    assert doubt(sets(None), SQUAT, None, Unit.KG) == ""
    assert doubt([], SQUAT, None, Unit.KG) == ""
    assert doubt(sets(300), PULL_UP, 100, Unit.KG) == ""
