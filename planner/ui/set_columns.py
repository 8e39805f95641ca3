"""Which cells a set of an exercise has, and how its targets and results are written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QLocale

from planner.coach import wording
from planner.coach.entry import RPE_FROM, SetRow, usual_side
from planner.engine.terms import (
    Category,
    Exercise,
    LoadKind,
    LoggedSet,
    Measure,
    PlannedSet,
    SetKind,
    Side,
    Unit,
)

QUARTERS_TINY = 0.03  # quarter pounds: what two decimals leave open
CM_PER_M = 100.0
DECIMALS = 3  # of what was typed: microplates, and a mile in metres
MARKS = {SetKind.WARMUP: "w", SetKind.DROP: "d", SetKind.FAILURE: "f"}  # as they are typed


class Field(StrEnum):
    """What a cell holds."""

    LOAD = "load"
    REPS = "reps"
    SECONDS = "seconds"
    DISTANCE = "distance"
    REACH = "reach"
    RIR = "rir"


@dataclass(frozen=True, slots=True)
class Column:
    """A cell of every row; `width` is in px."""

    field: Field
    title: str
    width: int


_AMOUNTS = {
    Measure.SECONDS: Field.SECONDS,
    Measure.DISTANCE: Field.DISTANCE,
    Measure.REACH: Field.REACH,
}


def columns(exercise: Exercise, unit: Unit) -> tuple[Column, ...]:
    """Return the cells that fit an exercise, left to right: a plank has no load and no RIR."""
    amount = amount_field(exercise)
    made = [Column(amount, _amount_title(amount), 80)]
    if has_load(exercise):
        made.insert(0, Column(Field.LOAD, _load_title(exercise.load_kind, unit), 96))
    if amount is Field.REPS and exercise.category is Category.STRENGTH:
        made.append(Column(Field.RIR, _tr("RIR"), 72))
    return tuple(made)


def amount_field(exercise: Exercise) -> Field:
    """Return the cell that holds what the exercise counts."""
    return _AMOUNTS.get(exercise.measure, Field.REPS)


def value(field: Field, entry: LoggedSet, unit: Unit) -> float | None:
    """Return what a set holds in a cell; a load in the unit as typed, else converted."""
    if field is Field.LOAD:
        if entry.load is not None and entry.unit is unit:
            return entry.load
        return None if entry.load_kg is None else in_unit(entry.load_kg, unit)
    if field is Field.REACH:
        return None if entry.distance_m is None else entry.distance_m * CM_PER_M
    return {
        Field.REPS: entry.reps,
        Field.SECONDS: entry.seconds,
        Field.DISTANCE: entry.distance_m,
        Field.RIR: entry.rir,
    }[field]


def in_unit(kg: float, unit: Unit) -> float:
    """Return a load as it is shown: of what is no load in pounds, the nearest half pound."""
    exact = float(wording.mass(kg, unit))
    fits = unit is Unit.KG or abs(exact * 4 - round(exact * 4)) < QUARTERS_TINY
    return exact if fits else round(exact * 2) / 2


def shown(amount: float | None) -> str:
    """Write a number with the reader's decimal sign; nothing for None."""
    return "" if amount is None else local(wording.number(amount, DECIMALS))


def local(text: str) -> str:
    """Write the decimals of a text with the reader's decimal sign."""
    return text.replace(".", QLocale().decimalPoint())


def has_load(exercise: Exercise) -> bool:
    """Say whether an exercise has a cell for its load."""
    return exercise.load_kind not in (LoadKind.NONE, LoadKind.BODYWEIGHT)


def done_text(field: Field, entry: LoggedSet, exercise: Exercise, unit: Unit) -> str:
    """Write what a set holds in a cell, so that nothing of it is hidden.

    What was counted in another way, or done with a load that has no cell, is written out: '30 s'
    among repetitions, '+5 × 12' of push-ups.
    """
    if field is not amount_field(exercise):
        return shown(value(field, entry, unit))
    text = shown(value(field, entry, unit)) or amount_text(entry, exercise)
    load = "" if has_load(exercise) else load_text(entry, exercise, unit)
    return f"{load} × {text}" if load else text


def result_text(entry: LoggedSet, exercise: Exercise, unit: Unit) -> str:
    """Write a performed set as it is typed: '117.5 × 5 @2', '−20 × 8', '12/left', '45 s d'."""
    load, amount = load_text(entry, exercise, unit), amount_text(entry, exercise)
    side = "" if entry.side in (Side.BOTH, usual_side(exercise)) else f"/{side_word(entry.side)}"
    scale = "RIR " if (entry.rir or 0.0) >= RPE_FROM else ""
    parts = [
        (f"{load} × {amount}" if amount and load else amount or load) + side,
        "" if entry.rir is None else f"@{scale}{shown(entry.rir)}",
        entry.tempo,
        MARKS.get(entry.kind, ""),
    ]
    return " ".join(part for part in parts if part)


def load_text(entry: LoggedSet, exercise: Exercise, unit: Unit) -> str:
    """Write a set's load with its sign, and with its unit when that is not the reader's."""
    load = value(Field.LOAD, entry, unit)
    if not has_load(exercise) and not load:
        return ""
    if entry.load is not None and entry.unit is not unit:
        return f"{signed_load(entry.load, exercise.load_kind)} {entry.unit}"
    return signed_load(load, exercise.load_kind)


def amount_text(entry: LoggedSet, exercise: Exercise) -> str:
    """Write what a set counted, what its exercise counts first: '5', '45 s', '30 m', '64 cm'."""
    reach = exercise.measure is Measure.REACH
    metres = "" if entry.distance_m is None else _length(entry.distance_m, reach)
    reps = "" if entry.reps is None else str(entry.reps)
    seconds = "" if entry.seconds is None else f"{shown(entry.seconds)} s"
    own = amount_field(exercise)
    if own is Field.REPS:
        return reps or seconds or metres
    counted = f"{reps} reps" if reps else ""
    if own is Field.SECONDS:
        return seconds or metres or counted
    return metres or seconds or counted


def _length(metres: float, reach: bool) -> str:
    return f"{shown(metres * CM_PER_M)} cm" if reach else f"{shown(metres)} m"


def target_text(target: PlannedSet, row: SetRow, exercise: Exercise, unit: Unit) -> str:
    """Write a prescribed set: '5 @2 · 120', '8–12 @1', '5+ · 110 (80 %)'."""
    effort = "" if target.rir is None else f" @{shown(target.rir)}"
    parts = [_goal(target) + effort, _target_load(target, row, exercise, unit)]
    return " · ".join(part.strip() for part in parts if part.strip())


def signed_load(load: float | None, kind: LoadKind) -> str:
    """Write a load with the sign that its kind has: +10 added, −20 help, bw for nothing added."""
    if load is None:
        return ""
    if load == 0 and kind is LoadKind.ADDED:
        return _tr("bw")
    if kind is LoadKind.EXTERNAL:
        return shown(load)
    less = load >= 0 if kind is LoadKind.ASSISTED else load < 0
    return (wording.MINUS if less else "+") + shown(abs(load))


def kind_mark(kind: SetKind, number: int) -> str:
    """Return what stands in the column 'Set': the number, or a letter for other kinds."""
    letters = {SetKind.WARMUP: _tr("W"), SetKind.DROP: _tr("D"), SetKind.FAILURE: _tr("F")}
    return letters.get(kind, str(number))


def kind_word(kind: SetKind) -> str:
    """Return the word for a kind of set."""
    return {
        SetKind.WORK: _tr("work set"),
        SetKind.WARMUP: _tr("warm-up"),
        SetKind.DROP: _tr("drop set"),
        SetKind.FAILURE: _tr("set to failure"),
    }[kind]


def side_word(side: Side) -> str:
    """Return the word for the side that a set was done with; it can be typed behind a slash."""
    return {Side.LEFT: "left", Side.RIGHT: "right", Side.EACH: "each"}.get(side, "")


def side_shown(side: Side) -> str:
    """Write the side that a set was done with, as a row shows it."""
    words = {Side.LEFT: _tr("left"), Side.RIGHT: _tr("right"), Side.EACH: _tr("each side")}
    return words.get(side, "")


def has_targets(rows: Sequence[SetRow]) -> bool:
    """Say whether an exercise of a session was planned."""
    return any(row.target is not None for row in rows)


def _goal(target: PlannedSet) -> str:
    if target.seconds is not None:
        return _tr("{0} s").format(shown(target.seconds))
    low, high = target.reps_low, target.reps_high
    if target.amrap:
        return _tr("{0}+").format(low) if low else _tr("as many as possible")
    if low is None or high is None or low == high:
        return str(low or high or "")
    return f"{low}–{high}"


def _target_load(target: PlannedSet, row: SetRow, exercise: Exercise, unit: Unit) -> str:
    kg = target.load_kg
    if kg is None and target.percent_e1rm is None:
        kg = row.suggested_kg
    load = "" if kg is None else signed_load(in_unit(kg, unit), exercise.load_kind)
    if target.load is not None and target.unit is unit:
        load = signed_load(target.load, exercise.load_kind)
    if target.percent_e1rm is None:
        return load
    percent = _tr("{0} %").format(shown(target.percent_e1rm))
    return f"{load} ({percent})" if load else percent


def _load_title(kind: LoadKind, unit: Unit) -> str:
    if kind is LoadKind.ADDED:
        return _tr("Added {0}").format(unit)
    if kind is LoadKind.ASSISTED:
        return _tr("Help {0}").format(unit)
    return _tr("Load {0}").format(unit)


def _amount_title(amount: Field) -> str:
    return {
        Field.REPS: _tr("Reps"),
        Field.SECONDS: _tr("Seconds"),
        Field.DISTANCE: _tr("Metres"),
        Field.REACH: _tr("Reach cm"),
    }[amount]


def _tr(text: str) -> str:
    return QCoreApplication.translate("set_columns", text)
