"""Settings of one lifter: a number or yes and no for each of some exercises, or of some things.

They are stored by the lifter's uid, which stays when a lifter comes to another file.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TypeVar

from planner import language
from planner.coach.pace import MOST_REST_S
from planner.storage import clients

REST_LENGTHS = "rest_lengths/"  # seconds by the slug of an exercise
TURNED = "begins_below/"  # yes or no by the slug of an exercise
SHOWN = "shown/"  # yes or no by what is shown
CHECKED = "technique_checked/"  # the day, counted from year 1, by the slug of an exercise
GOALS = "goals/"  # [grams, repetitions, day or 0] by the slug of an exercise, see `charts.goals`
STANDARDS = "standards/"  # whose tables of powerlifting count, see `charts.standards_page`
SHEETS = "sheets/"  # in which language, see `sheet_language`
FUEL = "fuel/"  # what to eat and drink, see `fuel`
_MOST_LETTERS = 100_000  # of what comes from elsewhere; a thousand exercises have half of that

MOST_GOAL_REPS, _MOST_GOAL_G = 100, 1_000_000

Kept = TypeVar("Kept", int, bool, str, list[int])


# reads
def read(lifter_id: int, setting: str) -> dict[str, Kept]:
    """Return what is stored for a lifter by what it is of; LookupError without one."""
    stored: dict[str, Kept] = json.loads(clients.setting(_key(lifter_id, setting), "{}"))
    return stored


def keys_of(uids: Iterable[str]) -> list[str]:
    """Return the keys under which settings of lifters with these uids stand."""
    return [setting + uid for uid in uids for setting in (*_FITS, FUEL)]


def is_sound(key: str, value: str) -> bool:
    """Say whether a value from elsewhere can stand under a key; ValueError if it is no JSON."""
    if len(value) > _MOST_LETTERS:
        return False
    made = json.loads(value)
    fits = next(fits for setting, fits in _FITS.items() if key.startswith(setting))
    return isinstance(made, dict) and all(fits(each) for each in made.values())


# writes
def store(lifter_id: int, setting: str, values: Mapping[str, Kept]) -> None:
    """Store what holds for a lifter by what it is of; LookupError without one."""
    clients.change_setting(_key(lifter_id, setting), json.dumps(values))


def _key(lifter_id: int, setting: str) -> str:
    return setting + clients.lifter(lifter_id).uid


def is_goal(value: object) -> bool:
    """Say whether a value can be a goal: repetitions are 0 for an e1RM, the day is 0 for none."""
    if not isinstance(value, list) or [type(each) for each in value] != [int, int, int]:
        return False
    grams, reps, day = (int(each) for each in value)
    if not 0 <= reps <= MOST_GOAL_REPS or not 0 <= day <= date.max.toordinal():
        return False
    return 0 <= grams <= _MOST_GOAL_G and (grams > 0 or reps > 0)


def _is_rest(value: object) -> bool:
    return type(value) is int and 0 < value <= MOST_REST_S


def _is_answer(value: object) -> bool:
    return isinstance(value, bool)


def _is_language(value: object) -> bool:
    return isinstance(value, str) and value in language.NAMES


def _is_day(value: object) -> bool:
    return type(value) is int and 0 < value <= date.max.toordinal()


_FITS: dict[str, Callable[[object], bool]] = {
    REST_LENGTHS: _is_rest,
    TURNED: _is_answer,
    SHOWN: _is_answer,
    CHECKED: _is_day,
    STANDARDS: _is_answer,
    SHEETS: _is_language,
    GOALS: is_goal,
}
