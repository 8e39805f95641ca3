"""What Enter would take for each empty cell of a row, and which side and kind the row has."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from planner.coach import amounts, pain_stop
from planner.coach.amounts import CM_PER_M
from planner.coach.entry import SetRow, parse_number, timed, usual_side
from planner.coach.shorthand import Shorthand, UnclearText, plain, shorthand
from planner.engine.terms import (
    WORK_KINDS,
    Exercise,
    LoggedSet,
    PlannedSet,
    SetKind,
    Side,
    Unit,
)
from planner.ui.set_columns import (
    MOST_EFFORT,
    Field,
    amount_field,
    amount_text,
    cell_text,
    columns,
    in_unit,
    shown,
    value,
)

UNKNOWN = "?"  # typed for 'I do not know': takes no offer

Texts = Mapping[Field, str]
LOAD = re.compile(r"(?P<bw>bw)?\s*(?P<number>[+-]?\s*\d+(?:[.,]\d+)?)?\s*(?P<unit>kg|lb)?s?")
_COUNTED = {
    Field.SECONDS: ("seconds", 1.0),
    Field.DISTANCE: ("distance_m", 1.0),
    Field.REACH: ("distance_m", CM_PER_M),
}
_SEVERAL = re.compile(r"\d+\s*,\s*\d{2,}")  # 45,40 on a hold: nobody counts hundredths


@dataclass(frozen=True, slots=True)
class Entry:
    """Everything that reading a row needs besides its texts.

    `before` is the row above it in the same exercise, or None; `ramping` tells whether unmarked
    warm-ups may still come; `kind` is the kind shown and `side` the side chosen, None when the
    usual one is meant; `pain` is that of the set logged last where it should end the exercise;
    `spared` tells whether the load of `before` is easier than all that hurt badly.
    """

    row: SetRow
    before: SetRow | None
    exercise: Exercise
    unit: Unit
    ramping: bool = False
    kind: SetKind = SetKind.WORK
    side: Side | None = None
    pain: int = 0
    spared: bool = True


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
        **{field: _amount_offer(field, entry, texts) for field in _COUNTED},
    }
    rir = _target(entry).rir if _as_planned(entry, texts, made) else None
    effort = {Field.RIR: rir, Field.RPE: None if rir is None else MOST_EFFORT - rir}
    made |= {field: shown(amount) for field, amount in effort.items()}
    return {column.field: made[column.field] for column in columns(entry.exercise, entry.unit)}


def number_in(field: Field, text: str) -> float | None:
    """Return the number in a cell; a time may be 1:30 or 20min, a distance 5km, and a load may
    carry bw, a sign or a unit."""
    clean = plain(text)
    name, times = _COUNTED.get(field, ("", 1.0))
    if (told := timed(clean).get(name)) is not None:
        return told * times
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


def unmarked(texts: Texts, exercise: Exercise) -> tuple[Texts, Shorthand | None]:
    """Return a row's texts with the value alone where a cell has marks behind it, `25` of `25 p4`,
    and those marks; the texts as they are, and None, without such a cell or beside a whole entry.
    """
    whole = [field for field, text in texts.items() if is_whole(field, text)]
    found = _marked(whole[0], texts[whole[0]], exercise) if len(whole) == 1 else None
    return (texts, None) if found is None else ({**texts, whole[0]: found[0]}, found[1])


def _marked(field: Field, text: str, exercise: Exercise) -> tuple[str, Shorthand] | None:
    """Return the value of a cell and its marks; None for a whole entry, and for what is unclear.

    A number beside the load is what was done with that load, and so is one with its own effort.
    In the cell of what the exercise counts only a comma without a blank is a decimal one:
    `30, 25` are two sets.
    """
    try:
        written = shorthand(text)
    except UnclearText:
        return None
    number = ",".join(written.amounts)
    told = field in (Field.RIR, Field.RPE) and written.rir is not None
    several = field is amount_field(exercise) and re.search(r",\s", text)
    whole = field is Field.LOAD or told or several or written.load is not None
    return None if whole or number_in(field, number) is None else (number, written)


def _offered_load(entry: Entry) -> float | None:
    """Return the load to offer, never over a limit, which is asked about when it is typed, and
    none harder than today's sets hold it to."""
    load, row = _usual_load(entry), entry.row
    if load is None:
        return None
    load = pain_stop.no_harder(load, row, entry.exercise, entry.unit)
    return load if row.most_kg is None else min(load, in_unit(row.most_kg, entry.unit))


def _usual_load(entry: Entry) -> float | None:
    row, above = entry.row, entry.before
    if row.asks_load:
        goes_on = entry.kind in WORK_KINDS and not entry.pain and entry.spared
        typed = above.logged if above is not None and goes_on else None
        return None if typed is None else value(Field.LOAD, typed, entry.unit)
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


def _amount_offer(field: Field, entry: Entry, texts: Texts) -> str:
    """Write the time or the distance to offer: as planned, else as last time.

    How long a distance took, and how far one came in a time, only the lifter can know.
    """
    target, (name, times) = _target(entry), _COUNTED[field]
    planned = getattr(target, name)
    if planned is not None:
        return cell_text(field, planned * times, entry.exercise)
    if target.seconds is not None or target.distance_m is not None:
        return "" if amounts.endures(entry.exercise) else _asked_otherwise(entry)
    others = (Field.SECONDS, Field.DISTANCE) if amounts.endures(entry.exercise) else ()
    if any(texts.get(other) for other in others if other is not field) or (
        others and field is not amount_field(entry.exercise)
    ):
        return ""
    return cell_text(field, _offered(field, entry), entry.exercise)


def _asked_otherwise(entry: Entry) -> str:
    """Write what is planned in another unit than the exercise counts: '30 s', '40 m'; or ''."""
    target = _target(entry)
    made = LoggedSet(None, None, seconds=target.seconds, distance_m=target.distance_m)
    return amount_text(made, entry.exercise)


def _reps_text(entry: Entry) -> str:
    """Write the reps to offer; of what is planned by clock or distance that."""
    target = _target(entry)
    if otherwise := _asked_otherwise(entry):
        return otherwise
    low, high, most = target.reps_low, target.reps_high, entry.row.most_reps
    if target.amrap or _dropped(entry):
        return ""
    if low is None or high is None or low == high:
        return shown(_no_more(_offered(Field.REPS, entry, low or high), most))
    last = entry.row.last.reps if entry.row.last else None
    usual = last if last is not None and low <= last <= high else low
    return shown(_no_more(usual, most))


def _no_more(reps: float | None, most: int | None) -> float | None:
    """Return repetitions, or the most to offer where that is fewer; None for none."""
    return reps if reps is None or most is None else (min(reps, most) or None)


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


def _as_planned(entry: Entry, texts: Texts, offered: Texts) -> bool:
    """Only a set done as planned can be assumed to have felt as planned.

    Of endurance, the one of time and distance that was not planned is what came of it.
    """
    told = [field for field, text in texts.items() if text and field in offered]
    if amounts.endures(entry.exercise):
        told = [field for field in told if offered[field]]
    return all(_alike(field, texts[field], offered[field]) for field in told)


def _alike(field: Field, text: str, offered: str) -> bool:
    number = number_in(field, text)
    return text == offered if number is None else number == number_in(field, offered)


def _target(entry: Entry) -> PlannedSet:
    return entry.row.target or PlannedSet()
