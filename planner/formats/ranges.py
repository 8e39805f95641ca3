"""What a training database can hold, for files that somebody may have changed by hand."""

from __future__ import annotations

from collections.abc import Iterator

from planner.engine.terms import (
    MOST_ADD_ONS,
    CheckIn,
    Inventory,
    LoggedSet,
    Microcycle,
    PlannedSession,
    Session,
)

LARGEST = 1e12  # of any number, either way
WORST_PAIN = 10
LEAST_ANSWER, MOST_ANSWER = 1, 5  # of a check-in
MOST_OFFSET_MIN = 24 * 60 - 1  # from UTC, either way


def holdable(value: float) -> bool:
    """Say whether a number is finite and small enough to be stored."""
    return abs(value) <= LARGEST


def session_faults(session: Session) -> Iterator[str]:
    """Say in words what cannot be stored of a session."""
    if abs(session.utc_offset_min or 0) > MOST_OFFSET_MIN:
        yield f"a time zone {session.utc_offset_min} min from UTC"
    for slot in session.exercises:
        if not slot.exercise.strip():
            yield "an exercise that is not named"
        for entry in slot.sets:
            yield from _set_faults(entry)


def _set_faults(entry: LoggedSet) -> Iterator[str]:
    yield from _reps_faults(entry.reps)
    if not 0 <= (entry.pain or 0) <= WORST_PAIN:
        yield f"a pain of {entry.pain}, which goes from 0 to {WORST_PAIN}"


def _reps_faults(*counts: int | None) -> Iterator[str]:
    for count in counts:
        if (count or 0) < 0:
            yield f"a set of {count} reps"


def check_in_faults(made: CheckIn) -> Iterator[str]:
    """Say in words what no answer of a check-in is."""
    areas = [answer for _, answer in made.sore_areas]
    for answer in (made.sleep, made.soreness, made.mood, made.motivation, made.energy, *areas):
        if answer is not None and not LEAST_ANSWER <= answer <= MOST_ANSWER:
            yield f"an answer of {answer}, which goes from {LEAST_ANSWER} to {MOST_ANSWER}"


def inventory_faults(gym: Inventory) -> Iterator[str]:
    """Say in words what no gym has."""
    pairs = [*((kg, count) for kg, count in gym.plates_kg), *((kg, 1) for _, kg in gym.bars)]
    weights = [gym.bar_kg, *gym.dumbbells_kg, *gym.stack_add_ons_kg]
    if any(kg < 0 or count < 0 for kg, count in [*pairs, *((kg, 1) for kg in weights)]):
        yield "a bar, plate or dumbbell lighter than nothing"
    if gym.dumbbell_step_kg <= 0 or gym.stack_step_kg <= 0:
        yield "dumbbells or stacks without a step"
    if len(gym.stack_add_ons_kg) > MOST_ADD_ONS:
        yield f"more than {MOST_ADD_ONS} small weights to put on a stack"


def week_faults(week: Microcycle) -> Iterator[str]:
    """Say in words what cannot be stored of a planned week."""
    if week.days <= 0:
        yield f"a week of {week.days} days"
    for session in week.sessions:
        yield from _planned_faults(session)


def _planned_faults(session: PlannedSession) -> Iterator[str]:
    if session.day < 0:
        yield f"a session on day {session.day} of a week"
    for slot in session.exercises:
        if not slot.exercise.strip():
            yield "an exercise that is not named"
        for planned in slot.sets:
            yield from _reps_faults(planned.reps_low, planned.reps_high)
