"""Reading files of difficulty ladders."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from planner.formats.ladders import Ladder, ladders
from planner.formats.library import BadLibrary

STAND = """
[stand]
name = "Stand"
goal = "One leg"
sets = 3
count = 30
steps = ["two-feet", "one-foot"]
"""


def changed(old: str, new: str) -> str:
    assert old in STAND
    return STAND.replace(old, new)


def test_a_ladder_says_its_steps_from_easy_to_hard_with_a_count_for_each() -> None:
    assert ladders(STAND) == [
        Ladder("stand", "Stand", "One leg", 3, (30, 30), ("two-feet", "one-foot"))
    ]


def test_steps_may_have_counts_of_their_own() -> None:
    assert ladders(changed("count = 30", "counts = [40, 20]"))[0].counts == (40, 20)


def test_ladders_come_in_the_order_written() -> None:
    text = STAND.replace("[stand]", "[walk]") + STAND
    assert [each.slug for each in ladders(text)] == ["walk", "stand"]


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("[stand]", "[stand", "ladders: "),
        ("[stand]\n", "", "name: "),
        ("sets = 3", "sets = 3\nlevel = 2", "stand: unknown fields: level"),
        ('goal = "One leg"', "", "stand: 'goal'"),
        ("sets = 3", 'sets = "three"', "stand: "),
        ("sets = 3", "sets = 0", "stand: sets and counts start at one"),
        ("count = 30", "count = 0", "stand: sets and counts start at one"),
        ("count = 30", "", "stand: one of count and counts"),
        ("count = 30", "count = 30\ncounts = [30, 30]", "stand: one of count and counts"),
        ("count = 30", "counts = [30]", "stand: counts and steps are not as many"),
        (', "one-foot"', "", "stand: a ladder needs two steps"),
        ('"one-foot"', '"two-feet"', "stand: a step stands twice"),
    ],
)
def test_a_ladder_that_makes_no_sense_is_refused(old: str, new: str, complaint: str) -> None:
    with pytest.raises(BadLibrary, match=complaint):
        ladders(changed(old, new))


@given(st.lists(st.from_regex(r"[a-z]{1,8}", fullmatch=True), min_size=2, unique=True))
def test_any_distinct_steps_make_a_ladder(steps: list[str]) -> None:
    quoted = ", ".join(f'"{step}"' for step in steps)
    ladder = ladders(changed('"two-feet", "one-foot"', quoted))[0]
    assert ladder.steps == tuple(steps)
    assert len(ladder.counts) == len(steps)
