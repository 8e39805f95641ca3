"""The card on quick early gains: told of a novice's two lifts, its numbers counted anew."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from math import expm1

from lifts import Lift, simulated
from recounted import Counted

from planner import engine
from planner.engine import evidence
from planner.engine.expecting import Gaining, expectation, first_gaining, gained
from planner.engine.simulate import WORLDS
from planner.engine.terms import Experience, Suggestion

WEEKS = 16
SLUGS = {"first": "lift-0", "second": "lift-1"}
PLACE = re.compile(r"^(first|second)(?=_)")
BEND = [weeks.value for weeks in evidence.BEND_WEEKS]


def advised(seeds: Sequence[int]) -> Iterator[tuple[Suggestion, Counted]]:
    """Yield the card of each lifter with a clear early rise: of one lift, or of that and others."""
    for seed in seeds:
        lift = simulated(seed, WORLDS[seed % len(WORLDS)], Experience.NOVICE, WEEKS)
        start = engine.start(lift.exercise, lift.lifter)
        states = accumulate(lift.days, engine.update, initial=start)
        found = first_gaining(states)
        if found is not None:
            lifts = [_named(found, f"lift-{n}") for n in range(seed % 4 + 1)]
            yield _by_slug(expectation(lifts)), _account(lift, lifts)


def _named(found: Gaining, slug: str) -> Gaining:
    """Return the same rise of another lift."""
    return found._replace(slug=slug, name=slug)


def _by_slug(made: Suggestion) -> Suggestion:
    """Return the card with the names of its words as its numbers have them."""
    told = [(PLACE.sub(lambda m: SLUGS[m[1]], name), value) for name, value in made.reason.values]
    return replace(made, reason=replace(made.reason, values=tuple(told)))


def _account(lift: Lift, lifts: Sequence[Gaining]) -> Counted:
    """Follow the log anew to the day of the card and say what was gained by then."""
    state = engine.start(lift.exercise, lift.lifter)
    for day in lift.days:
        state = engine.update(state, day) if day.on <= lifts[0].on else state
    gain = gained(state)
    spread = evidence.BAND_SD.value * gain.sd
    up, low, high = [round(100 * expm1(gain.mean + part)) for part in (0.0, -spread, spread)]
    numbers: Counted = {
        "lift-0_up_pct": up, "lift-0_up_low_pct": low, "lift-0_up_high_pct": high,
        "lift-0_up_span": (lifts[0].on - lift.days[0].on).days,
        "bend_from_weeks": BEND[0], "bend_to_weeks": BEND[1],
    }  # fmt: skip
    second = {"lift-1_up_pct": up} if len(lifts) > 1 else {}
    rest = {"others": len(lifts) - 2, "others_least_pct": up, "others_most_pct": up}
    return {**numbers, **second, **(rest if len(lifts) > 2 else {})}
