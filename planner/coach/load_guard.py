"""Hold a planned week against the mean of the last ones, done as logged, planned as planned."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from planner.coach import readings, switches
from planner.coach.switches import Switch
from planner.engine import evidence, load_guard, volume
from planner.engine.load_guard import Jump as Jump, Work
from planner.engine.terms import Exercise, Microcycle
from planner.storage import library, plan_lists

_DAY = timedelta(days=1)
_SEEN = timedelta(weeks=evidence.JUMP_SEEN_WEEKS.value)


@dataclass(frozen=True, slots=True)
class Lately:
    """What was done up to today, and what is planned after it until some day.

    Where the lifter does not want to be told of jumps, there are none: `told` is False.
    """

    today: date
    work: Work
    exercises: Mapping[str, Exercise]
    told: bool = True

    def jumps(self, week: Microcycle) -> tuple[Jump, ...]:
        """Return the muscles of which a week asks much more than is usual; none of a past one."""
        if not self.told or week.starts_on + timedelta(days=week.days) <= self.today:
            return ()
        usual = load_guard.usual_sets(self.work, self.exercises, week.starts_on)
        planned = volume.group_sets((self.exercises[slug], n) for _, slug, n in planned_work(week))
        return tuple(load_guard.jumps(planned, usual, week.days))

    def changed(self, weeks: Collection[Microcycle]) -> Lately:
        """Return the same with the days to come of some weeks planned as they are given."""
        days = {on for week in weeks for on in _days(week) if on >= self.today}
        kept = [entry for entry in self.work if entry[0] not in days]
        new = [entry for week in weeks for entry in planned_work(week) if entry[0] in days]
        return replace(self, work=[*kept, *new])


def lately(lifter_id: int, today: date, until: date) -> Lately:
    """Return what was done, and what is planned, in the weeks that a week up to a day follows."""
    since = min(today, until) - 2 * _SEEN
    trained = readings.trained(lifter_id)
    first, end = (bisect_left(trained, on, key=_day_of) for on in (since, today + _DAY))
    done = trained[first:end]
    ahead = plan_lists.sets_ahead(lifter_id, today, until, evidence.HARD_RIR.value)
    told = switches.is_on(lifter_id, Switch.LOAD_GUARD)
    return Lately(today, [*done, *ahead], library.by_slug(), told)


def _day_of(entry: tuple[date, str, int]) -> date:
    return entry[0]


def planned_work(week: Microcycle) -> Work:
    """Return (day, slug, hard sets) of all that a week holds."""
    return [
        (week.starts_on + timedelta(days=session.day), made.exercise, volume.hard_sets(made.sets))
        for session in week.sessions
        for made in session.exercises
    ]


def _days(week: Microcycle) -> list[date]:
    return [week.starts_on + timedelta(days=number) for number in range(week.days)]
