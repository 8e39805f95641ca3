"""Bests of a lift: highest e1RM, heaviest load per rep count, most tonnage in a session."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from planner.coach import counts, work_sets
from planner.coach.points import SessionPoint, held_out, set_text
from planner.coach.replay import Replay, ReplayedDay
from planner.coach.step_tonnage import tonnage_kg
from planner.coach.work_sets import Done
from planner.engine import consistency
from planner.engine.terms import LoadKind, LoggedSet, Phrase, phrase

REP_COUNTS = (1, 3, 5, 8, 10, 12)
TONNAGE = phrase("Tonnage")
TONNAGE_WEEK = phrase("Tonnage, week")


@dataclass(frozen=True, slots=True)
class Record:
    """A best: `what` is '1RM est.', '5 reps', 'Tonnage'; `value_kg` in kg, `set_text` the set.

    `estimate` tells that nobody lifted that much; `entry` is the set of a heaviest load.
    """

    what: Phrase
    value_kg: float
    on: date
    set_text: str
    estimate: bool = False
    entry: LoggedSet | None = None


def records(
    replay: Replay, points: Sequence[SessionPoint], first: bool = False
) -> tuple[Record, ...]:
    """Return the bests of a lift; sessions held out as typing errors never count.

    The estimate is that of the best session, the number that the chart's point has. Of sets with
    the same heaviest load it is the longest, or with `first` the one that was done first.
    """
    left_out = held_out(replay)
    steps = [step for step in replay.steps if step.session_id not in left_out]
    found = [_best_e1rm([point for point in points if not point.held_out])]
    if replay.exercise.load_kind is not LoadKind.ASSISTED:  # more help is no record
        found += _best_loads(work_sets.done(replay, left_out), first)
    found.append(_best_tonnage(steps))
    return tuple(record for record in found if record is not None)


def _best_e1rm(points: Sequence[SessionPoint]) -> Record | None:
    best = max(points, key=lambda point: point.e1rm_kg, default=None)
    if best is None:
        return None
    return Record(phrase("1RM est."), best.e1rm_kg, best.on, best.best_set, estimate=True)


def _best_loads(sets: Iterable[Done], first: bool) -> list[Record]:
    """Return the heaviest load of at least each count of repetitions, and its set.

    A load that is the best of several counts is one record, of the set with the most repetitions.
    """
    bests: dict[int, Done] = {}
    for each in sets:
        for reps in REP_COUNTS:
            if each.kg > 0 and each.reps >= reps and _is_better(each, bests.get(reps), first):
                bests[reps] = each
    made = []
    for load_kg, same in groupby(sorted(bests), key=lambda reps: bests[reps].kg):
        counts = list(same)
        best, what = bests[counts[-1]], _reps(counts[0], counts[-1])
        made.append(Record(what, load_kg, best.on, set_text(best.entry), entry=best.entry))
    return made


def _is_better(made: Done, before: Done | None, first: bool) -> bool:
    if before is None or made.kg != before.kg:
        return before is None or made.kg > before.kg
    return made.reps > before.reps and not first


def _reps(least: int, most: int) -> Phrase:
    if least < most:
        return phrase("{least}–{most} reps", least=least, most=most)
    return phrase("{reps} reps", reps=most) if most > 1 else phrase("1 rep")


def best_week(
    replay: Replay, without: Collection[int], first_weekday: int = 1
) -> tuple[Record, ...]:
    """Return the most lifted in a week, by its first day, `without` some sessions; () for nothing.

    Weeks begin on a weekday, Monday is 1.
    """
    weeks: dict[date, float] = {}
    for step in replay.steps:
        week = consistency.week_start(step.day.on, first_weekday)
        total = 0.0 if step.session_id in without else tonnage_kg(step)
        weeks[week] = weeks.get(week, 0.0) + total
    best = max(weeks, key=lambda each: weeks[each])
    if not weeks[best]:
        return ()
    return (Record(TONNAGE_WEEK, weeks[best], best, ""),)


def _best_tonnage(steps: Sequence[ReplayedDay]) -> Record | None:
    best: Record | None = None
    for step in steps:
        total = tonnage_kg(step)
        if total > 0 and (best is None or total > best.value_kg):
            text = counts.sets(len(step.day.sets))
            best = Record(TONNAGE, total, step.day.on, text)
    return best
