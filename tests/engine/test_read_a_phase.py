"""Which phase a lift is in, and how sure that is."""

from dataclasses import replace
from datetime import date, timedelta
from statistics import median

import pytest

from planner import engine
from planner.engine import phase, simulate
from planner.engine.reading import confidence_of, verdict
from planner.engine.simulate import WORLDS, World
from planner.engine.terms import (
    CheckIn,
    Confidence,
    Exercise,
    ExerciseDay,
    Experience,
    Lifter,
    LoadKind,
    LoggedSet,
    Phase,
    Reading,
)

SQUAT = Exercise("squat")
BEGAN = date(2025, 1, 6)
NOVICE = Lifter(Experience.NOVICE)
TRAINED = Lifter(Experience.INTERMEDIATE)


def followed(loads: list[float], lifter: Lifter, every: int = 4) -> engine.LiftState:
    state = engine.start(SQUAT, lifter)
    for number, load in enumerate(loads):
        on = BEGAN + timedelta(days=every * number)
        state = engine.update(state, ExerciseDay(on, (LoggedSet(load, 5, 2.0),) * 3))
    return state


def read(state: engine.LiftState, later: int = 0, muscle: int | None = None) -> Reading:
    assert state.last_on is not None
    return engine.read(state, state.last_on + timedelta(days=later), muscle)


def test_before_the_first_session_nothing_is_said() -> None:
    reading = engine.read(engine.start(SQUAT, NOVICE), BEGAN)
    assert reading.phase is Phase.UNCLEAR
    assert reading.confidence is Confidence.CANT_TELL
    assert reading.strength_kg is None


def test_a_single_session_is_not_enough_for_a_phase() -> None:
    assert read(followed([60.0], NOVICE)).phase is Phase.UNCLEAR


def test_a_novice_who_gains_every_session_is_in_the_early_phase() -> None:
    reading = read(followed([60 * 1.015**n for n in range(10)], NOVICE))
    assert reading.phase is Phase.EARLY
    assert reading.confidence in (Confidence.LIKELY, Confidence.FAIRLY_SURE)
    assert reading.levelled_off_on is None


def test_months_at_the_same_weight_are_a_plateau() -> None:
    reading = read(followed([100.0] * 60, TRAINED))
    assert reading.phase is Phase.PLATEAU
    assert abs(reading.gain_28d or 1.0) < 0.008


def test_six_weeks_at_the_same_weight_are_no_plateau_yet() -> None:
    assert read(followed([100.0] * 11, TRAINED)).phase is not Phase.PLATEAU


def test_a_deload_week_does_not_count_as_a_plateau() -> None:
    loads = [90 * 1.004**n for n in range(40)]
    deload = [*loads[:36], 0.85 * loads[36], 0.85 * loads[37], *loads[38:]]
    assert read(followed(deload, TRAINED)).phase is not Phase.PLATEAU


def test_slow_gains_over_months_are_steady() -> None:
    reading = read(followed([80 * 1.0025**n for n in range(60)], TRAINED))
    assert reading.phase is Phase.STEADY
    assert reading.gain_28d == pytest.approx(7 * 0.0025, abs=0.006)


def test_levelling_off_is_an_event_with_a_date_and_the_gains_on_both_sides() -> None:
    rising = [60 * (1.3 - 0.3 * 0.88**n) for n in range(40)]
    reading = read(followed(rising, NOVICE))
    assert reading.levelled_off_on is not None
    assert BEGAN + timedelta(days=21) <= reading.levelled_off_on
    assert (reading.gain_before or 0.0) > (reading.gain_28d or 1.0) + 0.02
    assert reading.phase is not Phase.EARLY


def test_levelling_off_stays_called_until_it_is_clearly_wrong() -> None:
    called = phase.Course(BEGAN, 4.0, 4.0, BEGAN + timedelta(days=30), 0.05)
    later = BEGAN + timedelta(days=60)
    doubtful = phase.follow(called, later, 16, 4.0, 0.4)
    assert doubtful.levelled_off_on == called.levelled_off_on
    assert doubtful.gain_before == 0.05
    wrong = phase.follow(doubtful, later, 17, 4.0, 0.25)
    assert (wrong.levelled_off_on, wrong.gain_before) == (None, None)


def test_who_gains_ten_percent_a_month_is_not_told_that_gains_level_off() -> None:
    rising = [75.0 * 1.0345**week for week in range(11)]
    reading = read(followed(rising, TRAINED, every=7))
    assert reading.levelled_off_on is None
    assert reading.phase is not Phase.PLATEAU


def test_levelling_off_is_taken_back_when_strength_rises_fast_again() -> None:
    course = phase.Course(BEGAN, 4.0, 4.5, BEGAN + timedelta(days=60), 0.06)
    on = BEGAN + timedelta(days=80)
    assert phase.follow(course, on, 20, 4.51, 0.9).levelled_off_on is not None
    assert phase.follow(course, on, 20, 4.56, 0.9).levelled_off_on is None


def test_a_second_levelling_off_is_no_news() -> None:
    course = phase.Course(BEGAN, 4.0, 4.5, told=True)
    again = phase.follow(course, BEGAN + timedelta(days=120), 30, 4.51, 0.9)
    assert again.levelled_off_on is not None
    assert again.gain_before is None


def test_levelling_off_is_not_called_on_the_first_days_back_after_a_layoff() -> None:
    """Ten sessions up, twelve weeks away, and strength returns: that is no levelling off."""
    state = followed([60.0 * 1.02**n for n in range(10)], NOVICE, every=7)
    assert state.last_on is not None
    for number in range(2):
        on = state.last_on + timedelta(days=84 if not number else 7)
        state = engine.update(state, ExerciseDay(on, (LoggedSet(62.0, 8, 2.0),) * 3))
        assert read(state).levelled_off_on is None


def test_levelling_off_is_never_called_in_the_first_three_weeks() -> None:
    state = followed([60.0] * 12, Lifter(Experience.INTERMEDIATE), every=1)
    assert read(state).levelled_off_on is None


def test_levelling_off_is_news_for_four_weeks() -> None:
    reading = read(followed([60 * (1.3 - 0.3 * 0.88**n) for n in range(40)], NOVICE))
    on = reading.levelled_off_on or BEGAN
    news = replace(reading, on=on + timedelta(days=28), phase=Phase.STEADY)
    assert news.levelling_off
    assert not replace(news, on=on + timedelta(days=29)).levelling_off
    assert not replace(news, phase=Phase.PLATEAU).levelling_off
    assert not replace(news, levelled_off_on=None).levelling_off


def test_a_lifter_back_after_ten_weeks_is_returning() -> None:
    away = read(followed([100.0] * 20, TRAINED), later=70)
    assert away.phase is Phase.RETURN
    assert away.retained == pytest.approx(0.94, abs=0.01)
    assert away.expected_return is not None
    assert away.on < away.expected_return[0] < away.expected_return[1]


def test_a_pause_of_the_exercise_alone_is_no_return() -> None:
    reading = read(followed([100.0] * 20, TRAINED), later=70, muscle=3)
    assert reading.phase is not Phase.RETURN
    assert reading.retained > 0.98


def test_a_return_is_over_when_strength_is_back() -> None:
    state = followed([100.0] * 20, TRAINED)
    for number in range(10):
        on = BEGAN + timedelta(days=76 + 42 + 4 * number)
        state = engine.update(state, ExerciseDay(on, (LoggedSet(100.0, 5, 2.0),) * 3))
    reading = read(state)
    assert reading.phase is not Phase.RETURN
    assert reading.expected_return is None


def test_a_run_of_bad_days_with_more_work_and_poor_sleep_is_called_fatigue() -> None:
    state = engine.start(SQUAT, TRAINED)
    well = CheckIn(BEGAN, sleep=4, soreness=2, energy=4)
    worn = CheckIn(BEGAN, sleep=2, soreness=4, energy=2)
    for number in range(24):
        tired = number >= 20
        on = BEGAN + timedelta(days=3 * number)
        sets = (LoggedSet(93.0 if tired else 100.0, 5, 2.0),) * 3
        volume, feel = (20.0, worn) if tired else (12.0, well)
        day = ExerciseDay(on, sets, hard_sets_muscle_7d=volume, check_in=feel)
        state = engine.update(state, day)
    reading = read(state)
    assert reading.phase is Phase.FATIGUE
    assert (reading.fatigue or 0.0) > 0.8


def test_bad_days_alone_are_no_proof_of_fatigue() -> None:
    reading = read(followed([100.0] * 20 + [96.0] * 3, TRAINED))
    assert reading.phase is not Phase.FATIGUE
    assert 0.0 < (reading.fatigue or 0.0) < 0.8


def test_working_up_from_a_gentle_start_is_no_fatigue() -> None:
    state = engine.start(SQUAT, Lifter(Experience.NOVICE, bodyweight_kg=75.0))
    phases = set()
    for number in range(26):
        kg = 62.5 + 2.5 * number**0.75
        sets = (LoggedSet(kg, 6, max(2.0, 5.0 - number / 4)),) * 3
        day = ExerciseDay(BEGAN + timedelta(weeks=number), sets,
                          hard_sets_muscle_7d=min(1.0 + 0.5 * number, 6.0))  # fmt: skip
        state = engine.update(state, day)
        phases.add(read(state).phase)
    assert Phase.FATIGUE not in phases


def test_answers_left_open_take_the_mean_of_the_rest() -> None:
    assert phase.hooper(CheckIn(BEGAN)) is None
    assert phase.hooper(CheckIn(BEGAN, sleep=5)) == 4.0
    assert phase.hooper(CheckIn(BEGAN, sleep=1, soreness=5, energy=1)) == 28.0


@pytest.mark.parametrize(
    ("probability", "word"),
    [(0.9, Confidence.FAIRLY_SURE), (0.6, Confidence.LIKELY), (0.5, Confidence.CANT_TELL)],
)
def test_words_follow_the_probability(probability: float, word: Confidence) -> None:
    assert confidence_of(probability) is word


def test_no_phase_is_named_when_none_is_likely() -> None:
    assert verdict({Phase.STEADY: 0.5, Phase.PLATEAU: 0.5})[0] is Phase.UNCLEAR
    assert verdict({Phase.STEADY: 0.6, Phase.PLATEAU: 0.4})[0] is Phase.STEADY


def test_sets_that_always_stop_at_the_target_give_strength_as_at_least() -> None:
    state = engine.start(SQUAT, NOVICE)
    for number in range(5):
        sets = (LoggedSet(60.0, 5, target_reps=5),) * 3
        state = engine.update(state, ExerciseDay(BEGAN + timedelta(days=3 * number), sets))
    assert read(state).capped
    assert any("at least" in fact.template for fact in read(state).facts)


def test_an_assumed_bodyweight_and_a_doubted_session_are_said() -> None:
    pull_up = Exercise("pull-up", load_kind=LoadKind.ADDED, bodyweight_share=0.9)
    state = engine.start(pull_up, Lifter())
    for number, load in enumerate((5.0, 5.0, 5.0, 500.0)):
        on = BEGAN + timedelta(days=3 * number)
        state = engine.update(state, ExerciseDay(on, (LoggedSet(load, 5),)))
    said = " ".join(fact.template for fact in read(state, later=20).facts)
    assert "is assumed" in said
    assert "typing error" in said
    assert "without this exercise" in said


@pytest.mark.parametrize("world", WORLDS, ids=lambda world: world.name)
def test_levelling_off_is_found_within_weeks_and_rarely_too_early(world: World) -> None:
    delays, early, number = [], 0, 24
    for seed in range(number):
        made = simulate.simulate(500 + seed, world, weeks=34)
        state = engine.start(made.exercise, made.lifter)
        bent = next((t.on for t in made.truth if t.gain_28d < 0.03), None)
        for day, truth in zip(made.days, made.truth, strict=True):
            state = engine.update(state, day)
            assert state.course is not None
            if state.course.levelled_off_on == day.on:
                early += truth.gain_28d >= 0.045
                if bent is not None:
                    delays.append((day.on - bent).days)
                break
    assert early <= 0.13 * number
    assert median(delays) <= 35


@pytest.mark.parametrize("days_off", [28, 42, 56, 70])
def test_back_at_seventy_percent_after_weeks_off_is_a_return(days_off: int) -> None:
    state = followed([100.0] * 40, NOVICE)
    first = BEGAN + timedelta(days=4 * 39 + days_off)
    for number, load in enumerate((70.0, 75.0, 80.0)):
        day = ExerciseDay(first + timedelta(days=4 * number), (LoggedSet(load, 5, 2.0),) * 3)
        state = engine.update(state, day)
    reading = read(state)
    assert reading.phase is Phase.RETURN
    assert not any("typing error" in fact.template for fact in reading.facts)


def test_a_tenth_of_the_load_after_weeks_off_is_no_loss_of_strength() -> None:
    state = followed([100.0] * 40, NOVICE)
    back = BEGAN + timedelta(days=4 * 39 + 60)
    state = engine.update(state, ExerciseDay(back, (LoggedSet(10.0, 5, 2.0),) * 3))
    assert (read(state).strength_kg or 0.0) > 80.0
