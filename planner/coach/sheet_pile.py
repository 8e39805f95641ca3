"""The sheets of a week: which are typed in, and which boxes could not be read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from planner.coach import sheet_drafts, suggesting
from planner.coach.suggesting import change_text
from planner.storage import clients, library, plan_lists

NEXT_LIFTS = 2  # lifts whose change is told after a sheet; the rest is counted


class Typed(StrEnum):
    """How much of a sheet is in the log; PARTLY also when boxes are still open to answer."""

    NOT_YET = "not yet"
    PARTLY = "partly"
    TYPED = "typed"


@dataclass(frozen=True, slots=True)
class PiledSheet:
    """A lifter's sheet of a week."""

    lifter_id: int
    lifter: str
    week_id: int
    number: int
    typed: Typed


@dataclass(frozen=True, slots=True)
class UnreadBoxes:
    """Boxes of a lifter's sheets that could not be read; the week is that of the first of them.

    It is None when its plan is gone; then the session tells where the box is.
    """

    boxes: int
    week_id: int | None
    session_id: int


def pile(on: date) -> list[PiledSheet]:
    """List the sheets of the planned weeks that hold a day, those still to be typed first."""
    drafts = sheet_drafts.kept()
    found = [
        PiledSheet(made.lifter_id, made.lifter, made.week_id, made.number, _state(made, drafts))
        for made in plan_lists.sheets_on(on)
    ]
    return sorted(found, key=lambda each: each.typed is Typed.TYPED)


def unread_boxes(lifter_id: int) -> UnreadBoxes | None:
    """Return how many boxes of a lifter's sheets could not be read, and where; None for none."""
    found = plan_lists.unread(lifter_id)
    if not found:
        return None
    return UnreadBoxes(sum(made.boxes for made in found), found[0].week_id, found[0].session_id)


def next_changes(lifter_id: int, today: date) -> tuple[list[str], int]:
    """Return what the engine suggests to change next, lift by lift, and how many more there are."""
    unit = clients.lifter(lifter_id).unit
    told = [
        f"{library.exercise(made.exercise).name} {text}"
        for made in suggesting.suggestions(lifter_id, today)
        if made.exercise and (text := change_text(made.change, unit))
    ]
    return told[:NEXT_LIFTS], len(told[NEXT_LIFTS:])


def _state(made: plan_lists.SheetState, drafts: set[str]) -> Typed:
    if made.logged == made.planned and not made.unread and made.uid not in drafts:
        return Typed.TYPED
    return Typed.PARTLY if made.logged or made.uid in drafts else Typed.NOT_YET
