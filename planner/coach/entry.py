"""Read what a lifter types into the log: `100x8@2`, `bw+10x5`, `45s`, `5km 25:00`, `2x100x5`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from planner.coach import counts, wording
from planner.coach.amounts import CM_PER_M as CM_PER_M
from planner.coach.shorthand import (
    CLOCK as CLOCK,
    KINDS as KINDS,
    METRES,
    MOST_EFFORT as MOST_EFFORT,
    MOST_SETS,
    NUMBER as NUMBER,
    RPE_FROM as RPE_FROM,
    SECONDS,
    Shorthand,
    UnclearText as UnclearText,
    plain,
    read_float as read_float,
    read_rir as read_rir,
    shorthand,
)
from planner.engine.terms import (
    KG_PER_LB,
    N_,
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
from planner.language import tr

UNSEEN_LOAD_KG = 200.0  # few lift more where they never lifted before: rule of thumb
MOST_REPS, MOST_LOAD_KG = 1_000_000, 10_000.0  # of a set: what is beyond is no training
MOST_SECONDS, MOST_METRES = 86_400.0, 1_000_000.0  # of a set: a day, 1,000 km
BARE = {Measure.DISTANCE: "m", Measure.REACH: "cm"}  # the unit of a number without one
_PART = re.compile(rf"{CLOCK}|{NUMBER}\s*[a-z]*")
_UNITS = re.compile(rf"{NUMBER}\s*(?:{'|'.join((*SECONDS, *METRES, 'cm'))})")
# before the next of sets that are written whole: '45x8, 42,5x7'; a decimal comma has no blank
NEXT_SET = re.compile(r"(?:,\s+|\s*;\s*)(?=(?:(?!,\s)[^;])*x)")


@dataclass(frozen=True, slots=True)
class SetRow:
    """One row of the entry grid: what is planned, what was done last time, what is logged.

    `side` is the one to do next, BOTH where that is not the question; `sides` holds what last
    time's set was at this place for each side that it tells of. The bar weighs `bar_kg`, and
    `e1rm_kg` was the estimate when the day began; None where there is none, or loads are not the
    whole weight. `most_kg` is the load that somebody set a limit at, in the words of `limit`;
    `over_meant`: a set of the session was done over it, and nobody is asked about that again.
    `asks_load`: no load is suggested that day, so that one is only logged when it is typed;
    `endures`: a set of the exercise usually lasts minutes; `capped`: the target had a load over
    the limit, and now has that of the limit and no reserve. `hurt` says what the last session's
    strong pain asks for; '' where there was none, or it was cleared. Today's sets or pain of late
    hold an open row to `held_kg`, so that none harder is offered, and a pause to `most_reps`.
    """

    number: int
    target: PlannedSet | None
    last: LoggedSet | None
    logged: LoggedSet | None
    suggested_kg: float | None
    side: Side = Side.BOTH
    sides: tuple[tuple[Side, LoggedSet], ...] = ()
    bar_kg: float | None = None
    e1rm_kg: float | None = None
    most_kg: float | None = None
    limit: str = ""
    over_meant: bool = False
    asks_load: bool = False
    endures: bool = False
    capped: bool = False
    hurt: str = ""
    held_kg: float | None = None
    most_reps: int | None = None

    @property
    def offered_kg(self) -> float | None:
        """The load that it offers where none is planned: the suggested one, else last time's."""
        last_kg = self.last.load_kg if self.last is not None else None
        return last_kg if self.suggested_kg is None else self.suggested_kg

    @property
    def planned_kg(self) -> float | None:
        """The load of its target; of a row without one the load that it would offer."""
        load_kg = self.target.load_kg if self.target is not None else None
        return self.offered_kg if load_kg is None else load_kg


@dataclass(frozen=True, slots=True)
class EntryDraft:
    """What typing into a cell means: one or more sets, or a problem to show in place."""

    sets: tuple[LoggedSet, ...] = ()
    problem: str = ""


def parse_entry(text: str, exercise: Exercise, unit: Unit, row: SetRow) -> EntryDraft:
    """Read a whole entry; missing parts are taken from the row's target, then from last time.

    Understands `100x8@2`, `100x8,8,6`, `100x8, 95x6`, `bw+10x5`, `-20x8` (help), `45s`, `1:30`,
    `12/leg`, `2x100x5` (two sets), `82,5x8`, `225lb x 5`, `400m`, `40kg 30m`, `20x45s` (loaded),
    `5km 25:00 @3` (distance and time), `100x8 3-1-3-0` (tempo), `30s q2` (quality: 3 sound,
    2 shaky, 1 lost), `100x8 p4` (pain, 0 to 10), and a mark before or behind: `w60x5` or `60x5w`
    (warm-up), `d` (drop), `f` (failure).
    """
    try:
        parts = [shorthand(part) for part in NEXT_SET.split(plain(text))]
        return EntryDraft(tuple(e for part in parts for e in _sets(part, exercise, unit, row)))
    except UnclearText as problem:
        return EntryDraft(problem=str(problem))


def parse_number(text: str) -> float | None:
    """Read a number with decimal point or comma; None when it is not one."""
    clean = plain(text).replace(",", ".")
    return float(clean) if re.fullmatch(r"[+-]?\d+(\.\d+)?", clean) else None


def beyond(
    load_kg: float | None = None,
    reps: float | None = None,
    seconds: float | None = None,
    distance_m: float | None = None,
    unit: Unit = Unit.KG,
) -> str:
    """Return what is wrong with amounts that no set can have, or ''; help counts as load.

    `unit` is the one that the lifter reads.
    """
    most = float(wording.mass(MOST_LOAD_KG, unit, 0))
    limits = (
        (load_kg, MOST_LOAD_KG, N_("A load is at most {most} {unit}."), most),
        (reps, MOST_REPS, N_("A set has at most {most} reps."), MOST_REPS),
        (seconds, MOST_SECONDS, N_("A set lasts at most {most} hours."), MOST_SECONDS / 3600),
        (distance_m, MOST_METRES, N_("A set goes at most {most} km."), MOST_METRES / 1000),
    )
    over = ((words, told) for amount, most, words, told in limits if amount and abs(amount) > most)
    words, told = next(over, ("", 0.0))
    return tr(words).format(most=counts.digits(told), unit=unit)


def load_fields(value: float, unit: Unit) -> dict[str, Any]:
    """Return the load fields of a set as typed and in kg."""
    kg = value if unit is Unit.KG else value * KG_PER_LB
    return {"load": value, "unit": unit, "load_kg": kg}


def load_from_kg(kg: float, unit: Unit) -> float:
    """Return a load as the lifter would type it: in the unit, to the hundredth."""
    return kg if unit is Unit.KG else round(kg / KG_PER_LB, 2)


def _sets(made: Shorthand, exercise: Exercise, unit: Unit, row: SetRow) -> list[LoggedSet]:
    made = counted(made, exercise)
    shared = {
        "kind": made.kind or SetKind.WORK,
        "rir": made.rir,
        "side": made.side or usual_side(exercise),
        "tempo": made.tempo,
        "technique": made.quality,
        "pain": made.pain,
        "target_reps": row.target.reps_low if row.target else None,
        **_load(made.load, made.unit or unit, exercise, row),
    }
    amounts = [_amount(text, exercise.measure) for text in made.amounts]
    problems = (beyond(shared["load_kg"], **amount, unit=unit) for amount in amounts)
    if problem := next(filter(None, problems), ""):
        raise UnclearText(problem)
    return [LoggedSet(**{"reps": None, **shared, **each}) for each in amounts * made.count]


def sided(exercise: Exercise) -> bool:
    """Tell whether paper has a box for each side: what is scored left and right apart."""
    scored = exercise.category in (Category.NEUROMUSCULAR, Category.FLEXIBILITY)
    return exercise.per_side and scored and exercise.load_kind is LoadKind.NONE


def usual_side(exercise: Exercise) -> Side:
    """Return the side of a set of which nothing was said."""
    return Side.EACH if exercise.per_side else Side.BOTH


def counted(made: Shorthand, exercise: Exercise) -> Shorthand:
    """Take `3x12` for three sets of twelve where an exercise has no load of its own; more than
    `MOST_SETS` are a load: `20x45s` is held with 20."""
    bare = exercise.load_kind in (LoadKind.NONE, LoadKind.BODYWEIGHT) and made.unit is None
    if not bare or made.count > 1 or made.load is None or not made.load.isdigit():
        return made
    count = _whole(made.load)
    return replace(made, load=None, count=count) if 1 <= count <= MOST_SETS else made


def _load(text: str | None, unit: Unit, exercise: Exercise, row: SetRow) -> dict[str, Any]:
    if text is None:
        none = exercise.load_kind is LoadKind.NONE
        return {"load_kg": None, "unit": unit} if none else usual_load(row, unit)
    signed = text.removeprefix("bw")
    value = read_float(signed) if signed else 0.0
    if exercise.load_kind is LoadKind.ASSISTED:
        return load_fields(-value if signed.startswith("+") else abs(value), unit)
    if value < 0 and exercise.load_kind in (LoadKind.EXTERNAL, LoadKind.NONE):
        raise UnclearText(tr("A minus means help, and nothing helps in this exercise."))
    if not value and exercise.load_kind is LoadKind.NONE:
        return {"load_kg": None, "unit": unit}
    return load_fields(value, unit)


def usual_load(row: SetRow, unit: Unit) -> dict[str, Any]:
    """Return the load fields that an entry without a load takes: suggested, else last time's."""
    held = row.held_kg is not None and row.suggested_kg is not None
    if row.target is not None and row.target.load is not None and not held:
        return {"load": row.target.load, "unit": row.target.unit, "load_kg": row.target.load_kg}
    if row.suggested_kg is not None:
        return load_fields(load_from_kg(row.suggested_kg, unit), unit)
    if row.last is not None and row.last.load_kg is not None:
        return {"load": row.last.load, "unit": row.last.unit, "load_kg": row.last.load_kg}
    return {"load_kg": None, "unit": unit}


def _amount(text: str, measure: Measure) -> dict[str, Any]:
    """Read what one set did; a time and a distance may both be told."""
    parts = [found.group().strip() for found in _PART.finditer(text)]
    amounts = [_part(part, measure) for part in parts]
    if len({name for each in amounts for name in each}) < len(parts):
        raise UnclearText(tr("One time and one distance a set: 5km 25:00."))
    return {name: value for each in amounts for name, value in each.items()}


def _part(text: str, measure: Measure) -> dict[str, Any]:
    """Read a count, a time or a distance; a bare number counts what the exercise counts."""
    if ":" in text:
        return {"seconds": clock_seconds(text)}
    number = text.rstrip("abcdefghijklmnopqrstuvwxyz ")
    word = text[len(number) :].strip()
    if word in SECONDS:
        return {"seconds": read_float(number) * SECONDS[word]}
    if word in (*METRES, "cm"):
        return {"distance_m": _metres(read_float(number), word)}
    if measure is Measure.SECONDS and not word:
        return {"seconds": read_float(number)}
    if measure in (Measure.DISTANCE, Measure.REACH) and not word:
        return {"distance_m": _metres(read_float(number), BARE[measure])}
    if "." in number:
        raise UnclearText(tr("Reps are whole numbers."))
    return {"reps": _whole(number)}


def clock_seconds(text: str) -> float:
    """Read '8:10' or '1:45:30' as seconds."""
    seconds = 0.0
    for part in text.removesuffix("min").split(":"):
        seconds = seconds * 60.0 + read_float(part)
    return seconds


def timed(text: str) -> dict[str, float]:
    """Read a time or a distance that names its unit: '20min', '8:10', '5 km'; {} for none."""
    clean = plain(text)
    if re.fullmatch(CLOCK, clean):
        return {"seconds": clock_seconds(clean)}
    found = _UNITS.fullmatch(clean)
    return _part(clean, Measure.REPS) if found else {}


def _metres(amount: float, unit: str) -> float:
    metres = amount / CM_PER_M if unit == "cm" else amount * METRES[unit]
    return round(metres, 6)  # 16.1 km are 16,100 m, not a hair more


def _whole(digits: str) -> int:
    """Read a count; one too long for Python to read stays too many."""
    return int(min(read_float(digits), MOST_REPS + 1))
