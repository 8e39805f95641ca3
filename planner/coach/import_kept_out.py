"""What a log has that is not here, and was on purpose: deleted here, or on another day by now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from planner.coach import counts, done_sets, wording
from planner.coach.done_sets import Done
from planner.engine.terms import Session, sets_in
from planner.language import tr
from planner.storage import deleted_log
from planner.storage.deleted_log import Deleted
from planner.storage.log_reads import SessionKey

PART = 50  # sessions looked at once, some 5 ms


@dataclass(frozen=True, slots=True)
class KeptOut:
    """What stays out of a session: how many sets, why, and what of it still comes in."""

    sets: int
    why: str
    rest: Session | None = None


@dataclass(slots=True)
class KeptBack:
    """What stays out, by the number of its session; `moved` are the whole sessions."""

    moved: dict[int, Session] = field(default_factory=dict)
    out: dict[int, KeptOut] = field(default_factory=dict)

    def keep_moved(self, number: int, session: Session, key: SessionKey) -> None:
        """Keep a session out that is here on another day."""
        words = tr("Moved here to {day}, stays out: {session}")
        why = words.format(day=wording.date_with_year(key.on), session=title(session))
        self.moved[number] = session
        self.out[number] = KeptOut(sets_in(session), why)

    def keep_trashed(self, number: int, session: Session) -> None:
        """Keep a session out that lies in the trash."""
        words = tr("{session} is in Deleted… and stays out")
        self.out[number] = KeptOut(sets_in(session), words.format(session=title(session)))

    def without(self, new: Mapping[int, Session]) -> dict[int, Session]:
        """Return, by number, what comes in of new sessions."""
        rests = {number: kept.rest for number, kept in self.out.items()}
        left = {number: rests.get(number, session) for number, session in new.items()}
        return {number: session for number, session in left.items() if session is not None}

    def keep_deleted(
        self, lifter_id: int, sessions: Sequence[Session], new: Mapping[int, Session]
    ) -> Iterator[None]:
        """Keep out, in parts, what was deleted here for good; `new` is what is not here."""
        left = [number for number in new if number not in self.out]
        known = deleted_log.deleted(lifter_id) if left else None
        if known is None or not any(known):
            return
        for at, number in enumerate(left):
            if at % PART == 0:
                yield
            kept = _kept(sessions[number], new[number], known)
            if kept is not None:
                self.out[number] = kept


def title(session: Session) -> str:
    """Name a session with its day."""
    words = tr("{session} of {day}") if session.name else "{day}"
    return words.format(session=session.name, day=wording.date_with_year(session.on))


def _kept(session: Session, new: Session, known: Deleted) -> KeptOut | None:
    """Return what of the new sets of a session was deleted."""
    gone = _gone(session, known)
    if not gone:
        return None
    slots = []
    for slot in new.exercises:
        left = []
        for entry in slot.sets:
            done = done_sets.done(slot.exercise, entry)
            if gone[done]:
                gone[done] -= 1
            else:
                left.append(entry)
        if left:
            slots.append(replace(slot, sets=tuple(left)))
    rest = replace(new, exercises=tuple(slots))
    out = sets_in(new) - sets_in(rest)
    return KeptOut(out, _why(session, out), rest if slots else None) if out else None


def _why(session: Session, out: int) -> str:
    if out == sets_in(session):
        return tr("Deleted here, stays out: {session}").format(session=title(session))
    words = tr("Deleted here, stays out: {sets} of {session}")
    return words.format(sets=counts.sets(out), session=title(session))


def _gone(session: Session, known: Deleted) -> Counter[Done]:
    """Count the sets of a session that were deleted; of equal ones it does not matter which."""
    whole = session.uid != "" and session.uid in known.sessions
    rows = Counter[str]()
    gone = Counter[Done]()
    for slot in session.exercises:
        taken_out = whole or slot.uid in known.uids
        for entry in slot.sets:
            row = deleted_log.mark(entry.source_text) if entry.source_text else ""
            rows[row] += 1
            if taken_out or entry.uid in known.uids or rows[row] <= known.rows[row]:
                gone[done_sets.done(slot.exercise, entry)] += 1
    return gone
