"""A lock per lifter on a shared laptop: whoever is not told the PIN sees the name, and no more.

It keeps others from looking by chance. It encrypts nothing: that is what `passphrase` is for.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from planner.coach import wording
from planner.coach.passphrase import normal
from planner.coach.refused import Refused
from planner.engine.terms import Lifter
from planner.language import tr
from planner.storage import clients as store
from planner.storage.replacing import LOCKS

SETTING = LOCKS  # by the lifter's uid; it stays in this file, whatever is exported or restored
LEAST_LETTERS = 4
USUAL_MINUTES = 5
# About 50 ms and 16 MB a try, RFC 7914.
_COST, _BLOCK, _LANES, _SALT = 2**14, 8, 1, 16

_open: set[str] = set()  # uids of the lifters whose PIN was typed


@dataclass(frozen=True, slots=True)
class _Lock:
    """What is stored; `minutes` of rest until it closes again, 0 for never."""

    salt: str
    made: str
    minutes: int


class Locked(Refused):
    """The lifter's data are not shown without the PIN."""


# reads
def is_set(lifter: Lifter) -> bool:
    """Say whether a lifter has a lock."""
    return _read(lifter) is not None


def is_shut(lifter: Lifter) -> bool:
    """Say whether a lifter has a lock, and nobody typed its PIN."""
    return lifter.uid not in _open and is_set(lifter)


def minutes(lifter: Lifter) -> int:
    """Return after how many minutes of rest a lock closes again; 0 for never, and without one."""
    lock = _read(lifter)
    return lock.minutes if lock is not None else 0


def lifters(include_archived: bool = False) -> list[Lifter]:
    """List the lifters whose data may be shown, by name."""
    return [each for each in store.lifters(include_archived) if not is_shut(each)]


def shut(include_archived: bool = False) -> list[Lifter]:
    """List the lifters who are locked, by name."""
    return [each for each in store.lifters(include_archived) if is_shut(each)]


def shut_uids() -> set[str]:
    """Return the uids of all who are locked, whether archived or in the trash."""
    known = {key: key.removeprefix(SETTING) for key in store.settings_of(SETTING)}
    return {uid for key, uid in known.items() if uid not in _open and store.setting(key)}


def left_out() -> str:
    """Say who is left out where all lifters are meant; '' when nobody is locked."""
    names = wording.in_row(each.name for each in shut())
    return tr("Left out, since locked: {names}.").format(names=names) if names else ""


def require(lifter: Lifter) -> None:
    """Raise Locked for a lifter whose data are not to be shown."""
    if is_shut(lifter):
        raise Locked(tr("{lifter} is locked.").format(lifter=lifter.name))


# opening and closing
def unlock(lifter: Lifter, pin: str) -> bool:
    """Open a lock with its PIN until it is closed; say whether that fits."""
    lock = _read(lifter)
    if lock is None or not hmac.compare_digest(_hashed(pin, bytes.fromhex(lock.salt)), lock.made):
        return False
    _open.add(lifter.uid)
    return True


def close(lifter: Lifter) -> None:
    """Close a lock that is open."""
    _open.discard(lifter.uid)


def close_others(lifters: Iterable[Lifter]) -> None:
    """Close the locks of all but some lifters."""
    _open.intersection_update([each.uid for each in lifters])


# writes
def store_lock(lifter: Lifter, pin: str, minutes: int) -> None:
    """Give a lifter a lock, which stays open for now; undoing what was done before keeps it.

    Raises Refused for a PIN of fewer letters than LEAST_LETTERS.
    """
    if len(pin) < LEAST_LETTERS:
        raise Refused(tr("A PIN has {n} letters or digits, or more.").format(n=LEAST_LETTERS))
    salt = os.urandom(_SALT)
    lock = _Lock(salt.hex(), _hashed(pin, salt), minutes)
    store.change_setting(SETTING + lifter.uid, json.dumps(asdict(lock)))
    _open.add(lifter.uid)


def change_minutes(lifter: Lifter, minutes: int) -> None:
    """Let a lock close after other minutes of rest."""
    lock = _read(lifter)
    if lock is not None:
        changed = _Lock(lock.salt, lock.made, minutes)
        store.change_setting(SETTING + lifter.uid, json.dumps(asdict(changed)))


def remove(lifter: Lifter) -> None:
    """Take a lifter's lock away."""
    store.change_setting(SETTING + lifter.uid, "")
    _open.discard(lifter.uid)


def _read(lifter: Lifter) -> _Lock | None:
    stored = store.setting(SETTING + lifter.uid)
    return _Lock(**json.loads(stored)) if stored else None


def _hashed(pin: str, salt: bytes) -> str:
    words = normal(pin).encode()
    return hashlib.scrypt(words, salt=salt, n=_COST, r=_BLOCK, p=_LANES).hex()
