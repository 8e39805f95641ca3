"""What of a lifter's health and mood leaves the file only when that is ticked.

That somebody waits for a clearance, and what they are limited to, always goes along: it protects.
What the clearance is for, and who set a limit, does not: it would tell the answers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from planner.coach import fuel, lifter_settings, mood
from planner.engine.health import judgement
from planner.engine.terms import Referral, Topic
from planner.formats.json_log import LifterFile
from planner.storage import clients, health

LEFT_OUT = (
    "answers to the health questions, what referrals are for, clearances, who set limits, mood and "
    "a doctor's limits on food and drink stayed out"
)
MOOD_LEFT_OUT = "mood stayed out"


def without(made: LifterFile) -> LifterFile:
    """Return what of a lifter is handed on: no answers, no mood, who waits without why, and limits
    without who set them."""
    waiting = tuple(_bare(each) for each in made.referrals if _is_handed_on(each))
    felt = mood.without(made.check_ins)
    limits = tuple(replace(each, set_by="", profession=None) for each in made.restrictions)
    return replace(made, intakes=(), referrals=waiting, restrictions=limits, check_ins=felt)


def without_limits(settings: Mapping[str, str], lifter_ids: Iterable[int]) -> dict[str, str]:
    """Return settings without what doctors said of lifters' food and drink."""
    kept = dict(settings)
    for lifter_id in lifter_ids:
        key = lifter_settings.FUEL + clients.lifter(lifter_id).uid
        own = fuel.handed_on(lifter_id)
        if key in kept or own.elsewhere:
            kept[key] = fuel.written(own)
    return kept


def are_kept(lifter_id: int | None) -> bool:
    """Say whether there is anything private of a lifter, with None of any."""
    ids = (made.id for made in clients.lifters(include_archived=True))
    return any(map(_has, [lifter_id] if lifter_id is not None else filter(None, ids)))


def _is_handed_on(made: Referral) -> bool:
    """Say whether a referral holds loads back, of everything or of a lift."""
    return made.cleared_on is None and (judgement(made.topic).blocks or made.exercise is not None)


def _bare(made: Referral) -> Referral:
    """Return a referral without why; pain in a lift stands in the log anyway."""
    topic = made.topic if made.topic is Topic.STRONG_PAIN else Topic.OTHER
    return replace(made, topic=topic, note="", clearance_note="")


def _has(lifter_id: int) -> bool:
    limits = fuel.goals(lifter_id)
    told = (health.intakes(lifter_id), limits.protein_limit, limits.drinks_limit)
    referred = any(each != _bare(each) for each in health.referrals(lifter_id))
    named = any(each.set_by or each.profession for each in health.restrictions(lifter_id))
    return any(told) or referred or named or clients.answered_mood(lifter_id)
