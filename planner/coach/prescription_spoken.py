"""Say a prescription in words: '4 sets of 6 reps, 2 left, 102.5 kg'."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from planner.coach import amounts, counts, wording
from planner.coach.entry import MOST_EFFORT
from planner.coach.prescription_words import load_with_unit, load_words, prescription_text, runs
from planner.engine.terms import N_, Exercise, Measure, PlannedSet, SetKind, Unit
from planner.language import tr

_KINDS = {
    SetKind.WARMUP: N_("warm-up: {sets}"),
    SetKind.DROP: N_("drop: {sets}"),
    SetKind.FAILURE: N_("to failure: {sets}"),
}
_FIRST_KINDS = {
    SetKind.WARMUP: N_("Warm-up: {sets}"),
    SetKind.DROP: N_("Drop: {sets}"),
    SetKind.FAILURE: N_("To failure: {sets}"),
}


def spoken(sets: Sequence[PlannedSet], unit: Unit, exercise: Exercise) -> str:
    """Say sets in words, each group behind a semicolon, loads as the exercise has them."""
    said = (
        _run(run, unit, exercise, _KINDS if place else _FIRST_KINDS)
        for place, run in enumerate(runs(sets))
    )
    return "; ".join(said)


def _run(
    run: Sequence[PlannedSet], unit: Unit, exercise: Exercise, kinds: Mapping[SetKind, str]
) -> str:
    effort = _rpe(run) if amounts.endures(exercise) else _left(run)
    parts = (_amounts(run), effort, _loads(run, unit, exercise))
    said = wording.in_row(part for part in parts if part)
    kind = run[0].kind
    return tr(kinds[kind]).format(sets=said) if kind in kinds else said


def _amounts(run: Sequence[PlannedSet]) -> str:
    sets = counts.sets(len(run))
    told = [_amount(entry) for entry in run]
    if len(set(told)) == 1:
        return tr("{sets} of {amount}").format(sets=sets, amount=told[0])
    if len(set(told[:-1])) == 1 and told[-1] == tr("at least {amount}").format(amount=told[0]):
        words = tr("{sets} of {amount}, in the last as many as possible")
        return words.format(sets=sets, amount=told[0])
    return tr("{sets} of {amount}").format(sets=sets, amount=_each(run))


def _amount(entry: PlannedSet) -> str:
    if entry.seconds is not None:
        amount = _time(entry.seconds)
    elif entry.distance_m is not None:
        measure = Measure.REACH if entry.distance_m < 1 else Measure.DISTANCE
        amount = amounts.length(entry.distance_m, measure)
    elif entry.reps_low is None:
        return tr("as many reps as possible")
    elif entry.reps_high in (None, entry.reps_low):
        amount = counts.reps(entry.reps_low)
    else:
        amount = tr("{low} to {high} reps").format(low=entry.reps_low, high=entry.reps_high)
    return tr("at least {amount}").format(amount=amount) if entry.amrap else amount


def _bare(entry: PlannedSet) -> str:
    """Say how many repetitions, without that word."""
    amount = f"{entry.reps_low}"
    if entry.reps_high not in (None, entry.reps_low):
        amount = tr("{low} to {high}").format(low=entry.reps_low, high=entry.reps_high)
    return tr("at least {amount}").format(amount=amount) if entry.amrap else amount


def _time(seconds: float) -> str:
    written = amounts.asked_time(seconds)
    return written if ":" in written else re.sub(r"(?<=\d)(?=[a-z])", " ", written)


def _each(run: Sequence[PlannedSet]) -> str:
    """List what each set has; 'reps' is said once where all have them."""
    say = _bare if all(map(_is_counted, run)) else _amount
    return wording.listed([*map(say, run[:-1]), _amount(run[-1])])


def _is_counted(entry: PlannedSet) -> bool:
    return entry.reps_low is not None and entry.seconds is None and entry.distance_m is None


def _left(run: Sequence[PlannedSet]) -> str:
    left = list(dict.fromkeys(wording.number(e.rir, 2) for e in run if e.rir is not None))
    if not left:
        return ""
    if left == ["0"]:
        return tr("none left")
    each = [wording.number(entry.rir or 0.0, 2) for entry in run]
    return tr("{n} left").format(n=left[0] if len(left) == 1 else wording.listed(each))


def _rpe(run: Sequence[PlannedSet]) -> str:
    efforts = [wording.number(MOST_EFFORT - e.rir, 2) for e in run if e.rir is not None]
    same = len(set(efforts)) == 1
    told = efforts[0] if same else wording.in_row(efforts)
    return tr("RPE {n}").format(n=told) if efforts else ""


def _loads(run: Sequence[PlannedSet], unit: Unit, exercise: Exercise) -> str:
    load = load_words(exercise, prescription_text(run, unit)[1])
    return load_with_unit(load, unit).replace("/", ", ")
