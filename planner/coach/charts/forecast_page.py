"""Forecast against what happened: of one lift, or of all lifts together."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from datetime import date

from planner.coach import record_of_forecasts, wording
from planner.coach.charts import forecast_reading
from planner.coach.charts.forecast_levels import Gained, LevelAhead, LevelOffCall
from planner.coach.charts.forecast_reading import LiftForecasts, Result
from planner.coach.record_of_forecasts import INTERVAL, ForecastRecord
from planner.engine import calibration, evidence
from planner.engine.calibration import Bin as Bin, Share as Share, Skill as Skill
from planner.engine.terms import Phrase, phrase
from planner.storage.unchanged import unchanged_in_parts

LEAST = record_of_forecasts.LEAST
WINDOW = int(evidence.ROLLING_DAYS.value)
HELD = INTERVAL  # share of results that a range should hold
AHEAD_HELD = 0.9  # share of levels that the band four weeks ahead should hold


@dataclass(frozen=True, slots=True)
class ForecastPage:
    """What was forecast and what came, oldest first, and how right that was.

    `over_time` is the share inside of the last sessions on each day, `chances` those given for the
    planned repetitions against what came, `planned` how many of them there are. Results that look
    like typing errors are among `results` alone.
    """

    pooled: bool
    results: tuple[Result, ...]
    record: ForecastRecord
    inside: Share
    over_time: tuple[tuple[date, Share], ...]
    planned: int
    chances: tuple[Bin, ...]
    skill: Skill | None
    ahead: tuple[LevelAhead, ...]
    ahead_inside: Share
    calls: tuple[LevelOffCall, ...]


def of_lift(lifter_id: int, slug: str, today: date) -> Generator[None, None, ForecastPage]:
    """Return the page of a lift up to a day, a part for each session, and remember it."""

    def made() -> Generator[None, None, ForecastPage]:
        lift = yield from forecast_reading.one_lift(lifter_id, slug, today)
        return page([lift], pooled=False)

    return (yield from unchanged_in_parts(("forecasts", lifter_id, slug, today), made))


def of_all(lifter_id: int, today: date) -> Generator[None, None, ForecastPage]:
    """Return the page of all lifts together, in the same way."""

    def made() -> Generator[None, None, ForecastPage]:
        lifts = yield from forecast_reading.all_lifts(lifter_id, today)
        return page(lifts, pooled=True)

    return (yield from unchanged_in_parts(("forecasts", lifter_id, today), made))


def page(lifts: Sequence[LiftForecasts], pooled: bool) -> ForecastPage:
    """Return the page of one lift, or of several `pooled`."""
    found = sorted((each for lift in lifts for each in lift.results), key=lambda each: each.on)
    ahead = sorted((each for lift in lifts for each in lift.ahead), key=lambda each: each.on)
    calls = sorted((each for lift in lifts for each in lift.calls), key=lambda each: each.called_on)
    counted = [each for each in found if not each.held_out]
    planned = [each for each in counted if each.naive_p is not None]
    chances = [(each.made.hit_p or 0.0, each.made.hit) for each in planned]
    return ForecastPage(
        pooled=pooled,
        results=tuple(found),
        record=record_of_forecasts.record(each.made for each in counted),
        inside=calibration.share(sum(each.made.inside for each in counted), len(counted)),
        over_time=_over_time(counted),
        planned=len(chances),
        chances=tuple(calibration.bins(chances)),
        skill=calibration.skill(chances, [each.naive_p or 0.0 for each in planned]),
        ahead=tuple(ahead),
        ahead_inside=calibration.share(sum(each.inside for each in ahead), len(ahead)),
        calls=tuple(calls),
    )


def _over_time(found: Sequence[Result]) -> tuple[tuple[date, Share], ...]:
    """Return the share inside of all results of the last twenty days of training, by day."""
    days: dict[date, tuple[int, int]] = {}
    for each in found:
        came, results = days.get(each.on, (0, 0))
        days[each.on] = came + each.made.inside, results + 1
    shares = calibration.rolling(list(days.values()), WINDOW)
    return tuple(zip(list(days)[WINDOW - 1 :], shares, strict=True))


def sentences(made: ForecastPage) -> tuple[Phrase, ...]:
    """Say how often the forecasts were right, what that means, and what the chances are worth."""
    record = made.record
    said = record_of_forecasts.sentence(record, made.pooled), record_of_forecasts.meaning(record)
    return (*said, skill_words(made)) if made.inside.enough else said


def skill_words(made: ForecastPage) -> Phrase:
    """Say whether the chances given are worth more than repeating last time."""
    skill = made.skill
    if skill is None:
        words = "{results} with planned reps: too few to say what its chances are worth."
        return phrase(words, results=wording.several(made.planned, "result"))
    if skill.low > 0:
        words = "Its chances for the planned reps were better than repeating last time by "
    elif skill.high < 0:
        words = "Its chances for the planned reps were not better than repeating last time: by "
    else:
        words = "Whether its chances beat repeating last time can't be told: better by "
    values = {"better_pct": skill.better, "low_pct": skill.low, "high_pct": skill.high}
    return phrase(
        words + "{better_pct} ({low_pct} to {high_pct}).",
        **{name: round(100 * share) for name, share in values.items()},
    )


def ahead_words(made: ForecastPage) -> Phrase:
    """Say how often the level four weeks on lay in the band forecast, and what that means."""
    held = made.ahead_inside
    if not held.enough:
        words = (
            "{results} of four weeks ahead so far, each from where the one before ended: "
            "from {least} on it shows how far to trust them."
        )
        results = wording.several(held.results, "forecast")
        return phrase(words, results=results, least=LEAST)
    words = (
        "Four weeks on, the level lay in its band {came} of {results} times ({low_pct} to "
        "{high_pct}; it should hold 9 in 10): " + _ahead_meaning(held)
    )
    return phrase(
        words, came=held.came, results=held.results,
        low_pct=round(100 * held.low), high_pct=round(100 * held.high),
    )  # fmt: skip


def _ahead_meaning(held: Share) -> str:
    if held.high < AHEAD_HELD:
        return "the band is too narrow here, take it as the least that may happen."
    if held.low > AHEAD_HELD:
        return "the band is wider than it must be."
    if abs(held.value - AHEAD_HELD) > record_of_forecasts.NEAR:
        return "not quite that, which may be chance."
    return "as it should be."


def call_words(call: LevelOffCall) -> Phrase:
    """Say when a levelling off was told, and how the level moved before and after."""
    words = "Levelling off called on {called_on}: " + _before_and_after(call)
    if call.taken_back_on is not None:
        words += " Taken back on {back_on}."
    return phrase(
        words, called_on=call.called_on, back_on=call.taken_back_on,
        before=_gained(call.before), after=_gained(call.after),
    )  # fmt: skip


def _before_and_after(call: LevelOffCall) -> str:
    before = "{before} in four weeks before it" if call.before else "too little is known of before"
    if call.waits:
        return before + "; the eight weeks after are not over."
    after = "{after} in four weeks after it" if call.after else "too little came after"
    return f"{before}, {after}."


def _gained(made: Gained | None) -> str | None:
    if made is None:
        return None
    low, high = wording.change(made.low), wording.change(made.high)
    return f"{wording.change(made.share)} ({low} to {high})"


def calls_words(made: ForecastPage) -> Phrase | None:
    """Say of several lifts how often rises were slower after a levelling off was told."""
    known = [call for call in made.calls if call.before and call.after]
    if not made.calls:
        return None
    words = "Levelling off was called {called}"
    if known:
        words += "; where both sides are known, the level rose more slowly after it {slower} of "
        words += "{known} times"
    slower = sum(
        call.after.share < call.before.share for call in known if call.after and call.before
    )
    times = wording.several(len(made.calls), "time")
    return phrase(words + ".", called=times, slower=slower, known=len(known))
