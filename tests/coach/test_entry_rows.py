"""Rows that the lifter asks for: a drop set and the ramp to a load."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planner.coach import library
from planner.coach.entry import SetRow
from planner.coach.entry_rows import drop_row, warm_up_rows
from planner.engine.terms import LoggedSet, SetKind, Side

OPEN = SetRow(1, None, None, None, None)


def below(done: LoggedSet) -> SetRow:
    return replace(OPEN, logged=done)


@pytest.mark.parametrize(
    ("slug", "kg", "dropped"),
    [
        ("back-squat", 100.0, 80.0),
        ("back-squat", 102.5, 82.5),
        ("back-squat", 22.5, 20.0),
        ("back-squat", 20.0, None),
        ("pull-up", 10.0, 0.0),
        ("pull-up", 0.0, None),
        ("push-up", None, None),
    ],
)
def test_a_drop_set_is_offered_about_a_fifth_less_of_what_the_gym_can_set(
    lifter, slug, kg, dropped
) -> None:
    row = drop_row(below(LoggedSet(kg, 8)), library.exercise(slug), lifter)
    assert (row.suggested_kg, row.target and row.target.load_kg) == (dropped, dropped)
    assert row.target
    assert row.target.kind is SetKind.DROP
    assert row.target.reps_low is None


def test_help_grows_for_a_drop_set_and_the_side_stays(lifter) -> None:
    helped = library.exercise("assisted-pull-up")
    row = drop_row(below(LoggedSet(20.0, 8, side=Side.LEFT)), helped, lifter)
    assert row.suggested_kg == 30.0
    assert row.side is Side.LEFT


def test_a_ramp_leads_up_to_the_load_about_to_be_lifted(lifter) -> None:
    rows = warm_up_rows(OPEN, 100.0, 5, library.exercise("back-squat"), lifter)
    loads = [row.suggested_kg for row in rows]
    assert loads[0] == 20.0
    assert loads == sorted(loads)
    assert loads[-1] < 100.0
    assert [row.number for row in rows] == list(range(1, len(rows) + 1))
    assert {row.target.kind for row in rows if row.target} == {SetKind.WARMUP}


def test_nothing_leads_up_to_the_bar_alone_or_to_a_plank(lifter) -> None:
    assert warm_up_rows(OPEN, 20.0, 5, library.exercise("back-squat"), lifter) == ()
    assert warm_up_rows(OPEN, 20.0, None, library.exercise("plank"), lifter) == ()


def test_while_no_load_is_suggested_rows_asked_for_have_none_either(lifter) -> None:
    squat = library.exercise("back-squat")
    silent = replace(below(LoggedSet(100.0, 8)), asks_load=True)
    made = (drop_row(silent, squat, lifter), *warm_up_rows(silent, 100.0, 5, squat, lifter))
    assert len(made) > 2
    for row in made:
        assert row.target is not None
        assert (row.target.load_kg, row.suggested_kg, row.asks_load) == (None, None, True)
    push_up = replace(below(LoggedSet(None, 8)), asks_load=True)
    assert not drop_row(push_up, library.exercise("push-up"), lifter).asks_load


def test_rows_asked_for_keep_to_the_limit_of_the_row_beside(lifter) -> None:
    squat = library.exercise("back-squat")
    limited = replace(below(LoggedSet(100.0, 8)), most_kg=60.0, limit="At most 60 kg (Sam)")
    drop, ramp = drop_row(limited, squat, lifter), warm_up_rows(limited, 100.0, 5, squat, lifter)
    assert (drop.suggested_kg, drop.most_kg, drop.limit) == (60.0, 60.0, limited.limit)
    assert all((row.suggested_kg or 0.0) <= 60.0 for row in ramp)
