"""What a log has that is not here, and was on purpose: deleted here, or on another day by now."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from planner.coach import counts, done_sets, wording
from planner.coach.done_sets import Done
from planner.engine.terms import LoggedExercise, Session, sets_in
from planner.language import tr
from planner.storage import deleted_log
from planner.storage.deleted_log import Deleted
from planner.storage.log_reads import SessionKey


@dataclass(frozen=True, slots=True)
class KeptOut:
    """What stays out of a session: how many sets, why, and what of it still comes in.

    `wanted` is what comes in with what was deleted; None of a session that is here.
    """

    sets: int
    why: str
    rest: Session | None = None
    wanted: Session | None = None


@dataclass(slots=True)
class AllKeptOut:
    """What stays out of a log, by the number of its session."""

    out: dict[int, KeptOut] = field(default_factory=dict)

    def keep_moved(self, number: int, session: Session, key: SessionKey) -> None:
        """Keep a session out that is here on another day."""
        words = tr("Moved here to {day}, stays out: {session}")
        why = words.format(day=wording.date_with_year(key.on), session=title(session))
        self.out[number] = KeptOut(sets_in(session), why)

    def keep_trashed(self, number: int, session: Session) -> None:
        """Keep a session out that lies in the trash."""
        words = tr("{session} is in Deleted… and stays out")
        why = words.format(session=title(session))
        self.out[number] = KeptOut(sets_in(session), why, wanted=session)

    def coming(self, new: Mapping[int, Session], deleted_too: bool) -> dict[int, Session]:
        """Return, by number, what comes in of new sessions."""
        left = {
            number: session
            if (kept := self.out.get(number)) is None
            else (kept.wanted if deleted_too else kept.rest)
            for number, session in new.items()
        }
        return {number: session for number, session in left.items() if session is not None}

    def staying(self, deleted_too: bool) -> dict[int, KeptOut]:
        """Return, by number in order, what stays out."""
        kept = sorted(self.out.items())
        return {n: each for n, each in kept if not deleted_too or each.wanted is None}

    def deleted_sets(self) -> int:
        """Count the sets that were deleted here, wanted or not."""
        return sum(each.sets for each in self.out.values() if each.wanted is not None)

    def keep_deleted(
        self,
        lifter_id: int,
        sessions: Sequence[Session],
        new: Mapping[int, Session],
        typed: Mapping[int, Counter[Done]],
    ) -> Iterator[None]:
        """Keep out, in parts, what was deleted here for good; `new` is what is not here.

        What was `typed` here again, by number of the session, does not count as deleted.
        """
        left = [number for number in new if number not in self.out]
        known = deleted_log.deleted(lifter_id) if left else None
        if known is None or known.is_nothing():
            return
        for at, number in enumerate(left):
            if at % done_sets.PART == 0:
                yield
            gone = _gone(sessions[number], known)
            for done in typed.get(number, ()):
                del gone[done][: typed[number][done]]
            kept = _kept(sessions[number], new[number], gone)
            if kept is not None:
                self.out[number] = kept


def title(session: Session) -> str:
    """Name a session with its day."""
    words = tr("{session} of {day}") if session.name else "{day}"
    return words.format(session=session.name, day=wording.date_with_year(session.on))


def _kept(session: Session, new: Session, gone: Mapping[Done, list[str]]) -> KeptOut | None:
    """Return what of the new sets of a session was deleted."""
    if not any(gone.values()):
        return None
    parted = [_parted(slot, gone) for slot in new.exercises]
    rest = replace(new, exercises=tuple(left for left, _ in parted if left.sets))
    wanted = replace(new, exercises=tuple(whole for _, whole in parted))
    out = sets_in(new) - sets_in(rest)
    if not out:
        return None
    return KeptOut(out, _why(session, out), rest if rest.exercises else None, wanted)


def _parted(
    slot: LoggedExercise, gone: Mapping[Done, list[str]]
) -> tuple[LoggedExercise, LoggedExercise]:
    """Take from a slot what was deleted; return it, and the whole one: what comes back goes by the
    uid it had, so that it is known to be here again."""
    left, whole = [], []
    for entry in slot.sets:
        if uids := gone.get(done_sets.done(slot.exercise, entry)):
            whole.append(replace(entry, uid=uids.pop(0)))
        else:
            left.append(entry)
            whole.append(entry)
    return replace(slot, sets=tuple(left)), replace(slot, sets=tuple(whole))


def _why(session: Session, out: int) -> str:
    if out == sets_in(session):
        return tr("Deleted here, stays out: {session}").format(session=title(session))
    words = tr("Deleted here, stays out: {sets} of {session}")
    return words.format(sets=counts.sets(out), session=title(session))


def _gone(session: Session, known: Deleted) -> defaultdict[Done, list[str]]:
    """Return the uids of a session's sets that were deleted; of equal ones it does not matter
    which. One that a file does not name goes by an empty uid."""
    whole = session.uid != "" and session.uid in known.sessions
    rows = dict[str, list[str]]()
    gone = defaultdict[Done, list[str]](list)
    for slot in session.exercises:
        taken_out = whole or slot.uid in known.uids
        for entry in slot.sets:
            row = entry.source_text
            if row not in rows:
                rows[row] = known.of_row(row)
            noted = rows[row].pop(0) if rows[row] else None
            if taken_out or entry.uid in known.uids:
                noted = entry.uid or noted or ""
            if noted is not None:
                gone[done_sets.done(slot.exercise, entry)].append(noted)
    return gone
