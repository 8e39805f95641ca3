"""How muscles recover from what was logged, and when they are ready."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from planner.engine import recovery
from planner.engine.recovery import Bout, bout, level, overall, recoveries
from planner.engine.session_signs import DropOff
from planner.engine.terms import Exercise, LoggedSet, Muscle, SetKind

TODAY = date(2026, 11, 5)
DAY = timedelta(days=1)
BENCH = Exercise("bench-press", muscles=((Muscle.CHEST, 1.0), (Muscle.TRICEPS, 0.5)))
CURL = Exercise("curl", muscles=((Muscle.BICEPS, 1.0),))

sets = st.builds(
    LoggedSet,
    load_kg=st.sampled_from((None, 60.0)),
    reps=st.integers(0, 12),
    rir=st.sampled_from((None, 0.0, 1.0, 2.5, 4.0, 6.0)),
    kind=st.sampled_from(SetKind),
    tempo=st.sampled_from(("", "5-0-1-0", "2-1-x-0")),
)
drops = st.none() | st.builds(DropOff, st.just(8), st.just(4), st.floats(0.0, 0.5))
days_ago = st.integers(0, 6).map(lambda ago: TODAY - ago * DAY)
bouts = st.builds(
    bout, days_ago, st.sampled_from((BENCH, CURL)), st.lists(sets, max_size=6), st.booleans(), drops
)
weeks = st.lists(bouts, max_size=6)
groups = st.sampled_from(("Chest", "Triceps", "Biceps", "Quads"))


def levels(made: list[Bout], group: str) -> list[float]:
    return [level(made, group, TODAY + ahead * DAY) for ahead in range(8)]


@given(made=weeks, group=groups)
def test_without_work_recovery_only_rises_and_is_full_after_a_week(
    made: list[Bout], group: str
) -> None:
    found = levels(made, group)
    assert all(0.0 <= one <= other for one, other in pairwise(found))
    assert found[7] == 1.0


@given(made=weeks, more=bouts, group=groups)
def test_more_work_never_raises_recovery_nor_brings_the_day_of_being_ready_forward(
    made: list[Bout], more: Bout, group: str
) -> None:
    [before], [after] = (recoveries(each, [group], TODAY) for each in (made, [*made, more]))
    assert after.level <= before.level
    assert (after.ready_on or TODAY) >= (before.ready_on or TODAY)


@given(on=days_ago, done=st.lists(sets, max_size=6), new=st.booleans(), data=st.data())
def test_the_order_of_a_days_sets_and_exercises_changes_nothing(
    on: date, done: list[LoggedSet], new: bool, data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(done))
    others = [bout(on, CURL, done, False), bout(on, BENCH, shuffled, new)]
    for group in ("Chest", "Biceps"):
        before = levels([bout(on, BENCH, done, new), others[0]], group)
        assert levels(others[::-1], group) == pytest.approx(before)


@given(made=weeks, shares=st.dictionaries(groups, st.floats(0.1, 30.0), min_size=1))
def test_the_mean_lies_between_the_least_and_the_most_recovered_muscle(
    made: list[Bout], shares: dict[str, float]
) -> None:
    mean, each = overall(made, shares, TODAY), recoveries(made, shares, TODAY)
    assert mean is not None
    assert each[0].level - 1e-9 <= mean.level <= each[-1].level + 1e-9


def test_a_record_does_not_raise_recovery() -> None:
    done = [LoggedSet(100.0, 5, rir=2.0)] * 3
    record = [replace(each, load_kg=140.0, reps=12) for each in done]
    assert bout(TODAY, BENCH, record, False) == bout(TODAY, BENCH, done, False)


HARD = [LoggedSet(100.0, 8, rir=1.0)] * 5


@pytest.mark.parametrize(
    ("made", "days"),
    [
        (bout(TODAY, BENCH, HARD, new=False), 3),
        (bout(TODAY, BENCH, HARD, new=True), 4),
        (bout(TODAY, BENCH, [replace(s, tempo="5-0-1-0") for s in HARD], new=False), 4),
        (bout(TODAY, BENCH, [replace(s, rir=3.0) for s in HARD], new=False), 2),
        (bout(TODAY, BENCH, [replace(s, rir=6.0) for s in HARD], new=False), 0),
        (bout(TODAY, Exercise("curl", muscles=((Muscle.CHEST, 0.5),)), HARD, new=False), 2),
    ],
    ids=["hard", "new", "lowered slowly", "in reserve", "easy", "as a helper"],
)
def test_time_to_ready_follows_effort_novelty_and_share(made: Bout, days: int) -> None:
    [chest] = recoveries([made], ["Chest"], TODAY)
    assert ((chest.ready_on or TODAY) - TODAY).days == days


def test_small_muscles_are_ready_sooner() -> None:
    chest, biceps = (
        recoveries([bout(TODAY, each, HARD, new=False)], [group], TODAY)[0]
        for each, group in ((BENCH, "Chest"), (CURL, "Biceps"))
    )
    assert chest.ready_on
    assert biceps.ready_on
    assert biceps.ready_on < chest.ready_on


def test_a_drop_off_takes_more_until_two_days_have_passed() -> None:
    plain = bout(TODAY, BENCH, HARD, new=False)
    fell = replace(plain, drop=DropOff(10, 5, 0.2))
    less = [before - after for before, after in zip(levels([plain], "Chest"),
            levels([fell], "Chest"), strict=True)]  # fmt: skip
    assert less[0] > less[1] > 0.0
    assert less[2:] == [0.0] * 6


def test_balance_work_tires_no_muscle_group() -> None:
    assert recovery.shares(Exercise("stand", muscles=())) == ()
    assert overall([], {}, TODAY) is None
