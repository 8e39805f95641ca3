"""Hard sets per muscle and week, the range they should be in, and how long a session takes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from planner.engine import evidence
from planner.engine.in_turn import in_turn
from planner.engine.terms import (
    N_,
    Category,
    Equipment,
    Exercise,
    Experience,
    LoadKind,
    LoggedSet,
    Measure,
    Muscle,
    Phrase,
    PlannedSession,
    PlannedSet,
    SetKind,
    Side,
    phrase,
)

Entry = TypeVar("Entry", bound=LoggedSet | PlannedSet)

_HARD_RIR = evidence.HARD_RIR.value
_AT_ONCE = frozenset({Equipment.BODYWEIGHT, Equipment.BAND, Equipment.BALL, Equipment.BOARD})
_DRILLS = (Category.NEUROMUSCULAR, Category.FLEXIBILITY)
_EXTERNAL = LoadKind.EXTERNAL

GROUPS: tuple[tuple[str, tuple[Muscle, ...]], ...] = (
    (N_("Quads"), (Muscle.QUADS,)),
    (N_("Hamstrings"), (Muscle.HAMSTRINGS,)),
    (N_("Glutes"), (Muscle.GLUTES, Muscle.ABDUCTORS)),
    (N_("Calves"), (Muscle.CALVES,)),
    (N_("Chest"), (Muscle.CHEST,)),
    (N_("Back"), (Muscle.LATS, Muscle.UPPER_BACK, Muscle.TRAPS)),
    (N_("Shoulders"), (Muscle.FRONT_DELTS, Muscle.SIDE_DELTS, Muscle.REAR_DELTS)),
    (N_("Biceps"), (Muscle.BICEPS,)),
    (N_("Triceps"), (Muscle.TRICEPS,)),
    (N_("Core"), (Muscle.ABS, Muscle.OBLIQUES, Muscle.LOWER_BACK)),
)
_GROUPS_OF = {
    muscle: tuple(group for group, muscles in GROUPS if muscle in muscles) for muscle in Muscle
}


class WeeklyRange(NamedTuple):
    """Weekly hard sets that serve most lifters, with the evidence key they come from.

    From `keep` on, what was gained before stays, in young adults at least.
    """

    low: float
    high: float
    source: str
    keep: float = evidence.WEEK_KEEP.value


def group_name(group: str) -> Phrase:
    """Return what a display group is called, to be said in the language in use."""
    return phrase(group)


def is_hard(entry: LoggedSet | PlannedSet) -> bool:
    """Tell whether a set counts as training: no warm-up, and at most four reps in reserve.

    A reserve that was not logged counts as hard; a set in which nothing was done does not.
    """
    if entry.kind is SetKind.WARMUP or (isinstance(entry, LoggedSet) and not _was_done(entry)):
        return False
    return entry.rir is None or entry.rir <= _HARD_RIR


def _was_done(entry: LoggedSet) -> bool:
    return bool(entry.reps or entry.seconds or entry.distance_m)


def hard_sets(sets: Iterable[LoggedSet | PlannedSet]) -> int:
    """Count the hard sets of an exercise in a session: one left and one right are one."""
    return round(per_side(sets, is_hard))


def per_side(sets: Iterable[Entry], worth: Callable[[Entry], float]) -> float:
    """Add up what sets are worth to a muscle: of those of one side only, the side's that did more.

    A set of the left asks nothing of the right, and each muscle group stands for either side.
    """
    both = left = right = 0.0
    for entry in sets:
        side = entry.side if isinstance(entry, LoggedSet) else Side.BOTH
        if side is Side.LEFT:
            left += worth(entry)
        elif side is Side.RIGHT:
            right += worth(entry)
        else:
            both += worth(entry)
    return both + max(left, right)


def group_share(exercise: Exercise, group: str) -> float:
    """Return how much one set counts for a display group: the share of its most used muscle.

    Balance, endurance and mobility work names muscles too, but adds no hard sets.
    """
    return _group_shares(exercise).get(group, 0.0)


def _group_shares(exercise: Exercise) -> dict[str, float]:
    """Return the shares of the display groups that an exercise has a share of."""
    shares: dict[str, float] = {}
    if exercise.category is Category.STRENGTH:
        for muscle, share in exercise.muscles:
            for group in _GROUPS_OF[muscle]:
                shares[group] = max(share, shares.get(group, 0.0))
    return shares


def group_sets(work: Iterable[tuple[Exercise, int]]) -> dict[str, float]:
    """Add up hard sets per display group, in display order; a set counts once per group."""
    total: dict[str, tuple[Exercise, int]] = {}
    for exercise, sets in work:
        _, before = total.get(exercise.slug, (exercise, 0))
        total[exercise.slug] = exercise, before + sets
    counted = {group: 0.0 for group, _ in GROUPS}
    for exercise, sets in total.values():
        for group, share in _group_shares(exercise).items():
            counted[group] += share * sets
    return counted


class Tagged(NamedTuple):
    """Sets of all exercises, and those of them that each tag has; one may have both."""

    total: int
    neuromuscular: int
    functional: int


def tagged_sets(work: Iterable[tuple[Exercise, Sequence[LoggedSet | PlannedSet]]]) -> Tagged:
    """Count sets without warm-ups: each once in total, and once for each tag of its exercise."""
    total = neuromuscular = functional = 0
    for exercise, sets in work:
        count = sum([entry.kind is not SetKind.WARMUP for entry in sets])
        total += count
        neuromuscular += count * trains_nerves(exercise)
        functional += count * exercise.functional
    return Tagged(total, neuromuscular, functional)


def trains_nerves(exercise: Exercise) -> bool:
    """Tell whether an exercise is neuromuscular work, or trains that beside strength."""
    return exercise.category is Category.NEUROMUSCULAR or exercise.neuromuscular is not None


def weekly_range(experience: Experience) -> WeeklyRange:
    """Return the weekly hard sets per muscle that research supports for such a lifter."""
    if experience in (Experience.NOVICE, Experience.RETURNER):
        return WeeklyRange(
            evidence.WEEK_LOW_NOVICE.value, evidence.WEEK_HIGH_NOVICE.value, "schoenfeld-2017"
        )
    return WeeklyRange(evidence.WEEK_LOW.value, evidence.WEEK_HIGH.value, "schoenfeld-2017")


def session_minutes(session: PlannedSession, exercises: Mapping[str, Exercise]) -> int:
    """Estimate a planned session's length in minutes: warm-up, changeovers, sets and rests.

    Exercises of a superset share their rests. Unknown exercises count with default rests. Drills
    and easy sets without a load need no warm-up.
    """
    if not session.exercises:
        return 0
    warm_up = evidence.WARM_UP_S.value if _is_loading(session, exercises) else 0.0
    return round((warm_up + _seconds(session, exercises)) / 60)


def _is_loading(session: PlannedSession, exercises: Mapping[str, Exercise]) -> bool:
    return any(
        known.category not in _DRILLS and (known.load_kind is _EXTERNAL or hard_sets(each.sets))
        for each in session.exercises
        for known in [exercises.get(each.exercise) or Exercise(each.exercise)]
    )


def joining_minutes(session: PlannedSession, exercises: Mapping[str, Exercise]) -> int:
    """Estimate by how many minutes exercises lengthen a session that they join."""
    return round(_seconds(session, exercises) / 60)


def _seconds(session: PlannedSession, exercises: Mapping[str, Exercise]) -> float:
    seconds = 0.0
    for planned in in_turn(session.exercises):
        exercise = exercises.get(planned.exercise) or Exercise(planned.exercise)
        rest = planned.rest_s if planned.rest_s is not None else exercise.rest_s
        rests = sum([_rest_seconds(entry, rest) for entry in planned.sets])
        rests *= 0.5 if planned.superset is not None else 1.0
        work = sum([_set_seconds(entry, exercise) for entry in planned.sets])
        seconds += _changeover_seconds(exercise) + rests + work
    return seconds


def _rest_seconds(entry: PlannedSet, rest_s: float) -> float:
    """Return the rest after a set; who warms up hardly waits."""
    light = entry.kind is SetKind.WARMUP
    return min(rest_s, evidence.RAMP_REST_S.value) if light else rest_s


def _changeover_seconds(exercise: Exercise) -> float:
    drill = exercise.equipment in _AT_ONCE
    return (evidence.CHANGEOVER_DRILL_S if drill else evidence.CHANGEOVER_S).value


def _set_seconds(entry: PlannedSet, exercise: Exercise) -> float:
    reps = entry.reps_high or entry.reps_low or 10
    once = reps * evidence.SECONDS_PER_REP.value
    if entry.seconds is not None:
        once = entry.seconds
    elif entry.distance_m is not None and exercise.measure is Measure.DISTANCE:
        far = exercise.category is Category.ENDURANCE
        once = entry.distance_m / (evidence.RUN_M_S if far else evidence.WALK_M_S).value
    return once * 2 if exercise.per_side else once
