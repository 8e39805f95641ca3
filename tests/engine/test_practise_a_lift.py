"""How much there is to coordinate in a lift, and how long it is practised for that."""

from dataclasses import astuple, replace

from hypothesis import given, strategies as st

from planner.engine.practice import practice_sessions, score, skill_of
from planner.engine.terms import Complexity, Equipment, Exercise, Pattern, Skill

SNATCH = Exercise("snatch", pattern=Pattern.OLYMPIC, complexity=Complexity.TECHNICAL)
SQUAT = Exercise("back-squat", pattern=Pattern.SQUAT)
LEG_CURL = Exercise(
    "leg-curl", complexity=Complexity.ISOLATION, equipment=Equipment.MACHINE
)  # fmt: skip
skills = st.builds(
    Skill, st.integers(1, 3), st.integers(1, 3), st.integers(0, 3), st.integers(0, 3),
    st.integers(0, 1), st.integers(0, 3),
)  # fmt: skip


def test_a_snatch_is_harder_to_learn_than_a_squat_and_that_than_a_leg_curl() -> None:
    snatch, squat, curl = [score(skill_of(each)) for each in (SNATCH, SQUAT, LEG_CURL)]
    assert (snatch, squat, curl) == (12, 7, 2)


def test_a_squat_is_practised_for_six_sessions() -> None:
    assert practice_sessions(SQUAT) == 6
    assert practice_sessions(SNATCH) > 6 > practice_sessions(LEG_CURL)


def test_what_is_said_of_an_exercise_counts_more_than_its_kind() -> None:
    said = Skill(2, 1, 0, 0, 0, 0)
    assert skill_of(replace(SQUAT, skill=said)) == said


def test_a_side_at_a_time_and_a_free_weight_are_harder() -> None:
    machine = Exercise("leg-press", complexity=Complexity.MACHINE, equipment=Equipment.MACHINE)
    assert score(skill_of(replace(machine, per_side=True))) == score(skill_of(machine)) + 1
    assert score(skill_of(replace(machine, equipment=Equipment.BARBELL))) > score(skill_of(machine))


def test_the_body_alone_is_no_equipment_however_technical_the_exercise() -> None:
    stand = Exercise(
        "stand", pattern=Pattern.BALANCE, complexity=Complexity.TECHNICAL,
        equipment=Equipment.BODYWEIGHT,
    )  # fmt: skip
    assert skill_of(stand).equipment == 0
    assert skill_of(replace(stand, equipment=Equipment.BOARD)).equipment == 3


@given(skills, skills)
def test_more_of_any_part_never_takes_less_practice(one: Skill, other: Skill) -> None:
    least = Skill(*map(min, astuple(one), astuple(other)))
    easier, harder = replace(SQUAT, skill=least), replace(SQUAT, skill=one)
    assert score(least) <= score(one)
    assert practice_sessions(easier) <= practice_sessions(harder)
