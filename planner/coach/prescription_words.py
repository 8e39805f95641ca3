"""Write prescriptions: as cards and sheets show them, and as text that reads back the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import groupby

from planner.coach import amounts, wording
from planner.coach.entry import MOST_EFFORT, RPE_FROM, load_from_kg
from planner.engine.terms import N_, Exercise, LoadKind, PlannedExercise, PlannedSet, SetKind, Unit
from planner.language import decimal_sign, tr

BLANK, PAPER_BLANK = "____", "_______"  # a load that is still open, on screen and to write on
NO_BREAK = "\u00a0"
_MARKS = {SetKind.WARMUP: "w ", SetKind.DROP: "d ", SetKind.FAILURE: "f "}
_KINDS = {
    SetKind.WARMUP: N_("warm-up {sets}"),
    SetKind.DROP: N_("drop {sets}"),
    SetKind.FAILURE: N_("to failure {sets}"),
}
_KINDS_OF_SUPERSET = "W"  # a letter that means a kind of set, unless a number follows


def prescription_text(
    sets: Sequence[PlannedSet], unit: Unit, exercise: Exercise | None = None
) -> tuple[str, str]:
    """Return (`4×6 @2`, `102.5`): the prescription and its load, as the card shows them.

    A percentage stands behind the load it comes to, `62.5 (80 %)`, or alone. What differs from
    set to set is listed: (`5/3/1+`, `75/85/95 %`). The effort of endurance is an RPE:
    `1×20min @RPE6`.
    """
    by_rpe = exercise is not None and amounts.endures(exercise)
    shown, load = _text(tuple(sets), unit, by_rpe, decimal_sign())
    return "; ".join(_of_kind(kind, text) for kind, text in shown), load


@lru_cache(maxsize=1024)
def _text(
    sets: tuple[PlannedSet, ...], unit: Unit, by_rpe: bool, _sign: str
) -> tuple[tuple[tuple[SetKind, str], ...], str]:
    """Return the sets that are written together, each with their kind, and all loads."""
    made = list(runs(sets))
    loads = [load for run in made if (load := _loads(run, unit))]
    same = len(set(loads)) == 1
    shown = tuple((run[0].kind, _sets(run, by_rpe)) for run in made)
    return shown, loads[0] if same else "; ".join(loads)


def _of_kind(kind: SetKind, sets: str) -> str:
    return tr(_KINDS[kind]).format(sets=sets) if kind in _KINDS else sets


def prescription_source(
    sets: Sequence[PlannedSet],
    unit: Unit,
    superset: int | None = None,
    exercise: Exercise | None = None,
) -> str:
    """Return text that `parse_prescription` reads back as the same sets and superset."""
    by_rpe = exercise is not None and amounts.endures(exercise)
    parts = (
        f"{_MARKS.get(run[0].kind, '')}{_sets(run, by_rpe, 3)} {_load_source(run, unit)}".strip()
        for run in runs(sets)
    )
    text = "; ".join(parts).replace("×", "x").replace("–", "-").replace("−", "-")
    return text if superset is None else f"{_letter(superset)} {text}"


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


def load_with_unit(words: str, unit: Unit, blank: str = " ") -> str:
    """Return a load as the card shows it with its unit: '62.5 kg', '62.5 kg (80 %)', 'bw'."""
    amount, space, percent = words.partition(" (")
    return f"{amount}{blank}{unit}{space}{percent}" if amount[-1:].isdigit() else words


def typed(entry: PlannedSet, unit: Unit) -> PlannedSet:
    """Give a load that was computed in kg the form in which a lifter would type it."""
    if entry.load is not None or entry.load_kg is None:
        return entry
    return replace(entry, load=load_from_kg(entry.load_kg, unit), unit=unit)


def typed_exercise(planned: PlannedExercise, unit: Unit) -> PlannedExercise:
    """Return a planned exercise whose computed loads are as a lifter would type them."""
    return replace(planned, sets=tuple(typed(entry, unit) for entry in planned.sets))


# runs: sets that are written together
def runs(sets: Sequence[PlannedSet]) -> Iterator[list[PlannedSet]]:
    """Yield the sets that are written together: alike, or single ones of the same parts."""
    run: list[PlannedSet] = []
    uneven = False
    for group in _groups(sets):
        if run and len(group) == 1 and (uneven or len(run) == 1) and _kin(run[-1], group[0]):
            run, uneven = [*run, *group], True
            continue
        if run:
            yield run
        run, uneven = group, False
    if run:
        yield run


def _kin(one: PlannedSet, other: PlannedSet) -> bool:
    """Say whether one line can list both sets: both have, or lack, the same things."""
    return one.kind is other.kind and _has(one) == _has(other)


def _has(entry: PlannedSet) -> tuple[bool, bool, bool]:
    by_percent = entry.percent_e1rm is not None
    return entry.rir is not None, by_percent, not by_percent and entry.load_kg is not None


def _groups(sets: Sequence[PlannedSet]) -> Iterator[list[PlannedSet]]:
    """Yield sets that are alike; as many as possible are asked of the last one alone."""

    def alike(entry: PlannedSet) -> PlannedSet:
        return replace(entry, id=None, uid="", amrap=entry.amrap and not _plus(entry))

    for _, group in groupby(sets, key=alike):
        made: list[PlannedSet] = []
        for entry in group:
            made.append(entry)
            if _plus(entry):
                yield made
                made = []
        if made:
            yield made


def _plus(entry: PlannedSet) -> bool:
    counted = (entry.reps_low, entry.seconds, entry.distance_m)
    return entry.amrap and any(each is not None for each in counted)


# their text
def _sets(run: Sequence[PlannedSet], by_rpe: bool, decimals: int = 1) -> str:
    told = [_amount(entry, decimals) for entry in run]
    plus = ["+" if _plus(entry) else "" for entry in run]
    if len(set(told)) == 1 and not any(plus[:-1]):
        text = f"{len(run)}×{told[0]}{plus[-1]}"
    else:
        text = "/".join(amount + more for amount, more in zip(told, plus, strict=True))
    efforts = [_effort(e.rir, by_rpe, max(decimals, 2)) for e in run if e.rir is not None]
    return f"{text} @{_listed(efforts)}" if efforts else text


def _amount(entry: PlannedSet, decimals: int) -> str:
    if entry.seconds is not None:
        return amounts.asked_time(entry.seconds, decimals)
    if entry.distance_m is not None:
        return amounts.asked_length(entry.distance_m, decimals)
    if entry.reps_low is None:
        return "AMRAP"
    if entry.reps_high not in (None, entry.reps_low):
        return f"{entry.reps_low}–{entry.reps_high}"
    return f"{entry.reps_low}"


def _effort(rir: float, by_rpe: bool, decimals: int) -> str:
    if by_rpe:
        return f"RPE{wording.number(MOST_EFFORT - rir, decimals)}"
    return f"{'RIR' if rir >= RPE_FROM else ''}{wording.number(rir, decimals)}"


def _listed(parts: Sequence[str]) -> str:
    return parts[0] if len(set(parts)) == 1 else "/".join(parts)


def _loads(run: Sequence[PlannedSet], unit: Unit) -> str:
    each = [_load(entry, unit) for entry in run]
    load = _listed(each) if all(each) else ""
    if run[0].percent_e1rm is None:
        return load
    percent = f"{_percents(run, 1)} %"
    return f"{load} ({percent})" if load else percent


def _percents(run: Sequence[PlannedSet], decimals: int) -> str:
    return _listed([wording.number(entry.percent_e1rm or 0.0, decimals) for entry in run])


def _load(entry: PlannedSet, unit: Unit) -> str:
    if entry.load_kg is None:
        return ""
    if entry.load is not None and entry.unit is unit:
        return wording.number(entry.load, 3)
    return wording.mass(entry.load_kg, unit, 1)


def _load_source(run: Sequence[PlannedSet], unit: Unit) -> str:
    if run[0].percent_e1rm is not None:
        return f"{_percents(run, 3)}%"
    if run[0].load_kg is None:
        return ""
    foreign = any(entry.load is not None and entry.unit is not unit for entry in run)
    return _listed([_typed_source(entry, unit, foreign) for entry in run])


def _typed_source(entry: PlannedSet, unit: Unit, named: bool) -> str:
    own = typed(entry, unit)
    return f"{wording.number(own.load or 0.0, 3)}{own.unit if named else ''}"


def _letter(superset: int) -> str:
    letter = chr(ord("A") + superset % 26)
    return f"{letter}1" if letter in _KINDS_OF_SUPERSET else letter
