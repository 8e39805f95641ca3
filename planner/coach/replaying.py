"""What the engine says and would have said, as plain facts for the command line and files."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches

from planner import engine
from planner.coach import (
    estimates,
    lift_days,
    practising,
    readings,
    record_of_forecasts,
    wording,
)
from planner.coach.lift_days import LiftDay
from planner.coach.parts import at_once
from planner.coach.refused import Refused
from planner.coach.replay import Replay, ReplayedDay
from planner.engine import strength
from planner.engine.terms import Suggestion, SuggestionKind, Unit
from planner.language import tr
from planner.storage import library

Facts = dict[str, object]
INTERVAL = 0.80  # share of the forecast interval
AT_MOST_NEAR = 5  # names


def replay(lifter_id: int, exercise: str | None = None) -> Iterator[Facts]:
    """Yield a row per session and exercise, oldest first within a lift: what was said after it.

    The forecast is the one made before the session, for the load that was then lifted. Before
    the day of the first bodyweight none is known. Raises Refused when the exercise is not one
    that the lifter has done.
    """
    for made in _replays(lifter_id, exercise):
        for day in at_once(lift_days.days(lifter_id, made.exercise.slug)):
            yield _row(day)


def records(lifter_id: int, exercise: str | None = None) -> Iterator[str]:
    """Yield a sentence per exercise on how often its forecasts were right.

    Raises Refused like replay.
    """
    replays = readings.replays(lifter_id)
    for made in _replays(lifter_id, exercise):
        beside_on = practising.practised(lifter_id, made.exercise, replays)
        days = at_once(lift_days.days(lifter_id, made.exercise.slug))
        forecasts = record_of_forecasts.forecasts(days, beside_on)
        known = record_of_forecasts.record(filter(None, forecasts))
        yield f"{made.exercise.name}: {wording.render(record_of_forecasts.sentence(known))}"


def _replays(lifter_id: int, exercise: str | None) -> Iterator[Replay]:
    made = readings.replays(lifter_id)
    for slug in [_slug(exercise)] if exercise else sorted(made):
        if slug not in made:
            raise Refused(tr("'{exercise}' has not been logged.").format(exercise=exercise))
        yield made[slug]


def _slug(name: str) -> str:
    for exercise in library.exercises():
        known = {exercise.slug, exercise.name, *exercise.aliases}
        if name.strip().casefold() in {entry.casefold() for entry in known}:
            return exercise.slug
    near = _near(name)
    words = tr(
        "No exercise is called '{name}'. Is one of these meant: {names}?"
        if near
        else "No exercise is called '{name}'."
    )
    raise Refused(words.format(name=name, names=wording.in_row(near)))


def _near(name: str) -> list[str]:
    """Return the exercises whose name, or another name of theirs, looks like one; best first."""
    known = {
        text.casefold(): exercise.name
        for exercise in library.exercises()
        for text in (*exercise.aliases, exercise.name)
    }
    found = get_close_matches(name.strip().casefold(), known, AT_MOST_NEAR)
    return list(dict.fromkeys(known[text] for text in found))


def _row(lift: LiftDay) -> Facts:
    replay, before, step = lift
    reading = engine.read(step.state, step.day.on)
    return {
        "date": step.day.on.isoformat(),
        "exercise": replay.exercise.name,
        "e1rm_kg": _rounded(reading.strength_kg),
        "e1rm_sd": _rounded(reading.strength_sd),
        "phase": str(reading.phase),
        "p_level": _rounded(reading.p_level),
        "levelled_off_on": _iso(reading.levelled_off_on),
        **_forecast(before, step),
    }


def _forecast(before: ReplayedDay | None, step: ReplayedDay) -> Facts:
    names = ("forecast_reps", "forecast_low", "forecast_high")
    load_kg = None if before is None else _hardest_kg(before, step)
    if before is None or load_kg is None:
        return dict.fromkeys(names)
    gap = step.day.muscle_gap_days
    made = engine.forecast_sets(before.state, step.day.on, load_kg, muscle_gap_days=gap)
    low, high = made.reps_interval(INTERVAL)
    return dict(zip(names, map(_rounded, (made.reps, low, high)), strict=True))


def _hardest_kg(before: ReplayedDay, step: ReplayedDay) -> float | None:
    """Return the session's hardest load as typed; None where no strength can be forecast for it."""
    loads = [entry.load_kg for entry in step.day.sets if entry.load_kg is not None]
    exercise, body = before.state.exercise, before.state.bodyweight_kg
    moved = [(strength.moved_kg(kg, exercise, body), kg) for kg in loads]
    return max(((kg, typed) for kg, typed in moved if kg is not None), default=(None, None))[1]


def row_text(row: Facts, unit: Unit) -> str:
    """Write a replay row for a reader."""
    kg, sd = row["e1rm_kg"], row["e1rm_sd"]
    strength = "e1RM not known"
    if isinstance(kg, float) and isinstance(sd, float):
        strength = f"e1RM about {estimates.about(kg, sd, unit)}"
    bent = f", levelled off on {row['levelled_off_on']}" if row["levelled_off_on"] else ""
    return f"{row['date']}  {row['exercise']}: {strength}, {row['phase']}{bent}"


def suggestion_facts(made: Suggestion, unit: Unit) -> Facts:
    """Return a suggestion as plain values, its sentences in the reader's unit.

    Advice for the whole lifter has an empty exercise, and names the lifter's day or week.
    """
    change = made.change
    return {
        "exercise": made.exercise,
        "name": suggestion_name(made),
        "kind": str(made.kind),
        "rule": made.rule,
        "headline": wording.render(made.headline, unit),
        "reason": wording.render(made.reason, unit),
        "would_change": wording.render(made.would_change, unit),
        "confidence": str(made.confidence),
        "numbers": {name: _plain(value) for name, value in made.numbers},
        "change": None
        if change is None
        else {
            "load_kg": change.load_kg,
            "sets": change.sets,
            "reps_low": change.reps_low,
            "reps_high": change.reps_high,
            "rir": change.rir,
            "exercise": change.exercise,
        },
        "sources": list(made.sources),
        "effect": None if made.effect is None else wording.render(made.effect, unit),
        "others": [suggestion_facts(other, unit) for other in made.others],
    }


def suggestion_name(made: Suggestion) -> str:
    """Return what a suggestion is about: the lift's name, else the day, the week or its news."""
    if made.exercise:
        return library.exercise(made.exercise).name
    about = {SuggestionKind.REST_DAY: tr("Today"), SuggestionKind.EXPECT: tr("Early gains")}
    return about.get(made.kind, tr("This week"))


def suggestion_text(made: Suggestion, unit: Unit) -> str:
    """Return a suggestion as lines for people."""
    facts = suggestion_facts(made, unit)
    others = [wording.render(other.headline, unit) for other in made.others]
    lines = (
        f"{facts['name']}: {facts['headline']} ({facts['confidence']})",
        f"  {facts['reason']}",
        f"  {facts['effect']}" if facts["effect"] else "",
        f"  Other ways: {'; '.join(others)}" if others else "",
        f"  This would change with: {facts['would_change']}",
    )
    return "\n".join(line for line in lines if line)


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
