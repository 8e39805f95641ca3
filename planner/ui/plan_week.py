"""The week shown in the grid, and the places in it that can be selected."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from planner.coach.planning import PlanView
from planner.engine.terms import Inventory, Lifter
from planner.ui import plan_words
from planner.ui.plan_words import Card, Day, Line

TOP = -1  # in place of a line: above the first one


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the grid: a day, a session on it, a line of the session."""

    day: int
    session: int | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Week:
    """The week being edited.

    What is added to it is prescribed from the log of `lifter_id` up to `today`; `gym` is what the
    lifter can load.
    """

    id: int
    days: tuple[Day, ...]
    lifter_id: int = 0
    today: date = date.min
    gym: Inventory | None = None
    uid: str = ""  # another week may get the id when this one is undone

    def card(self, session: int | None) -> Card | None:
        """Return a session of the week, or None."""
        cards = (card for day in self.days for card in day.cards)
        return next((card for card in cards if card.id == session), None)

    def line(self, line: int | None) -> Line | None:
        """Return a line of the week, or None."""
        lines = (entry for day in self.days for card in day.cards for entry in card.lines)
        return next((entry for entry in lines if entry.id == line), None)

    def spots(self, day: int) -> list[Spot]:
        """Return what can be selected on a day, top to bottom; an empty day is one spot."""
        found = []
        for card in self.days[day].cards:
            found.append(Spot(day, card.id))
            found += [Spot(day, card.id, line.id) for line in card.lines]
        return found or [Spot(day)]

    def place(self, spot: Spot) -> tuple[Card, int] | None:
        """Return the session of a spot and where in it: after its line, or at the end."""
        card = self.card(spot.session)
        if card is None:
            return None
        ids = [TOP, *(line.id for line in card.lines)]
        return card, ids.index(spot.line) if spot.line in ids else len(card.lines)

    def every_spot(self) -> list[Spot]:
        """Return what can be selected in the week, day by day, top to bottom."""
        return [spot for day in self.days for spot in self.spots(day.number)]

    def first(self) -> Spot:
        """Return where to begin: today, or the week's first session."""
        today = next((day.number for day in self.days if day.today), None)
        planned = next((day.number for day in self.days if day.cards), 0)
        return self.spots(planned if today is None else today)[0]

    def index(self, spot: Spot) -> int:
        """Return how far down its day a spot is; 0 when it is not there."""
        spots = self.spots(spot.day) if spot.day < len(self.days) else []
        return spots.index(spot) if spot in spots else 0

    def beside(self, spot: Spot, days: int, lines: int) -> Spot:
        """Return the spot some days and lines away, at the edge when there are no more."""
        day = min(max(spot.day + days, 0), len(self.days) - 1)
        spots = self.spots(day)
        return spots[min(max(self.index(spot) + lines, 0), len(spots) - 1)]

    def kept(self, spot: Spot, index: int) -> Spot:
        """Return where a spot is now: with its line or session, else as far down its day."""
        for each in self.every_spot():
            on_line = each.line is not None and each.line == spot.line
            on_title = each.session is not None and each.line is None and spot.line is None
            if on_line or (on_title and each.session == spot.session):
                return each
        spots = self.spots(min(spot.day, len(self.days) - 1))
        return spots[min(index, len(spots) - 1)]


def of_view(view: PlanView, lifter: Lifter, today: date) -> Week:
    """Return the week of a lifter's plan that is shown, to be edited."""
    days = plan_words.days(view, today, lifter.unit)
    week = view.week
    return Week(week.id or 0, days, lifter.id or 0, today, lifter.inventory, week.uid)
