"""The sheets of a week: which are typed in, and which boxes are still to answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from planner.coach import lifter_lock, sheet_drafts, suggesting
from planner.coach.suggesting import change_text
from planner.storage import clients, library, plan_lists

WEEK = timedelta(weeks=1)
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
class OpenBoxes:
    """Boxes of a lifter's sheets to answer: unread ones, and doubted ones that look like a slip.

    The week is that of the first of them, None when its plan is gone; then the session tells
    where the box is.
    """

    unread: int
    doubted: int
    week_id: int | None
    session_id: int


def pile(on: date) -> list[PiledSheet]:
    """List the sheets of the planned weeks that hold a day, those still to be typed first.

    Those of lifters who are locked are left out.
    """
    drafts, shown = sheet_drafts.kept(), {each.id for each in lifter_lock.lifters()}
    found = [
        PiledSheet(made.lifter_id, made.lifter, made.week_id, made.number, _state(made, drafts))
        for made in plan_lists.sheets_on(on)
        if made.lifter_id in shown
    ]
    return sorted(found, key=lambda each: each.typed is Typed.TYPED)


def first_day(today: date) -> date:
    """Return a day of the week whose papers are likely in hand.

    It is the last one until all of it is typed, or something of this one.
    """
    last = today - WEEK
    untyped = any(made.typed is not Typed.TYPED for made in pile(last))
    begun = any(made.typed is not Typed.NOT_YET for made in pile(today))
    return last if untyped and not begun else today


def open_boxes(lifter_id: int) -> OpenBoxes | None:
    """Return how many boxes of a lifter's sheets are to answer, and where; None for none."""
    found = plan_lists.open_boxes(lifter_id)
    if not found:
        return None
    unread, doubted = sum(made.unread for made in found), sum(made.doubted for made in found)
    return OpenBoxes(unread, doubted, found[0].week_id, found[0].session_id)


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
    if made.logged == made.planned and not made.open and made.uid not in drafts:
        return Typed.TYPED
    return Typed.PARTLY if made.logged or made.uid in drafts else Typed.NOT_YET
