"""What somebody is limited to: by whom, since when, until when, and what it holds for.

A limit is never judged here: it is kept as it was told, shown where it matters, and no load over
it is suggested.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial

from planner.coach import wording
from planner.coach.concerns import concerns
from planner.coach.refused import Refused
from planner.coach.scope_words import (
    is_for_all as is_for_all,
    is_note as is_note,
    listed as listed,
    what as what,
    whom as whom,
    words as words,
)
from planner.coach.spared import minded
from planner.engine.terms import (
    N_,
    Exercise,
    Lifter,
    Limit,
    LoadKind,
    Restriction,
    Suggestion,
    Topic,
    Unit,
)
from planner.language import filled, tr
from planner.storage import health as storage

BACKWARDS = N_("The limit's last day comes before its first: change one of them.")
NO_LOAD = N_("No load is suggested.")  # where the limit itself is in sight
SOON = timedelta(days=7)  # before its end a limit says so
_TINY = 1e-6
_LOADED = (LoadKind.EXTERNAL, LoadKind.ADDED)


@dataclass(frozen=True, slots=True)
class Scope:
    """The limits of a lifter that are in force on a day."""

    acting: tuple[Restriction, ...] = ()

    def of(self, exercise: Exercise) -> Restriction | None:
        """Return the strictest limit on an exercise: none at all, else the least load; or None."""
        return min(self._on(exercise), key=_least_first, default=None)

    def bar(self, exercise: Exercise) -> Restriction | None:
        """Return a limit on an exercise whatever its load; None without one."""
        found = self.of(exercise)
        return found if found is not None and found.most_kg is None else None

    def cap(self, exercise: Exercise) -> Restriction | None:
        """Return the limit that allows an exercise the least load; None without one.

        Help that a machine gives is no load: less of it would be harder.
        """
        if exercise.load_kind not in _LOADED:
            return None
        capped = [each for each in self._on(exercise) if each.most_kg is not None]
        return min(capped, key=_least_first, default=None)

    def most_kg(self, exercise: Exercise) -> float | None:
        """Return the most an exercise may be loaded with, kg as typed; None without a cap."""
        found = self.cap(exercise)
        return found.most_kg if found is not None else None

    def _on(self, exercise: Exercise) -> list[Restriction]:
        return [e for e in self.acting if not is_note(e) and _holds(e, exercise)]

    def own(self, exercise: Exercise) -> Restriction | None:
        """Return the strictest limit on an exercise but for those on all training; or None."""
        made = (each for each in self._on(exercise) if not is_for_all(each))
        return min(made, key=_least_first, default=None)

    def for_all(self) -> tuple[Restriction, ...]:
        """Return the limits on all training, those in words alone, too."""
        return tuple(each for each in self.acting if is_for_all(each))

    def limits(self) -> frozenset[Limit]:
        """Return what is to be spared by the limits that no load lifts."""
        return frozenset(e.limit for e in self.acting if e.limit and e.most_kg is None)


NOTHING = Scope()


# reads
def scope(lifter_id: int, on: date) -> Scope:
    """Return the limits in force on a day; LookupError without a lifter."""
    return acting(storage.restrictions(lifter_id), on)


def acting(known: Iterable[Restriction], on: date) -> Scope:
    """Return those of some limits that are in force on a day."""
    return Scope(tuple(made for made in known if in_force(made, on)))


def joined(known: Iterable[Scope]) -> Scope:
    """Return the limits in force on any of some days."""
    return Scope(tuple(dict.fromkeys(made for each in known for made in each.acting)))


def sparing(lifter: Lifter, on: date) -> Lifter:
    """Return a lifter who spares, beside the own choice, what limits in force ask for, and a
    pregnancy that was told of."""
    if lifter.id is None:
        return lifter
    wanted = scope(lifter.id, on).limits() | set(expecting(lifter, on).limits)
    return replace(lifter, limits=tuple(each for each in Limit if each in wanted))


def expecting(lifter: Lifter, on: date) -> Lifter:
    """Return a lifter who spares a pregnancy, or a birth not long ago, that was told of."""
    pregnant = concerns(lifter.id or 0, Topic.PREGNANCY, on)
    return replace(lifter, limits=(*lifter.limits, Limit.PREGNANCY)) if pregnant else lifter


def restrictions(lifter_id: int, on: date | None = None) -> list[Restriction]:
    """List a lifter's limits, oldest first: all of them, or those in force on a day."""
    known = storage.restrictions(lifter_id)
    return [each for each in known if on is None or in_force(each, on)]


def restricted(lifter_id: int, on: date, exercise: Exercise) -> Restriction | None:
    """Return the strictest limit on an exercise on a day; None where there is none."""
    return scope(lifter_id, on).of(exercise)


def in_force(made: Restriction, on: date) -> bool:
    """Say whether a limit holds on a day: from its first day to its last one, both included."""
    return made.since <= on and (made.until is None or on <= made.until)


def ends_soon(made: Restriction, today: date) -> bool:
    """Say whether a limit that holds today ends within a week."""
    return in_force(made, today) and made.until is not None and made.until - today <= SOON


def _least_first(made: Restriction) -> float:
    return -1.0 if made.most_kg is None else made.most_kg


def _holds(made: Restriction, exercise: Exercise) -> bool:
    if made.exercise is not None:
        return made.exercise in exercise.done_as
    if made.pattern is not None:
        return made.pattern is exercise.pattern
    return made.limit is None or bool(minded(exercise, {made.limit}))


def allowed(made: Suggestion, known: Scope, exercises: Mapping[str, Exercise]) -> bool:
    """Say whether what is suggested keeps to the limits on loads."""
    change = made.change
    if change is None or change.load_kg is None or not made.exercise:
        return True
    most = known.most_kg(exercises[made.exercise])
    return most is None or change.load_kg <= most + _TINY


# words
def for_all(known: Scope, unit: Unit) -> str:
    """Return the limits on all training in a line; '' without any."""
    return " · ".join(words(made, unit) for made in known.for_all())


def on_sheet(lifts: Sequence[tuple[Exercise, Scope]], unit: Unit, first: date) -> tuple[str, ...]:
    """Return the limits of a week, from its first day on: those on all training, then those that
    its exercises come under, each with the limits of its day, once with whom it concerns.

    Who set them stays off paper, which others see.
    """
    say = partial(words, unit=unit, first=first, by=False)
    return _told(joined(limits for _, limits in lifts), lifts, say)


def told(known: Scope, exercises: Iterable[Exercise], unit: Unit) -> tuple[str, ...]:
    """Return the limits with a load on all training, and those that some exercises come under,
    each once with whom it concerns."""
    capped = Scope(tuple(made for made in known.acting if not is_note(made)))
    return _told(capped, ((each, known) for each in exercises), partial(words, unit=unit))


def _told(
    known: Scope, lifts: Iterable[tuple[Exercise, Scope]], say: Callable[[Restriction], str]
) -> tuple[str, ...]:
    found: dict[str, dict[str, None]] = {}
    for each, limits in lifts:
        made = limits.own(each)
        if made is not None:
            found.setdefault(say(made), {})[each.name] = None
    alone = (filled(tr("{limit}."), limit=say(made)) for made in known.for_all())
    of_lifts = tr("{exercises}: {limit}.")
    return (
        *alone,
        *(
            filled(of_lifts, exercises=wording.in_row(names), limit=limit)
            for limit, names in found.items()
        ),
    )


# writes
def keep(lifter_id: int, made: Restriction) -> None:
    """Store a new limit, or a changed one; LookupError for an unknown lifter or exercise.

    Refused when it ends before it begins.
    """
    check(made)
    if made.id is None:
        storage.add_restriction(lifter_id, made)
    else:
        storage.change_restriction(made)


def check(made: Restriction) -> None:
    """Refuse a limit that ends before it begins: it would never hold."""
    if made.until is not None and made.until < made.since:
        raise Refused(tr(BACKWARDS))


def delete(made: Restriction) -> None:
    """Delete a limit; LookupError when it is not stored."""
    storage.delete_restriction(made.id or 0)
