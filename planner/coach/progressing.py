"""Build the weeks after a week by a rule of progression: first as a preview, then as one write."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from planner.coach import load_guard, loads
from planner.coach.load_guard import Jump
from planner.engine import week_figures, weekly_progress
from planner.engine.terms import Exercise, Lifter, Microcycle, PlannedSession
from planner.engine.week_figures import WeekFigures as WeekFigures
from planner.engine.weekly_progress import Harder as Harder, Progress as Progress
from planner.storage import clients, library, plan, rows


@dataclass(frozen=True, slots=True)
class BuiltWeek:
    """A week as it would be; `own` names what it has now and would lose.

    `kept` weeks stay as they are: they are over, have begun, or keep what they have. `load` is
    what the lifts move against the first week, on average (1.0 is the same), None without loads;
    `rise` what the rule asks for before it is rounded to what can be loaded. `at_most` names the
    exercises whose percentage stops at what its repetitions and reserve allow.
    """

    week: Microcycle
    figures: WeekFigures
    load: float | None
    jumps: tuple[Jump, ...]
    own: tuple[str, ...] = ()
    kept: bool = False
    rise: float | None = None
    at_most: tuple[str, ...] = ()


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
    built = weekly_progress.following(first, later, progress, exercises, lifter)
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
        )
        for week, own, kept, rise in zip(weeks, names, keeps, asked, strict=True)
    ]  # fmt: skip


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
        typed = tuple(loads.typed(each, lifter) for each in made.exercises)
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
