"""Read what a lifter types into the log: `100x8@2`, `bw+10x5`, `45s`, `2x100x5`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from planner.coach import wording
from planner.engine.terms import (
    KG_PER_LB,
    Exercise,
    LoadKind,
    LoggedSet,
    Measure,
    PlannedSet,
    SetKind,
    Side,
    Unit,
)

RPE_FROM = 6.0  # `@6` and above is an RPE, below it a RIR: nobody logs six reps in reserve
UNSEEN_LOAD_KG = 200.0  # few lift more where they never lifted before: rule of thumb
TOO_HEAVY, TOO_LIGHT = 1.8, 1 / 1.8  # times last time's load that ask a question: rule of thumb
TOO_MANY_REPS = 50  # reps of a loaded set that ask a question: rule of thumb
MOST_REPS, MOST_LOAD_KG = 1_000_000, 10_000.0  # of a set: what is beyond is no training
MOST_SECONDS, MOST_METRES = 86_400.0, 1_000_000.0  # of a set: a day, 1,000 km
METRES = {"m": 1.0, "km": 1000.0, "mi": 1609.344}
KINDS = {"w": SetKind.WARMUP, "d": SetKind.DROP, "f": SetKind.FAILURE}
SIDES = {
    **dict.fromkeys(("l", "left"), Side.LEFT),
    **dict.fromkeys(("r", "right"), Side.RIGHT),
    **dict.fromkeys(("leg", "side", "arm", "hand", "foot", "each"), Side.EACH),
}

NUMBER = r"\d+(?:[.,]\d+)?"
_ENTRY = re.compile(
    rf"""(?:(?P<before>[wdf])\s*)?
    (?:(?P<count>[1-9]\d?)\s*x\s*(?=[^x]+x))?
    (?:(?P<load>bw|(?:bw)?\s*[+-]?\s*{NUMBER})\s*(?P<unit>kg|lb)?\s*x\s*)?
    (?P<amount>\d+(?:\s*,\s*\d+)*|{NUMBER}\s*(?:s|min|m|km|mi)|\d+:[0-5]\d)
    (?:\s*(?P<behind>[wdf]))?
    (?:\s*/\s*(?P<side>[a-z]+))?
    (?:\s*@\s*(?P<scale>rir|rpe)?\s*(?P<effort>{NUMBER}))?
    (?:\s*(?P<last>[wdf]))?""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class SetRow:
    """One row of the entry grid: what is planned, what was done last time, what is logged."""

    number: int
    target: PlannedSet | None
    last: LoggedSet | None
    logged: LoggedSet | None
    suggested_kg: float | None


@dataclass(frozen=True, slots=True)
class EntryDraft:
    """What typing into a cell means: one or more sets, or a problem to show in place."""

    sets: tuple[LoggedSet, ...] = ()
    problem: str = ""


class UnclearText(Exception):
    """The text cannot be read; the message says why."""


def parse_entry(text: str, exercise: Exercise, unit: Unit, row: SetRow) -> EntryDraft:
    """Read a whole entry; missing parts are taken from the row's target, then from last time.

    Understands `100x8@2`, `100x8,8,6`, `bw+10x5`, `-20x8` (help), `45s`, `1:30`, `12/leg`,
    `2x100x5` (two sets), `82,5x8`, `225lb x 5`, `400m`, and a mark before or behind: `w60x5` or
    `60x5w` (warm-up), `d` (drop), `f` (failure).
    """
    try:
        return EntryDraft(tuple(_sets(text, exercise, unit, row)))
    except UnclearText as problem:
        return EntryDraft(problem=str(problem))


def parse_number(text: str) -> float | None:
    """Read a number with decimal point or comma; None when it is not one."""
    clean = text.strip().replace(",", ".")
    return float(clean) if re.fullmatch(r"[+-]?\d+(\.\d+)?", clean) else None


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


def beyond(
    load_kg: float | None = None,
    reps: float | None = None,
    seconds: float | None = None,
    distance_m: float | None = None,
    unit: Unit = Unit.KG,
) -> str:
    """Return what is wrong with amounts that no set can have, or ''; help counts as load.

    `unit` is the one that the lifter reads.
    """
    most = float(wording.mass(MOST_LOAD_KG, unit, 0))
    limits = (
        (load_kg, MOST_LOAD_KG, f"A load is at most {most:,.0f} {unit}."),
        (reps, MOST_REPS, f"A set has at most {MOST_REPS:,} reps."),
        (seconds, MOST_SECONDS, f"A set lasts at most {MOST_SECONDS / 3600:.0f} hours."),
        (distance_m, MOST_METRES, f"A set goes at most {MOST_METRES / 1000:,.0f} km."),
    )
    over = (problem for amount, most, problem in limits if amount and abs(amount) > most)
    return next(over, "")


def load_fields(value: float, unit: Unit) -> dict[str, Any]:
    """Return the load fields of a set as typed and in kg."""
    kg = value if unit is Unit.KG else value * KG_PER_LB
    return {"load": value, "unit": unit, "load_kg": kg}


def load_from_kg(kg: float, unit: Unit) -> float:
    """Return a load as the lifter would type it: in the unit, to the hundredth."""
    return kg if unit is Unit.KG else round(kg / KG_PER_LB, 2)


def read_rir(scale: str | None, effort: str | None) -> float | None:
    """Read an effort as RIR; raises UnclearText for more than ten."""
    if effort is None:
        return None
    value = read_float(effort)
    if value > 10:
        raise UnclearText("RIR and RPE go up to 10.")
    is_rpe = scale == "rpe" or (scale is None and value >= RPE_FROM)
    return 10 - value if is_rpe else value


def read_float(text: str) -> float:
    """Read text that matches NUMBER, signed or not."""
    return float(text.replace(",", ".").replace(" ", ""))


def _sets(text: str, exercise: Exercise, unit: Unit, row: SetRow) -> list[LoggedSet]:
    clean = text.strip().lower().replace("×", "x").replace("*", "x").replace("−", "-")
    found = _ENTRY.fullmatch(clean)
    if found is None:
        raise UnclearText("Not understood. Try 100x8@2, 100x8,8,6, bw+10x5 or 45s.")
    part = found.groupdict()
    shared = {
        "kind": _kind(part["before"], part["behind"], part["last"]),
        "rir": read_rir(part["scale"], part["effort"]),
        "side": _side(part["side"], exercise),
        "target_reps": row.target.reps_low if row.target else None,
        **_load(part["load"], Unit(part["unit"]) if part["unit"] else unit, exercise, row),
    }
    amounts = _amounts(part["amount"], exercise)
    problems = (beyond(shared["load_kg"], **amount, unit=unit) for amount in amounts)
    if problem := next(filter(None, problems), ""):
        raise UnclearText(problem)
    return [LoggedSet(**{**shared, **amount}) for amount in amounts * int(part["count"] or 1)]


def _kind(*marks: str | None) -> SetKind:
    made = [KINDS[mark] for mark in marks if mark]
    if len(made) > 1:
        raise UnclearText("One mark a set: w for warm-up, d for drop or f for failure.")
    return made[0] if made else SetKind.WORK


def _side(word: str | None, exercise: Exercise) -> Side:
    if word is not None:
        if word not in SIDES:
            raise UnclearText(f"'/{word}' is no side. Try 12/leg, 12/left or 12/right.")
        return SIDES[word]
    return Side.EACH if exercise.per_side else Side.BOTH


def _load(text: str | None, unit: Unit, exercise: Exercise, row: SetRow) -> dict[str, Any]:
    if exercise.load_kind is LoadKind.NONE:
        return {"load_kg": None, "unit": unit}
    if text is None:
        return usual_load(row, unit)
    signed = text.replace(" ", "").removeprefix("bw")
    value = read_float(signed) if signed else 0.0
    if exercise.load_kind is LoadKind.ASSISTED:
        return load_fields(-value if signed.startswith("+") else abs(value), unit)
    if value < 0 and exercise.load_kind is LoadKind.EXTERNAL:
        raise UnclearText("A load below zero means help; this exercise has none.")
    return load_fields(value, unit)


def usual_load(row: SetRow, unit: Unit) -> dict[str, Any]:
    """Return the load fields that an entry without a load takes: suggested, else last time's."""
    if row.target is not None and row.target.load is not None:
        return {"load": row.target.load, "unit": row.target.unit, "load_kg": row.target.load_kg}
    if row.suggested_kg is not None:
        return load_fields(load_from_kg(row.suggested_kg, unit), unit)
    if row.last is not None and row.last.load_kg is not None:
        return {"load": row.last.load, "unit": row.last.unit, "load_kg": row.last.load_kg}
    return {"load_kg": None, "unit": unit}


def _amounts(text: str, exercise: Exercise) -> list[dict[str, Any]]:
    if ":" in text:
        minutes, seconds = text.split(":")
        return [{"reps": None, "seconds": read_float(minutes) * 60.0 + int(seconds)}]
    word = text.lstrip("0123456789., ")
    if word in ("s", "min"):
        scale = 1.0 if word == "s" else 60.0
        return [{"reps": None, "seconds": read_float(text.removesuffix(word)) * scale}]
    if word in METRES:
        metres = read_float(text.removesuffix(word)) * METRES[word]
        return [{"reps": None, "distance_m": metres}]
    key = "seconds" if exercise.measure is Measure.SECONDS else "reps"
    return [{"reps": None, key: _whole(number)} for number in text.split(",")]


def _whole(digits: str) -> int:
    """Read a count; one too long for Python to read stays too many."""
    return int(min(read_float(digits), MOST_REPS + 1))
