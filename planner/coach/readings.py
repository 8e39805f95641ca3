"""Replay a lifter's log through the engine, and remember what has not changed since."""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from planner import engine
from planner.engine.terms import (
    CheckIn,
    Exercise,
    ExerciseDay,
    Lifter,
    LoggedSet,
    Muscle,
    Reading,
    Technique,
)
from planner.storage import clients, history, library

TRAINED_SHARE = 0.5  # share from which a set counts as training a muscle: rule of thumb
REMEMBERED_LIFTERS = 8  # a long history takes some 10 MB
FEW_LIFTS = 4  # up to so many changed lifts are read one by one, more in one query
_ORDER = (Technique.SOUND, Technique.MINOR, Technique.BREAKDOWN)

Fingerprint = tuple[int, int, int]
Trained = Sequence[tuple[date, str, int]]
Log = Sequence[tuple[date, int, tuple[LoggedSet, ...]]]


@dataclass(frozen=True, slots=True)
class Step:
    """One training day of a lift and what the engine knew after it."""

    day: ExerciseDay
    session_id: int
    state: engine.LiftState


@dataclass(frozen=True, slots=True)
class Replay:
    """A lift's whole history with the engine's state after each day, oldest first."""

    exercise: Exercise
    lifter: Lifter
    steps: tuple[Step, ...]

    def state(self, today: date) -> engine.LiftState | None:
        """Return the state after the last day up to today; None before the first."""
        index = bisect_right(self.steps, today, key=lambda step: step.day.on)
        return self.steps[index - 1].state if index else None

    def reading(self, today: date) -> Reading | None:
        """Return what the engine says today; None before the first day."""
        state = self.state(today)
        return engine.read(state, today) if state is not None else None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the other exercises and days tell of one training day of a lift."""

    gap_days: int | None
    hard_sets_7d: float


@dataclass(frozen=True, slots=True)
class _Source:
    """What a lifter's replays are made from; when it is the same, so are they."""

    lifter: Lifter
    prints: Mapping[str, Fingerprint]
    check_ins: tuple[CheckIn, ...]
    weights: tuple[tuple[date, float], ...]


@dataclass(slots=True)
class _Memory:
    version: object = None
    source: _Source | None = None
    trained: Trained = ()
    replays: dict[str, Replay] = field(default_factory=dict)


_memory: dict[str, _Memory] = {}  # by the lifter's uid, least recently made first


def replays(lifter_id: int) -> Mapping[str, Replay]:
    """Return every lift's replay by slug; only days that changed since last time are computed."""
    return _remembered(lifter_id).replays


def trained(lifter_id: int) -> Trained:
    """Return (date, slug, hard sets) of each day and exercise, oldest first."""
    return _remembered(lifter_id).trained


def _remembered(lifter_id: int) -> _Memory:
    lifter = clients.lifter(lifter_id)
    memory = _memory.setdefault(lifter.uid, _Memory())
    while len(_memory) > REMEMBERED_LIFTERS:
        _memory.pop(next(iter(_memory)))
    version = history.version()
    if version is None or version != memory.version:
        _renew(lifter_id, lifter, memory)
        memory.version = version
    return memory


def _renew(lifter_id: int, lifter: Lifter, memory: _Memory) -> None:
    source = _Source(
        lifter,
        history.fingerprints(lifter_id),
        tuple(clients.check_ins(lifter_id, date.min, date.max)),
        tuple(clients.bodyweights(lifter_id)),
    )
    if source != memory.source:
        memory.trained = history.trained(lifter_id)
        memory.replays = _renewed(lifter_id, source, memory)
        memory.source = source


def readings(lifter_id: int, today: date) -> dict[str, Reading]:
    """Return what the engine says today of every lift with a history, by slug."""
    found = ((slug, made.reading(today)) for slug, made in replays(lifter_id).items())
    return {slug: reading for slug, reading in found if reading is not None}


def _renewed(lifter_id: int, source: _Source, memory: _Memory) -> dict[str, Replay]:
    exercises = library.by_slug()
    logs = _logs(lifter_id, source, memory)
    around = surroundings(memory.trained, exercises)
    check_ins = {made.on: made for made in source.check_ins}
    made: dict[str, Replay] = {}
    for slug, log in logs.items():
        days = _days(slug, log, around, check_ins, source.weights)
        made[slug] = _replay(exercises[slug], source.lifter, days, memory.replays.get(slug))
    return made


def _logs(lifter_id: int, source: _Source, memory: _Memory) -> Mapping[str, Log]:
    before = memory.source.prints if memory.source else {}
    changed = {slug for slug, now in source.prints.items() if before.get(slug) != now}
    if len(changed) > FEW_LIFTS:
        return history.histories(lifter_id)
    kept = {
        slug: [(step.day.on, step.session_id, step.day.sets) for step in replay.steps]
        for slug, replay in memory.replays.items()
        if slug in source.prints and slug not in changed
    }
    return kept | {slug: history.history(lifter_id, slug) for slug in changed}


def surroundings(
    trained: Trained, exercises: Mapping[str, Exercise]
) -> dict[tuple[date, str], Surroundings]:
    """Return gap and recent hard sets of each (day, slug), from all exercises, oldest first.

    The gap is the longest of the lift's prime movers: the muscle that rested longest limits it.
    """
    last: dict[Muscle, date] = {}
    recent: dict[Muscle, deque[tuple[date, float]]] = {}
    found: dict[tuple[date, str], Surroundings] = {}
    for on, slugs in _by_day(trained):
        for slug in slugs:
            gap = _gap(exercises[slug], last, on)
            found[on, slug] = Surroundings(gap, 0.0)
        for slug, sets in slugs.items():
            _note(exercises[slug], sets, on, last, recent)
        for slug in slugs:
            sets_7d = _recent(exercises[slug], recent, on)
            found[on, slug] = Surroundings(found[on, slug].gap_days, sets_7d)
    return found


@dataclass(frozen=True, slots=True)
class LastTrained:
    """The last day on which each muscle was trained by any exercise."""

    days: Mapping[Muscle, date]

    def gap_days(self, exercise: Exercise, on: date) -> int | None:
        """Return the days from the last training of the exercise's prime movers to a day."""
        return _gap(exercise, self.days, on)


def last_trained(lifter_id: int, today: date) -> LastTrained:
    """Return when each muscle was last trained, up to and including today."""
    exercises = library.by_slug()
    days: dict[Muscle, date] = {}
    for on, slug, sets in trained(lifter_id):
        if on <= today:
            _note(exercises[slug], sets, on, days, {})
    return LastTrained(days)


def _by_day(trained: Trained) -> Iterable[tuple[date, dict[str, int]]]:
    days: dict[date, dict[str, int]] = {}
    for on, slug, sets in trained:
        day = days.setdefault(on, {})
        day[slug] = day.get(slug, 0) + sets
    return days.items()


def _primes(exercise: Exercise) -> list[Muscle]:
    return [muscle for muscle, share in exercise.muscles if share >= 1.0]


def _gap(exercise: Exercise, last: Mapping[Muscle, date], on: date) -> int | None:
    gaps = [(on - last[muscle]).days for muscle in _primes(exercise) if muscle in last]
    return max(gaps) if gaps else None


def _note(
    exercise: Exercise,
    sets: int,
    on: date,
    last: dict[Muscle, date],
    recent: dict[Muscle, deque[tuple[date, float]]],
) -> None:
    for muscle, share in exercise.muscles:
        if share >= TRAINED_SHARE and sets:
            last[muscle] = on
            recent.setdefault(muscle, deque()).append((on, sets * share))


def _recent(
    exercise: Exercise, recent: Mapping[Muscle, deque[tuple[date, float]]], on: date
) -> float:
    primes = _primes(exercise)
    if not primes or primes[0] not in recent:
        return 0.0
    window = recent[primes[0]]
    while window and window[0][0] <= on - timedelta(days=7):
        window.popleft()
    return sum(sets for _, sets in window)


def _days(
    slug: str,
    log: Log,
    around: Mapping[tuple[date, str], Surroundings],
    check_ins: Mapping[date, CheckIn],
    weights: Sequence[tuple[date, float]],
) -> list[tuple[int, ExerciseDay]]:
    days: list[tuple[int, ExerciseDay]] = []
    for on, session_id, sets in log:
        near = around.get((on, slug), Surroundings(None, 0.0))
        weight = _weight(weights, on)
        day = ExerciseDay(
            on, sets, near.gap_days, near.hard_sets_7d, check_ins.get(on), _worst(sets), weight
        )
        days.append((session_id, day))
    return days


def _weight(weights: Sequence[tuple[date, float]], on: date) -> float | None:
    index = bisect_right(weights, on, key=lambda entry: entry[0])
    return weights[max(index - 1, 0)][1] if weights else None


def _worst(sets: Sequence[LoggedSet]) -> Technique | None:
    rated = [entry.technique for entry in sets if entry.technique is not None]
    return max(rated, key=_ORDER.index) if rated else None


def _replay(
    exercise: Exercise,
    lifter: Lifter,
    days: Sequence[tuple[int, ExerciseDay]],
    known: Replay | None,
) -> Replay:
    steps: list[Step] = []
    if known is not None and (known.exercise, known.lifter) == (exercise, lifter):
        for step, (session_id, day) in zip(known.steps, days, strict=False):
            if step.day != day or step.session_id != session_id:
                break
            steps.append(step)
    state = steps[-1].state if steps else engine.start(exercise, lifter)
    for session_id, day in days[len(steps) :]:
        state = engine.update(state, day)
        steps.append(Step(day, session_id, state))
    return Replay(exercise, lifter, tuple(steps))
