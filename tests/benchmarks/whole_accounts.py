"""Advice for the lifter as a whole: asked for day by day, its numbers counted anew."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain, pairwise
from random import Random
from statistics import fmean
from typing import NamedTuple

from lifts import Lift, simulated
from recounted import Counted

from planner import engine
from planner.engine import evidence
from planner.engine.phase import hooper
from planner.engine.simulate import WORLDS
from planner.engine.terms import CheckIn, Experience, Phase, Reading, Suggestion

MONTHS = timedelta(days=60)
WEEK = timedelta(days=7)
RULES = ("lifter.deload", "lifter.rest_worn", "lifter.rest_sore", "lifter.rest_sleep")


class Day(NamedTuple):
    """A day on which a lifter of two lifts was advised: check-ins so far, readings, advice."""

    context: engine.LifterContext
    readings: Sequence[Reading]
    found: Sequence[Suggestion]


def days(seed: int) -> Iterator[Day]:
    """Ask on every training day of a lifter whose two lifts are equally tired."""
    rng = Random(seed)
    one = simulated(seed, WORLDS[0], Experience.INTERMEDIATE, wellness=1.0)
    two = replace(one, exercise=replace(one.exercise, slug="other"))
    check_ins: list[CheckIn] = []
    for (now, before), day in zip(_readings((one, two)), one.days[1:], strict=True):
        made = day.check_in
        if made is not None:
            check_ins.append(replace(made, sleep_hours=rng.choice((None, 4.0, 6.5, 8.0))))
        context = engine.LifterContext(
            now[0].on, tuple(each for each in check_ins if each.on > now[0].on - MONTHS), before,
            {"simulated": "One", "other": "Two"}, None, rng.random() < 0.5,
        )  # fmt: skip
        yield Day(context, now, engine.suggest_lifter(now, context))


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
    today = of.context.today
    last = of.context.check_ins[-1] if of.context.check_ins else None
    if made.rule == "lifter.rest_worn" and last is not None:
        return {**_feel([last], of, today), "feel_on": today}
    if made.rule == "lifter.rest_sore" and last is not None:
        return {"soreness": last.soreness, "sore_on": today}
    if made.rule == "lifter.rest_sleep" and last is not None:
        names = ("cost_pct", "cost_low_pct", "cost_high_pct")
        costs = zip(names, evidence.SLEEP_COST, strict=True)
        return {"sleep_h": last.sleep_hours, "slept_on": today, **{n: c.value for n, c in costs}}
    return _deload(made, of)


def _feel(lately: Sequence[CheckIn], of: Day, before: date) -> Counted:
    """Return the mean of some check-ins and the usual one, Hooper points."""
    usual = [hooper(each) for each in of.context.check_ins if each.on < before]
    points = [value for value in usual if value is not None]
    now = fmean([value for value in map(hooper, lately) if value is not None])
    kept = points[-int(evidence.FEEL_ENTRIES.value) :]
    return {"feel": round(now, 1), "feel_usual": round(fmean(kept), 1)}


def _deload(made: Suggestion, of: Day) -> Counted:
    today = of.context.today
    tired = [each for each in of.readings if each.phase is Phase.FATIGUE
             and of.context.before[each.exercise].phase is Phase.FATIGUE]  # fmt: skip
    week = [each for each in of.context.check_ins if each.on > today - WEEK]
    told = any(name == "feel" for name, _ in made.numbers)
    return {
        "lifts": len(tired), "last_on": today,
        "fatigue_p": round(min([each.fatigue or 0.0 for each in tired]), 3),
        **(_feel(week, of, today - WEEK + timedelta(days=1)) if told else {}),
        "less_pct": round(100 * (1 - evidence.DELOAD_SETS.value)),
        "more_rir": evidence.DELOAD_RIR.value, "every_weeks": evidence.DELOAD_EVERY.value,
        "athletes": evidence.DELOAD_PEOPLE.value, "people": evidence.WEEK_OFF_PEOPLE.value,
    }  # fmt: skip


def advised(seeds: Sequence[int]) -> Iterator[tuple[Suggestion, Counted]]:
    """Yield each piece of advice with its numbers counted anew."""
    for day in chain.from_iterable(map(days, seeds)):
        for made in day.found:
            yield made, account(made, day)
