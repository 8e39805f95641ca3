"""What a lifter has not trained for long, by muscle group, pattern and side; quietly, in a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from planner.coach import absences, switches
from planner.coach.switches import Switch
from planner.engine import evidence, non_use
from planner.engine.non_use import SideWork, Unused as Unused
from planner.engine.terms import N_, Pattern, Phrase, Side, phrase
from planner.storage import library, plan, sides
from planner.storage.unchanged import unchanged

AHEAD = timedelta(weeks=2)  # what is planned so far ahead is wanted
LOOK_BACK = timedelta(days=evidence.NON_USE_FORGOTTEN.value + evidence.NON_USE_USUAL_SPAN.value)
MOST = 3  # lines; the longest
_WORDS: Mapping[Pattern | str, str] = {
    Pattern.SQUAT: N_("Squat"),
    Pattern.HINGE: N_("Hinge"),
    Pattern.LUNGE: N_("Lunge"),
    Pattern.HORIZONTAL_PUSH: N_("Horizontal push"),
    Pattern.VERTICAL_PUSH: N_("Overhead push"),
    Pattern.HORIZONTAL_PULL: N_("Row"),
    Pattern.VERTICAL_PULL: N_("Pull-down or pull-up"),
    Pattern.CARRY: N_("Carry"),
    "Quads": N_("Quads"),
    "Hamstrings": N_("Hamstrings"),
    "Glutes": N_("Glutes"),
    "Calves": N_("Calves"),
    "Chest": N_("Chest"),
    "Back": N_("Back"),
    "Shoulders": N_("Shoulders"),
    "Biceps": N_("Biceps"),
    "Triceps": N_("Triceps"),
    "Core": N_("Core"),
}
_NOTHING = {
    Side.LEFT: N_("{what}: nothing on the left for {off_days} days"),
    Side.RIGHT: N_("{what}: nothing on the right for {off_days} days"),
}
_LESS = {
    Side.LEFT: N_("{what}: left did {share_pct} of the right's sets in four weeks"),
    Side.RIGHT: N_("{what}: right did {share_pct} of the left's sets in four weeks"),
}


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


def idle_days(lifter_id: int, last_on: date | None, today: date) -> int:
    """Return the days without any training, from two weeks on; 0 before that, or when not wanted.

    Whoever said to be away is not told of.
    """
    if last_on is None or not switches.is_on(lifter_id, Switch.NON_USE):
        return 0
    days = non_use.away_less(last_on, today, set(_away_days(lifter_id, today)))
    return days if days >= evidence.NON_USE_DAYS.value else 0


def lines(found: Iterable[Unused]) -> tuple[Phrase, ...]:
    """Write what was not trained, a line each: 'Hinge: not trained for 23 days'."""
    return tuple(map(line, list(found)[:MOST]))


def line(made: Unused) -> Phrase:
    """Write one: 'Row: not trained for 23 days', 'Row: left did 22 % of the right's sets …'."""
    alone = phrase(_WORDS[made.what])
    if made.side is None:
        return phrase("{what}: not trained for {off_days} days", what=alone, off_days=made.days)
    if not made.share:
        return phrase(_NOTHING[made.side], what=alone, off_days=made.days)
    return phrase(_LESS[made.side], what=alone, share_pct=round(100 * made.share))
