"""What is selected in the week: one place where the keyboard is, and all that goes with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from planner.ui.plan_week import Spot, Week


@dataclass(frozen=True, slots=True)
class Selection:
    """Lines, or else sessions, in the order of the week; or a single day without a session.

    `spot` is where the keyboard is, `anchor` where extending began.
    """

    spot: Spot
    anchor: Spot
    spots: tuple[Spot, ...]

    @property
    def lines(self) -> tuple[int, ...]:
        """The ids of the selected lines."""
        return tuple(spot.line for spot in self.spots if spot.line is not None)

    @property
    def sessions(self) -> tuple[int, ...]:
        """The ids of the selected sessions, empty when lines are selected."""
        titles = (spot for spot in self.spots if spot.line is None)
        return tuple(spot.session for spot in titles if spot.session is not None)

    @property
    def several(self) -> bool:
        """Whether more than one place is selected."""
        return len(self.spots) > 1


def only(spot: Spot) -> Selection:
    """Select one place."""
    return Selection(spot, spot, (spot,))


def walked(week: Week, now: Selection, days: int, lines: int) -> Selection:
    """Extend to the next line, or session, in the direction of an arrow key."""
    same = _same_kind(week, now.anchor)
    if now.spot not in same:
        return now
    here, step = same.index(now.spot), days or lines
    if days and now.spot.line is not None:
        return extended(week, now, _on_another_day(same, now.spot, days))
    return extended(week, now, same[min(max(here + step, 0), len(same) - 1)])


def _on_another_day(lines: list[Spot], spot: Spot, days: int) -> Spot:
    """Return the line as far down the nearest day with lines."""
    beyond = [each.day for each in lines if (each.day - spot.day) * days > 0]
    if not beyond:
        return spot
    day = min(beyond, key=lambda each: abs(each - spot.day))
    row = [each for each in lines if each.day == spot.day].index(spot)
    there = [each for each in lines if each.day == day]
    return there[min(row, len(there) - 1)]


def extended(week: Week, now: Selection, to: Spot) -> Selection:
    """Select all from the anchor to a place: lines when both are lines, else sessions."""
    anchor = now.anchor
    if anchor.line is None or to.line is None:
        anchor, to = replace(anchor, line=None), replace(to, line=None)
    same = _same_kind(week, anchor)
    if anchor not in same or to not in same:
        return only(to)
    first, last = sorted((same.index(anchor), same.index(to)))
    return Selection(to, anchor, tuple(same[first : last + 1]))


def toggled(week: Week, now: Selection, spot: Spot) -> Selection:
    """Add a place, or take it out; a place of another kind is selected alone."""
    same = _same_kind(week, spot)
    kept = [each for each in now.spots if each in same]
    if spot in kept:
        kept.remove(spot)
    else:
        kept.append(spot)
    if not kept:
        return now
    last = spot if spot in kept else kept[-1]
    return Selection(last, last, _ordered(same, kept))


def everything(week: Week, now: Selection) -> Selection:
    """Select all lines of the session; when they are, all sessions of the week."""
    spot = now.spot
    here = [each for each in week.spots(spot.day) if each.session == spot.session]
    lines = tuple(each for each in here if each.line is not None)
    if spot.line is not None and set(now.spots) != set(lines):
        return Selection(spot, lines[0], lines)
    titles = tuple(each for each in week.every_spot() if _is_title(each))
    if not titles:
        return now
    own = replace(spot, line=None)
    return Selection(own if own in titles else titles[0], titles[0], titles)


def kept(week: Week, now: Selection, index: int) -> Selection:
    """Return a selection as it is in a changed week; `index` is how far down its day it was."""
    spot = week.kept(now.spot, index)
    lines, titles = set(now.lines), set(now.sessions)
    spots = tuple(
        each
        for each in week.every_spot()
        if (each.line in lines if each.line is not None else each.session in titles)
    )
    if spot not in spots:
        return only(spots[0]) if spots and now.several else only(spot)
    return Selection(spot, spot if now.anchor == now.spot else spots[0], spots)


def of_ids(week: Week, sessions: Iterable[int] = (), lines: Iterable[int] = ()) -> Selection | None:
    """Select sessions or lines by id; None when none of them is in the week."""
    wanted_sessions, wanted_lines = set(sessions), set(lines)
    spots = tuple(
        each
        for each in week.every_spot()
        if each.line in wanted_lines or (_is_title(each) and each.session in wanted_sessions)
    )
    return Selection(spots[0], spots[0], spots) if spots else None


def _is_title(spot: Spot) -> bool:
    return spot.session is not None and spot.line is None


def _same_kind(week: Week, spot: Spot) -> list[Spot]:
    if spot.session is None:
        return [spot]
    lines = spot.line is not None
    found = (each for each in week.every_spot() if each.session is not None)
    return [each for each in found if (each.line is not None) == lines]


def _ordered(same: list[Spot], chosen: list[Spot]) -> tuple[Spot, ...]:
    return tuple(each for each in same if each in chosen)
