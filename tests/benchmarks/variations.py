"""How lifts that vary another begin: how strong, and whether knowing the other lift helps.

    .venv/bin/python tests/benchmarks/variations.py FOLDER

FOLDER holds exported logs, each of one lifter. Strength is log kg; errors are log units.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path
from statistics import fmean, median, stdev

import logs
from lifts import Lift, Shown, shown

from planner import engine
from planner.engine import phase, prediction, trend
from planner.engine.terms import Lifter

FIRST_WEEKS = 56  # days
GAIN_FROM, GAIN_DAYS = 3, (21, 45)  # sessions seen, and days later on which the gain is judged
WELL_KNOWN = 8  # sessions


@dataclass(frozen=True, slots=True)
class Begun:
    """A variation that began while its parent was trained; `ratio` is its strength less that's."""

    lift: Lift
    known: engine.Known
    parent_sessions: int
    ratio: float


def begun(own: Sequence[Lift]) -> Iterator[Begun]:
    """Yield the variations in one lifter's log."""
    by_slug = {lift.exercise.slug: lift for lift in own}
    for lift in own:
        parent = by_slug.get(lift.exercise.parent or "")
        seen = next(filter(None, (shown(day, lift) for day in lift.days)))
        if parent is None:
            continue
        first, state = lift.days[0], engine.start(parent.exercise, Lifter())
        for day in parent.days:
            if day.on < first.on:
                state = engine.update(state, day)
        known = engine.known(lift.exercise, state, first.on, first.muscle_gap_days)
        level = prediction.level_on(state, first.on, first.muscle_gap_days)
        if known is not None and level is not None:
            yield Begun(lift, known, state.sessions, seen.log_kg - level.mean)


def errors(lift: Lift, known: engine.Known | None) -> tuple[list[float], list[float], list[float]]:
    """Return errors of the first forecast, of the others in eight weeks, and of the gain told."""
    state, first, later = (
        engine.start(lift.exercise, lift.lifter, known),
        list[float](),
        list[float](),
    )
    seen = [(day, found) for day in lift.days if (found := shown(day, lift)) is not None]
    began, told = seen[0][0].on, None
    for day, found in seen:
        made = engine.forecast_sets(state, day.on, found.load_kg, found.sets, day.muscle_gap_days)
        if (day.on - began).days <= FIRST_WEEKS:
            (later if first else first).append(abs(log(made.e1rm_kg) - found.log_kg))
        state = engine.update(state, day)
        if told is None and state.sessions >= GAIN_FROM:
            told = state
    return first, later, [] if told is None else _gain_error(told, [found for _, found in seen])


def _gain_error(state: engine.LiftState, seen: Sequence[Shown]) -> list[float]:
    assert state.bank is not None
    assert state.last_on is not None
    low, high = GAIN_DAYS
    after = [(float((each.on - state.last_on).days), each.log_kg) for each in seen]
    after = [(days, log_kg) for days, log_kg in after if low <= days <= high]
    if len(after) < 2:
        return []
    gain = phase.monthly_gain(state.bank, state.steps, state.rhythm.days_between).mean
    expected = trend.level(state.bank).mean + gain * median([days for days, _ in after]) / 28.0
    return [abs(expected - median([log_kg for _, log_kg in after]))]


def _report(name: str, found: Sequence[Begun]) -> None:
    ratios = [each.ratio for each in found]
    print(f"{name}: {len(found)}, ratio median {median(ratios):+.2f}, sd {stdev(ratios):.2f}")
    for what, known in (("as new", False), ("as known", True)):
        made = [errors(each.lift, each.known if known else None) for each in found]
        parts = [[error for one in made for error in one[part]] for part in range(3)]
        names = ("first forecast", "eight weeks", "gain")
        told = [f"{n} {fmean(p):.4f} (n {len(p)})" for n, p in zip(names, parts, strict=True) if p]
        print(f"  {what:9} mean error of {', '.join(told)}")


def main(folder: Path) -> int:
    """Print the figures of all variations, and of those whose parent is well known."""
    found = [each for own in logs.histories(folder, fewest=1) for each in begun(own)]
    _report("all variations", found)
    known = [each for each in found if each.parent_sessions >= WELL_KNOWN]
    _report(f"parent known from {WELL_KNOWN} sessions on", known)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
