"""Read one group of sets of a prescription: `4x6 @2 102.5 rest 2:30`, `5/3/1+ 75/85/95%`."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from planner.coach import pace, prescription_hints
from planner.coach.entry import (
    CLOCK,
    KINDS,
    NUMBER,
    UnclearText,
    beyond,
    load_fields,
    read_float,
    read_rir,
    timed,
)
from planner.coach.prescription_scan import Place, Scan, UnclearPart
from planner.engine.terms import N_, Exercise, LoadKind, PlannedSet, SetKind, Unit
from planner.language import tr

MOST_SETS = 20  # of one group; more is a typing error
_TOO_MANY = N_("Between 1 and {n} sets, please.")
_PART = N_("Put ; between groups of sets: 1x5 100; 3x8 85.")
_UNEVEN_REPS = N_(
    "{sets} sets, but {told} amounts of reps: write one for all, or one a set with / between."
)
_UNEVEN_RESERVES = N_(
    "{sets} sets, but {told} reserves: write one for all, or one a set with / between."
)
_UNEVEN_LOADS = N_("{sets} sets, but {told} loads: write one for all, or one a set with / between.")

_KIND = re.compile(r"([wdf])(?=[\s\d])")
_RAMP = re.compile(r"ramp\b")
_COUNT = re.compile(r"(\d+)\s*x\s*")
_TIMED = rf"{CLOCK}|{NUMBER}\s*(?:sec|s|min|cm|m|km|mi)"
_AMOUNT = re.compile(
    rf"(?:(?:(?P<timed>{_TIMED})|(?P<low>\d+)(?:-(?P<high>\d+))?)(?P<plus>\+)?|(?P<max>amrap))"
    r"(?![\w.+])"
)
_SLASH, _SLASH_OR_COMMA = re.compile(r"/\s*"), re.compile(r"/\s*|,\s*(?=\d+(?:-\d+)?\+?(?!\s*x))")
_EFFORT = re.compile(rf"(?:@\s*(rir|rpe)?|(rir|rpe))\s*({NUMBER})(?![\w.])")
_NEXT_EFFORT = re.compile(rf"@?\s*(rir|rpe)?\s*({NUMBER})(?![\w.])")
_LOAD = re.compile(
    rf"(?P<load>2\s*x\s*{NUMBER}|bw(?:\s*[+-]\s*{NUMBER})?|[+-]?\s*{NUMBER})"
    r"\s*(?:(?P<unit>kg|lb)s?|(?P<percent>%))?(?![\w.])"
)
_CLAUSE = re.compile(r"(?P<what>rest|tempo)\b\s*:?\s*(?P<value>\S+(?:\s*(?:s|min)\b)?)?")
_ANOTHER = re.compile(r"[,+&]?\s*\d+\s*x")

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Group:
    """Sets, or the wish for a ramp, with what is said of all sets of the exercise."""

    sets: tuple[PlannedSet, ...] = ()
    ramp: Place | None = None
    told: dict[str, int | str | None] = field(default_factory=dict)


def read_group(scan: Scan, unit: Unit, exercise: Exercise) -> Group:
    """Read a group to its end. Raises UnclearPart."""
    told = _clauses(scan)
    if told and scan.done:
        return Group(told=told)
    mark, at = scan.take(_KIND), scan.word()
    kind = KINDS[mark[1]] if mark else SetKind.WORK
    if kind is SetKind.WARMUP and scan.take(_RAMP):
        return Group(ramp=at, told=_rest_of(scan, told))
    sets = [replace(made, kind=kind) for made in _amounts(scan)]
    while not scan.done:
        sets = _more(scan, sets, unit, exercise, told)
    return Group(tuple(sets), told=told)


def _more(
    scan: Scan,
    sets: list[PlannedSet],
    unit: Unit,
    exercise: Exercise,
    told: dict[str, int | str | None],
) -> list[PlannedSet]:
    """Read what may follow the repetitions, in any order."""
    if clauses := _clauses(scan):
        told.update(clauses)
        return sets
    if sets[0].rir is None and scan.sees(_EFFORT):
        return _efforts(scan, sets)
    if not any(map(_loaded, sets)) and scan.sees(_LOAD):
        return _loads(scan, sets, unit, exercise)
    raise _unread(scan)


def _unread(scan: Scan) -> UnclearPart:
    at = scan.word()
    word = scan.said(at)
    if scan.sees(_ANOTHER):
        return UnclearPart(tr(_PART), at)
    return UnclearPart(prescription_hints.after_reps(word), at)


def _loaded(made: PlannedSet) -> bool:
    return made.load_kg is not None or made.percent_e1rm is not None


def _rest_of(scan: Scan, told: dict[str, int | str | None]) -> dict[str, int | str | None]:
    told = told | _clauses(scan)
    if not scan.done:
        raise _unread(scan)
    return told


# sets and repetitions
def _amounts(scan: Scan) -> list[PlannedSet]:
    at, text, found = scan.word(), scan.rest, scan.take(_COUNT)
    count = read_float(found[1]) if found else None
    if found is not None and count is not None and not 1 <= count <= MOST_SETS:
        hints = (tr(_TOO_MANY).format(n=MOST_SETS), prescription_hints.load_first(text))
        raise UnclearPart(" ".join(filter(None, hints)), at)
    if found is not None and not scan.sees(_AMOUNT):
        words = tr("After {sets} come reps: 6, 8-12, 5+, AMRAP, 30s or 40m.")
        raise UnclearPart(words.format(sets=found[0].strip()), at)
    made = _several(scan, _AMOUNT, _SLASH_OR_COMMA)
    one = count is None and len(made) == 1
    if not made or (one and not made[0]["timed"]):
        raise UnclearPart(prescription_hints.at_start(text, scan.said(at)), at)
    each = [_at(part, _amount) for part in made]
    if count is None and len(each) > MOST_SETS:
        raise UnclearPart(tr(_TOO_MANY).format(n=MOST_SETS), at)
    number = len(each) if count is None else int(count)
    place = made[0].start(), made[-1].end()
    sets = _spread(each, number, _UNEVEN_REPS, place)
    if len(made) > 1:
        return [_plus(one, part) for one, part in zip(sets, made, strict=True)]
    return [*sets[:-1], _plus(sets[-1], made[0])]


def _plus(made: PlannedSet, part: re.Match[str]) -> PlannedSet:
    return replace(made, amrap=True) if part["plus"] else made


def _amount(part: re.Match[str]) -> PlannedSet:
    if part["max"]:
        return PlannedSet(amrap=True)
    if part["timed"]:
        return _measured(timed(part["timed"]))
    low = read_float(part["low"])
    high = read_float(part["high"]) if part["high"] else low
    if not 1 <= low <= high <= 100:
        raise UnclearText(tr("Reps run from low to high, 1 to 100."))
    return PlannedSet(reps_low=int(low), reps_high=int(high))


def _measured(amount: dict[str, float]) -> PlannedSet:
    """Return a set that is as long, or goes as far, as was written."""
    made = PlannedSet(seconds=amount.get("seconds"), distance_m=amount.get("distance_m"))
    if problem := beyond(seconds=made.seconds, distance_m=made.distance_m):
        raise UnclearText(problem)
    return made


# reserve
def _efforts(scan: Scan, sets: list[PlannedSet]) -> list[PlannedSet]:
    first = scan.take(_EFFORT)
    assert first is not None, "looked at before"
    scale = first[1] or first[2]
    rirs, last = [_at(first, lambda part: read_rir(scale, part[3]))], first
    while scan.take(_SLASH):
        more, at = scan.take(_NEXT_EFFORT), scan.word()
        if more is None:
            raise UnclearPart(tr("After / comes the reserve of the next set."), at)
        rirs.append(_at(more, lambda part: read_rir(part[1] or scale, part[2])))
        last = more
    each = _spread(rirs, len(sets), _UNEVEN_RESERVES, (first.start(), last.end()))
    return [replace(made, rir=rir) for made, rir in zip(sets, each, strict=True)]


# loads
def _loads(scan: Scan, sets: list[PlannedSet], unit: Unit, exercise: Exercise) -> list[PlannedSet]:
    made = _several(scan, _LOAD, _SLASH)
    place = made[0].start(), made[-1].end()
    if exercise.load_kind is LoadKind.NONE and not made[-1]["percent"]:
        raise UnclearPart(tr("This exercise has no load."), place)
    if any(part["percent"] for part in made):
        fields = [_at(part, _percent) for part in made]
    else:
        usual = Unit(made[-1]["unit"]) if made[-1]["unit"] else unit
        fields = [_at(part, lambda part: _load(part, usual, unit, exercise)) for part in made]
    each = _spread(fields, len(sets), _UNEVEN_LOADS, place)
    return [replace(entry, **values) for entry, values in zip(sets, each, strict=True)]


def _percent(part: re.Match[str]) -> dict[str, Any]:
    text = part["load"]
    if part["unit"] or not text[0].isdigit() or "x" in text:
        raise UnclearText(tr("Either loads or shares of e1RM, not both."))
    if not 1 <= read_float(text) <= 120:
        raise UnclearText(tr("A percentage of e1RM lies between 1 and 120."))
    return {"percent_e1rm": read_float(text)}


def _load(part: re.Match[str], usual: Unit, shown: Unit, exercise: Exercise) -> dict[str, Any]:
    signed = re.sub(r"\s", "", part["load"]).removeprefix("bw").removeprefix("2x")
    value = read_float(signed) if signed else 0.0
    if exercise.load_kind is LoadKind.ASSISTED:
        value = abs(value)
    if value < 0 and exercise.load_kind is LoadKind.EXTERNAL:
        raise UnclearText(tr("A minus means help, and nothing helps in this exercise."))
    fields = load_fields(value, Unit(part["unit"]) if part["unit"] else usual)
    if problem := beyond(fields["load_kg"], unit=shown):
        raise UnclearText(problem)
    return fields


# rest and tempo
def _clauses(scan: Scan) -> dict[str, int | str | None]:
    told: dict[str, int | str | None] = {}
    while found := scan.take(_CLAUSE):
        read = pace.rest_seconds if found["what"] == "rest" else pace.tempo_text
        try:
            told[found["what"]] = read(found["value"] or "?")
        except ValueError as problem:
            raise UnclearPart(str(problem), found.span()) from problem
    return told


# lists
def _several(scan: Scan, item: re.Pattern[str], between: re.Pattern[str]) -> list[re.Match[str]]:
    found = [first] if (first := scan.take(item)) else []
    while found and scan.take(between):
        more = scan.take(item)
        if more is None:
            raise UnclearPart(tr("After / comes what the next set has."), scan.word())
        found.append(more)
    return found


def _at(part: re.Match[str], read: Callable[[re.Match[str]], Value]) -> Value:
    try:
        return read(part)
    except UnclearText as problem:
        raise UnclearPart(str(problem), part.span()) from problem


def _spread(values: Sequence[Value], sets: int, uneven: str, place: Place) -> list[Value]:
    """Return a value for each set: its own, or the one for all."""
    if len(values) not in (1, sets):
        raise UnclearPart(tr(uneven).format(sets=sets, told=len(values)), place)
    return list(values) * (sets if len(values) == 1 else 1)
