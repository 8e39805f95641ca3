"""The laws of advice on a few sessions, and that what breaks them is noticed."""

from __future__ import annotations

from dataclasses import replace

import advice_laws
import filled
import forbidden
import pytest
import red_flags
from accounts import ACCOUNTS
from advised import Advised, lifter, walk
from figures import Figure
from hypothesis import given, settings, strategies as st
from recounted import case

from planner.engine.terms import Change, PlannedExercise, PlannedSet, Suggestion, WayBack, phrase

SEEDS = range(6)


def met(figures: list[Figure]) -> bool:
    return all(figure.verdict in ("", "met") for figure in figures)


@pytest.fixture(scope="module")
def rising() -> Advised:
    """A session after which the load rises."""
    asked = (asked for seed in SEEDS for asked in walk(lifter(seed), seed))
    return next(each for each in asked if each.found and each.found[0].kind == "increase")


def test_every_word_on_a_lift_can_be_recounted_from_its_log() -> None:
    share, number, _ = advice_laws.recountable(SEEDS)
    assert share.value == 100.0
    assert number.value > 300


def test_a_number_that_is_not_in_the_log_is_noticed(rising: Advised) -> None:
    made, of = rising.found[0], case(rising)
    wanted = ACCOUNTS[made.rule](of, made)
    assert advice_laws.same(wanted, dict(made.numbers))
    assert not advice_laws.same(wanted, {**dict(made.numbers), "hit_p": 0.5})
    assert not advice_laws.same(wanted, {"load_kg": of.load})


def test_words_with_a_number_of_their_own_are_noticed(rising: Advised) -> None:
    made = rising.found[0]
    assert advice_laws.is_told(made)
    assert not advice_laws.is_told(replace(made, numbers=made.numbers[:-3]))


def test_red_flags_bring_no_load_though_the_same_log_would() -> None:
    flagged, well = red_flags.broken(scripts=20)
    assert flagged == 0
    assert well >= 5


@given(st.integers(0, 10**6), st.integers(0, 10**6))
@settings(max_examples=30, deadline=None)
def test_loads_never_rise_unsafely_whatever_the_lift(seed: int, circumstances: int) -> None:
    for asked in walk(lifter(seed), circumstances):
        assert list(forbidden.broken(asked)) == []
        assert list(filled.broken(asked)) == []


def test_so_many_sessions_are_looked_at_as_were_asked_for() -> None:
    (figure,) = advice_laws.forbidden(0, sessions=300)
    assert int(figure.what.split()[1]) >= 300


def test_a_load_that_must_not_be_is_noticed(rising: Advised) -> None:
    def laws(made: Suggestion, *pain: int) -> list[str]:
        context = replace(rising.context, pain=pain, technique=())
        return list(forbidden.broken(replace(rising, context=context, found=(made,))))

    made = rising.found[0]
    assert laws(made, 0, 0) == []
    assert "a rise with the gate closed" in laws(made, 0, 3)
    heavy = replace(made, change=Change(load_kg=500.0))
    assert laws(heavy, 0, 0) == ["a step above the cap"]


def test_more_than_a_step_on_the_way_back_is_noticed(rising: Advised) -> None:
    def laws(told_kg: float, most_kg: float | None) -> list[str]:
        back = WayBack(8, rising.context.today, most_kg)
        context = replace(rising.context, pain=(0,), technique=(), way_back=back)
        words = phrase("Stay at {load_kg}", load_kg=told_kg)
        made = replace(rising.found[0], headline=words, reason=phrase(""), change=None)
        return list(forbidden.broken(replace(rising, context=context, found=(made,))))

    assert laws(60.0, 66.0) == []
    assert laws(70.0, 66.0) == ["more than a step on the way back"]
    assert laws(60.0, None) == ["more than a step on the way back"]


def test_a_load_filled_in_that_must_not_be_is_noticed(rising: Advised) -> None:
    def laws(load: float, *pain: int) -> list[str]:
        context = replace(rising.context, pain=pain, technique=())
        return list(filled.broken_by([load], replace(rising, context=context)))

    assert filled.computed(rising)
    last = rising.context.last_sets[0].load_kg or 0.0
    assert laws(last + 10.0, 0, 0) == []
    assert laws(last + 10.0, 4, 0) == ["a rise filled in with the gate closed"]
    assert laws(last, 0, 4) == []
    assert laws(last - 10.0, 0, 6) == ["a load filled in after strong pain"]


def test_more_than_planned_in_pain_is_noticed(rising: Advised) -> None:
    last = rising.context.base_sets[0].load_kg
    assert last is not None
    made = replace(rising.found[0], rule="hold.pain", change=Change(load_kg=last))
    for planned_kg, laws in ((last - 5.0, ["more than planned with the gate closed"]), (last, [])):
        plan = PlannedExercise("squat", (PlannedSet(5, 5, None, planned_kg),))
        context = replace(rising.context, pain=(3,), technique=())
        asked = replace(rising, context=context, plan=plan, found=(made,))
        assert list(forbidden.broken(asked)) == laws


def test_of_a_flat_or_a_shuffled_log_little_is_said_and_seldom() -> None:
    found = {figure.what: figure for figure in advice_laws.uneventful(SEEDS)}
    by_chance = found.pop("shuffled: ends as plateau or unclear, %")
    assert met(list(found.values()))
    assert by_chance.value > 60.0
