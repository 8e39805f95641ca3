"""Advice for the lifter as a whole: asked for day by day, its numbers counted anew."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import chain, pairwise
from random import Random
from typing import NamedTuple

import block_accounts
import expect_accounts
import ladder_accounts
from block_accounts import lighter_week
from lifts import Lift, simulated
from recounted import Counted
from rest_accounts import Answers, feel, worn

from planner import engine
from planner.engine import ladder, recovery_central
from planner.engine.recovery_central import Signs
from planner.engine.simulate import WORLDS
from planner.engine.terms import CheckIn, Experience, Phase, Reading, Suggestion

MONTHS = timedelta(days=60)
WEEK = timedelta(days=7)
RULES = (
    "lifter.deload", "lifter.deload_cost", "lifter.expect", "lifter.rest_worn", "lifter.rest_sore",
    "lifter.rest_sleep", "lifter.rest_tired", "lifter.rest_sore_days", "lifter.rest_drained",
    ladder.CLIMB_RULE, ladder.HOLD_RULE,
)  # fmt: skip


class Day(NamedTuple):
    """A day on which a lifter of two lifts was advised: check-ins so far, readings, advice.

    `run` are the training days before it without a day between them.
    """

    context: engine.LifterContext
    readings: Sequence[Reading]
    found: Sequence[Suggestion]
    run: int


def days(seed: int) -> Iterator[Day]:
    """Ask on every training day of a lifter whose two lifts are equally tired."""
    rng = Random(seed)
    answers = Answers(rng)
    one = simulated(seed, WORLDS[0], Experience.INTERMEDIATE, wellness=1.0)
    two = replace(one, exercise=replace(one.exercise, slug="other"))
    check_ins: list[CheckIn] = []
    for (now, before), day in zip(_readings((one, two)), one.days[1:], strict=True):
        if day.check_in is not None:
            check_ins.append(answers.of(day.check_in))
        known = tuple(each for each in check_ins if each.on > day.on - MONTHS)
        run = rng.choice((0, 0, 10))
        central = recovery_central.central(Signs(day.on, known, run=run))
        context = engine.LifterContext(
            now[0].on, known, before,
            {"simulated": "One", "other": "Two"}, None, rng.random() < 0.5,
            central=central,
        )  # fmt: skip
        yield Day(context, now, engine.suggest_lifter(now, context), run)


def _readings(both: Sequence[Lift]) -> Iterator[tuple[list[Reading], Mapping[str, Reading]]]:
    """Yield what is read of the lifts after each day, and what was read the day before."""
    columns = [_read(lift) for lift in both]
    for before, now in pairwise(zip(*columns, strict=True)):
        yield list(now), {reading.exercise: reading for reading in before}


def _read(lift: Lift) -> Iterator[Reading]:
    state = engine.start(lift.exercise, lift.lifter)
    for day in lift.days:
        state = engine.update(state, day)
        yield engine.read(state, day.on)


def account(made: Suggestion, of: Day) -> Counted:
    """Return every number that the advice should have."""
    rest = worn(made, of.context.check_ins, of.context.today, of.run)
    return {**_tired(made, of), **lighter_week()} if rest is None else rest


def _tired(made: Suggestion, of: Day) -> Counted:
    today, check_ins = of.context.today, of.context.check_ins
    tired = [each for each in of.readings if each.phase is Phase.FATIGUE
             and of.context.before[each.exercise].phase is Phase.FATIGUE]  # fmt: skip
    week = [each for each in check_ins if each.on > today - WEEK]
    told = any(name == "feel" for name, _ in made.numbers)
    return {
        "lifts": len(tired), "last_on": today,
        "fatigue_p": round(min([each.fatigue or 0.0 for each in tired]), 3),
        **(feel(week, check_ins, today - WEEK + timedelta(days=1)) if told else {}),
    }  # fmt: skip


def advised(seeds: Sequence[int]) -> Iterator[tuple[Suggestion, Counted]]:
    """Yield each piece of advice with its numbers counted anew."""
    for day in chain.from_iterable(map(days, seeds)):
        for made in day.found:
            yield made, account(made, day)
    for other in (block_accounts, expect_accounts, ladder_accounts):
        yield from other.advised(seeds)
