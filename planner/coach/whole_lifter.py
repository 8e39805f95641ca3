"""Advice for the lifter as a whole: what the engine is told, and what was answered already."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from planner import engine
from planner.coach import override, recovering
from planner.coach.circumstances import Circumstances
from planner.coach.recovering import RecoveryLog
from planner.coach.replay import Replay
from planner.engine import evidence, hard_weeks, recovery_central
from planner.engine.hard_weeks import Cost
from planner.engine.terms import (
    ExerciseDay,
    Gauge,
    Phase,
    PlannedExercise,
    Reading,
    SetKind,
    Suggestion,
    SuggestionKind,
)

HARD_DAYS = timedelta(weeks=12)  # enough to know the usual week
NEAR = timedelta(days=7)  # a plan that has nothing so near is not being followed
HEAVY_REPS = evidence.HEAVY_REPS[1].value


def suggestions(
    around: Circumstances,
    replays: Mapping[str, Replay],
    read: Mapping[str, Reading],
    ahead: Mapping[str, tuple[date, PlannedExercise, bool]],
) -> list[Suggestion]:
    """Return the advice for the lifter that was not answered yet, best first.

    To who chose to train today, rest is suggested no more.

    `read` are today's readings and `ahead` what is planned next, both by slug.
    """
    lately = recovering.lately(around.lifter_id, around.today)
    central = recovery_central.central(recovering.signs(lately, recovering.bouts(lately)))
    context = context_of(around, lately, central, replays, read, ahead)
    answers = (made for made in around.decided if made.on == around.today)
    of_today = [*answers, *around.put_off]
    answered = {made.rule for made in of_today if not made.exercise}
    made = engine.suggest_lifter(read.values(), context)
    trains = override.against_rest(around.lifter_id, around.today)
    return [
        each
        for each in made
        if each.rule not in answered and not (trains and each.kind is SuggestionKind.REST_DAY)
    ]


def context_of(
    around: Circumstances,
    lately: RecoveryLog,
    central: Gauge,
    replays: Mapping[str, Replay],
    read: Mapping[str, Reading],
    ahead: Mapping[str, tuple[date, PlannedExercise, bool]],
) -> engine.LifterContext:
    """Return what advice for the lifter rests on; readings and plan are those of `suggestions`."""
    today = around.today
    weeks = hard_weeks.hard_weeks(_hard_sets(lately), today)
    return engine.LifterContext(
        today=today,
        check_ins=lately.check_ins,
        before=_before(replays, read, today),
        names={slug: replays[slug].exercise.name for slug in read},
        planned_today=planned_today(around),
        heavy_today=any(on == today and _heavy(made) for on, made, _ in ahead.values()),
        deload_on=_nearest(_deloads(around), today),
        hard_weeks=weeks,
        costs=_costs(replays, today) if weeks >= evidence.HARD_WEEKS.value else (),
        central=central,
    )


def _before(
    replays: Mapping[str, Replay], read: Mapping[str, Reading], today: date
) -> dict[str, Reading]:
    """Return what was read of the tired lifts after the session before the last."""
    found: dict[str, Reading] = {}
    for slug, reading in read.items():
        if reading.phase is Phase.FATIGUE:
            steps = [step for step in replays[slug].steps if step.day.on <= today]
            for step in steps[-2:-1]:
                found[slug] = engine.read(step.state, step.day.on)
    return found


def _hard_sets(lately: RecoveryLog) -> Counter[date]:
    """Return the hard sets of each day of the last weeks, all lifts together."""
    found: Counter[date] = Counter()
    for on, _, sets in lately.between(lately.on - HARD_DAYS, lately.on):
        found[on] += sets
    return found


def _costs(replays: Mapping[str, Replay], today: date) -> tuple[Cost, ...]:
    made = (
        hard_weeks.cost(slug, _lately(replay, today), today) for slug, replay in replays.items()
    )
    return tuple(cost for cost in made if cost is not None)


def _lately(replay: Replay, today: date) -> Iterator[ExerciseDay]:
    """Yield the days of the last weeks up to today, newest first."""
    for step in reversed(replay.steps):
        if step.day.on <= today - HARD_DAYS:
            return
        if step.day.on <= today:
            yield step.day


def planned_today(around: Circumstances) -> bool | None:
    """Say whether a session is still to be done on the day; None where no plan is followed."""
    near = [made for made in around.planned if abs(made.on - around.today) <= NEAR]
    if not near:
        return None
    return any(made.on == around.today and not made.done for made in near)


def _heavy(planned: PlannedExercise) -> bool:
    work = [entry for entry in planned.sets if entry.kind is SetKind.WORK]
    return any(entry.reps_low is not None and entry.reps_low <= HEAVY_REPS for entry in work)


def _deloads(around: Circumstances) -> Iterable[date]:
    """Return the days of deloads planned, and of those accepted or declined."""
    yield from (made.on for made in around.planned if made.deload)
    yield from (made.on for made in around.decided if made.kind is SuggestionKind.DELOAD)


def _nearest(days: Iterable[date], today: date) -> date | None:
    return min(days, key=lambda on: abs(on - today), default=None)
