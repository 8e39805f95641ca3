"""The shipped exercises make sense."""

from __future__ import annotations

import re
from collections import Counter
from importlib.resources import files

import pytest

from planner.coach import names, shipped
from planner.engine.practice import practice_sessions, score, skill_of
from planner.engine.terms import (
    Category,
    Equipment,
    Exercise,
    Limit,
    LoadKind,
    Measure,
    Muscle,
    Neuromuscular,
    Pattern,
)

EXERCISES = shipped.exercises()
BY_SLUG = {exercise.slug: exercise for exercise in EXERCISES}
NEUROMUSCULAR = [each for each in EXERCISES if each.category is Category.NEUROMUSCULAR]
EVERYWHERE = (
    Pattern.SQUAT, Pattern.HINGE, Pattern.LUNGE, Pattern.HORIZONTAL_PUSH, Pattern.VERTICAL_PUSH,
    Pattern.HORIZONTAL_PULL, Pattern.VERTICAL_PULL, Pattern.CARRY, Pattern.ROTATION,
    Pattern.ANTI_MOVEMENT, Pattern.ISOLATION, Pattern.CONDITIONING,
)  # fmt: skip


def twice(values: list[str]) -> list[str]:
    return [value for value, count in Counter(values).items() if count > 1]


def test_there_is_enough_to_log_what_lifters_do() -> None:
    assert len(EXERCISES) >= 320
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


def test_there_are_exercises_for_every_kind_of_neuromuscular_work() -> None:
    kinds = Counter(each.neuromuscular for each in NEUROMUSCULAR)
    assert len(NEUROMUSCULAR) >= 48
    assert all(kinds[kind] >= 5 for kind in Neuromuscular)


def test_every_muscle_can_be_trained_by_six_exercises() -> None:
    trained = Counter(m for each in EXERCISES for m, _ in each.muscles)
    assert {muscle for muscle in Muscle if trained[muscle] < 6} == set()


@pytest.mark.parametrize("pattern", EVERYWHERE, ids=str)
def test_a_pattern_can_be_trained_with_five_pieces_of_equipment(pattern: Pattern) -> None:
    assert len({each.equipment for each in EXERCISES if each.pattern is pattern}) >= 5


def test_every_exercise_but_endurance_and_stretching_names_common_faults() -> None:
    for each in EXERCISES:
        if each.category in (Category.STRENGTH, Category.NEUROMUSCULAR):
            assert 1 <= len(each.faults) <= 3, each.slug
        assert all(fault.endswith(".") and len(fault) <= 80 for fault in each.faults), each.slug


def test_a_variation_says_itself_what_to_do_differently() -> None:
    same = [each.slug for each in EXERCISES if each.parent and each.cues == of(each.parent).cues]
    assert len(same) <= len(EXERCISES) // 20


def test_every_limit_names_exercises_and_pressing_overhead_strains_the_shoulder() -> None:
    named = Counter(limit for each in EXERCISES for limit in each.limits)
    assert all(named[limit] >= 10 for limit in Limit)
    assert Limit.SHOULDER in of("overhead-press").limits
    assert Limit.BACK in of("deadlift").limits
    assert Limit.KNEE in of("back-squat").limits


def test_drills_before_a_lift_exist_and_train_the_nervous_system() -> None:
    linked = {(each.slug, drill) for each in EXERCISES for drill in each.activations}
    assert len({slug for slug, _ in linked}) >= 12
    assert all(of(drill).category is Category.NEUROMUSCULAR for _, drill in linked)
    assert all(slug != drill for slug, drill in linked)


def test_both_tags_may_stand_on_one_exercise_and_each_is_common() -> None:
    both = [each for each in EXERCISES if each.functional and each.neuromuscular]
    assert both
    assert sum(each.functional for each in EXERCISES) >= 60


def test_a_tempo_says_four_phases_in_seconds() -> None:
    tempos = [each.tempo for each in EXERCISES if each.tempo]
    assert len(tempos) >= 10
    assert all(re.fullmatch(r"\d-\d-\d-\d", tempo) for tempo in tempos)


def test_what_is_harder_to_coordinate_is_practised_longer() -> None:
    snatch, squat, curl = [of(slug) for slug in ("snatch", "back-squat", "lying-leg-curl")]
    assert score(skill_of(snatch)) > score(skill_of(squat)) > score(skill_of(curl))
    ranked = sorted(EXERCISES, key=lambda each: score(skill_of(each)))
    practised = [practice_sessions(each) for each in ranked]
    assert practised == sorted(practised)


def test_hard_skills_without_a_load_take_long_practice_and_steer_nothing() -> None:
    for slug in ("one-arm-pull-up", "muscle-up", "handstand-push-up", "pistol-squat"):
        assert score(skill_of(of(slug))) >= 8, slug
    assert not any(skill_of(e).equipment for e in EXERCISES if e.equipment is Equipment.BODYWEIGHT)


def test_variations_never_lead_in_a_circle() -> None:
    for each in EXERCISES:
        above = [each.slug]
        while (parent := of(above[-1]).parent) is not None:
            assert parent not in above, each.slug
            above.append(parent)


def of(slug: str) -> Exercise:
    return BY_SLUG[slug]
