"""Ask about a set that looks like a typing error, and say what was likely meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import inf, log

from planner.coach import counts, length_doubt, wording
from planner.coach.entry import UNSEEN_LOAD_KG, SetRow, load_fields
from planner.coach.length_doubt import Doubt as Doubt
from planner.engine import strength
from planner.engine.terms import LoggedSet, SetKind, Unit
from planner.language import filled, passage, tr

# What asks a question, and what is likely instead: rules of thumb, as nothing goes on from them.
TOO_HEAVY, TOO_LIGHT = 1.8, 1 / 1.8  # times last time's load
TOO_MANY_REPS = 50  # reps of a loaded set
REPS_TIMES, MANY_REPS = 5, 20  # times last time's reps, and at least so many
ALIKE = log(1.25)  # what was meant lies as near to last time
ODD_RIR = 6.0  # nobody feels so many reps in reserve; as an RPE it is usual
A_THIRD = 1 / 3  # of last time's load: under it, a first set is a warm-up or a slip
TOO_STRONG = 1.3  # times the e1RM
IN_DOUBT = 1.5  # times the e1RM: what was done or is offered beyond it is no excuse
_TINY_KG = 0.1
OTHER = {Unit.KG: Unit.LB, Unit.LB: Unit.KG}


def doubt(entry: LoggedSet, row: SetRow, ramping: bool = False) -> str:
    """Return a question when a set looks like a typing error ('225 kg? Last time 100.'), or ''.

    A load near the target, or near the one that its row offers, is no slip, whatever was done last
    time. Warm-ups are as light as people like; while `ramping`, every light set may be one.
    """
    return _load_question(entry, row, ramping) or _reps_question(entry, row)


def asked(entry: LoggedSet, row: SetRow, ramping: bool = False) -> Doubt | None:
    """Return what to ask about a set before it is logged, with what was likely meant, or None."""
    if question := over_limit(entry, row):
        return Doubt(question)
    if question := _load_question(entry, row, ramping):
        return _likely(question, entry, row)
    if question := _reps_question(entry, row) or _many_reps(entry, row):
        return _likely(question, entry, row)
    if question := _too_little(entry, row, ramping) or _too_strong(entry, row):
        return _likely(question, entry, row)
    return length_doubt.asked(entry, row) or _effort(entry, row)


def ramping(rows: Sequence[SetRow]) -> bool:
    """Say whether unmarked warm-ups may still come: no set was marked as one, and none was work."""
    return not any(row.logged and _begins_work(row.logged, rows) for row in rows)


def _load_question(entry: LoggedSet, row: SetRow, ramping: bool) -> str:
    last = _usual_kg(row)
    planned = _asked_kg(row)
    warm = entry.kind is SetKind.WARMUP or (
        ramping and last and entry.load_kg and entry.load_kg < last
    )
    if entry.load_kg and last and not warm and not _near(entry.load_kg, last, planned):
        return _against_usual(entry, row, last)
    if not last and not planned and entry.load_kg and entry.load_kg > UNSEEN_LOAD_KG:
        return tr("{load}? There is no last time.").format(load=_load(entry.load_kg, entry.unit))
    return ""


def _against_usual(entry: LoggedSet, row: SetRow, usual_kg: float) -> str:
    """Ask about a load, with last time's or, where there is none, the one planned."""
    words = tr("{load}? Last time {usual}.") if row.last else tr("{load}? Planned {usual}.")
    usual = wording.mass(usual_kg, entry.unit, 1)
    return words.format(load=_load(entry.load_kg or 0.0, entry.unit), usual=usual)


def _load(kg: float, unit: Unit) -> str:
    return f"{wording.mass(kg, unit, 1)} {unit}"


def is_over_limit(entry: LoggedSet, row: SetRow) -> bool:
    """Say whether a load is over what somebody limited the exercise to."""
    return row.most_kg is not None and (entry.load_kg or 0.0) > row.most_kg + _TINY_KG


def over_limit(entry: LoggedSet, row: SetRow) -> str:
    """Ask about a load over a limit, until one of the session was meant; '' otherwise."""
    if row.over_meant or not is_over_limit(entry, row):
        return ""
    words = tr("{load}? {limit}.")
    return filled(words, load=_load(entry.load_kg or 0.0, entry.unit), limit=row.limit)


def _too_little(entry: LoggedSet, row: SetRow, ramping: bool) -> str:
    """Ask about less than the bar weighs, and about a first set too light to be an unmarked one.

    The bar alone is where many begin; who uses a lighter one has told so by plan or last time.
    """
    last, bar, kg = _usual_kg(row), row.bar_kg or 0.0, entry.load_kg
    if not kg or kg < 0 or entry.kind is SetKind.WARMUP or _near(kg, last, _asked_kg(row)):
        return ""
    if last and (kg < bar - _TINY_KG or (ramping and kg < A_THIRD * last and kg > bar + _TINY_KG)):
        mark = [tr("W marks a warm-up.")] if ramping else []
        return passage([_against_usual(entry, row, last), *mark])
    if kg < bar - _TINY_KG:
        words = tr("{load}? The bar weighs {bar}.")
        return words.format(load=_load(kg, entry.unit), bar=wording.mass(bar, entry.unit, 1))
    return ""


def _too_strong(entry: LoggedSet, row: SetRow) -> str:
    """Ask about a load over last time's with repetitions that are far beyond the e1RM."""
    last, load, known = row.last, entry.load_kg or 0.0, row.e1rm_kg
    if not known or last is None or not entry.reps:
        return ""
    if load <= max(_in_reach(last.load_kg, last.reps, row) or 0.0, _asked_kg(row) or 0.0):
        return ""
    if strength.e1rm(load, entry.reps) <= TOO_STRONG * known:
        return ""
    typed, before, e1rm = (
        wording.mass(kg, entry.unit, 1) for kg in (load, last.load_kg or 0.0, known)
    )
    words = tr("{load} {unit} × {reps}? Last time {last_load} × {last_reps}, e1RM about {e1rm}.")
    return words.format(
        load=typed, unit=entry.unit, reps=entry.reps, last_load=before, last_reps=last.reps,
        e1rm=e1rm,
    )  # fmt: skip


def _asked_kg(row: SetRow) -> float | None:
    """Return the load of the plan, else the one that the row offers; None without either."""
    planned, reps = (row.target.load_kg, row.target.reps_low) if row.target else (None, None)
    return _in_reach(row.suggested_kg, reps, row) if planned is None else planned


def _in_reach(load_kg: float | None, reps: int | None, row: SetRow) -> float | None:
    """Return a load unless it is so far beyond strength that it may be a slip itself."""
    far = strength.e1rm(load_kg or 0.0, reps or 1) > IN_DOUBT * (row.e1rm_kg or inf)
    return None if far else load_kg


def _reps_question(entry: LoggedSet, row: SetRow) -> str:
    usual = row.last.reps if row.last and row.last.reps else TOO_MANY_REPS
    if entry.reps and entry.reps > max(TOO_MANY_REPS, 2 * usual):
        words = tr("{reps} reps? Last time {usual}.") if row.last else tr("{reps} reps?")
        return words.format(reps=entry.reps, usual=usual)
    return ""


def _many_reps(entry: LoggedSet, row: SetRow) -> str:
    usual = row.last.reps if row.last else None
    if usual and entry.reps and entry.reps >= max(MANY_REPS, REPS_TIMES * usual):
        return tr("{reps} reps? Last time {usual}.").format(reps=entry.reps, usual=usual)
    return ""


def _usual_kg(row: SetRow) -> float | None:
    return row.last.load_kg if row.last else row.suggested_kg


def _begins_work(entry: LoggedSet, rows: Sequence[SetRow]) -> bool:
    usual = max([row.last.load_kg or 0.0 for row in rows if row.last], default=0.0)
    marked = entry.kind is SetKind.WARMUP
    return marked or not usual or (entry.load_kg or 0.0) > TOO_LIGHT * usual


def _near(load_kg: float, *usual_kg: float | None) -> bool:
    return any(kg and TOO_LIGHT < load_kg / kg < TOO_HEAVY for kg in usual_kg)


def _likely(question: str, entry: LoggedSet, row: SetRow) -> Doubt:
    """Add the slip that comes nearest to last time in both load and reps, if one comes near."""
    found = [
        (far, meant, says)
        for meant, says in _slips(entry)
        if (far := _distance(meant, row)) is not None and far <= ALIKE
    ]
    if not found:
        return Doubt(question)
    _, meant, says = min(found, key=lambda each: each[0])
    return Doubt(question, meant, says)


def _slips(entry: LoggedSet) -> Iterator[tuple[LoggedSet, str]]:
    """Yield what may have been meant, with its words: another unit, a digit more, swapped."""
    load, reps, unit = entry.load, entry.reps, entry.unit
    if load:
        other = replace(entry, **load_fields(load, OTHER[unit]))
        kg = wording.mass(other.load_kg or 0.0, unit, 0)
        yield other, f"{wording.number(load, 2)} {OTHER[unit]} ({kg} {unit})"
        for value in (load / 10, load * 10):
            yield replace(entry, **load_fields(value, unit)), f"{wording.number(value, 2)} {unit}"
    if load and reps and load == int(load):
        swapped = replace(entry, reps=int(load), **load_fields(float(reps), unit))
        yield swapped, f"{reps} × {int(load)}"
    if reps and reps % 10 == 0:
        yield replace(entry, reps=reps // 10), counts.reps(reps // 10)


def _distance(meant: LoggedSet, row: SetRow) -> float | None:
    """Return how far a load is from last time's, or reps where there is no load, as a log ratio.

    None where nothing can be compared, or the reps are too many still.
    """
    usual_kg, usual_reps = _usual_kg(row), row.last.reps if row.last else None
    if meant.load_kg and usual_kg and not _many_reps(meant, row):
        return abs(log(meant.load_kg / usual_kg)) if meant.load_kg * usual_kg > 0 else None
    if not usual_kg and meant.reps and usual_reps:
        return abs(log(meant.reps / usual_reps))
    return None


def _effort(entry: LoggedSet, row: SetRow) -> Doubt | None:
    """Ask about a reserve that nobody feels, and about one left in a set to failure.

    Of what counts no repetitions, an easy effort is nothing odd.
    """
    planned = row.target.rir if row.target else None
    if entry.rir is None or entry.kind is SetKind.WARMUP or entry.rir == planned:
        return None
    rir = wording.number(entry.rir, 2)
    if entry.kind is SetKind.FAILURE and entry.rir >= 1:
        meant = replace(entry, rir=0.0)
        question = tr("To failure, and {rir} in reserve?").format(rir=rir)
        return Doubt(question, meant, tr("none in reserve"))
    if entry.rir < ODD_RIR or entry.reps is None:
        return None
    left = 10.0 - entry.rir
    says = tr("RPE {rpe}, {rir} in reserve").format(rpe=rir, rir=wording.number(left))
    question = tr("{rir} reps in reserve?").format(rir=rir)
    return Doubt(question, replace(entry, rir=left), says)
