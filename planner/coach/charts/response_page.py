"""Read how a lift's gain went with its weekly sets, window by window of its own history."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from math import ceil, expm1

from planner.coach import load_jumps, readings, scores
from planner.coach.charts import response_windows
from planner.coach.charts.response_windows import (
    Doses,
    Kind as Kind,
    ResponseWindow as ResponseWindow,
    ResponseWindows,
)
from planner.coach.charts.training_load import main_group
from planner.coach.replay import Replay
from planner.engine import consistency, dose_response, gain_windows, volume
from planner.engine.dose_response import Reach as Reach, Response
from planner.engine.terms import Exercise
from planner.storage import library, marked_days
from planner.storage.unchanged import unchanged

LINE_POINTS = 25  # along the line


class SetsOf(StrEnum):
    """Whose sets are counted: those of the lift, or all of its main muscle group."""

    GROUP = "group"
    LIFT = "lift"


class Lacking(StrEnum):
    """What keeps the line from being drawn."""

    LOAD = "load"  # strength cannot be told of an exercise without one
    HISTORY = "history"
    WINDOWS = "windows"
    DIFFERENCE = "difference"  # the sets were about the same all along


@dataclass(frozen=True, slots=True)
class LinePoint:
    """Mean gain a month to expect with so many weekly sets, and its 90 % interval; shares."""

    sets: float
    gain: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class ResponseChart:
    """Gain against weekly sets of one lift; `group` is None where no sets of a muscle count.

    `windows` are of the whole history, oldest first. `line` runs from the fewest to the most sets
    of the usual ones; `slope` is what one more weekly set went with, as a share. `ahead` is how
    many more weeks of history, or windows, are `lacking`.
    """

    exercise: Exercise
    sets_of: SetsOf
    group: str | None
    windows: tuple[ResponseWindow, ...] = ()
    line: tuple[LinePoint, ...] = ()
    slope: Reach | None = None
    lacking: Lacking | None = None
    ahead: int = 0

    @property
    def weeks(self) -> int:
        """How many weeks a window has."""
        longest = max([(each.until - each.since).days + 1 for each in self.windows], default=0)
        long = longest >= gain_windows.LONG_WINDOW_DAYS
        return (gain_windows.LONG_WINDOW_DAYS if long else gain_windows.WINDOW_DAYS) // 7

    @property
    def usual(self) -> list[ResponseWindow]:
        """The windows that the line rests on."""
        return [each for each in self.windows if each.kind is Kind.USUAL]


def response(lifter_id: int, slug: str, today: date, sets_of: SetsOf) -> ResponseChart:
    """Return gain against sets of a lift over its whole history; LookupError for no exercise."""
    key = "response", lifter_id, slug, today, sets_of
    return unchanged(key, lambda: _response(lifter_id, slug, today, sets_of))


def _response(lifter_id: int, slug: str, today: date, sets_of: SetsOf) -> ResponseChart:
    exercise = library.exercise(slug)
    group = main_group(exercise)
    sets_of = sets_of if group else SetsOf.LIFT
    replay = readings.replays(lifter_id, today).get(slug)
    days = [step.day.on for step in replay.steps if step.day.on <= today] if replay else []
    bare = ResponseChart(exercise, sets_of, group)
    if scores.scored(exercise):
        return _lacks(bare, Lacking.LOAD, 0)
    history = (days[-1] - days[0]).days if days else 0
    if replay is None or history < dose_response.HISTORY_DAYS:
        return _lacks(bare, Lacking.HISTORY, ceil((dose_response.HISTORY_DAYS - history) / 7))
    doses = _doses(lifter_id, exercise, group if sets_of is SetsOf.GROUP else None, today)
    return _drawn(bare, _windows(lifter_id, replay, doses, today))


def _lacks(
    bare: ResponseChart, lacking: Lacking, ahead: int, found: tuple[ResponseWindow, ...] = ()
) -> ResponseChart:
    return replace(bare, windows=found, lacking=lacking, ahead=ahead)


def _drawn(bare: ResponseChart, found: ResponseWindows) -> ResponseChart:
    missing = dose_response.FEWEST_WINDOWS - len(found.usual)
    if missing > 0:
        return _lacks(bare, Lacking.WINDOWS, missing, found.windows)
    made = found.line()
    if made is None:
        return _lacks(bare, Lacking.DIFFERENCE, 0, found.windows)
    slope = Reach(*map(expm1, made.slope))
    return replace(bare, windows=found.windows, line=tuple(_line(made)), slope=slope)


def _line(made: Response) -> list[LinePoint]:
    low, high = made.sets
    places = [low + (high - low) * number / (LINE_POINTS - 1) for number in range(LINE_POINTS)]
    return [_point(sets, made.at(sets)) for sets in places]


def _point(sets: float, reach: Reach) -> LinePoint:
    return LinePoint(sets, expm1(reach.middle), expm1(reach.low), expm1(reach.high))


def _windows(lifter_id: int, replay: Replay, doses: Doses, today: date) -> ResponseWindows:
    lighter = {consistency.week_start(made.on) for made in marked_days.deloads(lifter_id)}
    jumped = [made.since for made in load_jumps.no_gain(lifter_id, replay, today)]
    return response_windows.windows(replay, doses, lighter, jumped, today)


def _doses(lifter_id: int, exercise: Exercise, group: str | None, today: date) -> Doses:
    """Return hard sets by day: of the exercise, or of a whole muscle group."""
    known = library.by_slug()
    shares = {slug: volume.group_share(known[slug], group) for slug in known} if group else {}
    found: dict[date, float] = {}
    for on, slug, sets in readings.trained(lifter_id):
        share = shares[slug] if group else float(slug == exercise.slug)
        if share and on <= today:
            found[on] = found.get(on, 0.0) + share * sets
    return found
