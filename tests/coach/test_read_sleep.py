"""Hours slept: as a number, as hours and minutes, or from bed to waking, across midnight."""

from __future__ import annotations

from datetime import date, datetime, timedelta, tzinfo

import pytest
from hypothesis import given, strategies as st

from planner.coach.sleep import LONGEST_NIGHT_H, Slept, read

MORNING = date(2026, 11, 5)


class Berlin(tzinfo):
    """The zone's clock in 2026: an hour forward on 29 March at two, back on 25 October at three."""

    def utcoffset(self, at: datetime | None) -> timedelta:
        forward, back = datetime(2026, 3, 29, 2), datetime(2026, 10, 25, 3)
        summer = at is not None and forward <= at.replace(tzinfo=None) < back
        return timedelta(hours=2 if summer else 1)


@pytest.mark.parametrize(
    "text",
    [
        "7.5", "7,5", "7.5h", "7,5 h", "7:30", "7h30", "7 h 30", "7h 30 min", "07:30",
        "23:15-6:45", "23:15 – 6:45", "23.15-6.45", "23h15-6h45", "11:15pm-6:45am",
        "11:15 p.m. – 6:45 a.m.", "11:15p-6:45a", "11:15-6:45", "0:00-7:30", "24:00-7:30",
        "12-7:30", "00:15-7:45", "12:15am to 7:45 am", "11:15 PM→6:45 AM",
    ],
)  # fmt: skip
def test_every_way_to_write_seven_and_a_half_hours(text: str) -> None:
    assert read(text, MORNING) == Slept(7.5)


@pytest.mark.parametrize(("text", "hours"), [("11pm-7am", 8), ("11-7", 8), ("14-22", 8), ("0", 0)])
def test_nights_and_days(text: str, hours: float) -> None:
    assert read(text, MORNING) == Slept(hours)


@pytest.mark.parametrize(
    "text", ["", "much", "25", "-3", "7:75", "13pm-7am", "0pm-7", "7-7", "23:15-", "25:00-7", "730"]
)
def test_what_says_no_hours_is_none(text: str) -> None:
    assert read(text, MORNING) is None


@given(st.integers(0, 23 * 60 + 59), st.integers(1, int(LONGEST_NIGHT_H) * 60))
def test_bed_and_waking_are_as_far_apart_as_was_slept(bed: int, slept: int) -> None:
    up = (bed + slept) % (24 * 60)
    text = f"{bed // 60:02}:{bed % 60:02}-{up // 60}:{up % 60:02}"
    made = read(text, MORNING)
    assert made is not None
    assert made.hours + made.shifted_min / 60 == pytest.approx(slept / 60)


@pytest.mark.parametrize(
    ("morning", "hours", "shifted_min"),
    [
        (date(2026, 3, 29), 6.5, 60),
        (date(2026, 10, 25), 8.5, -60),
        (date(2026, 3, 30), 7.5, 0),
    ],
)
def test_a_night_in_which_the_clock_changed_is_as_long_as_it_was(
    morning: date, hours: float, shifted_min: int
) -> None:
    assert read("23:15-6:45", morning, Berlin()) == Slept(hours, shifted_min)
    assert read("7:30", morning, Berlin()) == Slept(7.5)
