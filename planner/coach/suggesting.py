"""What the engine suggests today, for each lift and for the lifter as a whole."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from typing import NamedTuple, TypeAlias

from planner import engine
from planner.coach import (
    climbing,
    expecting,
    holding_back,
    load_jumps,
    loads,
    pains,
    practising,
    readings,
    scope,
    untyped,
    whole_lifter,
)
from planner.coach.answered import answered
from planner.coach.changing import change_text as change_text, changed_sets as changed_sets
from planner.coach.circumstances import Circumstances
from planner.coach.parts import at_once
from planner.coach.quiet import Quiet, quiet
from planner.coach.replay import Replay
from planner.coach.surroundings import LastTrained
from planner.engine import comeback, evidence, safety
from planner.engine.base import base_of
from planner.engine.skill import Beside
from planner.engine.target import Base
from planner.engine.terms import (
    Exercise,
    PlannedExercise,
    Reading,
    Suggestion,
    SuggestionKind,
)
from planner.engine.typing_error import believed
from planner.storage import plan, rows, ruling
from planner.storage.plan_lists import Unlogged
from planner.storage.unchanged import unchanged, unchanged_in_parts

CURRENT = timedelta(weeks=8)  # a lift is current when trained so shortly before the last session
AHEAD = timedelta(weeks=2)  # what is planned later does not speak for the next session
FIRST_SESSION_LIFTS = 6  # what a first session back holds at the most
RECENT_SESSIONS = int(evidence.NEXT_SESSIONS.value)

Ahead: TypeAlias = tuple[date, PlannedExercise, bool]  # day, what is planned, in a deload


def all_suggestions(lifter_id: int, today: date) -> list[Suggestion]:
    """Return what the engine suggests today, best first, without those already decided on.

    What is for the lifter as a whole comes before what is for a lift, but for pain that stops it.
    """
    return list(advised(lifter_id, today).every)


def _suggesting(lifter_id: int, today: date) -> Generator[None, None, list[Suggestion]]:
    """Make the suggestions of a day, lift by lift; none while the lifter is ill.

    Nor is there any before a clearance that is waited for; of a single lift, but to leave it out.
    """
    silent = quiet(lifter_id, today)
    if silent.everything is not None:
        return []
    replays = readings.replays(lifter_id, today)
    planned = _planned(lifter_id, today)
    trained = readings.last_trained(lifter_id, today)
    ahead = plan.next_exercises(lifter_id, today, today + AHEAD)
    around, basis = Circumstances(lifter_id, today), loads.LoadBasis(lifter_id, today)
    found, read = [], dict[str, Reading]()
    for slug in _most_trained_first(replays, current(replays, today) | planned):
        yield
        reading = replays[slug].reading(today, trained)
        if reading is not None:
            read[slug] = reading
            lift = _Lift(replays[slug], reading, around)
            asked = load_jumps.asked_of(lift.replay, around.decided, today)
            made = _suggest(lift, trained, ahead.get(slug), basis, asked)
            made = made or climbing.suggest(lift.replay, around.exercises, today)
            if asked:
                made = [each for each in made if safety.stops(each) or comeback.after_weeks(each)]
            last_on = _last_on(lift.replay, today)
            found.append([s for s in made if not answered(s, around, reading, last_on)])
    whole = whole_lifter.suggestions(around, replays, read, ahead)
    yield
    ranked = engine.suggest_week(_now(found, replays, ahead, _less_until(whole, around)))
    ranked.sort(key=lambda made: bool(planned) and made.exercise not in planned)
    every = [*whole, *expecting.cards(around, replays, read), *ranked]
    told = [made for made in every if _may_be_told(made, silent, basis.exercises)]
    return sorted(told, key=lambda made: not safety.stops(made))


def _may_be_told(made: Suggestion, silent: Quiet, exercises: Mapping[str, Exercise]) -> bool:
    """Say whether clearances and limits leave a suggestion; what stops a lift is always told."""
    to = made.change.exercise if made.change is not None else None
    if to is not None and not silent.frees(exercises[to]):
        return False
    if safety.stops(made) or not made.exercise:
        return True
    return silent.of(made.exercise) is None and scope.allowed(made, silent.scope, exercises)


def _less_until(whole: Sequence[Suggestion], around: Circumstances) -> date | None:
    """Return the last day that asks for less than planned, None for none."""
    if any(made.kind is SuggestionKind.DELOAD for made in whole):
        return date.max
    less = holding_back.asks_for_less(around.lifter_id, around.today)
    return around.today if less else None


def _now(
    found: Sequence[Sequence[Suggestion]],
    replays: Mapping[str, Replay],
    ahead: Mapping[str, Ahead],
    less_until: date | None,
) -> list[list[Suggestion]]:
    """Leave out what asks for more in a session that is to be less."""

    def waits(made: Suggestion) -> bool:
        on, planned, _ = ahead.get(made.exercise, (date.min, None, False))
        exercise = replays[made.exercise].exercise
        to_be_less = less_until is not None and on <= less_until
        return to_be_less and holding_back.asks_more(made, planned, exercise)

    return [[made for made in each if not waits(made)] for each in found]


@dataclass(frozen=True, slots=True)
class Advised:
    """All that is suggested on a day, best first, and what of it asks for a decision.

    `staying` counts the lifts that are advised to stay as they are. `untyped` are planned sessions
    to ask about, after time off, or several after a week without any: while it is open whether
    they were done, no return after time off is advised.
    """

    every: tuple[Suggestion, ...]
    asked: tuple[Suggestion, ...]
    staying: int
    untyped: tuple[Unlogged, ...] = ()


def advised(lifter_id: int, today: date) -> Advised:
    """Return what is suggested today; a decision is asked for by all but 'stay as you are'.

    With a plan ahead, a lighter return is advised for what is planned only; without one, for as
    many lifts as a session holds.
    """
    return unchanged(("advised", lifter_id, today), lambda: at_once(advising(lifter_id, today)))


def advised_in_parts(lifter_id: int, today: date) -> Generator[None, None, Advised]:
    """Advise as `advised` does, but part by part, and remember it for that."""
    yield from readings.replaying(lifter_id, today)
    return (
        yield from unchanged_in_parts(
            ("advised", lifter_id, today), lambda: advising(lifter_id, today)
        )
    )


def advising(lifter_id: int, today: date) -> Generator[None, None, Advised]:
    """Advise a lifter part by part: whoever shows a window can let it paint between the parts."""
    planned, every = _planned(lifter_id, today), (yield from _suggesting(lifter_id, today))
    returns = any(made.kind is SuggestionKind.RETURN_RAMP for made in every)
    waiting = (untyped.since_last if returns else untyped.in_a_row)(lifter_id, today)
    if waiting:
        every = [made for made in every if made.kind is not SuggestionKind.RETURN_RAMP]
    asked = [made for made in every if _asks(made, planned)]
    back = [made for made in asked if made.kind is SuggestionKind.RETURN_RAMP]
    too_many = [] if planned else back[FIRST_SESSION_LIFTS:]
    staying = {each.exercise for each in every if each.exercise and not _asks(each, set())}
    told = tuple(made for made in asked if made not in too_many)
    return Advised(tuple(every), told, len(staying), waiting)


def suggestions(lifter_id: int, today: date) -> list[Suggestion]:
    """Return the suggestions that ask for a decision."""
    return list(advised(lifter_id, today).asked)


def _asks(made: Suggestion, planned: Set[str]) -> bool:
    if made.kind is SuggestionKind.RETURN_RAMP:
        return not planned or made.exercise in planned
    return made.kind is not SuggestionKind.HOLD or made.change is not None or safety.stops(made)


def _most_trained_first(replays: Mapping[str, Replay], slugs: Set[str]) -> list[str]:
    known = slugs & replays.keys()
    return sorted(known, key=lambda slug: (-len(replays[slug].steps), slug))


def current(replays: Mapping[str, Replay], today: date) -> set[str]:
    """Return the lifts in use: those done within eight weeks of the last session."""
    last = {slug: on for slug, made in replays.items() if (on := _last_on(made, today))}
    newest = max(last.values(), default=today)
    return {slug for slug, on in last.items() if on > newest - CURRENT}


def _last_on(replay: Replay, today: date) -> date | None:
    days = [step.day.on for step in replay.steps if step.day.on <= today]
    return days[-1] if days else None


def _planned(lifter_id: int, today: date) -> set[str]:
    """Return the lifts of the block that runs today or begins soon, of the days that it has."""
    block = plan.mesocycle_on(lifter_id, today)
    if block is None or not block.weeks or block.started_on > today + AHEAD:
        return set()
    ends_on = block.weeks[-1].starts_on + timedelta(days=block.weeks[-1].days)
    if ends_on <= today:
        return set()
    taken = ruling.days_taken(rows.found(block.id, block.name))
    shown = (
        made
        for week in block.weeks
        for made in week.sessions
        if week.starts_on + timedelta(days=made.day) not in taken
    )
    return {planned.exercise for made in shown for planned in made.exercises}


class _Lift(NamedTuple):
    """A lift on the day of the advice, with what surrounds it."""

    replay: Replay
    reading: Reading
    around: Circumstances


def after_session(replay: Replay, reading: Reading, around: Circumstances) -> Suggestion | None:
    """Return what is advised for a lift right after its session of today; None when nothing is.

    It goes by the log: the plan of that day may have been changed since. What waited for a
    clearance then had no advice, nor had who was ill.
    """
    silent = quiet(around.lifter_id, around.today)
    if silent.of(replay.exercise.slug) is not None:
        return None
    context = _context(_Lift(replay, reading, around), around.today, 0)
    found = engine.suggest(reading, None, context) if context is not None else []
    return next((m for m in found if scope.allowed(m, silent.scope, around.exercises)), None)


def _suggest(
    lift: _Lift, trained: LastTrained, ahead: Ahead | None, basis: loads.LoadBasis, asked: bool
) -> list[Suggestion]:
    next_on, planned, deload = ahead or (lift.around.today, None, False)
    if planned is not None:
        planned = loads.by_percent(planned, next_on, basis)
    gap_days = trained.gap_days(lift.replay.exercise, next_on)
    context = _context(lift, next_on, gap_days, deload)
    if context is None:
        return []
    made = engine.suggest(lift.reading, planned, replace(context, asked=asked))
    light = partial(holding_back.is_meant_lighter, basis=basis, on=next_on)
    return [each for each in made if planned is None or not light(each)]


def _context(
    lift: _Lift, next_on: date, gap_days: int | None, deload: bool = False
) -> engine.LiftContext | None:
    replay, reading, around = lift
    state = replay.state(around.today)
    if state is None:
        return None
    days = [step.day for step in replay.steps if step.day.on <= around.today]
    last, beside = days[-RECENT_SESSIONS:], _beside(around, replay.exercise, next_on)
    hurts = pains.until(replay, around.today)
    return engine.LiftContext(
        exercise=replay.exercise,
        state=state,
        today=around.today,
        last_sets=believed(days[-1], state).sets if days else (),
        next_on=next_on,
        muscle_gap_days=gap_days,
        pain=hurts.worst,
        technique=tuple(day.technique for day in last),
        deload=deload,
        inventory=replay.lifter.inventory,
        training=around.training(replay, reading),
        base=base_of(days, state, next_on, beside) if days else Base(()),
        beside=beside,
        easy=around.easy(replay.exercise),
        cleared=hurts.cleared,
        hurt_on=hurts.on,
        way_back=hurts.way_back,
    )


def _beside(around: Circumstances, exercise: Exercise, next_on: date) -> Beside:
    replays = readings.replays(around.lifter_id, around.today)
    return practising.beside(around.lifter_id, exercise, next_on, replays)
