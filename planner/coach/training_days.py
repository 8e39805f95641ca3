"""Train on other days from a week of a block on: first as a preview, then as one write."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from planner.coach.progressing import write_week
from planner.engine import training_days, volume
from planner.engine.terms import Microcycle, PlannedSession
from planner.engine.training_days import (
    MuscleChange as MuscleChange,
    Place,
    Rearranged as Rearranged,
)
from planner.storage import clients, library, plan, rows


@dataclass(frozen=True, slots=True)
class OtherDays:
    """What becomes of the weeks that can change, in order; `begun` are left as they are.

    `names` are those of the exercises, by slug. The days before today of week `running` stay; what
    becomes of it is told of the days left.
    """

    weeks: tuple[tuple[Microcycle, Rearranged], ...]
    begun: tuple[int, ...]
    minutes_before: int
    names: Mapping[str, str]
    running: int | None = None

    @property
    def first(self) -> Rearranged | None:
        """The first whole week that changes, else what is left of one; None when none does."""
        whole = [made for week, made in self.weeks if week.number != self.running]
        return next(iter((*whole, *(made for _, made in self.weeks))), None)


def trained_days(week_id: int) -> tuple[int, ...]:
    """Return the days of a week that have a session, 0-based."""
    return tuple(sorted({session.day for session in plan.week(week_id).sessions}))


def preview(week_id: int, days: Sequence[int], most_minutes: int | None, today: date) -> OtherDays:
    """Return a week and those after it trained on other days; nothing is written.

    Weeks that are over or have a session that is done are left as they are, and so are weeks too
    short for the days. Of the week that runs only the days from today on change. Later weeks are
    like the first whole one that changes. `days` count from 0.
    """
    exercises, found = library.by_slug(), list[tuple[Microcycle, Rearranged]]()
    begun: list[int] = []
    like: Place = {}
    for week in _from(week_id):
        since = _since(week, today)
        sessions, left = _left(week, since), [day for day in days if day >= since]
        if _is_fixed(week, days, today) or (sessions and not left):
            begun.append(week.number)
        elif sessions:
            made = training_days.rearrange(sessions, left, exercises, most_minutes, like)
            like = like or ({} if since else made.place)
            found.append((week, made))
    sessions = found[0][0].sessions if found else ()
    longest = max([volume.session_minutes(each, exercises) for each in sessions], default=0)
    names = {slug: exercise.name for slug, exercise in exercises.items()}
    running = next((week.number for week, _ in found if _since(week, today)), None)
    return OtherDays(tuple(found), tuple(begun), longest, names, running)


def change_days(
    lifter_id: int, week_id: int, days: Sequence[int], most_minutes: int | None, today: date
) -> int:
    """Write what the preview shows; return how many weeks changed."""
    lifter = clients.lifter(lifter_id)
    made = preview(week_id, days, most_minutes, today)
    for week, new in made.weeks:
        key, since = rows.found(week.id, week.number), _since(week, today)
        write_week(key, new.sessions, lifter, since)
    return len(made.weeks)


def _from(week_id: int) -> Sequence[Microcycle]:
    block = plan.mesocycle(plan.mesocycle_of(week_id))
    place = next(n for n, week in enumerate(block.weeks) if week.id == week_id)
    return block.weeks[place:]


def _since(week: Microcycle, today: date) -> int:
    """Return the first day of a week that is not over, counted from its first."""
    return max(0, (today - week.starts_on).days)


def _left(week: Microcycle, since: int) -> Sequence[PlannedSession]:
    return [session for session in week.sessions if session.day >= since]


def _is_fixed(week: Microcycle, days: Sequence[int], today: date) -> bool:
    over = week.starts_on + timedelta(days=week.days) <= today
    begun = bool(plan.done_in_week(rows.found(week.id, week.number)))
    return over or begun or max(days, default=0) >= week.days
