"""How often a movement was practised and how it looked, day after day, through breaks."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date
from math import log2
from typing import NamedTuple

from planner.engine import evidence
from planner.engine.terms import (
    SUSPECT,
    Complexity,
    Exercise,
    ExerciseDay,
    Experience,
    SetKind,
    Technique,
)

AWAY_DAYS = int(evidence.SKILL_AWAY.value)
_HALF, _DEEP = evidence.SKILL_HALF.value, evidence.SKILL_DEEP.value
_BROUGHT = int(evidence.SKILL_BROUGHT.value)
_GATE, _LESS = evidence.PRACTICE_GATE.value, evidence.PRACTICE_LESS.value
COMPLEX = (Complexity.TECHNICAL, Complexity.BARBELL)  # what is practised before load
_SET, _FAILED, _WARM_UP = SetKind.WORK, SetKind.FAILURE, SetKind.WARMUP
_BROKE, _SOUND = Technique.BREAKDOWN, Technique.SOUND
_WORST_FIRST = (_BROKE, Technique.MINOR, _SOUND)


class Practised(NamedTuple):
    """A movement on one day: repetitions, the worst rating, and its hardest loads as typed in kg.

    `sound_kg` is the hardest load of a set rated sound, `fair_kg` of one that did not break down,
    `least_kg` the lightest and `top_kg` the hardest of all work sets.
    """

    on: date
    reps: int
    rating: Technique | None = None
    sound_kg: float | None = None
    fair_kg: float | None = None
    least_kg: float | None = None
    top_kg: float | None = None


class PracticeRecord(NamedTuple):
    """What practice has left of a movement so far; the last practice began after the last break.

    `reps` and `sessions` are of a lifetime. `before_on` is the last day before the break (None: no
    break yet), `back_on` the first after it; `kept_reps` and `before_kg` are the repetitions and
    the hardest load until the break, `progress` the share of the skill learned by then. Since it
    there were `done` sessions without a breakdown, `sound` of them all sound; `sound_kg` is the
    hardest load of a sound set, `first_kg` that of the first session. `brought` are repetitions of
    before the log.
    """

    reps: int = 0
    sessions: int = 0
    last_on: date | None = None
    top_kg: float | None = None
    before_on: date | None = None
    back_on: date | None = None
    kept_reps: int = 0
    before_kg: float | None = None
    progress: float = 0.0
    done: int = 0
    sound: int = 0
    sound_kg: float | None = None
    first_kg: float | None = None
    brought: int = 0


def begun(exercise: Exercise, experience: Experience) -> PracticeRecord:
    """Return the record before the first day: what the lifter brings to the movement.

    All but novices bring plain barbell lifts; a technical lift is new to everybody.
    """
    if exercise.complexity is Complexity.TECHNICAL or experience is Experience.NOVICE:
        return PracticeRecord()
    return PracticeRecord(progress=1.0, kept_reps=_BROUGHT, brought=_BROUGHT)


def practised_on(day: ExerciseDay) -> Practised | None:
    """Return what a day was as practice; None when nothing but warm-ups was done.

    It is asked of every day of a log: one walk over the sets, without lists of loads, takes half
    the time of one a number.
    """
    reps, count, rated = 0, 0, set[Technique]()
    sound = fair = least = most = None
    of_day = day.technique
    for entry in day.sets:
        kind, done, look, load = entry.kind, entry.reps, entry.technique, entry.load_kg
        if kind is _WARM_UP or not (done or entry.seconds or entry.distance_m):
            continue
        count, reps = count + 1, reps + (done or 0)
        if look is not None:
            rated.add(look)
        if load is None or not (kind is _SET or kind is _FAILED) or SUSPECT in entry.flags:
            continue
        least = load if least is None or load < least else least
        most = load if most is None or load > most else most
        if look is not _BROKE and (fair is None or load > fair):
            fair = load
        if (look or of_day) is _SOUND and (sound is None or load > sound):
            sound = load
    if not count:
        return None
    return Practised(day.on, reps, worst(rated) if rated else of_day, sound, fair, least, most)


def worst(ratings: Collection[Technique]) -> Technique:
    """Return the worst of some ratings; not for none."""
    return next(each for each in _WORST_FIRST if each in ratings)


def after_day(
    record: PracticeRecord, day: ExerciseDay, quota: Callable[[], int], doubtful: bool
) -> PracticeRecord:
    """Return the record after a day as it was logged; the same when nothing was done."""
    done = practised_on(day)
    return record if done is None else after(record, done, quota, doubtful=doubtful)


def after(
    record: PracticeRecord, day: Practised, quota: Callable[[], int], *, doubtful: bool = False
) -> PracticeRecord:
    """Return the record after a day; `quota` tells the full practice of the movement, sessions.

    A `doubtful` day counts, but its loads do not.
    """
    if record.last_on is not None and (day.on - record.last_on).days >= AWAY_DAYS:
        record = rested(record, day.on, quota)
    first_kg, sound_kg, top_kg = record.first_kg, record.sound_kg, record.top_kg
    if not doubtful:
        sound_kg, top_kg = _hardest(sound_kg, day.sound_kg), day.top_kg
        first_kg = _first(day) if record.back_on is None else first_kg
    return PracticeRecord(
        record.reps + day.reps, record.sessions + 1, day.on, top_kg,
        record.before_on, record.back_on or day.on, record.kept_reps, record.before_kg,
        record.progress, record.done + (day.rating is not _BROKE),
        record.sound + (day.rating is _SOUND), sound_kg, first_kg, record.brought,
    )  # fmt: skip


def _hardest(one: float | None, other: float | None) -> float | None:
    if one is None or other is None:
        return other if one is None else one
    return max(one, other)


def _first(day: Practised) -> float | None:
    if day.fair_kg is not None or day.least_kg is None:
        return day.fair_kg
    return _LESS * day.least_kg


def rested(record: PracticeRecord, on: date, quota: Callable[[], int]) -> PracticeRecord:
    """Return the record as it stands before a day: a long break begins a practice anew."""
    if record.last_on is None or (on - record.last_on).days < AWAY_DAYS:
        return record
    full = quota()
    left = left_of(record, needed_of(record, full, _away(record)))
    return PracticeRecord(
        record.reps, record.sessions, record.last_on, record.top_kg,
        before_on=record.last_on, kept_reps=record.reps + record.brought,
        before_kg=record.top_kg, progress=1.0 - left / full if full else 1.0,
        brought=record.brought,
    )  # fmt: skip


def _away(record: PracticeRecord) -> int:
    if record.before_on is None or record.back_on is None:
        return 0
    return (record.back_on - record.before_on).days


def needed_of(record: PracticeRecord, quota: int, away_days: int, kin_reps: int = 0) -> int:
    """Return the sessions of the last practice: less, the more of the skill was kept."""
    return round(quota * (1.0 - record.progress * retained(record.kept_reps + kin_reps, away_days)))


def gate_of(record: PracticeRecord, needed: int) -> int:
    """Return the sound sessions that end a practice early; on the way back one is enough."""
    back = record.before_on is not None and record.progress >= 1.0
    return min(needed, 1) if back else int(-(-needed * _GATE // 1))


def left_of(record: PracticeRecord, needed: int) -> int:
    """Return the sessions of practice that are left; 0 when the gate is open."""
    is_open = record.sound >= gate_of(record, needed)
    return 0 if is_open else max(needed - record.done, 0)


def retained(reps: int, away_days: int) -> float:
    """Return the share of a skill kept, 0–1, after some days without it.

    A skill just learned loses half in eleven months; one of many repetitions keeps longer, by a
    rule of thumb.
    """
    return float(0.5 ** (away_days / (_HALF * (1.0 + log2(1.0 + reps / _DEEP)))))
