"""Notes of weeks are stored in English and said as a reader reads them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from planner import language
from planner.coach import day_names, week_notes
from planner.coach.light_weeks import DELOAD_NOTE

NOTES = (
    "",
    "Bring the belt",
    DELOAD_NOTE,
    "was a deload (12 sets)",
    "Bring the belt; was a deload with about half of the sets (9 sets)",
    "a set more than usual (counted in already)",
    "2 sets fewer, a rep further from the limit than usual (counted in already)",
    "a set fewer, 0.5 reps closer to the limit than usual (counted in already)",
)


@pytest.mark.parametrize("note", NOTES)
def test_a_note_is_said_in_english_as_it_is_stored(note: str) -> None:
    assert week_notes.said(note) == note
    assert week_notes.asks_for_more(note) == ("than usual" in note)


def test_only_the_notes_of_the_program_are_said_in_another_language() -> None:
    with language.saying("de"):
        assert week_notes.said(DELOAD_NOTE) != DELOAD_NOTE
        assert week_notes.said("Deload; was a deload (12 sets)").startswith("Deload; ")
        assert week_notes.said("Rest") == "Rest"


def test_days_have_their_names() -> None:
    monday = date(2026, 11, 2)
    week = [day_names.weekday(monday + timedelta(days=day)) for day in range(7)]
    assert week == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
