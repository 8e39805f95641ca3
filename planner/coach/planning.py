"""Plan weeks: mesocycles, sessions and prescriptions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial

from planner.coach import (
    adherence,
    filling,
    kept_back,
    load_guard,
    loads,
    lowering,
    practice_marks,
    readings,
    scope,
    sheet_notes,
    sheet_paper,
    suiting,
    switches,
    too_soon,
)
from planner.coach.adherence import NOTHING_DUE, Kept
from planner.coach.changing import lowered_later as lowered_later
from planner.coach.easing import (
    Postponed as Postponed,
    lightened as lightened,
    postponed as postponed,
)
from planner.coach.filling import (
    add_usual_exercise as add_usual_exercise,
    fill_loads as fill_loads,
)
from planner.coach.kept_back import KeptBack
from planner.coach.load_guard import Jump as Jump
from planner.coach.lowering import lower_loads as lower_loads
from planner.coach.prescription import (
    Prescription as Prescription,
    parse_prescription as parse_prescription,
)
from planner.coach.prescription_spoken import spoken as spoken
from planner.coach.prescription_words import (
    load_with_unit as load_with_unit,
    load_words as load_words,
    no_load as no_load,
    prescription_source as prescription_source,
    prescription_text as prescription_text,
)
from planner.coach.programs import (
    Program as Program,
    can_join as can_join,
    start_program as start_program,
    weeks_left_out as weeks_left_out,
)
from planner.coach.scope import Scope
from planner.coach.suggesting import (
    suggestions as suggestions,
)
from planner.coach.way_back import (
    back_by as back_by,
    eased as eased,
    hardest_kg as hardest_kg,
)
from planner.engine import volume
from planner.engine.terms import (
    Exercise,
    Experience,
    Mesocycle,
    Microcycle,
    PlannedExercise,
    Reading,
)
from planner.language import tr
from planner.storage import library, plan, ruling


@dataclass(frozen=True, slots=True)
class WeekSummary:
    """A week in the strip of the mesocycle.

    `hard_sets` counts what is planned in the whole week, `kept` tells what was done up to today.
    """

    id: int
    number: int
    starts_on: date
    deload: bool
    hard_sets: float
    done: bool
    current: bool
    kept: Kept = NOTHING_DUE


@dataclass(frozen=True, slots=True)
class MuscleVolume:
    """Hard sets of a muscle group in the week against the lifter's range.

    From `keep` sets on, a muscle keeps what it has; `jump` is set where the week has many more
    than the last ones.
    """

    group: str
    sets: float
    low: float
    high: float
    keep: float
    jump: Jump | None = None


@dataclass(frozen=True, slots=True)
class PlanView:
    """What the planner tab shows: one week of one mesocycle.

    `done` maps a planned session's id to the logged session's id, `under_way` has those of them
    whose log is still open; `minutes` estimates a planned
    session's length; `readings` and `exercises` are keyed by slug. `open_lifts` are the lifts
    planned from this week on that lack a load which the log can tell; `minded` says by the id
    of a line whose exercise may not suit the lifter, or needs what is not there; somebody set a
    limit to those in `limited`, for the day of the line. `taken_by` names the
    block that has days of this week that are planned here, too; '' when none has. `practice` says
    by the id of a line which session of a practice it is, and its load at most; `hurt` whose lift
    hurt badly last time. `limits` are
    those of the week's days that are words alone. `kept_back` tells, by the id of a line, what is
    shown in place of loads that wait for a clearance or are over a limit; `over_limit` are the
    lifts of the block that are over one. The week is `printed` so on its sheet.
    """

    mesocycle: Mesocycle
    weeks: tuple[WeekSummary, ...]
    week: Microcycle
    done: Mapping[int, int]
    minutes: Mapping[int, int]
    hard_sets: tuple[MuscleVolume, ...]
    readings: Mapping[str, Reading]
    exercises: Mapping[str, Exercise]
    open_lifts: tuple[str, ...] = ()
    minded: Mapping[int, str] = field(default_factory=dict)
    limited: frozenset[int] = frozenset()
    taken_by: str = ""
    re_entry: bool = False
    under_way: frozenset[int] = frozenset()
    practice: Mapping[int, str] = field(default_factory=dict)
    limits: str = ""
    kept_back: Mapping[int, KeptBack] = field(default_factory=dict)
    over_limit: tuple[str, ...] = ()
    printed: Microcycle | None = None
    hurt: Mapping[int, str] = field(default_factory=dict)


# reads
def view(lifter_id: int, on: date, today: date, week_id: int | None = None) -> PlanView | None:
    """Return the plan around a day, or the given week; None when the lifter has no plan.
    LookupError when the week is gone, or another lifter's."""
    block = _block(lifter_id, on, week_id)
    if block is None or not block.weeks:
        return None
    basis = loads.LoadBasis(lifter_id, today)
    week = loads.week_by_percent(_shown_week(block, on, week_id), basis)
    done, under_way = plan.done(lifter_id), plan.under_way(lifter_id, today)
    finished = {key: at for key, at in done.items() if key not in under_way}
    to_do = list(kept_back.days(week, finished, today))
    lines = kept_back.lines(week, finished, basis)
    kept = adherence.by_week(lifter_id, block, today)
    exercises = library.by_slug()
    return PlanView(
        mesocycle=block,
        weeks=tuple(map(partial(_summary, finished.keys(), today), block.weeks, kept)),
        week=week,
        done=done,
        minutes={
            s.id: volume.session_minutes(s, exercises) for s in week.sessions if s.id is not None
        },
        hard_sets=volumes(week, exercises, basis.lifter.experience, _jumps(week, basis)),
        readings=readings.readings(lifter_id, today),
        exercises=exercises,
        open_lifts=filling.open_lifts(block, done, basis),
        minded=_minded(lines, basis),
        limited=frozenset(
            made.id or 0 for made, known in lines if known.of(exercises[made.exercise])
        ),
        taken_by=_taken_by(block, week),
        re_entry=_is_re_entry(lifter_id, week, today),
        practice=practice_marks.of_week(block, week.id, done, basis),
        under_way=under_way,
        limits=_notes(week, lines, basis),
        kept_back=lowering.kept_back_in(week, finished, basis),
        over_limit=lowering.over_limit(block, done, basis),
        printed=sheet_paper.printed(week, kept_back.days(week, done, today), basis),
        hurt=too_soon.of_week(to_do, finished, basis),
    )


def _block(lifter_id: int, on: date, week_id: int | None) -> Mesocycle | None:
    if week_id is None:
        return plan.mesocycle_on(lifter_id, on)
    return plan.mesocycle(plan.block_of(lifter_id, week_id))


def _is_re_entry(lifter_id: int, week: Microcycle, today: date) -> bool:
    """Tell a re-entry week, but where the line of the day says it: on its days of training."""
    days = {week.starts_on + timedelta(days=made.day) for made in week.sessions}
    if today in days and switches.is_on(lifter_id, switches.Switch.VERDICT):
        return False
    trained = [on for on, *_ in readings.trained(lifter_id)]
    return sheet_notes.begins_again(lifter_id, trained, week, today)


def _notes(
    week: Microcycle, lines: Iterable[tuple[PlannedExercise, Scope]], basis: loads.LoadBasis
) -> str:
    """Say the limits on all training of the week's days; of its first day while it is empty."""
    known = [each for _, each in lines] or [basis.quiet(max(week.starts_on, basis.today)).scope]
    return scope.for_all(scope.joined(known), basis.lifter.unit)


def _minded(
    lines: Iterable[tuple[PlannedExercise, Scope]], basis: loads.LoadBasis
) -> dict[int, str]:
    found = dict[int, str]()
    for made, known in lines:
        suits = suiting.minding(basis.exercises[made.exercise], basis.lifter, known)
        found[made.id or 0] = " · ".join(filter(None, (_asked_first(made, basis), suits)))
    return {number: words for number, words in found.items() if words}


def _asked_first(made: PlannedExercise, basis: loads.LoadBasis) -> str:
    """Say why a line has no load where a question about its loads is open; '' where it is not."""
    has_load = any(entry.load_kg is not None for entry in made.sets)
    asks = not has_load and basis.asks_first(made.exercise)
    return tr("no load until the question about its loads is answered") if asks else ""


def _taken_by(block: Mesocycle, week: Microcycle) -> str:
    taken = ruling.days_taken(block.id) if block.id is not None else {}
    days = [week.starts_on + timedelta(days=session.day) for session in week.sessions]
    return next((taken[on].name for on in days if on in taken), "")


def mesocycles(lifter_id: int) -> list[Mesocycle]:
    """List the lifter's mesocycles without their weeks, newest first."""
    return plan.mesocycles(lifter_id)


def _shown_week(block: Mesocycle, on: date, week_id: int | None) -> Microcycle:
    for week in block.weeks:
        inside = week.starts_on <= on < week.starts_on + timedelta(days=week.days)
        if week.id == week_id or (week_id is None and inside):
            return week
    return next((week for week in block.weeks if week.starts_on > on), block.weeks[-1])


def _summary(done: Set[int], today: date, week: Microcycle, kept: Kept) -> WeekSummary:
    if week.id is None:
        raise LookupError("a week that is not stored")
    sets = sum(volume.hard_sets(e.sets) for made in week.sessions for e in made.exercises)
    ends_on = week.starts_on + timedelta(days=week.days)
    return WeekSummary(
        week.id,
        week.number,
        week.starts_on,
        week.deload,
        sets,
        done=bool(week.sessions) and all(session.id in done for session in week.sessions),
        current=week.starts_on <= today < ends_on,
        kept=kept,
    )


def _jumps(week: Microcycle, basis: loads.LoadBasis) -> tuple[Jump, ...]:
    ends_on = week.starts_on + timedelta(days=week.days)
    return load_guard.lately(basis.lifter_id, basis.today, ends_on).jumps(week)


def volumes(
    week: Microcycle,
    exercises: Mapping[str, Exercise],
    experience: Experience,
    jumps: Iterable[Jump] = (),
) -> tuple[MuscleVolume, ...]:
    """Return the hard sets of each muscle group in a week, in display order.

    `jumps` are the groups that the week asks much more of than the last ones.
    """
    told = {jump.group: jump for jump in jumps}
    wanted = volume.weekly_range(experience)
    work = [
        (exercises[made.exercise], volume.hard_sets(made.sets))
        for session in week.sessions
        for made in session.exercises
    ]
    sets = volume.group_sets(work)
    return tuple(
        MuscleVolume(group, sets[group], wanted.low, wanted.high, wanted.keep, told.get(group))
        for group in sets
    )
