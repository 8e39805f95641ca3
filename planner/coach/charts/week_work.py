"""What each training day of an exercise put into its week: hard sets by side, load, zones."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from dataclasses import dataclass
from datetime import date

from planner.coach import points, readings
from planner.coach.parts import at_once
from planner.coach.replay import ReplayedDay
from planner.coach.step_tonnage import tonnage_kg
from planner.engine import intensity, strength, volume
from planner.engine.terms import SUSPECT, Category, Exercise, LoggedSet, SetKind, Side
from planner.storage.unchanged import unchanged_in_parts

NOT_KNOWN = intensity.ZONES  # place of the sets whose zone can't be told, after the heaviest
NO_SETS = (0,) * (NOT_KNOWN + 1)
PRIME_SHARE = 1.0  # of a set, which an exercise's prime movers get


@dataclass(frozen=True, slots=True)
class Bout:
    """What was done of an exercise on a day: `hard` sets, and those of the left and of the right.

    A set of the left and one of the right are one in `hard`. `zones` counts sets without warm-ups
    by zone of intensity, the lightest first, what is not known last. `tonnage_kg` leaves out what
    looks like a typing error.
    """

    on: date
    exercise: Exercise
    hard: int
    left: int
    right: int
    tonnage_kg: float
    zones: tuple[int, ...]


def bouts(lifter_id: int, today: date) -> tuple[Bout, ...]:
    """Return everything that was done up to today; by exercise, then by day."""
    return at_once(reading_bouts(lifter_id, today))


def reading_bouts(lifter_id: int, today: date) -> Generator[None, None, tuple[Bout, ...]]:
    """Read the same part by part; it is remembered for as long as nobody writes."""
    key = "bouts", lifter_id, today
    return (yield from unchanged_in_parts(key, lambda: _bouts(lifter_id, today)))


def prime_bouts(lifter_id: int, group: str, today: date) -> list[Bout]:
    """Return what was done with the exercises whose prime movers are of a group; '' means all."""
    done = bouts(lifter_id, today)
    if not group:
        return list(done)
    exercises = {made.exercise.slug: made.exercise for made in done}
    shares = {slug: volume.group_share(each, group) for slug, each in exercises.items()}
    return [made for made in done if shares[made.exercise.slug] >= PRIME_SHARE]


def _bouts(lifter_id: int, today: date) -> Generator[None, None, tuple[Bout, ...]]:
    made = list[Bout]()
    for replay in readings.replays(lifter_id, today).values():
        held_out = points.held_out(replay)
        done = (step for step in replay.steps if step.day.on <= today)
        made += [_bout(replay.exercise, step, step.session_id in held_out) for step in done]
        yield
    return tuple(made)


def _bout(exercise: Exercise, step: ReplayedDay, held_out: bool) -> Bout:
    sets = step.day.sets
    strong = exercise.category is Category.STRENGTH
    hard = [entry for entry in sets if volume.is_hard(entry)]
    lifted = tonnage_kg(step) if strong and not held_out else 0.0
    e1rm_kg = None if held_out or not strength.measurable(exercise) else step.known_e1rm_kg
    return Bout(
        on=step.day.on,
        exercise=exercise,
        hard=volume.hard_sets(hard),
        left=sum([entry.side is not Side.RIGHT for entry in hard]),
        right=sum([entry.side is not Side.LEFT for entry in hard]),
        tonnage_kg=lifted,
        zones=_zones(exercise, sets, step.bodyweight_kg, e1rm_kg) if strong else NO_SETS,
    )


def _zones(
    exercise: Exercise, sets: Iterable[LoggedSet], bodyweight_kg: float, e1rm_kg: float | None
) -> tuple[int, ...]:
    counts, of_load = [0] * (NOT_KNOWN + 1), dict[float | None, int]()
    for entry in sets:
        if entry.kind is SetKind.WARMUP or entry.reps == 0:
            continue
        if SUSPECT in entry.flags or e1rm_kg is None:
            counts[NOT_KNOWN] += 1
            continue
        load_kg = entry.load_kg
        if load_kg not in of_load:
            moved = strength.moved_kg(load_kg, exercise, bodyweight_kg)
            of_load[load_kg] = NOT_KNOWN if moved is None else intensity.zone(moved, e1rm_kg)
        counts[of_load[load_kg]] += 1
    return tuple(counts)
