"""Days are written in the order and with the signs of the reader's locale, and read so."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QDate, QLocale

from planner import language
from planner.coach import wording
from planner.ui import dates

MONDAY, EARLIER = date(2026, 10, 19), date(2025, 10, 19)
NEAR = date(2026, 11, 5)
SHORT = {
    "en_GB": ("19 Oct", "19 Oct 2026", "2–8 Oct", "Oct 2026", "October 2026"),
    "en_US": ("Oct 19", "Oct 19, 2026", "Oct 2–8", "Oct 2026", "October 2026"),
    "de_DE": ("19. Okt.", "19. Okt. 2026", "2.–8. Okt.", "Okt 2026", "Oktober 2026"),
    "es_ES": ("19 oct", "19 oct 2026", "2–8 oct", "oct 2026", "octubre 2026"),
    "fr_FR": ("19 oct.", "19 oct. 2026", "2–8 oct.", "oct. 2026", "octobre 2026"),
    "ja_JP": ("10月19日", "2026年10月19日", "10月2–8日", "2026年10月", "2026年10月"),
    "ko_KR": ("10월 19일", "2026년 10월 19일", "10월 2–8일", "2026년 10월", "2026년 10월"),
    "hu_HU": ("okt. 19.", "2026. okt. 19.", "okt. 2.–8.", "okt. 2026", "október 2026"),
}


@pytest.fixture(params=SHORT)
def here(request: pytest.FixtureRequest) -> Iterator[str]:
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield request.param
    QLocale.setDefault(before)


def test_a_day_is_written_the_way_of_the_locale(here: str) -> None:
    week = dates.within_month(date(2026, 10, 2), date(2026, 10, 8))
    in_full = dates.month_and_year(MONDAY)
    assert SHORT[here] == (
        dates.short(MONDAY),
        dates.short(MONDAY, EARLIER),
        week,
        dates.month_with_year(MONDAY),
        in_full,
    )


def test_a_day_that_is_shown_reads_back(here: str) -> None:
    long = QLocale().toString(QDate(2026, 10, 19), QLocale.FormatType.LongFormat)
    for shown in (dates.short(MONDAY), dates.short(MONDAY, EARLIER), long):
        assert dates.read(shown, NEAR) == MONDAY


IN_FULL = {
    "en_GB": ("2–8 November 2026", "30 November–6 December 2026"),
    "en_US": ("November 2–8, 2026", "November 30–December 6, 2026"),
    "de_DE": ("2.–8. November 2026", "30. November – 6. Dezember 2026"),
    "fr_FR": ("2–8 novembre 2026", "30 novembre–6 décembre 2026"),
    "ja_JP": ("2026年11月2–8日", "2026年11月30日–12月6日"),
}
OVER_NEW_YEAR = {
    "en_GB": "28 December 2026 – 3 January 2027",
    "en_US": "December 28, 2026 – January 3, 2027",
    "de_DE": "28. Dezember 2026 – 3. Januar 2027",
    "fr_FR": "28 décembre 2026 – 3 janvier 2027",
    "ja_JP": "2026年12月28日–2027年1月3日",
}


@pytest.fixture(params=IN_FULL)
def spoken_here(request: pytest.FixtureRequest) -> Iterator[str]:
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    language.choose(request.param[:2])
    yield request.param
    QLocale.setDefault(before)
    language.choose("en")


def test_what_the_coach_says_and_prints_has_days_as_the_window_has(spoken_here: str) -> None:
    assert wording.short_date(MONDAY) == dates.short(MONDAY)
    assert wording.date_with_year(MONDAY) == dates.with_year(MONDAY)
    one = language.days_in_full(date(2026, 11, 2), date(2026, 11, 8))
    two = language.days_in_full(date(2026, 11, 30), date(2026, 12, 6))
    assert (one, two) == IN_FULL[spoken_here]


def test_a_week_over_new_year_says_both_years(spoken_here: str) -> None:
    first, last = date(2026, 12, 28), date(2027, 1, 3)
    assert language.days_in_full(first, last) == OVER_NEW_YEAR[spoken_here]
