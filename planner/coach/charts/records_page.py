"""Read a lift's records: the best for each count of repetitions, and when each was set."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import partial

from planner.coach import estimates, lift_past, points, readings, records, work_sets
from planner.coach.charts import no_load_ahead as ahead, records_front
from planner.coach.charts.no_load_ahead import NoLoadAhead
from planner.coach.charts.records_front import Able, CurvePoint, Spot
from planner.coach.points import SessionPoint
from planner.coach.records import REP_COUNTS, Record
from planner.coach.replay import Replay
from planner.coach.work_sets import Done, hardness
from planner.engine import plates, rep_max, strength
from planner.engine.rep_max import RepMax
from planner.engine.terms import Exercise, LoadKind, Reading
from planner.storage.unchanged import unchanged

COUNTS = (*range(1, 13), 15, 20)
RECENT = timedelta(weeks=6)
_GRAM = 1e-3


class Lie(StrEnum):
    """Where what was lifted lies beside what is expected today."""

    ABOVE = "above"
    WITHIN = "within"
    BELOW = "below"


@dataclass(frozen=True, slots=True)
class Estimate:
    """What today's strength allows, as the gym can load it, kg; from `low_kg` (surely) up.

    `at_least` says that the sets were all stopped early, so that there is no range.
    """

    kg: float
    low_kg: float
    high_kg: float
    at_least: bool = False


@dataclass(frozen=True, slots=True)
class RepRecord:
    """The hardest load done at least `reps` times, today's estimate, and how they lie."""

    reps: int
    best: Done | None
    estimate: Estimate | None
    lie: Lie | None


@dataclass(frozen=True, slots=True)
class Step:
    """A record from its day on: `value` in kg or, of a lift without load, repetitions."""

    on: date
    value: float
    session_id: int


@dataclass(frozen=True, slots=True)
class LiftRecords:
    """What the page shows of one lift; `bests` are e1RM and the most in a session and in a week.

    `loaded` says that loads tell the sets apart; without them repetitions do. `recent` counts the
    records that stand and were set in the last six weeks in place of an earlier one. With `no_load`
    nothing of today's strength is among it; `harder` says that nothing holds the lift back.
    `newest` is the day of the last record that took the place of an earlier one.
    """

    exercise: Exercise
    loaded: bool
    sets: tuple[Done, ...]
    rep_records: tuple[RepRecord, ...]
    bests: tuple[Record, ...]
    e1rm: tuple[Step, ...]
    spots: tuple[Spot, ...]
    curve: tuple[CurvePoint, ...]
    recent: int
    newest: date | None
    no_load: NoLoadAhead | None = None
    harder: bool = True


def read(lifter_id: int, slug: str, today: date, first_weekday: int = 1) -> LiftRecords | None:
    """Return the records of a lift; None where nothing of it can be one.

    Weeks begin on a weekday, Monday is 1.
    """
    key = "records", lifter_id, slug, today, first_weekday
    return unchanged(key, lambda: _read(lifter_id, slug, today, first_weekday))


def _read(lifter_id: int, slug: str, today: date, first_weekday: int) -> LiftRecords | None:
    replay = readings.replays(lifter_id, today).get(slug)
    if replay is None or not strength.measurable(replay.exercise):
        return None
    reading = replay.reading(today, readings.last_trained(lifter_id, today))
    no_load = ahead.no_load_ahead(lifter_id, slug, today)
    known = of_lift(replay, None if no_load else reading, today, first_weekday)
    harder = no_load is None and ahead.may_be_harder(lifter_id, slug, today)
    return None if known is None else replace(known, no_load=no_load, harder=harder)


def of_lift(
    replay: Replay, reading: Reading | None, today: date, first_weekday: int
) -> LiftRecords | None:
    """Return the records of a lift from its replay and what is read of it today."""
    past = lift_past.past(replay)
    left_out = points.held_out(replay)
    sets, exercise = work_sets.done(replay, left_out), replay.exercise
    if not sets:
        return None
    loaded, e1rm = work_sets.loaded(exercise, sets), _e1rm_steps(past.points)
    week = records.best_week(replay, left_out, first_weekday)
    able = _able(replay, reading, today) if loaded else _nobody
    renewed = _renewed(sets, exercise, loaded, e1rm)
    return LiftRecords(
        exercise=exercise,
        loaded=loaded,
        sets=tuple(sets),
        rep_records=tuple(_rep_records(sets, replay, able, reading)) if loaded else (),
        bests=(*(r for r in past.records if r.estimate or r.what == records.TONNAGE), *week),
        e1rm=e1rm,
        spots=records_front.spots(sets, exercise) if loaded else (),
        curve=records_front.curve(able),
        recent=sum(on > today - RECENT for on in renewed),
        newest=max(renewed, default=None),
    )


def steps(known: LiftRecords, reps: int) -> tuple[Step, ...]:
    """Return how the record of at least `reps` repetitions rose, oldest first."""
    long_enough = (each for each in known.sets if each.reps >= reps)
    made = (Step(each.on, each.kg, each.session_id) for each in long_enough)
    return _rising(made, partial(hardness, known.exercise))


def most_reps(known: LiftRecords) -> tuple[Step, ...]:
    """Return how the most repetitions in a set rose, oldest first."""
    made = (Step(each.on, each.reps, each.session_id) for each in known.sets)
    return _rising(made, float)


def _rising(found: Iterable[Step], hard: Callable[[float], float] = float) -> tuple[Step, ...]:
    """Return what was the best when it was done, of each session the last."""
    made = list[Step]()
    for each in found:
        if not made or hard(each.value) > hard(made[-1].value):
            if made and made[-1].session_id == each.session_id:
                made.pop()
            made.append(each)
    return tuple(made)


def best_by_count(
    sets: Iterable[Done], exercise: Exercise, counts: Sequence[int]
) -> dict[int, Done | None]:
    """Return the hardest set of at least each count of repetitions, None without any.

    Of equally hard ones it is the longest, then the first.
    """
    longest: dict[int, Done] = {}  # by repetitions done
    for each in sets:
        before = longest.get(each.reps)
        if before is None or hardness(exercise, each.kg) > hardness(exercise, before.kg):
            longest[each.reps] = each

    def best(reps: int) -> Done | None:
        fit = [made for count, made in longest.items() if count >= reps]
        return max(fit, key=lambda d: (hardness(exercise, d.kg), d.reps), default=None)

    return {reps: best(reps) for reps in counts}


def _nobody(_reps: int) -> None:
    """Tell nothing, as of a lift that no load is typed of."""


def _able(replay: Replay, reading: Reading | None, today: date) -> Able:
    """Return what tells the load, in kg as typed, that today's strength allows for repetitions."""
    state = replay.state(today)
    if state is None or reading is None or reading.strength_kg is None:
        return _nobody
    kg, exercise = reading.strength_kg, replay.exercise
    spread = estimates.spread_kg(reading) or reading.strength_sd or 0.0
    usual = rep_max.usual_share(state)

    def able(reps: int) -> RepMax | None:
        moved = rep_max.rep_max(kg, spread, reps, usual)
        made = [strength.typed_kg(each, exercise, state.bodyweight_kg) for each in moved]
        beyond = made[0] < 0.0 and exercise.load_kind is not LoadKind.ASSISTED
        return None if beyond else RepMax(*(max(0.0, each) for each in made))

    return able


def _rep_records(
    sets: Sequence[Done], replay: Replay, able: Able, reading: Reading | None
) -> Iterator[RepRecord]:
    exercise, bests = replay.exercise, best_by_count(sets, replay.exercise, COUNTS)
    capped = reading is not None and reading.capped
    for reps, best in bests.items():
        made = able(reps)
        estimate = None if made is None else _loadable(made, replay, capped)
        if best is not None or estimate is not None:
            yield RepRecord(reps, best, estimate, _lie(best, estimate, exercise))


def _loadable(made: RepMax, replay: Replay, capped: bool) -> Estimate:
    """Return an estimate as the gym can load it; the range gets wider by that, never narrower."""
    exercise, inventory = replay.exercise, replay.lifter.inventory
    light, heavy = sorted((made.low_kg, made.high_kg))
    light = plates.down(light, exercise, inventory)
    heavy = plates.next_up(heavy - _GRAM, exercise, inventory) or heavy
    ends = (heavy, light) if made.low_kg > made.high_kg else (light, heavy)
    return Estimate(plates.nearest(made.kg, exercise, inventory), *ends, capped)


def _lie(best: Done | None, estimate: Estimate | None, exercise: Exercise) -> Lie | None:
    if best is None or estimate is None:
        return None
    done = hardness(exercise, best.kg)
    low, high = (hardness(exercise, kg) for kg in (estimate.low_kg, estimate.high_kg))
    if estimate.at_least:
        return Lie.BELOW if done < hardness(exercise, estimate.kg) else None
    if done < low:
        return Lie.BELOW
    return Lie.ABOVE if done > high else Lie.WITHIN


def _e1rm_steps(seen: Iterable[SessionPoint]) -> tuple[Step, ...]:
    shown = (point for point in seen if not point.held_out)
    return _rising(Step(point.on, point.e1rm_kg, point.session_id) for point in shown)


def _renewed(
    sets: Sequence[Done], exercise: Exercise, loaded: bool, e1rm: Sequence[Step]
) -> list[date]:
    """Return the days of the records that stand and took the place of one of an earlier day."""
    found = [e1rm[-1].on] if len(e1rm) > 1 else []
    if not loaded:
        best = max(sets, key=lambda each: each.reps)
        return found + ([best.on] if sets[0].on < best.on else [])
    bests = best_by_count(sets, exercise, REP_COUNTS).items()
    since = {reps: next((each.on for each in sets if each.reps >= reps), None) for reps, _ in bests}
    new = {
        id(best.entry): best.on
        for reps, best in bests
        if best is not None and best.on > (since[reps] or best.on)
    }
    return [*found, *new.values()]
