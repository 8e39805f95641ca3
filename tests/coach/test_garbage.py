"""The collector of garbage rests while many values are made, and then goes on as before."""

from __future__ import annotations

import gc

import pytest

from planner.coach import garbage


def test_the_collector_rests_within_a_block_and_within_another_one() -> None:
    with garbage.uncollected():
        with garbage.uncollected():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_the_collector_goes_on_after_a_failure() -> None:
    with pytest.raises(ValueError, match="broken"), garbage.uncollected():
        raise ValueError("broken")
    assert gc.isenabled()


def test_many_values_that_stay_are_set_aside_for_good() -> None:
    before = gc.get_freeze_count()
    try:
        with garbage.set_aside():
            kept = [[number] for number in range(garbage.MANY + 1)]
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


def test_the_collector_goes_on_when_a_start_is_over_within_a_block() -> None:
    try:
        with garbage.uncollected():
            garbage.begin()
            assert gc.isenabled()
        assert gc.isenabled()
    finally:
        gc.unfreeze()


def test_few_values_are_left_to_the_collector() -> None:
    gc.collect()
    before = gc.get_freeze_count()
    with garbage.set_aside():
        kept = [[number] for number in range(100)]
    assert gc.get_freeze_count() == before
    assert kept
