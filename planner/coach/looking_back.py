"""What was said of a lift after each of its sessions, beside what was done and forecast."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from planner import engine
from planner.coach import (
    lift_days,
    points,
    practising,
    readings,
    record_of_forecasts,
    suggesting,
)
from planner.coach.charts.no_load_ahead import no_load_ahead
from planner.coach.circumstances import Circumstances
from planner.coach.lift_days import LiftDay
from planner.coach.parts import at_once
from planner.coach.record_of_forecasts import Forecasted
from planner.coach.replay import ReplayedDay
from planner.engine.terms import Exercise, Phrase, Reading
from planner.storage import decisions, library
from planner.storage.decisions import Decision


@dataclass(frozen=True, slots=True)
class SessionSaid:
    """A session of a lift: its best set, the forecast made before it, and what was said after.

    `forecast` is None where there was none, `headline` where nothing was suggested.
    """

    best_set: str
    forecast: Forecasted | None
    reading: Reading
    headline: Phrase | None

    @property
    def on(self) -> date:
        """The day of the session."""
        return self.reading.on


def count(lifter_id: int, slug: str, today: date) -> int:
    """Return how many sessions of a lift there are up to a day."""
    return lift_days.count(lifter_id, today, slug)


def sessions(lifter_id: int, slug: str, today: date) -> Iterator[SessionSaid]:
    """Yield what was said after each session of a lift up to a day, newest first.

    Each takes some milliseconds. It is what the engine says of the log as it is now, and knows
    nothing of later days. What the last one suggests is of the next: that waits for a clearance,
    too.
    """
    days = at_once(lift_days.days(lifter_id, slug, today))
    if not days:
        return
    exercises, decided = library.by_slug(), decisions.decisions(lifter_id)
    replays = readings.replays(lifter_id, today)
    beside_on = practising.practised(lifter_id, exercises[slug], replays)
    ahead = no_load_ahead(lifter_id, slug, today)
    silent = ahead is not None and ahead.waits
    for day in reversed(days):
        on = day.step.day.on
        forecast = record_of_forecasts.forecast_of(day, beside_on(on))
        said = _said(day, forecast, _around(lifter_id, day.step, exercises, decided))
        yield replace(said, headline=None) if silent and day is days[-1] else said


def _around(
    lifter_id: int,
    step: ReplayedDay,
    exercises: Mapping[str, Exercise],
    decided: Sequence[Decision],
) -> Circumstances:
    """Return what was known that day; what was decided on it answers what was said on it."""
    before = [made for made in decided if made.on < step.day.on]
    return Circumstances(lifter_id, step.day.on, exercises, before)


def _said(lift: LiftDay, forecast: Forecasted | None, around: Circumstances) -> SessionSaid:
    replay, _, step = lift
    reading = engine.read(step.state, step.day.on, 0)
    best = record_of_forecasts.best_set(replay, step)
    advice = suggesting.after_session(replay, reading, around)
    return SessionSaid(
        "" if best is None else points.as_typed(best, replay.lifter.unit),
        forecast,
        reading,
        None if advice is None else advice.headline,
    )
