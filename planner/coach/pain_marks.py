"""What plan and sheet say beside the loads of a lift that hurt badly in its last session."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import date
from typing import TypeAlias

from planner.coach import health, readings, wording
from planner.coach.replay import Replay
from planner.engine import evidence
from planner.engine.session_signs import must_be_seen, worst_pain
from planner.engine.terms import N_, LoggedSet, Phrase, PlannedSession, phrase

GONE = N_("pain {pain} out of 10 on {hurt_on}: only when that is gone")
SEEN = N_("pain {pain} out of 10 on {hurt_on}: to be looked at first")
Done: TypeAlias = tuple[date, Sequence[LoggedSet]]  # the last day of a lift and its sets

_STRONG = evidence.PAIN_REFER.value


def of_week(
    days: Iterable[tuple[PlannedSession, date]], done: Container[int], lifter_id: int, today: date
) -> dict[int, str]:
    """Return what each line of a week says of pain, by its id; only of what is still to do."""
    replays = readings.replays(lifter_id, today)
    done_last = {slug: last for slug, made in replays.items() if (last := _last(made, today))}
    said = of_lifts(lifter_id, done_last)
    ahead = [made for made, on in days if on >= today and made.id not in done]
    lines = (each for made in ahead for each in made.exercises)
    return {each.id or 0: said[each.exercise] for each in lines if each.exercise in said}


def of_lifts(lifter_id: int, done_last: Mapping[str, Done]) -> dict[str, str]:
    """Return what is said of lifts by slug, from what was done last; the others are left out.

    Of a lift that was sent to a professional since, that is told elsewhere, and its end.
    """
    found = {slug: _of(*last) for slug, last in done_last.items()}
    hurt = {slug: each for slug, each in found.items() if each is not None}
    referred = _referred(lifter_id) if hurt else {}
    return {
        slug: wording.render(words)
        for slug, (on, words) in hurt.items()
        if referred.get(slug, date.min) < on
    }


def _last(replay: Replay, today: date) -> Done | None:
    days = (step.day for step in reversed(replay.steps) if step.day.on <= today)
    return next(((day.on, day.sets) for day in days), None)


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
