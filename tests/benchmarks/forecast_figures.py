"""The forecasts' figures against their bars: simulated lifters and logs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from figures import Figure, listed, side_by_side
from forecasts import ENGINE, LEVELS, Table, clean_owners, offsets
from scores import Numbers, Whether, brier, crps, ece, interval, share_closed, sums

COLUMNS = (
    "MAE", "median", "CRPS", "c50", "c80", "c95", "reps", "Brier", "ECE", "closed", "level", "gain",
)  # fmt: skip
DIGITS = "222222233022"
LONG_GAP = 14


def compared(table: Table) -> dict[str, tuple[float, ...]]:
    """Return COLUMNS of the engine and every rival; errors in %, nan where truth is not known."""
    return {name: _row(table, name) for name in table.said}


def _row(table: Table, name: str) -> tuple[float, ...]:
    said, error = table.said[name], np.abs(table.error(name))
    hit, p = table.hit.ravel(), said.hits.ravel()
    return (
        100.0 * float(np.mean(error)),
        100.0 * float(np.median(error)),
        100.0 * float(np.mean(crps(said.quantiles, table.log_kg))),
        *[float(np.mean(_inside(table, name)[:, at])) for at in range(len(LEVELS))],
        float(np.mean(np.abs(said.reps - table.reps))),
        brier(p, hit),
        ece(p, hit),
        *_against_truth(table, name),
    )


def _inside(table: Table, name: str) -> Numbers:
    said, actual = table.said[name], table.log_kg[:, None]
    return np.asarray((said.low <= actual) & (actual <= said.high), dtype=float)


def _against_truth(table: Table, name: str) -> tuple[float, float, float]:
    if np.isnan(table.truth).any():
        return (float("nan"),) * 3
    ours, last = np.mean(np.abs(table.error(name))), np.mean(np.abs(table.error("last value")))
    closed = share_closed(float(ours), float(last), float(np.mean(_oracle_error(table))))
    off = level_errors(table, name)
    return 100.0 * closed, 100.0 * float(np.mean(np.abs(off))), 100.0 * gain_error(table, name)


def _oracle_error(table: Table) -> Numbers:
    """Return the error of who knows the strength, and how far this lifter's sets are off it."""
    return np.abs(table.truth + offsets(table, table.log_kg) - table.log_kg)


def level_errors(table: Table, name: str) -> Numbers:
    """Return strength believed less truth, but for the lifter's own offset."""
    level = table.said[name].level
    return np.asarray(level - table.truth - offsets(table, level))


def gain_error(table: Table, name: str) -> float:
    """Return the mean error of the gain from a history's first row to its last."""
    firsts = np.flatnonzero(np.diff(table.owner, prepend=-1))
    lasts = np.append(firsts[1:] - 1, len(table.owner) - 1)
    off = table.said[name].level - table.truth
    return float(np.mean(np.abs(off[lasts] - off[firsts])))


def simulated_figures(table: Table, capped: Table) -> list[Figure]:
    """Return A1 to A3; `capped` are the rows of lifters who stop at a target and log no reserve."""
    row = dict(zip(COLUMNS, _row(table, ENGINE), strict=True))
    within = _within_90(table)
    per_owner = sums(table.owner, *[np.abs(table.error(name)) for name in (ENGINE, "last value")],
                     _oracle_error(table))  # fmt: skip
    spread = interval(per_owner, lambda total: 100.0 * share_closed(*map(float, total[:3])))
    return [
        Figure("A1", "share of the gap last → oracle closed, %", row["closed"], 78.0, digits=0,
               interval=spread),
        *_coverage("A2", table, ((0.47, 0.53), (0.77, 0.83), (0.935, 0.965))),
        Figure("A3", "level, error within a lifter, %", row["level"], high=1.25),
        Figure("A3", "total gain, error, %", row["gain"], high=1.8),
        Figure("A3", "level, 90 % cover", within, 0.87, 0.93, digits=3),
        Figure("A3", "level, 90 % cover, capped logs", _within_90(capped), 0.86, digits=3),
    ]  # fmt: skip


def _within_90(table: Table) -> float:
    return float(np.mean(np.abs(level_errors(table, ENGINE)) <= 1.645 * table.level_sd))


def _coverage(key: str, table: Table, bars: Sequence[tuple[float, float]]) -> list[Figure]:
    inside = _inside(table, ENGINE)
    found = []
    for at, (low, high) in enumerate(bars, start=len(LEVELS) - len(bars)):
        per_owner = sums(table.owner, inside[:, at])
        found.append(
            Figure(key, f"coverage of the {LEVELS[at]:.0%} interval".replace("%", " %"),
                   float(np.mean(inside[:, at])), low, high, digits=3,
                   interval=interval(per_owner, _mean))
        )  # fmt: skip
    return found


def _mean(total: Numbers) -> float:
    return float(total[0] / total[-1]) if total[-1] else float("nan")


def logged_figures(table: Table) -> list[Figure]:
    """Return B1 to B4."""
    clean = clean_only(table)
    rows = {"clean": compared(clean), "all": compared(table)}
    ours = dict(zip(COLUMNS, rows["clean"][ENGINE], strict=True))
    return [
        _against_best("B1", "clean", "MAE", rows, 0.93),
        _against_best("B2", "clean", "CRPS", rows, 0.90),
        _against_best("B2", "all", "CRPS", rows, 0.85),
        Figure("B3", "repetitions, error, clean", ours["reps"], high=1.0),
        *_coverage("B3", clean, ((0.77, 0.83), (0.93, 0.97))),
        Figure("B4", "chance to hit a target, Brier, clean", ours["Brier"], high=0.122, digits=3),
        Figure("B4", "chance to hit a target, ECE, clean", ours["ECE"], high=0.020, digits=3),
    ]


def clean_only(table: Table) -> Table:
    """Return the rows of clean histories."""
    return table.only(np.isin(table.owner, list(clean_owners(table))))


def _against_best(
    key: str, which: str, column: str, rows: Mapping[str, Mapping[str, Sequence[float]]], bar: float
) -> Figure:
    at = COLUMNS.index(column)
    rivals = {name: row[at] for name, row in rows[which].items() if name != ENGINE}
    best = min(rivals, key=lambda name: rivals[name])
    return Figure(key, f"{column} {which} / '{best}'", rows[which][ENGINE][at] / rivals[best],
                  high=bar, digits=3)  # fmt: skip


def gap_figures(table: Table, where: str) -> list[Figure]:
    """Return E1: the first session after a gap; bias is forecast less shown, %."""
    away = (table.gap >= LONG_GAP) & (table.rest >= LONG_GAP)
    elsewhere = (table.gap >= LONG_GAP) & (table.rest < LONG_GAP)
    found = []
    for name, rows in (("", away), *_by_length(table, away)):
        if rows.sum() < 2:
            continue
        some = table.only(rows)
        label = f"{where}: away{name}, n={rows.sum()}"
        found.append(_bias(label, some, 1.5))
        found.append(
            Figure("E1", f"{label}, 80 % cover", float(np.mean(_inside(some, ENGINE)[:, 1])),
                   0.77, 0.86)
        )  # fmt: skip
    if elsewhere.sum() > 1:
        label = f"{where}: exercise only, n={elsewhere.sum()}"
        found.append(_bias(label, table.only(elsewhere), 1.0))
    return found


def _by_length(table: Table, away: Whether) -> list[tuple[str, Whether]]:
    ends = ((14, 28), (28, 60), (60, 10_000))
    names = (" 14–28 d", " 28–60 d", " 60+ d")
    return [
        (name, away & (table.rest >= low) & (table.rest < high))
        for name, (low, high) in zip(names, ends, strict=True)
    ]


def _bias(label: str, table: Table, most: float) -> Figure:
    error = 100.0 * table.error(ENGINE)
    spread = interval(sums(table.owner, error), _mean)
    return Figure("E1", f"{label}, bias %", float(np.mean(error)), -most, most, interval=spread)


def report(title: str, figures: Sequence[Figure], tables: Mapping[str, Table]) -> str:
    """Write the figures, and below them the engine beside its rivals on each table."""
    parts = [listed(title, figures)]
    for name, table in tables.items():
        head = f"{name}: {len(table.owner)} sessions of {len(np.unique(table.owner))} histories"
        parts += ["", head, side_by_side(COLUMNS, compared(table), DIGITS)]
    return "\n".join(parts)
