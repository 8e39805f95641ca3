"""Forecast against what happened: of one lift, or of all lifts together."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from datetime import date

from planner.coach import counts, record_of_forecasts, wording
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
        return phrase("{results} with planned reps: too few to say what its chances are worth.",
                      results=counts.results(made.planned))  # fmt: skip
    shares = {"better_pct": skill.better, "low_pct": skill.low, "high_pct": skill.high}
    values = {name: round(100 * share) for name, share in shares.items()}
    if skill.low > 0:
        return phrase(
            "Its chances for the planned reps were better than repeating last time by "
            "{better_pct} ({low_pct} to {high_pct}).",
            **values,
        )
    if skill.high < 0:
        return phrase(
            "Its chances for the planned reps were not better than repeating last time: by "
            "{better_pct} ({low_pct} to {high_pct}).",
            **values,
        )
    return phrase(
        "Whether its chances beat repeating last time can't be told: better by {better_pct} "
        "({low_pct} to {high_pct}).",
        **values,
    )


def ahead_words(made: ForecastPage) -> Phrase:
    """Say how often the level four weeks on lay in the band forecast, and what that means."""
    held = made.ahead_inside
    if not held.enough:
        return phrase(
            "{results} of four weeks ahead so far, each from where the one before ended: "
            "from {least} on it shows how far to trust them.",
            results=counts.forecasts(held.results), least=LEAST,
        )  # fmt: skip
    return phrase(
        "Four weeks on, the level lay in its band {came} of {results} times ({low_pct} to "
        "{high_pct}; it should hold 9 in 10): {meaning}.",
        came=held.came, results=held.results, low_pct=round(100 * held.low),
        high_pct=round(100 * held.high), meaning=_ahead_meaning(held),
    )  # fmt: skip


def _ahead_meaning(held: Share) -> Phrase:
    if held.high < AHEAD_HELD:
        return phrase("the band is too narrow here, take it as the least that may happen")
    if held.low > AHEAD_HELD:
        return phrase("the band is wider than it must be")
    if abs(held.value - AHEAD_HELD) > record_of_forecasts.NEAR:
        return phrase("not quite that, which may be chance")
    return phrase("as it should be")


def call_words(call: LevelOffCall) -> Phrase:
    """Say when a levelling off was told, and how the level moved before and after."""
    words = _before_and_after(call)
    if call.taken_back_on is None:
        return words
    return words + phrase("Taken back on {back_on}.", back_on=call.taken_back_on)


def _before_and_after(call: LevelOffCall) -> Phrase:
    before = phrase("too little is known of before")
    if call.before:
        before = phrase("{gain} in four weeks before it", gain=_gained(call.before))
    if call.waits:
        return phrase(
            "Levelling off called on {called_on}: {before}; the eight weeks after are not over.",
            called_on=call.called_on, before=before,
        )  # fmt: skip
    after = phrase("too little came after")
    if call.after:
        after = phrase("{gain} in four weeks after it", gain=_gained(call.after))
    return phrase("Levelling off called on {called_on}: {before}, {after}.",
                  called_on=call.called_on, before=before, after=after)  # fmt: skip


def _gained(made: Gained) -> Phrase:
    shown = [wording.change(share) for share in (made.share, made.low, made.high)]
    return phrase("{change} ({low} to {high})",
                  **dict(zip(("change", "low", "high"), shown, strict=True)))  # fmt: skip


def calls_words(made: ForecastPage) -> Phrase | None:
    """Say of several lifts how often rises were slower after a levelling off was told."""
    known = [call for call in made.calls if call.before and call.after]
    if not made.calls:
        return None
    times = counts.times(len(made.calls))
    if not known:
        return phrase("Levelling off was called {called}.", called=times)
    slower = sum(
        call.after.share < call.before.share for call in known if call.after and call.before
    )
    return phrase(
        "Levelling off was called {called}; where both sides are known, the level rose more "
        "slowly after it {slower} of {known} times.",
        called=times, slower=slower, known=len(known),
    )  # fmt: skip
