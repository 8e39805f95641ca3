"""One lift of one lifter: what is remembered of it, from its start through every day."""

from __future__ import annotations

from datetime import date
from functools import partial
from math import sqrt
from typing import NamedTuple

from planner.engine import evidence, habit as habits, layoff, phase, trend, variation
from planner.engine.habit import Habit
from planner.engine.jump import Jump
from planner.engine.layoff import Loss, Rhythm
from planner.engine.phase import Course, Strain
from planner.engine.practice import practice_sessions
from planner.engine.practice_record import COMPLEX, PracticeRecord, after_day, begun
from planner.engine.ramp_or_slip import DayStrength
from planner.engine.strength import bodyweight_for, measurable, moved_kg, observe
from planner.engine.terms import WORK_KINDS, Exercise, ExerciseDay, Lifter, LoggedSet
from planner.engine.trend import SESSION_VARIANCE, Bank, Level
from planner.engine.variation import Known

_GATE_SHARE = evidence.GATE_SHARE.value
_GATE_MIN, _GATE_MAX = evidence.GATE_MIN.value, evidence.GATE_MAX.value
_GATE_SD, _GATE_UNSURE = evidence.GATE_SD.value, evidence.GATE_UNSURE.value
_GATE_AGREE = evidence.GATE_AGREE.value
_BOUND_VARIANCE = evidence.BOUND_SD.value**2
_FIRST_RESERVE = evidence.FIRST_RESERVE.value
_RESERVE_UNKNOWN = evidence.RIR_UNKNOWN.value
_FINAL_DAYS = evidence.LEVEL_FINAL_DAYS.value
_GATE_FREE = evidence.GATE_FREE.value
_LAYOFF_DAYS = evidence.LAYOFF_DAYS.value
_MOST_REPS = evidence.BELIEVED_REPS.value


_NOT_ASKED = Level(0.0, 0.0)  # without a layoff nothing is made of the level before


class HeldOut(NamedTuple):
    """A session held out because it looks like a typing error, until the next one decides."""

    on: date
    log_kg: float


class LiftState(NamedTuple):
    """Everything remembered of a lift; its size does not grow with the history.

    `capped` is how many sessions running stopped at their target, `expected` the level before the
    last day, `jump` the last sudden change of level that no layoff explains. `known` is what the
    lift that this one varies told of it before it began, `record` how often it was practised.

    A named tuple, because one is built per session: a frozen dataclass takes four times as long.
    """

    exercise: Exercise
    lifter: Lifter
    steps: tuple[float, float, float]
    bodyweight_kg: float
    bodyweight_known: bool
    known: Known | None = None
    sessions: int = 0
    last_on: date | None = None
    bank: Bank | None = None
    habit: Habit = Habit()
    course: Course | None = None
    strain: Strain = Strain()
    rhythm: Rhythm = Rhythm()
    capped: int = 0
    held: HeldOut | None = None
    holds: int = 0
    expected: float | None = None
    jump: Jump | None = None
    record: PracticeRecord = PracticeRecord()


def start(exercise: Exercise, lifter: Lifter, known: Known | None = None) -> LiftState:
    """Return the state of a lift before its first session.

    `known` is what the lift that this one varies tells of it, see `kinship.known`.
    """
    return LiftState(
        exercise,
        lifter,
        trend.learning_steps(exercise.complexity),
        bodyweight_for(None, lifter),
        lifter.bodyweight_kg is not None,
        known,
        record=begun(exercise, lifter.experience),
    )


def update(state: LiftState, day: ExerciseDay) -> LiftState:
    """Return the state after one day; days must come in order (ValueError otherwise).

    A day that tells no strength counts as training all the same, one without a work set not at
    all. Nothing later than `day` is ever used.
    """
    made = _updated(state, day)
    if state.exercise.complexity not in COMPLEX or (made is state and measurable(state.exercise)):
        return made
    doubtful = made.held is not None and made.held.on == day.on
    quota = partial(practice_sessions, state.exercise, state.known)
    return LiftState._make((*made[:-1], after_day(state.record, day, quota, doubtful)))


def _updated(state: LiftState, day: ExerciseDay) -> LiftState:
    bodyweight = day.bodyweight_kg or state.bodyweight_kg
    seen = observe(day, state.exercise, bodyweight, state.expected)
    if seen is None:
        return _trained(state, day)
    if day.bodyweight_kg:
        state = state._replace(bodyweight_kg=bodyweight, bodyweight_known=True)
    if state.bank is None or state.last_on is None:
        return _first(state, day, seen)
    days = (day.on - state.last_on).days
    if days < 0:
        raise ValueError(f"{day.on} comes before {state.last_on}, the last day seen")
    return _next(state, day, seen, float(days))


def _trained(state: LiftState, day: ExerciseDay) -> LiftState:
    """Return the state after a day whose work sets tell no strength: too many repetitions, none."""
    if state.bank is None or state.last_on is None or day.on <= state.last_on:
        return state
    if not any(_was_tried(entry, state) for entry in day.sets):
        return state
    days = float((day.on - state.last_on).days)
    loss = layoff.expected_loss(days, day.muscle_gap_days)
    return state._replace(
        last_on=day.on,
        rhythm=_rhythm(state, day, days),
        bank=trend.advance(state.bank, state.steps, days, loss),
    )


def _was_tried(entry: LoggedSet, state: LiftState) -> bool:
    """Tell whether a work set moved, or tried to move, a load that can be."""
    if entry.kind not in WORK_KINDS or entry.reps is None:
        return False
    moved = moved_kg(entry.load_kg, state.exercise, state.bodyweight_kg)
    return moved is not None and entry.reps <= _MOST_REPS


def _first(state: LiftState, day: ExerciseDay, seen: DayStrength) -> LiftState:
    prior = variation.prior_of(state.exercise, state.lifter.experience, state.known)
    stopped = seen.capped and seen.extra_reps == _RESERVE_UNKNOWN
    begins = seen.log_kg + (_FIRST_RESERVE if stopped else 0.0)
    return state._replace(
        sessions=1,
        last_on=day.on,
        bank=trend.first(prior, begins, seen.sd * seen.sd),
        habit=habits.begin(seen),
        course=Course(day.on, begins, begins),
        strain=phase.strain_after(Strain(), 0.0, 0.0, day.hard_sets_muscle_7d, day.check_in),
        capped=int(seen.capped),
        expected=begins,
    )


def _next(state: LiftState, day: ExerciseDay, seen: DayStrength, days: float) -> LiftState:
    assert state.bank is not None
    loss = layoff.expected_loss(days, day.muscle_gap_days)
    log_kg, variance = seen[0], seen[1] * seen[1]
    if not seen.capped and habits.could_do_more(state.habit, seen):
        seen = seen._replace(capped=True)
    if seen.capped:
        before = trend.level(trend.advance(state.bank, state.steps, days, loss))
        shown = habits.last_believed(state.habit.past).best_log_kg
        lowest = shown if shown < before.mean else before.mean  # targets met prove no more
        if log_kg - lowest > -_GATE_MAX and log_kg - before.mean < _GATE_MIN:
            log_kg, variance = trend.at_least(before, log_kg, _BOUND_VARIANCE)
    bank, level = trend.step(state.bank, state.steps, days, loss, log_kg, variance)
    error = log_kg - level[0]
    if abs(error) > _GATE_MIN and _surprising(error, level[1] + variance + SESSION_VARIANCE):
        return _surprised(state, day, seen, level, _Move(days, loss, log_kg, variance))
    habit = habits.learn(state.habit, level, seen, loss[0])
    return _learned(state, day, days, bank, habit, level[0], seen)


class _Move(NamedTuple):
    """What moves a bank on to a session, in the order in which `trend.step` takes it."""

    days: float
    loss: Loss
    log_kg: float
    variance: float


def _surprised(
    state: LiftState, day: ExerciseDay, seen: DayStrength, level: Level, move: _Move
) -> LiftState:
    """Return the state after a day far from the `level` expected.

    After a layoff more was lost; a second day like it confirms a jump; a first one is held out,
    as long as not too many were.
    """
    assert state.bank is not None
    days, loss, log_kg, _ = move
    error = log_kg - level.mean
    if -_GATE_MAX < error < 0.0 and _after_layoff(day, days):
        move = move._replace(loss=Loss(loss.mean, loss.variance + error * error))
    elif state.held is not None and abs(log_kg - state.held.log_kg) < _GATE_AGREE:
        return _jumped(state, day, seen, level, move, state.held)
    elif state.holds < _GATE_FREE + _GATE_SHARE * state.sessions:
        return _hold(state, day, seen, move)
    bank, _ = trend.step(state.bank, state.steps, *move)
    habit = habits.learn(state.habit, level, seen, loss.mean)
    return _learned(state, day, days, bank, habit, level.mean, seen)


def _jumped(
    state: LiftState, day: ExerciseDay, seen: DayStrength, level: Level, move: _Move, held: HeldOut
) -> LiftState:
    """Return the state moved along with a jump, which is no gain and no loss."""
    assert state.bank is not None
    assert state.course is not None
    error, expected = move.log_kg - level.mean, 0.5 * (held.log_kg + move.log_kg)
    bank, _ = trend.step(trend.widen(state.bank, error * error), state.steps, *move)
    habit = habits.learn(habits.accept(state.habit), level, seen, move.loss.mean)
    size, course = expected - level.mean, state.course
    course = course._replace(
        began_level=course.began_level + size, usual_level=course.usual_level + size
    )
    rhythm = layoff.moved(state.rhythm, size)
    state = state._replace(course=course, jump=Jump(held.on, size), rhythm=rhythm)
    return _learned(state, day, move.days, bank, habit, expected, seen)


def _surprising(error: float, variance: float) -> bool:
    """Tell whether a day is too far off; where hardly anything is known, not much is."""
    sd = sqrt(variance)
    return abs(error) > min(max(_GATE_MAX, _GATE_UNSURE * sd), _GATE_SD * sd)


def _after_layoff(day: ExerciseDay, days: float) -> bool:
    """Tell whether the day is the first after a layoff: what is missing then was lost in it."""
    gap = day.muscle_gap_days
    return days >= _LAYOFF_DAYS and (gap is None or gap >= _LAYOFF_DAYS)


def _hold(state: LiftState, day: ExerciseDay, seen: DayStrength, move: _Move) -> LiftState:
    """Hold the day's result out of every estimate; that there was training still counts."""
    assert state.bank is not None
    return state._replace(
        last_on=day.on,
        rhythm=_rhythm(state, day, move.days),
        bank=trend.advance(state.bank, state.steps, move.days, move.loss),
        held=HeldOut(day.on, seen.log_kg),
        holds=state.holds + 1,
        habit=habits.hold(state.habit, seen),
    )


def _learned(
    state: LiftState,
    day: ExerciseDay,
    days: float,
    bank: Bank,
    habit: Habit,
    expected: float,
    seen: DayStrength,
) -> LiftState:
    """Return the state with what a session taught; `expected` is log kg before it."""
    surprise = seen.log_kg - expected
    if seen.capped and surprise < 0.0:
        surprise = 0.0  # the day stopped at its target; more was possible
    rhythm = _rhythm(state, day, days)
    return LiftState._make((  # in the order of the fields; by name it takes four times as long
        *state[:6], state.sessions + 1, day.on, bank, habit,
        _course(state, day.on, days, bank, rhythm),
        phase.strain_after(state.strain, days, surprise, day.hard_sets_muscle_7d, day.check_in),
        rhythm, state.capped + 1 if seen.capped else 0, None, state.holds, expected, state.jump,
        state.record,
    ))  # fmt: skip


def _rhythm(state: LiftState, day: ExerciseDay, days: float) -> Rhythm:
    assert state.bank is not None
    level = trend.level(state.bank) if days >= _LAYOFF_DAYS else _NOT_ASKED
    return layoff.rhythm_after(state.rhythm, day.on, days, day.muscle_gap_days, level)


def _course(state: LiftState, on: date, days: float, bank: Bank, rhythm: Rhythm) -> Course:
    """Return the course after a session; a levelling off that has stood for long is final.

    While strength returns after a layoff none is called or taken back.
    """
    assert state.course is not None
    sessions, level_now = state.sessions + 1, trend.middle(bank)
    course = phase.usual_after(state.course, sessions, days, level_now)
    since = course.levelled_off_on
    final = since is not None and (on - since).days > _FINAL_DAYS
    if final or rhythm.pause_days >= _LAYOFF_DAYS:
        return course
    gain = phase.monthly_gain(bank, state.steps, rhythm.days_between)
    weeks = (on - course.began_on).days / 7.0
    p_level = phase.levelled(gain, weeks)
    return phase.follow(course, on, sessions, level_now, p_level)
