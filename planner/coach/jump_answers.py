"""What answering a jump of loads does: older loads are rescaled, or the new ones split off."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import TypeAlias

from planner.coach import deciding, jump_plan, jump_words, loads, swapping, wording
from planner.engine import evidence, load_jump
from planner.engine.load_jump import LoadJump
from planner.engine.terms import (
    KG_PER_LB,
    Exercise,
    JumpCause,
    LoggedSet,
    Phrase,
    PhraseValue,
    Unit,
)
from planner.storage import clients, decisions, history, library, log as stored, plan

CONVENTION = "convention"  # flags the first day of loads that seem counted another way
Numbers: TypeAlias = dict[str, PhraseValue]
_NUMBERED = re.compile(r" \(\d+\)$")


def answer(lifter_id: int, made: LoadJump, cause: JumpCause | None, today: date) -> Phrase:
    """Make a lift's history one again, or two; keep the decision and return what was done.

    No cause means that the loads are right as they stand. It must run as one step, so that one
    undo brings everything back.
    """
    _settle(lifter_id, made)
    numbers = {} if cause is None else _ANSWERS[cause](lifter_id, made, today)
    return _keep(lifter_id, made, today, cause, numbers)


def _sides(lifter_id: int, made: LoadJump, today: date) -> Numbers:
    """Count all loads the same way, that of the newest sets."""
    spell = made.until is not None
    factor = 2.0 if (made.log_ratio > 0.0) is not spell else 0.5
    sets = _since(lifter_id, made) if spell else _before(lifter_id, made)
    changed = _change(sets, lambda entry: _scaled(entry, factor))
    if not spell:
        jump_plan.rescale(lifter_id, made, today, factor, stray_kg=made.before.load_kg)
    return {"sets": changed, "factor": factor}


def _unit(lifter_id: int, made: LoadJump, today: date) -> Numbers:
    """Take the numbers typed for what they were: of the other unit."""
    wrong = load_jump.misread(made)
    if wrong is None:
        raise ValueError(f"no unit explains the jump of {made.exercise.slug!r} on {made.since}")
    sets = _before(lifter_id, made) if wrong.before else _since(lifter_id, made)
    right = Unit.LB if wrong.unit is Unit.KG else Unit.KG
    stored_so = [entry for entry in sets if entry.unit is wrong.unit]
    changed = _change(stored_so, lambda entry: _in(entry, right))
    if made.until is None:
        factor = KG_PER_LB if right is Unit.LB else 1.0 / KG_PER_LB
        stray = made.before if wrong.before else made.after
        jump_plan.rescale(lifter_id, made, today, factor, stray_kg=stray.load_kg)
    return {"sets": changed, "unit": right.value}


def _setup(lifter_id: int, made: LoadJump, today: date) -> Numbers:
    """Give the new loads an exercise of their own, which what is planned follows."""
    slug, name = _next_name(made.exercise)
    library.save_exercise(_another(made.exercise, slug, name))
    moved = stored.change_exercise(lifter_id, made.exercise.slug, slug, made.since, made.until)
    if made.until is None:
        basis = loads.LoadBasis(lifter_id, today)
        for on, key, planned in plan.future_exercises(lifter_id, made.exercise.slug, today):
            swapped = swapping.swapped(planned, slug, on, basis)
            plan.update_planned_exercise(swapped)
            plan.set_planned_sets(key, swapped.sets)
    return {"sessions": moved, "to": slug, "to_name": name}


_ANSWERS: dict[JumpCause, Callable[[int, LoadJump, date], Numbers]] = {
    JumpCause.SIDES: _sides,
    JumpCause.UNIT: _unit,
    JumpCause.SETUP: _setup,
}


def _keep(
    lifter_id: int, made: LoadJump, today: date, cause: JumpCause | None, numbers: Numbers
) -> Phrase:
    suggestion = jump_words.as_suggestion(made, cause, numbers)
    done = jump_words.done(dict(suggestion.numbers))
    lifter = clients.lifter(lifter_id)
    said, what = (
        wording.render(each, lifter.unit, date.isoformat) for each in (suggestion.headline, done)
    )
    verdict = "dismissed" if cause is None else "accepted"
    reason, by = jump_words.reply(cause), deciding.decider(lifter)
    decisions.add_decision(lifter_id, today, suggestion, verdict, said, reason, what, by)
    return done


def _before(lifter_id: int, made: LoadJump) -> list[LoggedSet]:
    """Return the sets with the loads before, back to the jump ahead of this one."""
    since = made.before_since or date.min
    days = history.with_trash(lifter_id, made.exercise.slug)
    return [entry for on, entry in days if since <= on < made.since]


def _since(lifter_id: int, made: LoadJump) -> list[LoggedSet]:
    until = made.until or date.max
    days = history.with_trash(lifter_id, made.exercise.slug)
    return [entry for on, entry in days if made.since <= on < until]


def _change(sets: Iterable[LoggedSet], changed: Callable[[LoggedSet], LoggedSet]) -> int:
    """Store sets changed, those that have a load; return how many."""
    loaded = [entry for entry in sets if entry.load_kg]
    for entry in loaded:
        stored.update_set(changed(entry))
    return len(loaded)


def _scaled(entry: LoggedSet, factor: float) -> LoggedSet:
    """Return a set with its load times a power of two, which is exact."""
    load = None if entry.load is None else entry.load * factor
    return replace(entry, load_kg=(entry.load_kg or 0.0) * factor, load=load)


def _in(entry: LoggedSet, unit: Unit) -> LoggedSet:
    """Return a set whose number was typed in another unit than was stored."""
    per_unit = {Unit.KG: 1.0, Unit.LB: KG_PER_LB}
    typed = entry.load if entry.load is not None else (entry.load_kg or 0.0) / per_unit[entry.unit]
    return replace(entry, load_kg=typed * per_unit[unit], load=typed, unit=unit)


def _settle(lifter_id: int, made: LoadJump) -> None:
    """Take the doubt off the days where the loads changed: it is answered."""
    for on, entry in history.with_trash(lifter_id, made.exercise.slug):
        if on in (made.since, made.until) and CONVENTION in entry.flags:
            stored.update_set(replace(entry, flags=entry.flags - {CONVENTION}))


def _another(exercise: Exercise, slug: str, name: str) -> Exercise:
    """Return the same movement on another machine: what was learnt on the first carries over."""
    other = replace(exercise, slug=slug, name=name, custom=True, aliases=(), id=None, uid="")
    return replace(other, parent=exercise.slug, similarity=evidence.SAME_MOVEMENT.value)


def _next_name(exercise: Exercise) -> tuple[str, str]:
    """Return the first free slug and name of another of an exercise: 'Leg press (2)'."""
    known = library.by_slug()
    names = {each.name.casefold() for each in known.values()}
    base, number = _NUMBERED.sub("", exercise.name), 2
    while f"{exercise.slug}-{number}" in known or f"{base} ({number})".casefold() in names:
        number += 1
    return f"{exercise.slug}-{number}", f"{base} ({number})"
