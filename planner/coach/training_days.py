"""Train on other days from a week of a block on: first as a preview, then as one write."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias

from planner.coach.progressing import write_week
from planner.engine import training_days, volume
from planner.engine.copies import copied
from planner.engine.terms import Exercise, Microcycle, PlannedSession
from planner.engine.training_days import (
    MuscleChange as MuscleChange,
    Place,
    Rearranged as Rearranged,
)
from planner.language import tr
from planner.storage import clients, library, plan, rows

_Made: TypeAlias = tuple[Microcycle, Rearranged]


@dataclass(frozen=True, slots=True)
class OtherDays:
    """What becomes of the weeks that change, in order; `begun` cannot, and are left as they are.

    `same` are those that would be what they are. `minutes_before` is how long the longest session
    of the `first` week takes now; `names` are those of the exercises, by slug. The days before
    today of week `running` stay; what becomes of it is told of the days left.
    """

    weeks: tuple[_Made, ...]
    same: tuple[_Made, ...]
    begun: tuple[int, ...]
    minutes_before: int
    names: Mapping[str, str]
    running: int | None = None

    @property
    def first(self) -> Rearranged | None:
        """The first whole week that changes, else what is left of one, else one that is the same.

        None when no week is left.
        """
        shown = _shown(self.weeks, self.same, self.running)
        return shown[1] if shown is not None else None


def trained_days(week_id: int) -> tuple[int, ...]:
    """Return the days of a week that have a session, 0-based."""
    return training_days.trained_days(plan.week(week_id).sessions)


def preview(week_id: int, days: Sequence[int], most_minutes: int | None, today: date) -> OtherDays:
    """Return a week and those after it trained on other days; nothing is written.

    Weeks that are over or have a session that is done are left as they are, and so are weeks too
    short for the days; where the days are those of the week already, only sessions that take too
    long change. Of the week that runs only the days from today on change. Later weeks are like the
    first whole one that changes. `days` count from 0.
    """
    exercises = library.by_slug()
    kept = tuple(days) == trained_days(week_id)
    found, same, begun = list[_Made](), list[_Made](), list[int]()
    like: Place = {}
    for week in _from(week_id):
        since = _since(week, today)
        sessions, on = _left(week, since), _days_left(week, since, None if kept else days)
        if _is_fixed(week, () if kept else days, today) or (sessions and not on):
            begun.append(week.number)
        elif sessions:
            made = training_days.rearrange(
                sessions, on, exercises, most_minutes, like, tr(training_days.DAY_NAME)
            )
            like = like or ({} if since else made.place)
            is_same = made.sessions == tuple(map(copied, sessions))
            (same if is_same else found).append((week, made))
    running = next((week.number for week, _ in found if _since(week, today)), None)
    longest = _longest(_shown(found, same, running), exercises, today)
    names = {slug: exercise.name for slug, exercise in exercises.items()}
    return OtherDays(tuple(found), tuple(same), tuple(begun), longest, names, running)


def _longest(shown: _Made | None, exercises: Mapping[str, Exercise], today: date) -> int:
    sessions = _left(shown[0], _since(shown[0], today)) if shown is not None else ()
    return max([volume.session_minutes(each, exercises) for each in sessions], default=0)


def _shown(weeks: Sequence[_Made], same: Sequence[_Made], running: int | None) -> _Made | None:
    whole = [made for made in weeks if made[0].number != running]
    return next(iter((*whole, *weeks, *same)), None)


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


def _days_left(week: Microcycle, since: int, days: Sequence[int] | None) -> Sequence[int]:
    """Return the days from one on that a week's sessions go to; None: those that they have.

    Where the days are as many as before, each session keeps its place among them.
    """
    trained = training_days.trained_days(week.sessions)
    left = [day for day in trained if day >= since]
    if days is None:
        return left
    there = [day for day in days if day >= since]
    return there[-len(left) :] if left and len(days) == len(trained) else there


def _is_fixed(week: Microcycle, days: Sequence[int], today: date) -> bool:
    over = week.starts_on + timedelta(days=week.days) <= today
    begun = bool(plan.done_in_week(rows.found(week.id, week.number)))
    return over or begun or max(days, default=0) >= week.days
