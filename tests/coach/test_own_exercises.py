"""Own exercises: from another one or from a kind, checked, changed, kept while they are used."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from planner.coach import (
    blocks,
    clients,
    library,
    own_exercises,
    own_programs,
    planning,
    usual_exercise,
    week_edits,
)
from planner.coach.own_programs import OwnProgram, OwnWeek
from planner.coach.refused import Refused
from planner.engine.terms import (
    Equipment,
    Exercise,
    Lifter,
    LoadKind,
    LoggedSet,
    Muscle,
    Pattern,
    PlannedExercise,
    PlannedSession,
    Skill,
)
from planner.formats import exercise_faults

SLED = Exercise("", "Prowler drag", Pattern.CARRY, ((Muscle.QUADS, 1.0),), custom=True)


def said(exercise: Exercise) -> list[tuple[str, str]]:
    return [(fault.field, fault.says) for fault in own_exercises.faults(exercise)]


@pytest.mark.usefixtures("database")
def test_an_exercise_is_stored_found_and_changed_under_one_slug():
    slug = own_exercises.save(SLED)
    assert library.match("prowler drags") == (slug, True)
    assert own_exercises.save(replace(library.exercise(slug), name="Sled haul")) == slug
    assert library.exercise(slug).name == "Sled haul"


@pytest.mark.usefixtures("database")
def test_a_copy_has_everything_but_the_names_and_is_a_variation():
    squat = library.exercise("back-squat")
    made = own_exercises.copied(squat)
    assert (made.name, made.aliases, made.parent, made.custom) == (
        "Back squat (own)", (), "back-squat", True,
    )  # fmt: skip
    assert (made.muscles, made.cues, made.limits) == (squat.muscles, squat.cues, squat.limits)
    slug = own_exercises.save(made)
    assert own_exercises.copied(squat).name == "Back squat (own 2)"
    assert library.match("Squat") == ("back-squat", True)
    assert library.match("back squat own") == (slug, True)


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"name": "  "}, [("name", "A name is needed.")]),
        ({"name": "?!"}, [("name", "‘?!’ needs letters or digits.")]),
        (
            {"name": "squats (BARBELL)"},
            [
                (
                    "name",
                    "‘squats (BARBELL)’ already means Back squat. Choose another name.",
                )
            ],
        ),
        (
            {"aliases": ("Bench Press",)},
            [("aliases", "‘Bench Press’ already means Bench press. Choose another name.")],
        ),
        ({"parent": "nowhere"}, [("parent", "There is no such exercise.")]),
        ({"step_kg": 0.0}, [("step_kg", "A step is more than 0, up to 100 kg.")]),
    ],
)
def test_what_stands_against_storing_is_said_field_by_field(changes, expected):
    assert said(replace(SLED, **changes)) == expected
    with pytest.raises(Refused):
        own_exercises.save(replace(SLED, **changes))


@pytest.mark.usefixtures("database")
def test_an_exercise_keeps_its_own_names_when_it_is_changed():
    slug = own_exercises.save(replace(SLED, aliases=("Sled haul",)))
    assert said(library.exercise(slug)) == []


@pytest.mark.usefixtures("database")
def test_no_exercise_is_a_variation_of_its_own_variation():
    slug = own_exercises.save(SLED)
    child = own_exercises.save(own_exercises.copied(library.exercise(slug)))
    circle = replace(library.exercise(slug), parent=child)
    assert said(circle) == [
        ("parent", "Prowler drag (own) is itself a variation of this one.")
    ]  # fmt: skip
    assert said(replace(circle, parent=slug)) == [
        ("parent", "An exercise cannot be a variation of itself.")
    ]


@pytest.mark.usefixtures("database")
def test_what_ships_is_neither_changed_nor_deleted():
    with pytest.raises(Refused, match="Copy it"):
        own_exercises.save(replace(library.exercise("back-squat"), name="Mine"))
    with pytest.raises(Refused, match="stays"):
        own_exercises.delete("back-squat")


@pytest.mark.usefixtures("database")
def test_what_nothing_uses_can_be_deleted():
    own_exercises.delete(own_exercises.save(SLED))
    assert library.match("Prowler drag") == (None, False)


def test_what_was_logged_is_kept(lifter, today, train):
    slug = own_exercises.save(SLED)
    train(lifter, slug, today, LoggedSet(40.0, 5, load=40.0))
    with pytest.raises(Refused, match="part of a log or a plan"):
        own_exercises.delete(slug)


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize(
    ("people", "said"),
    [
        (("Ben",), "of Ben."),
        (("Cem", "Ben"), "of Ben and Cem."),
        (("Cem", "Dana", "Ben", "Ann", "Eli"), "of Ann, Ben, Cem and 2 more."),
    ],
)
def test_whose_log_keeps_an_exercise_is_said(today, train, people, said):
    slug = own_exercises.save(SLED)
    for name in people:
        train(clients.add(Lifter(name=name)), slug, today, LoggedSet(40.0, 5, load=40.0))
    assert own_exercises.why_kept(slug).endswith(said)


def test_whose_plan_keeps_an_exercise_is_said(lifter, today):
    slug = own_exercises.save(SLED)
    blocks.new_mesocycle(lifter, "Base", today, 1)
    week = planning.view(lifter, today, today).week.id
    week_edits.add_exercise(week_edits.add_session(week, 0, "A"), slug)
    assert own_exercises.why_kept(slug).endswith(f"of {clients.lifter(lifter).name}.")


@pytest.mark.usefixtures("database")
def test_what_another_exercise_or_a_program_needs_is_kept():
    slug = own_exercises.save(SLED)
    child = own_exercises.save(own_exercises.copied(library.exercise(slug)))
    with pytest.raises(Refused, match=r"Prowler drag \(own\) is a variation of it"):
        own_exercises.delete(slug)
    week = OwnWeek(0, (PlannedSession("A", 0, (PlannedExercise(child),)),))
    own_programs.save(OwnProgram("", "Drags", (week,)))
    with pytest.raises(Refused, match="the program Drags has it"):
        own_exercises.delete(child)
    own_exercises.delete(own_exercises.save(replace(SLED, name="Unused")))
    own_exercises.save(
        replace(SLED, name="Sled haul", activations=(own_exercises.save(replace(SLED, name="Q1")),))
    )
    with pytest.raises(Refused, match="it prepares Sled haul"):
        own_exercises.delete("q1")


@pytest.mark.usefixtures("database")
def test_what_is_usual_follows_from_the_kind():
    curl = usual_exercise.usual(Pattern.ISOLATION, Equipment.DUMBBELL)
    assert (curl.load_kind, curl.step_kg, curl.rest_s) == (LoadKind.EXTERNAL, 2.0, 90)
    pull_up = usual_exercise.usual(Pattern.VERTICAL_PULL, Equipment.BODYWEIGHT)
    assert dict(pull_up.muscles)[Muscle.LATS] == 1.0
    assert pull_up.bodyweight_share > 0.5
    assert own_exercises.skill(usual_exercise.usual(Pattern.SQUAT, Equipment.BARBELL)).joints == 3


@pytest.mark.usefixtures("database")
def test_what_is_usual_can_be_true_for_every_kind():
    for pattern, equipment in product(Pattern, Equipment):
        made = replace(usual_exercise.usual(pattern, equipment), name="Zz")
        assert list(exercise_faults.faults(made)) == []


@pytest.mark.usefixtures("database")
def test_a_variation_takes_what_the_exercise_has_that_it_varies():
    squat = library.exercise("back-squat")
    made = usual_exercise.usual(Pattern.SQUAT, Equipment.DUMBBELL, squat)
    assert (made.muscles, made.parent, made.similarity) == (squat.muscles, "back-squat", 0.75)
    assert (made.name, made.aliases, made.step_kg) == ("", (), 2.0)
    assert usual_exercise.usual(squat.pattern, squat.equipment, squat).step_kg == squat.step_kg


def test_the_skill_says_how_long_it_is_practised():
    points, most, sessions = own_exercises.practised(SLED)
    more = own_exercises.practised(replace(SLED, skill=Skill(3, 3, 3, 3, 1, 3)))
    assert points < more[0] == most
    assert sessions < more[2]


def test_every_point_of_a_skill_has_its_words():
    choices = {field: dict(words) for field, _, words in own_exercises.skill_choices()}
    assert list(choices["joints"]) == [1, 2, 3]
    assert choices["side"] == {0: "both at once", 1: "one side at a time"}
    assert all(word for words in choices.values() for word in words.values())
