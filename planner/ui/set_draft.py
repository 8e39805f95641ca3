"""What the cells of a row mean: offers for empty cells, and the sets that typed texts make."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from planner.coach.entry import EntryDraft, SetRow, beyond, parse_entry, parse_number
from planner.engine.terms import (
    KG_PER_LB,
    Exercise,
    LoadKind,
    LoggedSet,
    PlannedSet,
    SetKind,
    Side,
    Unit,
)
from planner.ui.set_columns import CM_PER_M, Column, Field, columns, done_text, shown, value

UNKNOWN = "?"  # typed for 'I do not know': takes no offer
HIGHEST_RIR = 10.0
ROUNDING_KG = 0.005  # loads are shown with two decimals, in pounds or kilograms

Texts = Mapping[Field, str]
_LOAD = re.compile(r"(?P<bw>bw)?\s*(?P<number>[+-]?\s*\d+(?:[.,]\d+)?)?\s*(?P<unit>kg|lb)?", re.I)
_CLOCK = re.compile(r"(\d+):([0-5]\d)")


@dataclass(frozen=True, slots=True)
class Entry:
    """Everything that reading a row needs besides its texts.

    `before` is the row above it in the same exercise, or None; `ramping` tells whether unmarked
    warm-ups may still come; `kind` is the kind shown.
    """

    row: SetRow
    before: SetRow | None
    exercise: Exercise
    unit: Unit
    ramping: bool = False
    kind: SetKind = SetKind.WORK


def usual_kind(row: SetRow) -> SetKind:
    """Return the kind a row has until the lifter says otherwise."""
    if row.logged is not None:
        return row.logged.kind
    return row.target.kind if row.target is not None else SetKind.WORK


def offers(entry: Entry, texts: Texts) -> dict[Field, str]:
    """Return what Enter would take for each empty cell; '' where only the lifter can know."""
    made = {
        Field.LOAD: shown(_offered_load(entry)),
        Field.REPS: shown(_offered_reps(entry)),
        Field.SECONDS: shown(_offered(Field.SECONDS, entry, _target(entry).seconds)),
        Field.DISTANCE: shown(_offered(Field.DISTANCE, entry)),
        Field.REACH: shown(_offered(Field.REACH, entry)),
    }
    rir = shown(_target(entry).rir) if _as_planned(texts, made) else ""
    return {column.field: {**made, Field.RIR: rir}[column.field] for column in _columns(entry)}


def read(entry: Entry, texts: Texts) -> EntryDraft:
    """Return the sets that a row's texts make, empty cells taking their offers, or a problem."""
    whole = [field for field, text in texts.items() if is_whole(field, text)]
    if whole:
        return _read_whole(entry, texts, whole)
    offered = offers(entry, texts)
    return _read_cells(entry, {field: texts.get(field) or offered[field] for field in offered})


def revise(entry: Entry, logged: LoggedSet, texts: Texts) -> EntryDraft:
    """Return a logged set with the cells that were retyped, or a problem; the rest stays."""
    edited = {f for f, text in texts.items() if text != done_text(f, logged, entry.unit)}
    if any(is_whole(field, texts[field]) for field in edited):
        whole = {field: text for field, text in texts.items() if field in edited}
        draft = _read_whole(entry, whole, [f for f in edited if is_whole(f, texts[f])])
        edited = set(Field)
    else:
        draft = _read_cells(entry, texts)
    if len(draft.sets) > 1:
        return EntryDraft(problem=_tr("This row is one set. Add rows for more."))
    if not draft.sets:
        return draft
    return EntryDraft((_take(logged, draft.sets[0], edited),))


def is_whole(field: Field, text: str) -> bool:
    """Say whether a text is a whole entry such as `100x8@2` rather than the value of its cell."""
    return bool(text) and text != UNKNOWN and _amount(field, text) is None


def load_kg(entry: Entry, texts: Texts) -> float | None:
    """Return the load that the row is about to log, in kg; None when it has none."""
    if all(column.field is not Field.LOAD for column in _columns(entry)):
        return None
    if any(is_whole(field, text) for field, text in texts.items()):
        draft = read(entry, texts)
        return draft.sets[0].load_kg if draft.sets else None
    kg = _load(entry, texts.get(Field.LOAD) or shown(_offered_load(entry)))[0]
    return None if beyond(kg) else kg


def _offered_load(entry: Entry) -> float | None:
    row, above = entry.row, entry.before
    if row.target is not None and row.target.load is not None and row.target.unit is entry.unit:
        return row.target.load
    if row.target is None and above is not None and above.logged is not None and _departed(above):
        return value(Field.LOAD, above.logged, entry.unit)
    if row.suggested_kg is not None:
        scale = 1.0 if entry.unit is Unit.KG else KG_PER_LB
        return round(row.suggested_kg / scale, 2)
    return _offered(Field.LOAD, entry)


def _departed(row: SetRow) -> bool:
    """Say whether a set was done with another load than last time: then today's load goes on."""
    return row.last is None or row.logged is None or row.last.load_kg != row.logged.load_kg


def _offered_reps(entry: Entry) -> float | None:
    target = _target(entry)
    low, high = target.reps_low, target.reps_high
    if target.amrap:
        return None
    if low is None or high is None or low == high:
        return _offered(Field.REPS, entry, low or high)
    last = entry.row.last.reps if entry.row.last else None
    return last if last is not None and low <= last <= high else low


def _offered(field: Field, entry: Entry, target: float | None = None) -> float | None:
    """Return the target, else last time's value, else that of the set above."""
    if target is not None:
        return target
    above = entry.before.logged if entry.before is not None else None
    known = [value(field, done, entry.unit) for done in (entry.row.last, above) if done]
    return next((amount for amount in known if amount is not None), None)


def _as_planned(texts: Texts, offered: Texts) -> bool:
    """Only a set done as planned can be assumed to have felt as planned."""
    typed = ((field, text) for field, text in texts.items() if text and field is not Field.RIR)
    return all(_amount(field, text) == parse_number(offered[field]) for field, text in typed)


def _read_whole(entry: Entry, texts: Texts, whole: list[Field]) -> EntryDraft:
    others = [f for f, text in texts.items() if text and f not in whole and f is not Field.RIR]
    if len(whole) > 1 or others:
        return EntryDraft(problem=_tr("Type a whole entry in one cell and leave the others empty."))
    text = texts[whole[0]]
    draft = parse_entry(text, entry.exercise, entry.unit, entry.row)
    rir = parse_number(texts.get(Field.RIR, ""))
    if rir is None or "@" in text or not draft.sets:
        return _with_kind(draft, entry)
    problem = _rir_problem(rir)
    if problem:
        return EntryDraft(problem=problem)
    return _with_kind(EntryDraft(tuple(replace(made, rir=rir) for made in draft.sets)), entry)


def _with_kind(draft: EntryDraft, entry: Entry) -> EntryDraft:
    kinds = (made.kind if made.kind is not SetKind.WORK else entry.kind for made in draft.sets)
    pairs = zip(draft.sets, kinds, strict=True)
    return EntryDraft(tuple(replace(made, kind=kind) for made, kind in pairs), draft.problem)


def _read_cells(entry: Entry, texts: Texts) -> EntryDraft:
    amounts = {field: _amount(field, text) for field, text in texts.items()}
    reps, reach = amounts.get(Field.REPS), amounts.get(Field.REACH)
    seconds = amounts.get(Field.SECONDS)
    distance_m = amounts.get(Field.DISTANCE) if reach is None else reach / CM_PER_M
    kg, load, unit = _load(entry, texts.get(Field.LOAD, ""))
    problem = beyond(kg, reps, seconds, distance_m, entry.unit) or _problem(entry.exercise, amounts)
    if problem:
        return EntryDraft(problem=problem)
    return EntryDraft((LoggedSet(
        load_kg=kg, load=load, unit=unit, reps=None if reps is None else int(reps),
        rir=amounts.get(Field.RIR), kind=entry.kind, target_reps=_target(entry).reps_low,
        seconds=seconds, distance_m=distance_m, side=_side(entry),
    ),))  # fmt: skip


def _take(logged: LoggedSet, typed: LoggedSet, edited: set[Field]) -> LoggedSet:
    made = replace(logged, kind=typed.kind)
    if Field.LOAD in edited:
        made = replace(made, load_kg=typed.load_kg, load=typed.load, unit=typed.unit)
    if Field.REPS in edited:
        made = replace(made, reps=typed.reps)
    if Field.RIR in edited:
        made = replace(made, rir=typed.rir)
    if Field.SECONDS in edited:
        made = replace(made, seconds=typed.seconds)
    if edited & {Field.DISTANCE, Field.REACH}:
        made = replace(made, distance_m=typed.distance_m)
    return made


def _amount(field: Field, text: str) -> float | None:
    """Return the number in a cell; seconds may be 1:30, a load may carry bw, a sign or a unit."""
    clean = text.strip().replace("−", "-")
    clock = _CLOCK.fullmatch(clean)
    if field is Field.SECONDS and clock:
        return float(clock[1]) * 60.0 + int(clock[2])
    load = _LOAD.fullmatch(clean)
    if field is Field.LOAD and load and (load["number"] or load["bw"]):
        return parse_number((load["number"] or "0").replace(" ", ""))
    return parse_number(clean)


def _load(entry: Entry, text: str) -> tuple[float | None, float | None, Unit]:
    amount = _amount(Field.LOAD, text)
    if amount is None:
        return None, None, entry.unit
    if entry.exercise.load_kind is LoadKind.ASSISTED:
        amount = abs(amount)
    found = _LOAD.fullmatch(text.strip().replace("−", "-"))
    unit = Unit(found["unit"].lower()) if found and found["unit"] else entry.unit
    kg, suggested = (amount if unit is Unit.KG else amount * KG_PER_LB), entry.row.suggested_kg
    meant = suggested is not None and abs(kg - suggested) < ROUNDING_KG
    return (suggested if meant else kg), amount, unit


def _problem(exercise: Exercise, amounts: Mapping[Field, float | None]) -> str:
    asks = {
        Field.REPS: _tr("How many reps?"),
        Field.SECONDS: _tr("How many seconds?"),
        Field.DISTANCE: _tr("How far?"),
        Field.REACH: _tr("How far?"),
    }
    missing = (asks[f] for f, amount in amounts.items() if f in asks and amount is None)
    reps, load, rir = (amounts.get(f) for f in (Field.REPS, Field.LOAD, Field.RIR))
    if reps is not None and not (reps >= 0 and reps == int(reps)):
        return _tr("Reps are whole numbers.")
    if load is not None and load < 0 and exercise.load_kind is LoadKind.EXTERNAL:
        return _tr("A load below zero means help; this exercise has none.")
    return _rir_problem(rir) or next(missing, "")


def _rir_problem(rir: float | None) -> str:
    if rir is None or 0 <= rir <= HIGHEST_RIR:
        return ""
    return _tr("RIR is how many more reps you could have done, 0 to 10.")


def _side(entry: Entry) -> Side:
    if entry.row.last is not None and entry.row.last.side is not Side.BOTH:
        return entry.row.last.side
    return Side.EACH if entry.exercise.per_side else Side.BOTH


def _target(entry: Entry) -> PlannedSet:
    return entry.row.target or PlannedSet()


def _columns(entry: Entry) -> tuple[Column, ...]:
    return columns(entry.exercise, entry.unit)


def _tr(text: str) -> str:
    return QCoreApplication.translate("set_draft", text)
