"""The library: its fingerprint, its names, a new version of it, own exercises."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from planner.engine.terms import Exercise, LoadKind, LoggedExercise, Muscle, Session
from planner.storage import library, log
from planner.storage.undo import revert, step

DAY = date(2026, 3, 2)


def test_the_library_has_a_fingerprint_that_changes_with_it(opened: object) -> None:
    before = library.fingerprint()
    library.add_alias("squat", "Kniebeuge")
    named = library.fingerprint()
    library.save_exercise(replace(library.exercise("squat"), rest_s=240))
    assert len({before, named, library.fingerprint()}) == 3


def test_a_name_that_takes_the_place_of_one_taken_back_is_known_at_once(opened: object) -> None:
    with step() as named:
        library.add_alias("squat", "Kniebeuge")
    assert "Kniebeuge" in library.exercise("squat").aliases
    revert(named)
    library.add_alias("squat", "Hocke")
    assert "Hocke" in library.exercise("squat").aliases
    assert "Kniebeuge" not in library.by_slug()["squat"].aliases


def test_what_is_done_to_a_listing_of_the_library_stays_there(opened: object) -> None:
    library.by_slug().clear()
    library.exercises().clear()
    assert library.exercise("squat").slug in library.by_slug()


def test_an_exercise_comes_back_with_muscles_aliases_and_cues(opened: object) -> None:
    squat = library.exercise("squat")
    assert squat.muscles == ((Muscle.QUADS, 1.0), (Muscle.GLUTES, 0.5))
    assert squat.aliases == ("Back Squat", "Barbell Squat")
    assert squat.cues == ("brace", "knees out")
    assert list(library.by_slug()) == ["assisted_pull_up", "bench_press", "squat"]
    assert [exercise.slug for exercise in library.exercises()] == list(library.by_slug())
    assert library.by_slug()["assisted_pull_up"].load_kind is LoadKind.ASSISTED


def test_a_new_version_of_the_library_keeps_ids_own_exercises_and_own_names(
    opened: object,
) -> None:
    before = library.exercise("squat")
    mine = library.save_exercise(Exercise("my_lift", "My Lift", custom=True, aliases=("Mine",)))
    library.add_alias("squat", "Kniebeuge")
    library.add_alias("squat", "Flat Bench")
    new = (
        Exercise("squat", "High-Bar Squat", aliases=("Back Squat",)),
        Exercise("bench_press", "Bench Press", aliases=("Flat Bench", "BP")),
        Exercise("my_lift", "Not mine"),
        Exercise("row", "Row"),
    )
    library.install(new, "2")
    after = library.exercise("squat")
    assert (after.id, after.uid, after.name) == (before.id, before.uid, "High-Bar Squat")
    assert after.muscles == ()
    assert set(after.aliases) == {"Back Squat", "Kniebeuge", "Flat Bench"}
    assert library.exercise("bench_press").aliases == ("BP",)
    assert (library.exercise("my_lift").id, library.exercise("my_lift").name) == (mine, "My Lift")
    assert library.exercise("assisted_pull_up").name == "Assisted Pull-up"
    assert "row" in library.by_slug()


def test_an_alias_moves_where_a_new_version_of_the_library_has_it(opened: object) -> None:
    new = (
        Exercise("front_squat", "Front Squat", aliases=("Barbell Squat",)),
        Exercise("bench_press", "Bench Press", aliases=("Back Squat",)),
        Exercise("squat", "Squat", aliases=("Squats",)),
    )
    library.install(new, "2")
    moved = {"Barbell Squat": "front_squat", "Back Squat": "bench_press", "Squats": "squat"}
    assert library.aliases() == moved


def test_the_same_version_of_the_library_is_not_stored_again(opened: object) -> None:
    library.install((Exercise("squat", "Other"),), "1")
    assert library.exercise("squat").name == "Squat"


def test_a_saved_exercise_has_exactly_the_aliases_given(opened: object) -> None:
    library.save_exercise(replace(library.exercise("squat"), aliases=("Squats", "Back Squat", "")))
    assert set(library.exercise("squat").aliases) == {"Squats", "Back Squat"}
    library.save_exercise(replace(library.exercise("bench_press"), aliases=("Squats",)))
    assert library.aliases() == {"Back Squat": "squat", "Squats": "bench_press"}


def test_new_exercises_take_the_aliases_given_from_others(opened: object) -> None:
    library.save_exercise(replace(library.exercise("squat"), aliases=("Squats", "Back Squat")))
    new = replace(library.exercise("squat"), slug="high_bar", uid="", aliases=("Squats",))
    library.add_exercises([new, replace(new, slug="low_bar", uid="", aliases=())])
    assert library.exercise("high_bar").muscles == library.exercise("squat").muscles
    assert library.exercise("low_bar").aliases == ()
    assert library.aliases() == {"Back Squat": "squat", "Squats": "high_bar"}


def test_an_unused_exercise_can_be_deleted_a_used_one_stays(ann: int) -> None:
    log.add_session(ann, Session(DAY, (LoggedExercise("squat"),)))
    with pytest.raises(library.ExerciseInUse, match="Squat is part of a log or a plan"):
        library.delete_exercise("squat")
    library.delete_exercise("bench_press")
    assert list(library.by_slug()) == ["assisted_pull_up", "squat"]


def test_unknown_exercises_are_an_error(opened: object) -> None:
    for ask in (library.exercise, library.delete_exercise, library.id_of):
        with pytest.raises(LookupError, match="no_such_lift"):
            ask("no_such_lift")
    with pytest.raises(LookupError):
        library.add_alias("no_such_lift", "Alias")
