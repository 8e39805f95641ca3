"""Replay a lifter's log through the engine, and remember what has not changed since."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from planner.coach import garbage, weighing
from planner.coach.catching_up import caught_up, days_touched
from planner.coach.remembered import Remembered
from planner.coach.renewing import renewed
from planner.coach.replay import Replay
from planner.coach.surroundings import LastTrained, Trained
from planner.coach.weighing import Weights
from planner.engine.terms import Exercise, Lifter, Reading
from planner.storage import clients, log_reads, versions
from planner.storage.versions import Touched, Version

REMEMBERED = 8  # lifters; a long history takes some 10 MB
LONG_SETS = 4000  # 15,000 take a quarter of a second on a small computer


@dataclass(slots=True)
class _Memory:
    """What is known of a lifter; of no version when something was written while it was read."""

    version: Version | None = None
    known: Remembered | None = None


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
    After that only what was written since is read, whenever that is known.
    """
    lifter, weights = clients.lifter(lifter_id), weights_known(lifter_id, today)
    key = lifter.uid, bool(weights)
    memory = _memory[key] = _memory.pop(key) if key in _memory else _Memory()
    while len(_memory) > REMEMBERED:
        _memory.pop(next(iter(_memory)))
    version = versions.version()
    if version is None or version != memory.version:
        first = weighing.first_weighed(lifter, weights)
        known = None if memory.known is None else memory.known.in_gym_of(first)
        touched = versions.touched_since(memory.version, version)
        with garbage.set_aside():
            memory.known = yield from _up_to_date(lifter_id, first, weights, known, touched)
        memory.version = version if version == versions.version() else None


def _up_to_date(
    lifter_id: int,
    lifter: Lifter,
    weights: Weights,
    known: Remembered | None,
    touched: Touched | None,
) -> Generator[None, None, Remembered]:
    if known is None or touched is None or known.source.lifter != lifter:
        return (yield from renewed(lifter_id, lifter, weights, known))
    return (yield from caught_up(lifter_id, weights, known, touched))


def remembered(uid: str) -> bool:
    """Tell whether replays of a lifter are at hand, perhaps those of an earlier state."""
    return any(known == uid for known, _ in _memory)


def takes_long(lifter_id: int, today: date = date.max) -> bool:
    """Tell whether what is not known yet of a lifter keeps a window waiting for over 0.1 s."""
    key = clients.lifter(lifter_id).uid, bool(weights_known(lifter_id, today))
    memory, version = _memory.get(key, _Memory()), versions.version()
    if version is not None and version == memory.version:
        return False
    touched = versions.touched_since(memory.version, version)
    since: date | None = date.min
    if memory.known is not None and touched is not None:
        since = min(days_touched(lifter_id, memory.known, touched), default=None)
    return since is not None and log_reads.sets_since(lifter_id, since) > LONG_SETS


def forget(uid: str) -> None:
    """Forget a lifter's replays, so that reading through many keeps those of the one in sight."""
    for key in [key for key in _memory if key[0] == uid]:
        del _memory[key]


def weights_known(lifter_id: int, today: date) -> Weights:
    """Return the bodyweights to read a lifter's log with on a day."""
    return weighing.known_by(clients.bodyweights(lifter_id), today)


def _remembered(lifter_id: int, today: date = date.max) -> Remembered:
    for _ in replaying(lifter_id, today):
        pass
    known = _memory[clients.lifter(lifter_id).uid, bool(weights_known(lifter_id, today))].known
    assert known is not None, "a log that was read is known"
    return known


def readings(lifter_id: int, today: date) -> dict[str, Reading]:
    """Return what the engine says today of every lift with a history, by slug."""
    last, known = last_trained(lifter_id, today), replays(lifter_id, today)
    found = ((slug, made.reading(today, last)) for slug, made in known.items())
    return {slug: reading for slug, reading in found if reading is not None}


def gap_days(lifter_id: int, exercise: Exercise, on: date) -> int | None:
    """Return how long the muscles of an exercise rested before a day, as `LastTrained` says."""
    return _remembered(lifter_id, on).worked.gap_days(exercise, on)


def last_trained(lifter_id: int, today: date) -> LastTrained:
    """Return when each muscle was last trained by any exercise, up to and including today."""
    return _remembered(lifter_id, today).worked.last_trained(today)
