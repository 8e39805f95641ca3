"""The exercise library in a real database: install, search, match, add."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from planner.coach import library, shipped
from planner.engine.terms import Equipment, Exercise, Muscle, Pattern
from planner.storage import clients, database, library as storage

OWN = Exercise("finger-curl-ladder", "Finger curl ladder", custom=True)


@pytest.fixture(autouse=True)
def _open(database: Path) -> None:
    """Give every test here a database with the library in it."""


def names_found(text: str) -> list[str]:
    return [exercise.name for exercise in library.search(text)]


def test_a_new_database_gets_every_shipped_exercise_whole() -> None:
    stored = {each.slug: replace(each, id=None) for each in library.exercises()}
    assert stored == {each.slug: each for each in shipped.exercises()}


def test_the_same_version_is_not_installed_again() -> None:
    storage.save_exercise(replace(library.exercise("back-squat"), rest_s=7))
    library.ensure()
    assert library.exercise("back-squat").rest_s == 7


def test_another_version_of_the_program_brings_its_exercises() -> None:
    storage.save_exercise(replace(library.exercise("back-squat"), rest_s=7))
    clients.change_setting("library_version", "an older one")
    library.ensure()
    assert library.exercise("back-squat").rest_s == 180


def test_an_unknown_exercise_is_an_error() -> None:
    with pytest.raises(LookupError):
        library.exercise("moon-walk")


def test_an_empty_search_lists_everything_by_name() -> None:
    found = names_found("")
    assert found == sorted(found, key=str.casefold)
    assert len(found) == len(library.exercises())


def test_the_lift_that_is_called_so_comes_first() -> None:
    assert names_found("Squat")[0] == "Back squat"
    assert names_found("bench")[0] == "Bench press"


def test_the_start_of_a_name_comes_before_words_in_it() -> None:
    found = names_found("deadl")
    assert found[0] == "Deadlift"
    assert "Romanian deadlift" in found


def test_words_may_come_in_any_order_and_unfinished() -> None:
    assert names_found("curl cab")[0] == "Cable curl"
    assert names_found("single leg ro")[0] == "Single-leg Romanian deadlift"


def test_names_of_other_apps_are_found_too() -> None:
    assert names_found("Skullcr")[0] == "Skullcrusher"
    assert names_found("RDL")[0] == "Romanian deadlift"
    assert names_found("stairmaster") == ["Stair climber"]


def test_a_mistyped_word_is_understood() -> None:
    assert names_found("benhc press")[0] == "Bench press"
    assert names_found("sqat")[0] == "Back squat"


def test_nonsense_finds_nothing() -> None:
    assert names_found("xyzzy") == []


def test_filters_narrow_a_search() -> None:
    found = library.search("press", Pattern.VERTICAL_PUSH, Equipment.DUMBBELL, Muscle.TRICEPS)
    assert "arnold-press" in [each.slug for each in found]
    assert all(
        each.pattern is Pattern.VERTICAL_PUSH
        and each.equipment is Equipment.DUMBBELL
        and Muscle.TRICEPS in dict(each.muscles)
        for each in found
    )


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Bench Press (Barbell)", "bench-press"),
        ("Flat Barbell Bench Press", "bench-press"),
        ("barbell  bench press ", "bench-press"),
        ("Hammer Curls (Dumbbell)", "hammer-curl"),
        ("Pull-Ups", "pull-up"),
        ("Pullups", "pull-up"),
        ("One Arm DB Row", "dumbbell-row"),
        ("EZ-Bar Skull Crushers", "skullcrusher"),
        ("Squat (Smith Machine)", "smith-squat"),
        ("Seated Calf Raise, Leverage Machine", "seated-calf-raise"),
        ("Chest Dip (Assisted)", "assisted-dip"),
        ("Running (Treadmill)", "treadmill-running"),
        ("T-Bar Row", "t-bar-row"),
    ],
)
def test_a_name_is_surely_known_however_it_is_written(name: str, slug: str) -> None:
    assert library.match(name) == (slug, True)


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Bench Prss (Barbell)", "bench-press"),
        ("Leg Press Keller", "leg-press"),
        ("Romanain Deadlift", "romanian-deadlift"),
    ],
)
def test_a_likely_name_is_only_a_suggestion(name: str, slug: str) -> None:
    assert library.match(name) == (slug, False)


@pytest.mark.parametrize("name", ["", "()", "Underwater basket weaving", "Zwergenwurf", "Press"])
def test_an_unknown_name_stays_unknown(name: str) -> None:
    assert library.match(name) == (None, False)


def test_a_name_with_another_piece_of_equipment_is_no_suggestion() -> None:
    slug, sure = library.match("Arnold Press (Kettlebell)")
    assert not sure
    assert slug is None


def test_an_alias_that_the_lifter_gave_is_known_at_once() -> None:
    assert library.match("Zwergenwurf") == (None, False)
    storage.add_alias("back-squat", "Zwergenwurf")
    assert library.match("zwergenwurf") == ("back-squat", True)
    assert library.search("Zwergenwurf")[0].slug == "back-squat"


def test_an_exercise_of_ones_own_is_found_matched_and_stored() -> None:
    storage.save_exercise(OWN)
    assert library.exercise("finger-curl-ladder").custom
    assert library.search("finger curl")[0].name == "Finger curl ladder"
    assert library.match("Finger Curl Ladders") == ("finger-curl-ladder", True)


def test_custom_exercises_survive_a_new_version_of_the_library() -> None:
    storage.save_exercise(OWN)
    clients.change_setting("library_version", "an older one")
    library.ensure()
    assert library.exercise("finger-curl-ladder").name == "Finger curl ladder"


def test_another_file_has_its_own_library(tmp_path: Path) -> None:
    storage.save_exercise(OWN)
    database.close_database()
    database.open_database(tmp_path / "other.db")
    library.ensure()
    assert library.match("Finger curl ladder") == (None, False)
