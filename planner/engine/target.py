"""What the next session of a lift is meant to be, from the plan or from the last time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from statistics import median
from typing import NamedTuple

from planner.engine import evidence
from planner.engine.lift import LiftState
from planner.engine.same_load import hardest, is_harder, is_same
from planner.engine.skill import CAPPED, NOTHING_BESIDE, Beside, SkillStanding, standing
from planner.engine.terms import (
    WORK_KINDS,
    Complexity,
    Exercise,
    Inventory,
    LoadKind,
    LoggedSet,
    Pattern,
    PlannedExercise,
    PlannedSet,
    Technique,
    WayBack,
)
from planner.engine.training import Training

_LOWER = (Pattern.SQUAT, Pattern.HINGE, Pattern.LUNGE)
_FAR_OVER, _FEW_MORE = evidence.FIRST_SET_TYPO.value, evidence.FIRST_SET_MORE.value
_EFFORT = evidence.EFFORT_RISE.value
_STUCK_SESSIONS = int(evidence.SHOWN_SESSIONS.value)


class Shown(NamedTuple):
    """The repetitions of a session's hardest sets, and their mean reserve where it was logged."""

    reps: tuple[int, ...]
    reserve: float | None = None


class Base(NamedTuple):
    """What the next session goes on from: a session's sets, and what its load has shown lately.

    `shown` are the last sessions running that had this load and as many sets, oldest first; `reps`
    what a first set is meant to have by what was done: fewer are a miss, no new target.
    `falls_off` when sets always do, `failed` when a session since could not be lifted at all.
    """

    sets: tuple[LoggedSet, ...]
    shown: tuple[Shown, ...] = ()
    reps: int = 0
    falls_off: bool = False
    failed: bool = False

    @property
    def best(self) -> int:
        """The most repetitions that a first set has shown with this load; 0 if unknown."""
        return max([meant(each.reps) for each in self.shown], default=0)

    def is_stuck(self, reps: int) -> bool:
        """Tell whether three sessions running missed these repetitions and nothing was gained."""
        last = self.shown[-_STUCK_SESSIONS:]
        if len(last) < _STUCK_SESSIONS or any(min(each.reps) >= reps for each in last):
            return False
        sets = min([len(each.reps) for each in self.shown])
        totals = [sum(each.reps[:sets]) for each in self.shown]
        return totals[-1] <= max(totals[:-1])

    @property
    def fallen_reserve(self) -> tuple[float, float] | None:
        """The reserve two sessions before the last and in it, where it fell by one or more."""
        last = [each.reserve for each in self.shown[-_STUCK_SESSIONS:]]
        known = [reserve for reserve in last if reserve is not None]
        if len(known) < _STUCK_SESSIONS or known != sorted(known, reverse=True):
            return None
        return (known[0], known[-1]) if known[0] - known[-1] >= _EFFORT else None


def meant(reps: Sequence[int]) -> int:
    """Return the first set's repetitions, which the others were meant to reach.

    Far more than those of the middle set are a typing error, or a set of another kind; a few
    heavy ones may fall off.
    """
    middle = median(reps)
    return reps[0] if reps[0] <= max(_FAR_OVER * middle, middle + _FEW_MORE) else int(middle)


_LAST_ALONE = Base(())


@dataclass(frozen=True, slots=True)
class LiftContext:
    """What advice on a lift needs beside its reading.

    `state` is the lift after its last session; `last_sets` are that session's sets. `base` is what
    the next one goes on from (without sets: the last session alone). `pain` holds
    the worst pain (0–10, None: not asked) of the last sessions, `technique` how they looked, both
    oldest first. `next_on` is the day of the next session (None: `today`); `muscle_gap_days` the
    days that the muscles rested until that day. In a deload week no more is advised than planned.
    Without `training` no change of structure is. `beside` is what else is known of its practice.
    The last pain is that of `hurt_on` (None: the last session), which may be of the day itself, or
    of another machine; it is `cleared` once a professional said since that the lift may be done.
    Whoever hurt it badly is on a `way_back` until that load was reached again.
    A lift is `easy` when it is planned lately only so lightly that no set counts as hard; its loads
    are `asked` about while they jumped and nobody said which are right.
    """

    exercise: Exercise
    state: LiftState
    today: date
    last_sets: tuple[LoggedSet, ...] = ()
    next_on: date | None = None
    muscle_gap_days: int | None = None
    pain: tuple[int | None, ...] = ()
    technique: tuple[Technique | None, ...] = ()
    deload: bool = False
    inventory: Inventory = field(default_factory=Inventory)
    training: Training | None = None
    base: Base = _LAST_ALONE
    beside: Beside = NOTHING_BESIDE
    easy: bool = False
    asked: bool = False
    cleared: bool = False
    hurt_on: date | None = None
    way_back: WayBack | None = None

    @property
    def practice(self) -> SkillStanding:
        """Where the lifter stands with the movement, by the next session."""
        return standing(self.state, self.session_on, self.beside)

    @property
    def cap_kg(self) -> float | None:
        """The most to load, by practice, by what somebody limited the lift to, and by the way
        back from pain; kg as typed."""
        heavier = self.exercise.load_kind in CAPPED
        back = self.way_back.most_kg if self.way_back is not None and heavier else None
        caps = (self.practice.cap_kg, self.beside.most_kg, back)
        return min((cap for cap in caps if cap is not None), default=None)

    @property
    def base_sets(self) -> tuple[LoggedSet, ...]:
        """The sets that the next load goes on from."""
        return self.base.sets or self.last_sets

    @property
    def session_on(self) -> date:
        """The day of the next session."""
        return self.next_on or self.today

    @property
    def days_off(self) -> int:
        """Days for which the muscles rested, on the day of the next session."""
        own = self.days_without
        return own if self.muscle_gap_days is None else min(own, self.muscle_gap_days)

    @property
    def days_without(self) -> int:
        """Days since the lift itself was last done, on the day of the next session."""
        return (self.session_on - (self.state.last_on or self.session_on)).days

    @property
    def returning(self) -> bool:
        """Whether strength lost in a recent pause is still being regained."""
        return self.state.rhythm.returning


class Target(NamedTuple):
    """A session's work sets in short: load as typed in kg, repetitions, reserve and sets.

    `firm` when the repetitions were asked for, not only shown before; `at_load` of the sets are
    planned with this very load, 0 when the plan says none.
    """

    load_kg: float
    reps_low: int
    reps_high: int
    rir: float
    sets: int
    firm: bool = True
    at_load: int = 0


def target_of(plan: PlannedExercise | None, context: LiftContext) -> Target | None:
    """Return what is to be done next: the plan, completed by the last session; None if unknown.

    Without a planned reserve the target is the repetitions alone.
    """
    planned = [s for s in plan.sets if s.kind in WORK_KINDS and s.reps_low] if plan else []
    exercise = context.exercise
    if planned:
        return _planned(planned, exercise, context.base_sets)
    return repeated(exercise, context.base_sets, context.base.reps)


def _planned(
    planned: Sequence[PlannedSet], exercise: Exercise, last_sets: Sequence[LoggedSet]
) -> Target | None:
    asked = planned_load(planned, exercise)
    load = last_load(exercise, last_sets) if asked is None else asked
    if load is None:
        return None
    first = planned[0]
    loads = [each.load_kg for each in planned if each.load_kg is not None]
    at_load = 0 if asked is None else len([kg for kg in loads if is_same(kg, asked)])
    low = first.reps_low or 1
    high = max(first.reps_high or low, low)
    return Target(load, low, high, first.rir or 0.0, len(planned), at_load=at_load)


def repeated(exercise: Exercise, done: Sequence[LoggedSet], shown_reps: int) -> Target | None:
    """Return a session as the next target: its hardest load, all sets like the first; None if none.

    `shown_reps` a first set has shown with this load lately. Where sets fell off, the load is not
    mastered yet: the fewest repetitions are no target. Nor are the most of a set that went better
    than the first.
    """
    load = last_load(exercise, done)
    if load is None:
        return None
    sets = hardest_sets(exercise, done)
    asked = sets[0].target_reps
    low = asked or max(meant([entry.reps or 1 for entry in sets]), shown_reps)
    rir = 1.0 if any(s.rir for s in sets) else 0.0
    return Target(load, low, low, rir, len(sets), asked is not None)


def work_sets(sets: Sequence[LoggedSet]) -> list[LoggedSet]:
    """Return the sets that count as work and look believable."""
    return [s for s in sets if s.kind in WORK_KINDS and s.reps and "suspect" not in s.flags]


def last_load(exercise: Exercise, last_sets: Sequence[LoggedSet]) -> float | None:
    """Return the hardest load of the last session's work sets, as typed; None without any."""
    return hardest([s.load_kg or 0.0 for s in work_sets(last_sets)], exercise)


def planned_load(planned: Sequence[PlannedSet], exercise: Exercise) -> float | None:
    """Return the hardest load of the work sets planned, as typed; None without any."""
    found = [s.load_kg for s in planned if s.kind in WORK_KINDS and s.load_kg is not None]
    return hardest(found, exercise)


def hardest_sets(exercise: Exercise, last_sets: Sequence[LoggedSet]) -> list[LoggedSet]:
    """Return the last session's work sets with its hardest load."""
    sets = work_sets(last_sets)
    load = hardest([s.load_kg or 0.0 for s in sets], exercise)
    return [s for s in sets if load is not None and is_same(s.load_kg or 0.0, load)]


def least_reps(exercise: Exercise, last_sets: Sequence[LoggedSet]) -> int:
    """Return the fewest repetitions of the last session's hardest sets; 0 without any."""
    return min([s.reps or 0 for s in hardest_sets(exercise, last_sets)], default=0)


def harder_than(target: Target, exercise: Exercise, sets: Sequence[LoggedSet]) -> bool:
    """Tell whether the target's load is harder than that of the sets done."""
    last = last_load(exercise, sets)
    return last is not None and is_harder(target.load_kg, last, exercise)


def was_met(target: Target, exercise: Exercise, last_sets: Sequence[LoggedSet]) -> bool:
    """Tell whether the last session met the target, with a rep to spare where that is known.

    Every set with the hardest load must have reached its own target (else the coming low end), and
    the load was no easier. A set without a single repetition is a miss, whatever its load.
    """
    sets = hardest_sets(exercise, last_sets)
    failed = any(s.reps == 0 and s.kind in WORK_KINDS for s in last_sets)
    if not sets or failed or harder_than(target, exercise, last_sets):
        return False
    return all(_with_one_more(each, target.reps_low) for each in sets)


def _with_one_more(entry: LoggedSet, low: int) -> bool:
    """Tell whether a set had its repetitions, and one more than both its own and the coming ones:
    done, or left in reserve where that was logged."""
    reps, asked = entry.reps or 0, entry.target_reps or low
    spare = entry.rir is None or entry.rir >= 1 or reps + entry.rir >= max(asked, low) + 1
    return reps >= asked and spare


def step_cap(exercise: Exercise, returning: bool) -> float:
    """Return the largest step up as a fraction: 10 % lower body, else and after a pause 5 %."""
    lower = exercise.pattern in _LOWER and exercise.complexity is not Complexity.ISOLATION
    return evidence.STEP_LOWER.value if lower and not returning else evidence.STEP_UPPER.value


def loads_rise(exercise: Exercise) -> bool:
    """Tell whether the exercise gets harder by load (else by repetitions)."""
    return exercise.load_kind in (LoadKind.EXTERNAL, LoadKind.ADDED, LoadKind.ASSISTED)
