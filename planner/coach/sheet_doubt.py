"""What is asked about a set from a sheet that looks like a slip."""

from __future__ import annotations

from planner.coach import amounts, counts, wording
from planner.coach.entry import SetRow
from planner.coach.entry_doubt import (
    TOO_HEAVY,
    TOO_LIGHT,
    TOO_MANY_REPS,
    doubt,
    is_over_limit,
    over_limit,
)
from planner.coach.sheet_box_words import typed_text
from planner.engine.terms import SUSPECT, Exercise, LoggedSet, Measure, PlannedSet, SetKind, Unit
from planner.language import tr

TIMES_PLANNED = 3  # reps so many times the planned ones ask a question: rule of thumb


def question(made: LoggedSet, text: str, row: SetRow, exercise: Exercise, unit: Unit) -> str:
    """Return what to ask about a set that looks like a slip, or ''.

    What the log has already is asked about only while it is suspect. (Of what hurt last time, that
    may be for its pain alone, which is asked for elsewhere.)
    """
    stored = row.logged
    if stored is None or text != typed_text(stored, exercise, unit, row.side):
        return _looks_odd(made, row, exercise)
    if SUSPECT not in stored.flags:
        return ""
    asked = "" if row.hurt else tr("Is {text} right?").format(text=text)
    return _looks_odd(made, row, exercise) or asked


def _looks_odd(made: LoggedSet, row: SetRow, exercise: Exercise) -> str:
    found = over_limit(made, row) or doubt(made, row)
    return found or _counted_otherwise(made, row, exercise) or _beside_plan(made, row)


def _counted_otherwise(made: LoggedSet, row: SetRow, exercise: Exercise) -> str:
    """Ask about a time or a way where repetitions are counted and planned."""
    target = row.target or PlannedSet()
    if exercise.measure is not Measure.REPS or made.reps is not None:
        return ""
    words, asked = tr("{typed}? Reps are counted here."), ""
    if made.distance_m is not None and target.distance_m is None:
        asked = words.format(typed=amounts.length(made.distance_m))
    if made.seconds is not None and target.seconds is None:
        asked = words.format(typed=amounts.clock(made.seconds))
    return asked


def _beside_plan(made: LoggedSet, row: SetRow) -> str:
    target = row.target
    if target is None or made.kind is SetKind.WARMUP:
        return ""
    share = (made.load_kg or 0.0) / target.load_kg if target.load_kg else 1.0
    meant = row.over_meant and is_over_limit(made, row)
    if row.last is None and made.load_kg and not meant and not TOO_LIGHT < share < TOO_HEAVY:
        typed, planned_kg = (
            wording.mass(kg, made.unit, 1) for kg in (made.load_kg, target.load_kg or 0.0)
        )
        words = tr("{load}? Planned {planned}.")
        return words.format(load=f"{typed} {made.unit}", planned=planned_kg)
    planned = target.reps_high or target.reps_low
    if planned and made.reps and TIMES_PLANNED * planned < made.reps and not target.amrap:
        return _many_reps(made.reps, planned, row.last.reps if row.last else None)
    asks = (made.reps or 0) > TOO_MANY_REPS and not planned
    return tr("{reps}?").format(reps=counts.reps(made.reps or 0)) if asks else ""


def _many_reps(done: int, planned: int, last: int | None) -> str:
    """Ask about far more repetitions than planned."""
    words = tr("{reps}? Last time {last}." if last else "{reps}? Planned {planned}.")
    return words.format(reps=counts.reps(done), last=last, planned=planned)
