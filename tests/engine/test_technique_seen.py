"""How sets looked: a share is never surer than its sets, and less sure for being of one session."""

from hypothesis import given, strategies as st

from planner.engine import calibration, technique_seen
from planner.engine.terms import LoggedSet, SetKind, Technique


def test_work_sets_are_numbered_and_warm_ups_are_not():
    sound, broke = Technique.SOUND, Technique.BREAKDOWN
    sets = [
        LoggedSet(40, 5, kind=SetKind.WARMUP, technique=sound),
        LoggedSet(80, 5, technique=sound),
        LoggedSet(80, 5),
        LoggedSet(80, 5, kind=SetKind.FAILURE, technique=broke),
        LoggedSet(60, 5, kind=SetKind.DROP, technique=broke),
    ]
    made = technique_seen.rated(sets)
    assert [(number, look) for number, _, look in made] == [(1, sound), (3, broke)]


def test_reserve_counts_whole_repetitions_and_four_stands_for_more():
    found = [technique_seen.reserve(LoggedSet(80, 5, rir=rir)) for rir in (None, 0, 1.5, 4, 7)]
    assert found == [None, 0, 1, 4, 4]


@given(st.integers(0, 60), st.integers(0, 60))
def test_sets_of_a_session_tell_less_than_as_many_apart(count: int, more: int):
    made, apart = technique_seen.seen(count, count + more), calibration.share(count, count + more)
    assert made.value == apart.value
    assert made.low <= apart.low + 1e-9
    assert made.high >= apart.high - 1e-9


@given(st.integers(0, 40), st.integers(0, 40), st.integers(0, 40), st.integers(0, 40))
def test_a_change_turned_round_is_the_same_change_back(a: int, b: int, c: int, d: int):
    one, other = technique_seen.seen(a, a + b), technique_seen.seen(c, c + d)
    low, high = technique_seen.change(one, other)
    back = technique_seen.change(other, one)
    assert low - 1e-9 <= one.value - other.value <= high + 1e-9
    assert abs(low + back[1]) + abs(high + back[0]) < 1e-9


def test_few_sets_cannot_tell_a_change_and_many_can():
    seen, change = technique_seen.seen, technique_seen.change
    low, high = change(seen(4, 5), seen(3, 5))
    assert low < 0 < high
    low, _ = change(seen(90, 100), seen(50, 100))
    assert low > 0
