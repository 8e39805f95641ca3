"""What plan and sheet say beside the loads of a lift that hurt badly in its last session."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from datetime import date

from planner.coach import health, readings, wording
from planner.coach.replay import Replay
from planner.engine import evidence
from planner.engine.session_signs import must_be_seen, worst_pain
from planner.engine.terms import N_, Phrase, PlannedSession, phrase

GONE = N_("pain {pain} out of 10 on {hurt_on}: only when that is gone")
SEEN = N_("pain {pain} out of 10 on {hurt_on}: to be looked at first")
_STRONG = evidence.PAIN_REFER.value


def of_week(
    days: Iterable[tuple[PlannedSession, date]], done: Container[int], lifter_id: int, today: date
) -> dict[int, str]:
    """Return what each line of a week says of pain, by its id; only of what is still to do."""
    said = of_lifts(lifter_id, readings.replays(lifter_id, today), today)
    ahead = [made for made, on in days if on >= today and made.id not in done]
    lines = (each for made in ahead for each in made.exercises)
    return {each.id or 0: said[each.exercise] for each in lines if each.exercise in said}


def of_lifts(lifter_id: int, replays: Mapping[str, Replay], today: date) -> dict[str, str]:
    """Return what is said of some lifts by slug, the others left out.

    Of a lift that was sent to a professional since, that is told elsewhere, and its end.
    """
    found = {slug: _of(replay, today) for slug, replay in replays.items()}
    hurt = {slug: each for slug, each in found.items() if each is not None}
    referred = _referred(lifter_id) if hurt else {}
    return {
        slug: wording.render(words)
        for slug, (on, words) in hurt.items()
        if referred.get(slug, date.min) < on
    }


def _of(replay: Replay, today: date) -> tuple[date, Phrase] | None:
    """Return the last day of a lift and what its pain asks for; None below what stops it."""
    day = next((step.day for step in reversed(replay.steps) if step.day.on <= today), None)
    pain = worst_pain(day.sets) if day is not None else 0
    if day is None or pain < _STRONG:
        return None
    return day.on, phrase(SEEN if must_be_seen(pain) else GONE, pain=pain, hurt_on=day.on)


def _referred(lifter_id: int) -> dict[str, date]:
    """Return the last day on which each lift was cleared, by slug; the end of time if it waits."""
    made = health.referrals(lifter_id)
    known = [(each.exercise, each.cleared_on or date.max) for each in made]
    return dict(sorted((slug, on) for slug, on in known if slug is not None))
