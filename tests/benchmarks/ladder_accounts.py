"""Advice on ladders: a lifter climbs one set by set, and its numbers are counted anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import takewhile
from random import Random

from recounted import Counted

from planner.engine import ladder
from planner.engine.terms import (
    Category,
    Exercise,
    ExerciseDay,
    Limit,
    LoadKind,
    LoggedSet,
    Measure,
    Side,
    Suggestion,
    Technique,
)

BEGAN = date(2025, 1, 6)
STAND = Exercise("stand", "Stand", category=Category.NEUROMUSCULAR, load_kind=LoadKind.NONE,
                 measure=Measure.SECONDS, limits=(Limit.FALLS,))  # fmt: skip
ABOVE = ladder.Step(Exercise("foam", "Stand on foam", load_kind=LoadKind.NONE), 3, 30)
LOOKS = (Technique.SOUND, Technique.SOUND, Technique.SOUND, Technique.MINOR, Technique.BREAKDOWN)


def advised(seeds: Sequence[int]) -> Iterator[tuple[Suggestion, Counted]]:
    """Yield the advice after each session of single-leg stands of 30 s."""
    for seed in seeds:
        rng, days = Random(seed), list[ExerciseDay]()
        step = ladder.Step(STAND, rng.choice((2, 3, 4)), 30)
        for session in range(12):
            days.append(ExerciseDay(BEGAN + timedelta(days=3 * session), _sets(rng)))
            made = ladder.suggest(ladder.standing(days, step), step, ABOVE, days[-1].on)
            if made is not None:
                yield made, _account(made, days, step.sets)


def _sets(rng: Random) -> tuple[LoggedSet, ...]:
    looks = rng.choices(LOOKS, k=rng.randint(1, 3))
    return tuple(
        LoggedSet(None, None, seconds=rng.choice((20, 30, 35)), side=Side.BOTH, technique=look)
        for look in looks
    )


def _account(made: Suggestion, days: Sequence[ExerciseDay], needed: int) -> Counted:
    if made.rule == ladder.HOLD_RULE:
        looks = [entry.technique for entry in days[-1].sets]
        return {"lost_set": looks.index(Technique.BREAKDOWN) + 1, "needed_sets": needed}
    newest = [entry for day in reversed(days) for entry in reversed(day.sets)]
    clean = takewhile(lambda e: e.technique is Technique.SOUND and (e.seconds or 0) >= 30, newest)
    row = min(needed, sum(1 for _ in clean))
    return {"clean_sets": row, "needed_sets": needed, "to": "foam", "to_name": "Stand on foam"}
