"""Whether anything is suggested to a lifter on a day: for what not, why, and up to which load.

Who waits for a clearance or is ill is suggested nothing, and nothing is for a lift that waits or
that somebody limited whatever its load, or to less than there is to load. Whoever suggests a load
asks here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

from planner.coach import absences, health, wording
from planner.coach.scope import NO_LOAD, NOTHING, Scope, acting, restrictions, words
from planner.engine import plates
from planner.engine.terms import (
    N_,
    Absence,
    Exercise,
    Lifter,
    Phrase,
    Referral,
    Restriction,
    phrase,
)
from planner.storage import clients, library
from planner.storage.unchanged import unchanged

ILL = N_("Ill since {since}: nothing is suggested until you are back. Get well first.")
BARRED = N_("{limit}. No load is suggested.")
LIGHTEST = N_("Not to be done, as the lightest here is {lightest}.")
BELOW_LIGHTEST = N_("{limit}. Not to be done, as the lightest here is {lightest}.")
_IN_SIGHT = {BARRED: NO_LOAD, BELOW_LIGHTEST: LIGHTEST}
_TINY_KG = 1e-6


@dataclass(frozen=True, slots=True)
class Quiet:
    """Why nothing is suggested on a day: for anything, or for single lifts by slug.

    `blocked` is the clearance that all loads wait for, `ill_since` a day, `lifts` the lifts that
    wait alone, `scope` the limits in force, for the gym and the unit of the `lifter`.
    """

    blocked: Phrase | None = None
    ill_since: date | None = None
    lifts: Mapping[str, Phrase] = field(default_factory=dict)
    scope: Scope = NOTHING
    lifter: Lifter | None = None

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
        if not self.scope.acting:
            return None
        exercise = library.exercise(slug)
        made = self.scope.bar(exercise)
        return self.below_lightest(exercise) if made is None else phrase(BARRED, limit=words(made))

    def below_lightest(self, exercise: Exercise) -> Phrase | None:
        """Return that the lightest load there is, is over the limit; None where it is not."""
        made, lifter = self.scope.cap(exercise), self.lifter
        if made is None or made.most_kg is None or lifter is None:
            return None
        lightest_kg = plates.down(made.most_kg, exercise, lifter.inventory)
        if lightest_kg <= made.most_kg + _TINY_KG:
            return None
        lightest = f"{wording.mass(lightest_kg, lifter.unit, 1)} {lifter.unit}"
        return phrase(BELOW_LIGHTEST, limit=words(made, lifter.unit), lightest=lightest)

    def frees(self, exercise: Exercise) -> bool:
        """Say whether an exercise may be suggested anew: nothing holds it, and no limit is on it,
        not even one on its load."""
        waits = self.everything is not None or exercise.slug in self.lifts
        return not waits and self.scope.of(exercise) is None

    def most_kg(self, exercise: Exercise) -> float | None:
        """Return the most that somebody allows an exercise, kg as typed; None without a limit, and
        where there is nothing so light to load."""
        below = self.below_lightest(exercise) is not None
        return None if below else self.scope.most_kg(exercise)


def beside_limit(why: Phrase) -> Phrase:
    """Return why nothing is suggested for a lift whose limit is in sight already."""
    return replace(why, sentences=tuple(_IN_SIGHT.get(each, each) for each in why.sentences))


class _Known(NamedTuple):
    """What is stored of a lifter that may keep suggestions back."""

    referrals: Sequence[Referral]
    away: Sequence[Absence]
    limits: Sequence[Restriction]
    lifter: Lifter | None


def quiet(lifter_id: int, on: date) -> Quiet:
    """Return for what nothing is suggested to a lifter on a day."""
    known = unchanged(("quiet", lifter_id), lambda: _read(lifter_id))
    blocked, lifts = health.held(known.referrals, on)
    ill_since, limits = absences.ill_since(known.away, on), acting(known.limits, on)
    return Quiet(blocked, ill_since, lifts, limits, known.lifter)


def _read(lifter_id: int) -> _Known:
    limits = restrictions(lifter_id)
    lifter = clients.lifter(lifter_id) if limits else None
    return _Known(health.referrals(lifter_id), absences.absences(lifter_id), limits, lifter)
