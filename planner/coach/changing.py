"""What accepting a suggestion does to the plan: it changes what lies ahead, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from planner.coach import climbing, counts, easing, expecting, swapping, way_back, wording
from planner.coach.entry import load_from_kg
from planner.engine import target
from planner.engine.terms import (
    Change,
    LoadKind,
    PlannedExercise,
    PlannedSet,
    SetKind,
    Suggestion,
    SuggestionKind,
    Unit,
)
from planner.language import tr
from planner.storage import clients, library, plan

# A lighter week stays out of what is to last.
_LASTING = (SuggestionKind.ADD_SET, SuggestionKind.REP_RANGE, SuggestionKind.LEVEL_OFF)
_WHOLE = {
    SuggestionKind.VARIATION: swapping.swap,
    SuggestionKind.DELOAD: easing.lighten,
    SuggestionKind.REST_DAY: easing.postpone,
    SuggestionKind.EXPECT: expecting.acknowledge,
    SuggestionKind.CLIMB: climbing.climb,
}


def apply(lifter_id: int, suggestion: Suggestion, today: date) -> int:
    """Change what is planned from today on; return how much changed.

    That is planned exercises, or planned sessions where the advice is for the whole lifter. A
    lighter return applies to the next session, and keeps those on the way back from being too
    heavy; everything else applies to all sessions ahead. What is done already never changes.
    """
    return _WHOLE.get(suggestion.kind, _change_sets)(lifter_id, suggestion, today)


def changes(
    lifter_id: int, suggestion: Suggestion, today: date
) -> Iterator[tuple[date, int, PlannedExercise, tuple[PlannedSet, ...]]]:
    """Yield (day, id, planned exercise, its sets then) of what lies ahead and would change.

    A lighter week's loads never get harder, and what is to last stays out of it.
    """
    ahead = plan.future_exercises(lifter_id, suggestion.exercise, today)
    if suggestion.kind is SuggestionKind.RETURN_RAMP:
        ahead = ahead[:1]
    light, unit = _deload_days(lifter_id, today), clients.lifter(lifter_id).unit
    for on, key, planned in ahead:
        sets = changed_sets(planned, suggestion, unit)
        spared = on in light and (
            suggestion.kind in _LASTING or _heavier(sets, planned, suggestion)
        )
        if not spared and sets != planned.sets:
            yield on, key, planned, sets


def _change_sets(lifter_id: int, suggestion: Suggestion, today: date) -> int:
    found = list(changes(lifter_id, suggestion, today))
    later = way_back.eased(lifter_id, suggestion, today)
    for _, key, _, sets in found:
        plan.set_planned_sets(key, sets)
    for key, lighter in later:
        plan.set_planned_sets(key, lighter.sets)
    return len(found) + len(later)


def _heavier(sets: Sequence[PlannedSet], planned: PlannedExercise, suggestion: Suggestion) -> bool:
    """Tell whether a change would make a lighter week's loads harder."""
    exercise = library.exercise(suggestion.exercise)
    before, after = (target.planned_load(each, exercise) for each in (planned.sets, sets))
    if before is None or after is None:
        return False
    return after < before if exercise.load_kind is LoadKind.ASSISTED else after > before


def _deload_days(lifter_id: int, today: date) -> set[date]:
    years_ahead = today + timedelta(days=3 * 365)
    days = plan.planned_days(lifter_id, today, years_ahead)
    return {made.on for made in days if made.deload}


def changed_sets(
    planned: PlannedExercise, suggestion: Suggestion, unit: Unit
) -> tuple[PlannedSet, ...]:
    """Return the sets of a planned exercise with a suggestion applied; warm-ups stay."""
    change = suggestion.change or Change()
    raising = suggestion.kind is SuggestionKind.INCREASE
    warm_ups = tuple(s for s in planned.sets if s.kind is SetKind.WARMUP)
    work = [
        _changed(s, change, raising, unit) for s in planned.sets if s.kind is not SetKind.WARMUP
    ]
    return warm_ups + tuple(_counted(work, _count(len(work), suggestion)))


def _count(now: int, suggestion: Suggestion) -> int:
    """Return how many work sets there should be; a set more is one more than each session has."""
    sets = suggestion.change.sets if suggestion.change is not None else None
    if sets is None:
        return now
    before = dict(suggestion.numbers).get("sets_now")
    if suggestion.kind is SuggestionKind.ADD_SET and isinstance(before, int):
        return max(1, now + sets - before)
    return sets


def _counted(work: list[PlannedSet], count: int) -> list[PlannedSet]:
    """Return so many sets; further ones are like the last plain one and stand before it."""
    if not work or count <= len(work):
        return work[:count]
    plain = [place for place, entry in enumerate(work) if entry.kind is SetKind.WORK]
    place = plain[-1] if plain else len(work) - 1
    extra = replace(work[place], amrap=False, id=None, uid="")
    return [*work[:place], *[extra] * (count - len(work)), *work[place:]]


def _changed(entry: PlannedSet, change: Change, raising: bool, unit: Unit) -> PlannedSet:
    made = replace(
        entry,
        reps_low=change.reps_low or entry.reps_low,
        reps_high=change.reps_high or entry.reps_high,
        rir=entry.rir if change.rir is None else change.rir,
    )
    if change.load_kg is None or (raising and (entry.load_kg or 0.0) > change.load_kg):
        return made
    load = load_from_kg(change.load_kg, unit)
    return replace(made, load_kg=change.load_kg, load=load, unit=unit, percent_e1rm=None)


def change_text(change: Change | None, unit: Unit) -> str:
    """Write a change as the card shows it: '5 sets · 8–12 reps @2 · 62.5 kg'; '' for none."""
    if change is None:
        return ""
    reps = counts.reps(change.reps_low) if change.reps_low else ""
    if change.reps_low and change.reps_high not in (None, change.reps_low):
        words = tr("{low}–{high} reps")
        reps = words.format(low=change.reps_low, high=change.reps_high)
    effort = "" if change.rir is None else f"@{wording.number(change.rir, 2)}"
    parts = (
        library.exercise(change.exercise).name if change.exercise else "",
        counts.sets(change.sets) if change.sets else "",
        " ".join(part for part in (reps, effort) if part),
        "" if change.load_kg is None else _load_text(change.load_kg, unit),
    )
    return " · ".join(part for part in parts if part)


def _load_text(kg: float, unit: Unit) -> str:
    return f"{wording.mass(kg, unit)} {unit}" if kg else tr("bodyweight")
