"""Why charts tell nothing of what is still to be lifted; the past of a lift they always tell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from planner.coach import scope
from planner.coach.loads import LoadBasis
from planner.coach.quiet import quiet
from planner.engine import load_hold
from planner.engine.terms import Phrase, phrase

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class NoLoadAhead:
    """Why no load of a lift is told; `waits` says that a clearance is waited for."""

    why: Phrase
    waits: bool = False


def no_load_ahead(lifter_id: int, slug: str, today: date) -> NoLoadAhead | None:
    """Return why no load of a lift is told on a day; None where one may be."""
    silent = quiet(lifter_id, today)
    why = silent.of(slug)
    if why is not None:
        return NoLoadAhead(why, silent.blocked is not None or slug in silent.lifts)
    basis = LoadBasis(lifter_id, today)
    made = silent.scope.of(basis.exercises[slug])
    if made is not None:
        limit = scope.words(made, basis.lifter.unit)
        return NoLoadAhead(phrase("{limit}. What strength would allow is left out.", limit=limit))
    return _after_pain(basis, slug, today + _DAY)


def _after_pain(basis: LoadBasis, slug: str, on: date) -> NoLoadAhead | None:
    context = basis.context(slug, on)
    if context is None:
        return None
    if (why := load_hold.why_none(context)) is not None:
        return NoLoadAhead(why)
    if context.way_back is None:
        return None
    hurt_on = context.way_back.hurt_on
    return NoLoadAhead(phrase("It hurt badly on {hurt_on}: the load comes back in steps.",
                              hurt_on=hurt_on))  # fmt: skip


def may_be_harder(lifter_id: int, slug: str, today: date) -> bool:
    """Say whether a lift may be done harder than in its last session, as far as is known: not
    after pain or unsound technique, nor while it is new."""
    return LoadBasis(lifter_id, today).held_kg(slug, today + _DAY) is None
