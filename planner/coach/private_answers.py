"""What of a lifter's health and mood leaves the file only when that is ticked.

That somebody waits for a clearance, and what they are limited to, always goes along: it protects.
What the clearance is for, and who set a limit, does not: it would tell the answers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from planner.coach import fuel, lifter_settings, mood
from planner.engine.health import judgement
from planner.engine.terms import N_, Referral, Topic
from planner.formats.json_log import LifterFile
from planner.storage import clients, health
from planner.storage.handover import Row
from planner.storage.private import BARE, NEVER

LEFT_OUT = N_(
    "answers to the health questions, what referrals are for, clearances, who set limits, mood and "
    "a doctor's limits on food and drink stayed out"
)
MOOD_LEFT_OUT = N_("mood stayed out")


def without(made: LifterFile) -> LifterFile:
    """Return what of a lifter is handed on: no answers, no mood, who waits without why, and limits
    without who set them."""
    waiting = tuple(_bare(each) for each in made.referrals if _is_handed_on(each))
    felt = mood.without(made.check_ins)
    limits = tuple(replace(each, **BARE["restriction"]) for each in made.restrictions)
    return replace(made, intakes=(), referrals=waiting, restrictions=limits, check_ins=felt)


def without_of_row(table: str, row: Row) -> Row | None:
    """Return the same of a stored row; None when nothing of it is handed on."""
    if table in NEVER:
        return None
    if table != "referral":
        return {**row, **BARE.get(table, {})}
    topic = Topic(row["topic"])
    if not _holds_back(topic, row["cleared_on"], row["exercise_id"]):
        return None
    return {**row, **_bare_referral(topic)}


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
    if lifter_id is not None:
        return _has(lifter_id)
    ids = (made.id for made in clients.lifters(include_archived=True))
    return any(map(_has, filter(None, ids)))


def _is_handed_on(made: Referral) -> bool:
    return _holds_back(made.topic, made.cleared_on, made.exercise)


def _holds_back(topic: Topic, cleared_on: date | str | None, exercise: str | int | None) -> bool:
    """Say whether a referral holds loads back, of everything or of a lift."""
    return cleared_on is None and (judgement(topic).blocks or exercise is not None)


def _bare(made: Referral) -> Referral:
    return replace(made, **_bare_referral(made.topic))


def _bare_referral(topic: Topic) -> dict[str, Any]:
    """Return what stands in a referral in place of why; pain in a lift stands in the log anyway."""
    kept = topic if topic is Topic.STRONG_PAIN else Topic.OTHER
    return {**BARE["referral"], "topic": kept}


def _has(lifter_id: int) -> bool:
    limits = fuel.goals(lifter_id)
    told = (health.intakes(lifter_id), limits.protein_limit, limits.drinks_limit)
    referred = any(each != _bare(each) for each in health.referrals(lifter_id))
    named = any(each.set_by or each.profession for each in health.restrictions(lifter_id))
    return any(told) or referred or named or clients.answered_mood(lifter_id)
