"""What the sheet of a week has on paper: its loads as far as clearances and limits allow them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, TypeAlias

from planner.coach import kept_back, loads, printed_loads, session_rows, typing_back
from planner.coach.entry import SetRow
from planner.coach.kept_back import KeptBack, Why
from planner.coach.sheet_rows import FREE_BOXES
from planner.engine.terms import (
    SUSPECT,
    Exercise,
    LoadKind,
    LoggedExercise,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    SetKind,
)

Days: TypeAlias = Mapping[str, date]  # by the uids of sessions, whose limits each comes under


def printed(
    week: Microcycle, days: Iterable[tuple[PlannedSession, date]], basis: loads.LoadBasis
) -> Microcycle:
    """Return a week as its sheet has it, by the day whose limits each session comes under."""
    return _under({made.uid: on for made, on in days}, week, basis)


def as_printed(
    week: Microcycle, check: str, done_on: Iterable[date], basis: loads.LoadBasis
) -> tuple[Microcycle, Days | None]:
    """Return a stored week with the loads of its printed sheet, and whose limits they keep to.

    What was logged since moves no load of it, least of all what was `done_on` days of the week
    itself. Without a printing of that check the loads are those of now, and the limits None.
    """
    for each in printed_loads.bases(week, done_on, basis):
        made = loads.week_by_percent(week, each)
        if (known := limits_of(made, check, basis)) is not None:
            return made, known
    return loads.week_by_percent(week, basis), None


def limits_of(week: Microcycle, check: str, basis: loads.LoadBasis) -> Days | None:
    """Return the days whose limits the loads of a printed sheet keep to, by the check of its code.

    An empty mapping where it was printed before there was a limit, None where the numbers on it are
    not known any more. Without a check they are the days of the plan.
    """
    known = _printings(week, basis.today)
    if not check:
        return next(known)
    return next((d for d in known if typing_back.check(_under(d, week, basis)) == check), None)


def with_room(week: Microcycle) -> Microcycle:
    """Return a week with the boxes that a sheet usually has, where nobody knows how many it had."""
    sessions = (
        replace(made, exercises=tuple(map(_with_room, made.exercises))) for made in week.sessions
    )
    return replace(week, sessions=tuple(sessions))


def _with_room(planned: PlannedExercise) -> PlannedExercise:
    work = [entry for entry in planned.sets if entry.kind is not SetKind.WARMUP]
    more = work[-1:] * (FREE_BOXES - len(work))
    return replace(planned, sets=(*planned.sets, *more))


def _printings(week: Microcycle, today: date) -> Iterator[Days]:
    """Yield how the sheet may have been printed: ahead, with days overdue, before any limit."""
    yield {made.uid: week.starts_on + timedelta(days=made.day) for made in week.sessions}
    yield {made.uid: on for made, on in kept_back.days(week, (), today)}
    yield {}


def _under(days: Days, week: Microcycle, basis: loads.LoadBasis) -> Microcycle:
    def shown(made: PlannedExercise, on: date) -> PlannedExercise:
        found = kept_back.kept(made, on, basis)
        return made if found is None else found.shown

    def session(made: PlannedSession) -> PlannedSession:
        on = days.get(made.uid)
        kept = made.exercises if on is None else tuple(shown(each, on) for each in made.exercises)
        return replace(made, exercises=kept)

    return replace(week, sessions=tuple(map(session, week.sessions)))


def marked(row: SetRow, planned: SetRow, kept: KeptBack | None, exercise: Exercise) -> SetRow:
    """Return a row that tells how its planned load is kept back.

    `planned` is the row with the load of the plan. A load that nobody printed has to be typed. One
    that was done stands: it was on a sheet printed before the pain for which it is off it now.
    """
    if kept is not None and kept.why is Why.PAIN and _is_done(planned):
        return planned
    held = kept is not None and kept.held
    asks = held and exercise.load_kind not in (LoadKind.NONE, LoadKind.BODYWEIGHT)
    lowered = planned.target and row.target and planned.target.load_kg != row.target.load_kg
    return replace(row, capped=bool(lowered) and not held, asks_load=asks)


def _is_done(planned: SetRow) -> bool:
    """Say whether a row's set was done with the load that was planned for it."""
    done, target = planned.logged, planned.target
    if done is None or target is None or target.load_kg is None:
        return False
    return done.load_kg == target.load_kg


def limit(
    slot: LoggedExercise | None, slug: str, on: date, basis: loads.LoadBasis
) -> dict[str, Any]:
    """Return the fields of a row that have the limit of an exercise on a day.

    What is in doubt is not meant yet.
    """
    sets = slot.sets if slot is not None else ()
    meant = [entry for entry in sets if SUSPECT not in entry.flags]
    return session_rows.limit(slug, on, meant, basis)
