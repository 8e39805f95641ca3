"""Which cells a set of an exercise has, and how its targets and results are written."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from planner.coach import amounts, wording
from planner.coach.amounts import CM_PER_M
from planner.coach.entry import MOST_EFFORT as MOST_EFFORT, RPE_FROM, usual_side
from planner.coach.wording import in_unit as in_unit
from planner.engine.terms import (
    Category,
    Exercise,
    LoadKind,
    LoggedSet,
    Measure,
    SetKind,
    Side,
    Unit,
)
from planner.language import tr

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
    RPE = "rpe"


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
    """Return the cells that fit an exercise, left to right: a plank has no load and no RIR.

    Endurance has a time, a distance and an effort.
    """
    amount = amount_field(exercise)
    made = [Column(amount, _amount_title(amount), 72)]
    if amounts.endures(exercise):
        made = [
            Column(Field.SECONDS, tr("Time"), 72),
            Column(Field.DISTANCE, tr("Metres"), 64),
            Column(Field.RPE, tr("RPE"), 48),
        ]
    if has_load(exercise):
        made.insert(0, Column(Field.LOAD, _load_title(exercise.load_kind, unit), 96))
    if amount is Field.REPS and exercise.category is Category.STRENGTH:
        made.append(Column(Field.RIR, tr("RIR"), 56))
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
    if field is Field.RPE:
        return None if entry.rir is None else MOST_EFFORT - entry.rir
    return {
        Field.REPS: entry.reps,
        Field.SECONDS: entry.seconds,
        Field.DISTANCE: entry.distance_m,
        Field.RIR: entry.rir,
    }[field]


def shown(amount: float | None) -> str:
    """Write a number with the reader's decimal sign; nothing for None."""
    return "" if amount is None else wording.number(amount, DECIMALS)


def has_load(exercise: Exercise) -> bool:
    """Say whether an exercise has a cell for its load."""
    return exercise.load_kind not in (LoadKind.NONE, LoadKind.BODYWEIGHT)


def done_text(field: Field, entry: LoggedSet, exercise: Exercise, unit: Unit) -> str:
    """Write what a set holds in a cell, so that nothing of it is hidden.

    What was counted in another way, or done with a load that has no cell, is written out: '30 s'
    among repetitions, '+5 × 12' of push-ups.
    """
    held = cell_text(field, value(field, entry, unit), exercise)
    if field is not amount_field(exercise):
        return held
    beside = amounts.endures(exercise) and entry.seconds is not None
    text = held or ("" if beside else amount_text(entry, exercise))
    load = "" if has_load(exercise) else load_text(entry, exercise, unit)
    return f"{load} × {text}" if load else text


def cell_text(field: Field, amount: float | None, exercise: Exercise) -> str:
    """Write an amount as its cell shows it: a time of endurance by the clock, all else bare."""
    if field is Field.SECONDS and amount is not None and amounts.endures(exercise):
        return amounts.clock(amount, DECIMALS).removesuffix(" s")
    return shown(amount)


def result_text(entry: LoggedSet, exercise: Exercise, unit: Unit) -> str:
    """Write a performed set as it is typed: '117.5 × 5 @2', '−20 × 8', '12/left', '45 s left d'."""
    load, amount = load_text(entry, exercise, unit), amount_text(entry, exercise)
    usual = entry.side in (Side.BOTH, usual_side(exercise))
    before = "/" if amount[-1:].isdigit() else " "  # '20 s/left' would be a rate
    side = "" if usual else f"{before}{side_word(entry.side)}"
    parts = [
        (f"{load} × {amount}" if amount and load else amount or load) + side,
        effort_text(entry.rir, exercise),
        entry.tempo,
        MARKS.get(entry.kind, ""),
    ]
    return " ".join(part for part in parts if part)


def effort_text(rir: float | None, exercise: Exercise) -> str:
    """Write an effort as it is typed: '@2', '@RIR 6', of endurance '@RPE 7'; '' for none."""
    if rir is None:
        return ""
    if amounts.endures(exercise):
        return f"@RPE {shown(MOST_EFFORT - rir)}"
    return f"@{'RIR ' if rir >= RPE_FROM else ''}{shown(rir)}"


def load_text(entry: LoggedSet, exercise: Exercise, unit: Unit) -> str:
    """Write a set's load with its sign, and with its unit when that is not the reader's."""
    load = value(Field.LOAD, entry, unit)
    if not has_load(exercise) and not load:
        return ""
    if entry.load is not None and entry.unit is not unit:
        return f"{signed_load(entry.load, exercise.load_kind)} {entry.unit}"
    return signed_load(load, exercise.load_kind)


def amount_text(entry: LoggedSet, exercise: Exercise) -> str:
    """Write what a set counted, what its exercise counts first: '5', '45 s', '5 km 25:00'.

    A time and a distance both belong to it.
    """
    reps = "" if entry.reps is None else str(entry.reps)
    metres = "" if entry.distance_m is None else length_text(entry.distance_m, exercise)
    seconds = "" if entry.seconds is None else time_text(entry.seconds, exercise)
    own = amount_field(exercise)
    both = (seconds, metres) if own is Field.SECONDS else (metres, seconds)
    told = " ".join(filter(None, both))
    if own is Field.REPS:
        return reps or told
    return told or (f"{reps} reps" if reps else "")


def length_text(metres: float, exercise: Exercise) -> str:
    """Write how far a set of an exercise went: '30 m', '5 km', '64 cm'."""
    return amounts.length(metres, exercise.measure, DECIMALS)


def time_text(seconds: float, exercise: Exercise) -> str:
    """Write how long a set of an exercise lasted: '45 s', of endurance '8:10'."""
    by_clock = amounts.endures(exercise)
    return amounts.clock(seconds, DECIMALS) if by_clock else f"{shown(seconds)} s"


def signed_load(load: float | None, kind: LoadKind) -> str:
    """Write a load with the sign that its kind has: +10 added, −20 help, bw for nothing added."""
    if load is None:
        return ""
    if load == 0 and kind is LoadKind.ADDED:
        return tr("bw")
    if kind is LoadKind.EXTERNAL:
        return shown(load)
    less = load >= 0 if kind is LoadKind.ASSISTED else load < 0
    return (wording.MINUS if less else "+") + shown(abs(load))


def kind_mark(kind: SetKind, number: int) -> str:
    """Return what stands in the column 'Set': the number, or a letter for other kinds."""
    letters = {SetKind.WARMUP: tr("W"), SetKind.DROP: tr("D"), SetKind.FAILURE: tr("F")}
    return letters.get(kind, str(number))


def kind_word(kind: SetKind) -> str:
    """Return the word for a kind of set."""
    return {
        SetKind.WORK: tr("work set"),
        SetKind.WARMUP: tr("warm-up"),
        SetKind.DROP: tr("drop set"),
        SetKind.FAILURE: tr("set to failure"),
    }[kind]


def side_word(side: Side) -> str:
    """Return the word for the side that a set was done with; it can be typed behind a slash."""
    return {Side.LEFT: "left", Side.RIGHT: "right", Side.EACH: "each"}.get(side, "")


def side_shown(side: Side) -> str:
    """Write the side that a set was done with, as a row shows it."""
    words = {Side.LEFT: tr("left"), Side.RIGHT: tr("right"), Side.EACH: tr("each side")}
    return words.get(side, "")


def _load_title(kind: LoadKind, unit: Unit) -> str:
    if kind is LoadKind.ADDED:
        return tr("Added {0}").format(unit)
    if kind is LoadKind.ASSISTED:
        return tr("Help {0}").format(unit)
    return tr("Load {0}").format(unit)


def _amount_title(amount: Field) -> str:
    return {
        Field.REPS: tr("Reps"),
        Field.SECONDS: tr("Seconds"),
        Field.DISTANCE: tr("Metres"),
        Field.REACH: tr("Reach cm"),
    }[amount]
