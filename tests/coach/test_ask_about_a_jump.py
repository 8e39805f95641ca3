"""Loads that jumped: asked about once, in words of the log."""

from dataclasses import replace
from datetime import timedelta

import pytest

from planner.coach import clients, jump_words, load_jumps, readings
from planner.coach.wording import render
from planner.engine.terms import (
    JumpCause,
    LoggedSet,
    SuggestionKind,
    Unit,
)
from planner.storage import decisions, history

CURL = "dumbbell-bench-press"
OLD, NEW = 20, 6  # sessions before and since


def loads(lifter, slug):
    return [entry.load for _, _, sets in history.history(lifter, slug) for entry in sets]


def test_loads_halved_are_asked_about_in_words_of_the_log(per_hand, today):
    made = load_jumps.question(per_hand, today)
    since = today - timedelta(days=3 * (NEW - 1))
    assert made.since == since
    assert render(jump_words.said(made)) == (
        f"From {since.day} {since:%b} the loads are about half of those before: "
        "2 × 10 with 20 kg, 40 kg before."
    )
    assert load_jumps.causes(made)[0] is JumpCause.SIDES


def test_half_loads_that_met_their_targets_are_asked_about_too(lifter, train, today):
    for back in range(25, -1, -1):
        load = 40.0 if back >= NEW else 20.0
        entry = LoggedSet(load, 10, target_reps=10, load=load)
        train(lifter, CURL, today - timedelta(days=3 * back), entry, entry)
    assert load_jumps.causes(load_jumps.question(lifter, today))[0] is JumpCause.SIDES


@pytest.mark.parametrize(
    "loads",
    [
        [40.0] * 10,
        [40.0] * 10 + [20.0],  # one odd session
        [40.0] * 10 + [20.0] + [40.0] * 5,
        [40.0, 20.0, 20.0, 20.0],  # hardly anything before
        [2.0] * 20 + [4.0] * 6,  # the next dumbbell
    ],
)
def test_nothing_is_asked_without_a_lasting_change(log_loads, loads, today):
    assert load_jumps.question(log_loads(CURL, loads), today) is None


def test_what_changed_long_ago_is_not_asked_about(per_hand, today):
    assert load_jumps.question(per_hand, today + timedelta(days=300)) is None


@pytest.mark.parametrize(
    ("slug", "before", "after"), [(CURL, 40.0, 45.0), ("push-up", None, None), (CURL, 40.0, 40.0)]
)
def test_more_repetitions_are_no_jump_of_loads(lifter, train, today, slug, before, after):
    for back in range(20, -1, -1):
        load, reps = (before, 3) if back >= 5 else (after, 18)
        entry = LoggedSet(load, reps, rir=0.0, load=load)
        train(lifter, slug, today - timedelta(days=3 * back), entry, entry)
    assert readings.replays(lifter)[slug].state(today).jump is not None
    assert load_jumps.question(lifter, today) is None


def test_pounds_are_asked_about_in_pounds(log_loads, today):
    lifter = log_loads(CURL, [90.0] * OLD + [45.0] * NEW, unit=Unit.LB)
    clients.change(replace(clients.lifter(lifter), unit=Unit.LB))
    text = render(jump_words.said(load_jumps.question(lifter, today)), Unit.LB)
    assert "2 × 10 with 45 lb, 90 lb before" in text


@pytest.mark.parametrize(
    ("ratio", "words"),
    [
        (0.5, "about half of those before"),
        (2.0, "about twice those before"),
        (1.43, "about 1.4 times those before"),
        (0.45, "about 45 % of those before"),
    ],
)
def test_a_ratio_is_told_in_round_words(per_hand, today, ratio, words):
    made = replace(load_jumps.question(per_hand, today), load_ratio=ratio)
    assert f"are {words}: 2 × 10" in render(jump_words.said(made))
    assert f"Loads {words}: 40 kg" in render(jump_words.event(made))


@pytest.mark.parametrize(
    ("before", "since"), [([25.0, 25.0, 30.0], [50.0, 60.0, 45.0]), ([30.0, 20.0, 25.0], [50.0])]
)
def test_the_words_fit_the_loads_told_beside_them(log_loads, before, since, today):
    lifter = log_loads(CURL, [25.0] * OLD + before + since + [50.0] * NEW)
    said = render(jump_words.said(load_jumps.question(lifter, today)))
    assert said.endswith("the loads are about twice those before: 2 × 10 with 50 kg, 25 kg before.")


def test_loads_that_are_right_are_never_asked_about_again(per_hand, today, answered):
    before = loads(per_hand, CURL)
    answered(per_hand, None, today)
    assert loads(per_hand, CURL) == before
    assert load_jumps.question(per_hand, today + timedelta(days=30)) is None
    (kept,) = decisions.decisions(per_hand)
    assert (kept.verdict, kept.kind) == ("dismissed", SuggestionKind.JUMP)
    assert (kept.reason, kept.changed) == ("the loads are right", "")
