"""Typed words and the exercise that a lifter means by them."""

from __future__ import annotations

from time import perf_counter

import pytest

from planner.coach import favourites, library, names
from planner.coach.favourites import Picks, Wanted
from planner.coach.typed_line import parted_line

MEANT = {
    "ohp": "overhead-press",
    "mp": "overhead-press",
    "dl": "deadlift",
    "rdl": "romanian-deadlift",
    "sldl": "stiff-leg-deadlift",
    "tbdl": "trap-bar-deadlift",
    "bss": "bulgarian-split-squat",
    "bp": "bench-press",
    "cgbp": "close-grip-bench-press",
    "bb row": "barbell-row",
    "ghr": "glute-ham-raise",
    "c&j": "clean-and-jerk",
    "hspu": "handstand-push-up",
    "t2b": "toes-to-bar",
    "tgu": "turkish-get-up",
    "kbs": "kettlebell-swing",
    "curl": "barbell-curl",
    "squat": "back-squat",
    "bench": "bench-press",
    "db bench": "dumbbell-bench-press",
    "press": "overhead-press",
    "row": "barbell-row",
    "deadl": "deadlift",
    "zercher": "zercher-squat",
    "front": "front-squat",
    "split": "split-squat",
    "pull": "pull-up",
    "pullup": "pull-up",
    "push": "push-up",
    "chin": "chin-up",
    "dips": "chest-dip",
    "lat": "lat-pulldown",
    "leg": "leg-press",
    "leg curl": "lying-leg-curl",
    "leg ext": "leg-extension",
    "incline": "incline-bench-press",
    "thrust": "hip-thrust",
    "face": "face-pull",
    "hammer": "hammer-curl",
    "skull": "skullcrusher",
    "bulg": "bulgarian-split-squat",
    "military": "overhead-press",
    "good": "good-morning",
}


@pytest.mark.usefixtures("database")
def test_what_is_usual_in_gyms_is_understood():
    first = {typed: library.search(typed)[0].slug for typed in MEANT}
    assert first == MEANT


@pytest.mark.usefixtures("database")
def test_what_the_lifter_does_or_starred_comes_before_what_is_common():
    def found(typed, picks):
        return favourites.found(typed, Wanted(), library.exercises(), picks)[0].slug

    assert found("curl", Picks(recent=("hammer-curl",))) == "hammer-curl"
    assert found("row", Picks(starred=frozenset({"seal-row"}))) == "seal-row"
    used = Picks(recent=("hammer-curl", "ez-bar-curl"), often=("ez-bar-curl", "hammer-curl"))
    assert found("curl", used) == "ez-bar-curl"
    # a name that is typed whole is meant
    assert found("squat", Picks(recent=("front-squat",))) == "back-squat"
    # what only goes by another name so, as Lying Leg Curl (Bench), waits behind those called so
    assert found("bench", Picks(recent=("lying-leg-curl",))) == "bench-press"


@pytest.mark.usefixtures("database")
def test_letters_inside_of_a_word_are_the_last_way():
    assert "lat-pulldown" in [each.slug for each in library.search("pulldow")]
    assert library.search("quat")[0].slug == "back-squat"


def test_words_of_a_name_may_come_in_any_order():
    assert names.says("okafor h", "Hana Okafor")
    assert names.says("hána", "Hana Okafor")
    assert not names.says("okafor z", "Hana Okafor")


@pytest.mark.usefixtures("database")
def test_a_long_text_full_of_numbers_is_parted_while_it_is_typed():
    typed = "100x5 3x8 @2 60x5f 12/nose 1.5 31.12.2026 <b>bold</b> " * 12
    began = perf_counter()
    assert parted_line(typed)[1] == ""
    assert perf_counter() - began < 1
