"""The sessions after the first one back: what strength to expect, and the most that they load."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from math import exp

from planner.engine import evidence, layoff, plates
from planner.engine.lift import LiftState
from planner.engine.prediction import level_on
from planner.engine.same_load import is_harder
from planner.engine.strength import load_for, moved_kg, typed_kg
from planner.engine.target import loads_rise
from planner.engine.terms import Exercise, Inventory, PlannedSet, SetKind


def step_over(load_kg: float, exercise: Exercise, inventory: Inventory) -> float:
    """Return the most after a session back: a share more, or the gym's next load where that is
    farther."""
    most = load_kg * (1.0 + evidence.RETURN_STEP.value)
    within = plates.no_harder(most, exercise, inventory)
    if within <= most and is_harder(within, load_kg, exercise):
        return most
    return max(most, plates.next_harder(load_kg, exercise, inventory) or most)


def strength_then(
    state: LiftState, back_on: date, on: date, muscle_gap_days: int | None
) -> float | None:
    """Return the strength in kg expected `on` a day when training begins again on `back_on`.

    What the pause cost returns on the curve of the regain, and nothing beyond it is promised.
    `muscle_gap_days` is the muscles' rest by `back_on`. None before the first session.
    """
    level = level_on(state, back_on, muscle_gap_days)
    if level is None or state.last_on is None:
        return None
    loss = layoff.expected_loss(max((back_on - state.last_on).days, 0), muscle_gap_days).mean
    return exp(level.mean + layoff.regained(loss, (on - back_on).days))


def at_most(
    entry: PlannedSet, strength_kg: float, state: LiftState, inventory: Inventory
) -> PlannedSet:
    """Return a planned set with no harder a load than that strength allows, rounded to easier.

    Warm-ups, shares of strength and sets without load or repetitions stay as they are, and so
    does what is light enough, and what the gym can only make far too light. A load that changes
    has no typed form yet (`load` is None).
    """
    exercise, body = state.exercise, state.bodyweight_kg
    planned = None if entry.load_kg is None else moved_kg(entry.load_kg, exercise, body)
    wanted = entry.kind is not SetKind.WARMUP and entry.percent_e1rm is None
    if planned is None or not wanted or entry.reps_low is None or not loads_rise(exercise):
        return entry
    rir = max(entry.rir or 0.0, evidence.RIR_UNKNOWN.value)
    able = load_for(strength_kg, entry.reps_low, rir)
    if able >= planned:
        return entry
    load = plates.no_harder(max(typed_kg(able, exercise, body), 0.0), exercise, inventory)
    eased = moved_kg(load, exercise, body) or 0.0
    coarse = eased < evidence.RAMP_COARSE.value * planned
    return entry if coarse or eased >= planned else replace(entry, load_kg=load, load=None)
