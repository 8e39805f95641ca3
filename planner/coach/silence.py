"""Why nothing is suggested: nothing is logged, too little is known, or nothing needs to change."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from planner.coach import climbing, readings
from planner.coach.quiet import quiet
from planner.engine import evidence
from planner.engine.strength import measurable
from planner.engine.terms import N_, ExerciseDay, Phrase, SuggestionKind, phrase
from planner.storage import decisions, plan

ENOUGH = evidence.ADVICE_SESSIONS.value
AHEAD = timedelta(weeks=2)
NOTHING_LOGGED = N_(
    "Nothing is logged yet. After two or three sessions of a lift, its next step shows here."
)
NO_LOADS = N_(
    "Nothing to suggest for now. Loads are suggested for lifts that are logged with load and "
    "repetitions, two or three sessions of each; what is logged so far has none."
)
CLIMBING = N_(
    "Nothing to change now. {exercise} is step {step} of {steps} on its ladder, {ladder}: once "
    "enough sets in a row are sound, the next step shows here."
)
AT_THE_TOP = N_("Nothing to change now. {exercise} is the top of its ladder, {ladder}.")
TOO_FEW = N_(
    "Too few sessions yet: {most} of a lift at the most, the last on {last_on}. After two or three "
    "the next step shows here."
)
DELOAD = N_("A lighter week is planned from {deload_on}: nothing else changes until it is over.")
ANSWERED = N_(
    "Nothing to change now: all that was suggested since the last session, on {last_on}, is "
    "answered."
)
PUT_OFF = N_("What was suggested is put off until tomorrow.")
STEADY = N_("Nothing to change now. Lifts followed: {lifts}; the last session was on {last_on}.")


def why(lifter_id: int, today: date) -> Phrase:
    """Say why nothing is suggested to a lifter on a day, with what is known of them."""
    silent = quiet(lifter_id, today).everything
    if silent is not None:
        return silent
    lifts = [days for days in _days(lifter_id, today) if days]
    if not lifts:
        return _on_a_ladder(lifter_id, today) or phrase(
            NO_LOADS if _logged(lifter_id, today) else NOTHING_LOGGED
        )
    last_on, most = max(days[-1].on for days in lifts), max(map(len, lifts))
    if most < ENOUGH:
        return phrase(TOO_FEW, most=most, last_on=last_on)
    deload_on = _deload(lifter_id, today)
    if deload_on is not None:
        return phrase(DELOAD, deload_on=deload_on)
    kept = (made for made in decisions.decisions(lifter_id) if last_on <= made.on <= today)
    answered = [made for made in kept if made.kind is not SuggestionKind.VERDICT]
    if any(made.verdict == "later" and made.on == today for made in answered):
        return phrase(PUT_OFF)
    if any(made.verdict != "later" for made in answered):
        return phrase(ANSWERED, last_on=last_on)
    return phrase(STEADY, lifts=len(lifts), last_on=last_on)


def _days(lifter_id: int, today: date) -> Collection[list[ExerciseDay]]:
    """Return the days of each lift that has a load to judge, up to today."""
    return [
        [step.day for step in made.steps if step.day.on <= today and _worked(step.day)]
        for made in readings.replays(lifter_id, today).values()
        if measurable(made.exercise)
    ]


def _on_a_ladder(lifter_id: int, today: date) -> Phrase | None:
    """Say where on its ladder the exercise is that was done last; None where none is on one."""
    found = [
        (max(days), made.exercise, *place)
        for made in readings.replays(lifter_id, today).values()
        if (days := [step.day.on for step in made.steps if step.day.on <= today])
        and (place := climbing.place(made.exercise)) is not None
    ]
    if not found:
        return None
    _, exercise, ladder, step, steps = max(found, key=lambda each: (each[0], each[3] < each[4]))
    words = AT_THE_TOP if step == steps else CLIMBING
    return phrase(words, exercise=exercise.name, ladder=ladder, step=step, steps=steps)


def _worked(day: ExerciseDay) -> bool:
    return any(entry.reps for entry in day.sets)


def _logged(lifter_id: int, today: date) -> bool:
    return any(on <= today for on, _, _ in readings.trained(lifter_id))


def _deload(lifter_id: int, today: date) -> date | None:
    """Return the first day of what is planned next when all of it belongs to a deload."""
    ahead = plan.next_exercises(lifter_id, today, today + AHEAD).values()
    all_light = bool(ahead) and all(deload for _, _, deload in ahead)
    return min(on for on, _, _ in ahead) if all_light else None
