"""The library file comes back as it was written, and says what is wrong when it cannot."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from planner.engine.terms import (
    Exercise,
    Mesocycle,
    Microcycle,
    Muscle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    Skill,
    Unit,
)
from planner.formats import json_log, library_file, own_program
from planner.formats.library_file import LibraryFile
from planner.formats.own_program import OwnProgram, OwnWeek
from planner.formats.parsed import FormatProblem

MONDAY = date(2026, 11, 2)
CURL = Exercise(
    "rope-curl", "Rope curl", muscles=((Muscle.BICEPS, 1.0),), skill=Skill(1, 1, 0, 0, 0, 1),
    tempo="3-0-X-0", aliases=("Curl (Rope)",), cues=("Elbows stay",), custom=True,
)  # fmt: skip
SETS = (
    PlannedSet(5, 5, load_kg=100.0, load=220.0, unit=Unit.LB, id=7, uid="a"),
    PlannedSet(5, 5, percent_e1rm=80.0, load_kg=96.0, load=96.0),
    PlannedSet(8, 12, rir=1.0, load_kg=80.0, amrap=True),
    PlannedSet(distance_m=40.0),
)
CURLS = PlannedExercise("rope-curl", SETS, superset=1, tempo="3-0-1-0", note="slow", id=4)
BLOCK = Mesocycle(
    "Base",
    MONDAY,
    (
        Microcycle(1, MONDAY, (PlannedSession("A", 2, (CURLS,), id=3),), id=2),
        Microcycle(2, date(2026, 11, 9), deload=True, note="easy"),
    ),
    goal="strength",
)
PROGRAM = replace(own_program.of_block(BLOCK, 2.0), slug="base", minutes=40)
ALL = LibraryFile((CURL,), (PROGRAM,))


def test_exercises_and_programs_come_back_identical():
    assert library_file.parse(library_file.write(ALL)) == ALL


def test_a_program_comes_back_from_the_database_document():
    assert own_program.read(own_program.write(PROGRAM)) == PROGRAM


def test_a_program_of_a_block_keeps_all_but_dates_loads_and_keys():
    (exercise,) = PROGRAM.weeks[0].sessions[0].exercises
    assert exercise == replace(CURLS, id=None, sets=exercise.sets)
    assert [entry.load_kg for entry in exercise.sets] == [None] * 4
    assert [entry.percent_e1rm for entry in exercise.sets] == [None, 80.0, None, None]
    assert [entry.rir for entry in exercise.sets] == [2.0, None, 1.0, None]


def test_a_program_starts_on_any_day_with_its_weeks_as_far_apart():
    started = own_program.mesocycle(PROGRAM, date(2027, 1, 6))
    assert [week.starts_on for week in started.weeks] == [date(2027, 1, 6), date(2027, 1, 13)]
    assert (started.program, started.weeks[1].deload, started.weeks[1].note) == (
        "base", True, "easy",
    )  # fmt: skip
    assert own_program.of_block(started, 2.0) == replace(PROGRAM, slug="", minutes=0)


def damaged(**changes: object) -> str:
    return json.dumps({**json.loads(library_file.write(ALL)), **changes})


def holding(*exercises: Exercise, programs: tuple[OwnProgram, ...] = ()) -> str:
    return library_file.write(LibraryFile(exercises, programs))


LONG = OwnProgram("x", "Long", (OwnWeek(0, (PlannedSession("A", 9),)),))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (library_file.write(ALL)[:-40], "breaks off"),
        ("[1]", "not a library file"),
        ('{"program": "another"}', "not a library file"),
        (json_log.write(json_log.Document()), "File › Import log"),
        (damaged(schema=3), "newer version"),
        (damaged(schema="1"), "newer version"),
        (damaged(holds="dreams"), "newer version"),
        (damaged(surplus=1), "damaged"),
        (damaged(exercises=[{"slug": "x", "pattern": "swim"}]), "damaged"),
        (damaged(exercises=["x"]), "damaged"),
        (holding(replace(CURL, slug="")), "without a slug"),
        (holding(CURL, CURL), "described twice"),
        (holding(replace(CURL, name=" ")), "A name is needed"),
        (holding(replace(CURL, bodyweight_share=2.0)), "from 0 to 100 %"),
        (holding(replace(CURL, bodyweight_share=0.5)), "moves no bodyweight"),
        (holding(replace(CURL, rest_s=-1)), "30 minutes"),
        (holding(replace(CURL, step_kg=0.0)), "more than 0"),
        (holding(replace(CURL, tempo="slow")), "3-1-3-0"),
        (holding(replace(CURL, similarity=3.0)), "Likeness"),
        (holding(replace(CURL, parent="rope-curl")), "variation of itself"),
        (holding(replace(CURL, skill=Skill(9, 1, 0, 0, 0, 0))), "points"),
        (holding(replace(CURL, muscles=((Muscle.BICEPS, 1.0),) * 2)), "named twice"),
        (holding(replace(CURL, muscles=((Muscle.BICEPS, 0.0),))), "more than 0"),
        (holding(Exercise("a", "A", parent="b"), Exercise("b", "B", parent="a")), "its own"),
        (holding(programs=(PROGRAM, PROGRAM)), "described twice"),
        (holding(programs=(replace(PROGRAM, slug=""),)), "not named"),
        (holding(programs=(replace(PROGRAM, weeks=()),)), "without weeks, 'Base'"),
        (holding(programs=(replace(PROGRAM, minutes=-5),)), "-5 minutes"),
        (holding(programs=(replace(PROGRAM, weeks=(OwnWeek(-1),)),)), "starts after -1"),
        (holding(programs=(replace(PROGRAM, weeks=(OwnWeek(0, days=0),)),)), "week of 0 days"),
        (holding(programs=(LONG,)), "day 9 of a week of 7"),
    ],
)
def test_a_file_that_cannot_be_taken_in_says_why(text, said):
    with pytest.raises(FormatProblem, match=said):
        library_file.parse(text)


def test_a_library_is_no_log_and_says_where_it_goes():
    with pytest.raises(FormatProblem, match="Library › Import"):
        json_log.parse(library_file.write(ALL))
