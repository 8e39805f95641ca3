"""Read a prescription: `4x6 @2 102.5`, `w ramp; 5/3/1+ 75/85/95% rest 3 min`, `A 3x30s`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from planner.coach.entry import UnclearText
from planner.coach.prescription_group import (
    MOST_SETS as MOST_SETS,
    Group,
    read_group,
)
from planner.coach.prescription_scan import Place, Scan, UnclearPart, plain
from planner.coach.prescription_words import (
    load_on_paper as load_on_paper,
    prescription_text as prescription_text,
    typed,
)
from planner.engine import plates, ramp
from planner.engine.terms import N_, Exercise, Inventory, PlannedSet, SetKind, Unit
from planner.language import tr

_FIRST = N_("Write sets x reps, for example 3x8 @2 60.")
_NO_WORK = N_("A ramp leads up to work sets: w ramp; 4x6 @2 100.")
_NO_RAMP = N_("A ramp is for what is loaded; write the warm-up out: w 2x5.")
_NOTE = re.compile(r"(?:^|(?<=[\s;]))note\b\s*:?\s*")
_SUPERSET = re.compile(r"\s*(?:(?P<letter>[A-VX-Zabceg-vxyz])|(?P<numbered>[A-Za-z])\d)[.):]?\s+")
_SETS = re.compile(
    r"""(?:^|\s)(?P<text>(?:[a-z]\d?\s+)?(?:w\s+ramp\b|(?:[wdf]\s+)?(?:
    \d+\s*x\s*(?:\d|amrap)|[1-4]?\d\+?(?:[/,][1-4]?\d\+?)+(?=\s|$))).*)""",
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Prescription:
    """What a typed prescription means, or the problem to show in place.

    `at` is where in the text the problem is. What was not told is None or ''; `ramp` says that
    the warm-up was asked for as a ramp.
    """

    sets: tuple[PlannedSet, ...] = ()
    problem: str = ""
    at: Place = (0, 0)
    superset: int | None = None
    rest_s: int | None = None
    tempo: str = ""
    note: str = ""
    ramp: bool = False


def parse_prescription(
    text: str, unit: Unit, exercise: Exercise, gym: Inventory | None = None
) -> Prescription:
    """Read a prescription; groups of sets are parted by `;`.

    Understands `4x6 @2 102.5`, `3x8-12 @RIR1`, `3x8 @RPE8`, `5x5 80%`, `3x5+` (last set as
    many as possible), `3xAMRAP`, `3x30s`, `3x8 bw+5`, `1x5 100; 3x8 85`, what differs from set
    to set as `5/3/1+ 75/85/95%` or `3x5 100/105/110`, a mark before a group (`w` warm-up, `d`
    drop, `f` failure), `w ramp` (lighter sets that lead up to the first work set, with what the
    gym loads, a usual one when it is not told), a superset's letter first of all (`A 3x10`), and
    `rest 2:30`, `tempo 3-1-3-0` and, last, `note …`.
    """
    try:
        return _read(text, unit, exercise, gym or plates.standard_inventory(unit))
    except UnclearPart as problem:
        return Prescription(problem=str(problem), at=problem.at)
    except UnclearText as problem:
        return Prescription(problem=str(problem), at=(0, len(text)))


def parted(text: str) -> tuple[str, str]:
    """Part 'bench 4x6 @2 100' into words and prescription; either may be ''."""
    found = _SETS.search(plain(text))
    if found is None or not text[: found.start("text")].strip():
        return text.strip(), ""
    return text[: found.start("text")].strip(), text[found.start("text") :].strip()


def _read(text: str, unit: Unit, exercise: Exercise, gym: Inventory) -> Prescription:
    clean = plain(text)
    noted = _NOTE.search(clean)
    end = noted.start() if noted else len(text)
    letter = _SUPERSET.match(text, 0, end)
    scans = _scans(clean, letter.end() if letter else 0, end)
    groups = [read_group(scan, unit, exercise) for scan in scans]
    told: dict[str, int | str | None] = {}
    for group in groups:
        told |= group.told
    rest_s, tempo = told.get("rest"), told.get("tempo")
    return Prescription(
        _all_sets(groups, exercise, gym, unit),
        superset=_number(letter) if letter else None,
        rest_s=rest_s if isinstance(rest_s, int) else None,
        tempo=tempo if isinstance(tempo, str) else "",
        note=text[noted.end() :].strip() if noted else "",
        ramp=any(group.ramp for group in groups),
    )


def _number(letter: re.Match[str]) -> int:
    return ord((letter["letter"] or letter["numbered"]).upper()) - ord("A")


def _scans(clean: str, start: int, end: int) -> Iterator[Scan]:
    while start < end:
        stop = clean.find(";", start, end)
        stop = end if stop < 0 else stop
        scan = Scan(clean, start, stop)
        if not scan.done:
            yield scan
        start = stop + 1


def _all_sets(
    groups: list[Group], exercise: Exercise, gym: Inventory, unit: Unit
) -> tuple[PlannedSet, ...]:
    made = [each for group in groups for each in group.sets]
    place = next((group.ramp for group in groups if group.ramp), None)
    if place is None:
        if not made:
            raise UnclearText(tr(_FIRST))
        return tuple(made)
    first = next((each for each in made if each.kind is not SetKind.WARMUP), None)
    if first is None:
        raise UnclearPart(tr(_NO_WORK), place)
    lighter = ramp.warm_up(first, exercise, gym)
    if not ramp.ramped(exercise):
        raise UnclearPart(tr(_NO_RAMP), place)
    return (*(typed(each, unit) for each in lighter), *made)
