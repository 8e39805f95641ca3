"""Replay a lifter's log through the engine, and remember what has not changed since."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from planner import engine
from planner.coach import surroundings, varying, weighing
from planner.coach.replay import Replay, ReplayedDay
from planner.coach.surroundings import ALONE, Around, LastTrained, Trained
from planner.coach.weighing import Weights
from planner.engine import evidence
from planner.engine.terms import (
    CheckIn,
    Exercise,
    ExerciseDay,
    Lifter,
    LoggedSet,
    Reading,
    Technique,
)
from planner.storage import clients, history, library, versions

REMEMBERED = 8  # lifters; a long history takes some 10 MB
PART_DAYS = 100  # of one lift; some 10 ms of replaying
_ORDER = (Technique.SOUND, Technique.MINOR, Technique.BREAKDOWN)

Fingerprint = tuple[int, int, int]
Log = Sequence[tuple[date, int, tuple[LoggedSet, ...]]]


@dataclass(frozen=True, slots=True)
class _Source:
    """What a lifter's replays are made from; when it is the same, so are they."""

    lifter: Lifter
    prints: Mapping[str, Fingerprint]
    check_ins: tuple[CheckIn, ...]
    weights: Weights
    library: library.Fingerprint


@dataclass(slots=True)
class _Memory:
    version: object = None
    source: _Source | None = None
    trained: Trained = ()
    replays: dict[str, Replay] = field(default_factory=dict)
    last_trained: dict[date, LastTrained] = field(default_factory=dict)


Key = tuple[str, bool]  # the lifter's uid, and whether a weight is known
_memory: dict[Key, _Memory] = {}  # least recently used first


def replays(lifter_id: int, today: date = date.max) -> Mapping[str, Replay]:
    """Return every lift's replay by slug; only days that changed since last time are computed.

    All days are replayed; before the day of the first bodyweight they are as without any.
    """
    return _remembered(lifter_id, today).replays


def trained(lifter_id: int) -> Trained:
    """Return (date, slug, hard sets) of each day and exercise, oldest first."""
    return _remembered(lifter_id).trained


def replaying(lifter_id: int, today: date = date.max) -> Iterator[None]:
    """Bring a lifter's replays up to date, a part at a time; afterwards they are at hand.

    Ten years take a second at first: whoever shows a window can let it paint between the parts.
    """
    lifter, weights = clients.lifter(lifter_id), weights_known(lifter_id, today)
    key = lifter.uid, bool(weights)
    memory = _memory[key] = _memory.pop(key) if key in _memory else _Memory()
    while len(_memory) > REMEMBERED:
        _memory.pop(next(iter(_memory)))
    version = versions.log_version()
    if version is None or version != memory.version:
        memory.last_trained.clear()
        yield from _renewing(lifter_id, weighing.first_weighed(lifter, weights), weights, memory)
        memory.version = version


def remembered(uid: str) -> bool:
    """Tell whether replays of a lifter are at hand, perhaps those of an earlier state."""
    return any(known == uid for known, _ in _memory)


def forget(uid: str) -> None:
    """Forget a lifter's replays, so that reading through many keeps those of the one in sight."""
    for key in [key for key in _memory if key[0] == uid]:
        del _memory[key]


def weights_known(lifter_id: int, today: date) -> Weights:
    """Return the bodyweights to read a lifter's log with on a day."""
    return weighing.known_by(clients.bodyweights(lifter_id), today)


def _remembered(lifter_id: int, today: date = date.max) -> _Memory:
    for _ in replaying(lifter_id, today):
        pass
    return _memory[clients.lifter(lifter_id).uid, bool(weights_known(lifter_id, today))]


def _renewing(lifter_id: int, lifter: Lifter, weights: Weights, memory: _Memory) -> Iterator[None]:
    source = _Source(
        lifter,
        history.fingerprints(lifter_id),
        tuple(clients.check_ins(lifter_id, date.min, date.max)),
        weights,
        library.fingerprint(),
    )
    yield
    if source != memory.source:
        trained = history.trained(lifter_id, evidence.HARD_RIR.value)
        yield
        renewed = yield from _renewed(lifter_id, source, trained, memory)
        memory.source, memory.trained, memory.replays = source, trained, renewed


def readings(lifter_id: int, today: date) -> dict[str, Reading]:
    """Return what the engine says today of every lift with a history, by slug."""
    last, known = last_trained(lifter_id, today), replays(lifter_id, today)
    found = ((slug, made.reading(today, last)) for slug, made in known.items())
    return {slug: reading for slug, reading in found if reading is not None}


def last_trained(lifter_id: int, today: date) -> LastTrained:
    """Return when each muscle was last trained by any exercise, up to and including today."""
    memory = _remembered(lifter_id)
    if today not in memory.last_trained:
        found = surroundings.last_trained(memory.trained, library.by_slug(), today)
        memory.last_trained[today] = found
    return memory.last_trained[today]


def _renewed(
    lifter_id: int, source: _Source, trained: Trained, memory: _Memory
) -> Generator[None, None, dict[str, Replay]]:
    exercises = library.by_slug()
    around = surroundings.surroundings(trained, exercises)
    check_ins = {made.on: made for made in source.check_ins}
    kept = _kept(source, memory, around)
    made: dict[str, Replay] = {}
    for slug in varying.parents_first(source.prints, exercises):
        before = memory.replays.get(slug)
        if before is not None and slug in kept and before.start == _start(before, made):
            made[slug] = before
            continue
        yield
        log = _log(lifter_id, slug, source, memory)
        days = days_of(slug, log, around, check_ins, source.weights)
        start = started(exercises[slug], source.lifter, days, made)
        made[slug] = yield from replayed(start, days, before)
    return {slug: made[slug] for slug in source.prints}


def _start(before: Replay, made: Mapping[str, Replay]) -> engine.LiftState:
    days = [(step.session_id, step.day) for step in before.steps[:1]]
    return started(before.exercise, before.lifter, days, made)


def started(
    exercise: Exercise,
    lifter: Lifter,
    days: Sequence[tuple[int, ExerciseDay]],
    made: Mapping[str, Replay],
) -> engine.LiftState:
    """Return the state in which a lift begins, as the lift that it varies stands before that."""
    if not days:
        return engine.start(exercise, lifter)
    _, first = days[0]
    known = varying.known(exercise, first.on, first.muscle_gap_days, made)
    return engine.start(exercise, lifter, known)


def _kept(source: _Source, memory: _Memory, around: Around) -> set[str]:
    """Return the lifts of which neither a set nor anything around their days has changed."""
    before = memory.source
    same = before is not None and replace(before, prints=source.prints) == source
    if before is None or not same:
        return set()
    return {
        slug
        for slug, replay in memory.replays.items()
        if before.prints[slug] == source.prints.get(slug) and _undisturbed(slug, replay, around)
    }


def _undisturbed(slug: str, replay: Replay, around: Around) -> bool:
    days = (step.day for step in replay.steps)
    return all(
        around.get((day.on, slug), ALONE) == (day.muscle_gap_days, day.hard_sets_muscle_7d)
        for day in days
    )


def _log(lifter_id: int, slug: str, source: _Source, memory: _Memory) -> Log:
    """Return the sets of a lift that must be replayed; those known already are not read."""
    if memory.source is not None and memory.source.prints.get(slug) == source.prints[slug]:
        return _known(memory.replays[slug])
    return history.history(lifter_id, slug)


def _known(replay: Replay) -> Log:
    return [(step.day.on, step.session_id, step.day.sets) for step in replay.steps]


def days_of(
    slug: str,
    log: Log,
    around: Around,
    check_ins: Mapping[date, CheckIn],
    weights: Weights,
) -> list[tuple[int, ExerciseDay]]:
    """Return (session id, day) of each training day in a lift's log, with what was around it."""
    days: list[tuple[int, ExerciseDay]] = []
    for on, session_id, sets in log:
        near = around.get((on, slug), ALONE)
        weight = weighing.weight_on(weights, on)
        day = ExerciseDay(
            on, sets, near.gap_days, near.hard_sets_7d, check_ins.get(on), _worst(sets), weight
        )
        days.append((session_id, day))
    return days


def _worst(sets: Sequence[LoggedSet]) -> Technique | None:
    rated = [entry.technique for entry in sets if entry.technique is not None]
    return max(rated, key=_ORDER.index) if rated else None


def replayed(
    start: engine.LiftState,
    days: Sequence[tuple[int, ExerciseDay]],
    known: Replay | None,
) -> Generator[None, None, Replay]:
    """Replay a lift's days, a part at a time; what `known` has of the same days is taken over."""
    steps: list[ReplayedDay] = []
    if known is not None and known.start == start:
        for step, (session_id, day) in zip(known.steps, days, strict=False):
            if step.day != day or step.session_id != session_id:
                break
            steps.append(step)
    state = steps[-1].state if steps else start
    for session_id, day in days[len(steps) :]:
        if len(steps) % PART_DAYS == 0:
            yield
        state = engine.update(state, day)
        steps.append(ReplayedDay(day, session_id, state))
    return Replay(start, tuple(steps))
