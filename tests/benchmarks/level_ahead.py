"""The level forecast ahead: the 90 % band that is drawn against the level that came.

    .venv/bin/python tests/benchmarks/level_ahead.py [--lifts 120] [--logs FOLDER]

Simulated lifters have seeds that nothing was tuned on. Each forecast begins where the one before
ended, and is held against the level read after the first session that is as many days away, as
the lift's own chart draws it; spans with a layoff or a jump of the loads are left out. The first
row is the very next session. 'Without misses' is the band of level and gain alone.

Of logs, 'held out' is with the constants fitted on the other logs: the quantiles that leave 5 %
above and 5 % below, each of 1, 2, 4 and 6 weeks counting the same.
"""

from __future__ import annotations

from argparse import ArgumentParser
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot, inf, log1p, sqrt
from pathlib import Path
from statistics import mean, median

import logs
from figures import Figure, listed
from lifts import Lift, of_all_worlds

from planner import engine
from planner.engine import evidence, level_ahead
from planner.engine.lift import LiftState
from planner.engine.terms import Reading

FIRST_SEED = 9000  # not used for tuning
NEXT = 1  # days: whichever session is next
HORIZONS = (NEXT, 7, 14, 28, 42)
FITTED = HORIZONS[1:]
TAIL = 0.05
LOG_BAR, SIMULATED_BAR = (0.85, 0.95), (0.88, None)
RISES, FALLS = evidence.LEVEL_RISES.value, evidence.LEVEL_FALLS.value
_SD = evidence.BAND_SD.value


@dataclass(frozen=True, slots=True)
class Ahead:
    """A level forecast for about `horizon` days on, and the level then, as shares of the first.

    `known` is the sd of level and gain, `moved` the lift's usual miss in those days; `rise` and
    `fall` are how many of it the band must reach up and down to hold the level.
    """

    who: int
    horizon: int
    error: float
    known: float
    moved: float
    low: float
    high: float

    @property
    def held(self) -> bool:
        """Tell whether the band held the level."""
        return self.low <= self.error <= self.high

    @property
    def rise(self) -> float:
        """Return how many misses over the forecast the level was."""
        return self._beyond(log1p(self.error)) if self.error > 0.0 else 0.0

    @property
    def fall(self) -> float:
        """Return how many misses under the forecast the level was."""
        return self._beyond(-log1p(max(self.error, -0.99))) if self.error < 0.0 else 0.0

    def _beyond(self, far: float) -> float:
        return sqrt(max(0.0, (far / _SD) ** 2 - self.known**2)) / self.moved


def of_lift(who: int, lift: Lift, horizons: Iterable[int] = HORIZONS) -> Iterator[Ahead]:
    """Yield what is forecast of a lift and what came, each horizon on its own."""
    states = _states(lift)
    days = [day.on.toordinal() for day in lift.days]
    reads = [engine.read(s, day.on, 0) for s, day in zip(states, lift.days, strict=True)]
    misses = list(level_ahead.misses(states))
    for horizon in horizons:
        start = 0
        while start < len(days):
            end = bisect_left(days, days[start] + horizon)
            if end < len(days) and _goes_on(states[start : end + 1], days[start : end + 1]):
                made = _ahead(who, horizon, reads[start], reads[end], misses[start])
                start = end if made else start + 1
                yield from made
            else:
                start += 1


def _states(lift: Lift) -> list[LiftState]:
    state, made = engine.start(lift.exercise, lift.lifter), []
    for day in lift.days:
        state = engine.update(state, day)
        made.append(state)
    return made


def _goes_on(states: Sequence[LiftState], days: Sequence[int]) -> bool:
    whole = all(b - a < evidence.LAYOFF_DAYS.value for a, b in pairwise(days))
    return whole and states[0].jump == states[-1].jump


def _ahead(
    who: int, horizon: int, begun: Reading, reached: Reading, miss: float
) -> tuple[Ahead, ...]:
    """Return the one forecast and what came, none where nothing is known."""
    days, kg = (reached.on - begun.on).days, begun.strength_kg
    made = level_ahead.ahead(begun, days, miss)
    if kg is None or made is None or reached.strength_kg is None:
        return ()
    known = hypot((begun.strength_sd or 0.0) / kg, (begun.gain_28d_sd or 0.0) * days / 28)
    error, low, high = [(x - made.kg) / kg for x in (reached.strength_kg, *made[1:])]
    return (Ahead(who, horizon, error, known, miss * sqrt(days), low, high),)


def fitted(made: Sequence[Ahead]) -> tuple[float, float]:
    """Return how many misses the band must reach up and down to leave 5 % outside each."""
    return _quantile(made, lambda each: each.rise), _quantile(made, lambda each: each.fall)


def _quantile(made: Sequence[Ahead], value: Callable[[Ahead], float]) -> float:
    count = {h: sum(each.horizon == h for each in made) for h in FITTED}
    ranked = sorted(
        (value(each), 1 / count[each.horizon]) for each in made if each.horizon in count
    )
    left = TAIL * sum(weight for _, weight in ranked)
    for reach, weight in reversed(ranked):
        left -= weight
        if left < 0.0:
            return reach
    return inf


def held_out(made: Sequence[Ahead]) -> list[tuple[Ahead, bool]]:
    """Return each forecast with whether a band fitted on the others' logs held it."""
    found = []
    for who in sorted({each.who for each in made}):
        rises, falls = fitted([each for each in made if each.who != who])
        own = [each for each in made if each.who == who]
        found += [(each, each.rise <= rises and each.fall <= falls) for each in own]
    return found


def cover(made: Iterable[Ahead]) -> float:
    """Return the share of bands that held the level; nan without any."""
    return _share([each.held for each in made])


def _share(held: Sequence[bool]) -> float:
    return mean(held) if held else float("nan")


def _figures(
    made: Sequence[Ahead], low: float | None, high: float | None, names: Sequence[str] = ()
) -> Iterator[Figure]:
    others = held_out(made) if names else []
    for horizon in HORIZONS:
        part = [each for each in made if each.horizon == horizon]
        name = "next session" if horizon == NEXT else f"{horizon} days"
        bar = (None, None) if horizon == NEXT or names else (low, high)
        yield Figure("", f"{name}: in the band, n={len(part)}", cover(part), *bar)
        yield Figure("", "  without misses", _share([_before(each) for each in part]))
        yield from _sides(part)
        if names and horizon != NEXT:
            inside = [held for each, held in others if each.horizon == horizon]
            yield Figure("", "  held out", _share(inside), low, high)
        for who, log in enumerate(names):
            own = [each for each in part if each.who == who]
            yield Figure("", f"  {log}, n={len(own)}", cover(own))


def _before(each: Ahead) -> bool:
    return abs(each.error) <= _SD * each.known


def _sides(part: Sequence[Ahead]) -> Iterator[Figure]:
    yield Figure("", "  over it", _share([each.error > each.high for each in part]))
    yield Figure("", "  under it", _share([each.error < each.low for each in part]))
    for name, value in (("middle error", [each.error for each in part]),
                        ("band down to, middle", [each.low for each in part]),
                        ("band up to, middle", [each.high for each in part])):  # fmt: skip
        yield Figure("", f"  {name}", 100 * median(value), unit="%", digits=1)


def main() -> int:
    """Print the figures; return 1 when a bar is missed."""
    parser = ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--lifts", type=int, default=120, help="simulated lifters")
    parser.add_argument("--logs", type=Path, help="a folder of exported logs")
    chosen = parser.parse_args()
    made = simulated(range(FIRST_SEED, FIRST_SEED + chosen.lifts))
    figures = list(_figures(made, *SIMULATED_BAR))
    print(listed("Simulated levels ahead", figures))
    if chosen.logs:
        names = [path.stem for path in sorted(chosen.logs.glob("*.csv"))]
        real = logged(chosen.logs)
        of_logs = list(_figures(real, *LOG_BAR, names))
        print(listed("Levels ahead in the logs", of_logs))
        print("fitted on all of them: up {:.2f}, down {:.2f} misses".format(*fitted(real)))
        figures += of_logs
    return int(any(each.missed_by for each in figures))


def simulated(seeds: Sequence[int]) -> list[Ahead]:
    """Return the same of simulated lifters of every world."""
    lifts = of_all_worlds(seeds)
    return [made for who, lift in enumerate(lifts) for made in of_lift(who, lift)]


def logged(folder: Path) -> list[Ahead]:
    """Return the same of a folder of logs, every file one lifter."""
    histories = logs.histories(folder, fewest=1)
    return [
        made for who, own in enumerate(histories) for lift in own for made in of_lift(who, lift)
    ]


if __name__ == "__main__":
    raise SystemExit(main())
