"""Put a week's sessions on the days that there are: in order, with as much room as they want."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, strategies as st

from planner.engine import placing_days

DAYS = st.sets(st.integers(0, 6), min_size=1).map(lambda days: tuple(sorted(days)))


@pytest.mark.parametrize(
    ("wanted", "there", "taken"),
    [
        ((0, 2, 4), (1, 3, 5), (1, 3, 5)),
        ((0, 3), (0, 2, 4), (0, 4)),  # two days apart at one side, three or more at the other
        ((0, 4), (1, 3, 5), (1, 5)),
        ((0, 1, 3, 4), (0, 1, 2, 3, 4, 5, 6), (0, 1, 3, 4)),
    ],
)
def test_of_the_days_there_are_those_are_taken_that_leave_the_wanted_room(
    wanted: tuple[int, ...], there: tuple[int, ...], taken: tuple[int, ...]
) -> None:
    assert placing_days.fitting(wanted, there) == taken


@given(DAYS, DAYS)
def test_as_many_days_are_taken_as_are_wanted_and_there_and_room_that_is_there_is_kept(
    wanted: tuple[int, ...], there: tuple[int, ...]
) -> None:
    taken = placing_days.fitting(wanted, there)
    assert len(taken) == min(len(wanted), len(there))
    assert taken in combinations(there, len(taken))
    if set(wanted) <= set(there):
        assert taken == wanted
        assert placing_days.running(wanted, taken) == ()


@pytest.mark.parametrize(
    ("wanted", "days", "pairs"),
    [
        ((0, 2, 4), (0, 2, 5), ()),
        ((0, 2, 4), (0, 1, 5), ((0, 1),)),
        ((0, 2, 4), (0, 3, 6), ((6, 0),)),  # the next week begins on the morrow
        ((0, 1, 3, 4), (1, 2, 4, 5), ()),
        ((0, 1, 3, 4), (0, 1, 2, 3), ((1, 2),)),
        ((0, 2, 4), (3, 4), ((3, 4),)),
        ((0, 1, 3, 4), (3, 4), ()),  # such a program trains on days running anyway
        ((0, 3), (5,), ()),
    ],
)
def test_days_running_that_were_kept_apart_are_told(
    wanted: tuple[int, ...], days: tuple[int, ...], pairs: tuple[tuple[int, int], ...]
) -> None:
    assert placing_days.running(wanted, days) == pairs
