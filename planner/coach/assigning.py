"""Give a program to several lifters: each one's loads from that one's own strength."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from planner.coach import counts, health, programs, readings, scope, suiting, wording
from planner.coach.aside import aside
from planner.coach.start_days import Days
from planner.engine import evidence
from planner.engine.target import loads_rise
from planner.engine.terms import N_, Exercise, Lifter, Mesocycle, Phrase, PlannedExercise, phrase
from planner.storage import library, roster

LIFTS_WAIT = N_("No load until a clearance is entered: {exercises}.")
ASKED = N_("Was asked to see a professional on {since}; no clearance yet.")
AWAY = N_("{weeks} without training: begin lightly.")
Report = Callable[[int], None]  # is told how many are done, and may raise to stop


@dataclass(frozen=True, slots=True)
class Assignment:
    """What one lifter gets, ready to be stored.

    `there` says what that lifter has on these days already, `mind` what to look at first. Of the
    `lifts` that take a load, `known` have one from the lifter's own strength.
    """

    lifter: Lifter
    there: tuple[Phrase, ...]
    mind: tuple[Phrase, ...]
    known: int
    lifts: int
    write: Callable[[], object]


def assignment(
    lifter: Lifter, program: str, start_on: date, today: date, days: Days | None = None
) -> Generator[None, None, Assignment]:
    """Prepare a program for a lifter part by part; takes and raises what `start_program` does."""
    return (yield from aside(lifter, _assignment(lifter, program, start_on, today, days)))


def _assignment(
    lifter: Lifter, program: str, start_on: date, today: date, days: Days | None
) -> Generator[None, None, Assignment]:
    key = lifter.id or 0
    yield from readings.replaying(key, today)
    block = programs.filled(key, program, start_on, today, days)
    yield
    planned = [e for week in block.weeks for session in week.sessions for e in session.exercises]
    beside = programs.goes_beside(program)
    left_out = programs.weeks_left_out(key, program, start_on)
    there = _there(key, block, beside)
    write = partial(programs.put, key, program, block)
    mind = (*_left_out(left_out), *_alone(beside, there), *minded(planned, lifter, today))
    return Assignment(lifter, there, mind, *loaded(planned), write)


def assign(assignments: Sequence[Assignment], report: Report) -> int:
    """Store what several lifters get; return how many they are. `report` may raise to stop it."""
    for number, made in enumerate(assignments):
        report(number)
        made.write()
    return len(assignments)


def _there(lifter_id: int, block: Mesocycle, beside: bool) -> tuple[Phrase, ...]:
    last = block.weeks[-1]
    until = last.starts_on + timedelta(days=last.days - 1)
    found = roster.blocks_between(lifter_id, block.started_on, until)
    return tuple(
        phrase("joins {name}" if beside else "{name} until {last_on}", name=name, last_on=last_on)
        for name, last_on in found
    )


def _left_out(weeks: int) -> Iterator[Phrase]:
    if weeks:
        yield phrase("The plan ends {weeks} before it.", weeks=counts.weeks(weeks))


def _alone(beside: bool, there: Sequence[Phrase]) -> Iterator[Phrase]:
    if beside and not there:
        yield phrase("It goes best beside a main plan; there is none yet.")
    if there and not beside:
        yield phrase("Both stay: a day of both belongs to the block that starts last.")


def minded(planned: Iterable[PlannedExercise], lifter: Lifter, today: date) -> Iterator[Phrase]:
    """Say that a lifter waits for a clearance or comes back after time off, and what of planned
    exercises waits, is limited, may not suit, or needs what is not there."""
    known, limits = library.by_slug(), scope.scope(lifter.id or 0, today)
    used = [_exercise(each, known) for each in planned]
    yield from _waited_for(used, lifter.id or 0, today)
    yield from _away(lifter.id or 0, today)
    yield from suiting.warnings(used, scope.expecting(lifter, today), limits)


def _waited_for(used: Iterable[Exercise], lifter_id: int, today: date) -> Iterator[Phrase]:
    waiting = health.waiting(lifter_id, today)
    blocked, lifts = health.held(waiting, today)
    alone = dict.fromkeys(each.name for each in used if each.slug in lifts)
    if blocked is not None:
        yield blocked
    elif alone:
        yield phrase(LIFTS_WAIT, exercises=wording.listed(alone))
    elif waiting:
        yield phrase(ASKED, since=min(made.on for made in waiting))


def _away(lifter_id: int, today: date) -> Iterator[Phrase]:
    days = readings.last_trained(lifter_id, today).lifts.values()
    off = (today - max(days, default=today)).days
    if off >= evidence.LAYOFF_DAYS.value:
        yield phrase(AWAY, weeks=counts.weeks(off // 7))


def loaded(planned: Iterable[PlannedExercise]) -> tuple[int, int]:
    """Return how many lifts have a load, and how many could have one."""
    known = library.by_slug()
    weighed = [each for each in planned if loads_rise(_exercise(each, known))]
    with_load = {each.exercise for each in weighed if any(s.load_kg for s in each.sets)}
    return len(with_load), len({each.exercise for each in weighed})


def _exercise(planned: PlannedExercise, known: dict[str, Exercise]) -> Exercise:
    return known.get(planned.exercise) or Exercise(planned.exercise, planned.exercise)
