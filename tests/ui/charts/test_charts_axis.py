"""The marks on the time axis."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, strategies as st
from PySide6.QtCore import QLocale

from planner.ui import dates
from planner.ui.charts.bare_plot import LocalAxis
from planner.ui.charts.plot_style import TICK_PX, date_ticks

GERMAN = QLocale(QLocale.Language.German, QLocale.Country.Germany)
AMERICAN = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)


@pytest.fixture
def locale() -> Iterator[QLocale]:
    """Let a test change the reader's locale."""
    before = QLocale()
    yield before
    QLocale.setDefault(before)


def ticks(since: date, until: date, width: float = 900) -> list[str]:
    return [text for _, text in date_ticks(since.toordinal(), until.toordinal(), width)]


def test_half_a_year_is_marked_by_months():
    assert ticks(date(2026, 5, 10), date(2026, 11, 5)) == [
        "Jun",
        "Jul",
        "Aug",
        "Sept",
        "Oct",
        "Nov",
    ]


def test_six_weeks_are_marked_by_the_days_that_start_a_week():
    shown = ticks(date(2026, 9, 24), date(2026, 11, 5))
    assert shown == ["28 Sept", "5 Oct", "12 Oct", "19 Oct", "26 Oct", "2 Nov"]


def test_a_week_is_marked_by_days():
    assert ticks(date(2026, 11, 2), date(2026, 11, 5)) == ["2 Nov", "3 Nov", "4 Nov", "5 Nov"]


def test_january_carries_the_year():
    assert ticks(date(2025, 11, 20), date(2026, 3, 20)) == ["Dec", "2026", "Feb", "Mar"]


def test_more_than_a_year_begins_with_its_year():
    shown = ticks(date(2025, 3, 20), date(2026, 6, 20), 400)
    assert shown == ["Apr 2025", "Jul", "Oct", "2026", "Apr"]


def test_ten_years_are_marked_by_years():
    shown = ticks(date(2016, 11, 5), date(2026, 11, 5))
    assert shown == [str(year) for year in range(2017, 2027)]


def test_a_century_does_not_crowd_the_axis():
    assert ticks(date(1926, 6, 1), date(2026, 6, 1)) == [
        str(year) for year in range(1930, 2021, 10)
    ]


def test_a_span_beyond_all_reason_is_marked_at_its_ends():
    assert ticks(date(3, 1, 1), date(9000, 1, 1), 100) == ["3", "9000"]


def test_months_and_their_order_follow_the_reader(locale):
    QLocale.setDefault(GERMAN)
    assert "Okt" in ticks(date(2026, 5, 10), date(2026, 11, 5))
    assert dates.short(date(2026, 10, 19)) == "19. Okt."
    QLocale.setDefault(AMERICAN)
    assert dates.short(date(2026, 10, 19)) == "Oct 19"
    assert ticks(date(2026, 9, 24), date(2026, 11, 5))[0] == "Sep 27"  # a Sunday


def test_a_day_of_another_year_carries_its_year():
    assert dates.short(date(2025, 9, 14), beside=date(2026, 1, 1)) == "14 Sept 2025"
    assert dates.short(date(2026, 9, 14), beside=date(2026, 1, 1)) == "14 Sept"


@given(
    since=st.integers(min_value=700_000, max_value=740_000),
    days=st.integers(min_value=7, max_value=40_000),
    width=st.integers(min_value=100, max_value=3000),
)
def test_marks_lie_in_view_in_order_and_with_room_for_their_words(since, days, width):
    found = date_ticks(since, since + days, width)
    numbers = [number for number, _ in found]
    assert all(since <= number <= since + days for number in numbers)
    gaps = [right - left for left, right in pairwise(numbers)]
    assert all(gap * width / days >= 0.8 * TICK_PX for gap in gaps)


def test_a_number_below_nothing_has_a_minus_as_wide_as_a_digit(qapp) -> None:
    assert LocalAxis("left").tickStrings([-1, 0, 1], 1, 1) == ["−1", "0", "1"]
