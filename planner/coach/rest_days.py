"""Put a rest day into a block, or take one out: what comes after moves by a day.

The law: the sessions that move keep their order and the days between them. Sessions that are done
stay where they are. Weeks keep their length: what leaves one goes to the first day of the next,
or to the last of the one before; after the last week one is added. Where days are left out between
two weeks, the week at the gap grows by the day instead. A last week that loses its last session
by a day taken out is taken out, too.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from planner.coach.in_sight import in_sight
from planner.coach.refused import Refused
from planner.engine.terms import N_, Mesocycle, Microcycle, PlannedSession
from planner.language import tr
from planner.storage import plan, plan_order, rows

DAY = timedelta(days=1)
NOTHING_AFTER = N_("Nothing is left to do from this day on, so nothing would move.")
NO_REST = N_("Only a day without a session can be taken out, and there is none here or before.")


@dataclass(frozen=True, slots=True)
class Placed:
    """A planned session on its day."""

    session: PlannedSession
    on: date
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Moved:
    """How many sessions moved, and what became of the weeks for it.

    A week was added for the last of them, or the last was left empty and is gone, or weeks at a
    gap, by number, are `longer` by a day.
    """

    sessions: int
    week_added: bool = False
    longer: tuple[int, ...] = ()
    week_gone: bool = False


def insert(week_id: int, day: int) -> Moved:
    """Put a rest day before a day of a week.

    Refused when nothing would move, or something under another block.
    """
    block = plan.mesocycle(plan.mesocycle_of(week_id))
    return _shift(block, plan.week(week_id).starts_on + day * DAY, 1)


def remove(week_id: int, day: int) -> Moved:
    """Take out a rest day, the one before where the day has a session.

    Refused as for `insert`, and when there is no such day in the block.
    """
    block = plan.mesocycle(plan.mesocycle_of(week_id))
    since = plan.week(week_id).starts_on + day * DAY
    taken = {placed.on for placed in _placed(block)}
    rest = since - DAY if since in taken else since
    if rest in taken or rest < block.weeks[0].starts_on:
        raise Refused(tr(NO_REST))
    moved = _shift(block, rest, -1)
    return replace(moved, week_gone=_drop_emptied(block))


def _drop_emptied(before: Mesocycle) -> bool:
    """Delete the last week when its sessions have just left it; say whether."""
    was = before.weeks[-1]
    if len(before.weeks) == 1 or not was.sessions or plan.week(was.id or 0).sessions:
        return False
    plan_order.delete_week(was.id or 0)
    return True


def shifted(
    placed: Collection[Placed], done: Collection[int], since: date, by: int
) -> list[Placed]:
    """Return sessions, in order, of which those from a day on that are not done move by a day.

    What moves on comes before, what moves back comes after, what is done on its new day.
    """
    made = [
        Placed(each.session, each.on + by * DAY, moved=True)
        if each.on >= since and each.session.id not in done
        else each
        for each in placed
    ]
    return sorted(made, key=lambda each: (each.on, each.moved == (by < 0)))


def housed(weeks: Sequence[Microcycle], days: Collection[date]) -> list[Microcycle]:
    """Return the weeks of a block with room for days that lie next to them at the most."""
    made = list(weeks)
    for on in sorted(days):
        if any(_holds(week, on) for week in made):
            continue
        if on >= _end(made[-1]):
            made.append(Microcycle(made[-1].number + 1, _end(made[-1]), days=made[-1].days))
        else:
            place = next(n for n, week in enumerate(made) if on in (_end(week), _eve(week)))
            made[place] = _longer(made[place], on)
    return made


def _longer(week: Microcycle, on: date) -> Microcycle:
    return replace(week, starts_on=min(on, week.starts_on), days=week.days + 1)


def _shift(block: Mesocycle, since: date, by: int) -> Moved:
    done = {key for week in block.weeks if week.id for key in plan.done_in_week(week.id)}
    made = shifted(_placed(block), done, since, by)
    if not any(each.moved for each in made):
        raise Refused(tr(NOTHING_AFTER))
    weeks = housed(block.weeks, {each.on for each in made})
    key = rows.found(block.id, block.name)
    with in_sight(key):
        for week in weeks:
            here = [each for each in made if _holds(week, each.on)]
            _store(key, week, week not in block.weeks, here)
    longer = [week.number for week, old in zip(weeks, block.weeks, strict=False) if week != old]
    return Moved(sum(each.moved for each in made), len(weeks) > len(block.weeks), tuple(longer))


def _store(mesocycle_id: int, week: Microcycle, new: bool, made: Sequence[Placed]) -> None:
    key = week.id if week.id is not None else plan.add_week(mesocycle_id, week)
    if new and week.id is not None:
        plan.update_week(week)
    days = [(each.session.id or 0, (each.on - week.starts_on).days) for each in made]
    plan_order.place_sessions(key, days)


def _placed(block: Mesocycle) -> list[Placed]:
    return [
        Placed(session, week.starts_on + session.day * DAY)
        for week in block.weeks
        for session in week.sessions
    ]


def _holds(week: Microcycle, on: date) -> bool:
    return week.starts_on <= on < _end(week)


def _end(week: Microcycle) -> date:
    """Return the day after a week's last."""
    return week.starts_on + week.days * DAY


def _eve(week: Microcycle) -> date:
    return week.starts_on - DAY
