"""Levelling off: the figures of the engine's call against their bars, beside other detectors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import TypeAlias

import numpy as np
from detectors import DETECTORS
from figures import Figure, listed, side_by_side
from levelling import ENGINE, Calls, Course, called_by, calls, follow, rank, threshold_for
from lifts import simulated
from scores import bootstrap

from planner.engine.simulate import WORLDS, World
from planner.engine.terms import Experience

WEEKS = 34
MORE_WORLDS = (
    World("slow small", time=2.0, gain=0.6),
    World("fast big", time=0.5, gain=1.5),
    World("slow big", time=2.0, gain=1.5),
)
COLUMNS = ("AUC", "worst", "FA", "worst FA", "delay", "worst d", "p80", "worst p80", "missed")
DIGITS = "332200002"
WORLD_COLUMNS = ("AUC", "FA", "delay", "p80", "missed")
STANDARD = WORLDS[0].name

ByWorld: TypeAlias = Mapping[str, Sequence[Course]]
CallsByWorld: TypeAlias = Mapping[str, Calls]


def followed(seeds: Sequence[int], worlds: Sequence[World]) -> dict[str, list[Course]]:
    """Return the courses of a novice for every seed in every world."""
    return {
        world.name: [follow(simulated(seed, world, Experience.NOVICE, WEEKS)) for seed in seeds]
        for world in worlds
    }


def _pooled(courses: ByWorld) -> list[Course]:
    return list(chain.from_iterable(courses.values()))


def compared(tuning: ByWorld, testing: ByWorld) -> dict[str, CallsByWorld]:
    """Return the calls of the engine and of each rival, by world.

    A rival's threshold is chosen on `tuning` for as many false calls as the engine makes there.
    """
    pooled = _pooled(tuning)
    allowed = calls(pooled, [course.called for course in pooled]).false_share
    found: dict[str, CallsByWorld] = {ENGINE: _by_world(testing)}
    for name in DETECTORS:
        found[name] = _by_world(testing, name, threshold_for(pooled, name, allowed))
    return found


def _by_world(courses: ByWorld, name: str = "", threshold: float = 0.0) -> dict[str, Calls]:
    """Return the calls of a detector, or the engine's own."""
    return {
        world: calls(each, called_by(each, name, threshold) if name else [c.called for c in each])
        for world, each in courses.items()
    }


def figures(courses: ByWorld, more: ByWorld, made: Mapping[str, CallsByWorld]) -> list[Figure]:
    """Return C1 to C4; `more` are worlds that nobody has tuned to, for C1 only."""
    ours, no_record = made[ENGINE], made["no PR in k"]
    worst = max(ours, key=lambda world: ours[world].false_share)
    further = {**ours, **_by_world(more)}
    worst_of_all = max(further, key=lambda world: further[world].false_share)
    ranks = [rank(each, ENGINE) for each in courses.values()]
    return [
        _false(f"false alarms, worst of 5 worlds ({worst})", ours[worst]),
        _false(f"the same, worst of 8 ({worst_of_all})", further[worst_of_all]),
        _delay("median delay, standard world, d", ours[STANDARD], 0.5, 14.0),
        _delay_of_worst("median delay", ours, 0.5, 21.0),
        _delay_of_worst("80th percentile", ours, 0.8, 35.0),
        Figure("C3", "AUC, standard world", ranks[0], 0.965, digits=3),
        Figure("C3", "AUC, worst world", min(ranks), 0.945, digits=3),
        Figure("C4", "delay / 'no PR in k' at equal false alarms",
               ours[STANDARD].delay() / no_record[STANDARD].delay(), high=1.0 / 3.0),
    ]  # fmt: skip


def _false(what: str, made: Calls) -> Figure:
    spread = bootstrap(made.false, lambda values: 100.0 * float(np.mean(values)))
    return Figure("C1", f"{what}, %", 100.0 * made.false_share, high=10.0, digits=1,
                  interval=spread)  # fmt: skip


def _delay(what: str, made: Calls, share: float, most: float) -> Figure:
    spread = bootstrap(made.delays, lambda values: Calls(values, values).delay(share))
    return Figure("C2", what, made.delay(share), high=most, digits=0, interval=spread)


def _delay_of_worst(what: str, made: CallsByWorld, share: float, most: float) -> Figure:
    worst = max(made, key=lambda world: made[world].delay(share))
    return _delay(f"{what}, worst world ({worst}), d", made[worst], share, most)


def report(courses: ByWorld, more: ByWorld, tuning: ByWorld) -> str:
    """Write everything about levelling off; `tuning` is for the rivals' thresholds."""
    made = compared(tuning, courses)
    count = len(courses[STANDARD])
    title = f"Levelling off, {count} novices in each simulated world"
    everywhere = {**courses, **more}
    own = {world: _row(everywhere[world], each) for world, each in _by_world(everywhere).items()}
    return "\n".join(
        [
            listed(title, figures(courses, more, made)),
            "",
            "the engine in each world; the last three are none of those tuned to",
            side_by_side(WORLD_COLUMNS, own, "32002"),
            "",
            "standard and worst of five worlds; rivals with as many false alarms on other seeds",
            side_by_side(COLUMNS, {n: _both(courses, n, m) for n, m in made.items()}, DIGITS),
        ]
    )


def _row(courses: Sequence[Course], made: Calls) -> tuple[float, ...]:
    return (rank(courses, ENGINE), made.false_share, made.delay(), made.delay(0.8),
            made.missed_share)  # fmt: skip


def _both(courses: ByWorld, name: str, made: CallsByWorld) -> tuple[float, ...]:
    ranks = [rank(each, name) for each in courses.values()]
    standard, each = made[STANDARD], list(made.values())
    return (
        ranks[0], min(ranks),
        standard.false_share, max(one.false_share for one in each),
        standard.delay(), max(one.delay() for one in each),
        standard.delay(0.8), max(one.delay(0.8) for one in each),
        float(np.mean([one.missed_share for one in each])),
    )  # fmt: skip
