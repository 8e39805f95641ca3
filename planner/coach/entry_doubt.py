"""Ask about a set that looks like a typing error, and say what was likely meant."""

from __future__ import annotations

from collections.abc import Sequence

from planner.coach import wording
from planner.coach.entry import UNSEEN_LOAD_KG, SetRow
from planner.engine.terms import LoggedSet, SetKind

TOO_HEAVY, TOO_LIGHT = 1.8, 1 / 1.8  # times last time's load that ask a question: rule of thumb
TOO_MANY_REPS = 50  # reps of a loaded set that ask a question: rule of thumb


def doubt(entry: LoggedSet, row: SetRow, ramping: bool = False) -> str:
    """Return a question when a set looks like a typing error ('225 kg? Last time 100.'), or ''.

    A load near the target is what was planned, whatever was done last time. Warm-ups are as light
    as people like; while `ramping`, every light set may be one.
    """
    last = row.last.load_kg if row.last else row.suggested_kg
    planned = row.target.load_kg if row.target else None
    warm = entry.kind is SetKind.WARMUP or (
        ramping and last and entry.load_kg and entry.load_kg < last
    )
    if entry.load_kg and last and not warm and not _near(entry.load_kg, last, planned):
        typed, before = (wording.mass(kg, entry.unit, 1) for kg in (entry.load_kg, last))
        return f"{typed} {entry.unit}? Last time {before}."
    if not last and not planned and entry.load_kg and entry.load_kg > UNSEEN_LOAD_KG:
        return f"{wording.mass(entry.load_kg, entry.unit, 1)} {entry.unit}? There is no last time."
    usual = row.last.reps if row.last and row.last.reps else TOO_MANY_REPS
    if entry.reps and entry.reps > max(TOO_MANY_REPS, 2 * usual):
        return f"{entry.reps} reps? Last time {usual}." if row.last else f"{entry.reps} reps?"
    return ""


def ramping(rows: Sequence[SetRow]) -> bool:
    """Say whether unmarked warm-ups may still come: no set was marked as one, and none was work."""
    return not any(row.logged and _begins_work(row.logged, rows) for row in rows)


def _begins_work(entry: LoggedSet, rows: Sequence[SetRow]) -> bool:
    usual = max([row.last.load_kg or 0.0 for row in rows if row.last], default=0.0)
    marked = entry.kind is SetKind.WARMUP
    return marked or not usual or (entry.load_kg or 0.0) > TOO_LIGHT * usual


def _near(load_kg: float, *usual_kg: float | None) -> bool:
    return any(kg and TOO_LIGHT < load_kg / kg < TOO_HEAVY for kg in usual_kg)
