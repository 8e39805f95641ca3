"""A goal of a lift: kept by lifter, honest about how far it is and when it may come."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, strategies

from planner.coach import adopting, charts, clients, files, lifter_settings, steps
from planner.coach.charts import goals
from planner.coach.charts.goals import LiftGoal
from planner.coach.wording import render
from planner.engine.terms import KG_PER_LB, SUSPECT, LoggedSet, SetKind, Unit

SQUAT = "back-squat"
DAY = date(2026, 11, 5)


def wish(lifter, *made, slug=SQUAT):
    goals.change(lifter, slug, LiftGoal(*made))


def told(lifter, on, slug=SQUAT, unit=Unit.KG):
    state = charts.strength(lifter, slug, on).goal
    return [render(each, unit) for each in state.words]


def done(kg, reps, **more):
    return LoggedSet(kg, reps, load=kg, **more)


def test_a_goal_is_kept_changed_and_taken_back(squatter, today):
    assert goals.goal(squatter, SQUAT) is None
    by = today + timedelta(days=60)
    for made in (LiftGoal(140.0, None, by), LiftGoal(120.0, 5)):
        goals.change(squatter, SQUAT, made)
        assert goals.goal(squatter, SQUAT) == made
    goals.change(squatter, SQUAT, None)
    assert goals.goal(squatter, SQUAT) is None


def test_a_goal_in_pounds_comes_back_as_it_was_typed(squatter):
    wish(squatter, 315 * KG_PER_LB)
    assert render(goals.name(goals.goal(squatter, SQUAT)), Unit.LB) == "Goal 315 lb e1RM"


def test_setting_a_goal_is_one_step_back(squatter):
    _, step = steps.do(lambda: wish(squatter, 140.0))
    steps.revert(step)
    assert goals.goal(squatter, SQUAT) is None


@pytest.mark.parametrize("made", [(0.0,), (-5.0, 5), (2000.0,), (100.0, 500)])
def test_what_nobody_can_want_is_refused(squatter, made):
    with pytest.raises(ValueError, match="no goal"):
        wish(squatter, *made)


def test_without_a_goal_the_chart_says_nothing_of_it(squatter, today):
    chart = charts.strength(squatter, SQUAT, today)
    assert chart.goal is None
    assert not any("Goal" in render(each) for each in chart.summary)


def test_a_goal_far_away_says_how_far_and_that_nobody_can_tell_when(squatter, today):
    wish(squatter, 200.0)
    chart = charts.strength(squatter, SQUAT, today)
    away = 200 - chart.reading.strength_kg
    share = 100 * away / chart.reading.strength_kg
    words = told(squatter, today)
    far = f"about {away:.0f} kg ({share:.0f} %) to go"
    assert words == ["Goal 200 kg e1RM", far, "can't tell when"]
    said = render(chart.summary[-1])
    assert said == f"Goal 200 kg e1RM: {far}; can't tell when."


def test_what_is_nearly_there_is_told_with_a_decimal(squatter, today):
    now = charts.strength(squatter, SQUAT, today).reading.strength_kg
    wish(squatter, now + 0.7)
    assert told(squatter, today)[1] == f"about 0.7 kg ({70 / now:.1f} %) to go"


def test_a_goal_within_the_forecast_is_told_as_a_range_of_days(squatter, today):
    trained_on = today - timedelta(weeks=1)
    ahead = charts.strength(squatter, SQUAT, trained_on).forecast
    wish(squatter, 0.5 * (ahead[0].high_kg + ahead[-1].kg))
    state = charts.strength(squatter, SQUAT, trained_on).goal
    assert trained_on < state.expected[0] <= trained_on + timedelta(days=42)
    assert "at today's rate not before" in render(state.words[2])


def test_what_may_be_there_already_is_not_given_a_day(squatter, today):
    ahead = charts.strength(squatter, SQUAT, today).forecast
    wish(squatter, 0.5 * (ahead[0].kg + ahead[-1].kg))
    assert told(squatter, today)[2] == "can't tell when, perhaps there already"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (7, 21, "at today's rate between 12 Nov and 26 Nov"),
        (7, None, "at today's rate not before 12 Nov, perhaps later than six weeks"),
        (0, None, "can't tell when, perhaps there already"),
        (0, 21, "at today's rate by 26 Nov, perhaps there already"),
    ],
)
def test_when_it_may_come_is_never_a_single_day(today, first, last, words):
    until = None if last is None else today + timedelta(days=last)
    span = (today + timedelta(days=first), until)
    assert render(goals._when(span, today)) == words


def test_what_was_reached_says_since_when(squatter, today):
    chart = charts.strength(squatter, SQUAT, today)
    wish(squatter, chart.level[4].kg)
    state = charts.strength(squatter, SQUAT, today).goal
    assert state.reached_on == chart.level[4].on
    assert told(squatter, today)[1] == f"reached on {render(state.words[1]).split('on ')[1]}"
    assert state.expected is None


def test_what_was_reached_and_lost_says_both(squatter, today):
    chart = charts.strength(squatter, SQUAT, today)
    wish(squatter, chart.level[-1].kg)
    later = told(squatter, today + timedelta(days=200))
    assert later[1].startswith("reached on ")
    assert later[1].endswith(" kg above today's estimate")


def test_a_load_for_reps_is_reached_by_doing_it(squatter, today, train):
    wish(squatter, 130.0, 3)
    assert "as estimated 1RM" in told(squatter, today)[1]
    warm, slip = (done(130, 3, kind=SetKind.WARMUP), done(130, 3, flags=frozenset({SUSPECT})))
    train(squatter, SQUAT, today - timedelta(days=2), warm, slip, done(130, 2))
    assert charts.strength(squatter, SQUAT, today).goal.reached_on is None
    train(squatter, SQUAT, today, done(132.5, 3))
    assert told(squatter, today)[:2] == ["Goal 130 kg × 3", "reached on 5 Nov"]


def test_a_typing_error_reaches_nothing(squatter, today, train):
    wish(squatter, 200.0, 3)
    train(squatter, SQUAT, today - timedelta(days=3), done(1000, 5))
    train(squatter, SQUAT, today - timedelta(days=1), done(100, 5), done(100, 5))
    assert charts.strength(squatter, SQUAT, today).goal.reached_on is None


def test_what_is_to_come_reaches_nothing_yet(squatter, today, train):
    wish(squatter, 110.0, 3)
    train(squatter, SQUAT, today + timedelta(days=2), done(110, 3))
    assert charts.strength(squatter, SQUAT, today).goal.reached_on is None


def test_what_was_never_done_but_is_within_reach_says_so(squatter, today):
    wish(squatter, 100.0, 6)
    assert told(squatter, today)[1:] == ["today's estimate is enough for it; not done yet"]


def test_less_help_is_more(lifter, today, train):
    for back, kg in ((7, 40), (3, 30)):
        train(lifter, "assisted-pull-up", today - timedelta(days=back), done(kg, 8, rir=2.0))
    wish(lifter, 35.0, 8, slug="assisted-pull-up")
    state = charts.strength(lifter, "assisted-pull-up", today).goal
    assert state.reached_on == today - timedelta(days=3)


def test_more_help_than_bodyweight_is_no_goal_of_a_lift(lifter, today, train):
    train(lifter, "assisted-pull-up", today, done(40, 8, rir=2.0))
    wish(lifter, 500.0, 8, slug="assisted-pull-up")
    assert charts.strength(lifter, "assisted-pull-up", today).goal is None


def test_who_only_ever_stopped_at_the_target_may_be_nearer(squatter, today):
    chart = charts.strength(squatter, SQUAT, today)
    made = LiftGoal(200.0)
    capped = replace(chart.reading, capped=True)
    assert render(goals._far(made, 200.0, capped)).startswith("at most ")
    unknown = replace(chart.reading, strength_kg=None)
    assert render(goals._far(made, 200.0, unknown)) == "can't tell how far yet"


def test_before_any_strength_is_known_a_goal_waits(lifter, today, train):
    train(lifter, SQUAT, today, done(60, 5, kind=SetKind.WARMUP))
    wish(lifter, 100.0)
    state = charts.strength(lifter, SQUAT, today).goal
    assert (state.reached_on, state.expected) == (None, None)


def test_after_two_sessions_nobody_can_tell_when(lifter, today, train):
    for back, kg in ((4, 100), (1, 105)):
        train(lifter, SQUAT, today - timedelta(days=back), done(kg, 5, rir=2.0))
    chart = charts.strength(lifter, SQUAT, today)
    wish(lifter, chart.forecast[3].kg)
    assert charts.strength(lifter, SQUAT, today).goal.expected is None


def test_in_time_off_nobody_can_tell_when(squatter, today):
    chart = charts.strength(squatter, SQUAT, today)
    wish(squatter, chart.reading.strength_kg + 1.0)
    assert told(squatter, today + timedelta(days=60))[-1] == "can't tell when"


def test_a_day_that_is_wanted_is_named_without_a_word_of_blame(squatter, today):
    wish(squatter, 200.0, None, today + timedelta(days=70))
    assert told(squatter, today)[-1] == "wanted by 14 Jan, in 10 weeks"
    assert told(squatter, today + timedelta(days=100))[-1] == "wanted by 14 Jan"


def test_goals_travel_with_their_lifter(squatter, today, tmp_path, database, export):
    made = LiftGoal(140.0, None, today)
    goals.change(squatter, SQUAT, made)
    path = tmp_path / "all.json"
    export(path, squatter)
    files.open_file(tmp_path / "other.db")
    (other,) = adopting.adopt(adopting.newcomers(path))
    assert goals.goal(other, SQUAT) == made


@pytest.mark.parametrize(
    ("stored", "sound"),
    [
        ({SQUAT: [140000, 0, 0]}, True),
        ({SQUAT: [0, 12, 0]}, True),
        ({SQUAT: [140000, 0]}, False),
        ({SQUAT: [140000.5, 0, 0]}, False),
        ({SQUAT: [True, 0, 0]}, False),
        ({SQUAT: 140000}, False),
        ({SQUAT: [140000, 0, 99**9]}, False),
        ({SQUAT: [0, 0, 0]}, False),
        ([], False),
    ],
)
def test_a_damaged_goal_stays_out(squatter, stored, sound):
    key = lifter_settings.GOALS + clients.lifter(squatter).uid
    assert lifter_settings.is_sound(key, json.dumps(stored)) is sound


KG = strategies.floats(40, 200)


@given(needed=KG, start=KG, rises=strategies.lists(strategies.floats(0, 5), max_size=6))
def test_the_expected_days_are_in_order_and_within_the_forecast(needed, start, rises):
    days = [charts.LevelPoint(DAY, start, start - 3, start + 3)]
    for week, rise in enumerate(rises, 1):
        kg, width = days[-1].kg + rise, 3 + week
        days.append(charts.LevelPoint(DAY + timedelta(weeks=week), kg, kg - width, kg + width))
    expected = goals._expected(needed, days)
    if expected is None:
        assert days[-1].kg < needed
        return
    first, last = expected
    assert DAY <= first <= (last or days[-1].on) <= days[-1].on
