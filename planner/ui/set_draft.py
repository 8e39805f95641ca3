"""What the texts of a row mean: the sets that they make, or what is not clear about them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from planner.coach.amounts import CM_PER_M, endures
from planner.coach.entry import EntryDraft, SetRow, beyond, parse_entry
from planner.coach.shorthand import Shorthand, UnclearText, plain, shorthand
from planner.engine.terms import (
    KG_PER_LB,
    LoadKind,
    LoggedSet,
    PlannedSet,
    Unit,
)
from planner.language import tr
from planner.ui.set_columns import (
    MOST_EFFORT,
    Field,
    amount_field,
    done_text,
    has_load,
    in_unit,
    value,
)
from planner.ui.set_offers import LOAD, Entry, Texts, is_whole, number_in, offers, side_of, unmarked

HIGHEST_RIR = 10.0
_EFFORTS = (Field.RIR, Field.RPE)
_AMOUNTS = {
    Field.REPS: "reps",
    Field.SECONDS: "seconds",
    Field.DISTANCE: "distance_m",
    Field.REACH: "distance_m",
}
ROUNDING_KG = 0.005  # loads are shown with two decimals, in pounds or kilograms


def read(entry: Entry, texts: Texts) -> EntryDraft:
    """Return the sets that a row's texts make, empty cells taking their offers, or a problem."""
    texts, marks = unmarked(texts, entry.exercise)
    offered = offers(entry, texts)
    if marks is not None and marks.kind is not None:  # the reserve was planned for another kind
        offered |= dict.fromkeys(_EFFORTS & offered.keys(), "")
    cells = {field: texts.get(field) or offered[field] for field in offered}
    whole = [field for field, text in cells.items() if is_whole(field, text)]
    if not whole:
        return _with_marks(_read_cells(entry, cells), marks)
    row = _carrying(
        entry, cells.get(Field.LOAD, "") if Field.LOAD not in whole else offered[Field.LOAD]
    )
    draft = _read_whole(entry, row, texts, {field: cells[field] for field in whole})
    return _with_marks(draft, marks)


def revise(entry: Entry, logged: LoggedSet, texts: Texts) -> EntryDraft:
    """Return a logged set with the cells that were retyped, or a problem; the rest stays."""
    retyped = {f: t for f, t in texts.items() if t != _stored_text(entry, logged, f)}
    edited, marks = unmarked(retyped, entry.exercise)
    whole = {field: text for field, text in edited.items() if is_whole(field, text)}
    if not whole:
        return _with_marks(_revise_cells(entry, logged, edited), marks)
    row = replace(entry.row, target=_open(entry.row.target), suggested_kg=None, last=logged)
    if Field.LOAD in edited and Field.LOAD not in whole:
        row = _carrying(entry, edited[Field.LOAD])
    draft = _read_whole(entry, row, edited, whole)
    if len(draft.sets) > 1:
        return EntryDraft(problem=tr("This row is one set. Add rows for more."))
    if not draft.sets:
        return draft
    written = shorthand(next(iter(whole.values())))
    return EntryDraft((_taken(entry, logged, draft.sets[0], written),))


def load_kg(entry: Entry, texts: Texts) -> float | None:
    """Return the load that the row is about to log, in kg; None when it has none."""
    if not has_load(entry.exercise):
        return None
    texts, _ = unmarked(texts, entry.exercise)
    if any(is_whole(field, text) for field, text in texts.items()):
        draft = read(entry, texts)
        return draft.sets[0].load_kg if draft.sets else None
    kg = _load(entry, texts.get(Field.LOAD) or offers(entry, texts)[Field.LOAD])[0]
    return None if beyond(kg) else kg


def _read_whole(entry: Entry, row: SetRow, texts: Texts, whole: Texts) -> EntryDraft:
    """Read an entry from one cell; a load and a RIR may stand in their own."""
    (field, text), *more = whole.items()
    try:
        written = shorthand(text)
    except UnclearText as problem:
        return EntryDraft(problem=str(problem))
    beside = {f for f, t in texts.items() if t and f != field and f not in _EFFORTS}
    if more or beside - ({Field.LOAD} if written.load is None else set()):
        return EntryDraft(problem=tr("Type a whole entry in one cell and leave the others empty."))
    draft = parse_entry(text, entry.exercise, entry.unit, row)
    asks = entry.row.asks_load and has_load(entry.exercise)
    if asks and any(each.load_kg is None for each in draft.sets):
        return EntryDraft(problem=_load_asked())
    rir = _rir(_numbers(texts)) if written.rir is None else None
    if problem_of_rir := _rir_problem(rir):
        return EntryDraft(problem=problem_of_rir)
    side = written.side or side_of(entry)
    made = (replace(each, kind=written.kind or entry.kind, side=side) for each in draft.sets)
    sets = tuple(each if rir is None else replace(each, rir=rir) for each in made)
    return EntryDraft(sets, draft.problem)


def _carrying(entry: Entry, load: str) -> SetRow:
    """Return the row with the load of its own cell, for an entry that names none."""
    if not has_load(entry.exercise):
        return entry.row
    kg, typed, unit = _load(entry, load)
    done = LoggedSet(kg, None, load=typed, unit=unit) if kg is not None else None
    target = _open(entry.row.target)
    return replace(entry.row, target=target, suggested_kg=None, last=done, asks_load=False)


def _open(target: PlannedSet | None) -> PlannedSet | None:
    return None if target is None else replace(target, load=None, load_kg=None)


def _read_cells(entry: Entry, texts: Texts) -> EntryDraft:
    amounts = _numbers(texts)
    problem = _problem(entry, texts, amounts) or _missing(entry, amounts)
    if entry.row.asks_load and texts.get(Field.LOAD) == "":
        problem = problem or _load_asked()
    if problem:
        return EntryDraft(problem=problem)
    blank = LoggedSet(None, None, unit=entry.unit, kind=entry.kind, side=side_of(entry))
    target = entry.row.target
    made = replace(blank, target_reps=target.reps_low if target else None)
    return EntryDraft((_with_cells(entry, made, texts, amounts),))


def _revise_cells(entry: Entry, logged: LoggedSet, edited: Texts) -> EntryDraft:
    amounts = _numbers(edited)
    retyped = any(field in _AMOUNTS for field in edited)
    told = {field: value(field, logged, entry.unit) for field in (Field.SECONDS, Field.DISTANCE)}
    missing = _missing(entry, {**told, **amounts}) if retyped else ""
    problem = _problem(entry, edited, amounts) or missing
    if problem:
        return EntryDraft(problem=problem)
    made = replace(logged, kind=entry.kind, side=side_of(entry))
    own = amount_field(entry.exercise)
    again = tuple(_AMOUNTS.values()) if own in edited else ()
    if endures(entry.exercise):
        again = tuple(_AMOUNTS[field] for field in edited if field in _AMOUNTS)
    gone: dict[str, Any] = dict.fromkeys(again)
    if own in edited and not has_load(entry.exercise):
        gone |= {"load": None, "load_kg": None}
    return EntryDraft((_with_cells(entry, replace(made, **gone), edited, amounts),))


def _numbers(texts: Texts) -> dict[Field, float | None]:
    return {field: number_in(field, text) for field, text in texts.items()}


def _with_cells(
    entry: Entry, made: LoggedSet, texts: Texts, amounts: Mapping[Field, float | None]
) -> LoggedSet:
    """Return a set with what its cells hold; a cell that is not there changes nothing."""
    if Field.LOAD in texts:
        kg, load, unit = _load(entry, texts[Field.LOAD])
        made = replace(made, load_kg=kg, load=load, unit=unit)
    if (reps := amounts.get(Field.REPS)) is not None:
        made = replace(made, reps=int(reps))
    if (seconds := amounts.get(Field.SECONDS)) is not None:
        made = replace(made, seconds=seconds)
    if (metres := _metres(amounts)) is not None:
        made = replace(made, distance_m=metres)
    told = any(field in amounts for field in _EFFORTS)
    return replace(made, rir=_rir(amounts)) if told else made


def _with_marks(draft: EntryDraft, marks: Shorthand | None) -> EntryDraft:
    """Return sets with the marks that stood behind the value of a cell."""
    if marks is None:
        return draft
    told = {
        "kind": marks.kind, "side": marks.side, "rir": marks.rir, "tempo": marks.tempo or None,
        "technique": marks.quality, "pain": marks.pain,
    }  # fmt: skip
    said: dict[str, Any] = {name: mark for name, mark in told.items() if mark is not None}
    return replace(draft, sets=tuple(replace(each, **said) for each in draft.sets))


def _rir(amounts: Mapping[Field, float | None]) -> float | None:
    effort = amounts.get(Field.RPE)
    return amounts.get(Field.RIR) if effort is None else MOST_EFFORT - effort


def _taken(entry: Entry, logged: LoggedSet, typed: LoggedSet, written: Shorthand) -> LoggedSet:
    """Return a logged set with what was written anew; what was not written stays."""
    made = replace(
        logged, reps=typed.reps, seconds=typed.seconds, distance_m=typed.distance_m,
        load_kg=typed.load_kg, load=typed.load, unit=typed.unit, kind=typed.kind, side=typed.side,
        tempo=typed.tempo or logged.tempo, technique=typed.technique or logged.technique,
        pain=logged.pain if typed.pain is None else typed.pain,
        rir=logged.rir if typed.rir is None else typed.rir,
    )  # fmt: skip
    if written.load is None and not has_load(entry.exercise):
        return replace(made, load=None, load_kg=None)
    return made


def _stored_text(entry: Entry, logged: LoggedSet, field: Field) -> str:
    return done_text(field, logged, entry.exercise, entry.unit)


def _metres(amounts: Mapping[Field, float | None]) -> float | None:
    reach = amounts.get(Field.REACH)
    return amounts.get(Field.DISTANCE) if reach is None else reach / CM_PER_M


def _load(entry: Entry, text: str) -> tuple[float | None, float | None, Unit]:
    amount = number_in(Field.LOAD, text)
    if amount is None:
        return None, None, entry.unit
    clean = plain(text)
    if entry.exercise.load_kind is LoadKind.ASSISTED:
        amount = -amount if clean.startswith("+") else abs(amount)
    found = LOAD.fullmatch(clean)
    unit = Unit(found["unit"]) if found and found["unit"] else entry.unit
    kg = amount if unit is Unit.KG else amount * KG_PER_LB
    return _meant(entry, kg, amount, unit), amount, unit


def _meant(entry: Entry, kg: float, amount: float, unit: Unit) -> float:
    """Return the load in kg that is shown so in the row, as suggested or as last time, else kg."""
    last = entry.row.last.load_kg if entry.row.last is not None else None
    if entry.row.suggested_kg is not None and abs(kg - entry.row.suggested_kg) < ROUNDING_KG:
        return entry.row.suggested_kg
    offered = (each for each in (entry.row.suggested_kg, last) if each is not None)
    same = (each for each in offered if unit is Unit.LB and in_unit(each, unit) == amount)
    return next(same, kg)


def _problem(entry: Entry, texts: Texts, amounts: Mapping[Field, float | None]) -> str:
    """Return what cannot be in the cells, or ''."""
    reps, load = amounts.get(Field.REPS), amounts.get(Field.LOAD)
    kg = _load(entry, texts.get(Field.LOAD, ""))[0]
    most = beyond(kg, reps, amounts.get(Field.SECONDS), _metres(amounts), entry.unit)
    if most:
        return most
    if reps is not None and not (reps >= 0 and reps == int(reps)):
        return tr("Reps are whole numbers.")
    if load is not None and load < 0 and entry.exercise.load_kind is LoadKind.EXTERNAL:
        return tr("A minus means help, and nothing helps in this exercise.")
    below = (amount for field, amount in amounts.items() if field is not Field.LOAD)
    if any(amount is not None and amount < 0 for amount in below):
        return tr("Nothing below zero, please.")
    return _rir_problem(_rir(amounts))


def _missing(entry: Entry, amounts: Mapping[Field, float | None]) -> str:
    if endures(entry.exercise):
        told = (amounts.get(field) for field in (Field.SECONDS, Field.DISTANCE))
        return "" if any(each is not None for each in told) else tr("How long, or how far?")
    asks = {
        Field.REPS: tr("How many reps?"),
        Field.SECONDS: tr("How many seconds?"),
        Field.DISTANCE: tr("How far?"),
        Field.REACH: tr("How far?"),
    }
    own = amount_field(entry.exercise)
    missing = (asks[own] for field, amount in amounts.items() if field is own and amount is None)
    return next(missing, "")


def _load_asked() -> str:
    return tr("What load? None is suggested today.")


def _rir_problem(rir: float | None) -> str:
    if rir is None or 0 <= rir <= HIGHEST_RIR:
        return ""
    return tr("RIR is how many more reps you could have done, 0 to 10.")
