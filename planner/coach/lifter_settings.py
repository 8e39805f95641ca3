"""Settings of one lifter: a number or yes and no for each of some exercises.

They are stored by the lifter's uid, which stays when a lifter comes to another file.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import TypeVar

from planner.coach.pace import MOST_REST_S
from planner.storage import clients

REST_LENGTHS = "rest_lengths/"  # seconds by the slug of an exercise
TURNED = "begins_below/"  # yes or no by the slug of an exercise
_MOST_LETTERS = 100_000  # of what comes from elsewhere; a thousand exercises have half of that

Kept = TypeVar("Kept", int, bool)


# reads
def read(lifter_id: int, setting: str) -> dict[str, Kept]:
    """Return what is stored for a lifter by the slug of an exercise; LookupError without one."""
    stored: dict[str, Kept] = json.loads(clients.setting(_key(lifter_id, setting), "{}"))
    return stored


def keys_of(uids: Iterable[str]) -> list[str]:
    """Return the keys under which settings of lifters with these uids stand."""
    return [setting + uid for uid in uids for setting in (REST_LENGTHS, TURNED)]


def is_sound(key: str, value: str) -> bool:
    """Say whether a value from elsewhere can stand under a key; ValueError if it is no JSON."""
    if len(value) > _MOST_LETTERS:
        return False
    made, rests = json.loads(value), key.startswith(REST_LENGTHS)
    fits = _is_rest if rests else _is_answer
    return isinstance(made, dict) and all(fits(each) for each in made.values())


# writes
def store(lifter_id: int, setting: str, values: Mapping[str, Kept]) -> None:
    """Store what holds for a lifter by the slug of an exercise; LookupError without one."""
    clients.change_setting(_key(lifter_id, setting), json.dumps(values))


def _key(lifter_id: int, setting: str) -> str:
    return setting + clients.lifter(lifter_id).uid


def _is_rest(value: object) -> bool:
    return type(value) is int and 0 < value <= MOST_REST_S


def _is_answer(value: object) -> bool:
    return isinstance(value, bool)
