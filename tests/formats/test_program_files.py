"""Reading program templates and dating them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from planner.engine.terms import Experience, Goal, Mesocycle
from planner.formats.library import BadLibrary
from planner.formats.programs import (
    Claim,
    TemplateExercise,
    TemplateWeek,
    mesocycle,
    program,
)

MONDAY = date(2026, 1, 5)
TEXT = """
name = "Two in turn"
goal = "strength"
goals = ["strength", "muscle"]
levels = ["novice"]
for_whom = "Beginners."
minutes = 45
equipment = ["barbell"]
progression = "A step a week."
leave = "After two rounds."
evidence = [{ says = "It works.", source = "acsm-2009" }]
summary = "A and B."
days = [0, 3]
rotation = [["A", "B"], ["B", "A"]]
weeks = [{ rir = 1 }, { sets = 1 }, { sets = 2, rir = -3 }, { deload = true }]

[sessions]
A = [
    { slug = "back-squat", sets = 3, reps = [5, 8], rir = 2, rest_s = 180, grows = true },
    { slug = "plank", sets = 3, seconds = 30, rest_s = 60 },
]
B = [{ slug = "bench-press", sets = 1, reps = [5, 5], rir = 2, rest_s = 180 }]
"""


def dated() -> Mesocycle:
    return mesocycle(program("two", TEXT), MONDAY)


def test_a_block_has_its_weeks_one_after_another() -> None:
    block = dated()
    assert (block.name, block.goal, block.program) == ("Two in turn", "strength", "two")
    assert [week.starts_on for week in block.weeks] == [
        MONDAY + timedelta(weeks=number) for number in range(4)
    ]
    assert [week.number for week in block.weeks] == [1, 2, 3, 4]


def test_sessions_take_turns_from_week_to_week() -> None:
    weeks = dated().weeks
    assert [(made.name, made.day) for made in weeks[0].sessions] == [("A", 0), ("B", 3)]
    assert [(made.name, made.day) for made in weeks[1].sessions] == [("B", 0), ("A", 3)]


def test_only_growing_exercises_get_more_sets() -> None:
    squat, plank = dated().weeks[1].sessions[1].exercises
    assert (len(squat.sets), len(plank.sets)) == (4, 3)


def test_a_set_is_prescribed_as_reps_or_seconds_with_rest() -> None:
    squat, plank = dated().weeks[1].sessions[1].exercises
    assert (squat.sets[0].reps_low, squat.sets[0].reps_high, squat.sets[0].rir) == (5, 8, 2.0)
    assert (plank.sets[0].seconds, plank.sets[0].reps_low, plank.sets[0].rir) == (30, None, None)
    assert (squat.rest_s, plank.rest_s) == (180, 60)


def test_reps_in_reserve_follow_the_week_and_never_fall_below_zero() -> None:
    first, _, third, _ = dated().weeks
    assert first.sessions[0].exercises[0].sets[0].rir == 3.0
    assert third.sessions[0].exercises[0].sets[0].rir == 0.0


def test_a_deload_keeps_the_exercises_and_halves_the_sets() -> None:
    deload = dated().weeks[3]
    squat, plank = deload.sessions[1].exercises
    assert deload.deload
    assert (squat.exercise, plank.exercise) == ("back-squat", "plank")
    assert len(squat.sets) + len(plank.sets) == 3
    assert squat.sets[0].rir == 4.0


def test_a_week_says_what_it_changes() -> None:
    notes = [week.note for week in dated().weeks]
    assert notes[:3] == [
        "a rep further from the limit than usual (counted in already)",
        "a set more than usual (counted in already)",
        "2 sets more, 3 reps closer to the limit than usual (counted in already)",
    ]
    assert notes[3].startswith("deload")


@given(st.lists(st.integers(2, 8), min_size=3, max_size=8))
def test_a_deload_session_loses_forty_to_fifty_percent_and_never_an_exercise(
    counts: list[int],
) -> None:
    lines = tuple(TemplateExercise(f"e{i}", sets, 60) for i, sets in enumerate(counts))
    template = replace(
        program("two", TEXT), days=(0,), rotation=(("A",),), weeks=(TemplateWeek(deload=True),),
        sessions={"A": lines},
    )  # fmt: skip
    made = mesocycle(template, MONDAY).weeks[0].sessions[0].exercises
    kept = [len(exercise.sets) for exercise in made]
    assert min(kept) >= 1
    assert 0.5 * sum(counts) - 0.5 <= sum(kept) <= 0.6 * sum(counts) + 0.5


@pytest.mark.parametrize(
    "change",
    [
        ('name = "Two in turn"', "name = "),
        ('goal = "strength"', ""),
        ("rir = 1 }", "reps_in_tank = 1 }"),
        ('["A", "B"]', '["A", "C"]'),
        ('["A", "B"]', '["A"]'),
        ("rest_s = 60", "rest = 60"),
        ('goals = ["strength", "muscle"]', "goals = []"),
    ],
)
def test_a_mistake_names_the_program(change: tuple[str, str]) -> None:
    with pytest.raises(BadLibrary, match="two"):
        program("two", TEXT.replace(*change, 1))


def test_a_program_says_whom_it_is_for_and_what_it_rests_on() -> None:
    made = program("two", TEXT)
    assert made.goals == (Goal.STRENGTH, Goal.MUSCLE)
    assert made.levels == (Experience.NOVICE,)
    assert made.evidence == (Claim("It works.", "acsm-2009"),)
    assert not made.beside
    assert program("two", f"beside = true\n{TEXT}").beside


def test_a_line_may_ask_for_percent_tempo_as_many_as_possible_and_turns() -> None:
    line = '{ slug = "back-squat", sets = 2, reps = [3, 3], percent = 85, amrap = true, '
    line += 'rest_s = 180, tempo = "3-1-1-0", superset = 1, note = "belt" }'
    made = mesocycle(program("two", TEXT.replace("B = [", "B = [" + line + ", ")), MONDAY)
    squat = made.weeks[0].sessions[1].exercises[0]
    assert (squat.tempo, squat.superset, squat.note) == ("3-1-1-0", 1, "belt")
    assert [(one.percent_e1rm, one.amrap) for one in squat.sets] == [(85, True)] * 2
