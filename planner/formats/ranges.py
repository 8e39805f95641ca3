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
from planner.language import tr

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
        zone = tr("a time zone {minutes} min from UTC")
        yield zone.format(minutes=session.utc_offset_min)
    for slot in session.exercises:
        if not slot.exercise.strip():
            yield tr("an exercise that is not named")
        for entry in slot.sets:
            yield from _set_faults(entry)


def _set_faults(entry: LoggedSet) -> Iterator[str]:
    yield from _reps_faults(entry.reps)
    if not 0 <= (entry.pain or 0) <= WORST_PAIN:
        pain = tr("a pain of {value}, which goes from 0 to {worst}")
        yield pain.format(value=entry.pain, worst=WORST_PAIN)


def _reps_faults(*counts: int | None) -> Iterator[str]:
    for count in counts:
        if (count or 0) < 0:
            yield tr("a set of {reps} reps").format(reps=count)


def check_in_faults(made: CheckIn) -> Iterator[str]:
    """Say in words what no answer of a check-in is."""
    areas = [answer for _, answer in made.sore_areas]
    for answer in (made.sleep, made.soreness, made.mood, made.motivation, made.energy, *areas):
        if answer is not None and not LEAST_ANSWER <= answer <= MOST_ANSWER:
            said = tr("an answer of {value}, which goes from {least} to {most}")
            yield said.format(value=answer, least=LEAST_ANSWER, most=MOST_ANSWER)


def inventory_faults(gym: Inventory) -> Iterator[str]:
    """Say in words what no gym has."""
    pairs = [*((kg, count) for kg, count in gym.plates_kg), *((kg, 1) for _, kg in gym.bars)]
    weights = [gym.bar_kg, *gym.dumbbells_kg, *gym.stack_add_ons_kg]
    if any(kg < 0 or count < 0 for kg, count in [*pairs, *((kg, 1) for kg in weights)]):
        yield tr("a bar, plate or dumbbell lighter than nothing")
    if gym.dumbbell_step_kg <= 0 or gym.stack_step_kg <= 0:
        yield tr("dumbbells or stacks without a step")
    if len(gym.stack_add_ons_kg) > MOST_ADD_ONS:
        many = tr("more than {most} small weights to put on a stack")
        yield many.format(most=MOST_ADD_ONS)


def week_faults(week: Microcycle) -> Iterator[str]:
    """Say in words what cannot be stored of a planned week."""
    if week.days <= 0:
        yield tr("a week of {days} days").format(days=week.days)
    for session in week.sessions:
        yield from _planned_faults(session)


def _planned_faults(session: PlannedSession) -> Iterator[str]:
    if session.day < 0:
        yield tr("a session on day {day} of a week").format(day=session.day)
    for slot in session.exercises:
        if not slot.exercise.strip():
            yield tr("an exercise that is not named")
        for planned in slot.sets:
            yield from _reps_faults(planned.reps_low, planned.reps_high)
