"""Decisions on suggestions, with their rule, numbers and words."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner.engine.terms import Confidence, Suggestion, SuggestionKind, phrase
from planner.storage import decisions

DAY = date(2026, 3, 2)


def suggestion(**changes: object) -> Suggestion:
    made = Suggestion(
        SuggestionKind.INCREASE,
        "squat",
        "double_progression",
        headline=phrase("Add {add_kg}", add_kg=2.5),
        reason=phrase(
            "{reps} reps on {last_on}, {gain_pct} up, {left}",
            reps=8, last_on=DAY, gain_pct=3.14159, left=None,
        ),
        would_change=phrase("Fewer reps"),
        confidence=Confidence.LIKELY,
        numbers=(("add_kg", 2.5), ("last_on", DAY), ("reps", 8), ("left", None), ("word", "é")),
    )  # fmt: skip
    return replace(made, **changes)


def test_a_decision_keeps_rule_numbers_and_words(ann: int) -> None:
    key = decisions.add_decision(ann, DAY, suggestion(), "accepted", "Add 5 lb", changed="62.5 kg")
    (made,) = decisions.decisions(ann)
    assert (made.id, made.on, made.exercise, made.kind) == (
        key,
        DAY,
        "squat",
        SuggestionKind.INCREASE,
    )
    assert (made.rule, made.verdict, made.changed) == ("double_progression", "accepted", "62.5 kg")
    assert made.numbers == suggestion().numbers
    assert made.text == "Add 5 lb"


def test_decisions_are_listed_oldest_first_for_one_exercise_or_all(ann: int) -> None:
    later = decisions.add_decision(ann, DAY, suggestion(), "dismissed", "Add", "sore knee")
    bench = suggestion(exercise="bench_press")
    first = decisions.add_decision(ann, DAY - timedelta(days=1), bench, "accepted", "Add")
    assert [made.id for made in decisions.decisions(ann)] == [first, later]
    assert [made.reason for made in decisions.decisions(ann, "squat")] == ["sore knee"]


@pytest.mark.parametrize(
    "changes",
    [{"rule": ""}, {"numbers": ()}],
)
def test_a_decision_without_its_grounds_is_refused(ann: int, changes: dict[str, object]) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        decisions.add_decision(ann, DAY, suggestion(**changes), "accepted", "Add")


def test_a_decision_without_its_words_is_refused(ann: int) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        decisions.add_decision(ann, DAY, suggestion(), "accepted", "")


def test_a_decision_is_accepted_dismissed_or_put_off(ann: int) -> None:
    decisions.add_decision(ann, DAY, suggestion(), "later", "Add")
    with pytest.raises(sqlite3.IntegrityError, match="verdict"):
        decisions.add_decision(ann, DAY, suggestion(), "maybe", "Add")


def test_a_decision_on_the_whole_lifter_has_no_exercise(ann: int) -> None:
    decisions.add_decision(ann, DAY, suggestion(exercise=""), "accepted", "A lighter week")
    decisions.add_decision(ann, DAY, suggestion(), "accepted", "Add")
    (whole,) = decisions.decisions(ann, "")
    assert (whole.exercise, whole.text) == ("", "A lighter week")
    assert [made.exercise for made in decisions.decisions(ann)] == ["", "squat"]
    assert [made.exercise for made in decisions.decisions(ann, "squat")] == ["squat"]
