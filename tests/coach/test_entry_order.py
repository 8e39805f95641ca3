"""Which target and which set of last time stand beside each row."""

from __future__ import annotations

from planner.coach import row_order
from planner.engine.terms import LoggedSet, PlannedSet, SetKind, Side

FIVE = PlannedSet(5, 5, load_kg=100.0)
WARM = PlannedSet(5, 5, load_kg=60.0, kind=SetKind.WARMUP)
LEFT, RIGHT, EACH = Side.LEFT, Side.RIGHT, Side.EACH


def done(kg: float, side: Side = Side.BOTH, kind: SetKind = SetKind.WORK) -> LoggedSet:
    return LoggedSet(kg, 5, side=side, kind=kind)


def drop(kg: float) -> LoggedSet:
    return done(kg, kind=SetKind.DROP)


def shown(targets=(), last=(), logged=(), per_side=False):
    """Return (number, planned load, last time's load, load done, side) of the rows."""
    worked = [entry for entry in logged if entry.kind is not SetKind.WARMUP]
    rows = row_order.rows([(t, t.load_kg) for t in targets], last, logged, worked, per_side)
    return [
        (
            row.number,
            row.target and row.target.load_kg,
            row.last and row.last.load_kg,
            row.logged and row.logged.load_kg,
            row.side,
        )
        for row in rows
    ]


def test_a_drop_set_uses_up_no_planned_work_set() -> None:
    rows = shown([FIVE, FIVE], [done(95), done(96)], [done(100), drop(80)])
    assert rows == [
        (1, 100.0, 95, 100, Side.BOTH),
        (1, None, None, 80, Side.BOTH),
        (2, 100.0, 96, None, Side.BOTH),
    ]


def test_drop_sets_stand_beside_drop_sets_and_work_beside_work() -> None:
    rows = shown((), [done(95), drop(70), done(96)], [done(100), drop(80)])
    assert [(number, last) for number, _, last, _, _ in rows] == [(1, 95), (1, 70), (2, 96)]


def test_a_planned_warm_up_keeps_its_place_and_a_set_to_failure_is_work() -> None:
    failed = done(100, kind=SetKind.FAILURE)
    rows = shown([WARM, FIVE, FIVE], (), [done(60, kind=SetKind.WARMUP), failed])
    assert [(number, planned) for number, planned, *_ in rows] == [(1, 60), (1, 100), (2, 100)]


def test_left_and_right_share_a_target_and_the_other_side_is_next() -> None:
    rows = shown([FIVE, FIVE], [done(20, EACH)], [done(22, LEFT)], per_side=True)
    assert rows == [
        (1, 100.0, 20, 22, LEFT),
        (1, 100.0, 20, None, RIGHT),
        (2, 100.0, 20, None, LEFT),
    ]


def test_each_side_stands_beside_the_same_side_of_last_time() -> None:
    last = [done(20, LEFT), done(18, RIGHT), done(21, LEFT), done(19, RIGHT)]
    rows = shown((), last, [done(20, LEFT), done(18, RIGHT)], per_side=True)
    assert rows == [(1, None, 20, 20, LEFT), (1, None, 18, 18, RIGHT), (2, None, 21, None, LEFT)]


def test_a_side_that_was_not_done_last_time_has_none() -> None:
    rows = shown((), [done(20, LEFT)], [done(20, LEFT)], per_side=True)
    assert rows == [(1, None, 20, 20, LEFT), (1, None, None, None, RIGHT)]


def test_a_row_knows_last_time_for_each_side_it_may_be_done_with() -> None:
    last = [done(20, LEFT), done(18, RIGHT)]
    (row,) = row_order.rows([], last, [], [], per_side=True)
    assert [(side, entry.load_kg) for side, entry in row.sides] == [(LEFT, 20), (RIGHT, 18)]


def test_sides_of_an_exercise_done_with_both_make_no_rows() -> None:
    assert [side for *_, side in shown((), (), [done(20, LEFT)])] == [Side.BOTH] * 3
