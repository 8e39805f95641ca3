"""A set moved to a tempo: where it is follows from the seconds since its start alone."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from planner.engine.tempo import Pace, Part, Stretch, begins_below, place, stretches, ticks
from planner.engine.terms import Exercise, Pattern

SQUAT = Pace(stretches("3-1-3-0", from_below=False), reps=5)


def test_a_tempo_is_down_bottom_up_top_and_leaves_out_what_lasts_no_time() -> None:
    assert SQUAT.stretches == (Stretch(Part.DOWN, 3), Stretch(Part.BOTTOM, 1), Stretch(Part.UP, 3))
    assert (SQUAT.rep_s, SQUAT.ends_s) == (7.0, 38.0)


def test_a_lift_from_below_begins_with_the_way_up() -> None:
    made = stretches("31X1", from_below=True)
    assert [(each.part, each.seconds) for each in made] == [
        (Part.UP, 1.0), (Part.TOP, 1.0), (Part.DOWN, 3.0), (Part.BOTTOM, 1.0),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["", "3-1", "slow", "3--1-3", "0-0-0-0", "3-1-3-0-1", "-3-1-3"])
def test_what_is_no_tempo_is_refused(text) -> None:
    with pytest.raises(ValueError, match=r"[Tt]empo"):
        stretches(text, from_below=False)


def test_counts_of_ten_seconds_and_more_need_their_hyphens() -> None:
    assert stretches("10-0-10-0", from_below=False)[0] == Stretch(Part.DOWN, 10.0)


@pytest.mark.parametrize(
    ("at_s", "rep", "part", "left_s", "height"),
    [
        (0.0, 0, None, 3.0, 1.0),
        (2.5, 0, None, 0.5, 1.0),
        (3.0, 1, Part.DOWN, 3.0, 1.0),
        (4.5, 1, Part.DOWN, 1.5, 0.5),
        (6.0, 1, Part.BOTTOM, 1.0, 0.0),
        (8.5, 1, Part.UP, 1.5, 0.5),
        (10.0, 2, Part.DOWN, 3.0, 1.0),
        (37.9, 5, Part.UP, 0.1, 0.9667),
    ],
)
def test_where_a_set_is(at_s, rep, part, left_s, height) -> None:
    found = place(SQUAT, at_s)
    assert (found.rep, found.part, found.over) == (rep, part, False)
    assert (found.left_s, found.height) == pytest.approx((left_s, height), abs=1e-3)


def test_it_is_over_after_the_planned_repetitions_and_an_open_set_never() -> None:
    assert place(SQUAT, 38.0).over
    assert place(Pace(SQUAT.stretches, None), 3 + 7 * 1000).rep == 1001


def test_every_second_ticks_and_every_part_begins_with_another_tick() -> None:
    first = ticks(SQUAT, 0.0, 10.0)
    assert [tick.at_s for tick in first] == [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
    assert [tick.begins for tick in first] == [False] * 3 + [True, False, False] + [True] * 2 + [
        False, False,
    ]  # fmt: skip
    (last,) = ticks(SQUAT, 38.0, 100.0)
    assert (last.at_s, last.part) == (38.0, None)


paces = st.builds(
    lambda counts, reps: Pace(stretches("-".join(map(str, counts)), False), reps),
    st.lists(st.integers(0, 12), min_size=3, max_size=4).filter(any),
    st.none() | st.integers(1, 20),
)


@given(paces, st.floats(0, 300), st.floats(0, 60))
def test_every_part_that_begins_is_heard_just_when_it_is_seen(pace, since_s, length_s) -> None:
    for tick in ticks(pace, since_s, since_s + length_s):
        if tick.begins and tick.part is not None:
            assert place(pace, tick.at_s + 1e-6).part is tick.part


def test_a_set_that_is_over_ends_no_second_time() -> None:
    pace = Pace(stretches("0-9-12", False), 1)
    assert ticks(pace, 150.0, 151.0) == []


@given(paces, st.lists(st.floats(0, 200), min_size=2, max_size=6))
def test_ticks_are_the_same_however_the_time_is_cut(pace, cuts) -> None:
    edges = sorted(cuts)
    pieces = [t for a, b in pairwise(edges) for t in ticks(pace, a, b)]
    assert pieces == ticks(pace, edges[0], edges[-1])


@pytest.mark.parametrize(
    ("slug", "pattern", "below"),
    [
        ("pull-up", Pattern.VERTICAL_PULL, True),
        ("deadlift", Pattern.HINGE, True),
        ("romanian-deadlift", Pattern.HINGE, False),
        ("chest-dip", Pattern.VERTICAL_PUSH, False),
        ("overhead-press", Pattern.VERTICAL_PUSH, True),
        ("bench-press", Pattern.HORIZONTAL_PUSH, False),
        ("barbell-step-up", Pattern.LUNGE, True),
        ("cable-fly", Pattern.ISOLATION, False),
    ],
)
def test_which_way_a_lift_begins(slug, pattern, below) -> None:
    assert begins_below(Exercise(slug, pattern=pattern)) is below


def test_what_a_user_made_of_a_lift_begins_as_that_does() -> None:
    own = Exercise("rdl", pattern=Pattern.HINGE, parent="romanian-deadlift", custom=True)
    assert not begins_below(own)
    assert begins_below(replace(own, parent="deadlift"))
