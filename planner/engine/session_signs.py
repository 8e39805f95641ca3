"""What the sets of a session under way show beside their numbers: technique, pain, the drop-off."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from typing import NamedTuple

from planner.engine import evidence
from planner.engine.set_habit import Marks, SetHabit
from planner.engine.target import Base, work_sets
from planner.engine.terms import SUSPECT, WORK_KINDS, LoggedSet, Phrase, Technique, phrase

_HOLD, _STOP = int(evidence.PAIN_STOP.value), int(evidence.PAIN_REFER.value)
_LOOK = int(evidence.PAIN_LOOK.value)
_LEAST_SETS = int(evidence.LEAST_SOUND_SETS.value)
_BREAKDOWNS = int(evidence.BREAKDOWNS.value)
_CLEARLY, _LASTS = evidence.DROP_CLEAR.value, evidence.DROP_LASTS.value
_SAME_LOAD = evidence.SET_ALIKE.value
_NEAR_LIMIT = evidence.NEAR_LIMIT.value


class SetLimit(NamedTuple):
    """The sets that were done before technique broke down, and the reserve of the one after."""

    sets: int
    rir: float | None

    @property
    def too_few(self) -> bool:
        """Whether so few sets stayed sound that the load is too much, not the work."""
        return self.sets < _LEAST_SETS

    @property
    def least(self) -> int:
        """The sets to do next time: those that stayed sound, but one alone practises nothing."""
        return max(self.sets, _LEAST_SETS)


def set_limit(sets: Sequence[LoggedSet]) -> SetLimit | None:
    """Return how many work sets stayed without a breakdown; None when none broke down.

    A breakdown in the first rated set is no matter of tiredness and limits nothing.
    """
    work = work_sets(sets)
    for place, entry in enumerate(work):
        if entry.technique is Technique.BREAKDOWN:
            rated = any(before.technique is not None for before in work[:place])
            return SetLimit(place, entry.rir) if rated else None
    return None


def tiring_words(sessions: Sequence[Sequence[LoggedSet]]) -> Phrase | None:
    """Say in which sets technique broke down after sound ones, over some sessions; None if never.

    `sessions` are the sets of each, oldest first; the reserve of these sets is told where it was
    logged in all.
    """
    rated = [sets for sets in sessions if any(entry.technique for entry in work_sets(sets))]
    found = [limit for limit in map(set_limit, rated) if limit is not None]
    if not found:
        return None
    first = min([limit.sets for limit in found]) + 1
    logged = [limit.rir for limit in found if limit.rir is not None]
    which = _of_the_rated(len(found), len(rated))
    if len(logged) < len(found):
        return phrase("Technique broke down in {which}, from set {set_number} on.",
                      which=which, set_number=first)  # fmt: skip
    return phrase(
        "Technique broke down in {which}, from set {set_number} on, with {rir} in reserve on "
        "average.",
        which=which, set_number=first, rir=round(sum(logged) / len(logged), 1),
    )  # fmt: skip


def _of_the_rated(count: int, sessions: int) -> Phrase:
    if sessions == 1:
        return phrase("the only session that was rated")
    return phrase("{count} of the last {sessions} rated sessions", count=count, sessions=sessions)


def limit_words(limit: SetLimit) -> Phrase:
    """Say in which set technique broke down, and how many there should be next time."""
    if limit.too_few:
        return phrase(
            "Technique broke down in set {set_number}: make it easier next time, {sets} sets.",
            set_number=limit.sets + 1, sets=limit.least,
        )  # fmt: skip
    if limit.rir is not None and limit.rir <= _NEAR_LIMIT:
        return phrase(
            "Technique broke down in set {set_number}, with {rir} in reserve: at most {sets} sets "
            "next time.",
            set_number=limit.sets + 1, rir=limit.rir, sets=limit.sets,
        )  # fmt: skip
    return phrase(
        "Technique broke down in set {set_number}: at most {sets} sets next time.",
        set_number=limit.sets + 1, sets=limit.sets,
    )  # fmt: skip


def worst_pain(sets: Sequence[LoggedSet]) -> int:
    """Return the worst pain logged, 0 to 10; 0 when none was."""
    return max([entry.pain or 0 for entry in sets], default=0)


def was_done(entry: LoggedSet) -> bool:
    """Tell whether a set is work that was done, held or carried, and looks believable."""
    done = entry.reps or entry.seconds or entry.distance_m
    return entry.kind in WORK_KINDS and SUSPECT not in entry.flags and bool(done)


def tells_of_pain(sets: Sequence[LoggedSet]) -> bool:
    """Tell whether a day says how a lift fares since it hurt: work was done on it, or it hurt badly
    again. A warm-up alone says nothing of that."""
    return must_stop(sets) or any(was_done(entry) for entry in sets)


def must_stop(sets: Sequence[LoggedSet]) -> bool:
    """Tell whether a set hurt so much that the exercise should end for today."""
    return worst_pain(sets) >= _STOP


def pain_words(sets: Sequence[LoggedSet]) -> Phrase | None:
    """Say at once what pain in a set asks for; None below what counts."""
    pain = worst_pain(sets)
    if pain >= _STOP:
        return strong_pain(pain)
    if pain < _HOLD:
        return None
    return (
        lesser_pain(pain)
        if _loaded(sets)
        else phrase("Pain of {pain} out of 10: do no more of this, or less.", pain=pain)
    )


def _loaded(sets: Sequence[LoggedSet]) -> bool:
    return any(entry.load_kg for entry in sets)


def must_be_seen(pain: int) -> bool:
    """Tell whether pain is so strong that it is not for the lifter alone to wait for its end."""
    return pain >= _LOOK


def strong_pain(pain: int) -> Phrase:
    """Say what strong pain asks for, on the day and before the next session alike."""
    if must_be_seen(pain):
        return phrase(
            "Pain of {pain} out of 10: stop this exercise and have it looked at by a doctor or "
            "physiotherapist before you do it again.",
            pain=pain,
        )
    return phrase(
        "Pain of {pain} out of 10: stop this exercise and leave it out until that is gone. If it "
        "stays, see a doctor or physiotherapist.",
        pain=pain,
    )


def lesser_pain(pain: int, when: Phrase | None = None) -> Phrase:
    """Say what pain that need not stop a lift asks for; `when` is the sessions that it was in."""
    if when is None:
        return phrase("Pain of {pain} out of 10: hold the load, or take less.", pain=pain)
    return phrase("Pain of {pain} out of 10 {when}: hold the load, or take less.", pain=pain,
                  when=when)  # fmt: skip


def breakdowns(sets: Sequence[LoggedSet]) -> int:
    """Count the work sets in which technique broke down."""
    return sum(entry.technique is Technique.BREAKDOWN for entry in work_sets(sets))


def where_broken(sets: Sequence[LoggedSet], limit: SetLimit) -> Phrase:
    """Return within a sentence in which sets technique broke down: how many, and the first."""
    count, first = breakdowns(sets), limit.sets + 1
    if count > 1:
        return phrase("{broken} sets, first in set {set_number}", broken=count, set_number=first)
    return phrase("set {set_number}", set_number=first)


def technique_words(sets: Sequence[LoggedSet]) -> Phrase | None:
    """Say at once what broken-down sets mean for next time; None without any."""
    count = breakdowns(sets)
    limit = set_limit(sets)
    if count >= _BREAKDOWNS and limit is not None:
        return phrase(
            "{count} breakdowns today, the first in set {set_number}: make it easier next time, "
            "{sets} sets."
            if limit.too_few
            else "{count} breakdowns today, the first in set {set_number}: at most {sets} sets "
            "next time.",
            count=count, set_number=limit.sets + 1, sets=limit.least,
        )  # fmt: skip
    if count >= _BREAKDOWNS:
        return phrase(
            "{count} breakdowns today: the load will not rise next time."
            if _loaded(sets)
            else "{count} breakdowns today: next time no more of this.",
            count=count,
        )
    return None if limit is None else limit_words(limit)


class DropOff(NamedTuple):
    """Sets of one load that fell off more than this lifter's do: repetitions of the first and the
    last, and by how much strength shown fell beyond the usual, log units."""

    first: int
    last: int
    beyond: float


def drop_off(today: Marks, habit: SetHabit) -> DropOff | None:
    """Return the drop-off within a session where it is clearly more than the lifter's own.

    Sets with the load of the last one are compared; None for fewer than three.
    """
    same = [m for m in today if abs(m.log_load - today[-1].log_load) < _SAME_LOAD]
    steps = len(same) - 1
    if steps < evidence.DROP_STEPS.value:
        return None
    beyond = steps * habit.drop - (same[-1].log_kg - same[0].log_kg)
    if beyond < _CLEARLY * habit.spread * sqrt(steps):
        return None
    return DropOff(same[0].reps, same[-1].reps, beyond)


def still_felt(seen: DropOff, days: int) -> float:
    """Return how much of a drop-off is left after some days: all at once, nothing after two."""
    return seen.beyond * max(0.0, 1.0 - 24.0 * days / _LASTS)


def drop_words(seen: DropOff, days: int) -> Phrase | None:
    """Tell a drop-off of today, or of yesterday while it may still be felt; None afterwards."""
    if days == 0:
        return phrase(
            "Your sets fall off more than usual today: from {first} to {last} reps.",
            first=seen.first, last=seen.last,
        )  # fmt: skip
    if still_felt(seen, days) <= 0.0:
        return None
    return phrase("Yesterday your sets fell off more than usual; it may still be felt today.")


def effort_words(base: Base) -> Phrase | None:
    """Tell, before a session, that the same sets left less and less in reserve; None otherwise."""
    fallen = base.fallen_reserve
    if fallen is None:
        return None
    return phrase(
        "It gets harder: the same sets left {before_rir} in reserve two sessions before, {now_rir} "
        "last time.",
        before_rir=round(fallen[0], 1), now_rir=round(fallen[1], 1),
    )  # fmt: skip
