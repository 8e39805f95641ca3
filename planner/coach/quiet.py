"""Whether anything is suggested to a lifter on a day: for what not, why, and up to which load.

Who waits for a clearance or is ill is suggested nothing, and nothing is for a lift that waits or
that somebody limited whatever its load. Whoever suggests a load asks here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from planner.coach import absences, health
from planner.coach.scope import NOTHING, Scope, acting, restrictions, words
from planner.engine.terms import Absence, Exercise, Phrase, Referral, Restriction, phrase
from planner.storage import library
from planner.storage.unchanged import unchanged

ILL = "Ill since {since}: nothing is suggested until you are back. Get well first."
BARRED = "{limit}. No load is suggested."


@dataclass(frozen=True, slots=True)
class Quiet:
    """Why nothing is suggested on a day: for anything, or for single lifts by slug.

    `blocked` is the clearance that all loads wait for, `ill_since` a day, `lifts` the lifts that
    wait alone, `scope` the limits in force.
    """

    blocked: Phrase | None = None
    ill_since: date | None = None
    lifts: Mapping[str, Phrase] = field(default_factory=dict)
    scope: Scope = NOTHING

    @property
    def everything(self) -> Phrase | None:
        """Why nothing at all is suggested; None where something may be."""
        ill = self.ill_since
        return self.blocked or (phrase(ILL, since=ill) if ill is not None else None)

    def of(self, slug: str) -> Phrase | None:
        """Return why nothing is suggested for a lift; None where something may be."""
        return self.everything or self.held(slug)

    def held(self, slug: str) -> Phrase | None:
        """Return the same from clearances and limits alone: an illness passes by itself."""
        return self.blocked or self.lifts.get(slug) or self._barred(slug)

    def _barred(self, slug: str) -> Phrase | None:
        made = self.scope.bar(library.exercise(slug)) if self.scope.acting else None
        return phrase(BARRED, limit=words(made)) if made is not None else None

    def frees(self, exercise: Exercise) -> bool:
        """Say whether an exercise may be suggested anew: nothing holds it, and no limit is on it,
        not even one on its load."""
        waits = self.everything is not None or exercise.slug in self.lifts
        return not waits and self.scope.of(exercise) is None

    def most_kg(self, exercise: Exercise) -> float | None:
        """Return the most that somebody allows an exercise, kg as typed; None without a limit."""
        return self.scope.most_kg(exercise)


class _Known(NamedTuple):
    """What is stored of a lifter that may keep suggestions back."""

    referrals: Sequence[Referral]
    away: Sequence[Absence]
    limits: Sequence[Restriction]


def quiet(lifter_id: int, on: date) -> Quiet:
    """Return for what nothing is suggested to a lifter on a day."""
    known = unchanged(("quiet", lifter_id), lambda: _read(lifter_id))
    blocked, lifts = health.held(known.referrals, on)
    return Quiet(blocked, absences.ill_since(known.away, on), lifts, acting(known.limits, on))


def _read(lifter_id: int) -> _Known:
    return _Known(
        health.referrals(lifter_id), absences.absences(lifter_id), restrictions(lifter_id)
    )
