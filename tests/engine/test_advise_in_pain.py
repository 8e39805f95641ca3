"""The advice on a lift that hurts, or whose movement was not solid."""

from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest

from planner import engine
from planner.coach.wording import render
from planner.engine import session_signs, simulate
from planner.engine.sources import SOURCES
from planner.engine.terms import (
    Equipment,
    Exercise,
    LoadKind,
    LoggedSet,
    Pattern,
    Reading,
    Suggestion,
    SuggestionKind,
    Technique,
)
from tests.engine.squats_done import LIFTER, advise, case, first, plan


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


def _hurt_and_planned(ahead: int, since: int = 0, pain: int = 6) -> Suggestion:
    """Return the advice some days after a lift hurt, for a session planned `ahead` days later."""
    hurt = replace(case(), pain=(0, pain))
    today = hurt.today + timedelta(days=since)
    return first(replace(hurt, today=today, next_on=today + timedelta(days=ahead)))


def test_strong_pain_stops_a_lift_however_far_ahead_its_next_session_is() -> None:
    assert {_hurt_and_planned(ahead).rule for ahead in (4, 14, 40)} == {"hold.pain_stop"}
    assert _hurt_and_planned(7, since=13).rule == "hold.pain_stop"


def test_who_comes_back_to_a_lift_that_hurt_is_told_so_before_the_load() -> None:
    made = _hurt_and_planned(6, since=15)
    assert made.rule == "return.ramp"
    assert dict(made.numbers)["pain"] == 6
    assert render(made.reason).startswith(
        "Pain of 6 out of 10 on 27 Feb: only when that is gone; begin lightly, and stop if it "
        "comes back. "
    )
    assert "Pain" not in render(_hurt_and_planned(6, since=15, pain=4).reason)
