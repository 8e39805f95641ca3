"""When nothing changes on a plateau: too soon, in tiredness, in pain, in doubt."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from planner import engine
from planner.coach.wording import render
from planner.engine import doubt, layoff
from planner.engine.terms import (
    Confidence,
    Phase,
    PlannedExercise,
    PlannedSet,
    Suggestion,
    Technique,
    WayBack,
)
from tests.engine.stuck_lift import STRUCTURAL, TRAINING, TRIED, Kind, change, flat, stuck


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


@pytest.mark.parametrize("phase", [Phase.PLATEAU, Phase.STEADY])
def test_on_the_way_back_from_strong_pain_nothing_asks_for_more(phase: Phase) -> None:
    context = stuck()
    hurt = WayBack(8, context.today - timedelta(days=9), 110.0)
    assert change(TRAINING, phase) is not None
    assert change(TRAINING, phase, pain=(8, 0, 0), way_back=hurt) is None


def test_nor_is_a_range_to_work_in_offered_until_the_load_that_hurt_is_done_again() -> None:
    context = stuck()
    reading = replace(
        flat(context, Phase.STEADY),
        levelled_off_on=context.today, gain_before=0.06, gain_28d=0.02, p_level=0.7,
    )  # fmt: skip
    hurt = WayBack(8, context.today - timedelta(days=9), 110.0)
    back = replace(context, pain=(8, 0, 0), way_back=hurt)
    rules = {made.rule for made in engine.suggest(reading, None, back)}
    assert not {rule for rule in rules if rule.startswith(("level_off", "structure"))}


def test_doubt_on_the_phase_never_covers_pain_or_a_load_to_ease() -> None:
    context = replace(stuck(), pain=(4,))
    reading = replace(
        flat(context, Phase.UNCLEAR), phase_probabilities={Phase.PLATEAU: 0.5, Phase.STEADY: 0.4}
    )
    assert engine.suggest(reading, None, context)[0].rule == "hold.pain"
    heavy = PlannedExercise("any", (PlannedSet(5, 5, 1.0, 120.0),) * 3)
    found = engine.suggest(reading, heavy, replace(context, pain=()))
    assert found[0].rule == "hold.too_heavy"
