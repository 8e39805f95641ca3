"""The rows of sets of an exercise in a session: what is done, and what is still to do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from planner.coach import (
    amounts,
    as_done,
    before_session,
    held_loads,
    kept_back,
    light_load,
    loads,
    replacing,
    row_order,
    scope,
)
from planner.coach.before_session import Before
from planner.coach.entry import SetRow, load_fields, load_from_kg
from planner.coach.light_load import LightLoad, is_own
from planner.coach.row_order import Target
from planner.engine import load_hold, plates
from planner.engine.same_load import easiest, is_harder
from planner.engine.target import LiftContext
from planner.engine.terms import (
    UNREAD,
    Exercise,
    LoadKind,
    LoggedExercise,
    LoggedSet,
    Phrase,
    PlannedExercise,
    Session,
    SetKind,
    Side,
    Unit,
)
from planner.storage import plan

_NO_LOAD = (LoadKind.NONE, LoadKind.BODYWEIGHT)


class Rows(NamedTuple):
    """The rows of an exercise, and what one `more` than them has when it is asked for; `welcome`
    says what to come back with after a pause, as the rows offer it."""

    rows: tuple[SetRow, ...]
    more: SetRow
    welcome: Phrase | None = None


def rows_of(
    slot: LoggedExercise,
    session: Session,
    planned: PlannedExercise | None,
    last: Sequence[LoggedSet],
    basis: loads.LoadBasis,
) -> Rows:
    """Return the rows of an exercise in a session, beside the sets of last time.

    A box of a sheet that could not be read is still to be filled. When another exercise took over
    in the middle, what was left to do stands there.
    """
    logged = _read(slot)
    exercise = basis.exercises[slot.exercise]
    before, worked = (
        as_done.without_warm_ups(sets, exercise, basis.lifter) for sets in (last, logged)
    )
    targets = left_to_do(slot, session, planned, basis)
    known = before_session.before(basis.lifter_id, slot.exercise, session.on)
    light = light_load.of_lift(slot.exercise, session.on, planned, basis, known)
    if light != light_load.AS_USUAL and _stands_in(slot):  # nobody planned these loads
        targets = [(each and loads.opened(each), kg) for each, kg in targets]
    rows = row_order.rows(targets, before, logged, worked, exercise.per_side, light.sets)
    *found, more = _with_loads(
        (*rows, _more(rows)), slot.exercise, session.on, logged, basis, light, known
    )
    closed = session.finished and not targets  # no empty row to fill by mistake
    if closed or taken_over(slot, session):
        found = [row for row in found if row.logged]
    says = _keeps_to(found, light, exercise)
    return Rows(tuple(found), more, light.headline if says else None)


def _keeps_to(rows: Sequence[SetRow], light: LightLoad, exercise: Exercise) -> bool:
    """Say whether the first row that nobody planned a load for offers no harder one than is said of
    a pause, and none is said over a limit."""
    free = (row for row in rows if row.logged is None and not is_own(row.target))
    row, kg = next(free, None), light.kg
    if row is None or kg is None:
        return row is not None and light.asks
    offered, limited = row.offered_kg, row.most_kg is not None and row.most_kg < kg
    return not limited and (offered is None or not is_harder(offered, kg, exercise))


def _more(rows: Sequence[SetRow]) -> SetRow:
    """Return a row for a set more than those of plan and last time: like the last of them."""
    like = rows[-1] if rows else SetRow(0, None, None, None, None)
    return replace(like, target=None, logged=None, side=Side.BOTH, sides=())


def _with_loads(
    rows: Iterable[SetRow],
    slug: str,
    on: date,
    logged: Sequence[LoggedSet],
    basis: loads.LoadBasis,
    light: LightLoad,
    before: Before | None,
) -> tuple[SetRow, ...]:
    """Return rows with what is known of their loads, and none that is not to be offered today."""
    known, limited = _known(slug, basis, before), limit(slug, on, logged, basis)
    if basis.exercises[slug].load_kind in _NO_LOAD:  # whatever another app logged
        known["suggested_kg"] = None
    exercise, unit = basis.exercises[slug], basis.lifter.unit
    held_kg = load_hold.held_today_kg(logged)
    rows = tuple(_eased(row, held_kg, exercise, unit) for row in rows)
    rows = tuple(_lighter(row, light, logged, exercise, unit) for row in rows)
    rows = tuple(_capped(replace(row, **known, **limited), slug, basis) for row in rows)
    if basis.asks_load(slug, on):
        loaded = any(entry.load_kg for entry in logged)
        rows = tuple(_typed(row, loaded) for row in rows)
    rows = tuple(_kept_back(row, slug, on, basis) for row in rows)
    return held_loads.rows(rows, slug, on, basis)


def _known(slug: str, basis: loads.LoadBasis, before: Before | None) -> dict[str, Any]:
    """Return what tells a slip: of the load, where it is the whole weight, or of a time."""
    exercise = basis.exercises[slug]
    if exercise.load_kind is not LoadKind.EXTERNAL:
        return {"endures": amounts.endures(exercise)}
    return {
        "bar_kg": plates.bar_kg(exercise, basis.lifter.inventory),
        "e1rm_kg": before.reading.strength_kg if before is not None else None,
    }


def limit(
    slug: str, on: date, logged: Sequence[LoggedSet], basis: loads.LoadBasis
) -> dict[str, Any]:
    """Return the load that a limit allows, and whether a set of the session was done over it:
    whoever said once that it is meant is not asked again, but offered no more than before."""
    made = basis.quiet(on).scope.cap(basis.exercises[slug])
    heaviest = max((entry.load_kg or 0.0 for entry in logged), default=0.0)
    if made is None or made.most_kg is None:
        return {}
    by = not scope.is_for_all(made)  # else it stands at the head of the session
    words, meant = scope.words(made, basis.lifter.unit, by=by), heaviest > made.most_kg
    return {"most_kg": made.most_kg, "limit": words, "over_meant": meant}


def _capped(row: SetRow, slug: str, basis: loads.LoadBasis) -> SetRow:
    """Return a row that offers no more than its limit where it would offer last time's load."""
    free = row.logged is None and (row.target is None or row.target.load_kg is None)
    offered = row.offered_kg if free else None
    if row.most_kg is None or offered is None or offered <= row.most_kg:
        return row
    load = plates.settable(row.most_kg, basis.exercises[slug], basis.lifter.inventory)
    return replace(row, suggested_kg=load)


def _lighter(
    row: SetRow, light: LightLoad, logged: Sequence[LoggedSet], exercise: Exercise, unit: Unit
) -> SetRow:
    """Return an open row that nobody planned a load for with no harder one than a light one, or
    with none where none can be said, and with no more repetitions."""
    if row.logged is not None or is_own(row.target):
        return row
    row = replace(row, most_reps=light.reps)
    if light.asks:
        return _typed(row, any(entry.load_kg for entry in logged))
    held = [kg for kg in (light.kg, row.held_kg) if kg is not None]
    return _eased(row, easiest(held, exercise), exercise, unit)


def _eased(row: SetRow, held_kg: float | None, exercise: Exercise, unit: Unit) -> SetRow:
    """Return an open row that offers no harder a load than the one that today's sets are held to;
    what somebody planned in kg stays."""
    offered, target = row.offered_kg, row.target
    if row.logged is not None or held_kg is None or is_own(target):
        return row
    row = replace(row, held_kg=held_kg)  # also for what is asked of the row later
    if offered is None:
        return row
    kg = load_hold.no_harder(offered, held_kg, exercise)
    if target is not None and target.load_kg is not None and kg != offered:
        target = replace(target, **load_fields(load_from_kg(kg, unit), unit))
    return replace(row, target=target, suggested_kg=kg)


def _typed(row: SetRow, loaded: bool) -> SetRow:
    """Return a row that asks for its load, where it would have offered one, has one, or another set
    of the session is `loaded`; the rows asked for beside it do as it does."""
    known = (row.target, row.last, row.logged)
    offered = [each.load_kg for each in known if each is not None] + [row.suggested_kg]
    return replace(row, asks_load=loaded or any(offered), suggested_kg=None)


def _kept_back(row: SetRow, slug: str, on: date, basis: loads.LoadBasis) -> SetRow:
    """Return a row whose target has no load while it waits for a clearance or is open and the lift
    hurt badly, or is to come back to that load in steps, and none over a limit.

    A reserve would be that of the load: it goes with it. A row more than planned offers no load
    that the planned ones do not.
    """
    context = basis.context(slug, on)
    hurts = row.logged is None and (basis.hurts(slug, on) or _is_too_soon(row, context))
    if hurts or kept_back.is_held(slug, on, basis):
        opened = _without_load(row, context)
        return opened if row.asks_load else _capped(opened, slug, basis)
    if row.target is None or not kept_back.is_over(row.target, row.most_kg):
        return row
    target = kept_back.lower(row.target, row.most_kg, basis.exercises[slug], basis)
    return replace(row, target=target, suggested_kg=target.load_kg, capped=True)


def _without_load(row: SetRow, context: LiftContext | None) -> SetRow:
    """Return a row without the load that waits, nor last time's where a set failed with one."""
    target = None if row.target is None else kept_back.without_load(row.target)
    opened = replace(row, target=target, suggested_kg=None)
    if row.asks_load or context is None or not _is_too_soon(opened, context):
        return opened
    return replace(opened, suggested_kg=load_hold.held_kg(context, new=False))


def _is_too_soon(row: SetRow, context: LiftContext | None) -> bool:
    load_kg = row.planned_kg
    if load_kg is None or context is None:
        return False
    return load_hold.is_too_soon(load_kg, context)


def _stands_in(slot: LoggedExercise) -> bool:
    """Say whether a slot's exercise is done in place of the one that was planned."""
    key = slot.planned_exercise_id
    return key is not None and plan.planned_exercise(key).exercise != slot.exercise


def planned_for(slot: LoggedExercise, on: date, basis: loads.LoadBasis) -> PlannedExercise | None:
    """Return what the plan asks of a slot on a day, as it fits the exercise done there."""
    if slot.planned_exercise_id is None:
        return None
    planned = plan.planned_exercise(slot.planned_exercise_id)
    if planned.exercise != slot.exercise:
        planned = replacing.replaced(planned, slot.exercise, on, basis)
    return loads.by_percent(planned, on, basis)


def done_before(slot: LoggedExercise, session: Session) -> int:
    """Return how many work sets were done with what a slot's exercise took the place of."""
    kinds = (entry.kind for each in _before(slot, session) for entry in _read(each))
    return sum(kind is not SetKind.WARMUP for kind in kinds)


def taken_over(slot: LoggedExercise, session: Session) -> bool:
    """Say whether what is left to do of a slot is done with another exercise."""
    return any((each.id or 0) > (slot.id or 0) for each in _shared(slot, session))


def _read(slot: LoggedExercise) -> list[LoggedSet]:
    return [entry for entry in slot.sets if UNREAD not in entry.flags]


def _shared(slot: LoggedExercise, session: Session) -> list[LoggedExercise]:
    """Return the other slots of a session that do the same part of the plan."""
    key = slot.planned_exercise_id
    alike = (each for each in session.exercises if each.planned_exercise_id == key)
    return [each for each in alike if each.id != slot.id] if key is not None else []


def _before(slot: LoggedExercise, session: Session) -> list[LoggedExercise]:
    return [each for each in _shared(slot, session) if (each.id or 0) < (slot.id or 0)]


def left_to_do(
    slot: LoggedExercise,
    session: Session,
    planned: PlannedExercise | None,
    basis: loads.LoadBasis,
) -> list[Target]:
    """Return what is planned of a slot when it is begun.

    Where no load was, it has the one that today's strength offers. What was done with the exercise
    that this one took the place of, is not planned any more.
    """
    if planned is None:
        return []
    offered = loads.with_open_loads(planned, session.on, basis)
    targets: list[Target] = list(
        zip(planned.sets, (entry.load_kg for entry in offered.sets), strict=True)
    )
    for each in _before(slot, session):
        for entry in _read(each):
            row_order.take(targets, entry)
    return targets
