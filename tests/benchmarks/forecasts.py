"""The next session forecast by the engine and by its rivals, row by row on the same histories."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from math import log
from typing import NamedTuple

import numpy as np
from lifts import Lift, Shown, mistyped, shown
from numpy.typing import NDArray
from rivals import RIVALS, LastValue, Spread
from scores import TAILS, Numbers, Whether, t4_above, t4_quantile

from planner import engine
from planner.engine.forecast import Forecast
from planner.engine.lift import LiftState

ENGINE = "engine"
SESSIONS_BEFORE = 3
LEVELS = (0.5, 0.8, 0.95)
TARGETS = np.array((-1, 0, 1, 2))  # repetitions to hit, against the last session's


@dataclass(frozen=True, slots=True)
class Said:
    """What one forecaster said: an entry or a row of an entry per session forecast.

    `quantiles` at TAILS, `low` and `high` at LEVELS, `hits` for TARGETS; `level` is the strength
    believed after the session.
    """

    middle: Numbers
    quantiles: Numbers
    low: Numbers
    high: Numbers
    reps: Numbers
    hits: Numbers
    level: Numbers

    def only(self, rows: Whether) -> Said:
        """Return some of the rows."""
        return Said(*[getattr(self, field.name)[rows] for field in fields(self)])


@dataclass(frozen=True, slots=True)
class Table:
    """Sessions and what was said of each; `truth` is nan and `clean` False where not known.

    `owner` is the index of the history, `gap` and `rest` the days since the exercise and since its
    muscles were trained.
    """

    owner: NDArray[np.int64]
    log_kg: Numbers
    log_load: Numbers
    reps: Numbers
    last_reps: Numbers
    truth: Numbers
    gap: Numbers
    rest: Numbers
    level_sd: Numbers
    said: Mapping[str, Said]

    def only(self, rows: Whether) -> Table:
        """Return some of the rows."""
        columns = {field.name: getattr(self, field.name)[rows] for field in fields(self)[:-1]}
        said = {name: each.only(rows) for name, each in self.said.items()}
        return Table(**columns, said=said)

    def error(self, name: str) -> Numbers:
        """Return forecast less shown, log units."""
        return self.said[name].middle - self.log_kg

    @property
    def hit(self) -> Whether:
        """Whether each of TARGETS was hit."""
        return np.asarray(self.reps[:, None] >= self.last_reps[:, None] + TARGETS)


class _Row(NamedTuple):
    owner: int
    seen: Shown
    last: Shown
    truth: float
    gap: int
    rest: int
    level_sd: float
    engine: tuple[Sequence[float], ...]
    means: tuple[float, ...]
    scales: tuple[float, ...]
    levels: tuple[float, ...]


class _Rivals:
    """All rivals with one history."""

    def __init__(self) -> None:
        self.each: list[LastValue] = [made() for made in RIVALS.values()]
        self.spreads = [Spread() for _ in RIVALS]
        self.last: Shown | None = None
        self.sessions = 0

    def expect(self, seen: Shown) -> tuple[float, ...]:
        if self.last is None:
            return ()
        return tuple([rival.expect(seen.on, seen.log_load) for rival in self.each])

    def see(self, seen: Shown, means: tuple[float, ...]) -> None:
        for spread, expected in zip(self.spreads, means, strict=False):
            spread.see(seen.log_kg - expected)
        for rival in self.each:
            rival.see(seen)
        self.last, self.sessions = seen, self.sessions + 1


def measure(histories: Iterable[Lift]) -> Table:
    """Forecast every session from the fourth on; typing errors are no target, rivals see none."""
    rows = [row for owner, lift in enumerate(histories) for row in _follow(owner, lift)]
    return _table(rows)


def _follow(owner: int, lift: Lift) -> Iterator[_Row]:
    state = engine.start(lift.exercise, lift.lifter)
    rivals = _Rivals()
    for number, day in enumerate(lift.days):
        seen, before = shown(day, lift), state
        state = engine.update(state, day)
        if seen is None or (lift.truth and mistyped(seen, lift.truth[number])):
            continue
        means, last = rivals.expect(seen), rivals.last
        scales = tuple([spread.scale for spread in rivals.spreads])
        enough = rivals.sessions >= SESSIONS_BEFORE
        rivals.see(seen, means)
        if enough and last is not None:
            gap = (day.on - lift.days[number - 1].on).days
            rest = gap if day.muscle_gap_days is None else min(gap, day.muscle_gap_days)
            made = engine.forecast_sets(
                before, day.on, seen.load_kg, seen.sets, day.muscle_gap_days
            )
            level, sd = _level(state, seen)
            truth = lift.truth[number].log_kg if lift.truth else float("nan")
            said = (*_said(made, last.reps), (level,))
            yield _Row(owner, seen, last, truth, gap, rest, sd, said, means, scales,
                       rivals.expect(seen))  # fmt: skip


def _said(made: Forecast, last_reps: int) -> tuple[Sequence[float], ...]:
    """Return what the engine's forecast says, in the order of Said's fields."""
    pairs = [made.e1rm_interval(1.0 - 2.0 * float(tail)) for tail in TAILS[: len(TAILS) // 2]]
    bounds = [made.e1rm_interval(level) for level in LEVELS]
    quantiles = [low for low, _ in pairs] + [high for _, high in reversed(pairs)]
    return (
        [log(made.e1rm_kg)],
        [log(kg) for kg in quantiles],
        [log(low) for low, _ in bounds],
        [log(high) for _, high in bounds],
        [made.reps],
        [made.p_hit(last_reps + int(more)) for more in TARGETS],
    )


def _level(state: LiftState, seen: Shown) -> tuple[float, float]:
    reading = engine.read(state, seen.on)
    assert reading.strength_kg is not None
    assert reading.strength_sd is not None
    return log(reading.strength_kg), reading.strength_sd / reading.strength_kg


def _table(rows: Sequence[_Row]) -> Table:
    def column(values: Iterable[float]) -> Numbers:
        return np.array(list(values), dtype=float)

    parts = [np.array([row.engine[part] for row in rows]) for part in range(len(fields(Said)))]
    singles = (0, 4, 6)
    ours = Said(*[part[:, 0] if at in singles else part for at, part in enumerate(parts)])
    table = Table(
        np.array([row.owner for row in rows], dtype=np.int64),
        column(row.seen.log_kg for row in rows),
        column(row.seen.log_load for row in rows),
        column(row.seen.reps for row in rows),
        column(row.last.reps for row in rows),
        column(row.truth for row in rows),
        column(row.gap for row in rows),
        column(row.rest for row in rows),
        column(row.level_sd for row in rows),
        {ENGINE: ours},
    )
    said = {name: _rival_said(table, rows, at) for at, name in enumerate(RIVALS)}
    return replace(table, said={ENGINE: ours, **said})


def _rival_said(table: Table, rows: Sequence[_Row], at: int) -> Said:
    """Return what a rival said: a t₄ about its expectation, with the last session's reserve."""
    middle = np.array([row.means[at] for row in rows])
    scale = np.array([row.scales[at] for row in rows])
    reserve = np.array([row.last.reserve for row in rows])
    lower = np.array([0.5 - 0.5 * level for level in LEVELS])
    upper = np.array([0.5 + 0.5 * level for level in LEVELS])
    goal = table.last_reps[:, None] + TARGETS - 0.5 + reserve[:, None]
    need = table.log_load[:, None] + np.log(np.maximum(1.0 + (goal - 1.0) / 29.0, 1e-9))
    return Said(
        middle,
        middle[:, None] + scale[:, None] * t4_quantile(TAILS),
        middle[:, None] + scale[:, None] * t4_quantile(lower),
        middle[:, None] + scale[:, None] * t4_quantile(upper),
        np.maximum(0.0, 1.0 + 29.0 * (np.exp(middle - table.log_load) - 1.0) - reserve),
        t4_above((need - middle[:, None]) / scale[:, None]),
        np.array([row.levels[at] for row in rows]),
    )


def offsets(table: Table, values: Numbers) -> Numbers:
    """Return each row's own lifter's offset from the truth: the median of `values` less truth."""
    found = np.zeros(len(values))
    for owner in np.unique(table.owner):
        own = table.owner == owner
        found[own] = np.median(values[own] - table.truth[own])
    return found


def clean_owners(table: Table) -> set[int]:
    """Return the histories whose e1RM seldom moves over 22 % between sessions."""
    found = set()
    for owner in np.unique(table.owner):
        changes = np.abs(np.diff(table.log_kg[table.owner == owner]))
        if len(changes) >= SESSIONS_BEFORE and np.quantile(changes, 0.9) < 0.22:
            found.add(int(owner))
    return found
