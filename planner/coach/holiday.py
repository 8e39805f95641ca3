"""A holiday plan: the least that keeps what is there, from the lifter's own patterns.

It is a block of its own, which has the days away; the block that runs goes on after them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from planner.coach import absences, loads, scope, suiting
from planner.coach.absences import Reason
from planner.coach.templates import template
from planner.engine import evidence
from planner.engine.non_use import PATTERNS
from planner.engine.terms import (
    N_,
    Absence,
    Category,
    Complexity,
    Equipment,
    Exercise,
    Mesocycle,
    Microcycle,
    Pattern,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
)
from planner.formats.programs import TemplateExercise
from planner.language import tr
from planner.storage import clients, history, library, plan

GOAL = N_("keep what is there")  # tells what block is one, so it is stored in English
PROGRAM = "holiday-minimum"
SETS = int(evidence.KEEP_PATTERN_SETS.value)
RIR = 1.0
REPS_AT_HOME, REPS_IN_A_GYM = (8, 20), (5, 10)
CARRIED_M = 30.0
LOOK_BACK = timedelta(weeks=12)
WEEK, DAY = 7, timedelta(days=1)
DAYS = {1: (2,), 2: (1, 4)}  # of a week, from its first


class Kit(StrEnum):
    """What there is to train with."""

    NOTHING = "nothing"
    SMALL = "small"
    GYM = "gym"


_SMALL = frozenset({Equipment.DUMBBELL, Equipment.BAND, Equipment.KETTLEBELL})
_INSTEAD = {Pattern.VERTICAL_PULL: Pattern.HORIZONTAL_PULL}  # where there is nothing to hang from


@dataclass(frozen=True, slots=True)
class Holiday:
    """The days away, both included, and how many of each week are for training."""

    since: date
    until: date
    days_a_week: int
    kit: Kit


def planned(lifter_id: int, wanted: Holiday, today: date) -> Mesocycle:
    """Return the block of a holiday; nothing is written. Without own patterns it has all."""
    exercises = _exercises(lifter_id, wanted, today)
    weeks = tuple(_weeks(wanted, exercises))
    block = Mesocycle(tr("Holiday"), wanted.since, weeks, GOAL)
    return loads.block_with_loads(block, loads.LoadBasis(lifter_id, today))


def make(lifter_id: int, wanted: Holiday, today: date) -> int:
    """Store a holiday: its block, and its days that are not known as away; return the block."""
    for since, until in list(_not_known(absences.absences(lifter_id), wanted)):
        absences.add(lifter_id, Absence(since, until, Reason.HOLIDAY))
    return plan.add_mesocycle(lifter_id, planned(lifter_id, wanted, today))


def goes_on(lifter_id: int, wanted: Holiday) -> str:
    """Name the block that runs when the holiday is over; '' without one."""
    after = wanted.until + timedelta(days=1)
    block = plan.mesocycle_on(lifter_id, after)
    runs = block is not None and any(
        week.starts_on <= after < week.starts_on + timedelta(days=week.days) for week in block.weeks
    )
    return block.name if block is not None and runs else ""


def _not_known(known: Iterable[Absence], wanted: Holiday) -> Iterator[tuple[date, date]]:
    """Yield the first and last day of each stretch of a holiday that no days away have yet."""
    first = wanted.since
    for each in absences.among(known, wanted.since, wanted.until):
        if first < each.since:
            yield first, each.since - DAY
        if each.until is None or each.until >= wanted.until:
            return
        first = max(first, each.until + DAY)
    yield first, wanted.until


def _weeks(wanted: Holiday, exercises: Sequence[PlannedExercise]) -> Iterator[Microcycle]:
    left = (wanted.until - wanted.since).days + 1
    for number in range(1, (left + WEEK - 1) // WEEK + 1):
        days = min(WEEK, left - WEEK * (number - 1))
        starts_on = wanted.since + timedelta(days=WEEK * (number - 1))
        sessions = tuple(_sessions(wanted.days_a_week, days, exercises))
        yield Microcycle(number, starts_on, sessions, days)


def _sessions(
    days_a_week: int, days: int, exercises: Sequence[PlannedExercise]
) -> Iterator[PlannedSession]:
    """Yield a week's sessions; in a short week one holds everything."""
    at = [day for day in DAYS[days_a_week] if day < days] or [days - 1]
    name = tr("Holiday {letter}") if len(at) > 1 else tr("Holiday")
    for place, day in enumerate(at):
        yield PlannedSession(
            name.format(letter="AB"[place]), day, tuple(exercises[place :: len(at)])
        )


def _exercises(lifter_id: int, wanted: Holiday, today: date) -> list[PlannedExercise]:
    """Return an exercise for each pattern of the lifter, those that are alike apart."""
    known = library.by_slug()
    done = Counter[str]()
    for on, slug, sets in history.trained(lifter_id, evidence.HARD_RIR.value):
        if today - LOOK_BACK < on <= today:
            done[slug] += sets
    ahead = plan.next_exercises(lifter_id, today, wanted.until)
    own = {known[slug].pattern for slug in (*done, *ahead)}
    lifter, limited = clients.lifter(lifter_id), scope.scope(lifter_id, wanted.since)
    fits = [
        made
        for made in known.values()
        if _fits(made, wanted.kit)
        and not suiting.unsuited(made, lifter)
        and limited.of(made) is None
    ]
    lines = {line.slug: line for line in _template_lines()}
    chosen = []
    for pattern in _doable([each for each in PATTERNS if each in own] or PATTERNS, fits):
        found = [made for made in fits if made.pattern is pattern]
        chosen.append(min(found, key=lambda made: _rank(made, done, lines)))
    return [_prescribed(made, lines.get(made.slug), wanted.kit) for made in chosen]


def _doable(patterns: Sequence[Pattern], fits: Sequence[Exercise]) -> list[Pattern]:
    """Return the patterns, or what comes nearest to them, that there is an exercise for; once."""
    there = {made.pattern for made in fits}
    nearest = (each if each in there else _INSTEAD.get(each, each) for each in patterns)
    return [each for each in dict.fromkeys(nearest) if each in there]


def _template_lines() -> Iterable[TemplateExercise]:
    """Return what the shipped program for holidays has."""
    return (line for session in template(PROGRAM).sessions.values() for line in session)


def _fits(exercise: Exercise, kit: Kit) -> bool:
    if exercise.category is not Category.STRENGTH or exercise.complexity is Complexity.TECHNICAL:
        return False
    if kit is Kit.GYM:
        return True
    small = kit is Kit.SMALL and exercise.equipment in _SMALL
    return small or suiting.is_anywhere(exercise)


def _rank(
    exercise: Exercise, done: Counter[str], lines: dict[str, TemplateExercise]
) -> tuple[object, ...]:
    """Put what the lifter does first, then what the shipped program has, then the simplest."""
    simple = list(Complexity).index(exercise.complexity)
    return (-done[exercise.slug], exercise.slug not in lines, simple, exercise.name)


def _prescribed(exercise: Exercise, line: TemplateExercise | None, kit: Kit) -> PlannedExercise:
    low, high = REPS_IN_A_GYM if kit is Kit.GYM else REPS_AT_HOME
    if line is not None and line.reps_low is not None:
        low, high = line.reps_low, line.reps_high or line.reps_low
    if exercise.pattern is Pattern.CARRY:
        entry = PlannedSet(distance_m=CARRIED_M, rir=RIR)
    else:
        entry = PlannedSet(low, high, RIR)
    note = line.note if line is not None and kit is not Kit.GYM else ""
    return PlannedExercise(exercise.slug, (entry,) * SETS, note=note)
