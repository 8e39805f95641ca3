"""What a name may mean that no exercise has exactly: typing errors, short forms, words too many."""

from pathlib import Path

import pytest

from planner.coach import names, shipped

TYPICAL = Path(__file__).parents[1] / "data" / "typical_names.tsv"


@pytest.fixture(scope="module")
def known():
    return names.index(shipped.exercises())


@pytest.fixture(scope="module")
def called():
    return {each.slug: each.name for each in shipped.exercises()}


def typical():
    """Read names as lifters write them; '' for what no one exercise is meant by."""
    lines = TYPICAL.read_text("utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines]


def test_no_typical_name_is_surely_taken_for_another_exercise(known, called):
    wrong = [
        (name, called[slug])
        for name, meant in typical()
        for slug, sure in [known.match(name)]
        if sure and meant and called[slug] != meant
    ]
    assert wrong == []


def test_a_name_that_several_exercises_go_by_is_asked_about(known):
    doubtful = {name for name, meant in typical() if not meant}
    sure = {name for name in doubtful if known.match(name)[1]}
    assert sure == {"Rear delt fly", "Bicep curls"}  # what apps call one exercise


def test_a_triceps_extension_is_guessed_with_a_load(known, called):
    guessed = [called[guess.slug] for guess in known.guesses("Triceps Extension")]
    assert guessed
    assert "Bodyweight triceps extension" not in guessed


def test_a_toe_touch_is_no_couch_stretch(known, called):
    guessed = [called[guess.slug] for guess in known.guesses("Toe Touch Abs")]
    assert not [name for name in guessed if "flexor" in name.lower()]


def test_most_typical_names_are_known_and_nearly_all_others_among_three_guesses(known, called):
    meant = [(name, what) for name, what in typical() if what]
    sure = [name for name, _ in meant if known.match(name)[1]]
    guessed = [
        name
        for name, what in meant
        if what in [called[guess.slug] for guess in known.guesses(name)]
    ]
    assert len(sure) / len(meant) > 0.7
    assert len({*sure, *guessed}) / len(meant) > 0.97


@pytest.mark.parametrize(
    ("name", "first", "why"),
    [
        ("bech press", "Bench press", "‘bech’ read as ‘bench’"),
        ("Leg Press Keller", "Leg press", "leaves out ‘keller’"),
        ("Pallof", "Pallof press", "adds ‘press’"),
        ("Conc curls", "Concentration curl", "‘conc’ read as ‘concentration’"),
        ("Wallsit", "Wall sit", "‘wallsit’ read as ‘wall’, ‘wallsit’ read as ‘sit’"),
    ],
)
def test_a_guess_says_why(known, called, name, first, why):
    guess = known.guesses(name)[0]
    assert (called[guess.slug], guess.why) == (first, why)


def test_a_guess_needs_no_other_equipment_than_the_name_says(known, called):
    found = [called[guess.slug] for guess in known.guesses("Strict press (Dumbbell)")]
    assert found
    assert "Overhead press" not in found


@pytest.mark.parametrize("name", ["", "?!", "Zwergenwurf", "x"])
def test_what_resembles_nothing_has_no_guess(known, name):
    assert known.guesses(name) == []
    assert known.match(name) == (None, False)


def test_a_word_of_three_letters_is_no_mistyped_short_form(known):
    assert not [guess for guess in known.guesses("Toe Touch Abs") if guess.slug == "back-squat"]


def test_one_word_of_two_is_a_guess_that_nobody_takes_for_granted(known, called):
    assert "Walking" in [called[guess.slug] for guess in known.guesses("Moon walk")]
    assert known.match("Moon walk") == (None, False)


def test_an_empty_library_has_no_guess():
    assert names.index([]).guesses("Bench press") == []
