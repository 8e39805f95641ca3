"""What was typed for a reader of kilograms means the same to a reader of pounds."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from planner.coach.entry import SetRow, parse_entry
from planner.coach.entry_unit import with_unit
from planner.engine.terms import Exercise, LoadKind, LoggedSet, Measure, Unit

SQUAT = Exercise("back-squat", "Back squat")
PUSH_UP = Exercise("push-up", "Push-up", load_kind=LoadKind.BODYWEIGHT)
CHIN_UP = Exercise("chin-up", "Chin-up", load_kind=LoadKind.ADDED)
CARRY = Exercise("carry", "Carry", measure=Measure.DISTANCE)
ROW = SetRow(1, None, None, None, None)


@pytest.mark.parametrize(
    ("typed", "named", "exercise"),
    [
        ("110x5", "110kgx5", SQUAT),
        ("2x100x5@2", "2x100kgx5@2", SQUAT),
        ("100x8, 95x6; w60 x 3", "100kgx8, 95kgx6; w60kg x 3", SQUAT),
        ("bw+10x5", "bw+10kgx5", CHIN_UP),
        ("bwx5", "bwx5", CHIN_UP),
        ("40 30m", "40kg 30m", CARRY),
        ("225lb x 5", "225lb x 5", SQUAT),
        ("3x12", "3x12", PUSH_UP),
        ("20x12", "20kgx12", PUSH_UP),
        ("45s", "45s", CARRY),
        ("110x", "110kgx", SQUAT),
        ("110x5 3-1-", "110kgx5 3-1-", SQUAT),
        ("abc", "abc", SQUAT),
    ],
)
def test_a_load_without_a_unit_gets_the_one_it_was_typed_in(typed, named, exercise) -> None:
    assert with_unit(typed, Unit.KG, exercise) == named


def test_what_is_half_typed_is_typed_on_in_its_unit() -> None:
    meant = parse_entry("110x5", SQUAT, Unit.KG, ROW)
    made = parse_entry(with_unit("110x", Unit.KG, SQUAT) + "5", SQUAT, Unit.LB, ROW)
    assert [said(each) for each in made.sets] == [said(each) for each in meant.sets]


@pytest.mark.parametrize(("begun", "more"), [("2x", "100x5"), ("2x100", "x5")])
def test_a_number_of_sets_taken_for_a_load_is_not_understood_when_typed_on(begun, more) -> None:
    made = parse_entry(with_unit(begun, Unit.KG, SQUAT) + more, SQUAT, Unit.LB, ROW)
    assert made.sets == ()
    assert "Not understood" in made.problem


LOADS = st.sampled_from(["", "100x", "82,5 x ", "bw+10x", "bwx", "-20x", "2x100x", "3x", "60kg x"])
AMOUNTS = st.sampled_from(["5", "8,8,6", "12 reps", "45s", "30m", "5km 25:00", "1:30"])
TAILS = st.sampled_from(["", "@2", "@rpe 8", " 3-1-3-0", "/left", "w", " p4"])


@st.composite
def entries(draw) -> str:
    parts = st.tuples(LOADS, AMOUNTS, TAILS).map("".join)
    return "; ".join(draw(st.lists(parts, min_size=1, max_size=3)))


@given(entries(), st.sampled_from([SQUAT, PUSH_UP, CHIN_UP, CARRY]))
def test_any_entry_makes_the_same_sets_once_its_unit_is_named(typed, exercise) -> None:
    before = parse_entry(typed, exercise, Unit.KG, ROW)
    after = parse_entry(with_unit(typed, Unit.KG, exercise), exercise, Unit.LB, ROW)
    assert [said(made) for made in after.sets] == [said(made) for made in before.sets]
    assert bool(after.problem) == bool(before.problem)


def said(made: LoggedSet) -> tuple[object, ...]:
    """Return what was typed; without a load, no unit was."""
    unit = made.unit if made.load else None
    return made.load, unit, made.load_kg, made.reps, made.seconds, made.distance_m, made.rir
