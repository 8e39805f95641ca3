"""When the structure of a lift's training should change: a set, the range, the exercise."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner import engine
from planner.coach.wording import render
from planner.engine import doubt, layoff
from planner.engine.terms import (
    Change,
    Complexity,
    Confidence,
    Equipment,
    Exercise,
    ExerciseDay,
    Experience,
    Lifter,
    LoadKind,
    LoggedSet,
    Pattern,
    Phase,
    PlannedExercise,
    PlannedSet,
    Reading,
    Suggestion,
    SuggestionKind,
    Technique,
)
from planner.engine.training import Alternative, Training

Kind = SuggestionKind
BENCH = Exercise("bench", "Bench press", pattern=Pattern.HORIZONTAL_PUSH)
LIFTER = Lifter(Experience.INTERMEDIATE, bodyweight_kg=80.0)
BEGAN = date(2025, 1, 6)
CLOSE = Alternative("close-grip", "Close-grip bench press", "the same movement, hands closer")
FLOOR = Alternative("floor-press", "Floor press", "the same movement, less range", new=False)
TRAINING = Training("Chest", 6.0, 9.0, 5, adherence=0.9, alternatives=(CLOSE, FLOOR))


def stuck(reps: int = 5, load: float = 100.0, exercise: Exercise = BENCH) -> engine.LiftContext:
    """A lifter who did 3 sets of `reps` at `load`, at the limit, for 16 sessions."""
    state = engine.start(exercise, LIFTER)
    sets = (LoggedSet(load, reps, 0.0, target_reps=reps),) * 3
    for number in range(16):
        state = engine.update(state, ExerciseDay(BEGAN + timedelta(days=4 * number), sets))
    today = BEGAN + timedelta(days=60)
    return engine.LiftContext(
        exercise, state, today, sets, today + timedelta(days=4), training=TRAINING
    )


def flat(context: engine.LiftContext, phase: Phase = Phase.PLATEAU) -> Reading:
    return replace(
        engine.read(context.state, context.today),
        phase=phase, phase_probabilities={phase: 0.85}, fatigue=0.05, levelled_off_on=BEGAN,
        gain_28d=0.001, gain_before=0.05,
    )  # fmt: skip


def advise(
    training: Training = TRAINING,
    phase: Phase = Phase.PLATEAU,
    context: engine.LiftContext | None = None,
    **changed: object,
) -> list[Suggestion]:
    context = replace(context or stuck(), training=training, **changed)
    reps = training.reps
    planned = PlannedExercise("any", (PlannedSet(reps, reps, 1.0, 100.0),) * 3)
    return engine.suggest(flat(context, phase), planned, context)


STRUCTURAL = (Kind.ADD_SET, Kind.REP_RANGE, Kind.VARIATION)


def change(
    training: Training = TRAINING, phase: Phase = Phase.PLATEAU, **changed: object
) -> Suggestion | None:
    return next((s for s in advise(training, phase, **changed) if s.kind in STRUCTURAL), None)


def test_a_plateau_with_few_sets_gets_one_more() -> None:
    made = change()
    assert made is not None
    assert (made.kind, made.change and made.change.sets) == (Kind.ADD_SET, 4)
    assert render(made.headline) == "Add a set: 4 instead of 3"
    assert "Chest: 6 hard sets a week in the last 4 weeks; 10 to 20 serve most." in render(
        made.reason
    )
    assert made.effect is not None
    assert "0.4 % more muscle" in render(made.effect)
    assert "not known" in render(made.effect)


def test_a_plateau_offers_two_or_three_ways_best_first() -> None:
    made = change()
    assert made is not None
    assert [way.kind for way in made.others] == [Kind.REP_RANGE, Kind.LEVEL_OFF]
    after = change(TRAINING._replace(tried=(Kind.ADD_SET,), changed_on=BEGAN))
    assert after is not None
    ways = [after, *after.others]
    assert [way.kind for way in ways] == [Kind.REP_RANGE, Kind.ADD_SET, Kind.LEVEL_OFF]
    assert all(way.effect is not None for way in ways)


@pytest.mark.parametrize(
    ("spoils", "why"),
    [
        ({"weekly_sets": 10.0}, "enough sets already"),
        ({"adherence": 0.7}, "sessions are missed"),
    ],
)
def test_no_set_is_added_when(spoils: dict[str, float], why: str) -> None:
    made = change(TRAINING._replace(**spoils))
    assert made is not None, why
    assert made.kind is Kind.REP_RANGE


def test_sets_that_fall_off_are_mastered_before_one_is_added() -> None:
    fell = tuple(LoggedSet(100.0, reps) for reps in (5, 4, 4))
    made = change(last_sets=fell)
    assert made is None or made.kind is not Kind.ADD_SET


def test_tiredness_adds_no_set() -> None:
    context = stuck()
    tired = replace(flat(context), fatigue=0.12)
    found = engine.suggest(tired, PlannedExercise("any", (PlannedSet(5, 5, 1.0, 100.0),)), context)
    assert [s.kind for s in found if s.kind in STRUCTURAL] == [Kind.REP_RANGE]


def test_unknown_adherence_does_not_stop_a_set() -> None:
    made = change(TRAINING._replace(adherence=None))
    assert made is not None
    assert made.kind is Kind.ADD_SET


def test_fives_become_eights_to_twelves_with_less_load() -> None:
    made = change(TRAINING._replace(weekly_sets=12.0))
    assert made is not None
    assert made.change is not None
    assert (made.change.reps_low, made.change.reps_high) == (8, 12)
    assert 75.0 <= (made.change.load_kg or 0.0) <= 85.0
    assert (made.change.load_kg or 0.0) % 2.5 == 0.0
    assert "around 5 reps for 9 weeks" in render(made.reason)


def test_tens_become_fours_to_sixes_with_a_load_under_the_cap() -> None:
    training = TRAINING._replace(weekly_sets=12.0, reps=10)
    made = change(training, context=stuck(reps=10))
    assert made is not None
    assert made.change is not None
    assert (made.change.reps_low, made.change.reps_high) == (4, 6)
    assert made.change.load_kg == 105.0


def test_the_range_stays_until_it_has_been_done_for_eight_weeks() -> None:
    assert change(TRAINING._replace(weekly_sets=12.0, range_weeks=7.9)) is None


@pytest.mark.parametrize(
    ("exercise", "reps"),
    [
        (replace(BENCH, complexity=Complexity.ISOLATION), 10),
        (replace(BENCH, complexity=Complexity.TECHNICAL), 5),
        (replace(BENCH, load_kind=LoadKind.BODYWEIGHT, equipment=Equipment.BODYWEIGHT), 10),
    ],
)
def test_some_lifts_keep_their_range(exercise: Exercise, reps: int) -> None:
    training = TRAINING._replace(weekly_sets=12.0, reps=reps, alternatives=())
    assert change(training, context=stuck(reps, exercise=exercise)) is None


def test_where_the_gym_has_no_load_between_the_range_stays() -> None:
    stack = replace(BENCH, equipment=Equipment.MACHINE, complexity=Complexity.MACHINE)
    context = stuck(10, exercise=stack)
    coarse = replace(context, inventory=replace(context.inventory, stack_step_kg=20.0))
    training = TRAINING._replace(weekly_sets=12.0, reps=10, alternatives=())
    assert change(training, context=coarse) is None


def test_a_range_does_not_change_while_the_plan_is_ahead_of_the_lifter() -> None:
    light = (LoggedSet(80.0, 5, 0.0, target_reps=5),) * 3
    assert change(TRAINING._replace(weekly_sets=12.0), last_sets=light) is None


TRIED = TRAINING._replace(
    weekly_sets=12.0, range_weeks=2.0, tried=(Kind.ADD_SET,), changed_on=BEGAN
)


def test_another_exercise_comes_after_volume_or_range_was_tried() -> None:
    assert change(TRIED._replace(tried=())) is None
    made = change(TRIED)
    assert made is not None
    assert (made.kind, made.change and made.change.exercise) == (Kind.VARIATION, "close-grip")
    assert render(made.headline) == "Swap to Close-grip bench press for 8 weeks"
    assert "since the change of 6 Jan" in render(made.reason)
    assert [way.change and way.change.exercise for way in made.others] == ["floor-press", None]
    assert made.effect is not None
    assert "8 studies with 241 young men" in render(made.effect)


def test_an_isolation_lift_with_enough_sets_goes_straight_to_another_exercise() -> None:
    curl = replace(BENCH, complexity=Complexity.ISOLATION)
    training = TRAINING._replace(weekly_sets=12.0, reps=10)
    made = change(training, context=stuck(10, exercise=curl))
    assert made is not None
    assert made.kind is Kind.VARIATION
    assert "12 hard sets a week for the muscle are enough" in render(made.reason)


def test_the_budget_of_new_exercises_leaves_only_known_ones() -> None:
    made = change(TRIED._replace(novelty_left=0))
    assert made is not None
    assert made.change is not None
    assert made.change.exercise == "floor-press"
    assert change(TRIED._replace(novelty_left=0, alternatives=(CLOSE,))) is None


def test_the_only_long_term_lift_of_a_pattern_keeps_a_day() -> None:
    assert change(TRIED._replace(stays=False)) is None
    made = change(TRIED._replace(stays=False, days_a_week=2.0))
    assert made is not None
    assert "Bench press keeps one day a week." in render(made.reason)


@pytest.mark.parametrize("days", [0, 27])
def test_four_weeks_pass_between_two_changes(days: int) -> None:
    training = TRAINING._replace(changed_on=stuck().today - timedelta(days=days))
    assert change(training) is None


def test_a_plateau_is_called_anew_eight_weeks_after_a_change() -> None:
    today = stuck().today
    assert change(TRIED._replace(changed_on=today - timedelta(days=55))) is None
    assert change(TRIED._replace(changed_on=today - timedelta(days=56))) is not None


def test_what_was_declined_is_not_asked_for_eight_weeks() -> None:
    today = stuck().today
    assert change(TRAINING._replace(declined_on=today - timedelta(days=55))) is None
    assert change(TRAINING._replace(declined_on=today - timedelta(days=56))) is not None


@pytest.mark.parametrize("phase", [Phase.RETURN, Phase.FATIGUE, Phase.UNCLEAR])
def test_nothing_changes_in_return_in_tiredness_or_in_doubt(phase: Phase) -> None:
    assert change(phase=phase) is None


def test_nothing_changes_after_time_off() -> None:
    context = stuck()
    away = replace(context, next_on=context.today + timedelta(days=20))
    assert change(context=away) is None
    back = replace(context, state=context.state._replace(rhythm=layoff.Rhythm(pause_days=20.0)))
    assert change(context=back) is None


def test_without_a_word_on_the_training_nothing_changes() -> None:
    context = stuck()
    found = engine.suggest(flat(context), None, replace(context, training=None))
    assert not [s for s in found if s.kind in STRUCTURAL]


def test_early_gains_that_ended_earn_a_set_once() -> None:
    made = change(phase=Phase.STEADY)
    assert made is not None
    assert (made.kind, made.others) == (Kind.ADD_SET, ())
    assert change(TRAINING._replace(tried=(Kind.ADD_SET,)), phase=Phase.STEADY) is None
    assert change(TRAINING._replace(weekly_sets=12.0), phase=Phase.STEADY) is None


def test_a_lift_that_never_rose_quickly_is_given_time() -> None:
    context = stuck()
    for before in (0.005, None):
        reading = replace(flat(context, Phase.STEADY), gain_before=before)
        assert not [s for s in engine.suggest(reading, None, context) if s.kind in STRUCTURAL]


def test_the_notice_of_levelling_off_offers_other_ways() -> None:
    context = stuck()
    reading = replace(
        flat(context, Phase.STEADY),
        levelled_off_on=context.today, gain_before=0.06, gain_28d=0.02, p_level=0.7,
    )  # fmt: skip
    (notice,) = [s for s in engine.suggest(reading, None, context) if s.rule == "level_off.notice"]
    assert [way.kind for way in notice.others] == [Kind.ADD_SET, Kind.REP_RANGE]
    settling = replace(context, training=TRAINING._replace(changed_on=context.today))
    (alone,) = [s for s in engine.suggest(reading, None, settling) if s.rule == notice.rule]
    assert alone.others == ()


def test_mild_pain_session_after_session_asks_for_another_exercise() -> None:
    made = change(pain=(3, 4))
    assert made is not None
    assert made.rule == "structure.variation_pain"
    assert made.confidence is Confidence.CANT_TELL
    assert "Pain up to 4 out of 10" in render(made.reason)


@pytest.mark.parametrize("pain", [(3,), (0, 3), (3, 5), (6, 6)])
def test_any_other_pain_changes_nothing(pain: tuple[int, ...]) -> None:
    assert change(pain=pain) is None


def test_unsound_movement_changes_nothing() -> None:
    assert change(technique=(Technique.BREAKDOWN, None)) is None


def test_twenty_repetitions_are_not_made_more() -> None:
    made = change(TRAINING._replace(reps=18), context=stuck(18))
    assert made is not None
    assert Kind.LEVEL_OFF not in [way.kind for way in made.others]


def doubtful(**shares: float) -> list[Suggestion]:
    context = stuck()
    probabilities = {Phase(name): share for name, share in shares.items()}
    reading = replace(
        flat(context, Phase.UNCLEAR), phase_probabilities=probabilities, levelled_off_on=None
    )
    planned = PlannedExercise("any", (PlannedSet(5, 5, 0.0, 100.0),) * 3)
    return engine.suggest(reading, planned, context)


def test_when_it_cannot_tell_it_says_so_and_what_would_settle_it() -> None:
    made = doubtful(plateau=0.45, fatigue=0.4, steady=0.15)[0]
    assert (made.rule, made.confidence) == ("hold.cant_tell", Confidence.CANT_TELL)
    assert "I can't tell yet: a plateau (4 in 10) or tiredness (4 in 10)" in render(made.reason)
    assert "check-in" in render(made.would_change)
    assert render(doubt.brief(made)) == "I can't tell yet: a plateau or tiredness."
    slow = doubtful(plateau=0.45, steady=0.4)[0]
    assert "about 8 weeks" in render(slow.would_change)


def test_which_of_two_gains_it_is_needs_no_doubt() -> None:
    assert all(made.rule != "hold.cant_tell" for made in doubtful(early=0.5, steady=0.45))


def test_doubt_on_the_phase_never_covers_pain_or_a_load_to_ease() -> None:
    context = replace(stuck(), pain=(4,))
    reading = replace(
        flat(context, Phase.UNCLEAR), phase_probabilities={Phase.PLATEAU: 0.5, Phase.STEADY: 0.4}
    )
    assert engine.suggest(reading, None, context)[0].rule == "hold.pain"
    heavy = PlannedExercise("any", (PlannedSet(5, 5, 1.0, 120.0),) * 3)
    found = engine.suggest(reading, heavy, replace(context, pain=()))
    assert found[0].rule == "hold.too_heavy"


def test_heavier_repetitions_do_not_begin_with_a_load_that_is_no_work() -> None:
    context = stuck(10)
    light = (LoggedSet(75.0, 10, 5.0),) * 3
    training = TRAINING._replace(weekly_sets=12.0, reps=10, alternatives=())
    easy = replace(context, last_sets=light, training=training)
    planned = PlannedExercise("any", (PlannedSet(10, 10, 1.0, 75.0),) * 3)
    found = engine.suggest(flat(easy), planned, easy)
    assert Kind.REP_RANGE not in {s.kind for s in found}


def test_without_a_plan_all_work_sets_of_the_last_session_count() -> None:
    context = stuck()
    ramp = (LoggedSet(90.0, 5), LoggedSet(95.0, 5), LoggedSet(100.0, 5, 0.0))
    context = replace(context, last_sets=ramp)
    found = engine.suggest(flat(context), None, context)
    (made,) = [s for s in found if s.kind is Kind.ADD_SET]
    assert render(made.headline) == "Add a set: 4 instead of 3"


def test_doubles_are_not_made_a_range() -> None:
    context = stuck()
    planned = PlannedExercise("any", (PlannedSet(2, 2, 1.0, 100.0),) * 3)
    found = engine.suggest(flat(context), planned, context)
    (made,) = [s for s in found if s.kind is Kind.ADD_SET]
    assert Kind.LEVEL_OFF not in {way.kind for way in made.others}


def slowing(rir: float, exercise: Exercise = BENCH, **changed: object) -> Suggestion:
    """The notice that early gains are slowing, for a plan that leaves so much in reserve."""
    context = stuck(exercise=exercise)
    reading = replace(
        flat(context, Phase.STEADY),
        levelled_off_on=context.today, gain_before=0.06, gain_28d=0.02, p_level=0.7, **changed,
    )  # fmt: skip
    planned = PlannedExercise("any", (PlannedSet(5, 5, rir, 95.0),) * 3)
    found = engine.suggest(reading, planned, context)
    (notice,) = [made for made in found if made.rule == "level_off.notice"]
    return notice


def test_sets_far_from_the_limit_may_end_a_repetition_closer_to_it() -> None:
    (closer,) = [way for way in slowing(2.0).others if way.rule == "structure.less_reserve"]
    assert closer.change == Change(rir=1.0)
    assert render(closer.headline) == "Leave 1 in reserve instead of 2"
    assert closer.effect is not None
    assert "strength hardly depended on it" in render(closer.effect)


@pytest.mark.parametrize(
    ("rir", "exercise", "changed"),
    [
        (1.0, BENCH, {}),
        (2.0, replace(BENCH, complexity=Complexity.TECHNICAL), {}),
        (2.0, BENCH, {"fatigue": 0.5}),
    ],
    ids=["close already", "technical", "tired"],
)
def test_nobody_goes_closer_to_the_limit_who_is_there_or_should_not(
    rir: float, exercise: Exercise, changed: dict[str, object]
) -> None:
    rules = [way.rule for way in slowing(rir, exercise, **changed).others]
    assert "structure.less_reserve" not in rules


@pytest.mark.parametrize(("weekly_sets", "offered"), [(8.0, True), (17.0, True), (19.5, False)])
def test_a_set_more_is_a_way_on_within_the_range_that_serves_most(
    weekly_sets: float, offered: bool
) -> None:
    context = replace(stuck(), training=TRAINING._replace(weekly_sets=weekly_sets))
    reading = replace(
        flat(context, Phase.STEADY),
        levelled_off_on=context.today, gain_before=0.06, gain_28d=0.02, p_level=0.7,
    )  # fmt: skip
    (notice,) = [s for s in engine.suggest(reading, None, context) if s.rule == "level_off.notice"]
    assert (Kind.ADD_SET in [way.kind for way in notice.others]) == offered


def test_who_levels_off_chooses_among_at_least_two_different_ways() -> None:
    notice = slowing(2.0)
    ways = [made.change for made in (notice, *notice.others) if made.change is not None]
    assert len(set(ways)) >= 2
