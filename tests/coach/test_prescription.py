"""What a trainer may type as a prescription, and how it is written back."""

import pytest
from hypothesis import given, strategies as st

from planner.coach.prescription import (
    parse_prescription,
    prescription_source,
    prescription_text,
)
from planner.engine.terms import Exercise, LoadKind, PlannedSet, SetKind, Unit

SQUAT = Exercise("back-squat", "Back squat")
PULL_UP = Exercise("pull-up", "Pull-up", load_kind=LoadKind.ADDED, bodyweight_share=1.0)
PLANK = Exercise("plank", "Plank", load_kind=LoadKind.NONE)


def read(text, exercise=SQUAT, unit=Unit.KG):
    made = parse_prescription(text, unit, exercise)
    assert not made.problem, made.problem
    return made.sets


@pytest.mark.parametrize(
    ("typed", "count", "first"),
    [
        ("4x6 @2 102.5", 4, PlannedSet(6, 6, 2, load_kg=102.5, load=102.5)),
        ("4×6 @2 102,5", 4, PlannedSet(6, 6, 2, load_kg=102.5, load=102.5)),
        ("3x8-12 @RIR1", 3, PlannedSet(8, 12, 1)),
        ("3x8–12 @8", 3, PlannedSet(8, 12, 2)),
        ("5x5 80%", 5, PlannedSet(5, 5, percent_e1rm=80)),
        ("3x30s", 3, PlannedSet(seconds=30)),
        ("3xAMRAP", 3, PlannedSet(amrap=True)),
        ("w 2x5 60", 2, PlannedSet(5, 5, load_kg=60, load=60, kind=SetKind.WARMUP)),
        ("3x8 2x18", 3, PlannedSet(8, 8, load_kg=18, load=18)),
    ],
)
def test_prescriptions(typed, count, first):
    sets = read(typed)
    assert (len(sets), sets[0]) == (count, first)


def test_a_plus_asks_for_as_many_as_possible_in_the_last_set():
    assert [entry.amrap for entry in read("3x5+ 100")] == [False, False, True]


def test_groups_are_parted_by_a_semicolon():
    assert [(s.reps_low, s.load_kg) for s in read("1x3 100; 2x8 80")] == [
        (3, 100),
        (8, 80),
        (8, 80),
    ]


def test_a_pull_up_is_prescribed_with_load_on_top():
    assert read("4x6 @2 bw+5", PULL_UP)[0].load_kg == 5
    assert read("4x6 bw", PULL_UP)[0].load_kg == 0


@pytest.mark.parametrize(
    "typed", ["", "abc", "4x", "0x5", "99x5", "4x6 @12", "4x12-6", "5x5 900%", "4x6 -20",
              "3x8 99999999999999", "3x99999999999999999999s"],
)  # fmt: skip
def test_what_cannot_be_read_is_said(typed):
    made = parse_prescription(typed, Unit.KG, SQUAT)
    assert made.problem
    assert made.sets == ()


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("3x8 99999999999999", "A load is at most 10,000 kg."),
        ("3x99999999999999999999s", "A set lasts at most 24 hours."),
        ("9" * 5000 + "x8", "Between 1 and 20 sets, please."),
        ("3x" + "9" * 5000, "Reps run from low to high, 1 to 100."),
    ],
)
def test_more_than_anybody_can_do_is_not_prescribed(typed, problem):
    made = parse_prescription(typed, Unit.KG, SQUAT)
    assert (made.problem, made.sets) == (problem, ())


def test_a_hold_takes_no_load():
    assert "no load" in parse_prescription("3x30s 20", Unit.KG, PLANK).problem


def test_the_card_shows_sets_and_load_apart():
    assert prescription_text(read("4x6 @2 102.5"), Unit.KG) == ("4×6 @2", "102.5")
    assert prescription_text(read("1x3 100; 2x8 80"), Unit.KG) == ("1×3; 2×8", "100; 80")
    assert prescription_text(read("5x5 80%"), Unit.KG) == ("5×5", "80 %")


def test_a_load_typed_in_pounds_is_shown_as_typed_to_who_lifts_in_pounds():
    sets = read("3x5 225", unit=Unit.LB)
    assert prescription_text(sets, Unit.LB)[1] == "225"
    assert prescription_text(sets, Unit.KG)[1] == "102.1"


loads = st.one_of(st.none(), st.integers(1, 800).map(lambda n: n / 4))
groups = st.builds(
    lambda n, low, more, rir, load: (n, low, low + more, rir, load),
    st.integers(1, 6),
    st.integers(1, 20),
    st.integers(0, 6),
    st.one_of(st.none(), st.integers(0, 5)),
    loads,
)


@given(st.lists(groups, min_size=1, max_size=3))
def test_what_is_written_reads_back_as_the_same_sets(made):
    sets = tuple(
        PlannedSet(low, high, rir, load_kg=load, load=load)
        for count, low, high, rir, load in made
        for _ in range(count)
    )
    text = prescription_source(sets, Unit.KG)
    assert read(text) == sets


@given(st.text(max_size=40))
def test_no_text_ever_crashes_the_prescription(text):
    made = parse_prescription(text, Unit.KG, SQUAT)
    assert bool(made.sets) != bool(made.problem)
