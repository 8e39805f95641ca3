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
