"""Read what was forecast for every session, as it was said then, part by part."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from planner.coach import lift_days, points, practising, readings, record_of_forecasts
from planner.coach.charts import forecast_levels
from planner.coach.charts.forecast_levels import LevelAhead, LevelOffCall
from planner.coach.lift_days import LiftDay
from planner.coach.record_of_forecasts import Forecasted
from planner.coach.replay import Replay
from planner.engine import calibration


@dataclass(frozen=True, slots=True)
class Result:
    """A session's best set beside its forecast.

    `naive_p` is the chance that the planned repetitions come as the time before; None when none
    were planned. `held_out` marks what looks like a typing error: it counts for nothing.
    """

    lift: str
    on: date
    session_id: int
    made: Forecasted
    naive_p: float | None
    held_out: bool


@dataclass(frozen=True, slots=True)
class LiftForecasts:
    """Everything that was forecast of a lift, oldest first."""

    lift: str
    results: tuple[Result, ...]
    ahead: tuple[LevelAhead, ...]
    calls: tuple[LevelOffCall, ...]


def count(lifter_id: int, today: date, slug: str | None = None) -> int:
    """Return how many sessions there are to read, of one lift or of all."""
    return lift_days.count(lifter_id, today, slug)


def all_lifts(lifter_id: int, today: date) -> Generator[None, None, tuple[LiftForecasts, ...]]:
    """Return what was forecast of every lift up to a day, a part for each session."""
    yield from readings.replaying(lifter_id, today)
    made: dict[str, LiftForecasts] = {}
    for slug in sorted(readings.replays(lifter_id, today)):
        made[slug] = yield from one_lift(lifter_id, slug, today)
    return tuple(made.values())


def one_lift(lifter_id: int, slug: str, today: date) -> Generator[None, None, LiftForecasts]:
    """Return the same of one lift."""
    days = yield from lift_days.days(lifter_id, slug, today)
    if not days:
        return LiftForecasts("", (), (), ())
    made = yield from _forecasts(days, lifter_id, readings.replays(lifter_id, today))
    exercise, steps = days[-1].replay.exercise, [day.step for day in days]
    name = exercise.name or exercise.slug
    return LiftForecasts(
        name,
        tuple(_results(name, days, made)),
        tuple(forecast_levels.levels_ahead(name, steps)),
        tuple(forecast_levels.level_off_calls(name, steps, today)),
    )


def _forecasts(
    days: Sequence[LiftDay], lifter_id: int, replays: Mapping[str, Replay]
) -> Generator[None, None, list[Forecasted | None]]:
    beside_on = practising.practised(lifter_id, days[-1].replay.exercise, replays)
    made = []
    for each in record_of_forecasts.forecasts(days, beside_on):
        made.append(each)
        yield
    return made


def _results(name: str, days: Sequence[LiftDay], made: Sequence[Forecasted | None]) -> list[Result]:
    left_out = points.held_out(days[-1].replay)
    found = [
        Result(name, step.day.on, step.session_id, each, None, step.session_id in left_out)
        for (_, _, step), each in zip(days, made, strict=True)
        if each is not None
    ]
    told = [each for each in found if not each.held_out and each.made.planned is not None]
    naive = calibration.as_before([each.made.hit for each in told])
    as_before = dict(zip([each.session_id for each in told], naive, strict=True))
    return [replace(each, naive_p=as_before.get(each.session_id)) for each in found]
