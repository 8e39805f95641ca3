"""Which exercise of the log stands in which line of a sheet, and what is still to do there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from planner.coach import loads, session_rows
from planner.engine.terms import LoggedExercise, PlannedExercise, Session


@dataclass(frozen=True, slots=True)
class Part:
    """A planned exercise and what was logged for it; None where one of them is missing.

    `planned` is as it fits what was done. `instead_of` is the slug of the exercise on paper where
    another one was done. What `goes_on` with a planned exercise stands in a line after its own, and
    has the sets that were left; where it was `taken_over` none are left.
    """

    planned: PlannedExercise | None
    slot: LoggedExercise | None = None
    instead_of: str = ""
    goes_on: bool = False
    taken_over: bool = False

    @property
    def key(self) -> str:
        """Return what its boxes are known by."""
        own = self.slot if self.goes_on else self.planned or self.slot
        return own.uid if own is not None else ""


def parts(
    planned: Sequence[PlannedExercise], session: Session | None, basis: loads.LoadBasis
) -> list[Part]:
    """Return each planned exercise with what was logged for it, then what was logged besides.

    What is not linked to the plan, as after an import, is known by its exercise.
    """
    if session is None:
        return [Part(each) for each in planned]
    left = list(session.exercises)
    made: list[Part] = []
    for each in planned:
        slots = slots_of(each, left)
        left = [other for other in left if other not in slots]
        made += _done_for(each, slots, session, basis) if slots else [Part(each)]
    return [*made, *(Part(None, slot) for slot in left)]


def done(parts: Sequence[Part]) -> list[str]:
    """Return the slugs of what was logged, as planned or instead."""
    return [part.slot.exercise for part in parts if part.slot is not None]


def slots_of(planned: PlannedExercise, slots: Sequence[LoggedExercise]) -> list[LoggedExercise]:
    """Return what was logged for a planned exercise, in the order in which it was begun."""
    linked = [slot for slot in slots if slot.planned_exercise_id == planned.id]
    alike = (s for s in slots if not s.planned_exercise_id and s.exercise == planned.exercise)
    return sorted(linked, key=lambda slot: slot.id or 0) or [*alike][:1]


def _done_for(
    planned: PlannedExercise,
    slots: Sequence[LoggedExercise],
    session: Session,
    basis: loads.LoadBasis,
) -> Iterator[Part]:
    """Yield what was done for a planned exercise, in the order in which it was begun."""
    for slot in slots:
        goes_on, other = slot is not slots[0], slot.exercise != planned.exercise
        wanted = session_rows.planned_for(slot, session.on, basis) if other else planned
        if wanted is not None and goes_on:
            targets = session_rows.left_to_do(slot, session, wanted, basis)
            wanted = replace(wanted, sets=tuple(each for each, _ in targets if each is not None))
        instead_of = planned.exercise if other else ""
        yield Part(wanted, slot, instead_of, goes_on, slot is not slots[-1])
