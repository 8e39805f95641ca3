"""The collector of garbage rests while many values are made, and then goes on as before."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from weakref import ref

import pytest

from planner.coach import garbage


@pytest.fixture
def automatic() -> Iterator[None]:
    """Let Python look for garbage by itself, as it does for a command."""
    gc.enable()
    yield
    gc.disable()


class Ring:
    """Refers to itself, so that only the collector finds it."""

    def __init__(self) -> None:
        self.own = self


def test_what_refers_to_itself_goes_once_much_was_made() -> None:
    gc.collect()
    few = ref(Ring())
    garbage.collect_due()
    assert few() is not None
    made = [Ring() for _ in range(garbage.DUE[0] + 1)]
    garbage.collect_due()
    assert few() is None
    assert made


def test_what_outlived_a_few_rounds_is_looked_at_now_and_then() -> None:
    gc.collect()
    ring = Ring()
    gc.collect(0)
    old = ref(ring)
    del ring
    kept = []
    for _ in range(garbage.DUE[1] // garbage.DUE[0] + 1):
        kept.append([Ring() for _ in range(garbage.DUE[0] + 1)])
        garbage.collect_due()
    assert old() is None


@pytest.mark.usefixtures("automatic")
def test_the_collector_rests_within_a_block_and_within_another_one() -> None:
    with garbage.uncollected():
        with garbage.uncollected():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


@pytest.mark.usefixtures("automatic")
def test_the_collector_rests_until_the_last_block_ends_whichever_began_first() -> None:
    first, second = garbage.uncollected(), garbage.uncollected()
    first.__enter__()
    with second:
        first.__exit__(None, None, None)
        assert not gc.isenabled()
    assert gc.isenabled()


@pytest.mark.usefixtures("automatic")
def test_the_collector_goes_on_after_a_failure() -> None:
    with pytest.raises(ValueError, match="broken"), garbage.uncollected():
        raise ValueError("broken")
    assert gc.isenabled()


@pytest.mark.usefixtures("automatic")
def test_many_values_that_stay_are_set_aside_for_good() -> None:
    before = gc.get_freeze_count()
    try:
        with garbage.set_aside():
            kept = [[number] for number in range(2 * garbage.MANY)]
        assert gc.get_freeze_count() - before > garbage.MANY
        assert gc.isenabled()
        assert kept
    finally:
        gc.unfreeze()


def test_what_is_there_once_a_program_is_up_stays() -> None:
    kept = [[number] for number in range(100)]
    before = gc.get_freeze_count()
    try:
        garbage.keep_all()
        assert gc.get_freeze_count() - before > len(kept)
    finally:
        gc.unfreeze()


def test_what_is_read_in_parts_is_set_aside_though_the_window_looks_for_garbage_meanwhile() -> None:
    gc.collect()
    before = gc.get_freeze_count()

    def reading() -> Iterator[list[Ring]]:
        with garbage.set_aside():
            for _ in range(3):
                yield [Ring() for _ in range(garbage.MANY)]

    try:
        kept = []
        for part in reading():
            garbage.collect_due()
            kept.append(part)
        assert gc.get_freeze_count() - before > 3 * garbage.MANY
    finally:
        gc.unfreeze()


def test_what_was_made_before_sets_nothing_aside() -> None:
    gc.collect()
    made, before = [Ring() for _ in range(2 * garbage.MANY)], gc.get_freeze_count()
    with garbage.set_aside():
        pass
    assert gc.get_freeze_count() == before
    assert made


def test_few_values_are_left_to_the_collector() -> None:
    gc.collect()
    before = gc.get_freeze_count()
    with garbage.set_aside():
        kept = [[number] for number in range(100)]
    assert gc.get_freeze_count() == before
    assert kept
