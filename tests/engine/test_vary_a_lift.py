"""A variation of a known lift: what comes along from it, and what is new all the same."""

from dataclasses import replace
from datetime import date, timedelta
from math import log

import pytest
from hypothesis import given, strategies as st

from planner import engine
from planner.engine import evidence, phase, trend, variation
from planner.engine.practice import practice_sessions
from planner.engine.terms import (
    Complexity,
    Equipment,
    Exercise,
    ExerciseDay,
    Experience,
    Lifter,
    LoadKind,
    LoggedSet,
    Measure,
    Pattern,
    SuggestionKind,
)

SQUAT = Exercise("back-squat", pattern=Pattern.SQUAT)
FRONT = Exercise("front-squat", pattern=Pattern.SQUAT, parent="back-squat", similarity=0.7)
PAUSE = Exercise("pause-squat", pattern=Pattern.SQUAT, parent="back-squat", similarity=0.9)
GOBLET = Exercise("goblet-squat", equipment=Equipment.DUMBBELL, parent="back-squat", similarity=0.5)
OVERHEAD = Exercise(
    "overhead-squat",
    pattern=Pattern.SQUAT,
    complexity=Complexity.TECHNICAL,
    parent="back-squat",
    similarity=0.5,
)
SNATCH = Exercise("snatch", complexity=Complexity.TECHNICAL, pattern=Pattern.OLYMPIC)
POWER_SNATCH = Exercise(
    "power-snatch",
    pattern=Pattern.OLYMPIC,
    complexity=Complexity.TECHNICAL,
    parent="snatch",
    similarity=0.85,
)
BEGAN = date(2023, 1, 2)
NOVICE, TRAINED = Experience.NOVICE, Experience.INTERMEDIATE


def trained(
    sessions: int, exercise: Exercise = SQUAT, experience: Experience = NOVICE
) -> engine.LiftState:
    """A lift done twice a week, three sets of five at 100 kg with two in reserve."""
    state = engine.start(exercise, Lifter(experience, bodyweight_kg=80.0))
    for number in range(sessions):
        on = BEGAN + timedelta(days=7 * number // 2)
        state = engine.update(state, ExerciseDay(on, (LoggedSet(100.0, 5, 2.0),) * 3))
    return state


def brought(exercise: Exercise, sessions: int, experience: Experience = NOVICE):
    """What a lift with so many sessions tells of its variation half a week later."""
    slug = SNATCH if exercise is POWER_SNATCH else SQUAT
    parent = trained(sessions, slug, experience)
    return engine.known(exercise, parent, (parent.last_on or BEGAN) + timedelta(days=3))


def to_learn(
    exercise: Exercise, experience: Experience, known: engine.Known | None = None
) -> float:
    return variation.prior_of(exercise, experience, known).learning


def first_sets(
    exercise: Exercise, experience: Experience, known: engine.Known | None, sessions: int = 2
) -> engine.LiftContext:
    """The easy first sessions of a lift, planned to get heavier."""
    state = engine.start(exercise, Lifter(experience, bodyweight_kg=80.0), known)
    sets = (LoggedSet(40.0, 5, 4.0, target_reps=5),) * 3
    for number in range(sessions):
        state = engine.update(state, ExerciseDay(BEGAN + timedelta(days=4 * number), sets))
    today = state.last_on or BEGAN
    return engine.LiftContext(exercise, state, today, sets, next_on=today + timedelta(days=4))


def rules(context: engine.LiftContext) -> list[str]:
    reading = engine.read(context.state, context.today)
    return [made.rule for made in engine.suggest(reading, None, context)]


def test_years_of_squats_leave_little_to_learn_of_the_pause_squat() -> None:
    years = to_learn(PAUSE, NOVICE, brought(PAUSE, 200))
    assert 0.3 < years / to_learn(PAUSE, NOVICE) < 0.4


def test_a_looser_variation_leaves_more_to_learn() -> None:
    front, goblet = brought(FRONT, 200), brought(GOBLET, 200)
    assert to_learn(PAUSE, NOVICE, brought(PAUSE, 200)) < to_learn(FRONT, NOVICE, front)
    assert 0.55 < to_learn(GOBLET, NOVICE, goblet) / to_learn(GOBLET, NOVICE) < 0.65


def test_three_sessions_of_squats_are_hardly_known() -> None:
    share = to_learn(PAUSE, NOVICE, brought(PAUSE, 3)) / to_learn(PAUSE, NOVICE)
    assert 0.9 < share < 1.0


@given(st.lists(st.integers(1, 60), min_size=2, max_size=2, unique=True))
def test_the_better_the_parent_is_known_the_less_is_to_learn(sessions: list[int]) -> None:
    few, many = [brought(FRONT, count) for count in sorted(sessions)]
    assert to_learn(FRONT, NOVICE, many) < to_learn(FRONT, NOVICE, few)
    assert practice_sessions(OVERHEAD, many) <= practice_sessions(OVERHEAD, few)


def test_a_novices_variation_is_expected_to_gain_less_than_a_first_lift() -> None:
    def gain(known: engine.Known | None) -> float:
        state = first_sets(PAUSE, NOVICE, known, sessions=3).state
        assert state.bank is not None
        return phase.monthly_gain(state.bank, state.steps, 3.5).mean

    assert gain(brought(PAUSE, 200)) < 0.5 * gain(None)


def test_a_returner_who_has_come_back_has_no_strength_to_regain_in_the_variation() -> None:
    again = variation.prior_of(PAUSE, Experience.RETURNER, brought(PAUSE, 80, Experience.RETURNER))
    assert again.loss < 0.5 * variation.prior_of(PAUSE, Experience.RETURNER, None).loss


def test_the_daily_gain_is_the_lifters_own() -> None:
    for exercise, known in ((SNATCH, None), (PAUSE, brought(PAUSE, 200))):
        assert variation.prior_of(exercise, TRAINED, known).gain == trend.PRIORS[TRAINED].gain


def test_without_a_known_parent_nothing_changes() -> None:
    lifter = Lifter(NOVICE, bodyweight_kg=80.0)
    assert engine.start(FRONT, lifter) == engine.start(FRONT, lifter, None)
    assert variation.prior_of(FRONT, NOVICE, None) == trend.PRIORS[NOVICE]
    assert first_sets(FRONT, NOVICE, None).state.known is None


@pytest.mark.parametrize(
    "exercise",
    [
        SNATCH,
        Exercise("other", parent="bench-press", similarity=0.9),
        Exercise("hold", measure=Measure.SECONDS, parent="back-squat", similarity=0.9),
        Exercise("bands", load_kind=LoadKind.NONE, parent="back-squat", similarity=0.9),
    ],
)
def test_only_a_lift_that_is_varied_tells_anything(exercise: Exercise) -> None:
    assert engine.known(exercise, trained(50), date(2024, 1, 1)) is None


def test_a_parent_never_measured_tells_nothing() -> None:
    assert engine.known(FRONT, trained(0), BEGAN) is None


def test_500_squat_sessions_and_no_snatch_are_practice_for_the_snatch_only() -> None:
    squat = first_sets(SQUAT, TRAINED, None, sessions=500)
    assert "hold.new_lift" not in rules(squat)
    assert rules(first_sets(SNATCH, TRAINED, None))[0] == "hold.new_lift"
    front = first_sets(FRONT, TRAINED, brought(FRONT, 500, TRAINED))
    assert "hold.new_lift" not in rules(front)


def test_the_first_snatch_of_an_experienced_squatter_is_learned_like_a_novices() -> None:
    assert to_learn(SNATCH, TRAINED) == to_learn(SNATCH, NOVICE)
    assert to_learn(SQUAT, TRAINED) < 0.25 * to_learn(SQUAT, NOVICE)


def test_the_power_snatch_of_a_snatcher_is_not_learned_like_a_novices() -> None:
    known = brought(POWER_SNATCH, 200, TRAINED)
    assert to_learn(POWER_SNATCH, TRAINED, known) < 0.5 * to_learn(POWER_SNATCH, NOVICE)
    assert not first_sets(POWER_SNATCH, TRAINED, known, 3).practice.left


def test_squats_do_not_teach_the_overhead_squat() -> None:
    known = brought(OVERHEAD, 500, TRAINED)
    assert to_learn(OVERHEAD, TRAINED, known) == to_learn(SNATCH, NOVICE)
    assert first_sets(OVERHEAD, TRAINED, known, 5).practice.left


def test_a_novices_front_squat_is_practised_shortly_when_squats_are_known() -> None:
    known = brought(FRONT, 60)
    new, second = first_sets(FRONT, NOVICE, None, 3), first_sets(FRONT, NOVICE, known, 3)
    assert rules(new)[0] == "hold.new_lift"
    assert "hold.new_lift" not in rules(second)
    assert rules(first_sets(FRONT, NOVICE, known, 1))[0] == "hold.new_lift"


def test_what_practice_is_still_needed_is_said() -> None:
    context = first_sets(FRONT, NOVICE, brought(FRONT, 60), 1)
    best = engine.suggest(engine.read(context.state, context.today), None, context)[0]
    assert best.kind is SuggestionKind.HOLD
    assert dict(best.numbers)["needed"] == practice_sessions(FRONT, context.state.known)
    assert practice_sessions(FRONT, context.state.known) < practice_sessions(FRONT)


def test_a_first_session_far_beyond_the_squat_is_expected_to_bring_fewer_reps() -> None:
    state = engine.start(FRONT, Lifter(NOVICE), brought(FRONT, 60))
    blind = engine.start(FRONT, Lifter(NOVICE))
    told = [engine.forecast_sets(state, BEGAN, kg).reps for kg in (60.0, 100.0, 200.0)]
    assert told == sorted(told, reverse=True)
    assert told[2] < engine.forecast_sets(blind, BEGAN, 200.0).reps


def test_the_first_forecast_stays_wide() -> None:
    low, high = engine.forecast_sets(
        engine.start(FRONT, Lifter(NOVICE), brought(FRONT, 60)), BEGAN, 90.0
    ).e1rm_interval(0.8)
    assert log(high / low) > 0.35


BAR = Exercise("row", complexity=Complexity.MACHINE)
BELLS = replace(BAR, slug="bell-row", equipment=Equipment.DUMBBELL)
CABLE = replace(BAR, slug="cable-row", equipment=Equipment.CABLE)
LOWERED = replace(BAR, slug="lowered-row")
CHINS = replace(BAR, slug="chins", load_kind=LoadKind.ADDED, bodyweight_share=1.0)


def one_side(exercise: Exercise) -> Exercise:
    return replace(exercise, slug=f"single-{exercise.slug}", per_side=True)


def differs(exercise: Exercise, parent: Exercise) -> float:
    """How strength in a variation is expected to differ from that in a well-known parent, log."""
    state = trained(20, parent)
    made = replace(exercise, parent=parent.slug, similarity=0.9)
    known = engine.known(made, state, state.last_on or BEGAN)
    assert known is not None
    assert state.bank is not None
    return known.log_kg - trend.level(state.bank).mean


@pytest.mark.parametrize(
    ("parent", "exercise", "expected"),
    [
        pytest.param(BAR, LOWERED, evidence.VARIED_ALIKE, id="loaded alike"),
        pytest.param(one_side(BAR), one_side(LOWERED), evidence.VARIED_ALIKE, id="still one side"),
        pytest.param(BELLS, one_side(BELLS), evidence.VARIED_ONE_SIDE, id="one hand of two"),
        pytest.param(BAR, one_side(BAR), evidence.VARIED_ONE_SIDE, id="one side"),
        pytest.param(BAR, one_side(CABLE), evidence.VARIED_ONE_SIDE, id="one side at a cable"),
        pytest.param(BAR, BELLS, evidence.VARIED_IN_HAND, id="into the hand"),
        pytest.param(BAR, one_side(BELLS), evidence.VARIED_IN_HAND, id="into one hand"),
        pytest.param(BAR, CABLE, evidence.VARIED_OTHER, id="other equipment"),
        pytest.param(CABLE, BAR, evidence.VARIED_OTHER, id="other equipment, back"),
        pytest.param(BELLS, CABLE, evidence.VARIED_OTHER, id="from the hand to a cable"),
        pytest.param(BAR, CHINS, evidence.VARIED_OTHER, id="other kind of load"),
        pytest.param(CHINS, one_side(BAR), evidence.VARIED_OTHER, id="other kind, one side"),
    ],
)
def test_how_a_variation_is_loaded_tells_how_its_strength_differs(
    parent: Exercise, exercise: Exercise, expected: evidence.Constant
) -> None:
    assert differs(exercise, parent) == pytest.approx(expected.value)


@pytest.mark.parametrize(
    ("one", "other"),
    [(BAR, BELLS), (BAR, one_side(BELLS)), (BAR, one_side(BAR)), (BAR, one_side(CABLE))],
)
def test_what_moves_less_one_way_moves_as_much_more_the_other_way(
    one: Exercise, other: Exercise
) -> None:
    assert differs(one, other) == pytest.approx(-differs(other, one))
    assert differs(one, other) > 0.5


def test_equipment_held_in_the_hand_is_told_less_surely() -> None:
    goblet, front = brought(GOBLET, 60), brought(FRONT, 60)
    assert goblet is not None
    assert front is not None
    assert goblet.sd > front.sd


@given(st.floats(0.05, 3.0))
def test_what_the_known_lift_says_counts_as_much_as_a_choice_of_the_same_spread(
    spread: float,
) -> None:
    chosen, own = variation.first_forecast(None, log(60.0)), evidence.GUESS_SD.value
    known = engine.Known(chosen.means[0] + 1.0, spread, 0.0)
    moved = variation.first_forecast(known, log(60.0)).means[0] - chosen.means[0]
    assert moved == pytest.approx(own**2 / (own**2 + spread**2))


def test_what_was_brought_stays_as_it_was_while_the_variation_is_trained() -> None:
    days = [
        ExerciseDay(BEGAN + timedelta(days=4 * number), (LoggedSet(60.0 + number, 5, 2.0),) * 3)
        for number in range(8)
    ]
    known = brought(FRONT, 30)
    state = engine.start(FRONT, Lifter(NOVICE), known)
    for day in days:
        state = engine.update(state, day)
    assert state.known is known
