"""What a lifter has not trained for long, by muscle group, pattern and side; quietly, in a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from planner.coach import absences, switches
from planner.coach.switches import Switch
from planner.engine import evidence, non_use
from planner.engine.non_use import SideWork, Unused as Unused
from planner.engine.terms import Pattern, Phrase, Side, phrase
from planner.storage import library, plan, sides
from planner.storage.unchanged import unchanged

AHEAD = timedelta(weeks=2)  # what is planned so far ahead is wanted
LOOK_BACK = timedelta(days=evidence.NON_USE_FORGOTTEN.value + evidence.NON_USE_USUAL_SPAN.value)
MOST = 3  # lines; the longest
_WORDS = {
    Pattern.SQUAT: "squat",
    Pattern.HINGE: "hinge",
    Pattern.LUNGE: "lunge",
    Pattern.HORIZONTAL_PUSH: "horizontal push",
    Pattern.VERTICAL_PUSH: "overhead push",
    Pattern.HORIZONTAL_PULL: "row",
    Pattern.VERTICAL_PULL: "pull-down or pull-up",
    Pattern.CARRY: "carry",
}
_SIDES = {Side.LEFT: ("left", "right"), Side.RIGHT: ("right", "left")}


def unused(lifter_id: int, today: date) -> tuple[Unused, ...]:
    """Return what was not trained for two weeks or more, longest first; () when not wanted."""
    if not switches.is_on(lifter_id, Switch.NON_USE):
        return ()
    return unchanged(("unused", lifter_id, today), lambda: _unused(lifter_id, today))


def _unused(lifter_id: int, today: date) -> tuple[Unused, ...]:
    known = library.by_slug()
    done = sides.by_side(lifter_id, today - LOOK_BACK, today)
    ahead = plan.next_exercises(lifter_id, today, today + AHEAD)
    bouts = [SideWork(made.on, known[made.slug], made.side, made.sets) for made in done]
    away = set(_away_days(lifter_id, today))
    return non_use.unused(bouts, [known[slug] for slug in ahead], away, today)


def _away_days(lifter_id: int, today: date) -> Iterator[date]:
    for made in absences.among(absences.absences(lifter_id), today - LOOK_BACK, today):
        on = max(made.since, today - LOOK_BACK)
        while on <= min(made.until or today, today):
            yield on
            on += timedelta(days=1)


def lines(found: Iterable[Unused]) -> tuple[Phrase, ...]:
    """Write what was not trained, a line each: 'No hinge for 23 days'."""
    return tuple(map(line, list(found)[:MOST]))


def line(made: Unused) -> Phrase:
    """Write one: 'No hinge for 23 days', 'Row: left did 22 % of the right's sets in 4 weeks'."""
    what = _WORDS.get(made.what) if isinstance(made.what, Pattern) else made.what.lower()
    what = what or str(made.what)
    if made.side is None:
        return phrase("No {what} for {off_days} days", what=what, off_days=made.days)
    one, other = _SIDES[made.side]
    what = what.capitalize()
    if not made.share:
        return phrase("{what}: nothing on the {one} for {off_days} days", what=what, one=one,
                      off_days=made.days)  # fmt: skip
    return phrase(
        "{what}: {one} did {share_pct} of the {other}'s sets in four weeks",
        what=what, one=one, other=other, share_pct=round(100 * made.share),
    )  # fmt: skip
