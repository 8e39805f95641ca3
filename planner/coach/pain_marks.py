"""What plan and sheet say beside the loads of a lift that hurt badly in its last session."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import TypeAlias

from planner.coach import health, machines, readings, wording
from planner.coach.replay import Replay
from planner.engine import evidence
from planner.engine.session_signs import must_be_seen, tells_of_pain, worst_pain
from planner.engine.terms import N_, LoggedSet, Phrase, PlannedSession, phrase
from planner.storage import history

GONE = N_("pain {pain} out of 10 on {hurt_on}: only when that is gone")
SEEN = N_("pain {pain} out of 10 on {hurt_on}: to be looked at first")
Done: TypeAlias = tuple[date, Sequence[LoggedSet]]  # the last day of a lift and its sets

_STRONG = evidence.PAIN_REFER.value


def of_week(
    days: Iterable[tuple[PlannedSession, date]], done: Container[int], lifter_id: int, today: date
) -> dict[int, str]:
    """Return what each line of a week says of pain, by its id; only of what is still to do."""
    ahead = [made for made, on in days if on >= today and made.id not in done]
    lines = [each for made in ahead for each in made.exercises]
    said = of_lifts(lifter_id, _done_last({each.exercise for each in lines}, lifter_id, today))
    return {each.id or 0: said[each.exercise] for each in lines if each.exercise in said}


def of_lift(lifter_id: int, slug: str, on: date) -> str:
    """Return what is said of a lift on a day, what was logged on it included; '' for nothing."""
    return of_lifts(lifter_id, _done_last({slug}, lifter_id, on)).get(slug, "")


def of_lifts(lifter_id: int, done_last: Mapping[str, Done]) -> dict[str, str]:
    """Return what is said of lifts by slug, from what was done last; the others are left out.

    Of a lift that was sent to a professional since, that is told elsewhere, and its end. What was
    done on another machine of it counts, where that is among them.
    """
    found = {slug: _of(*last) for slug, last in done_last.items()}
    hurt = {slug: each for slug, each in found.items() if each is not None}
    if not hurt:
        return {}
    referred, said = _referred(lifter_id), dict[str, str]()
    for slug, (last_on, _) in done_last.items():
        alike = (slug, *machines.others(slug))
        newest = max((hurt[s] for s in alike if s in hurt), key=lambda e: e[0], default=None)
        cleared_on = max(referred.get(each, date.min) for each in alike)
        if newest is not None and newest[0] >= last_on and cleared_on < newest[0]:
            said[slug] = wording.render(newest[1])
    return said


def before_day(lifter_id: int, slugs: Iterable[str], on: date) -> dict[str, str]:
    """Return what is said of some lifts when a day begins, as `of_lifts` does."""
    done_last: dict[str, Done] = {}
    for slug, log in history.histories(lifter_id, with_machines(slugs)).items():
        last = last_done((day, sets) for day, _, sets in reversed(log) if day < on)
        if last is not None:
            done_last[slug] = last
    return of_lifts(lifter_id, done_last)


def last_done(days: Iterable[Done]) -> Done | None:
    """Return the first of some days in order, the last done where they come newest first, and its
    sets; warm-ups alone do not count."""
    for on, same_day in groupby(days, itemgetter(0)):
        sets = [entry for _, each in same_day for entry in each]
        if tells_of_pain(sets):
            return on, sets
    return None


def with_machines(slugs: Iterable[str]) -> list[str]:
    """Return lifts and the other machines that they were split into."""
    return list(dict.fromkeys(e for slug in slugs for e in (slug, *machines.others(slug))))


def _done_last(slugs: Iterable[str], lifter_id: int, today: date) -> dict[str, Done]:
    replays = readings.replays(lifter_id, today)
    wanted = (slug for slug in with_machines(slugs) if slug in replays)
    return {slug: last for slug in wanted if (last := _last(replays[slug], today))}


def _last(replay: Replay, today: date) -> Done | None:
    end = bisect_right(replay.steps, today, key=lambda step: step.day.on)
    return last_done((step.day.on, step.day.sets) for step in reversed(replay.steps[:end]))


def _of(on: date, sets: Sequence[LoggedSet]) -> tuple[date, Phrase] | None:
    """Return the day and what its pain asks for; None below what stops a lift."""
    pain = worst_pain(sets)
    if pain < _STRONG:
        return None
    return on, phrase(SEEN if must_be_seen(pain) else GONE, pain=pain, hurt_on=on)


def _referred(lifter_id: int) -> dict[str, date]:
    """Return the last day on which each lift was cleared, by slug; the end of time if it waits."""
    made = health.referrals(lifter_id)
    known = [(each.exercise, each.cleared_on or date.max) for each in made]
    return dict(sorted((slug, on) for slug, on in known if slug is not None))
