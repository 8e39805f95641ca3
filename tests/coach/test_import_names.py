"""What the names in a log mean here, and the exercises made for those that nobody knows."""

from datetime import date

import pytest

from planner.coach import importing, library
from planner.coach.importing import NameMatch
from planner.engine.terms import (
    KG_PER_LB,
    Category,
    Complexity,
    Equipment,
    Exercise,
    Lifter,
    LoadKind,
    LoggedExercise,
    LoggedSet,
    Measure,
    Pattern,
    Session,
)
from planner.formats import csv_log, json_log
from planner.formats.json_log import Document, LifterFile
from planner.storage import library as stored_library, log

TODAY = date(2026, 11, 5)
HEADER = "Date,Workout Name,Exercise Name,Set Order,Weight (kg),Reps,Distance,Seconds\n"
MONDAY = ("2024-01-01 18:00:00", "A")
FRIDAY = ("2024-01-05 18:00:00", "B")
SQUAT = "Squat (Barbell)"


def test_a_name_that_nobody_knows_becomes_a_new_exercise(lifter, write):
    made = importing.preview(lifter, write((*MONDAY, "Zwergenwurf (Kabel)", 20.0, 9)))
    assert made.matches == (NameMatch("Zwergenwurf (Kabel)", None, 1, False),)
    importing.commit(lifter, made, TODAY)
    [slot] = log.sessions(lifter)[0].exercises
    exercise = library.exercise(slot.exercise)
    assert (exercise.slug, exercise.name) == ("zwergenwurf-kabel", "Zwergenwurf (Kabel)")
    assert exercise.custom


def test_a_new_exercise_of_a_log_in_pounds_has_steps_in_pounds(lifter, tmp_path):
    path = tmp_path / "pounds.csv"
    row = "2024-01-01 18:00:00,A,Zwerg,1,12.5,9,0,0\n"
    path.write_text(HEADER.replace("kg", "lbs") + row, "utf-8")
    importing.commit(lifter, importing.preview(lifter, path), TODAY)
    [made] = [each for each in library.exercises() if each.custom]
    assert made.step_kg == pytest.approx(2.5 * KG_PER_LB)


def test_only_exercises_that_new_sessions_need_are_made(lifter, write, bring):
    bring(lifter, write((*MONDAY, "Zwerg", 20.0, 9)))
    grown = write((*MONDAY, "Zwergin", 20.0, 9), (*FRIDAY, SQUAT, 100.0, 5))
    bring(lifter, grown)
    assert [e.name for e in library.exercises() if e.custom] == ["Zwerg"]


def test_names_that_differ_only_in_case_make_one_new_exercise(lifter, write, bring):
    bring(lifter, write((*MONDAY, "Zwerg", 20.0, 9), (*FRIDAY, "ZWERG", 20.0, 9)))
    assert [e.name for e in library.exercises() if e.custom] == ["Zwerg"]


def test_new_exercises_whose_slugs_would_be_the_same_get_numbers(lifter, write):
    stored_library.save_exercise(Exercise("zwerg-wurf", "Zwerg Wurf", custom=True))
    made = importing.preview(lifter, write((*MONDAY, "Zwerg-Wurf!", 20.0, 9), (*MONDAY, "!", 1, 1)),
                             choices={"Zwerg-Wurf!": None})  # fmt: skip
    importing.commit(lifter, made, TODAY)
    slots = [slot.exercise for slot in log.sessions(lifter)[0].exercises]
    assert slots == ["zwerg-wurf-2", "exercise"]


def test_what_the_lifter_chose_counts_and_is_remembered(lifter, write):
    path = write((*MONDAY, "Mein Ding", 20.0, 9))
    made = importing.preview(lifter, path, choices={"Mein Ding": "hammer-curl"})
    assert made.matches == (NameMatch("Mein Ding", "hammer-curl", 1, True),)
    importing.commit(lifter, made, TODAY)
    assert library.match("mein ding") == ("hammer-curl", True)


def test_a_guess_that_nobody_confirmed_is_not_remembered(lifter, write):
    made = importing.preview(lifter, write((*MONDAY, "Atg Split Squat Hold", 20.0, 9)))
    assert not made.matches[0].sure
    importing.commit(lifter, made, TODAY)
    assert not library.match("Atg Split Squat Hold")[1]


def test_a_known_name_can_be_made_an_exercise_of_its_own(lifter, write):
    made = importing.preview(lifter, write((*MONDAY, SQUAT, 100.0, 5)), choices={SQUAT: None})
    importing.commit(lifter, made, TODAY)
    [slot] = log.sessions(lifter)[0].exercises
    assert slot.exercise == "squat-barbell"
    assert library.match(SQUAT) == ("squat-barbell", True)


@pytest.mark.parametrize(
    ("name", "cells", "expected"),
    [
        ("Zwerg (Dumbbell)", "20,9,,", (Equipment.DUMBBELL, LoadKind.EXTERNAL, Measure.REPS)),
        ("Zwerg (Kurzhantel)", "20,9,,", (Equipment.DUMBBELL, LoadKind.EXTERNAL, Measure.REPS)),
        ("Zwerg (unterstützt)", "20,9,,", (Equipment.OTHER, LoadKind.ASSISTED, Measure.REPS)),
        ("Bar Dwarf", "20,9,,", (Equipment.OTHER, LoadKind.EXTERNAL, Measure.REPS)),
        ("Zwerg Machine", "20,9,,", (Equipment.MACHINE, LoadKind.EXTERNAL, Measure.REPS)),
        ("Zwerg (Assisted)", "20,9,,", (Equipment.OTHER, LoadKind.ASSISTED, Measure.REPS)),
        ("Zwerg", ",9,,", (Equipment.OTHER, LoadKind.BODYWEIGHT, Measure.REPS)),
        ("Zwerg", ",,,45", (Equipment.OTHER, LoadKind.NONE, Measure.SECONDS)),
        ("Zwerg", ",,2,600", (Equipment.OTHER, LoadKind.NONE, Measure.DISTANCE)),
        ("Zwerg", ",,,", (Equipment.OTHER, LoadKind.BODYWEIGHT, Measure.REPS)),
    ],
)
def test_a_new_exercise_is_what_its_name_and_its_sets_say(
    name, cells, expected, lifter, tmp_path, bring
):
    path = tmp_path / "log.csv"
    path.write_text(HEADER + f"2024-01-01,A,{name},1,{cells}\n", "utf-8")
    bring(lifter, path)
    [made] = [exercise for exercise in library.exercises() if exercise.custom]
    assert (made.equipment, made.load_kind, made.measure) == expected
    assert (made.category is Category.ENDURANCE) == (made.measure is Measure.DISTANCE)
    assert (made.pattern is Pattern.CONDITIONING) == (made.measure is Measure.DISTANCE)
    assert (made.complexity is Complexity.MACHINE) == (made.equipment is Equipment.MACHINE)


# one unit


@pytest.mark.parametrize("suffix", ["csv", "json"])
@pytest.mark.parametrize(
    ("slug", "said", "name"),
    [
        ("zwergen-wurf", "", "Zwergen wurf"),
        ("zwergen-wurf", "  ", "Zwergen wurf"),
        ("-", "", "Exercise"),
    ],
)
def test_an_exercise_of_our_own_file_without_a_name_goes_by_the_words_of_its_slug(
    suffix, slug, said, name, lifter, tmp_path, bring
):
    one = Session(TODAY, (LoggedExercise(slug, (LoggedSet(20.0, 9, load=20.0),)),))
    path = tmp_path / f"planner.{suffix}"
    text = csv_log.write([one], {slug: said})
    if suffix == "json":
        file = LifterFile(Lifter(name="Ada"), sessions=(one,))
        text = json_log.write(Document((file,), (Exercise(slug, said),)))
    path.write_text(text, "utf-8")
    bring(lifter, path)
    [made] = [exercise for exercise in library.exercises() if exercise.custom]
    assert made.name == name


def test_an_exercise_of_our_own_file_that_was_skipped_is_made_too(lifter, tmp_path, bring):
    done = LoggedExercise("back-squat", (LoggedSet(100.0, 5, load=100.0),))
    one = Session(TODAY, (done, LoggedExercise("zwergen-wurf", note="no time")))
    path = tmp_path / "planner.csv"
    path.write_text(csv_log.write([one], {"zwergen-wurf": "Zwergenwurf"}), "utf-8")
    bring(lifter, path)
    slots = log.sessions(lifter)[0].exercises
    assert [(slot.exercise, slot.note) for slot in slots][1] == ("zwergenwurf", "no time")


def test_a_known_exercise_needs_no_name_in_our_own_file(lifter, tmp_path, bring):
    one = Session(TODAY, (LoggedExercise("back-squat", (LoggedSet(100.0, 5, load=100.0),)),))
    path = tmp_path / "planner.csv"
    path.write_text(csv_log.write([one], {}), "utf-8")
    bring(lifter, path)
    assert log.sessions(lifter)[0].exercises[0].exercise == "back-squat"
    assert not any(exercise.custom for exercise in library.exercises())
