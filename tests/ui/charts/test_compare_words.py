"""What the comparison of lifts says, never more than its ranges hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from planner.coach.charts.compare import Change, Compared, LiftDay, LiftLine
from planner.engine.terms import Exercise, LoadKind, Unit
from planner.ui.charts import compare_table, compare_words
from planner.ui.charts.compare_table import Measured, Seated
from tests.ui.charts.conftest import TODAY


def change(name, gain, low, high, since=date(2026, 5, 1)):
    return Change(Exercise(name, name), since, date(2026, 10, 1), gain, low, high)


def said(*changes, **unknown):
    return compare_words.sentences(Compared(changes, **unknown), [LINE], TODAY)


LINE = LiftLine(Exercise("squat", "squat"), ())


def test_one_lift_alone_is_said_with_its_days():
    assert said(change("squat", 0.12, 0.08, 0.16)) == [
        "squat: +12\u00a0% (+8 to +16\u00a0%) from 1 May to 1 Oct."
    ]


@pytest.mark.parametrize(
    ("most", "least", "words"),
    [
        ((0.12, 0.08, 0.16), (0.03, 0.01, 0.05), ("a gained most strength:", "b gained least:")),
        ((0.02, -0.02, 0.06), (0.0, -0.04, 0.04),
         ("a gained most strength, if any:", "b did not clearly change:")),
        ((-0.01, -0.04, 0.02), (-0.09, -0.12, -0.06),
         ("a kept most strength:", "b is lower than at the start:")),
    ],
)  # fmt: skip
def test_no_rise_is_claimed_that_the_range_does_not_hold(most, least, words):
    first = said(change("a", *most), change("b", *least))[0]
    assert all(part in first for part in words)


def test_ranges_that_leave_each_other_free_are_likely_different():
    told = said(change("a", 0.12, 0.08, 0.16), change("b", 0.03, 0.01, 0.05))[1]
    assert told == "Their ranges do not overlap: a likely gained more than b."


def test_a_lift_that_doubled_or_halved_is_not_compared_and_why():
    told = said(change("bench", 0.12, 0.08, 0.16), doubted=(Exercise("squat", "squat"),))
    assert told == [
        "bench: +12\u00a0% (+8 to +16\u00a0%) from 1 May to 1 Oct.",
        "squat: not compared, as so large a change may be another machine or way of counting "
        "loads.",
    ]


def test_a_lift_begun_later_is_told():
    late = change("b", 0.03, 0.01, 0.05, date(2026, 7, 1))
    told = said(change("a", 0.04, 0.01, 0.06), late)[1]
    assert told.endswith("Each counts from its own first session in the days shown.")


def test_of_lifts_stopped_at_their_target_no_change_is_told():
    assert said(at_least=(Exercise("a", "a"),)) == [
        "a: sets stopped at their target, so only a least strength is known."
    ]


def test_of_lifts_whose_loads_jumped_no_change_is_told():
    told = said(jumped=((LINE.exercise, date(2026, 6, 1)),))
    assert told == [
        "Loads jumped, so the change can't be told: squat on 1 Jun. The line in % begins there."
    ]


def test_a_bodyweight_that_nobody_told_is_named_where_it_counts():
    pull_up = replace(LINE, exercise=Exercise("pull-up", "Pull-up", load_kind=LoadKind.ADDED))
    words = compare_words.what_counts([replace(pull_up, assumed_kg=75.0)], Unit.KG)
    assert words == (
        "Pull-up: bodyweight and added load together. "
        "Your bodyweight is taken for 75 kg: enter it to be exact."
    )


def test_strength_known_only_as_a_least_one_is_said_so():
    day = LiftDay(date(2026, 10, 1), 100.0, 95.0, 105.0, 1, at_least=True)
    lift = Seated(replace(LINE, days=(day,)), 0, ())
    words = compare_table.words(lift, Measured.STRENGTH, 0, Unit.KG, TODAY)
    assert words == ["squat", "1 Oct", "at least 100 kg"]
