"""What Enter would take for each empty cell of a row, and which side and kind the row has."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from planner.coach.entry import SetRow, parse_number, usual_side
from planner.coach.shorthand import plain
from planner.engine.terms import (
    Exercise,
    LoggedSet,
    PlannedSet,
    SetKind,
    Side,
    Unit,
)
from planner.ui.set_columns import Field, columns, in_unit, shown, value

UNKNOWN = "?"  # typed for 'I do not know': takes no offer

Texts = Mapping[Field, str]
LOAD = re.compile(r"(?P<bw>bw)?\s*(?P<number>[+-]?\s*\d+(?:[.,]\d+)?)?\s*(?P<unit>kg|lb)?s?")
_CLOCK = re.compile(r"(\d+):([0-5]\d)")
_SEVERAL = re.compile(r"\d+\s*,\s*\d{2,}")  # 45,40 on a hold: nobody counts hundredths


@dataclass(frozen=True, slots=True)
class Entry:
    """Everything that reading a row needs besides its texts.

    `before` is the row above it in the same exercise, or None; `ramping` tells whether unmarked
    warm-ups may still come; `kind` is the kind shown and `side` the side chosen, None when the
    usual one is meant; `pain` is that of the set logged last where it should end the exercise.
    """

    row: SetRow
    before: SetRow | None
    exercise: Exercise
    unit: Unit
    ramping: bool = False
    kind: SetKind = SetKind.WORK
    side: Side | None = None
    pain: int = 0


def usual_kind(row: SetRow) -> SetKind:
    """Return the kind a row has until the lifter says otherwise."""
    if row.logged is not None:
        return row.logged.kind
    return row.target.kind if row.target is not None else SetKind.WORK


def side_of(entry: Entry) -> Side:
    """Return the side of a row: chosen, done, next in turn, as last time, or the usual one."""
    row = entry.row
    if entry.side is not None:
        return entry.side
    if row.logged is not None:
        return row.logged.side
    if row.side is not Side.BOTH:
        return row.side
    if row.last is not None and row.last.side is not Side.BOTH:
        return row.last.side
    return usual_side(entry.exercise)


def with_side(entry: Entry, side: Side | None) -> Entry:
    """Return a row done with a side, beside what that side did last time."""
    if side is None:
        return entry
    last = dict(entry.row.sides).get(side)
    kg = last.load_kg if last is not None else None
    target = entry.row.target
    suggested_kg = entry.row.suggested_kg if target is not None else kg
    return replace(entry, side=side, row=replace(entry.row, last=last, suggested_kg=suggested_kg))


def offers(entry: Entry, texts: Texts) -> dict[Field, str]:
    """Return what Enter would take for each empty cell; '' where only the lifter can know."""
    made = {
        Field.LOAD: shown(_offered_load(entry)),
        Field.REPS: _reps_text(entry),
        Field.SECONDS: shown(_offered(Field.SECONDS, entry, _target(entry).seconds)),
        Field.DISTANCE: shown(_offered(Field.DISTANCE, entry)),
        Field.REACH: shown(_offered(Field.REACH, entry)),
    }
    rir = shown(_target(entry).rir) if _as_planned(texts, made) else ""
    cells = columns(entry.exercise, entry.unit)
    return {column.field: {**made, Field.RIR: rir}[column.field] for column in cells}


def number_in(field: Field, text: str) -> float | None:
    """Return the number in a cell; seconds may be 1:30, a load may carry bw, a sign or a unit."""
    clean = plain(text)
    clock = _CLOCK.fullmatch(clean)
    if field is Field.SECONDS and clock:
        return float(clock[1]) * 60.0 + int(clock[2])
    if (field is Field.REPS and "," in clean) or (
        field is Field.SECONDS and _SEVERAL.fullmatch(clean)
    ):
        return None
    load = LOAD.fullmatch(clean)
    if field is Field.LOAD and load and (load["number"] or load["bw"]):
        return parse_number((load["number"] or "0").replace(" ", ""))
    return parse_number(clean)


def is_whole(field: Field, text: str) -> bool:
    """Say whether a text is a whole entry such as `100x8@2` rather than the value of its cell."""
    return bool(text) and text != UNKNOWN and number_in(field, text) is None


def _offered_load(entry: Entry) -> float | None:
    row, above = entry.row, entry.before
    if row.target is not None and row.target.load is not None and row.target.unit is entry.unit:
        return row.target.load
    if row.target is None and above is not None and above.logged is not None and _departed(above):
        return value(Field.LOAD, above.logged, entry.unit)
    if row.suggested_kg is not None:
        return in_unit(row.suggested_kg, entry.unit)
    return None if _dropped(entry) else _offered(Field.LOAD, entry)


def _departed(row: SetRow) -> bool:
    """Say whether a set was done with another load than last time: then today's load goes on."""
    return row.last is None or row.logged is None or row.last.load_kg != row.logged.load_kg


def _reps_text(entry: Entry) -> str:
    """Write the reps to offer; of what is planned by the clock the seconds."""
    target = _target(entry)
    if target.seconds is not None:
        return f"{shown(target.seconds)} s"
    low, high = target.reps_low, target.reps_high
    if target.amrap or _dropped(entry):
        return ""
    if low is None or high is None or low == high:
        return shown(_offered(Field.REPS, entry, low or high))
    last = entry.row.last.reps if entry.row.last else None
    return shown(last if last is not None and low <= last <= high else low)


def _dropped(entry: Entry) -> bool:
    """Say whether a row is a drop set nobody planned: what is left in it, only the lifter knows."""
    return entry.kind is SetKind.DROP and not _target(entry).reps_low


def _offered(field: Field, entry: Entry, target: float | None = None) -> float | None:
    """Return the target, else last time's value, else that of the set above."""
    if target is not None:
        return target
    if _dropped(entry):
        return None
    above = entry.before.logged if entry.before is not None else None
    known: list[LoggedSet | None] = [entry.row.last, above]
    amounts = [value(field, done, entry.unit) for done in known if done]
    return next((amount for amount in amounts if amount is not None), None)


def _as_planned(texts: Texts, offered: Texts) -> bool:
    """Only a set done as planned can be assumed to have felt as planned."""
    typed = ((field, text) for field, text in texts.items() if text and field is not Field.RIR)
    return all(_alike(field, text, offered[field]) for field, text in typed)


def _alike(field: Field, text: str, offered: str) -> bool:
    number = number_in(field, text)
    return text == offered if number is None else number == parse_number(offered)


def _target(entry: Entry) -> PlannedSet:
    return entry.row.target or PlannedSet()
