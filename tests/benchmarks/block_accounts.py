"""Advice after a long hard block: asked for and its numbers counted anew from the sets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from random import Random
from statistics import fmean

from recounted import Counted

from planner import engine
from planner.engine import evidence
from planner.engine.hard_weeks import cost, hard_weeks
from planner.engine.terms import ExerciseDay, LoggedSet, Suggestion

MONDAY = date(2025, 1, 6)
WEEK = timedelta(weeks=1)
NAMES = {"one": "One", "two": "Two"}
SPAN = 6  # weeks, of which the first three are compared with the last three


def lighter_week() -> Counted:
    """Return what is told of any lighter week."""
    return {
        "less_pct": round(100 * (1 - evidence.DELOAD_SETS.value)),
        "more_rir": evidence.DELOAD_RIR.value, "every_weeks": evidence.DELOAD_EVERY.value,
        "athletes": evidence.DELOAD_PEOPLE.value, "people": evidence.WEEK_OFF_PEOPLE.value,
    }  # fmt: skip


def advised(seeds: Sequence[int]) -> Iterator[tuple[Suggestion, Counted]]:
    """Yield the advice of lifters who repeat a set of each of two lifts week after week."""
    for seed in seeds:
        rng = Random(seed)
        weeks = rng.randint(SPAN, 12)
        lifts = [_lift(rng, weeks) for _ in NAMES]
        today = MONDAY + (weeks - 1) * WEEK
        costs = [cost(slug, days, today) for slug, days in zip(NAMES, lifts, strict=True)]
        hard = hard_weeks({MONDAY + week * WEEK: 2 for week in range(-1, weeks)}, today)
        context = engine.LifterContext(
            today, names=NAMES, hard_weeks=hard, costs=tuple(each for each in costs if each)
        )
        for made in engine.suggest_lifter([], context):
            yield made, {"hard_weeks": weeks, **_told(lifts), **lighter_week()}


def _lift(rng: Random, weeks: int) -> list[ExerciseDay]:
    """Return a set a week whose reserve falls by some tenths of a repetition each time."""
    load, reps, fall = rng.randrange(40, 120, 5), rng.randint(3, 10), rng.choice((0.0, 0.5, 0.6))
    return [
        ExerciseDay(MONDAY + week * WEEK,
                    (LoggedSet(float(load), reps, max(0.0, 5.0 - fall * week)),))
        for week in range(weeks)
    ]  # fmt: skip


def _told(lifts: Sequence[Sequence[ExerciseDay]]) -> Counted:
    """Return the numbers of both lifts, that first whose reserve fell most."""
    told = []
    for name, days in zip(NAMES.values(), lifts, strict=True):
        reserves = [day.sets[0].rir or 0.0 for day in days[-SPAN:]]
        before, now = fmean(reserves[: SPAN // 2]), fmean(reserves[SPAN // 2 :])
        told.append((now - before, name, days[-1].sets[0], before, now))
    numbers: Counted = {}
    for place, (_, name, entry, before, now) in enumerate(
        sorted(told, key=lambda each: each[0]), 1
    ):
        numbers |= {
            f"lift_{place}": name, f"set_{place}_kg": entry.load_kg, f"reps_{place}": entry.reps,
            f"before_{place}": round(before, 1), f"now_{place}": round(now, 1),
        }  # fmt: skip
    return numbers
