"""The page of forecasts: results, shares, chances and what is said of them."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from planner.coach import wording
from planner.coach.charts import forecast_page, forecast_reading
from planner.coach.charts.forecast_levels import Gained, LevelAhead, LevelOffCall
from planner.coach.charts.forecast_reading import LiftForecasts, Result
from planner.coach.parts import at_once
from planner.coach.record_of_forecasts import Forecasted
from planner.engine.terms import LoggedSet

FIRST = date(2026, 1, 5)
MADE = Forecasted(5, 4, 6, 0.8, planned=5, hit_p=0.7, likely=5.0, load_kg=100, moved_kg=100)
AHEAD = LevelAhead("Squat", FIRST, FIRST + timedelta(28), 7, 100.0, 95.0, 105.0, 101.0)
CALL = LevelOffCall(
    "Squat", date(2026, 3, 2), Gained(0.05, 0.02, 0.08), Gained(0.01, -0.01, 0.03), None, False
)


def results(*made, naive=0.6, lift="Squat", step=7):
    days = [FIRST + timedelta(days=step * number) for number in range(len(made))]
    return tuple(
        Result(lift, on, number, each, None if each.planned is None else naive, False)
        for number, (on, each) in enumerate(zip(days, made, strict=True))
    )


def page(*made, naive=0.6, ahead=(), calls=(), pooled=False):
    lift = LiftForecasts("Squat", results(*made, naive=naive), tuple(ahead), tuple(calls))
    return forecast_page.page([lift], pooled)


def said(words):
    return wording.render(words)


def test_the_share_over_time_is_of_the_last_twenty_sessions():
    made = page(*[MADE] * 20, *[replace(MADE, reps=9)] * 5)
    assert (made.inside.came, made.inside.results) == (20, 25)
    on, share = made.over_time[-1]
    assert (len(made.over_time), on) == (6, FIRST + timedelta(weeks=24))
    assert (share.came, share.results) == (15, 20)
    assert page(*[MADE] * 19).over_time == ()


def test_all_lifts_of_a_day_count_in_its_share():
    lifts = [
        LiftForecasts(lift, results(*[made] * 20, lift=lift), (), ())
        for lift, made in (("Squat", MADE), ("Bench", replace(MADE, reps=9)))
    ]
    made = forecast_page.page(lifts, pooled=True)
    ((_, share),) = made.over_time
    assert (share.came, share.results) == (20, 40)
    assert [each.on for each in made.results] == sorted(each.on for each in made.results)


@given(st.lists(st.sampled_from([MADE, replace(MADE, reps=9)]), max_size=40), st.integers(0, 40))
def test_lifts_together_are_the_sum_of_lifts_alone(made, cut):
    one, other = page(*made[:cut]), page(*made[cut:])
    lifts = [LiftForecasts("", results(*part), (), ()) for part in (made[:cut], made[cut:])]
    both = forecast_page.page(lifts, pooled=True)
    assert both.inside.came == one.inside.came + other.inside.came
    assert both.inside.results == len(made)
    assert sum(each.share.results for each in both.chances) <= both.planned


def test_chances_are_those_for_planned_repetitions_alone():
    free = replace(MADE, planned=None, hit_p=None)
    made = page(*[MADE] * 12, *[free] * 9)
    assert made.planned == 12
    (only,) = made.chances
    assert (only.share.came, only.share.results) == (12, 12)


def test_few_results_are_told_without_a_judgement():
    first, second = forecast_page.sentences(page(*[MADE] * 3))
    assert said(first) == "3 sessions had a forecast so far: too few to judge."
    assert said(second).startswith("From 10 sessions on")
    pooled, _ = forecast_page.sentences(page(MADE, pooled=True))
    assert said(pooled) == "1 result had a forecast so far: too few to judge."


def test_all_lifts_are_told_as_such():
    first, *_ = forecast_page.sentences(page(*[MADE] * 12, pooled=True))
    assert said(first).startswith("Over all lifts 12 of 12 results lay in the range")


@pytest.mark.parametrize(
    ("made", "naive", "words"),
    [
        ([MADE] * 20, 0.3, "were better than repeating last time by 82 % (82 % to 82 %)."),
        ([replace(MADE, reps=3)] * 20, 0.3, "were not better than repeating last time: by −444 %"),
        ([MADE, replace(MADE, reps=3)] * 10, 0.7, "can't be told: better by 0 % (0 % to 0 %)."),
    ],
)
def test_the_chances_are_held_against_repeating_last_time(made, naive, words):
    *_, skill = forecast_page.sentences(page(*made, naive=naive))
    assert words in said(skill)


def test_too_few_planned_results_are_no_score():
    free = replace(MADE, planned=None, hit_p=None)
    *_, skill = forecast_page.sentences(page(*[free] * 20, MADE))
    assert said(skill).startswith("1 result with planned reps: too few")


@pytest.mark.parametrize(
    ("inside", "outside", "words"),
    [
        (3, 1, "4 forecasts of four weeks ahead so far"),
        (19, 1, "lay in its band 19 of 20 times (80 % to 99 %; it should hold 9 in 10): as it"),
        (8, 12, "the band is too narrow here"),
        (60, 0, "the band is wider than it must be"),
    ],
)
def test_four_weeks_ahead_are_told_with_what_they_mean(inside, outside, words):
    made = page(ahead=[AHEAD] * inside + [replace(AHEAD, then_kg=90.0)] * outside)
    assert words in said(forecast_page.ahead_words(made))


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (CALL, "on 2 Mar: +5 % (+2 % to +8 %) in four weeks before it, +1 % (−1 % to +3 %) in "),
        (replace(CALL, before=None, after=None), "little is known of before, too little came af"),
        (replace(CALL, after=None, waits=True), "before it; the eight weeks after are not over."),
        (replace(CALL, taken_back_on=date(2026, 4, 1)), "after it. Taken back on 1 Apr."),
    ],
)
def test_a_levelling_off_is_told_with_what_came_of_it(call, words):
    assert words in said(forecast_page.call_words(call))


def test_many_levellings_off_are_told_in_one_sentence():
    faster = replace(CALL, after=Gained(0.09, 0.0, 0.2))
    made = page(calls=[CALL, faster, replace(CALL, after=None)], pooled=True)
    assert said(forecast_page.calls_words(made)) == (
        "Levelling off was called 3 times; where both sides are known, the level rose more slowly "
        "after it 1 of 2 times."
    )
    once = page(calls=[replace(CALL, before=None)], pooled=True)
    assert said(forecast_page.calls_words(once)) == "Levelling off was called 1 time."
    assert forecast_page.calls_words(page()) is None


def test_a_lift_is_read_from_its_log(squatter, today):
    made = at_once(forecast_page.of_lift(squatter, "back-squat", today))
    assert len(made.results) == 9
    assert {each.lift for each in made.results} == {"Back squat"}
    newest = made.results[-1]
    assert (newest.on, newest.made.reps) == (today - timedelta(weeks=1), 5)
    assert newest.made.load_kg == newest.made.moved_kg == 100
    assert forecast_reading.count(squatter, today, "back-squat") == 10


def test_a_lift_without_a_history_has_an_empty_page(squatter, today):
    made = at_once(forecast_page.of_lift(squatter, "deadlift", today))
    assert (made.results, made.ahead, made.calls) == ((), (), ())
    assert forecast_reading.count(squatter, today, "deadlift") == 0


def test_all_lifts_are_read_together(squatter, today, train):
    for days in (3, 2):
        entry = LoggedSet(60, 8, rir=2.0, load=60)
        train(squatter, "bench-press", today - timedelta(days=days), entry, entry)
    made = at_once(forecast_page.of_all(squatter, today))
    assert {each.lift for each in made.results} == {"Back squat", "Bench press"}
    assert forecast_reading.count(squatter, today) == 12


def test_it_is_remembered_until_the_log_changes(squatter, today, train):
    once = at_once(forecast_page.of_lift(squatter, "back-squat", today))
    assert at_once(forecast_page.of_lift(squatter, "back-squat", today)) is once
    train(squatter, "back-squat", today, LoggedSet(100, 6, load=100))
    assert len(at_once(forecast_page.of_lift(squatter, "back-squat", today)).results) == 10


def test_what_looks_like_a_typing_error_is_marked(squatter, today, train):
    train(squatter, "back-squat", today, LoggedSet(1000, 5, load=1000))
    made = at_once(forecast_page.of_lift(squatter, "back-squat", today))
    assert [each.on for each in made.results if each.held_out] == [today]


def test_what_looks_like_a_typing_error_is_no_result(squatter, today, train):
    before = at_once(forecast_page.of_lift(squatter, "back-squat", today))
    train(squatter, "back-squat", today, LoggedSet(1000, 5, load=1000))
    made = at_once(forecast_page.of_lift(squatter, "back-squat", today))
    assert made == replace(before, results=made.results)
    assert made.inside.results == len(made.results) - 1


def test_repeating_last_time_does_not_go_by_a_typing_error(squatter, today, train):
    for days, kg in ((3, 1000), (1, 100)):
        train(squatter, "back-squat", today - timedelta(days=days), LoggedSet(kg, 5, load=kg))
    made = at_once(forecast_page.of_lift(squatter, "back-squat", today))
    assert [each.naive_p is None for each in made.results[-2:]] == [True, False]
    assert made.planned == len([each for each in made.results if each.naive_p is not None])
