"""What is told of the quick gains of a new movement, before they bend."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from string import Formatter

import pytest

from planner import engine
from planner.coach.wording import render
from planner.engine import evidence, expecting, simulate
from planner.engine.expecting import Gaining
from planner.engine.phase import Gain
from planner.engine.simulate import WORLDS
from planner.engine.sources import SOURCES
from planner.engine.terms import (
    Confidence,
    Exercise,
    ExerciseDay,
    Experience,
    Lifter,
    LoggedSet,
    Pattern,
    Phase,
    SuggestionKind,
)

BEGAN = date(2026, 1, 5)
SQUAT = Exercise("back-squat", "Back squat", pattern=Pattern.SQUAT)
NOVICE = Lifter(Experience.NOVICE, bodyweight_kg=75.0)


def trained(
    loads: Sequence[float], every: int = 3, lifter: Lifter = NOVICE
) -> list[engine.LiftState]:
    """Return the states after sessions of 3 × 8 with two in reserve, `every` so many days."""
    state, found = engine.start(SQUAT, lifter), []
    for place, load in enumerate(loads):
        done = (LoggedSet(load, 8, rir=2.0),) * 3
        state = engine.update(state, ExerciseDay(BEGAN + timedelta(days=every * place), done))
        found.append(state)
    return found


def rising(sessions: int) -> list[float]:
    return [40.0 + 1.25 * place for place in range(sessions)]


def lift(
    slug: str, began: int = 0, on: int = 12, mean: float = 0.08, early: float = 0.9
) -> Gaining:
    """Return a lift that gained since a day, counted from the first Monday."""
    days = [BEGAN + timedelta(days=number) for number in (began, on)]
    name = slug.replace("-", " ").capitalize()
    return Gaining(slug, name, days[0], days[1], Gain(mean, 0.03), early)


def test_a_new_lift_that_rises_is_told_in_its_second_week() -> None:
    found = expecting.first_gaining(trained(rising(12)))
    assert found is not None
    assert timedelta(days=7) <= found.on - found.began_on <= timedelta(days=14)
    assert 0.03 < found.gain.mean < 0.25


def test_the_card_tells_own_gains_the_usual_course_and_that_nothing_is_to_be_done() -> None:
    made = expecting.expectation([lift("back-squat")])
    assert (made.kind, made.exercise, made.change) == (SuggestionKind.EXPECT, "", None)
    said = render(made.reason)
    assert said.startswith("Up so far: Back squat about 8 % in 12 days (3 % to 14 %). In a new")
    assert "bends 3 to 8 weeks after the start, later for barbell and technical lifts" in said
    assert "two weeks" not in said
    assert "Nothing to do now" in said
    assert made.effect is not None
    assert set(made.sources) <= SOURCES.keys()


def test_every_number_of_the_card_can_be_looked_up() -> None:
    lifts = [lift("back-squat"), lift("row"), lift("curl"), lift("press", mean=0.12)]
    made = expecting.expectation(lifts)
    numbers = dict(made.numbers)
    assert numbers["back-squat_up_pct"] == numbers["row_up_pct"] == 8
    assert (numbers["back-squat_up_low_pct"], numbers["back-squat_up_high_pct"]) == (3, 14)
    assert (numbers["others"], numbers["others_least_pct"], numbers["others_most_pct"]) == (
        2,
        8,
        13,
    )
    assert (numbers["bend_from_weeks"], numbers["bend_to_weeks"]) == (3.0, 8.0)


@pytest.mark.parametrize(
    ("lifts", "said"),
    [
        (2, "Up so far: A about 8 % and B about 8 %."),
        (3, "Up so far: A about 8 %, B about 8 % and 1 other."),
        (7, "Up so far: A about 8 %, B about 8 % and 5 others."),
    ],
)
def test_many_new_lifts_are_told_in_one_line(lifts: int, said: str) -> None:
    assert render(expecting.note([lift(slug) for slug in "abcdefg"[:lifts]])).startswith(said)


def test_few_whole_texts_are_to_be_translated_and_each_names_only_what_it_tells() -> None:
    """With every number of lifts, a text is one of four, with a value for each of its names."""
    for make in (expecting.note, lambda lifts: expecting.expectation(lifts).reason):
        made = [make([lift(slug) for slug in "abcdefg"[:lifts]]) for lifts in range(1, 8)]
        assert len({each.template for each in made}) == 4
        for each in made:
            asked = {name for _, name, _, _ in Formatter().parse(each.template) if name}
            assert asked == {name for name, _ in each.values}


def test_the_card_is_as_sure_as_its_least_sure_lift() -> None:
    unsure = lift("row", early=0.6)
    assert expecting.expectation([lift("curl"), unsure]).confidence is Confidence.LIKELY
    assert expecting.expectation([lift("curl")]).confidence is Confidence.FAIRLY_SURE


def test_a_log_that_does_not_rise_is_told_nothing_whatever_is_usual_for_novices() -> None:
    assert expecting.first_gaining(trained([40.0] * 12)) is None


@pytest.mark.parametrize("experience", [Experience.INTERMEDIATE, Experience.RETURNER])
def test_lifts_that_are_not_in_an_early_rise_are_told_nothing(experience: Experience) -> None:
    lifter = Lifter(experience, bodyweight_kg=75.0)
    lifts = [simulate.simulate(seed, lifter=lifter, weeks=10) for seed in range(40)]
    assert all(expecting.first_gaining(states(made)) is None for made in lifts)


def test_a_rise_that_begins_late_is_none_of_a_new_movement() -> None:
    flat = [40.0] * 16
    assert expecting.first_gaining(trained([*flat, *rising(12)])) is None


def test_three_weeks_away_end_what_can_be_said_of_the_first_weeks() -> None:
    before = trained(rising(6))
    back = BEGAN + timedelta(days=40)
    after = engine.update(before[-1], ExerciseDay(back, (LoggedSet(47.5, 8, rir=2.0),) * 3))
    assert expecting.gaining(before[0], before[-1]) is not None
    assert expecting.gaining(before[0], after) is None


def test_lifts_that_began_by_then_are_told_together_and_never_again() -> None:
    late = lift("press", began=9, on=30)
    told = expecting.tellings([late, lift("squat", 0, 10), lift("row", 2, 12)])
    assert [each.slugs for each in told] == [("squat", "row", "press")]
    assert told[0].on == BEGAN + timedelta(days=10)


def test_a_movement_that_begins_afterwards_is_told_again() -> None:
    told = expecting.tellings([lift("squat", 0, 10), lift("snatch", 60, 72)])
    assert [each.slugs for each in told] == [("squat",), ("snatch",)]


def test_nobody_has_to_look_at_it_for_more_than_two_weeks() -> None:
    (told,) = expecting.tellings([lift("squat", 0, 10)])
    shown = [day for day in range(60) if expecting.still_told(told, BEGAN + timedelta(days=day))]
    assert shown == list(range(10, 24))


def states(made: simulate.SimulatedLift) -> list[engine.LiftState]:
    state, found = engine.start(made.exercise, made.lifter), []
    for day in made.days:
        state = engine.update(state, day)
        found.append(state)
    return found


@pytest.mark.parametrize("world", WORLDS, ids=lambda world: world.name)
def test_the_range_told_holds_what_simulated_lifters_really_gained(world: simulate.World) -> None:
    held = []
    for seed in range(900, 960):
        made = simulate.simulate(seed, world, weeks=8)
        found = expecting.first_gaining(states(made))
        if found is not None:
            truth = {each.on: each.log_kg for each in made.truth}
            error = found.gain.mean - (truth[found.on] - made.truth[0].log_kg)
            held.append(abs(error) <= evidence.BAND_SD.value * found.gain.sd)
    assert len(held) >= 30
    assert sum(held) / len(held) >= 0.85


@pytest.mark.parametrize("seed", range(20))
def test_nothing_told_depends_on_later_rows(seed: int) -> None:
    found = states(simulate.simulate(seed, weeks=10))
    told = expecting.first_gaining(found)
    for length in range(len(found) + 1):
        early = expecting.first_gaining(found[:length])
        assert early in (None, told)
        if early is None and told is not None:
            assert not found[:length] or (found[length - 1].last_on or BEGAN) < told.on


@pytest.mark.parametrize(("pct", "every"), [(1.3, 4), (1.0, 3), (2.0, 7)])
def test_steady_gains_are_never_said_to_have_levelled_off(pct: float, every: int) -> None:
    """So many per cent more load a session, every so many days, for five months."""
    loads = [40.0 * (1.0 + pct / 100.0) ** place for place in range(150 // every)]
    for state in trained(loads, every):
        assert state.last_on is not None
        assert engine.read(state, state.last_on).levelled_off_on is None


def test_first_it_is_told_to_bend_then_that_it_has_bent() -> None:
    loads = [40.0 + 1.25 * min(place, 10) + 0.25 * max(0, place - 10) for place in range(40)]
    found = trained([round(2 * load) / 2 for load in loads])
    told = expecting.first_gaining(found)
    read = [engine.read(state, state.last_on) for state in found if state.last_on]
    bent = [reading for reading in read if reading.levelled_off_on]
    assert told is not None
    assert bent
    assert told.on < bent[0].on
    assert len({reading.levelled_off_on for reading in bent}) == 1
    after = [state for state, reading in zip(found, read, strict=True) if reading in bent]
    assert all(expecting.gaining(found[0], state) is None for state in after)


@pytest.mark.parametrize("seed", range(20))
def test_nothing_that_is_said_to_have_bent_is_told_to_rise(seed: int) -> None:
    found = states(simulate.simulate(seed, weeks=20))
    over = [state for state in found if state.course and state.course.levelled_off_on]
    assert all(expecting.gaining(found[0], state) is None for state in over)


def test_what_has_bent_is_not_told_again_though_it_looks_early_later() -> None:
    """Loads rise again after a standstill: the bend is taken back, but the card is not repeated."""
    found = trained([*rising(9), *[50.0] * 12, *[50.0 + place for place in range(14)]])
    read = [engine.read(state, state.last_on or BEGAN) for state in found]
    told = [expecting.gaining(found[0], state) is not None for state in found]
    bent = next(number for number, each in enumerate(read) if each.levelled_off_on is not None)
    again = [n for n, each in enumerate(read) if n > bent and each.phase is Phase.EARLY]
    assert told[7]
    assert read[7].phase is Phase.EARLY
    assert again
    assert not any(told[number] for number in again)
