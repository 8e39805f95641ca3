"""The verdict of the day: push, hold, ease or rest, with at most three reasons."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, strategies as st

from planner.coach.wording import render
from planner.engine import evidence, recovery_local
from planner.engine.recovery_verdict import Facts, PlannedMuscle, verdict
from planner.engine.terms import CheckIn, DayVerdict, Gauge, Phrase, phrase

FED = (phrase("Sleep."), phrase("Motivation."), phrase("Effort."), phrase("Run."))
FRESH = (PlannedMuscle("Chest", 4.0, 0.96), PlannedMuscle("Triceps", 2.0, 0.93))

said = st.lists(st.builds(phrase, st.sampled_from(("A.", "B.", "C."))), max_size=4).map(tuple)
levels = st.none() | st.floats(0.0, 1.0)
facts = st.builds(
    Facts,
    central=st.builds(Gauge, levels),
    tiring=st.just(FED),
    muscles=st.lists(
        st.builds(PlannedMuscle, st.sampled_from(("Chest", "Quads")), st.floats(1.0, 9.0),
                  st.floats(0.0, 1.0)), max_size=3,
    ).map(tuple),
    rest=said, ease=said, hold=said, planned=st.none() | st.booleans(),
    light_week=st.booleans(), answered=st.booleans(), trend=st.none() | st.just(phrase("Gains.")),
)  # fmt: skip

READY, PUSH = evidence.READY.value, evidence.CENTRAL_PUSH.value
fresh = st.builds(
    Facts,
    central=st.builds(Gauge, st.none() | st.floats(PUSH, 1.0)),
    tiring=st.just(FED),
    muscles=st.lists(
        st.builds(PlannedMuscle, st.sampled_from(("Chest", "Quads")), st.floats(1.0, 9.0),
                  st.floats(READY, 1.0)), min_size=1, max_size=3,
    ).map(tuple),
    planned=st.sampled_from((None, True)), answered=st.just(True),
    trend=st.none() | st.just(phrase("Gains.")),
) | st.just(Facts(Gauge(None), FED, FRESH, trend=phrase("Gains.")))  # fmt: skip
tired = st.builds(PlannedMuscle, st.just("Back"), st.floats(1.0, 9.0),
                  st.floats(0.0, READY, exclude_max=True))  # fmt: skip
worn = st.builds(Gauge, st.floats(0.0, PUSH, exclude_max=True))
AGAINST = (
    worn.map(lambda made: {"central": made}),
    tired.map(lambda made: {"muscles": (*FRESH, made)}),
    *(st.just({each: (phrase("A."),)}) for each in ("rest", "ease", "hold")),
    *map(st.just, ({"muscles": ()}, {"planned": False}, {"light_week": True},
                   {"answered": False, "trend": None})),
)  # fmt: skip


def rested(level: float | None) -> Gauge:
    return Gauge(level)


def words(made: tuple[DayVerdict, tuple[Phrase, ...]]) -> tuple[str, list[str]]:
    return str(made[0]), [render(each) for each in made[1]]


GOOD = Facts(rested(0.95), FED, FRESH, planned=True, answered=True)


@given(made=facts)
def test_the_same_facts_give_the_same_verdict_with_one_to_three_reasons(made: Facts) -> None:
    first, reasons = verdict(made)
    assert verdict(replace(made)) == (first, reasons)
    assert 1 <= len(reasons) <= 3


@given(made=fresh)
def test_more_is_asked_when_all_is_fresh_and_something_speaks_for_it(made: Facts) -> None:
    assert verdict(made)[0] is DayVerdict.PUSH


@pytest.mark.parametrize("wrong", AGAINST)
@given(made=fresh, data=st.data())
def test_more_is_asked_only_when_the_planned_muscles_and_the_lifter_are_fresh(
    made: Facts, data: st.DataObject, wrong: st.SearchStrategy[dict[str, Any]]
) -> None:
    assert verdict(replace(made, **data.draw(wrong)))[0] is not DayVerdict.PUSH


@given(made=facts, level=st.floats(0.0, 1.0))
def test_less_rest_never_asks_for_more(made: Facts, level: float) -> None:
    order = list(DayVerdict)
    less = verdict(replace(made, central=rested(level / 2)))[0]
    more = verdict(replace(made, central=rested(level)))[0]
    assert order.index(less) >= order.index(more)


@given(made=facts)
def test_advice_to_rest_is_rest_and_a_lighter_week_or_a_return_is_no_more_than_ease(
    made: Facts,
) -> None:
    found = verdict(made)[0]
    if made.rest:
        assert found is DayVerdict.REST
    elif made.ease:
        assert found in (DayVerdict.REST, DayVerdict.EASE)


def test_all_fresh_and_a_good_check_in_or_a_gain_push() -> None:
    assert words(verdict(GOOD)) == (
        "push",
        ["What is planned is recovered.",
         "The answers of today are as good as usual."],
    )  # fmt: skip
    gains = replace(GOOD, answered=False, trend=phrase("Squat gains."))
    assert words(verdict(gains))[1][-1] == "Squat gains."


def test_without_anything_that_speaks_for_more_the_day_is_held_as_planned() -> None:
    as_planned = "Nothing asks for more or less than planned."
    assert words(verdict(replace(GOOD, answered=False))) == ("hold", [as_planned])
    assert words(verdict(replace(GOOD, muscles=()))) == ("hold", [as_planned])
    as_usual = "Nothing asks for more or less than usual."
    assert words(verdict(replace(GOOD, muscles=(), planned=None))) == ("hold", [as_usual])
    assert words(verdict(replace(GOOD, planned=False))) == ("hold", ["Nothing is planned today."])
    light = words(verdict(replace(GOOD, light_week=True)))
    assert light == ("hold", ["A lighter week is planned: that is enough."])


def test_the_reasons_to_hold_ease_or_rest_are_what_weighs_most() -> None:
    half = replace(GOOD, muscles=(*FRESH, PlannedMuscle("Quads", 4.0, 0.8)))
    assert words(verdict(half)) == ("hold", ["Quads: about 80 % recovered."])
    spent = replace(
        GOOD, muscles=(PlannedMuscle("Quads", 8.0, 0.4), PlannedMuscle("Core", 1.0, 0.9))
    )
    assert words(verdict(spent)) == ("ease", ["Quads: about 40 % recovered."])
    assert words(verdict(replace(GOOD, central=rested(0.6)))) == (
        "ease", ["Sleep.", "Motivation.", "Effort."],
    )  # fmt: skip
    assert words(verdict(replace(GOOD, central=rested(0.4), rest=(phrase("Sore."),)))) == (
        "rest", ["Sore.", "Sleep.", "Motivation."],
    )  # fmt: skip


def test_a_sign_that_two_rules_find_is_one_reason() -> None:
    tired = phrase("Tired (energy {energy} of 5).", energy=1)
    feeds = (phrase("Energy {energy} of 5.", energy=1), phrase("Sleep."))
    made = verdict(replace(GOOD, rest=(tired,), tiring=feeds, central=rested(0.2)))
    assert words(made) == ("rest", ["Tired (energy 1 of 5).", "Sleep."])


def test_very_sore_places_are_named_among_the_first_reasons() -> None:
    made = CheckIn(date(2026, 11, 5), sore_areas=(("knees", 5), ("calves_left", 4), ("abs", 3)))
    sore = recovery_local.sore_places(made)
    resting = Facts(rested(0.6), FED, rest=(phrase("Energy 1 of 5."),), sore=sore)
    assert words(verdict(resting)) == (
        "rest",
        ["Energy 1 of 5.", "Sore: knees, left calves; 5 of 5.", "Sleep."],
    )
    assert recovery_local.sore_places(None) == ()
    assert verdict(Facts(rested(1.0), (), FRESH, answered=True, sore=sore)) == ("hold", sore)
