"""All lifters of a trainer at a glance: what is read of all at once, and what the engine says."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import IntEnum

from planner.coach import absences, adherence, load_jumps, readings, silence, suggesting, untyped
from planner.coach.aside import aside
from planner.coach.suggesting import Advised
from planner.coach.surroundings import LastTrained
from planner.engine import volume
from planner.engine.terms import Lifter, Phrase, Reading, SuggestionKind, phrase
from planner.storage import clients as store, roster, versions
from planner.storage.roster import Due as Due

KEPT_FOR = timedelta(weeks=4)  # how far back planned sessions are counted


class Verdict(IntEnum):
    """What a day asks for; what needs a look comes first."""

    REST = 0
    EASE = 1
    QUESTION = 2
    ILL = 3
    PLANNED = 4


@dataclass(frozen=True, slots=True)
class ClientState:
    """What the engine says of a lifter on a day.

    `readings` are those of the lifts in use, `why` the reason of the verdict, `waiting` how many
    suggestions ask for a decision, `rested` the (muscle group, days) since each group was trained,
    the longest first. A lifter without a log has no verdict.
    """

    readings: tuple[Reading, ...]
    verdict: Verdict | None
    why: Phrase | None
    waiting: int
    rested: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Client:
    """A lifter in the list; `done` of the `due` sessions of the last four weeks."""

    lifter: Lifter
    last_on: date | None = None
    next: Due | None = None
    done: int = 0
    due: int = 0
    state: ClientState | None = None


@dataclass(slots=True)
class _Known:
    today: date
    version: object
    fingerprint: roster.Fingerprint
    state: ClientState


_known: dict[str, _Known] = {}  # by the lifter's uid


def clients(today: date) -> list[Client]:
    """List all lifters by name, archived ones too, with what is known already of their state."""
    last, ahead = roster.last_days(today), roster.next_due(today)
    return [_client(lifter, last, ahead, today) for lifter in store.lifters(include_archived=True)]


def _client(
    lifter: Lifter, last: Mapping[int, date], ahead: Mapping[int, Due], today: date
) -> Client:
    key = lifter.id or 0
    done, due = adherence.adherence(key, today - KEPT_FOR, today)
    return Client(lifter, last.get(key), ahead.get(key), done, due, at_hand(lifter, today))


def at_hand(lifter: Lifter, today: date) -> ClientState | None:
    """Return what was said of a lifter today, perhaps before a change; None when nothing was."""
    known = _known.get(lifter.uid)
    return known.state if known is not None and known.today == today else None


def is_sure(lifter: Lifter, today: date) -> bool:
    """Tell whether what is at hand holds still, since nobody has written anything."""
    known, version = _known.get(lifter.uid), versions.version()
    return (
        known is not None
        and known.today == today
        and version is not None
        and known.version == version
    )


def reading_state(lifter: Lifter, today: date) -> Generator[None, None, ClientState]:
    """Let the engine say part by part what it says of a lifter, unless it is known already.

    What was read along the way of lifters who are not in sight is forgotten again.
    """
    key = lifter.id or 0
    version, fingerprint = versions.version(), roster.fingerprint(key)
    known = _known.get(lifter.uid)
    if known is not None and (known.today, known.fingerprint) == (today, fingerprint):
        known.version = version
        return known.state
    yield
    state = yield from aside(lifter, _state(key, today))
    _known[lifter.uid] = _Known(today, version, fingerprint, state)
    return state


def _state(lifter_id: int, today: date) -> Generator[None, None, ClientState]:
    yield from readings.replaying(lifter_id, today)
    advised = yield from suggesting.advising(lifter_id, today)
    read, last = readings.readings(lifter_id, today), readings.last_trained(lifter_id, today)
    used = suggesting.current(readings.replays(lifter_id, today), today)
    yield
    lifts = tuple(made for slug, made in read.items() if slug in used)
    verdict, why = _verdict(lifter_id, today, advised, len(lifts)) if read else (None, None)
    return ClientState(
        lifts,
        verdict,
        why,
        len(advised.asked),
        tuple(_rested(last, today)),
    )


def _verdict(
    lifter_id: int, today: date, advised: Advised, lifts: int
) -> tuple[Verdict, Phrase | None]:
    """Sum up what is advised; a return counts when half of the lifts in use come back at least.

    To the ill nothing is.
    """
    since = absences.ill_since(lifter_id, today)
    if since is not None:
        return Verdict.ILL, phrase(silence.ILL, since=since)
    asked = {made.kind: made.reason for made in reversed(advised.asked)}
    back = [made for made in advised.asked if made.kind is SuggestionKind.RETURN_RAMP]
    if SuggestionKind.REST_DAY in asked:
        return Verdict.REST, asked[SuggestionKind.REST_DAY]
    if SuggestionKind.DELOAD in asked:
        return Verdict.EASE, asked[SuggestionKind.DELOAD]
    if back and 2 * len(back) >= min(lifts, suggesting.FIRST_SESSION_LIFTS):
        return Verdict.EASE, back[0].reason
    if advised.untyped:
        return Verdict.QUESTION, untyped.asked(advised.untyped)
    if load_jumps.question(lifter_id, today) is not None:
        return Verdict.QUESTION, None
    return Verdict.PLANNED, None


def _rested(last: LastTrained, today: date) -> Iterable[tuple[str, int]]:
    days = {
        group: max(last.muscles[muscle][-1] for muscle in muscles if muscle in last.muscles)
        for group, muscles in volume.GROUPS
        if not last.muscles.keys().isdisjoint(muscles)
    }
    return sorted(((group, (today - on).days) for group, on in days.items()), key=_longest)


def _longest(rested: tuple[str, int]) -> int:
    return -rested[1]


def with_state(client: Client, state: ClientState) -> Client:
    """Return a client of whom the engine has said something."""
    return replace(client, state=state)
