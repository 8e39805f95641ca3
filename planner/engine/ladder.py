"""Progress by difficulty: how near the next step of a ladder is, and what holds it back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from planner.engine import evidence
from planner.engine.suggestion import Numbers, make, tell
from planner.engine.terms import (
    SUSPECT,
    UNREAD,
    Category,
    Change,
    Confidence,
    Exercise,
    ExerciseDay,
    Limit,
    LoadKind,
    LoggedSet,
    Measure,
    SetKind,
    Side,
    Suggestion,
    SuggestionKind,
    Technique,
    phrase,
)

CLIMB_RULE, HOLD_RULE = "ladder.climb", "ladder.hold"
SIDES = (Side.LEFT, Side.RIGHT)
CM_PER_M = 100.0
_DAYS = timedelta(days=evidence.CLIMB_DAYS.value)
_AWAY = timedelta(days=evidence.CLIMB_AWAY.value)
_PAIN = evidence.PAIN_STOP.value


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a ladder: `sets` clean ones of `count`, in the unit in which it is measured."""

    exercise: Exercise
    sets: int
    count: int


@dataclass(frozen=True, slots=True)
class LadderStanding:
    """How near the next step is: `clean` sets in a row, newest last, out of those `needed`.

    Of an exercise that is done side by side, `sides` has both, and the side with fewer decides.
    `lost_in` is the number of the set in which it was lost last time, None for none; `unrated`
    counts the sets of that day that reached the target and that nobody rated.
    """

    clean: int
    needed: int
    sides: tuple[tuple[Side, int], ...] = ()
    lost_in: int | None = None
    unrated: int = 0
    last_on: date | None = None

    @property
    def due(self) -> bool:
        """Whether the next step is due."""
        return self.clean >= self.needed and self.lost_in is None


def balances(exercise: Exercise) -> bool:
    """Tell whether what can go wrong in an exercise is that balance is lost."""
    return exercise.category is Category.NEUROMUSCULAR and Limit.FALLS in exercise.limits


def climbs(exercise: Exercise) -> bool:
    """Tell whether an exercise progresses by difficulty: it has no load that could rise."""
    return exercise.load_kind is LoadKind.NONE


def amount(entry: LoggedSet, measure: Measure) -> float | None:
    """Return what a set reached in the unit of its measure; None where that was not noted.

    Quality is 3 for a sound movement, 2 for a shaky one, 1 when it was lost.
    """
    if measure is Measure.SECONDS:
        return entry.seconds
    if measure is Measure.DISTANCE:
        return entry.distance_m
    if measure is Measure.REACH:
        return None if entry.distance_m is None else entry.distance_m * CM_PER_M
    if measure is Measure.QUALITY:
        return None if entry.technique is None else QUALITY[entry.technique]
    return None if entry.reps is None else float(entry.reps)


QUALITY = {Technique.SOUND: 3.0, Technique.MINOR: 2.0, Technique.BREAKDOWN: 1.0}


def counted(sets: Sequence[LoggedSet]) -> list[LoggedSet]:
    """Return the sets that tell how it went: no warm-ups, nothing unread or suspect."""
    return [
        entry
        for entry in sets
        if entry.kind is not SetKind.WARMUP and not entry.flags & {SUSPECT, UNREAD}
    ]


def of_side(entry: LoggedSet, side: Side) -> bool:
    """Tell whether a set was done with a side; one of each side, or of both at once, was."""
    return entry.side not in SIDES or entry.side is side


def standing(days: Sequence[ExerciseDay], step: Step) -> LadderStanding:
    """Return how near the next step is after some days of an exercise, oldest first."""
    if not days:
        return LadderStanding(0, step.sets)
    last = counted(days[-1].sets)
    recent = [e for day in days if day.on > days[-1].on - _DAYS for e in counted(day.sets)]
    wanted = SIDES if step.exercise.per_side else ()
    sides = tuple((side, _in_row([e for e in recent if of_side(e, side)], step)) for side in wanted)
    clean = min([made for _, made in sides], default=_in_row(recent, step))
    lost = [n for n, e in enumerate(last, start=1) if e.technique is Technique.BREAKDOWN]
    unrated = sum(e.technique is None and _reached(e, step) for e in last)
    return LadderStanding(clean, step.sets, sides, next(iter(lost), None), unrated, days[-1].on)


def _in_row(sets: Sequence[LoggedSet], step: Step) -> int:
    """Count the clean sets after the last one that was none, as many as are needed at most."""
    return sum(1 for _ in _newest_clean(sets[-step.sets :], step))


def _newest_clean(sets: Sequence[LoggedSet], step: Step) -> Iterator[LoggedSet]:
    for entry in reversed(sets):
        sound = entry.technique is Technique.SOUND and (entry.pain or 0) < _PAIN
        if not sound or not _reached(entry, step):
            return
        yield entry


def _reached(entry: LoggedSet, step: Step) -> bool:
    measure = step.exercise.measure
    if measure is Measure.QUALITY:
        return entry.technique in (None, Technique.SOUND)
    return (amount(entry, measure) or 0.0) >= step.count


def suggest(now: LadderStanding, step: Step, above: Step | None, today: date) -> Suggestion | None:
    """Suggest the next step when it is due, or to stay where balance was lost; else None."""
    if now.last_on is None or today - now.last_on > _AWAY:
        return None
    if now.lost_in is not None:
        return _hold(now, step)
    return None if above is None or not now.due else _climb(now, step, above)


def _climb(now: LadderStanding, step: Step, above: Step) -> Suggestion:
    numbers: Numbers = (
        ("clean_sets", now.clean),
        ("needed_sets", now.needed),
        ("to", above.exercise.slug),
        ("to_name", above.exercise.name),
    )
    words = (
        tell("Go on to {to_name}", numbers),
        tell(
            "The last {clean_sets} sets with each side were sound and reached their target."
            if step.exercise.per_side
            else "The last {clean_sets} sets were sound and reached their target.",
            numbers,
        ),
        phrase(
            "Balance was lost, pain, or a set that misses its target."
            if balances(step.exercise)
            else "Technique broke down, pain, or a set that misses its target."
        ),
    )
    change = Change(exercise=above.exercise.slug)
    made = make(SuggestionKind.CLIMB, None, CLIMB_RULE, words, Confidence.LIKELY, numbers, change)
    return _of(made, step)


def _hold(now: LadderStanding, step: Step) -> Suggestion:
    numbers: Numbers = (("lost_set", now.lost_in), ("needed_sets", now.needed))
    words = (
        phrase("Stay on this step"),
        tell(
            "Balance was lost in set {lost_set} last time."
            if balances(step.exercise)
            else "Technique broke down in set {lost_set} last time.",
            numbers,
        ),
        tell("{needed_sets} sound sets in a row that reach their target.", numbers),
    )
    made = make(SuggestionKind.HOLD, None, HOLD_RULE, words, Confidence.LIKELY, numbers)
    return _of(made, step)


def _of(made: Suggestion, step: Step) -> Suggestion:
    return replace(made, exercise=step.exercise.slug)
