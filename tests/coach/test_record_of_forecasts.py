"""How often the forecasts of a lift were right: counted by hand, and from a real log."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from planner import engine
from planner.coach import (
    lift_days,
    practising,
    readings,
    record_of_forecasts as records,
    switches,
    wording,
)
from planner.coach.parts import at_once
from planner.coach.record_of_forecasts import Forecasted, ForecastRecord, Tally
from planner.coach.switches import Switch
from planner.engine.terms import (
    Exercise,
    ExerciseDay,
    Experience,
    Lifter,
    LoggedSet,
    Measure,
    SetKind,
)
from planner.storage import clients

INSIDE = Forecasted(reps=5, low=4, high=6, inside_p=0.8, planned=5, hit_p=0.9)
READY = date(2026, 1, 5)
BELOW = replace(INSIDE, reps=3)


def said(*made: Forecasted) -> str:
    return wording.render(records.sentence(records.record(made)))


def meant(*made: Forecasted) -> str:
    return wording.render(records.meaning(records.record(made)))


def test_the_record_counts_what_came_inside_and_what_was_promised():
    made = [INSIDE] * 17 + [BELOW] * 4
    assert said(*made) == (
        "In 17 of 21 sessions the result lay in the range that should hold 8 in 10 (81 %); when "
        "it gave the planned reps 8 in 10 or more, they came in 17 of 21."
    )
    assert "as it should be" in meant(*made)


def test_a_share_below_that_chance_explains_is_neither_blamed_nor_praised():
    made = [replace(each, planned=None, hit_p=None) for each in [INSIDE] * 18 + [BELOW] * 7]
    assert "(72 %)" in said(*made)
    words = "That is not quite what it should hold; from so few that may be chance."
    assert meant(*made) == words


def test_the_ends_of_a_range_belong_to_it():
    assert replace(INSIDE, reps=4).inside
    assert replace(INSIDE, reps=6).inside
    assert not replace(INSIDE, reps=7).inside


def test_more_than_expected_is_outside_the_range_but_keeps_the_promise():
    over = replace(INSIDE, reps=8)
    made = records.record([over])
    assert (made.ranges.came, made.promises.came) == (0, 1)


def test_a_set_stopped_short_counts_with_the_reps_left_where_they_were_logged(
    squatter, today, train
):
    """Ten weeks of 5 @2, then 3 @3 as planned: no worse a day, and the plan was met."""
    load = 100.0
    train(squatter, "back-squat", today, LoggedSet(load, 3, rir=3.0, target_reps=3, load=load))
    last = forecasts(squatter)[-1]
    assert last is not None
    assert (last.reps, last.counted, last.inside, last.hit) == (3, 4, True, True)


def test_less_than_eight_in_ten_is_no_promise():
    doubtful = replace(INSIDE, hit_p=0.79)
    assert said(*[doubtful] * 12).endswith("; it never gave the planned reps 8 in 10 or more.")


def test_a_session_without_planned_reps_promises_nothing():
    free = replace(INSIDE, planned=None, hit_p=None)
    assert records.record([free]).promises == Tally()


def test_under_ten_sessions_are_too_few_to_judge():
    assert said(*[INSIDE] * 9) == "9 sessions had a forecast so far: too few to judge."
    assert said(INSIDE) == "1 session had a forecast so far: too few to judge."
    assert said() == "Nothing was forecast yet: a forecast takes a session before."
    assert "From 10 sessions on" in meant(*[INSIDE] * 9)


def test_under_ten_promises_are_too_few_to_judge():
    free = replace(INSIDE, planned=None, hit_p=None)
    assert said(*[free] * 10, *[INSIDE] * 4).endswith("came in 4 of 4, too few to judge.")


def test_ranges_that_miss_too_often_are_called_too_narrow():
    bold = replace(INSIDE, reps=8)
    assert "too narrow" in meant(*[INSIDE] * 10, *[bold] * 10)


def test_ranges_that_never_miss_are_called_wider_than_needed():
    assert "wider" in meant(*[replace(INSIDE, hit_p=None)] * 30)


def test_promises_that_are_not_kept_are_said_first():
    assert "chances are too high" in meant(*[INSIDE] * 10, *[BELOW] * 10)


@given(st.lists(st.tuples(st.integers(0, 12), st.floats(0.0, 1.0)), max_size=40))
def test_no_more_comes_than_there_was_in_any_order(results):
    made = [replace(INSIDE, reps=reps, hit_p=p) for reps, p in results]
    known = records.record(made)
    assert records.record(made[::-1]).ranges.came == known.ranges.came <= known.ranges.results
    assert known.promises.came <= known.promises.results <= known.ranges.results == len(made)
    assert isinstance(known, ForecastRecord)


def forecasts(lifter, slug="back-squat"):
    replays = readings.replays(lifter)
    beside_on = practising.practised(lifter, replays[slug].exercise, replays)
    return list(records.forecasts(at_once(lift_days.days(lifter, slug)), beside_on))


def test_the_first_session_has_no_forecast(squatter):
    first, *rest = forecasts(squatter)
    assert first is None
    assert all(rest)


def test_what_was_planned_before_is_what_the_session_is_held_to(squatter):
    newest = forecasts(squatter)[-1]
    assert (newest.reps, newest.planned) == (5, 5)
    assert newest.low <= 5 <= newest.high


def test_planned_reps_of_the_set_itself_come_before_those_of_the_last_session(
    squatter, today, train
):
    aimed = LoggedSet(100, 6, rir=1.0, load=100, target_reps=7)
    train(squatter, "back-squat", today, aimed)
    newest = forecasts(squatter)[-1]
    assert (newest.planned, newest.hit) == (7, False)


def test_later_sessions_never_change_a_forecast(squatter, today, train):
    before = forecasts(squatter)
    train(squatter, "back-squat", today + timedelta(days=7), LoggedSet(60, 20, load=60))
    after = forecasts(squatter)
    assert after[: len(before)] == before


@given(st.floats(40.0, 160.0), st.floats(0.5, 0.95))
def test_a_range_holds_its_share_and_always_the_likeliest_number(load, level):
    made = engine.forecast_sets(_state(), _state().last_on + timedelta(days=3), load)
    low, high = records.whole_range(made, level)
    assert low - 0.5 <= made.reps <= high + 0.5
    below, above = 1.0 - made.p_hit(low), made.p_hit(high + 1)
    assert max(below, above) <= 0.5 * (1.0 - level) + 0.5


def _state():
    state = engine.start(Exercise("back-squat"), Lifter(bodyweight_kg=80.0))
    for week, reps in enumerate((5, 6, 5, 7, 6, 6)):
        on = READY + timedelta(weeks=week)
        state = engine.update(state, ExerciseDay(on, (LoggedSet(100.0, reps, rir=1.0),)))
    return state


@pytest.mark.parametrize(
    "entry",
    [
        LoggedSet(60, 5, load=60, kind=SetKind.WARMUP),
        LoggedSet(100, None, load=100),
        LoggedSet(0, 5, load=0),
        LoggedSet(100, 5, load=100, flags=frozenset({"suspect"})),
    ],
)
def test_a_session_that_shows_no_strength_is_not_judged(squatter, today, train, entry):
    train(squatter, "back-squat", today, entry)
    assert forecasts(squatter)[-1] is None


def test_held_and_timed_exercises_are_not_judged(lifter, today, train):
    for days in (7, 0):
        train(lifter, "plank", today - timedelta(days=days), LoggedSet(None, None, seconds=60))
    assert readings.replays(lifter)["plank"].exercise.measure is Measure.SECONDS
    assert forecasts(lifter, "plank") == [None, None]


def test_what_stands_for_a_plan_is_what_the_advice_went_on_from(database, today, train):
    novice = clients.add_lifter(Lifter(Experience.NOVICE, name="Kim"))
    for days, load, reps in ((10, 100, 5), (7, 80, 4), (3, 100, 5)):
        entry = LoggedSet(load, reps, load=load)
        train(novice, "back-squat", today - timedelta(days=days), entry, entry, entry)
    assert forecasts(novice)[-1].planned == 4, "a new squat is practised: it goes on from any day"
    switches.set_on(novice, Switch.PRACTICE, False)
    assert forecasts(novice)[-1].planned == 5, "the day before was light: it goes on from the other"
