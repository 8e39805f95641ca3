"""What is decided on suggestions: accepted, as they are or changed, dismissed, or put off."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from planner.coach import return_sets, wording
from planner.coach.changing import apply, change_text
from planner.coach.override import PROPOSED
from planner.engine.terms import Change, Lifter, Suggestion, Unit
from planner.storage import clients, decisions


def accept(
    lifter_id: int, suggestion: Suggestion, today: date, instead: Change | None = None
) -> int:
    """Change what is planned from today on and keep the decision; return how much changed.

    `instead` is the change that is wanted in place of the one suggested; both are kept.
    """
    wanted = suggestion if instead is None else replace(suggestion, change=instead)
    changed = apply(lifter_id, wanted, today)
    unit = clients.lifter(lifter_id).unit
    proposed, what = (change_text(made.change, unit) for made in (suggestion, wanted))
    if proposed != what:
        wanted = replace(wanted, numbers=(*wanted.numbers, (PROPOSED, proposed)))
    _keep(lifter_id, wanted, today, "accepted", changed=what)
    return changed


class Accepted(NamedTuple):
    """How much accepting several suggestions changed, and which lifts begin with fewer sets."""

    changed: int
    shorter: tuple[str, ...] = ()


def accept_all(lifter_id: int, made: Iterable[Suggestion], today: date) -> Accepted:
    """Accept several suggestions as they are, which is one step; return what changed.

    With lighter returns, what no load is advised for begins with fewer sets, too.
    """
    every = list(made)
    shorter = return_sets.shorter(lifter_id, every, today)
    return_sets.shorten(lifter_id, shorter, today, decider(clients.lifter(lifter_id)))
    changed = sum(accept(lifter_id, each, today) for each in every)
    return Accepted(changed, return_sets.names(shorter))


def dismiss(lifter_id: int, suggestion: Suggestion, today: date, reason: str = "") -> None:
    """Keep the decision that this is not wanted, with the reason in the lifter's words."""
    _keep(lifter_id, suggestion, today, "dismissed", reason)


def put_off(lifter_id: int, made: Iterable[Suggestion], today: date) -> None:
    """Keep that suggestions are not looked at before tomorrow; nothing is decided on them."""
    for each in made:
        _keep(lifter_id, each, today, "later")


def decider(lifter: Lifter) -> str:
    """Return who decides for a lifter: the coach, when there is one."""
    return lifter.coach or lifter.name


def _keep(
    lifter_id: int,
    made: Suggestion,
    today: date,
    verdict: str,
    reason: str = "",
    changed: str = "",
) -> None:
    lifter = clients.lifter(lifter_id)
    said, by = _said(made, lifter.unit), decider(lifter)
    decisions.add_decision(lifter_id, today, made, verdict, said, reason, changed, by)


def _said(made: Suggestion, unit: Unit) -> str:
    """Write headline and reason in the lifter's unit, with dates that stay clear for decades."""
    parts = (wording.render(each, unit, date.isoformat) for each in (made.headline, made.reason))
    return ". ".join(part.strip(". ") for part in parts if part)
