"""Laws of advice, measured: it can be recounted, stays silent or safe, and sees nothing in noise.

A year of each simulated lifter, asked after every session in all sorts of circumstances.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import count

import controls
import filled
import numpy as np
import red_flags
import step_accounts
import whole_accounts
from accounts import ACCOUNTS, sureness
from advised import Advised, lifter, walk, ways
from controls import Said
from figures import Figure, listed
from forbidden import broken
from lifts import EXPERIENCES, simulated
from recounted import Counted, case

from planner.engine.simulate import WORLDS
from planner.engine.sources import SOURCES
from planner.engine.terms import Phase, Phrase, PhraseValue, Suggestion

SESSIONS = 100_000
QUIET_DAYS = 56
RULES = len(ACCOUNTS) + len(whole_accounts.RULES)
TINY = 1e-6


def report(seeds: Sequence[int], sessions: int = SESSIONS) -> str:
    """Measure and write H1 to H3 and the controls; `sessions` are those of H3."""
    figures = [*recountable(seeds), *_red_flags()]
    figures += [*forbidden(seeds[0], sessions), *uneventful(seeds)]
    return listed("Laws of advice", figures)


def recountable(seeds: Sequence[int]) -> list[Figure]:
    """Return the share of suggestions whose words, numbers and sureness follow from the log."""
    judged: Counter[bool] = Counter()
    rules = set()
    for made, right in _judged(seeds):
        judged[right] += 1
        rules.add(made.rule)
    share = 100.0 * judged[True] / judged.total()
    return [
        Figure("H1", "suggestions recounted from the log, %", share, low=100.0),
        Figure("H1", "their number", float(judged.total()), digits=0),
        Figure("H1", "their rules", float(len(rules)), low=float(RULES), digits=0),
    ]


def _judged(seeds: Sequence[int]) -> Iterator[tuple[Suggestion, bool]]:
    for seed in seeds:
        for asked in walk(lifter(seed), seed):
            yield from _of_session(asked)
    for made, numbers in whole_accounts.advised(seeds):
        yield made, is_told(made) and same(numbers, dict(made.numbers))


def _of_session(asked: Advised) -> Iterator[tuple[Suggestion, bool]]:
    if not asked.found:
        return
    of = case(asked)
    for way in [way for made in asked.found for way in ways(made)]:
        numbers = ACCOUNTS[way.rule](of, way) | step_accounts.told(of, way.rule)
        sure = sureness(of, way) is way.confidence
        yield way, sure and is_told(way) and same(numbers, dict(way.numbers))


def is_told(made: Suggestion) -> bool:
    """Tell whether all words are there, have their sources, and speak only from the numbers."""
    words = (made.headline, made.reason, made.would_change)
    spoken = [*words, *([made.effect] if made.effect is not None else [])]
    complete = all(each.template for each in words) and set(made.sources) <= SOURCES.keys()
    return complete and all(_speaks_from(dict(made.numbers), each) for each in spoken)


def _speaks_from(numbers: Counted, words: Phrase) -> bool:
    values = [(name, value) for name, value in _told(words) if not isinstance(value, str)]
    return all(name in numbers and _equal(numbers[name], value) for name, value in values)


def _told(words: Phrase) -> Iterator[tuple[str, PhraseValue]]:
    """Give the values of a phrase, and those of the phrases in it."""
    for name, value in words.values:
        yield from _told(value) if isinstance(value, Phrase) else ((name, value),)


def same(wanted: Counted, had: Counted) -> bool:
    names = wanted.keys() | had.keys()
    return all(_equal(wanted.get(name, "missing"), had.get(name, "missing")) for name in names)


def _equal(one: object, other: object) -> bool:
    if isinstance(one, (int, float)) and isinstance(other, (int, float)):
        return abs(one - other) <= TINY
    return one == other


def _red_flags() -> list[Figure]:
    flagged, well = red_flags.broken()
    scripts = red_flags.SCRIPTS
    return [
        Figure("H2", f"of {scripts} red flags, with a load", float(flagged), high=0.0, digits=0),
        Figure("H2", "the same logs without a flag", float(well), digits=0),
    ]


def forbidden(first: int, sessions: int) -> list[Figure]:
    """Return how often advice, or a load filled in, did what it must never do, in so many sessions
    or a few more."""
    found: Counter[str] = Counter()
    seen = 0
    for seed in count(first):
        for asked in walk(lifter(seed), seed):
            found.update(broken(asked))
            found.update(filled.broken(asked))
            seen += 1
        if seen >= sessions:
            break
    what = f"in {seen} sessions: risen unsafely"
    return [
        Figure("H3", what, float(found.total()), high=0.0, digits=0),
        *[Figure("H3", name, float(times), high=0.0, digits=0) for name, times in found.items()],
    ]


def uneventful(seeds: Sequence[int]) -> list[Figure]:
    """Return what is said of lifters whose log tells of nothing."""
    flat = [controls.told(controls.flat(seed), seed, seed % 2) for seed in seeds]
    worlds, kinds = len(WORLDS), len(EXPERIENCES)
    mixed = []
    for seed in seeds:
        lift = simulated(seed, WORLDS[seed % worlds], EXPERIENCES[seed // worlds % kinds], 52)
        mixed.append(controls.told(controls.shuffled(lift, seed), seed, seed % 2))
    return [*_quiet("flat", flat), *_quiet("shuffled", mixed)]


def _quiet(name: str, said: Sequence[Said]) -> list[Figure]:
    ended = [each.phase in (Phase.PLATEAU, Phase.UNCLEAR) for each in said]
    levels = float(max([each.level_offs for each in said]))
    gap = float(min([controls.shortest_gap(each.structural) for each in said]))
    share = 100.0 * float(np.mean(ended))
    return [
        Figure("N", f"{name}: ends as plateau or unclear, %", share, low=100.0, digits=0),
        Figure("N", f"{name}: most notices of levelling off", levels, high=1.0, digits=0),
        Figure("N", f"{name}: days between structural advice", gap, low=QUIET_DAYS, digits=0),
    ]
