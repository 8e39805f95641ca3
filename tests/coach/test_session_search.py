"""What is typed to search sessions, as it is read."""

from __future__ import annotations

from datetime import date
from math import inf

import pytest
from hypothesis import given, strategies as st

from planner import language
from planner.coach.search_days import Days, EveryYear
from planner.coach.session_search import Reader, Term, Words, parse
from planner.engine.terms import KG_PER_LB, Unit
from planner.storage.log_search import Range, Wanted

TODAY = date(2026, 11, 5)  # a Thursday
KNOWN = {
    "bench": frozenset({"bench-press", "incline-press"}),
    "bench press": frozenset({"bench-press"}),
    "press": frozenset({"bench-press", "incline-press", "leg-press"}),
    "squat": frozenset({"squat"}),
    "plank": frozenset({"plank"}),
}


def read(text: str, unit: Unit = Unit.KG) -> tuple[Term, ...]:
    reader = Reader(TODAY, unit, lambda said: KNOWN.get(said, frozenset()), {"oktober": 10})
    return parse(text, reader)


def kg(low: float, high: float) -> Range:
    return Range("load_kg", low, high)


def reps(low: float, high: float) -> Range:
    return Range("reps", low, high)


BENCH, SQUAT = KNOWN["bench"], KNOWN["squat"]


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("bench > 100", Wanted(BENCH, (kg(100.05, inf),))),
        ("bench>100", Wanted(BENCH, (kg(100.05, inf),))),
        ("Bench Press ≥ 102,5 kg", Wanted(KNOWN["bench press"], (kg(102.45, inf),))),
        ("bench 100", Wanted(BENCH, (kg(99.95, 100.05),))),
        ("bench <= 100", Wanted(BENCH, (kg(-inf, 100.05),))),
        ("squat >= 3x5", Wanted(SQUAT, (reps(4.5, inf),), 3)),
        ("squat 3×5", Wanted(SQUAT, (reps(4.5, 5.5),), 3)),
        ("squat 100x5", Wanted(SQUAT, (kg(99.95, 100.05), reps(4.5, 5.5)))),
        ("squat > 100x5", Wanted(SQUAT, (kg(100.05, inf), reps(4.5, inf)))),
        ("squat 2x100x5", Wanted(SQUAT, (kg(99.95, 100.05), reps(4.5, 5.5)), 2)),
        ("squat 3x5 100", Wanted(SQUAT, (reps(4.5, 5.5), kg(99.95, 100.05)), 3)),
        ("squat >= 12 reps", Wanted(SQUAT, (reps(11.5, inf),))),
        ("60 s", Wanted(None, (Range("seconds", 59.5, 60.5),))),
        ("October", EveryYear(10)),
        ("Oktober", EveryYear(10)),
        ("5 oct", EveryYear(10, 5)),
        ("oct 2025", Days(date(2025, 10, 1), date(2025, 10, 31))),
        ("12. oct 2025", Days(date(2025, 10, 12), date(2025, 10, 12))),
        ("2025-10", Days(date(2025, 10, 1), date(2025, 10, 31))),
        ("2025", Days(date(2025, 1, 1), date(2025, 12, 31))),
        ("last week", Days(date(2026, 10, 26), date(2026, 11, 1))),
        ("last month", Days(date(2026, 10, 1), date(2026, 10, 31))),
        ("yesterday", Days(date(2026, 11, 4), date(2026, 11, 4))),
        ("knee", Words("knee")),
        ('"last week"', Words("last week")),
        ("2025-13", Words("2025-13")),
        ("this week", Days(date(2026, 11, 2), date(2026, 11, 8))),
        ("this month", Days(date(2026, 11, 1), date(2026, 11, 30))),
        ("last year", Days(date(2025, 1, 1), date(2025, 12, 31))),
        ("plank > 2 min", Wanted(KNOWN["plank"], (Range("seconds", 120.5, inf),))),
    ],
)
def test_a_term_is_read(text: str, term: object) -> None:
    assert read(text) == (term,)


@pytest.mark.parametrize(
    ("code", "text", "term"),
    [
        ("de", "letzte Woche", Days(date(2026, 10, 26), date(2026, 11, 1))),
        ("de", "last week", Days(date(2026, 10, 26), date(2026, 11, 1))),
        ("de", "gestern", Days(date(2026, 11, 4), date(2026, 11, 4))),
        ("de", '"gestern"', Words("gestern")),
        ("es", "la semana pasada", Days(date(2026, 10, 26), date(2026, 11, 1))),
        ("es", "este ano", Days(date(2026, 1, 1), date(2026, 12, 31))),
        ("fr", "le mois dernier", Days(date(2026, 10, 1), date(2026, 10, 31))),
        ("ja", "先週", Days(date(2026, 10, 26), date(2026, 11, 1))),
        ("ja", "2025年10月", Days(date(2025, 10, 1), date(2025, 10, 31))),
        ("ja", "2025年10月12日", Days(date(2025, 10, 12), date(2025, 10, 12))),
        ("ja", "2025年", Days(date(2025, 1, 1), date(2025, 12, 31))),
        ("ja", "10月", EveryYear(10)),
        ("ja", "10月5日", EveryYear(10, 5)),
        ("ja", "13月", Words("13月")),
        ("ja", "5日", Words("5日")),
    ],
)
def test_days_are_read_in_the_language_of_the_program(code: str, text: str, term: object) -> None:
    with language.saying(code):
        assert read(text) == (term,)


def test_a_load_is_in_the_lifters_unit_unless_another_is_typed() -> None:
    heavy = Wanted(None, (kg(224.95 * KG_PER_LB, 225.05 * KG_PER_LB),))
    assert read("225 lb") == read("225", Unit.LB) == (heavy,)
    assert read("100 kg", Unit.LB) == read("100")


def test_all_terms_are_asked_for_and_numbers_are_about_the_exercise_before_them() -> None:
    bench = Wanted(KNOWN["bench press"], (kg(100.05, inf),))
    assert read("sore bench press > 100 oct 2025") == (
        Days(date(2025, 10, 1), date(2025, 10, 31)),
        Words("sore"),
        bench,
    )
    assert read("bench press squat") == (
        Words("bench press", KNOWN["bench press"]),
        Words("squat", SQUAT),
    )


@pytest.mark.parametrize("text", ["squat", "squat >", "squat 3x", "squat > 3 x "])
def test_what_is_half_typed_asks_for_nothing_yet(text: str) -> None:
    assert read(text) == (Words("squat", SQUAT),)


@given(
    st.text()
    | st.lists(
        st.sampled_from(
            [
                "bench",
                ">",
                "<=",
                "100",
                "3x5",
                "0",
                "99999",
                "oct",
                "31",
                "feb",
                "2025",
                "last",
                "week",
                "2025-02-30",
                '"',
                "kg",
                "12,5",
                "9" * 400,
                "x",
                "≥",
                ".",
                "lb",
            ]
        )
    ).map(" ".join)
)
def test_no_text_is_wrong(text: str) -> None:
    assert isinstance(read(text), tuple)
