"""Another exercise in the sessions ahead: where it comes, and with which loads."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from planner.coach import deciding, suggesting
from planner.coach.steps import do, revert
from planner.engine.terms import Change, Confidence, LoggedSet, Suggestion, SuggestionKind, phrase
from planner.storage import decisions, plan

Kind = SuggestionKind


def ahead(lifter: int, today: date, slug: str = "bench-press"):
    return [made for _, _, made in plan.future_exercises(lifter, slug, today)]


def swap(rule: str = "structure.variation", to: str = "close-grip-bench-press") -> Suggestion:
    return Suggestion(
        Kind.VARIATION, "bench-press", rule, phrase("Swap"), phrase("why"), phrase(""),
        Confidence.LIKELY, (("to", to),), Change(exercise=to),
    )  # fmt: skip


def test_a_swap_keeps_place_and_sets_and_leaves_loads_open_without_a_history(stuck, today):
    lines = plan.future_exercises(stuck, "bench-press", today)
    _, step = do(lambda: deciding.accept(stuck, swap(), today))
    made = ahead(stuck, today, "close-grip-bench-press")
    assert [len(each.sets) for each in made] == [3, 3, 3]
    assert {entry.load_kg for each in made for entry in each.sets} == {None}
    assert {(entry.reps_low, entry.rir) for each in made for entry in each.sets} == {(5, 1)}
    (kept,) = decisions.decisions(stuck)
    assert kept.changed == "Close-grip bench press"
    revert(step)
    assert plan.future_exercises(stuck, "bench-press", today) == lines


def test_the_only_long_term_lift_of_its_pattern_keeps_a_session_each_week(stuck, today):
    assert deciding.accept(stuck, swap(), today) == 3
    assert len(ahead(stuck, today)) == 3


def test_a_lift_that_hurts_goes_altogether(stuck, today):
    assert deciding.accept(stuck, swap("structure.variation_pain"), today) == 6
    assert ahead(stuck, today) == []


def test_a_lift_that_hurt_badly_is_stopped_first_with_what_to_do_instead(stuck, today, train):
    hurt = LoggedSet(80, 8, rir=2, load=80, pain=6)
    train(stuck, "bench-press", today, hurt)
    first = suggesting.advised(stuck, today).asked[0]
    assert (first.exercise, first.rule) == ("bench-press", "hold.pain_stop")
    assert {way.rule for way in first.others} == {"structure.variation_pain"}
    deciding.accept(stuck, first.others[0], today)
    assert "bench-press" not in {made.exercise for made in suggesting.advised(stuck, today).asked}


def test_where_another_long_term_lift_stays_all_sessions_change(stuck, today, train):
    for week in range(12, 0, -1):
        entry = LoggedSet(60, 8, rir=2, load=60)
        train(stuck, "incline-bench-press", today - timedelta(weeks=week), entry, entry)
    assert deciding.accept(stuck, swap(), today) == 6


def test_a_swap_takes_its_load_from_the_other_lifts_own_history(stuck, today, train):
    for week in range(30, 26, -1):
        entry = LoggedSet(80, 5, rir=2, load=80)
        train(stuck, "close-grip-bench-press", today - timedelta(weeks=week), entry, entry)
    deciding.accept(stuck, swap(), today)
    made = ahead(stuck, today, "close-grip-bench-press")
    assert {70 <= entry.load_kg <= 90 for each in made for entry in each.sets} == {True}


def test_a_swap_to_nothing_changes_nothing(stuck, today):
    assert deciding.accept(stuck, replace(swap(), change=None), today) == 0
    assert len(ahead(stuck, today)) == 6
