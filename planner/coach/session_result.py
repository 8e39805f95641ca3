"""What came out of a finished session: sets, tonnage, minutes, records, and what was left open."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from planner.coach import points, readings, records
from planner.coach.lift_results import LiftResult, lift_results
from planner.coach.replay import ReplayedDay
from planner.coach.session_view import SessionView
from planner.engine import evidence
from planner.engine.terms import LoggedSet, SetKind, Technique
from planner.storage import log_reads, rows

PAIN_COUNTS = evidence.PAIN_STOP.value


@dataclass(frozen=True, slots=True)
class SessionResult:
    """A session summed up; `minutes` is None when it was not logged live.

    `sets` are those that were no warm-ups, and so is their tonnage. `open_sets` were planned and
    not done. `records` holds (exercise, set) of the bests of that day, as known when it was over.
    """

    sets: int
    warm_ups: int
    tonnage_kg: float
    minutes: int | None
    open_sets: int
    records: tuple[tuple[str, str], ...]
    lifts: tuple[LiftResult, ...] = ()


def open_sets(view: SessionView) -> int:
    """Return how many planned sets of a session have not been done."""
    lines = (line for card in view.cards for line in card.rows)
    return sum(line.target is not None and line.logged is None for line in lines)


def session_result(lifter_id: int, view: SessionView, today: date) -> SessionResult:
    """Sum a stored session up; LookupError when it is gone, or in the trash."""
    on, seconds = view.session.on, view.session.duration_s
    summaries = log_reads.summaries(lifter_id, since=on, until=on)
    mine = next((each for each in summaries if each.id == view.session.id), None)
    made = rows.found(mine, view.session.id)
    lifts = {card.exercise.slug: None for card in view.cards if any(r.logged for r in card.rows)}
    return SessionResult(
        sets=made.sets,
        warm_ups=_warm_ups(view),
        tonnage_kg=made.tonnage_kg,
        minutes=None if seconds is None else round(seconds / 60),
        open_sets=open_sets(view),
        records=tuple(best for slug in lifts for best in _records(lifter_id, slug, on, today)),
        lifts=lift_results(lifter_id, view, today),
    )


def _warm_ups(view: SessionView) -> int:
    sets = (entry for slot in view.session.exercises for entry in slot.sets)
    return sum(entry.kind is SetKind.WARMUP for entry in sets)


def _records(lifter_id: int, slug: str, on: date, today: date) -> list[tuple[str, str]]:
    """Return the loads never lifted before that day, each set once, in the lifter's unit.

    None on a lift's first day, and none that hurt or broke down.
    """
    replay = readings.replays(lifter_id, today).get(slug)
    if replay is None:  # nothing of it was read
        return []
    known = replace(replay, steps=tuple(step for step in replay.steps if step.day.on <= on))
    seen = points.points(known)
    if not any(point.on < on for point in seen):
        return []
    clean = replace(
        known, steps=tuple(_clean(step) if step.day.on == on else step for step in known.steps)
    )
    loads = (best.entry for best in records.records(clean, seen, first=True) if best.on == on)
    unit = replay.lifter.unit
    sets = dict.fromkeys(points.set_text(entry, unit) for entry in loads if entry is not None)
    return [(replay.exercise.name, text) for text in sets]


def _clean(step: ReplayedDay) -> ReplayedDay:
    """Return a day without the sets that hurt or broke down: nobody is told to be proud of them."""
    sets = tuple(entry for entry in step.day.sets if not _slipped(entry))
    return replace(step, day=replace(step.day, sets=sets))


def _slipped(entry: LoggedSet) -> bool:
    return entry.technique is Technique.BREAKDOWN or (entry.pain or 0) >= PAIN_COUNTS
