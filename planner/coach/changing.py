"""What accepting a suggestion does to the plan: it changes what lies ahead, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from planner.coach import climbing, counts, easing, expecting, loads, swapping, way_back, wording
from planner.coach.entry import load_from_kg
from planner.engine import target
from planner.engine.same_load import is_harder
from planner.engine.target import loads_rise
from planner.engine.terms import (
    Change,
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

    A lighter week's loads never get harder, and what is to last stays out of it. Nor does a lighter
    load make any harder, or a harder one those of lighter days.
    """
    light, unit = _deload_days(lifter_id, today), clients.lifter(lifter_id).unit
    about_kg, first = None, True
    for on, key, planned in _ahead(lifter_id, suggestion, today):
        if first:
            about_kg, first = _about_kg(planned, suggestion), False
        sets = changed_sets(planned, suggestion, unit, about_kg)
        spared = on in light and (
            suggestion.kind in _LASTING or _heavier(sets, planned, suggestion)
        )
        if not spared and sets != planned.sets:
            yield on, key, planned, sets


def lowered_later(lifter_id: int, suggestion: Suggestion, today: date) -> list[float]:
    """Return the hardest loads, kg, of the sessions after the next one that come down to that of
    advice to hold."""
    if suggestion.kind is not SuggestionKind.HOLD:
        return []
    found = list(changes(lifter_id, suggestion, today))
    loads_kg = [_hardest_kg(made.sets, suggestion) for _, _, made, _ in found[1:]]
    eased = [_hardest_kg(sets, suggestion) for *_, sets in found[1:]]
    return [
        before
        for before, after in zip(loads_kg, eased, strict=True)
        if before is not None and after != before
    ]


def _ahead(
    lifter_id: int, suggestion: Suggestion, today: date
) -> Iterator[tuple[date, int, PlannedExercise]]:
    """Yield what a suggestion is for, shares of strength as loads: the next session of a lift, or
    all ahead."""
    ahead = plan.future_exercises(lifter_id, suggestion.exercise, today)
    if suggestion.kind is SuggestionKind.RETURN_RAMP:
        ahead = ahead[:1]
    basis = loads.LoadBasis(lifter_id, today)
    for on, key, planned in ahead:
        yield on, key, loads.by_percent(planned, on, basis)


def _about_kg(planned: PlannedExercise, suggestion: Suggestion) -> float | None:
    """Return the load that a suggestion is about: that of the session, or the one it is to rise
    from, which may have been planned anew since."""
    before = dict(suggestion.numbers).get("load_kg")
    if suggestion.kind is SuggestionKind.INCREASE and isinstance(before, float):
        return before
    return _hardest_kg(planned.sets, suggestion)


def _hardest_kg(sets: Sequence[PlannedSet], suggestion: Suggestion) -> float | None:
    return target.planned_load(sets, library.exercise(suggestion.exercise))


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
    before, after = (_hardest_kg(each, suggestion) for each in (planned.sets, sets))
    if before is None or after is None:
        return False
    return is_harder(after, before, library.exercise(suggestion.exercise))


def _deload_days(lifter_id: int, today: date) -> set[date]:
    years_ahead = today + timedelta(days=3 * 365)
    days = plan.planned_days(lifter_id, today, years_ahead)
    return {made.on for made in days if made.deload}


def changed_sets(
    planned: PlannedExercise, suggestion: Suggestion, unit: Unit, about_kg: float | None = None
) -> tuple[PlannedSet, ...]:
    """Return the sets of a planned exercise with a suggestion applied; warm-ups stay that are still
    easier than the work.

    `about_kg` is the load that the suggestion is about; None where this is its session.
    """
    change, rises = suggestion.change or Change(), suggestion.kind is SuggestionKind.INCREASE
    about_kg = _about_kg(planned, suggestion) if about_kg is None else about_kg
    keeps = partial(_keeps_load, suggestion=suggestion, about_kg=about_kg)
    work = [
        s if rises and keeps(s) else _changed(s, change, unit, keeps(s))
        for s in planned.sets
        if s.kind is not SetKind.WARMUP
    ]
    warm_ups = [
        loads.opened(s) if change.opens else s
        for s in planned.sets
        if s.kind is SetKind.WARMUP and not _is_passed(s, planned.sets, work, suggestion)
    ]
    return (*warm_ups, *_counted(work, _count(len(work), suggestion)))


def _is_passed(
    entry: PlannedSet,
    before: Sequence[PlannedSet],
    after: Sequence[PlannedSet],
    suggestion: Suggestion,
) -> bool:
    """Tell whether a warm-up is no easier than work that got easier than it was before."""
    was_kg, is_kg = (_hardest_kg(sets, suggestion) for sets in (before, after))
    if entry.load_kg is None or was_kg is None or is_kg is None:
        return False
    exercise = library.exercise(suggestion.exercise)
    return is_harder(was_kg, is_kg, exercise) and not is_harder(is_kg, entry.load_kg, exercise)


def _count(now: int, suggestion: Suggestion) -> int:
    """Return how many work sets there should be; a set more is one more than each session has."""
    sets = suggestion.change.sets if suggestion.change is not None else None
    if sets is None:
        return now
    before = dict(suggestion.numbers).get("sets_now")
    if suggestion.kind is SuggestionKind.ADD_SET and isinstance(before, int):
        return max(1, now + sets - before)
    return min(now, sets) if isinstance(before, int) and sets < before else sets


def _counted(work: list[PlannedSet], count: int) -> list[PlannedSet]:
    """Return so many sets; further ones are like the last plain one and stand before it."""
    if not work or count <= len(work):
        return work[:count]
    plain = [place for place, entry in enumerate(work) if entry.kind is SetKind.WORK]
    place = plain[-1] if plain else len(work) - 1
    extra = replace(work[place], amrap=False, id=None, uid="")
    return [*work[:place], *[extra] * (count - len(work)), *work[place:]]


def _keeps_load(entry: PlannedSet, suggestion: Suggestion, about_kg: float | None) -> bool:
    """Tell whether a planned load stays: one that a lighter load would make harder, or that a
    harder one would make easier or is no easier than, and a lighter day's, which is meant so. What
    takes no load stays without."""
    new_kg = suggestion.change.load_kg if suggestion.change is not None else None
    exercise = library.exercise(suggestion.exercise)
    if new_kg is not None and not loads_rise(exercise):
        return True
    if new_kg is None or entry.load_kg is None:
        return False
    rises = suggestion.kind is SuggestionKind.INCREASE
    if not rises and (about_kg is None or not is_harder(new_kg, about_kg, exercise)):
        return not is_harder(entry.load_kg, new_kg, exercise)
    lighter = about_kg is not None and is_harder(about_kg, entry.load_kg, exercise)
    return lighter or not is_harder(new_kg, entry.load_kg, exercise)


def _changed(entry: PlannedSet, change: Change, unit: Unit, keeps_load: bool) -> PlannedSet:
    made = replace(
        entry,
        reps_low=change.reps_low or entry.reps_low,
        reps_high=change.reps_high or entry.reps_high,
        rir=entry.rir if change.rir is None else change.rir,
    )
    if change.opens:
        return replace(loads.opened(made), percent_e1rm=None)
    if change.load_kg is None or keeps_load:
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
