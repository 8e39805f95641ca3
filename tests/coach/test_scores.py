"""Scores of what has no load: its own measure, left and right apart, missing stays missing."""

from datetime import timedelta

import pytest

from planner.coach import scores
from planner.coach.wording import render
from planner.engine.terms import Category, LoggedSet, Side, Technique
from planner.storage.problems import NotStored

STAND = "single-leg-balance"
LEFT, RIGHT, EACH, BOTH = Side.LEFT, Side.RIGHT, Side.EACH, Side.BOTH


def held(seconds, side=EACH, technique=Technique.SOUND):
    return LoggedSet(None, None, seconds=seconds, side=side, technique=technique)


@pytest.fixture
def stand(lifter, today, train):
    """Return a function that logs sessions of standing on one leg, four days apart."""

    def store(*sessions):
        for back, sets in enumerate(reversed(sessions)):
            train(lifter, STAND, today - timedelta(days=4 * back), *sets)
        return scores.chart(lifter, STAND, today)

    return store


def said(phrases):
    return " ".join(render(each) for each in phrases).replace("\u00a0", " ")


def test_a_session_has_the_best_and_the_median_of_each_side(stand):
    chart = stand([held(20.0, LEFT), held(30.0, LEFT), held(40.0, LEFT), held(33.0, RIGHT)])
    found = {each.side: (each.best, each.middle, each.sets) for each in chart.scores}
    assert found == {LEFT: (40.0, 30.0, 3), RIGHT: (33.0, 33.0, 1)}


def test_a_side_that_was_not_done_stays_missing(stand):
    chart = stand([held(20.0, LEFT), held(21.0, RIGHT)], [held(22.0, LEFT)], [held(24.0)])
    right = chart.by_side[RIGHT]
    assert [each.middle for each in right] == [21.0, None, 24.0]
    assert [each.best for each in right] == [21.0, None, 24.0]


def test_a_warm_up_and_what_looks_like_a_slip_are_no_scores(lifter, today, train):
    odd = LoggedSet(None, None, seconds=900.0, flags=frozenset({"suspect"}))
    train(lifter, "plank", today, odd, LoggedSet(None, None, seconds=60.0))
    (score,) = scores.chart(lifter, "plank", today).scores
    assert (score.side, score.best, score.sets) == (BOTH, 60.0, 1)


def test_a_reach_of_nothing_is_a_score_in_the_list_too(lifter, today, train):
    slug = "single-leg-balance-reach"
    for ago, metres in ((4, 0.3), (0, 0.0)):
        entry = LoggedSet(None, None, distance_m=metres)
        train(lifter, slug, today - timedelta(days=ago), entry)
    [(_, [row])] = scores.rows(lifter, today)
    assert (row.spark, row.last) == ((30.0, 0.0), 0.0)


@pytest.mark.parametrize(
    ("slug", "entry", "value"),
    [
        ("single-leg-balance-reach", LoggedSet(None, None, distance_m=0.645), 64.5),
        ("beam-walk", LoggedSet(None, None, distance_m=10.0), 10.0),
        ("pogo-jump", LoggedSet(None, 18), 18.0),
        ("single-leg-hop-and-stick", LoggedSet(None, 4, technique=Technique.MINOR), 2.0),
        ("single-leg-hop-and-stick", LoggedSet(None, 4), None),
    ],
)
def test_each_is_charted_in_its_own_measure(lifter, today, train, slug, entry, value):
    train(lifter, slug, today, entry)
    assert {each.middle for each in scores.chart(lifter, slug, today).scores} == {value}


def test_left_and_right_are_compared_only_where_both_were_logged_apart(stand):
    alike = [held(30.0)]
    assert "0 so far" in said(stand(alike, alike, alike, alike).sides)


@pytest.mark.parametrize(
    ("pairs", "words"),
    [
        ([(30, 40), (31, 38)], "compared once 3 sessions have them apart: 2 so far"),
        ([(30, 40)] * 3, "Left was lower in 3 of 3 sessions: left 30 s, right 40 s."),
        ([(40, 30)] * 4 + [(20, 30)], "Right was lower in 4 of 5 sessions"),
        ([(40, 30), (30, 40), (40, 30), (30, 40)], "No clear difference: left 35 s, right 35 s"),
    ],
)
def test_the_difference_between_sides_is_told_no_surer_than_it_is(stand, pairs, words):
    made = stand(*([held(float(a), LEFT), held(float(b), RIGHT)] for a, b in pairs))
    assert words in said(made.sides)


def test_the_ladder_says_how_near_the_next_step_is_and_what_is_missing(stand):
    near = stand([held(40.0), held(41.0, technique=None), held(42.0)])
    assert said(near.standing) == (
        "Single-leg stand: step 1 of 6. 1 of 3 sound sets in a row of 40 s with each side. "
        "Next: Single-leg balance with head turns. "
        "1 set of the last session not rated: only sound ones count."
    )


def test_a_loss_of_balance_is_told_beside_the_ladder(stand):
    chart = stand([held(40.0, LEFT), held(9.0, RIGHT, Technique.BREAKDOWN)])
    assert "(left 1, right 0)" in said(chart.standing)
    assert "Balance was lost in the last session: the step stays for now." in said(chart.standing)
    assert [each.lost for each in chart.scores] == [False, True]


def test_the_top_of_a_ladder_is_called_so(lifter, today, train):
    train(lifter, "hip-airplane", today, LoggedSet(None, 5, technique=Technique.SOUND))
    assert "top of the ladder" in said(scores.chart(lifter, "hip-airplane", today).standing)


def test_what_has_no_load_is_listed_by_its_kind_of_training(lifter, today, train):
    train(lifter, "plank", today, LoggedSet(None, None, seconds=60.0))
    train(lifter, STAND, today, held(30.0))
    train(lifter, "back-squat", today, LoggedSet(60.0, 5, load=60.0))
    listed = scores.rows(lifter, today)
    assert [kind for kind, _ in listed] == [Category.NEUROMUSCULAR, Category.STRENGTH]
    assert [(row.exercise.slug, row.last) for _, rows in listed for row in rows] == [
        (STAND, 30.0),
        ("plank", 60.0),
    ]
    with pytest.raises(NotStored):
        scores.chart(lifter, "beam-walk", today)
