"""What the engine suggests today, and what becomes of it in the plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeAlias

from planner import engine
from planner.coach import loads, readings, wording
from planner.coach.entry import load_from_kg
from planner.coach.readings import Replay
from planner.coach.surroundings import LastTrained
from planner.engine.terms import (
    Change,
    LoggedSet,
    PlannedExercise,
    PlannedSet,
    SetKind,
    Suggestion,
    SuggestionKind,
    Unit,
)
from planner.storage import clients, decisions, plan

CURRENT = timedelta(weeks=8)  # a lift is current when trained so shortly before the last session
AHEAD = timedelta(weeks=2)  # what is planned later does not speak for the next session
RECENT_SESSIONS = 2  # sessions whose pain and technique count

Ahead: TypeAlias = tuple[date, PlannedExercise, bool]  # day, what is planned, in a deload


def all_suggestions(lifter_id: int, today: date) -> list[Suggestion]:
    """Return what the engine suggests today, best first, without those already decided on."""
    replays = readings.replays(lifter_id)
    planned = _planned(lifter_id, today)
    trained = readings.last_trained(lifter_id, today)
    decided = decisions.decisions(lifter_id)
    ahead = plan.next_exercises(lifter_id, today, today + AHEAD)
    known = loads.Known(lifter_id, today)
    found = []
    for slug in sorted((_current(replays, today) | planned) & replays.keys()):
        made = _suggest(replays[slug], today, trained, ahead.get(slug), known)
        found.append([s for s in made if not _decided(s, decided, replays[slug], today, trained)])
    ranked = engine.suggest_week(found)
    return sorted(ranked, key=lambda made: bool(planned) and made.exercise not in planned)


def suggestions(lifter_id: int, today: date) -> list[Suggestion]:
    """Return the suggestions that ask for a decision: all but 'stay as you are'.

    With a plan ahead, a lighter return is advised for what is planned only.
    """
    planned = _planned(lifter_id, today)
    return [made for made in all_suggestions(lifter_id, today) if _asks(made, planned)]


def _asks(made: Suggestion, planned: Set[str]) -> bool:
    if made.kind is SuggestionKind.RETURN_RAMP:
        return not planned or made.exercise in planned
    return made.kind is not SuggestionKind.HOLD or made.change is not None


def _current(replays: Mapping[str, Replay], today: date) -> set[str]:
    last = {slug: on for slug, made in replays.items() if (on := _last_on(made, today))}
    newest = max(last.values(), default=today)
    return {slug for slug, on in last.items() if on > newest - CURRENT}


def _last_on(replay: Replay, today: date) -> date | None:
    days = [step.day.on for step in replay.steps if step.day.on <= today]
    return days[-1] if days else None


def _planned(lifter_id: int, today: date) -> set[str]:
    """Return the lifts of the block that runs today or begins soon."""
    block = plan.mesocycle_on(lifter_id, today)
    if block is None or not block.weeks or block.started_on > today + AHEAD:
        return set()
    ends_on = block.weeks[-1].starts_on + timedelta(days=block.weeks[-1].days)
    if ends_on <= today:
        return set()
    return {e.exercise for week in block.weeks for s in week.sessions for e in s.exercises}


def _suggest(
    replay: Replay, today: date, trained: LastTrained, ahead: Ahead | None, known: loads.Known
) -> list[Suggestion]:
    state, reading = replay.state(today), replay.reading(today, trained)
    if state is None or reading is None:
        return []
    next_on, planned, deload = ahead or (today, None, False)
    if planned is not None:
        planned = loads.by_percent(planned, next_on, known)
    steps = [step for step in replay.steps if step.day.on <= today]
    last = [step.day for step in steps[-RECENT_SESSIONS:]]
    context = engine.LiftContext(
        exercise=replay.exercise,
        state=state,
        today=today,
        last_sets=last[-1].sets if last else (),
        next_on=next_on,
        muscle_gap_days=trained.gap_days(replay.exercise, next_on),
        pain=tuple(_pain(day.sets) for day in last),
        technique=tuple(day.technique for day in last),
        deload=deload,
        inventory=replay.lifter.inventory,
    )
    return engine.suggest(reading, planned, context)


def _pain(sets: Sequence[LoggedSet]) -> int | None:
    return max((s.pain for s in sets if s.pain is not None), default=None)


def _decided(
    made: Suggestion,
    decided: Sequence[decisions.Decision],
    replay: Replay,
    today: date,
    trained: LastTrained,
) -> bool:
    """Say whether the lifter answered this already: since the last session, or in this phase."""
    reading = replay.reading(today, trained)
    since = _last_on(replay, today)
    if made.kind is SuggestionKind.LEVEL_OFF and reading is not None:
        since = reading.levelled_off_on
    return any(
        entry.exercise == made.exercise
        and entry.rule == made.rule
        and since is not None
        and since <= entry.on <= today
        for entry in decided
    )


def accept(lifter_id: int, suggestion: Suggestion, today: date) -> int:
    """Change the lift's planned sets from today on and keep the decision; return how many changed.

    A lighter return applies to the next session only; everything else to all sessions ahead.
    """
    ahead = plan.future_exercises(lifter_id, suggestion.exercise, today)
    if suggestion.kind is SuggestionKind.RETURN_RAMP:
        ahead = ahead[:1]
    unit = clients.lifter(lifter_id).unit
    changed = 0
    for _, planned_exercise_id, planned in ahead:
        sets = changed_sets(planned, suggestion, unit)
        if sets != planned.sets:
            plan.set_planned_sets(planned_exercise_id, sets)
            changed += 1
    said, what = _said(suggestion, unit), change_text(suggestion.change, unit)
    decisions.add_decision(lifter_id, today, suggestion, "accepted", said, changed=what)
    return changed


def dismiss(lifter_id: int, suggestion: Suggestion, today: date, reason: str = "") -> None:
    """Keep the decision that the lifter does not want this."""
    said = _said(suggestion, clients.lifter(lifter_id).unit)
    decisions.add_decision(lifter_id, today, suggestion, "dismissed", said, reason)


def _said(made: Suggestion, unit: Unit) -> str:
    """Write headline and reason in the lifter's unit, with dates that stay clear for decades."""
    parts = (wording.render(each, unit, date.isoformat) for each in (made.headline, made.reason))
    return ". ".join(part.strip(". ") for part in parts if part)


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
    count = change.sets or len(work)
    extra = [replace(work[-1], id=None, uid="")] * (count - len(work)) if work else []
    return warm_ups + tuple([*work, *extra][:count])


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
    reps = f"{change.reps_low}" if change.reps_low else ""
    if reps and change.reps_high not in (None, change.reps_low):
        reps += f"–{change.reps_high}"
    effort = "" if change.rir is None else f"@{wording.number(change.rir)}"
    parts = (
        wording.several(change.sets, "set") if change.sets else "",
        " ".join(part for part in (f"{reps} reps" if reps else "", effort) if part),
        "" if change.load_kg is None else f"{wording.mass(change.load_kg, unit)} {unit}",
    )
    return " · ".join(part for part in parts if part)
