"""Read and write prescriptions: `4x6 @2 102.5`, `3x8-12 @RIR1`, `5x5 80%`, `3x30s`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from planner.coach import wording
from planner.coach.entry import NUMBER, UnclearText, beyond, load_fields, read_float, read_rir
from planner.engine.terms import Exercise, LoadKind, PlannedSet, SetKind, Unit

MOST_SETS = 20  # of one group; more is a typing error
BLANK, PAPER_BLANK = "____", "_______"  # a load that is still open, on screen and to write on
NO_BREAK = "\u00a0"

_GROUP = re.compile(
    rf"""(?:(?P<kind>[wd])\s+)?(?P<sets>\d+)\s*x\s*
    (?:(?P<low>\d+)(?:-(?P<high>\d+))?(?P<amrap>\+)?|(?P<seconds>\d+)\s*s|(?P<max>amrap))
    (?:\s*@\s*(?P<scale>rir|rpe)?\s*(?P<effort>{NUMBER}))?
    (?:\s+(?P<percent>{NUMBER})\s*%|\s+(?P<load>bw\s*[+-]\s*{NUMBER}|bw|[+-]?\s*{NUMBER}|
    2\s*x\s*{NUMBER})\s*(?P<unit>kg|lb)?)?""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Prescription:
    """What a typed prescription means, or the problem to show in place."""

    sets: tuple[PlannedSet, ...] = ()
    problem: str = ""


def parse_prescription(text: str, unit: Unit, exercise: Exercise) -> Prescription:
    """Read a prescription; groups of sets are parted by `;`.

    Understands `4x6 @2 102.5`, `3x8-12 @RIR1`, `3x8 @RPE8`, `5x5 80%`, `3x5+` (last set as
    many as possible), `3xAMRAP`, `3x30s`, `3x8 bw+5`, `w 2x5 60` (warm-up), `1x5 100; 3x8 85`.
    """
    try:
        groups = [part for part in text.split(";") if part.strip()]
        if not groups:
            raise UnclearText("Write sets x reps, for example 3x8 @2 60.")
        return Prescription(tuple(s for part in groups for s in _group(part, unit, exercise)))
    except UnclearText as problem:
        return Prescription(problem=str(problem))


def prescription_text(sets: Sequence[PlannedSet], unit: Unit) -> tuple[str, str]:
    """Return (`4×6 @2`, `102.5`): the prescription and its load, as the card shows them.

    A percentage stands behind the load it comes to, `62.5 (80 %)`, or alone.
    """
    shown = [(_sets_text(group), _load_text(group[0], unit)) for group in _groups(sets)]
    loads = [load for _, load in shown if load]
    same = len(set(loads)) == 1
    return "; ".join(text for text, _ in shown), loads[0] if same else "; ".join(loads)


def load_words(exercise: Exercise, load: str) -> str:
    """Return loads as the card shows them: bodyweight lifts say 'bw', help is taken off."""
    return "; ".join(_load_words(exercise, part) for part in load.split("; "))


def _load_words(exercise: Exercise, load: str) -> str:
    amount, space, percent = load.partition(" (")
    if amount.startswith("bw") or "%" in amount:
        return load
    if exercise.load_kind is LoadKind.BODYWEIGHT or amount in ("", "0"):
        bodyweight = exercise.load_kind in (LoadKind.BODYWEIGHT, LoadKind.ADDED)
        return f"bw{space}{percent}" if bodyweight else load
    sign = {LoadKind.ADDED: "bw+", LoadKind.ASSISTED: "bw−"}.get(exercise.load_kind, "")
    return load if load.startswith("-") else f"{sign}{load}"


def no_load(exercise: Exercise) -> str:
    """Return what stands for an empty load: '–' where there is none to have, else a blank."""
    return "–" if exercise.load_kind is LoadKind.NONE else BLANK


def load_on_paper(exercise: Exercise, load: str) -> str:
    """Return loads as the sheet shows them; what is not known yet is a blank to write on."""
    parts = (load_words(exercise, load) or no_load(exercise)).split("; ")
    return "; ".join(map(_on_paper, parts))


def _on_paper(load: str) -> str:
    if load.endswith("%"):
        return f"{PAPER_BLANK} ({load.replace(' ', NO_BREAK)})"
    return PAPER_BLANK if load == BLANK else load


def load_with_unit(words: str, unit: Unit) -> str:
    """Return a load as the card shows it with its unit: '62.5 kg', '62.5 kg (80 %)', 'bw'."""
    amount, space, percent = words.partition(" (")
    return f"{amount} {unit}{space}{percent}" if amount[-1:].isdigit() else words


def prescription_source(sets: Sequence[PlannedSet], unit: Unit) -> str:
    """Return text that `parse_prescription` reads back as the same sets."""
    parts = []
    for group in _groups(sets):
        kind = {SetKind.WARMUP: "w ", SetKind.DROP: "d "}.get(group[0].kind, "")
        parts.append(f"{kind}{_sets_text(group)} {_load_source(group[0], unit)}".strip())
    return "; ".join(parts).replace("×", "x").replace("–", "-").replace("−", "-")


def _group(text: str, unit: Unit, exercise: Exercise) -> list[PlannedSet]:
    clean = text.strip().lower().replace("×", "x").replace("–", "-").replace("−", "-")
    found = _GROUP.fullmatch(clean)
    if found is None:
        raise UnclearText("Not understood. Try 4x6 @2 102.5, 3x8-12 @RIR1, 5x5 80% or 3x30s.")
    part = found.groupdict()
    count = read_float(part["sets"])
    if not 1 <= count <= MOST_SETS:
        raise UnclearText(f"Between 1 and {MOST_SETS} sets, please.")
    made = replace(
        _amount(part), kind=_kind(part["kind"]), rir=read_rir(part["scale"], part["effort"])
    )
    made = _loaded(made, part, unit, exercise)
    sets = [made] * int(count)
    if part["amrap"]:
        sets[-1] = replace(made, amrap=True)
    return sets


def _kind(letter: str | None) -> SetKind:
    return {"w": SetKind.WARMUP, "d": SetKind.DROP}.get(letter or "", SetKind.WORK)


def _amount(part: dict[str, str | None]) -> PlannedSet:
    if part["max"]:
        return PlannedSet(amrap=True)
    if part["seconds"]:
        return _held(read_float(part["seconds"]))
    low = read_float(part["low"] or "0")
    high = read_float(part["high"]) if part["high"] else low
    if not 1 <= low <= high <= 100:
        raise UnclearText("Reps run from low to high, 1 to 100.")
    return PlannedSet(reps_low=int(low), reps_high=int(high))


def _held(seconds: float) -> PlannedSet:
    if problem := beyond(seconds=seconds):
        raise UnclearText(problem)
    return PlannedSet(seconds=seconds)


def _loaded(
    made: PlannedSet, part: dict[str, str | None], unit: Unit, exercise: Exercise
) -> PlannedSet:
    if part["percent"]:
        return _by_percent(made, read_float(part["percent"]))
    if not part["load"]:
        return made
    if exercise.load_kind is LoadKind.NONE:
        raise UnclearText("This exercise has no load.")
    signed = part["load"].replace(" ", "").removeprefix("bw").removeprefix("2x")
    value = read_float(signed) if signed else 0.0
    if exercise.load_kind is LoadKind.ASSISTED:
        value = abs(value)
    if value < 0 and exercise.load_kind is LoadKind.EXTERNAL:
        raise UnclearText("A load below zero means help; this exercise has none.")
    fields = load_fields(value, Unit(part["unit"]) if part["unit"] else unit)
    if problem := beyond(fields["load_kg"], unit=unit):
        raise UnclearText(problem)
    return replace(made, **fields)


def _by_percent(made: PlannedSet, percent: float) -> PlannedSet:
    if not 1 <= percent <= 120:
        raise UnclearText("A percentage of e1RM lies between 1 and 120.")
    return replace(made, percent_e1rm=percent)


def _groups(sets: Sequence[PlannedSet]) -> Iterator[list[PlannedSet]]:
    def alike(entry: PlannedSet) -> PlannedSet:
        plus = entry.amrap and entry.reps_low is not None
        return replace(entry, id=None, uid="", amrap=entry.amrap and not plus)

    for _, group in groupby(sets, key=alike):
        yield list(group)


def _sets_text(group: Sequence[PlannedSet]) -> str:
    first, last = group[0], group[-1]
    if first.seconds is not None:
        amount = f"{wording.number(first.seconds)}s"
    elif first.reps_low is None:
        amount = "AMRAP"
    elif first.reps_high not in (None, first.reps_low):
        amount = f"{first.reps_low}–{first.reps_high}"
    else:
        amount = f"{first.reps_low}"
    plus = "+" if last.amrap and first.reps_low is not None else ""
    effort = "" if first.rir is None else f" @{wording.number(first.rir)}"
    return f"{len(group)}×{amount}{plus}{effort}"


def _load_text(entry: PlannedSet, unit: Unit) -> str:
    load = _amount_text(entry, unit)
    if entry.percent_e1rm is None:
        return load
    percent = f"{wording.number(entry.percent_e1rm)} %"
    return f"{load} ({percent})" if load else percent


def _load_source(entry: PlannedSet, unit: Unit) -> str:
    percent = entry.percent_e1rm
    return _amount_text(entry, unit) if percent is None else f"{wording.number(percent, 3)} %"


def _amount_text(entry: PlannedSet, unit: Unit) -> str:
    if entry.load_kg is None:
        return ""
    if entry.load is not None and entry.unit is unit:
        return wording.number(entry.load, 3)
    return wording.mass(entry.load_kg, unit, 1)
