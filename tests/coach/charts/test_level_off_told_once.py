"""A levelling off on the plot of a lift: told once, and of the gains that it was of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner import engine
from planner.coach import happenings
from planner.coach.happenings import TimeOff
from planner.coach.replay import Replay
from planner.engine.terms import Confidence, Exercise, Lifter, Phase, Reading

START = date(2026, 1, 5)
SQUAT = Exercise("back-squat", "Back squat")


def week(number: int) -> date:
    return START + timedelta(weeks=number)


def read(number: int, phase: Phase, bent: int | None = None) -> Reading:
    """Return what was read in a week, levelled off since the week `bent`."""
    return Reading(
        on=week(number),
        exercise="back-squat",
        sessions=number + 1,
        strength_kg=100.0,
        strength_sd=2.0,
        gain_28d=0.003,
        gain_28d_sd=0.01,
        p_level=0.9,
        levelled_off_on=None if bent is None else week(bent),
        phase=phase,
        phase_probabilities={phase: 0.7},
        confidence=Confidence.FAIRLY_SURE,
        gain_before=0.05,
    )


def told(lifter: int, past: list[Reading], *off: TimeOff) -> list[tuple[date, str]]:
    """Return (day, first words) of the levelling off that is marked."""
    found = happenings.events(
        lifter, Replay(engine.start(SQUAT, Lifter("Ann"), None), ()), past, past[-1], off
    )
    return [(e.on, e.text.template.partition(":")[0]) for e in found if e.kind == "level_off"]


def test_early_gains_level_off_where_the_early_phase_was(lifter):
    past = [read(2, Phase.EARLY), read(8, Phase.EARLY, 8), read(12, Phase.STEADY, 8)]
    assert told(lifter, past) == [(week(8), "Early gains levelled off")]


def test_a_bend_that_is_named_is_marked_though_no_early_phase_was_sure(lifter):
    past = [read(2, Phase.UNCLEAR), read(8, Phase.STEADY, 8)]
    assert past[-1].levelling_off
    assert told(lifter, past) == [(week(8), "Early gains levelled off")]


def test_nothing_levels_off_where_nothing_rose_quickly(lifter):
    """Bench for three years at half a per cent a month: no early rise bends."""
    slow = replace(read(8, Phase.STEADY, 8), gain_before=0.005)
    told_once = replace(slow, gain_before=None)
    assert not slow.levelling_off
    assert not told_once.levelling_off
    assert told(lifter, [read(2, Phase.UNCLEAR), slow]) == []


def test_what_was_called_and_taken_back_is_not_marked(lifter):
    past = [
        read(2, Phase.EARLY),
        read(5, Phase.EARLY, 5),
        read(7, Phase.EARLY),
        read(9, Phase.EARLY, 9),
        read(11, Phase.EARLY),
    ]
    assert told(lifter, past) == []
    past.append(read(13, Phase.EARLY, 13))
    assert told(lifter, past) == [(week(13), "Early gains levelled off")]


def test_after_time_off_it_is_the_gains_of_the_return(lifter):
    off = TimeOff(week(10), week(16), whole=True, rested=True)
    past = [read(2, Phase.EARLY), read(16, Phase.RETURN), read(20, Phase.STEADY, 20)]
    assert told(lifter, past, off) == [(week(20), "Gains after the return levelled off")]


@pytest.mark.parametrize("since", [60, 150])
def test_years_after_the_start_no_gain_is_an_early_one(lifter, since):
    past = [read(2, Phase.EARLY), read(since, Phase.PLATEAU, since)]
    assert told(lifter, past) == []


def test_without_an_early_phase_none_levels_off(lifter):
    past = [read(2, Phase.UNCLEAR), replace(read(8, Phase.PLATEAU, 8), gain_before=None)]
    assert told(lifter, past) == []
