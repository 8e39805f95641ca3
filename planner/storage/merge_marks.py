"""Tell what only one of two computers changed, by what each had of the other at earlier merges.

Each file remembers up to which stamp it has taken in what another computer had, and a handed-over
file says whose it is and when it was made. A version that the other computer had is no change
against it. Where nobody can tell, both count as changed.
"""

from __future__ import annotations

import json
import platform
import sqlite3
from collections.abc import Collection, Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from planner.storage import clients, merge_lines
from planner.storage.base import db
from planner.storage.handover import PLAN
from planner.storage.merge_match import in_batches
from planner.storage.merging import Comparison, Plan
from planner.storage.private import BARE, NEVER

SETTING = "merge_marks"  # of this computer: it goes along with what is handed over, not at a merge
_MOST = 20  # merges that are remembered one by one
_PLAN_ONLY = " plan"  # behind the uid of a lifter of whom no log was taken in
_UNTOLD = {*BARE, *NEVER}  # tables of which a file may have less than the computer it is from
_EVER = 1 << 62


class Taken(NamedTuple):
    """What was taken in: what the other one had up to a stamp of its own.

    At a stamp of this one's; what was changed here from the stamp `since` on, the other one had
    not, or not so.
    """

    until: int
    at: int
    since: int


class Came(NamedTuple):
    """That rows came in by a merge, and the earliest stamp among them."""

    at: int
    earliest: int


@dataclass(slots=True)
class Marks:
    """What a file knows: its home, what it took from others by home and lifter, what came when.

    `until`: when it was handed over, with the plan only or not; None is a whole database.
    """

    home: str = ""
    taken: dict[str, dict[str, Taken]] = field(default_factory=dict)
    came: list[Came] = field(default_factory=list)
    until: int | None = None
    plan_only: bool = False


def ours() -> Marks:
    """Return the marks of the open file."""
    made = _parsed(clients.setting(SETTING))
    made.home = _home(Path(db.database))
    return made


def of(connection: sqlite3.Connection) -> Marks:
    """Return the marks of another file; none where it has none that can be read."""
    found = connection.execute("SELECT value FROM setting WHERE key = ?", (SETTING,)).fetchone()
    return _parsed(found[0] if found else "")


def to_hand_over(uids: Collection[str], now: int, plan_only: bool) -> str:
    """Return what goes along with lifters as the setting, of what is known of them only."""
    made = ours()
    scopes = {*uids, *(uid + _PLAN_ONLY for uid in uids)}
    for home, taken in made.taken.items():
        made.taken[home] = {name: each for name, each in taken.items() if name in scopes}
    made.until, made.plan_only = now, plan_only
    return _written(made)


class Changes:
    """Says of two versions whether both computers changed what they had in common."""

    def __init__(self, here: Marks, there: Marks) -> None:
        apart = here.home and there.home and here.home != there.home
        self._here, self._there = (here, there) if apart else (Marks(), Marks())
        own = here.home and here.home == there.home
        self._ours_until = there.until if own and there.until is not None else -1

    def both(self, table: str, whose: str, here_at: int, there_at: int) -> bool:
        """Say so, of two versions with their stamps and the lifter's uid, '' for nobody's."""
        if there_at <= self._ours_until:  # what this computer handed over, it had itself
            return False
        return self.here(table, whose, here_at) and not _is_known(
            self._there, self._here, table, whose, there_at
        )

    def here(self, table: str, whose: str, at: int) -> bool:
        """Say whether the version here is one that the other computer never had."""
        return not _is_known(self._here, self._there, table, whose, at)


def remember(
    made: Comparison, planned: Plan, there: Marks, at: int, until: int
) -> Generator[None, None, None]:
    """Remember, inside a step, what a merge takes in, in parts; it began at a stamp.

    `until` is the last stamp of a file that does not say when it was made.
    """
    here, came = ours(), _EVER
    for earliest in _coming(made, planned):
        came = min(came, earliest)
        yield
    for home, taken in here.taken.items():
        if home != there.home:  # of what came, the others may have nothing
            here.taken[home] = {
                name: each._replace(since=min(each.since, came)) for name, each in taken.items()
            }
    if there.home and there.home != here.home:
        last = there.until if there.until is not None else until
        mark = Taken(last, at, min(_only_here(made), default=_EVER))
        scopes = _scopes(made, there)
        here.taken[there.home] = {**here.taken.get(there.home, {}), **dict.fromkeys(scopes, mark)}
    if came != _EVER:
        here.came = _shortened([*here.came, Came(at, came)])
    clients.change_setting(SETTING, _written(here))


def _home(path: Path) -> str:
    """Name a file of a computer; a copy of it elsewhere has another name."""
    place = (platform.node(), str(path.resolve()), path.stat().st_ino)
    return sha256(json.dumps(place).encode()).hexdigest()[:16]


def _is_known(own: Marks, other: Marks, table: str, whose: str, at: int) -> bool:
    """Say whether the other computer had a version of this stamp, as one file's is."""
    if table in _UNTOLD or at <= 0:
        return False
    scopes = [whose, whose + _PLAN_ONLY] if table in PLAN else [whose]
    took = [each for name in scopes if (each := own.taken.get(other.home, {}).get(name))]
    gave = [each for name in scopes if (each := other.taken.get(own.home, {}).get(name))]
    return any(at <= each.at and at < each.since for each in took) or any(
        at <= each.until and not _came_since(own, each.until, at) for each in gave
    )


def _came_since(own: Marks, until: int, at: int) -> bool:
    return any(each.at > until and each.earliest <= at for each in own.came)


def _coming(made: Comparison, planned: Plan) -> Iterator[int]:
    """Yield the stamps of what comes in, the earliest of each part."""
    for table, keys in planned.new.items():
        sql = f'SELECT min(changed_at) FROM "{table}" WHERE id IN (SELECT value FROM json_each(?))'
        for ids in in_batches(keys):
            yield from made.files.there.execute(sql, (ids,)).fetchone()
    changed = (there_at for here_at, there_at in _pairs(made) if there_at > here_at)
    settings = (each.there_at for each in made.settings if each.here is None)
    yield min((*changed, *settings), default=_EVER)


def _only_here(made: Comparison) -> Iterator[int]:
    """Yield the stamps of versions here that the other file has not."""
    return (here_at for here_at, there_at in _pairs(made) if here_at > there_at)


def _pairs(made: Comparison) -> Iterator[tuple[int, int]]:
    """Yield the stamps here and there of all that has two versions."""
    for table, pairs in made.matched.pairs.items():
        if table != merge_lines.SET:
            yield from ((pair.here_at, pair.there_at) for pair in pairs)
    yield from ((line.here_at, line.there_at) for line in made.lines.values())
    yield from ((each.here_at, each.there_at) for each in made.settings if each.here is not None)


def _scopes(made: Comparison, there: Marks) -> Iterable[str]:
    uids = [uid for (uid,) in made.files.there.execute("SELECT uid FROM lifter").fetchall()]
    if there.until is None:
        return [*uids, ""]
    return [uid + _PLAN_ONLY for uid in uids] if there.plan_only else uids


def _shortened(came: list[Came]) -> list[Came]:
    while len(came) > _MOST:
        one, two, *rest = came
        came = [Came(two.at, min(one.earliest, two.earliest)), *rest]
    return came


def _written(made: Marks) -> str:
    known: Mapping[str, Any] = {
        "home": made.home,
        "taken": made.taken,
        "came": made.came,
        "until": made.until,
        "plan_only": made.plan_only,
    }
    return json.dumps(known)


def _parsed(text: str) -> Marks:
    try:
        known = json.loads(text or "{}")
        taken = {
            str(home): {str(name): Taken(*map(int, each)) for name, each in scopes.items()}
            for home, scopes in known.get("taken", {}).items()
        }
        came = [Came(*map(int, each)) for each in known.get("came", [])]
        until = None if known.get("until") is None else int(known["until"])
        return Marks(str(known.get("home", "")), taken, came, until, bool(known.get("plan_only")))
    except (ValueError, TypeError, AttributeError):
        return Marks()
