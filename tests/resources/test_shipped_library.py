"""The shipped exercises make sense."""

from __future__ import annotations

import re
from collections import Counter
from importlib.resources import files

import pytest

from planner.coach import names, shipped
from planner.engine.terms import (
    Category,
    LoadKind,
    Measure,
    Muscle,
)

EXERCISES = shipped.exercises()
BY_SLUG = {exercise.slug: exercise for exercise in EXERCISES}


def twice(values: list[str]) -> list[str]:
    return [value for value, count in Counter(values).items() if count > 1]


def test_there_is_enough_to_log_what_lifters_do() -> None:
    assert len(EXERCISES) >= 300
    assert sum(each.category is Category.NEUROMUSCULAR for each in EXERCISES) >= 10
    assert sum(each.category is Category.ENDURANCE for each in EXERCISES) >= 10
    assert sum(each.load_kind in (LoadKind.ADDED, LoadKind.ASSISTED) for each in EXERCISES) >= 8
    assert sum(each.measure is Measure.SECONDS for each in EXERCISES) >= 10


def test_no_name_or_alias_means_two_exercises() -> None:
    assert not twice([n.casefold() for each in EXERCISES for n in (each.name, *each.aliases)])


def test_no_two_exercises_share_a_name_but_for_order_plural_and_hyphens() -> None:
    pairs = {(names.key(n), each.slug) for each in EXERCISES for n in (each.name, *each.aliases)}
    assert not twice([" ".join(key) for key, _ in pairs])


def test_every_muscle_is_the_prime_mover_of_something() -> None:
    assert {m for each in EXERCISES for m, share in each.muscles if share == 1.0} == set(Muscle)


def test_every_exercise_has_a_plain_slug_a_name_and_two_to_four_short_cues() -> None:
    for each in EXERCISES:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", each.slug), each.slug
        assert each.name[0].isupper(), each.slug
        assert 2 <= len(each.cues) <= 4, each.slug
        assert all(cue.endswith(".") and len(cue) <= 80 for cue in each.cues), each.slug


def test_every_strength_and_neuromuscular_exercise_names_its_muscles() -> None:
    bare = {each.category for each in EXERCISES if not each.muscles}
    assert bare <= {Category.ENDURANCE, Category.FLEXIBILITY}
    assert {share for each in EXERCISES for _, share in each.muscles} == {1.0, 0.5}


def test_every_variation_says_how_like_its_parent_it_is() -> None:
    for each in EXERCISES:
        if each.parent is None:
            assert each.similarity == 0.0, each.slug
        else:
            assert each.parent in BY_SLUG, each.slug
            assert 0.3 <= each.similarity < 1.0, each.slug


def test_the_bodyweight_is_part_of_the_load_of_bodyweight_exercises_only() -> None:
    moving = (LoadKind.ADDED, LoadKind.ASSISTED, LoadKind.BODYWEIGHT)
    for each in EXERCISES:
        assert (0 < each.bodyweight_share <= 1) == (each.load_kind in moving), each.slug


def test_every_share_of_the_bodyweight_has_its_source_beside_it() -> None:
    for file in files("planner.resources").joinpath("exercises").iterdir():
        for line in file.read_text("utf-8").splitlines():
            if line.startswith("bodyweight_share"):
                assert re.search(r"# .*(\d{4}|rule of thumb)", line), line


def test_a_changed_exercise_file_is_another_version_of_the_library() -> None:
    assert shipped.version() == shipped.version()
    assert re.fullmatch(r"[0-9a-f]{64}", shipped.version())


@pytest.mark.parametrize("name", ["NotoSans-Regular.ttf", "NotoSans-Bold.ttf"])
def test_fonts_are_shipped_with_their_licence(name: str) -> None:
    fonts = files("planner.resources").joinpath("fonts")
    assert 100_000 < len(fonts.joinpath(name).read_bytes()) < 1_000_000
    assert "SIL OPEN FONT LICENSE" in fonts.joinpath("OFL.txt").read_text("utf-8")
