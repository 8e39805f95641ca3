"""Build the weeks after a week by a rule of progression: first as a preview, then as one write."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from planner.coach import kept_back, load_guard, loads
from planner.coach.load_guard import Jump
from planner.coach.prescription_words import typed_exercise
from planner.engine import week_figures, weekly_progress
from planner.engine.terms import Exercise, Lifter, Microcycle, PlannedExercise, PlannedSession
from planner.engine.week_figures import WeekFigures as WeekFigures
from planner.engine.weekly_progress import Harder as Harder, Progress as Progress
from planner.storage import clients, library, plan, rows


@dataclass(frozen=True, slots=True)
class BuiltWeek:
    """A week as it would be; `own` names what it has now and would lose.

    `kept` weeks stay as they are: they are over, have begun, or keep what they have. `load` is
    what the lifts move against the first week, on average (1.0 is the same), None without loads;
    `rise` what the rule asks for before it is rounded to what can be loaded. `at_most` names the
    exercises whose percentage stops at what its repetitions and reserve allow, `held` those that
    stay where a clearance is waited for, or a limit allows no more.
    """

    week: Microcycle
    figures: WeekFigures
    load: float | None
    jumps: tuple[Jump, ...]
    own: tuple[str, ...] = ()
    kept: bool = False
    rise: float | None = None
    at_most: tuple[str, ...] = ()
    held: tuple[str, ...] = ()


def has_percentages(week: Microcycle) -> bool:
    """Tell whether a week asks for shares of e1RM."""
    sets = (entry for s in week.sessions for made in s.exercises for entry in made.sets)
    return any(entry.percent_e1rm is not None for entry in sets)


def preview(
    lifter_id: int, week_id: int, progress: Progress, replacing: bool, today: date
) -> list[BuiltWeek]:
    """Return a week and those after it as the rule makes them; nothing is written.

    Without `replacing`, weeks with sessions of their own keep them.
    """
    first, later = _weeks(week_id)
    lifter, exercises = clients.lifter(lifter_id), library.by_slug()
    rising = weekly_progress.following(first, later, progress, exercises, lifter)
    calm = weekly_progress.following(first, later, Progress(), exercises, lifter)
    basis = loads.LoadBasis(lifter_id, today)
    built = [_allowed(*pair, basis) for pair in zip(rising, calm, strict=True)]
    keeps = [True, *(_keeps(week, replacing, today) for week in later)]
    pairs = zip(later, built, keeps[1:], strict=True)
    weeks = [first, *(old if keep else new for old, new, keep in pairs)]
    last = weeks[-1].starts_on + timedelta(days=weeks[-1].days)
    lately = load_guard.lately(lifter_id, today, last).changed(weeks[1:])
    names = [(), *(tuple(dict.fromkeys(s.name for s in week.sessions)) for week in later)]
    asked = [None, *weekly_progress.rises(later, progress)]
    return [
        BuiltWeek(
            week, week_figures.figures(week),
            week_figures.load_share(first, week, exercises, lifter),
            lately.jumps(week), own, kept, None if kept else rise,
            () if kept else _at_most(week, progress, exercises),
            () if kept else _held(week, wanted, exercises),
        )
        for week, own, kept, rise, wanted in zip(
            weeks, names, keeps, asked, [first, *rising], strict=True
        )
    ]  # fmt: skip


def _allowed(rising: Microcycle, calm: Microcycle, basis: loads.LoadBasis) -> Microcycle:
    """Return a week that rises but for what waits for a clearance or is limited, and no load over
    what its limit allows; `calm` is the same week without any rise."""

    def allowed(on: date, risen: PlannedExercise, same: PlannedExercise) -> PlannedExercise:
        held = basis.quiet(on).held(risen.exercise) is not None
        within = not kept_back.is_capped(same, on, basis)
        return kept_back.lowered(same if held else risen, on, basis, reserve=within)

    def session(risen: PlannedSession, same: PlannedSession) -> PlannedSession:
        on = rising.starts_on + timedelta(days=risen.day)
        pairs = zip(risen.exercises, same.exercises, strict=True)
        return replace(risen, exercises=tuple(allowed(on, *pair) for pair in pairs))

    pairs = zip(rising.sessions, calm.sessions, strict=True)
    return replace(rising, sessions=tuple(session(*pair) for pair in pairs))


def _held(
    week: Microcycle, wanted: Microcycle, exercises: Mapping[str, Exercise]
) -> tuple[str, ...]:
    """Name the exercises of a week that would have become harder."""
    made, asked = (
        [each for session in one.sessions for each in session.exercises] for one in (week, wanted)
    )
    pairs = zip(made, asked, strict=True)
    slugs = dict.fromkeys(each.exercise for each, risen in pairs if each.sets != risen.sets)
    return tuple(exercises[slug].name for slug in slugs)


def _at_most(
    week: Microcycle, progress: Progress, exercises: Mapping[str, Exercise]
) -> tuple[str, ...]:
    stays = progress.harder is Harder.NOTHING or (
        progress.harder is Harder.LOAD and not progress.percentages
    )
    if stays or week.deload:
        return ()
    return tuple(exercises[slug].name for slug in weekly_progress.at_most([week], exercises))


def build(lifter_id: int, week_id: int, progress: Progress, replacing: bool, today: date) -> int:
    """Write what the preview shows; return how many weeks were built."""
    lifter, count = clients.lifter(lifter_id), 0
    for made in preview(lifter_id, week_id, progress, replacing, today):
        if not made.kept:
            write_week(rows.found(made.week.id, made.week.number), made.week.sessions, lifter)
            count += 1
    return count


def write_week(
    week_id: int, sessions: Sequence[PlannedSession], lifter: Lifter, since: int = 0
) -> None:
    """Let a week without anything done hold exactly these sessions from a day on."""
    for old in (made for made in plan.week(week_id).sessions if made.day >= since):
        plan.delete_planned_session(rows.found(old.id, old.name))
    for made in sessions:
        typed = tuple(typed_exercise(each, lifter.unit) for each in made.exercises)
        plan.add_planned_session(week_id, replace(made, exercises=typed))


def _weeks(week_id: int) -> tuple[Microcycle, list[Microcycle]]:
    block = plan.mesocycle(plan.mesocycle_of(week_id))
    place = next(n for n, week in enumerate(block.weeks) if week.id == week_id)
    return block.weeks[place], list(block.weeks[place + 1 :])


def _keeps(week: Microcycle, replacing: bool, today: date) -> bool:
    """Tell whether a week stays as it is."""
    over = week.starts_on + timedelta(days=week.days) <= today
    begun = bool(plan.done_in_week(rows.found(week.id, week.number)))
    return over or begun or (bool(week.sessions) and not replacing)
