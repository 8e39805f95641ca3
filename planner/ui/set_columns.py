"""Which cells a set of an exercise has, and how its targets and results are written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QLocale

from planner.coach import wording
from planner.coach.entry import SetRow
from planner.engine.terms import (
    Category,
    Exercise,
    LoadKind,
    LoggedSet,
    Measure,
    PlannedSet,
    SetKind,
    Unit,
)

CM_PER_M = 100.0


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
    amount = _AMOUNTS.get(exercise.measure, Field.REPS)
    made = [Column(amount, _amount_title(amount), 80)]
    if exercise.load_kind not in (LoadKind.NONE, LoadKind.BODYWEIGHT):
        made.insert(0, Column(Field.LOAD, _load_title(exercise.load_kind, unit), 96))
    if amount is Field.REPS and exercise.category is Category.STRENGTH:
        made.append(Column(Field.RIR, _tr("RIR"), 72))
    return tuple(made)


def value(field: Field, entry: LoggedSet, unit: Unit) -> float | None:
    """Return what a set holds in a cell; a load in the unit as typed, else converted."""
    if field is Field.LOAD:
        if entry.load is not None and entry.unit is unit:
            return entry.load
        return None if entry.load_kg is None else float(wording.mass(entry.load_kg, unit))
    if field is Field.REACH:
        return None if entry.distance_m is None else entry.distance_m * CM_PER_M
    return {
        Field.REPS: entry.reps,
        Field.SECONDS: entry.seconds,
        Field.DISTANCE: entry.distance_m,
        Field.RIR: entry.rir,
    }[field]


def shown(amount: float | None) -> str:
    """Write a number with the reader's decimal sign; nothing for None."""
    return "" if amount is None else local(wording.number(amount, 2))


def local(text: str) -> str:
    """Write the decimals of a text with the reader's decimal sign."""
    return text.replace(".", QLocale().decimalPoint())


def done_text(field: Field, entry: LoggedSet, unit: Unit) -> str:
    """Write what a set holds in a cell."""
    return shown(value(field, entry, unit))


def result_text(entry: LoggedSet, exercise: Exercise, unit: Unit) -> str:
    """Write a performed set as it is typed: '117.5 × 5 @2', '−20 × 8', '45 s'."""
    load = ""
    if any(column.field is Field.LOAD for column in columns(exercise, unit)):
        load = signed_load(value(Field.LOAD, entry, unit), exercise.load_kind)
    effort = "" if entry.rir is None else f" @{shown(entry.rir)}"
    amount = _amount_text(entry)
    return (f"{load} × {amount}" if amount and load else amount or load) + effort


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
    sign = {LoadKind.ADDED: "+", LoadKind.ASSISTED: "−"}.get(kind, "")
    return sign + shown(load)


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


def has_targets(rows: Sequence[SetRow]) -> bool:
    """Say whether an exercise of a session was planned."""
    return any(row.target is not None for row in rows)


def _amount_text(entry: LoggedSet) -> str:
    if entry.seconds is not None:
        return _tr("{0} s").format(shown(entry.seconds))
    if entry.distance_m is not None:
        return _tr("{0} m").format(shown(entry.distance_m))
    return "" if entry.reps is None else str(entry.reps)


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
    load = "" if kg is None else signed_load(float(wording.mass(kg, unit)), exercise.load_kind)
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
