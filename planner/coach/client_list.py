"""All lifters of a trainer at a glance: what is read of all at once, and what the engine says."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import IntEnum

from planner.coach import (
    adherence,
    day_line,
    lifter_lock,
    load_jumps,
    non_use,
    readings,
    scope,
    suggesting,
    switches,
    untyped,
)
from planner.coach.aside import aside
from planner.coach.day_line import DayKind, DayLine
from planner.coach.non_use import Unused
from planner.coach.suggesting import Advised
from planner.coach.switches import Switch
from planner.engine.terms import DayVerdict, Lifter, Phrase, Reading, Restriction
from planner.storage import clients as store, roster, versions
from planner.storage.roster import Due as Due

LATELY = timedelta(weeks=1)  # how long the list says that a limit is over
KEPT_FOR = timedelta(weeks=4)  # how far back planned sessions are counted


class ClientVerdict(IntEnum):
    """What a day asks for; what needs a look comes first."""

    WAITING = 0  # for a clearance
    REST = 1
    EASE = 2
    QUESTION = 3
    ILL = 4
    AWAY = 5
    HOLD = 6
    PUSH = 7
    FREE = 8  # nothing is planned, and nothing asks for rest
    UNSHOWN = 9  # the lifter is shown none


_STANDING = {
    DayKind.WAITING: ClientVerdict.WAITING,
    DayKind.ILL: ClientVerdict.ILL,
    DayKind.AWAY: ClientVerdict.AWAY,
}
_SAID = {
    DayVerdict.REST: ClientVerdict.REST,
    DayVerdict.EASE: ClientVerdict.EASE,
    DayVerdict.HOLD: ClientVerdict.HOLD,
    DayVerdict.PUSH: ClientVerdict.PUSH,
}


@dataclass(frozen=True, slots=True)
class ClientState:
    """What the engine says of a lifter on a day.

    `readings` are those of the lifts in use, `why` the reason of the verdict, `waiting` how many
    suggestions ask for a decision, `unused` what the lifter used to train, or has planned, and
    does not: by muscle, pattern and side, the longest first; `idle_days` are those without any
    training, from two weeks on. `chosen` says that the verdict is the lifter's own. Without a
    log, and nothing that protects, there is no verdict.
    """

    readings: tuple[Reading, ...]
    verdict: ClientVerdict | None
    why: Phrase | None
    waiting: int
    unused: tuple[Unused, ...]
    chosen: bool = False
    idle_days: int = 0


@dataclass(frozen=True, slots=True)
class Client:
    """A lifter in the list; `done` of the `due` sessions of the last four weeks.

    `limits` are those in force, `over` those whose last day was in the week before today. Of one
    who is `locked` only the name is told.
    """

    lifter: Lifter
    last_on: date | None = None
    next: Due | None = None
    done: int = 0
    due: int = 0
    state: ClientState | None = None
    limits: tuple[Restriction, ...] = ()
    over: tuple[Restriction, ...] = ()
    locked: bool = False


@dataclass(slots=True)
class _Known:
    today: date
    version: object
    rests_on: tuple[roster.Fingerprint, frozenset[Switch]]  # what is stored, what is shown
    state: ClientState


_known: dict[str, _Known] = {}  # by the lifter's uid


def clients(today: date) -> list[Client]:
    """List all lifters by name, archived ones too, with what is known already of their state."""
    last, ahead = roster.last_days(today), roster.next_due(today)
    return [_client(lifter, last, ahead, today) for lifter in store.lifters(include_archived=True)]


def _client(
    lifter: Lifter, last: Mapping[int, date], ahead: Mapping[int, Due], today: date
) -> Client:
    if lifter_lock.is_shut(lifter):
        return Client(replace(lifter, note=""), locked=True)
    key = lifter.id or 0
    done, due = adherence.adherence(key, today - KEPT_FOR, today)
    known = scope.restrictions(key)
    limits, over = scope.acting(known, today).acting, tuple(_just_over(known, today))
    state = at_hand(lifter, today)
    return Client(lifter, last.get(key), ahead.get(key), done, due, state, limits, over)


def _just_over(known: Iterable[Restriction], today: date) -> Iterator[Restriction]:
    for each in known:
        if each.until is not None and timedelta() < today - each.until <= LATELY:
            yield each


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
    version, known = versions.version(), _known.get(lifter.uid)
    shown = frozenset(each for each in Switch if switches.is_on(key, each))
    rests_on = roster.fingerprint(key), shown
    if known is not None and (known.today, known.rests_on) == (today, rests_on):
        known.version = version
        return known.state
    yield
    state = yield from aside(lifter, _state(key, today))
    _known[lifter.uid] = _Known(today, version, rests_on, state)
    return state


def _state(lifter_id: int, today: date) -> Generator[None, None, ClientState]:
    yield from readings.replaying(lifter_id, today)
    advised = yield from suggesting.advising(lifter_id, today)
    read = readings.readings(lifter_id, today)
    used = suggesting.current(readings.replays(lifter_id, today), today)
    yield
    lifts = tuple(made for slug, made in read.items() if slug in used)
    line = day_line.day_line(lifter_id, today, advised)
    verdict, why = _verdict(lifter_id, today, advised, line)
    own = line is not None and line.standing is DayKind.CHOSEN
    unused = non_use.unused(lifter_id, today)
    last_on = max(readings.last_trained(lifter_id, today).lifts.values(), default=None)
    idle = non_use.idle_days(lifter_id, last_on, today)
    return ClientState(lifts, verdict, why, len(advised.asked), unused, own, idle)


def _verdict(
    lifter_id: int, today: date, advised: Advised, line: DayLine | None
) -> tuple[ClientVerdict | None, Phrase | None]:
    """Return what the day's line says, or that a question is open on a day with nothing graver."""
    if line is None:
        return None, None
    if line.verdict is None:
        return _STANDING[line.standing], line.reason
    free = line.standing is DayKind.FREE
    said = (ClientVerdict.FREE, None) if free else (_SAID[line.verdict], line.reason)
    if not switches.is_on(lifter_id, Switch.VERDICT):
        said = ClientVerdict.UNSHOWN, None
    if said[0] < ClientVerdict.QUESTION:
        return said
    if advised.untyped:
        return ClientVerdict.QUESTION, untyped.asked(advised.untyped)
    asked = load_jumps.question(lifter_id, today) is not None
    return (ClientVerdict.QUESTION, None) if asked else said


def with_state(client: Client, state: ClientState) -> Client:
    """Return a client of whom the engine has said something."""
    return replace(client, state=state)
