"""Read a lifter's history in the shape that charts draw."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from planner.coach import (
    estimates,
    happenings,
    levels,
    lift_past,
    load_jumps,
    readings,
    wording,
)
from planner.coach.charts import goals, lift_events
from planner.coach.charts.goals import GoalState
from planner.coach.charts.no_load_ahead import NoLoadAhead, no_load_ahead
from planner.coach.happenings import (
    Event as Event,
    PhaseSpan as PhaseSpan,
    TimeOff as TimeOff,
)
from planner.coach.levels import LevelPoint as LevelPoint
from planner.coach.load_jumps import Unexplained
from planner.coach.points import SessionPoint as SessionPoint
from planner.coach.records import Record as Record
from planner.coach.replay import Replay
from planner.engine.terms import N_, Exercise, Phase, Phrase, Reading, phrase
from planner.storage.problems import NotStored

APART = 0.03  # of the level, from which its end and the number differ to a reader: rule of thumb
GAIN_DAYS = 14  # over which a gain is told: rule of thumb
_PHASES = {
    Phase.EARLY: N_("Mostly early gains ({how} sure): from learning it, as is usual at first."),
    Phase.STEADY: N_("Steady gain ({how} sure)."),
    Phase.PLATEAU: N_("Flat for weeks ({how} sure)."),  # what to change, suggestions say
    Phase.FATIGUE: N_("Probably tired, not weaker ({how} sure)."),
    Phase.RETURN: N_("Coming back after time off ({how} sure): it returns faster than it came."),
}


@dataclass(frozen=True, slots=True)
class StrengthChart:
    """Everything the strength plot and the panel beside it show of one lift.

    `across` holds, for each time off, the level before it and what was to be expected on the day
    of return, or is to be expected today. `jumps` are those of the loads that may be no gain, as
    long as the lifter has not said what they are. `outlook` says how far the forecast leaves open
    where strength goes. With `no_load` nothing is told of what is still to come.
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
    jumps: tuple[Unexplained, ...] = ()
    goal: GoalState | None = None
    outlook: tuple[Phrase, ...] = ()
    next_session: LevelPoint | None = None
    no_load: NoLoadAhead | None = None


def strength(lifter_id: int, slug: str, today: date) -> StrengthChart:
    """Return the strength chart of one lift over its whole history; LookupError without one."""
    replay = readings.replays(lifter_id, today).get(slug)
    last = readings.last_trained(lifter_id, today)
    reading = replay.reading(today, last) if replay else None
    if replay is None or reading is None:
        raise NotStored(f"{slug} has no history yet")
    known, jumped = lift_past.past(replay), load_jumps.unexplained(lifter_id, replay, today)
    past = known.readings
    gap_days = last.gap_days(replay.exercise, today)
    trained_on = last.trained_on(replay.exercise)
    off = happenings.time_off(replay, today, gap_days, trained_on)
    miss = levels.usual_miss(replay, today)
    away = levels.forecast_away(replay, reading, gap_days)
    no_load = no_load_ahead(lifter_id, slug, today)
    ahead = () if no_load else away or levels.forecast(reading, miss)
    goal = _goal(lifter_id, replay, reading, None if no_load else ahead)
    guessed = estimates.assumed_bodyweight_kg(reading) is not None  # its doubt is in no range ahead
    return StrengthChart(
        exercise=replay.exercise,
        reading=reading,
        points=known.points,
        level=tuple(levels.level(made) for made in past if made.strength_kg is not None),
        forecast=ahead,
        spans=happenings.spans(past, reading, off),
        events=lift_events.joined(
            happenings.events(lifter_id, replay, past, reading, off),
            lift_events.events(lifter_id, replay, today),
        ),
        records=known.records,
        summary=(*_summary(reading, past, off, jumped), *goals.said(goal)),
        time_off=off,
        across=tuple(levels.across(replay, reading, gap_days)),
        jumps=jumped,
        goal=goal,
        outlook=() if away or guessed else levels.said(ahead),
        next_session=None if no_load or guessed else _next(replay, reading, away, miss),
        no_load=no_load,
    )


def _next(
    replay: Replay, reading: Reading, away: Sequence[LevelPoint] | None, miss: float
) -> LevelPoint | None:
    return away[0] if away else levels.next_session(replay, reading, miss)


def _goal(
    lifter_id: int, replay: Replay, reading: Reading, ahead: Sequence[LevelPoint] | None
) -> GoalState | None:
    wanted = goals.goal(lifter_id, replay.exercise.slug)
    return goals.standing(wanted, replay, reading, ahead) if wanted is not None else None


def gain(chart: StrengthChart, then: LevelPoint) -> float | None:
    """Return the share that strength rose by since a day; None where its loads jumped since, and
    within less than two weeks of training."""
    now = chart.reading.strength_kg
    if now is None or not _long_enough(then.on, chart.level[-1].on):
        return None
    return None if jumped_on(chart, then.on) else now / then.kg - 1.0


def _long_enough(since: date, last: date) -> bool:
    return (last - since).days >= GAIN_DAYS


def jumped_on(chart: StrengthChart, since: date) -> date | None:
    """Return the day of the last jump of which nobody said what it means; None without one."""
    return _jumped_on(chart.jumps, since, chart.reading.on)


def _jumped_on(jumps: Sequence[Unexplained], since: date, until: date) -> date | None:
    return max((made.since for made in jumps if made.between(since, until)), default=None)


def _summary(
    reading: Reading, past: Sequence[Reading], off: Sequence[TimeOff], jumps: Sequence[Unexplained]
) -> tuple[Phrase, ...]:
    """Say in few sentences what is known: the number, what it rests on, the trend, the phase."""
    if reading.strength_kg is None:
        return (phrase("Too little is known yet: log two or three sessions with loads and reps."),)
    pause = off[-1] if off and off[-1].ongoing else None
    away = reading.still_away or (pause is not None and pause.rested)
    sentences = [_strength_sentence(reading, reading.strength_kg, away)]
    assumed_kg = estimates.assumed_bodyweight_kg(reading)
    if assumed_kg is not None:
        words = phrase("That takes your bodyweight for {bodyweight_kg}: enter it to be exact.",
                       bodyweight_kg=assumed_kg)  # fmt: skip
        sentences.append(words)
    if not off or not off[-1].ongoing:  # time off that goes on has a line of its own
        sentences += _since_the_curve(reading, past[-1] if past else None)
    first = next((made for made in past if made.strength_kg), None)
    if first is not None and first.strength_kg and _long_enough(first.on, past[-1].on):
        ratio = reading.strength_kg / first.strength_kg
        sentences.append(_since(first.on, ratio, _jumped_on(jumps, first.on, reading.on)))
    return tuple(sentences) if away else (*sentences, _state_sentence(reading, pause))


def _strength_sentence(reading: Reading, kg: float, away: bool) -> Phrase:
    """Say what may be lifted once, from how many sessions; after time off, what that cost."""
    counted = phrase("one session" if reading.sessions == 1 else "{sessions} sessions",
                     sessions=reading.sessions)  # fmt: skip
    if not away:
        return phrase(
            "At least {e1rm_kg} for one repetition, from {counted}."
            if reading.capped
            else "About {e1rm_kg} for one repetition, from {counted}.",
            e1rm_kg=kg, counted=counted,
        )  # fmt: skip
    loss = round(100 * (1 - reading.retained))
    if not loss:
        return phrase(
            "At least {e1rm_kg} expected for one repetition on the first day back, from {counted}."
            if reading.capped
            else "About {e1rm_kg} expected for one repetition on the first day back, from "
            "{counted}.",
            e1rm_kg=kg, counted=counted,
        )  # fmt: skip
    return phrase(
        "At least {e1rm_kg} expected for one repetition on the first day back, about {loss_pct} "
        "less than before; from {counted}."
        if reading.capped
        else "About {e1rm_kg} expected for one repetition on the first day back, about {loss_pct} "
        "less than before; from {counted}.",
        e1rm_kg=kg, loss_pct=loss, counted=counted,
    )  # fmt: skip


def _since_the_curve(reading: Reading, last: Reading | None) -> list[Phrase]:
    """Say why the number is not where the curve ends: that is at the last session."""
    now_kg, then_kg = reading.strength_kg, last.strength_kg if last is not None else None
    if last is None or not now_kg or not then_kg or abs(now_kg / then_kg - 1.0) < APART:
        return []
    words = phrase(
        "The curve ends at the last session, {last_on}, with {then_e1rm_kg}; the number is what "
        "is expected by today.",
        last_on=last.on, then_e1rm_kg=then_kg,
    )  # fmt: skip
    return [words]


def _since(since: date, ratio: float, jumped: date | None) -> Phrase:
    """Say how strength changed; where loads jumped and nobody said why, that can't be told."""
    if jumped is not None:
        return phrase(
            "Loads jumped on {jump_on}: how strength changed since {since_on} can't be told.",
            jump_on=jumped, since_on=since,
        )  # fmt: skip
    return phrase(
        "{change} since the first session on {since_on}.",
        change=wording.change(ratio - 1), since_on=since,
    )  # fmt: skip


def _state_sentence(reading: Reading, pause: TimeOff | None) -> Phrase:
    """Say that a lift was left out while it is, else the phase."""
    if pause is not None:
        return phrase("{off_days} days without this lift; other lifts kept most of its strength.",
                      off_days=reading.away_days)  # fmt: skip
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
    return phrase(_PHASES[reading.phase], how=wording.nearest_odds(probability))
