"""Say a prescription in words: '4 sets of 6 reps, 2 left, 102.5 kg'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from planner.coach import amounts, wording
from planner.coach.entry import MOST_EFFORT
from planner.coach.prescription_words import load_with_unit, load_words, prescription_text, runs
from planner.engine.terms import Exercise, Measure, PlannedSet, SetKind, Unit

_KINDS = {SetKind.WARMUP: "warm-up: ", SetKind.DROP: "drop: ", SetKind.FAILURE: "to failure: "}


def spoken(sets: Sequence[PlannedSet], unit: Unit, exercise: Exercise) -> str:
    """Say sets in words, each group behind a semicolon, loads as the exercise has them."""
    said = "; ".join(_run(run, unit, exercise) for run in runs(sets))
    return said[:1].upper() + said[1:]


def _run(run: Sequence[PlannedSet], unit: Unit, exercise: Exercise) -> str:
    effort = _rpe(run) if amounts.endures(exercise) else _left(run)
    parts = (_amounts(run), effort, _loads(run, unit, exercise))
    return _KINDS.get(run[0].kind, "") + ", ".join(part for part in parts if part)


def _amounts(run: Sequence[PlannedSet]) -> str:
    sets = wording.several(len(run), "set")
    told = [_amount(entry) for entry in run]
    if len(set(told)) == 1:
        return f"{sets} of {told[0]}"
    if len(set(told[:-1])) == 1 and told[-1] == f"at least {told[0]}":
        return f"{sets} of {told[0]}, in the last as many as possible"
    return f"{sets} of {_each(told)}"


def _amount(entry: PlannedSet) -> str:
    if entry.seconds is not None:
        amount = _time(entry.seconds)
    elif entry.distance_m is not None:
        measure = Measure.REACH if entry.distance_m < 1 else Measure.DISTANCE
        amount = amounts.length(entry.distance_m, measure)
    elif entry.reps_low is None:
        return "as many reps as possible"
    elif entry.reps_high in (None, entry.reps_low):
        amount = wording.several(entry.reps_low, "rep")
    else:
        amount = f"{entry.reps_low} to {entry.reps_high} reps"
    return f"at least {amount}" if entry.amrap else amount


def _time(seconds: float) -> str:
    written = amounts.asked_time(seconds)
    return written if ":" in written else re.sub(r"(?<=\d)(?=[a-z])", " ", written)


def _each(parts: Sequence[str]) -> str:
    """List what each set has; 'reps' is said once where all have them."""
    named = all(part.endswith((" reps", " rep")) for part in parts)
    bare = [part.rpartition(" ")[0] if named else part for part in parts[:-1]]
    return f"{', '.join(bare)} and {parts[-1]}"


def _left(run: Sequence[PlannedSet]) -> str:
    left = list(dict.fromkeys(wording.number(e.rir, 2) for e in run if e.rir is not None))
    if not left:
        return ""
    if len(left) == 1:
        return f"{left[0]} left" if left[0] != "0" else "none left"
    listed = [wording.number(entry.rir or 0.0, 2) for entry in run]
    return f"{', '.join(listed[:-1])} and {listed[-1]} left"


def _rpe(run: Sequence[PlannedSet]) -> str:
    efforts = [wording.number(MOST_EFFORT - e.rir, 2) for e in run if e.rir is not None]
    same = len(set(efforts)) == 1
    return f"RPE {efforts[0] if same else ', '.join(efforts)}" if efforts else ""


def _loads(run: Sequence[PlannedSet], unit: Unit, exercise: Exercise) -> str:
    load = load_words(exercise, prescription_text(run, unit)[1])
    return load_with_unit(load, unit).replace("/", ", ")
