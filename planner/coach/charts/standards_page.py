"""Read strength beside bodyweight: squat, bench press, deadlift, their total and its points."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import chain
from math import hypot
from typing import TypeAlias

from planner.coach import estimates, lift_past, lifter_settings, readings, work_sets
from planner.coach.points import held_out
from planner.coach.replay import Replay
from planner.coach.surroundings import LastTrained
from planner.coach.weighing import Weights
from planner.coach.work_sets import Done
from planner.engine import rep_max, standards
from planner.engine.rep_max import RepMax
from planner.engine.standards import Division as Division, Formula as Formula
from planner.engine.terms import Exercise, Lifter, Reading
from planner.storage import clients
from planner.storage.unchanged import unchanged_in_parts

LIFT_HOLDS = timedelta(days=standards.LIFT_HOLDS_DAYS)
WEIGHT_HOLDS = timedelta(days=standards.WEIGHT_HOLDS_DAYS)
_WOMEN = "women"  # key of the answer whose tables count
_SAID = {"female": Division.WOMEN, "male": Division.MEN}


class Big(StrEnum):
    """A lift of powerlifting."""

    SQUAT = "squat"
    BENCH = "bench"
    DEADLIFT = "deadlift"


SLUGS: Mapping[Big, tuple[str, ...]] = {
    Big.SQUAT: ("back-squat", "low-bar-squat"),
    Big.BENCH: ("bench-press", "pause-bench-press"),
    Big.DEADLIFT: ("deadlift", "sumo-deadlift"),
}


Range: TypeAlias = RepMax  # what is likely, with the ends of what holds nine in ten
Levels: TypeAlias = Sequence[tuple[date, Range]]  # kg, oldest first


@dataclass(frozen=True, slots=True)
class BigLift:
    """A lift today: the estimated single with its range, kg, and the heaviest set lately.

    `able` is None where it was not trained for twelve weeks; `at_least` says that the sets were
    stopped early; `lifted` that the number is a load that was lifted, not estimated.
    """

    big: Big
    exercise: Exercise | None = None
    able: Range | None = None
    at_least: bool = False
    lifted: bool = False
    single: Done | None = None


@dataclass(frozen=True, slots=True)
class Score:
    """Points of a formula with their range; None where it is not made for the bodyweight."""

    formula: Formula
    points: Range | None
    made_for: tuple[float, float | None]


@dataclass(frozen=True, slots=True)
class DayStrength:
    """What could be lifted on a day: each lift, in order, and the total; None is not known.

    `session_id` is that of a session of the day, 0 of today as it is estimated without one.
    """

    on: date
    bodyweight_kg: float
    lifts: tuple[Range | None, ...]
    total: Range | None
    session_id: int = 0


@dataclass(frozen=True, slots=True)
class Standards:
    """What the page shows; nothing but `too_young` is told of who may not be 18.

    `weighed` is the newest bodyweight and its day, `weight_old` says that it counts no more.
    """

    too_young: bool
    division: Division | None = None
    weighed: tuple[date, float] | None = None
    weight_old: bool = False
    lifts: tuple[BigLift, ...] = ()
    total: Range | None = None
    scores: tuple[Score, ...] = ()
    days: tuple[DayStrength, ...] = ()

    @property
    def bodyweight_kg(self) -> float | None:
        """The bodyweight that counts today."""
        return self.weighed[1] if self.weighed and not self.weight_old else None


# reads
def reading(lifter_id: int, today: date) -> Generator[None, None, Standards]:
    """Read a lifter's strength beside their bodyweight part by part."""
    key = "standards", lifter_id, today
    return (yield from unchanged_in_parts(key, lambda: _read(lifter_id, today)))


def division(lifter_id: int, lifter: Lifter) -> Division | None:
    """Return whose tables count: as answered for them, else as the lifter's sex says, or None."""
    answered: dict[str, bool] = lifter_settings.read(lifter_id, lifter_settings.STANDARDS)
    if _WOMEN in answered:
        return Division.WOMEN if answered[_WOMEN] else Division.MEN
    return _SAID.get(lifter.sex or "")


def points(day: DayStrength, formula: Formula, of: Division) -> Range | None:
    """Return the points of a day, None where the formula or a lift does not allow any."""
    bench = day.lifts[list(Big).index(Big.BENCH)]
    moved = bench if formula is Formula.GL_BENCH else day.total
    factor = standards.coefficient(formula, of, day.bodyweight_kg)
    return None if moved is None or factor is None else Range(*(factor * kg for kg in moved))


# writes
def choose(lifter_id: int, of: Division) -> None:
    """Let the tables of a division count for a lifter."""
    chosen = {_WOMEN: of is Division.WOMEN}
    lifter_settings.store(lifter_id, lifter_settings.STANDARDS, chosen)


def _read(lifter_id: int, today: date) -> Generator[None, None, Standards]:
    lifter = clients.lifter(lifter_id)
    if standards.too_young(lifter.birth_year, today):
        return Standards(too_young=True)
    replays = readings.replays(lifter_id, today)
    told, lifts, last = list[Levels](), list[BigLift](), readings.last_trained(lifter_id, today)
    for big in Big:
        done = [replays[slug] for slug in SLUGS[big] if slug in replays]
        told.append((yield from _levels(done, today)))
        lifts.append(_big_lift(big, done, last, today))
        yield
    weights = [entry for entry in clients.bodyweights(lifter_id) if entry[0] <= today]
    days = tuple(_days(told, _sessions(replays), weights))
    return _made(lifts, days, weights, division(lifter_id, lifter), today)


def _made(
    lifts: Sequence[BigLift],
    days: tuple[DayStrength, ...],
    weights: Weights,
    of: Division | None,
    today: date,
) -> Standards:
    kg = _known(weights, today)
    now = None if kg is None else _day(today, kg, [each.able for each in lifts])
    return Standards(
        too_young=False,
        division=of,
        weighed=weights[-1] if weights else None,
        weight_old=bool(weights) and kg is None,
        lifts=tuple(lifts),
        total=_total([each.able for each in lifts]),
        scores=() if now is None or of is None else tuple(_scores(now, of)),
        days=days,
    )


def _known(weights: Weights, on: date) -> float | None:
    """Return the newest bodyweight of a day in kg, None where it is too old to count."""
    index = bisect_right(weights, on, key=lambda entry: entry[0])
    known = weights[index - 1] if index else None
    return known[1] if known and on - WEIGHT_HOLDS <= known[0] else None


def _scores(now: DayStrength, of: Division) -> Iterator[Score]:
    for formula in Formula:
        yield Score(formula, points(now, formula, of), standards.made_for(formula, of))


def _big_lift(big: Big, done: Iterable[Replay], last: LastTrained, today: date) -> BigLift:
    """Return the strongest way that a lift was done in the last twelve weeks."""
    found = [_today(big, replay, last, today) for replay in done]
    known = [each for each in found if each.able is not None]
    return max(known, key=lambda each: each.able or (0.0,), default=BigLift(big))


def _today(big: Big, replay: Replay, last: LastTrained, today: date) -> BigLift:
    reading, since = replay.reading(today, last), today - LIFT_HOLDS
    able = None if reading is None else _single(replay, reading, since)
    if reading is None or able is None:
        return BigLift(big, replay.exercise)
    done = work_sets.done(replay, held_out(replay), since)
    lately = [each for each in done if each.on <= today]
    best = max(lately, key=lambda each: each.kg, default=None)
    heaviest = 0.0 if best is None else best.kg
    lifted = heaviest >= able.kg
    return BigLift(big, replay.exercise, _at_least(able, heaviest), reading.capped, lifted, best)


def _at_least(able: Range, heaviest_kg: float) -> Range:
    """Return what may be lifted once: no less than what was lifted in the last twelve weeks."""
    return Range(*(max(kg, heaviest_kg) for kg in able))


def _single(replay: Replay, reading: Reading, since: date = date.min) -> Range | None:
    """Return what may be lifted once, kg; None when it was last trained before `since`."""
    state = replay.state(reading.on)
    if state is None or reading.strength_kg is None or (reading.last_on or date.min) < since:
        return None
    spread = estimates.spread_kg(reading) or reading.strength_sd or 0.0
    return rep_max.rep_max(reading.strength_kg, spread, 1, rep_max.usual_share(state))


def _day(
    on: date, bodyweight_kg: float, lifts: Sequence[Range | None], session_id: int = 0
) -> DayStrength:
    return DayStrength(on, bodyweight_kg, tuple(lifts), _total(lifts), session_id)


def _total(lifts: Iterable[Range | None]) -> Range | None:
    """Return the sum of all lifts; their errors are taken to have nothing to do with each other."""
    known = [each for each in lifts if each is not None]
    if len(known) < len(Big):
        return None
    kg = sum(each.kg for each in known)
    down = hypot(*(each.kg - each.low_kg for each in known))
    return Range(kg, kg - down, kg + hypot(*(each.high_kg - each.kg for each in known)))


def _sessions(replays: Mapping[str, Replay]) -> dict[date, int]:
    """Return a session of each day on which one of the lifts was trained, by id."""
    done = [replays[slug] for slug in chain.from_iterable(SLUGS.values()) if slug in replays]
    return {step.day.on: step.session_id for replay in done for step in replay.steps}


def _days(
    told: Sequence[Levels], sessions: Mapping[date, int], weights: Weights
) -> Iterator[DayStrength]:
    """Yield the days on which one of the lifts was trained and the bodyweight was known."""
    for on in sorted({on for each in told for on, _ in each}):
        kg = _known(weights, on)
        if kg is not None:
            yield _day(on, kg, [_latest(each, on) for each in told], sessions[on])


def _levels(done: Iterable[Replay], today: date) -> Generator[None, None, Levels]:
    made = []
    for replay in done:
        yield from lift_past.reading_past(replay)
        yield
        made += list(_levels_of(replay, today))
        yield
    return sorted(made)


def _levels_of(replay: Replay, today: date) -> Iterator[tuple[date, Range]]:
    """Yield the level of each day, by what is told of today with what was known then."""
    done = work_sets.done(replay, held_out(replay))
    days = [each.on for each in done]
    for reading in lift_past.past(replay).readings:
        able = _single(replay, reading) if reading.on <= today else None
        if able is not None:
            since = bisect_left(days, reading.on - LIFT_HOLDS)
            lately = done[since : bisect_right(days, reading.on)]
            yield reading.on, _at_least(able, max([each.kg for each in lately], default=0.0))


def _latest(levels: Levels, on: date) -> Range | None:
    """Return the last level up to a day, None where it is older than twelve weeks."""
    index = bisect_right(levels, on, key=lambda entry: entry[0])
    known = levels[index - 1] if index else None
    return known[1] if known and on - LIFT_HOLDS <= known[0] else None
