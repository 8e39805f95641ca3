"""Read a whole log anew and replay what is not as it was."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import replace
from datetime import date

from planner import engine
from planner.coach import unfolding, varying
from planner.coach.remembered import Remembered, Source
from planner.coach.replay import Replay
from planner.coach.surroundings import ALONE, Around, Worked
from planner.coach.unfolding import Log
from planner.coach.weighing import Weights
from planner.engine import evidence
from planner.engine.terms import Lifter, LoggedSet
from planner.storage import clients, history, library


def renewed(
    lifter_id: int, lifter: Lifter, weights: Weights, before: Remembered | None
) -> Generator[None, None, Remembered]:
    """Return what is true of a log now, a part at a time; what was remembered saves replaying."""
    source = Source(
        lifter,
        history.fingerprints(lifter_id),
        tuple(clients.check_ins(lifter_id, date.min, date.max)),
        weights,
        library.fingerprint(),
    )
    yield
    if before is not None and source == before.source:
        return before
    trained = history.trained(lifter_id, evidence.HARD_RIR.value)
    yield
    worked = Worked(trained, library.by_slug())
    yield
    replays = yield from _replays(lifter_id, source, worked, before)
    return Remembered(source, trained, worked, replays)


def _replays(
    lifter_id: int, source: Source, worked: Worked, memory: Remembered | None
) -> Generator[None, None, dict[str, Replay]]:
    exercises = library.by_slug()
    check_ins = {made.on: made for made in source.check_ins}
    kept = _kept(source, memory) if memory is not None else set()
    known = memory.replays if memory is not None else {}
    made: dict[str, Replay] = {}
    for slug in varying.parents_first(source.prints, exercises):
        before, around = known.get(slug), worked.around(slug)
        stays = slug in kept and before is not None and _undisturbed(slug, before, around)
        if before is not None and stays and before.start == _start(before, made):
            made[slug] = before
            continue
        yield
        log = yield from _log(lifter_id, slug, source, memory)
        days = unfolding.days_of(slug, log, around, check_ins, source.weights)
        start = unfolding.started(exercises[slug], source.lifter, days, made)
        same = before is not None and before.start == start
        steps = before.steps if before is not None and same else ()
        made[slug] = yield from unfolding.unfolded(start, (), days, steps)
    return {slug: made[slug] for slug in source.prints}


def _start(before: Replay, made: Mapping[str, Replay]) -> engine.LiftState:
    days = [(step.session_id, step.day) for step in before.steps[:1]]
    return unfolding.started(before.exercise, before.lifter, days, made)


def _kept(source: Source, memory: Remembered) -> set[str]:
    """Return the lifts of which no set has changed."""
    if replace(memory.source, prints=source.prints) != source:
        return set()
    return {
        slug for slug in memory.replays if memory.source.prints[slug] == source.prints.get(slug)
    }


def _undisturbed(slug: str, replay: Replay, around: Around) -> bool:
    days = (step.day for step in replay.steps)
    return all(
        around.get((day.on, slug), ALONE) == (day.muscle_gap_days, day.hard_sets_muscle_7d)
        for day in days
    )


def _log(
    lifter_id: int, slug: str, source: Source, memory: Remembered | None
) -> Generator[None, None, Log]:
    """Return the sets of a lift that must be replayed; those known already are not read."""
    if memory is not None and memory.source.prints.get(slug) == source.prints[slug]:
        return [(s.day.on, s.session_id, s.day.sets) for s in memory.replays[slug].steps]
    log: list[tuple[date, int, tuple[LoggedSet, ...]]] = []
    for part in history.history_in_parts(lifter_id, slug):
        log += part
        yield
    return log
