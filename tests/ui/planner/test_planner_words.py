"""What is typed about rest and tempo, and how days and loads are written."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, strategies as st
from PySide6.QtCore import QLocale

from planner.coach import pace, planning, wording
from planner.engine.terms import Exercise, LoadKind, Microcycle
from planner.ui import plan_words


@pytest.mark.parametrize(
    ("typed", "seconds"),
    [
        ("", None),
        ("90", 90),
        ("90 s", 90),
        ("2 min", 120),
        ("1,5 min", 90),
        ("1:30", 90),
        ("2:05", 125),
        ("3:30 min", 210),
    ],
)
def test_a_rest_is_typed_in_seconds_or_minutes(typed, seconds):
    assert pace.rest_seconds(typed) == seconds


@pytest.mark.parametrize("typed", ["a while", "1:75", "-5", "31 min", "2 hours"])
def test_what_is_no_rest_is_refused(typed):
    with pytest.raises(ValueError, match=r"[Rr]est"):
        pace.rest_seconds(typed)


@given(st.integers(0, 1800))
def test_a_rest_reads_back_as_it_is_written(seconds):
    assert pace.rest_seconds(wording.rest(seconds)) == seconds


@pytest.mark.parametrize(
    ("typed", "tempo"),
    [("", ""), ("3130", "3-1-3-0"), ("3-1-3-0", "3-1-3-0"), ("30x", "3-0-X"), (" 2-0-2 ", "2-0-2")],
)
def test_a_tempo_is_written_with_dashes(typed, tempo):
    assert pace.tempo_text(typed) == tempo


@pytest.mark.parametrize("typed", ["slow", "3", "3-1-3-0-1", "31300"])
def test_what_is_no_tempo_is_refused(typed):
    with pytest.raises(ValueError, match="Tempo"):
        pace.tempo_text(typed)


@pytest.mark.parametrize(
    ("kind", "load", "shown"),
    [
        (LoadKind.EXTERNAL, "102.5", "102.5"),
        (LoadKind.EXTERNAL, "", ""),
        (LoadKind.EXTERNAL, "80 %", "80 %"),
        (LoadKind.EXTERNAL, "100 (80 %)", "100 (80 %)"),
        (LoadKind.ADDED, "5 (80 %)", "bw+5 (80 %)"),
        (LoadKind.ADDED, "0 (60 %)", "bw (60 %)"),
        (LoadKind.ADDED, "10; 5", "bw+10; bw+5"),
        (LoadKind.ADDED, "5", "bw+5"),
        (LoadKind.ADDED, "", "bw"),
        (LoadKind.ADDED, "0", "bw"),
        (LoadKind.ASSISTED, "20", "bw−20"),
        (LoadKind.BODYWEIGHT, "", "bw"),
        (LoadKind.NONE, "", ""),
    ],
)
def test_loads_say_when_the_bodyweight_is_lifted(kind, load, shown):
    assert planning.load_words(Exercise("lift", load_kind=kind), load) == shown


@pytest.mark.parametrize(
    ("country", "starts_on", "written"),
    [
        (QLocale.Country.UnitedKingdom, date(2026, 11, 2), "2–8 Nov"),
        (QLocale.Country.UnitedKingdom, date(2026, 11, 30), "30 Nov – 6 Dec"),
        (QLocale.Country.UnitedStates, date(2026, 11, 2), "Nov 2–8"),
    ],
)
def test_the_dates_of_a_week_are_written_as_in_the_readers_country(country, starts_on, written):
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, country))
    try:
        assert plan_words.week_dates(Microcycle(1, starts_on)) == written
    finally:
        QLocale.setDefault(before)
