"""Read a lifter's history in the shape that charts draw."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import exp

from planner.coach import (
    estimates,
    happenings,
    levels,
    lift_past,
    load_jumps,
    points,
    readings,
    wording,
)
from planner.coach.happenings import (
    Event as Event,
    PhaseSpan as PhaseSpan,
    TimeOff as TimeOff,
)
from planner.coach.levels import LevelPoint as LevelPoint
from planner.coach.load_jumps import LoadJump
from planner.coach.points import SessionPoint as SessionPoint
from planner.coach.records import Record as Record
from planner.coach.replay import Replay
from planner.engine import volume
from planner.engine.terms import Exercise, Phase, Phrase, Reading, phrase
from planner.storage import clients, library, log_reads
from planner.storage.problems import NotStored
from planner.storage.unchanged import unchanged

SPARK_SESSIONS = 24
RECENT = timedelta(weeks=8)


@dataclass(frozen=True, slots=True)
class LiftRow:
    """A lift in the list; `spark` is e1RM in kg over the last sessions, oldest first."""

    exercise: Exercise
    reading: Reading
    spark: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class StrengthChart:
    """Everything the strength plot and the panel beside it show of one lift.

    `across` holds, for each time off, the level before it and what was to be expected on the day
    of return, or is to be expected today. `jumps` are those of the loads that are no gain, as long
    as the lifter has not said that the loads are right.
    """

    exercise: Exercise
    reading: Reading
    points: tuple[SessionPoint, ...]
    level: tuple[LevelPoint, ...]
    forecast: tuple[LevelPoint, ...]
    spans: tuple[PhaseSpan, ...]
    events: tuple[Event, ...]
    records: tuple[Record, ...]
    summary: tuple[Phrase, ...]
    time_off: tuple[TimeOff, ...] = ()
    across: tuple[tuple[LevelPoint, ...], ...] = ()
    jumps: tuple[LoadJump, ...] = ()


@dataclass(frozen=True, slots=True)
class WeeklySets:
    """Hard sets of a muscle group by week (monday, sets) against the range."""

    group: str
    weeks: tuple[tuple[date, float], ...]
    low: float
    high: float


def lifts(lifter_id: int, today: date) -> list[LiftRow]:
    """List the lifts with a history, most trained first: in the last 8 weeks, then ever."""
    rows = []
    last = readings.last_trained(lifter_id, today)
    for replay in readings.replays(lifter_id, today).values():
        reading = replay.reading(today, last)
        if reading is not None and reading.strength_kg is not None:
            recent = sum(step.day.on > today - RECENT for step in replay.steps)
            rows.append(
                (
                    (-recent, -len(replay.steps), replay.exercise.name),
                    LiftRow(replay.exercise, reading, _spark(replay)),
                )
            )
    return [row for _, row in sorted(rows, key=lambda entry: entry[0])]


def _spark(replay: Replay) -> tuple[float, ...]:
    seen = points.seen(replay, replay.steps[-SPARK_SESSIONS:])
    return tuple(each.e1rm_kg for each in seen if not each.held_out)


def strength(lifter_id: int, slug: str, today: date) -> StrengthChart:
    """Return the strength chart of one lift over its whole history; LookupError without one."""
    replay = readings.replays(lifter_id, today).get(slug)
    last = readings.last_trained(lifter_id, today)
    reading = replay.reading(today, last) if replay else None
    if replay is None or reading is None:
        raise NotStored(f"{slug} has no history yet")
    known, jumped = lift_past.past(replay), tuple(load_jumps.no_gain(lifter_id, replay, today))
    past = known.readings
    gap_days = last.gap_days(replay.exercise, today)
    off = happenings.time_off(replay, today, gap_days)
    return StrengthChart(
        exercise=replay.exercise,
        reading=reading,
        points=known.points,
        level=tuple(levels.level(made) for made in past if made.strength_kg is not None),
        forecast=levels.forecast_away(replay, reading, gap_days) or levels.forecast(reading),
        spans=happenings.spans(past, off),
        events=happenings.events(lifter_id, replay, past, reading, off),
        records=known.records,
        summary=_summary(reading, past, off, jumped),
        time_off=off,
        across=tuple(levels.across(replay, reading, gap_days)),
        jumps=jumped,
    )


def gain(chart: StrengthChart, then: LevelPoint) -> float | None:
    """Return the share that strength rose by since a day, without jumps of the loads."""
    now = chart.reading.strength_kg
    return None if now is None else _gain(then.on, now / then.kg, chart.jumps)


def _gain(since: date, ratio: float, jumps: Sequence[LoadJump]) -> float:
    return ratio / exp(sum([made.log_ratio for made in jumps if made.since >= since])) - 1.0


def _summary(
    reading: Reading, past: Sequence[Reading], off: Sequence[TimeOff], jumps: Sequence[LoadJump]
) -> tuple[Phrase, ...]:
    """Say in few sentences what is known: the number, what it rests on, the trend, the phase."""
    if reading.strength_kg is None:
        return (phrase("Too little is known yet: log two or three sessions with loads and reps."),)
    pause = off[-1] if off and off[-1].ongoing else None
    away = reading.still_away or (pause is not None and pause.whole)
    sentences = [_strength_sentence(reading, reading.strength_kg, away)]
    assumed_kg = estimates.assumed_bodyweight_kg(reading)
    if assumed_kg is not None:
        words = "That takes your bodyweight for {bodyweight_kg}: enter it to be exact."
        sentences.append(phrase(words, bodyweight_kg=assumed_kg))
    first = next((made for made in past if made.strength_kg), None)
    if first is not None and first.strength_kg and first.on < reading.on:
        sentences.append(_since(first.on, reading.strength_kg / first.strength_kg, jumps))
    return tuple(sentences) if away else (*sentences, _state_sentence(reading, pause))


def _strength_sentence(reading: Reading, kg: float, away: bool) -> Phrase:
    """Say what may be lifted once, from how many sessions; after time off, what that cost."""
    start = "At least {e1rm_kg}" if reading.capped else "About {e1rm_kg}"
    counted = "one session" if reading.sessions == 1 else "{sessions} sessions"
    known = {"e1rm_kg": kg, "sessions": reading.sessions}
    if not away:
        return phrase(f"{start} for one repetition, from {counted}.", **known)
    loss = round(100 * (1 - reading.retained))
    less = f"{start} expected for one repetition on the first day back"
    if not loss:
        return phrase(f"{less}, from {counted}.", **known)
    return phrase(f"{less}, about {{loss_pct}} less than before; from {counted}.",
                  loss_pct=loss, **known)  # fmt: skip


def _since(since: date, ratio: float, jumps: Sequence[LoadJump]) -> Phrase:
    """Say how strength changed; loads that jumped are no change of strength."""
    change = wording.change(_gain(since, ratio, jumps))
    words = "{change} since {since_on}" + (", the jump in loads left out." if jumps else ".")
    return phrase(words, change=change, since_on=since)


def _state_sentence(reading: Reading, pause: TimeOff | None) -> Phrase:
    """Say that a lift was left out while it is, else the phase."""
    if pause is not None:
        words = "{off_days} days without this lift; other lifts kept most of its strength."
        return phrase(words, off_days=reading.away_days)
    return _phase_sentence(reading)


def _phase_sentence(reading: Reading) -> Phrase:
    probability = reading.phase_probabilities.get(reading.phase, 0.0)
    if reading.levelling_off:
        return phrase(
            "The quick early rise has been levelling off since {since_on}: expected, "
            "from here slower gains carry on.",
            since_on=reading.levelled_off_on,
        )
    if reading.phase is Phase.UNCLEAR:
        return phrase("Which phase this is can't be told yet; a few more sessions will show.")
    words = {
        Phase.EARLY: "Mostly early, neural gains ({how_p} sure): strength comes from learning.",
        Phase.STEADY: "Steady gain ({how_p} sure).",
        Phase.PLATEAU: "Flat for weeks ({how_p} sure): time to change one thing.",
        Phase.FATIGUE: "Probably tired, not weaker ({how_p} sure).",
        Phase.RETURN: "Coming back after time off ({how_p} sure): it returns faster than it came.",
    }
    return phrase(words[reading.phase], how_p=probability)


def weekly_sets(lifter_id: int, group: str, today: date) -> WeeklySets:
    """Return a muscle group's weekly hard sets over the whole history."""
    key = "weekly sets", lifter_id, group, today
    return unchanged(key, lambda: _weekly_sets(lifter_id, group, today))


def _weekly_sets(lifter_id: int, group: str, today: date) -> WeeklySets:
    exercises = library.by_slug()
    shares = {slug: volume.group_share(exercise, group) for slug, exercise in exercises.items()}
    weeks: dict[date, float] = {}
    for on, slug, sets in readings.trained(lifter_id):
        share = shares[slug]
        if share and on <= today:
            monday = on - timedelta(days=on.weekday())
            weeks[monday] = weeks.get(monday, 0.0) + share * sets
    wanted = volume.weekly_range(clients.lifter(lifter_id).experience)
    return WeeklySets(group, tuple(_filled(weeks, today)), wanted.low, wanted.high)


def main_group(exercise: Exercise) -> str | None:
    """Return the muscle group an exercise trains most, or None."""
    shares = {group: volume.group_share(exercise, group) for group, _ in volume.GROUPS}
    best = max(shares, key=lambda group: shares[group])
    return best if shares[best] > 0 else None


def _filled(weeks: dict[date, float], today: date) -> list[tuple[date, float]]:
    if not weeks:
        return []
    monday, rows = min(weeks), []
    while monday <= today:
        rows.append((monday, weeks.get(monday, 0.0)))
        monday += timedelta(weeks=1)
    return rows


def training_days(lifter_id: int, today: date) -> dict[date, float]:
    """Return hard sets by day."""
    days: dict[date, float] = {}
    for on, _, sets in readings.trained(lifter_id):
        if on <= today:
            days[on] = days.get(on, 0.0) + sets
    return days


def totals(lifter_id: int) -> tuple[int, int]:
    """Return how many sessions and sets are stored."""
    return log_reads.counts(lifter_id)
