"""What the engine suggests, and why."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest

from planner import engine
from planner.coach.wording import render
from planner.engine import layoff, session_signs, simulate
from planner.engine.sources import SOURCES
from planner.engine.terms import (
    Complexity,
    Confidence,
    Equipment,
    Exercise,
    ExerciseDay,
    Experience,
    Inventory,
    Lifter,
    LoadKind,
    LoggedSet,
    Measure,
    Pattern,
    PlannedExercise,
    PlannedSet,
    Reading,
    SetKind,
    Suggestion,
    SuggestionKind,
    Technique,
)

SQUAT = Exercise("squat", pattern=Pattern.SQUAT)
BENCH = Exercise("bench", pattern=Pattern.HORIZONTAL_PUSH)
BEGAN = date(2025, 1, 6)
LIFTER = Lifter(Experience.INTERMEDIATE, bodyweight_kg=80.0)


def case(
    load: float = 100.0,
    reps: int = 5,
    rir: float | None = 3.0,
    sessions: int = 14,
    exercise: Exercise = SQUAT,
    lifter: Lifter = LIFTER,
) -> engine.LiftContext:
    """A lifter who did 3 sets of `reps` at `load` in every session, every fourth day."""
    state = engine.start(exercise, lifter)
    sets = (LoggedSet(load, reps, rir, target_reps=5),) * 3
    for number in range(sessions):
        state = engine.update(state, ExerciseDay(BEGAN + timedelta(days=4 * number), sets))
    today = BEGAN + timedelta(days=4 * sessions - 4)
    return engine.LiftContext(exercise, state, today, sets, next_on=today + timedelta(days=4))


def plan(load: float | None = 100.0, low: int = 5, high: int = 5, rir: float = 1.0):
    return PlannedExercise("any", (PlannedSet(low, high, rir, load),) * 3)


def advise(context: engine.LiftContext, planned: PlannedExercise | None = None) -> list[Suggestion]:
    return engine.suggest(engine.read(context.state, context.today), planned, context)


def first(context: engine.LiftContext, planned: PlannedExercise | None = None) -> Suggestion:
    return advise(context, planned or plan())[0]


def test_a_target_met_with_reps_to_spare_earns_the_smallest_step() -> None:
    made = first(case())
    assert made.kind is SuggestionKind.INCREASE
    assert made.rule == "increase.smallest_step"
    assert made.change is not None
    assert made.change.load_kg == 102.5
    assert dict(made.numbers)["hit_p"] >= 0.8


def test_the_reason_reads_like_a_coach() -> None:
    made = first(case())
    assert render(made.headline) == "Go up to 102.5 kg"
    assert render(made.reason).startswith("All sets met the target at 100 kg. At 102.5 kg I expect")


def test_without_a_plan_the_last_session_is_the_target() -> None:
    made = advise(case(rir=4.0))[0]
    assert made.kind is SuggestionKind.INCREASE
    assert dict(made.numbers)["load_kg"] == 100.0


def test_no_reserve_left_means_stay() -> None:
    made = first(case(rir=0.0))
    assert made.kind is SuggestionKind.HOLD
    assert made.change is None or (made.change.load_kg or 0.0) <= 100.0


def test_a_load_that_could_not_be_lifted_once_is_no_step_up() -> None:
    context = case(reps=1)
    failed = (*context.last_sets, LoggedSet(102.5, 0))
    made = advise(replace(context, last_sets=failed))[0]
    assert made.kind is SuggestionKind.HOLD
    assert made.change is None or (made.change.load_kg or 0.0) <= 100.0


def test_a_likely_miss_at_the_next_step_means_not_yet() -> None:
    made = first(case(rir=1.0), plan(rir=1.5))
    assert made.rule == "hold.not_yet"


def test_two_sessions_are_too_little_to_go_by() -> None:
    made = first(case(sessions=2))
    assert made.rule == "hold.unsure"
    assert made.confidence is Confidence.CANT_TELL
    assert render(made.would_change) == "One or two more sessions."


def test_far_from_the_loads_that_are_known_one_or_two_sessions_more_settle_nothing() -> None:
    made = first(case(sessions=14), plan(load=40.0))
    assert made.rule == "hold.unsure"
    assert "reserve logged" in render(made.would_change)


def test_a_plan_out_of_reach_is_eased_to_what_strength_allows() -> None:
    made = first(case(rir=0.0), plan(load=112.5))
    assert made.rule == "hold.too_heavy"
    assert made.change is not None
    assert 100.0 <= (made.change.load_kg or 0.0) < 112.5


def test_a_load_that_stays_far_too_heavy_is_not_called_right() -> None:
    made = first(case(load=20.0, reps=3, rir=0.0), plan(load=20.0))
    assert "right at this weight" not in render(made.reason)
    assert "I see a" in render(made.reason)


def test_an_empty_bar_that_is_too_heavy_stays_an_empty_bar() -> None:
    made = first(case(load=20.0, reps=3, rir=0.0), plan(load=20.0))
    assert made.rule == "hold.target_not_met"


@pytest.mark.parametrize("pain", [3, 4])
def test_pain_of_three_or_more_blocks_a_rise(pain: int) -> None:
    made = first(replace(case(), pain=(0, pain)))
    assert made.rule == "hold.pain"
    assert made.change is None


@pytest.mark.parametrize("pain", [5, 7, 10])
def test_strong_pain_stops_a_lift_in_the_same_words_as_on_the_day(pain: int) -> None:
    made = first(replace(case(), pain=(0, pain)))
    assert (made.rule, made.change) == ("hold.pain_stop", None)
    assert made.reason == session_signs.pain_words([LoggedSet(100.0, 5, pain=pain)])
    assert engine.suggest_week([[first(case())], [made]])[0] is made


@pytest.mark.parametrize(
    ("pain", "words"),
    [((3,), "3 out of 10 in the last session:"), ((0, 3), "3 out of 10 in the last session:"),
     ((3, 3), "in the last two sessions:"), ((6, 0), "in the session before the last:")],
)  # fmt: skip
def test_pain_is_told_of_the_sessions_that_it_was_in(pain: tuple[int, ...], words: str) -> None:
    assert words in render(first(replace(case(), pain=pain)).reason)


@pytest.mark.parametrize(
    ("looks", "words"),
    [((Technique.SOUND, Technique.MINOR), "not solid in the last session."),
     ((None, Technique.MINOR), "not solid in the last session."),
     ((Technique.MINOR, None), "not solid in the session before the last."),
     ((Technique.MINOR, Technique.MINOR), "not solid in the last two sessions.")],
)  # fmt: skip
def test_technique_is_told_of_the_sessions_that_it_was_in(
    looks: tuple[Technique | None, ...], words: str
) -> None:
    assert words in render(first(replace(case(), technique=looks)).reason)


def test_strong_pain_twice_sends_to_a_professional_and_advises_nothing_else() -> None:
    (made,) = advise(replace(case(), pain=(5, 6)), plan())
    assert made.rule == "hold.refer"
    assert made.change is None
    assert made.others == ()
    assert "doctor" in made.reason.template


@pytest.mark.parametrize("look", [Technique.MINOR, Technique.BREAKDOWN])
def test_movement_that_was_not_solid_blocks_a_rise(look: Technique) -> None:
    assert first(replace(case(), technique=(look, None))).rule == "hold.technique"
    assert first(replace(case(), technique=(look, None, Technique.SOUND))).kind is (
        SuggestionKind.INCREASE
    )


def test_a_planned_rise_is_taken_back_while_it_hurts() -> None:
    made = first(replace(case(), pain=(4,)), plan(load=105.0))
    assert made.change is not None
    assert made.change.load_kg == 100.0


def test_a_plan_with_less_help_is_taken_back_while_it_hurts() -> None:
    chin = Exercise("chin", load_kind=LoadKind.ASSISTED, equipment=Equipment.MACHINE)
    context = replace(case(load=20.0, exercise=chin), pain=(4,))
    made, kept = first(context, plan(load=10.0)), first(context, plan(load=20.0))
    assert made.change is not None
    assert made.change.load_kg == 20.0
    assert kept.change is None
    assert first(replace(context, last_sets=()), plan(load=10.0)).change is None


def test_the_numbers_of_a_reason_can_be_looked_up() -> None:
    made = first(case())
    assert made.headline.value("new_kg") == 102.5
    with pytest.raises(KeyError):
        made.headline.value("nothing")


def test_a_novices_new_barbell_lift_gets_clean_repetitions_first() -> None:
    novice = replace(LIFTER, experience=Experience.NOVICE)
    assert first(case(sessions=5, lifter=novice)).rule == "hold.new_lift"
    assert first(case(sessions=5)).kind is SuggestionKind.INCREASE


def test_a_technical_lift_is_practised_by_everyone() -> None:
    snatch = Exercise("snatch", complexity=Complexity.TECHNICAL, pattern=Pattern.OLYMPIC)
    assert first(case(sessions=5, exercise=snatch)).rule == "hold.new_lift"


def test_a_dumbbell_step_over_five_percent_asks_for_repetitions_first() -> None:
    curl = Exercise("curl", equipment=Equipment.DUMBBELL, complexity=Complexity.ISOLATION)
    made = first(case(load=12.0, exercise=curl), plan(12.0))
    assert made.rule == "hold.step_too_big"
    assert made.change is not None
    assert (made.change.load_kg, made.change.reps_low, made.change.reps_high) == (None, 5, 7)


def test_the_range_of_repetitions_opens_only_when_its_top_is_reached() -> None:
    curl = Exercise("curl", equipment=Equipment.DUMBBELL, complexity=Complexity.ISOLATION)
    made = first(case(load=12.0, exercise=curl), plan(12.0, 5, 8))
    assert made.rule == "hold.step_too_big"
    assert made.change is None


def test_the_heaviest_load_of_the_gym_is_said_to_be_so() -> None:
    context = case()
    poor = replace(context, inventory=replace(context.inventory, plates_kg=((20.0, 2),)))
    assert first(poor).rule == "hold.heaviest"


def test_lower_body_may_rise_by_more_than_upper_body() -> None:
    light = {"load": 40.0, "rir": 5.0}
    assert first(case(**light, exercise=SQUAT), plan(40.0)).kind is SuggestionKind.INCREASE
    assert first(case(**light, exercise=BENCH), plan(40.0)).rule == "hold.step_too_big"


def test_less_help_is_a_rise_for_assisted_lifts() -> None:
    chin = Exercise("chin", load_kind=LoadKind.ASSISTED, equipment=Equipment.MACHINE,
                    pattern=Pattern.VERTICAL_PULL)  # fmt: skip
    context = case(load=20.0, rir=4.0, exercise=chin)
    gym = replace(context.inventory, stack_step_kg=2.5)
    made = first(replace(context, inventory=gym), plan(20.0))
    assert made.kind is SuggestionKind.INCREASE
    assert made.change is not None
    assert made.change.load_kg == 17.5


def test_a_bodyweight_lift_rises_by_a_repetition() -> None:
    push_up = Exercise("push-up", load_kind=LoadKind.BODYWEIGHT, bodyweight_share=0.65,
                       equipment=Equipment.BODYWEIGHT)  # fmt: skip
    made = first(case(load=0.0, rir=4.0, exercise=push_up), plan(None))
    assert made.rule == "increase.reps"
    assert made.change is not None
    assert (made.change.load_kg, made.change.reps_low) == (None, 6)
    stay = first(case(load=0.0, rir=1.0, exercise=push_up), plan(None))
    assert stay.rule == "hold.reps_not_yet"
    assert render(stay.reason).startswith("Every set reached 5. I see a chance")
    assert "for 6" in render(stay.reason)


def test_a_bodyweight_lift_out_of_reach_is_not_given_a_load() -> None:
    push_up = Exercise("push-up", load_kind=LoadKind.BODYWEIGHT, bodyweight_share=0.65,
                       equipment=Equipment.BODYWEIGHT)  # fmt: skip
    made = first(case(load=0.0, reps=8, rir=0.0, exercise=push_up), plan(None, 20, 20))
    assert made.rule == "hold.target_not_met"
    assert made.change is None


def test_after_three_weeks_off_the_first_session_is_lighter_and_shorter() -> None:
    context = case()
    made = first(replace(context, next_on=context.today + timedelta(days=21)))
    assert made.kind is SuggestionKind.RETURN_RAMP
    assert made.change is not None
    assert (made.change.load_kg or 0.0) <= 95.0
    assert (made.change.sets, made.change.rir) == (2, 3.0)


def test_eight_weeks_off_halve_the_sets() -> None:
    context = case()
    made = first(replace(context, next_on=context.today + timedelta(days=60)))
    assert made.change is not None
    assert made.change.sets == 1
    assert dict(made.numbers)["back_by_on"] is not None


def test_help_cannot_carry_more_than_the_body() -> None:
    chin = Exercise("chin", load_kind=LoadKind.ASSISTED, equipment=Equipment.MACHINE)
    context = case(load=78.0, exercise=chin)
    made = first(replace(context, next_on=context.today + timedelta(days=30)), plan(78.0))
    assert made.change is not None
    assert made.change.load_kg == 78.0


def test_a_bare_body_is_not_called_a_load_of_zero() -> None:
    dip = Exercise("dip", load_kind=LoadKind.ADDED, bodyweight_share=0.95,
                   equipment=Equipment.BODYWEIGHT)  # fmt: skip
    context = case(load=0.0, reps=4, rir=0.0, exercise=dip)
    assert render(first(context, plan(0.0)).headline) == "Stay as you are"
    later = replace(context, next_on=context.today + timedelta(days=30))
    assert render(first(later, plan(0.0)).headline) == "Welcome back: 2 × 1"


def test_a_pause_of_the_exercise_alone_needs_no_ramp() -> None:
    context = case()
    later = replace(context, next_on=context.today + timedelta(days=30), muscle_gap_days=3)
    assert first(later).kind is not SuggestionKind.RETURN_RAMP


def test_a_ramp_starts_from_what_was_done_not_from_a_heavier_plan() -> None:
    context = case()
    made = first(replace(context, next_on=context.today + timedelta(days=21)), plan(load=130.0))
    assert made.change is not None
    assert (made.change.load_kg or 0.0) <= 95.0


def test_a_welcome_back_is_never_heavier_than_the_last_time() -> None:
    context = case(load=13.6, reps=12, rir=None)
    made = advise(replace(context, next_on=context.today + timedelta(days=600)))[0]
    assert made.change is not None
    assert (made.change.load_kg or 0.0) <= 13.6


def test_where_loads_are_coarse_a_welcome_back_keeps_the_load() -> None:
    stack = Exercise("pallof-press", equipment=Equipment.CABLE, pattern=Pattern.ISOLATION)
    context = case(load=10.0, reps=12, rir=5.0, exercise=stack)
    away = replace(context, next_on=context.today + timedelta(days=15),
                   inventory=Inventory(stack_step_kg=5.0))  # fmt: skip
    made = first(away, plan(10.0, low=8, high=12, rir=2.0))
    assert made.kind is SuggestionKind.RETURN_RAMP
    assert made.change is not None
    assert made.change.load_kg == 10.0


def test_a_welcome_back_has_the_usual_repetitions_not_those_of_the_heaviest_single() -> None:
    context = case(load=60.0, reps=10)
    pyramid = (LoggedSet(60.0, 10), LoggedSet(60.0, 10), LoggedSet(62.5, 8), LoggedSet(65.0, 1))
    away = replace(context, last_sets=pyramid, next_on=context.today + timedelta(days=30))
    made = advise(away)[0]
    assert dict(made.numbers)["reps"] == 9
    assert dict(made.numbers)["sets"] == 2


def test_after_months_what_was_lost_is_a_guess_and_said_so() -> None:
    context = case()
    made = first(replace(context, next_on=context.today + timedelta(days=600)))
    numbers = dict(made.numbers)
    assert made.confidence is Confidence.CANT_TELL
    assert numbers["loss_low_pct"] == 0.0
    assert numbers["loss_high_pct"] > 20.0
    assert "20 months" in render(made.reason)


def test_while_coming_back_steps_are_small() -> None:
    context = case(load=40.0, rir=5.0)
    state = context.state._replace(rhythm=layoff.Rhythm(pause_days=30.0))
    assert first(replace(context, state=state), plan(40.0)).rule == "hold.step_too_big"


def test_levelling_off_is_told_with_the_gains_before_and_now() -> None:
    context = case(rir=1.0)
    reading = replace(
        engine.read(context.state, context.today),
        levelled_off_on=context.today, gain_before=0.06, gain_28d=0.02, p_level=0.7,
    )  # fmt: skip
    made = engine.suggest(reading, plan(), context)[0]
    assert made.kind is SuggestionKind.LEVEL_OFF
    assert "6 %" in render(made.reason)
    assert made.change is not None
    assert (made.change.reps_low, made.change.reps_high) == (5, 9)
    old = replace(reading, levelled_off_on=context.today - timedelta(days=40))
    assert engine.suggest(old, plan(), context)[0].kind is not SuggestionKind.LEVEL_OFF
    flat = replace(reading, gain_before=0.02)
    assert engine.suggest(flat, plan(), context)[0].kind is not SuggestionKind.LEVEL_OFF


def test_who_misses_reps_is_told_to_stay_before_anything_is_said_of_levelling_off() -> None:
    context = case(rir=1.0)
    short = (*context.last_sets[:2], replace(context.last_sets[2], reps=4, rir=0.0))
    context = replace(context, last_sets=short)
    reading = replace(
        engine.read(context.state, context.today),
        levelled_off_on=context.today, gain_before=0.06, gain_28d=0.02, p_level=0.7,
    )  # fmt: skip
    rules = [made.rule for made in engine.suggest(reading, plan(), context)]
    assert rules.index("hold.target_not_met") < rules.index("level_off.notice")


def test_levelling_off_is_no_news_while_it_hurts_or_looks_shaky() -> None:
    context = case(rir=1.0)
    reading = replace(
        engine.read(context.state, context.today),
        levelled_off_on=context.today, gain_before=0.06, gain_28d=0.02, p_level=0.7,
    )  # fmt: skip
    hurt, shaky = replace(context, pain=(0, 4)), replace(context, technique=(Technique.MINOR,))
    assert engine.suggest(reading, plan(), hurt)[0].rule == "hold.pain"
    assert engine.suggest(reading, plan(), shaky)[0].rule == "hold.technique"


def test_in_a_deload_week_nothing_is_advised() -> None:
    assert advise(replace(case(), deload=True), plan()) == []


def test_nothing_is_advised_without_a_history_or_a_load_to_judge() -> None:
    fresh = engine.LiftContext(SQUAT, engine.start(SQUAT, LIFTER), BEGAN)
    assert advise(fresh, plan()) == []
    plank = Exercise("plank", load_kind=LoadKind.NONE, measure=Measure.SECONDS)
    held = replace(fresh, exercise=plank, state=engine.start(plank, LIFTER))
    assert advise(held, plan()) == []
    assert advise(case(), PlannedExercise("any", (PlannedSet(5, 5, load_kg=0.0),))) == []
    warm_up = LoggedSet(40.0, 5, kind=SetKind.WARMUP)
    assert advise(replace(case(), last_sets=(warm_up,))) == []
    assert advise(replace(case(), last_sets=(warm_up,)), plan(None)) == []


def test_a_plan_that_asks_more_than_was_done_is_not_raised_further() -> None:
    made = first(replace(case(), last_sets=()), plan(load=100.0))
    assert made.kind is SuggestionKind.HOLD


def test_the_week_shows_the_best_suggestion_of_each_lift_most_useful_first() -> None:
    hold, rise = advise(case(rir=0.0), plan()), advise(case(exercise=BENCH), plan())
    context = case()
    ramp = advise(replace(context, next_on=context.today + timedelta(days=30)), plan())
    week = engine.suggest_week([hold, [], rise, ramp])
    assert [made.kind for made in week] == [
        SuggestionKind.RETURN_RAMP, SuggestionKind.INCREASE, SuggestionKind.HOLD,
    ]  # fmt: skip


def _judge(made: Suggestion, context: engine.LiftContext, load: float, cap: float) -> None:
    """Check one suggestion against what must never happen."""
    for words in (made.headline, made.reason, made.would_change):
        assert render(words)
    assert made.rule
    assert all(source in SOURCES for source in made.sources)
    wanted = made.change.load_kg if made.change else None
    if wanted is None:
        return
    built_up = made.rule == "increase.big_step"
    assert wanted <= load * (1 + (0.25 if built_up else cap)) + 1e-6
    unsafe = max([p or 0 for p in context.pain]) >= 3 or Technique.BREAKDOWN in context.technique
    assert not unsafe or wanted <= load + 1e-6


@pytest.mark.parametrize("pattern", [Pattern.SQUAT, Pattern.VERTICAL_PUSH])
def test_loads_never_rise_in_pain_unsound_or_beyond_the_cap(pattern: Pattern) -> None:
    rng, exercise = Random(3), Exercise("any", pattern=pattern)
    cap = 0.10 if pattern is Pattern.SQUAT else 0.05
    for seed in range(8):
        made = simulate.simulate(seed, exercise=exercise, lifter=LIFTER, weeks=26)
        state = engine.start(exercise, LIFTER)
        for day, after in zip(made.days, made.days[1:], strict=False):
            state = engine.update(state, day)
            load = max(s.load_kg or 0.0 for s in day.sets)
            context = engine.LiftContext(
                exercise, state, day.on, day.sets, next_on=after.on,
                pain=(rng.choice((None, 0, 2, 4)), rng.choice((None, 0, 6))),
                technique=tuple(rng.choices((None, *Technique), k=2)),
            )  # fmt: skip
            planned = plan(rng.choice((None, load)), 5, rng.choice((5, 8)), 1.0)
            reading: Reading = engine.read(state, day.on)
            for suggestion in engine.suggest(reading, planned, context):
                _judge(suggestion, context, load, cap)


def test_without_a_plan_the_best_of_rising_sets_is_not_asked_of_all() -> None:
    context = case(load=55.0, reps=10, rir=None)
    rising = (LoggedSet(55.0, 10), LoggedSet(55.0, 14), LoggedSet(55.0, 12))
    made = advise(replace(context, last_sets=rising))[0]
    assert dict(made.numbers).get("load_kg", 55.0) == 55.0
    assert dict(made.numbers).get("reps", 10) == 10
    assert made.rule != "hold.too_heavy"


def test_a_lift_left_out_for_months_begins_again_though_its_muscles_were_trained() -> None:
    context = case()
    later = replace(context, next_on=context.today + timedelta(days=150), muscle_gap_days=4)
    made = advise(later)[0]
    assert made.rule == "return.lift"
    assert render(made.headline).startswith("Begin this lift again: ")
    assert "You last did this 21 weeks ago, with 100 kg; its muscles were trained" in render(
        made.reason
    )
    assert made.change is not None
    assert made.change.sets == 3
    assert (made.change.load_kg or 0.0) <= 95.0


def test_a_rest_of_the_muscles_within_a_longer_break_of_the_lift_is_told_as_such() -> None:
    context = case()
    later = replace(context, next_on=context.today + timedelta(days=60), muscle_gap_days=30)
    made = advise(later)[0]
    assert made.rule == "return.ramp"
    assert "and its muscles rested for" in render(made.reason)
    nearly = replace(later, muscle_gap_days=56)
    assert render(advise(nearly)[0].reason).startswith("56 days without training these muscles")


def test_without_a_plan_sets_that_fell_off_earn_no_load() -> None:
    context = case(load=80.0, reps=6, rir=None)
    fell = (LoggedSet(80.0, 6), LoggedSet(80.0, 5), LoggedSet(80.0, 3))
    made = advise(replace(context, last_sets=fell))[0]
    assert made.kind is SuggestionKind.HOLD
    assert dict(made.numbers)["reps"] == 6
