"""What exercises may strain: variations lose nothing by accident, and like is treated alike."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

from planner.coach import shipped
from planner.engine.terms import Equipment, Limit, LoadKind, Pattern

EXERCISES = shipped.exercises()
BY_SLUG = {exercise.slug: exercise for exercise in EXERCISES}
TEXTS = [
    file.read_text("utf-8")
    for file in files("planner.resources").joinpath("exercises").iterdir()
    if file.name.endswith(".toml")
]


def reasons() -> dict[str, str]:
    """Why an exercise spares what its parent strains: the comment behind its limits."""
    found = {}
    for text in TEXTS:
        for slug in (key for key, value in tomllib.loads(text).items() if isinstance(value, dict)):
            table = text.partition(f"\n[{slug}]\n")[2].partition("\n[")[0]
            said = re.search(r"^limits = \[.*?\]  # (.+)$", table, re.MULTILINE)
            found[slug] = said[1] if said else ""
    return found


def test_a_variation_that_spares_what_its_parent_strains_says_why() -> None:
    why = reasons()
    for each in EXERCISES:
        if each.parent and set(BY_SLUG[each.parent].limits) - set(each.limits):
            assert len(why[each.slug]) >= 5, each.slug


def test_no_reason_is_left_where_nothing_is_spared() -> None:
    for slug, why in reasons().items():
        parent = BY_SLUG[slug].parent
        spared = parent and set(BY_SLUG[parent].limits) - set(BY_SLUG[slug].limits)
        assert spared or not why, slug


def test_a_loaded_squat_strains_the_knee_and_one_with_both_feet_and_no_load_does_not() -> None:
    for each in EXERCISES:
        if each.pattern is Pattern.SQUAT:
            loaded = each.load_kind is LoadKind.EXTERNAL or each.equipment is Equipment.BAND
            assert Limit.KNEE in each.limits or not loaded, each.slug
    for slug in ("bodyweight-squat", "chair-squat", "even-tempo-squat", "dowel-overhead-squat"):
        assert Limit.KNEE not in BY_SLUG[slug].limits


def test_the_knee_is_named_wherever_it_is_what_moves_under_load() -> None:
    for slug in ("leg-extension-hold", "band-leg-extension", "assisted-reverse-nordic", "man-maker",
                 "spanish-squat", "reverse-lunge"):  # fmt: skip
        assert Limit.KNEE in BY_SLUG[slug].limits, slug


def test_what_is_done_flat_on_the_back_or_belly_is_told_in_pregnancy() -> None:
    for slug in ("band-hip-thrust", "bodyweight-hip-thrust", "single-leg-hip-thrust",
                 "stability-ball-leg-curl", "spider-curl", "assisted-nordic-curl",
                 "adductor-squeeze", "supine-band-march", "brace-breathing",
                 "isometric-heel-drag"):  # fmt: skip
        assert Limit.PREGNANCY in BY_SLUG[slug].limits, slug
