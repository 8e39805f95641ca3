"""The answers to what is wanted of a program as text, to be remembered for a lifter."""

from __future__ import annotations

import json
from typing import Any

from planner.coach.choosing import Wish
from planner.coach.start_days import WEEK as DAYS_A_WEEK, Weekdays
from planner.engine.terms import Equipment, Experience, Goal, Limit


def written(wish: Wish, weekdays: Weekdays | None) -> str:
    """Write answers; `read` and `weekdays` give back equal ones."""
    there = wish.equipment
    return json.dumps(
        {
            "goal": wish.goal,
            "days": wish.days,
            "minutes": wish.minutes,
            "equipment": None if there is None else sorted(there),
            "experience": wish.experience,
            "limits": sorted(wish.limits),
            "weekdays": [sorted(weekdays.on), weekdays.of] if weekdays else None,
        }
    )


def read(text: str) -> Wish | None:
    """Read answers; None when there are none, or none that can be read."""
    try:
        return _wish(json.loads(text))
    except (ValueError, TypeError, LookupError, RecursionError):
        return None


def weekdays(text: str) -> Weekdays | None:
    """Read the weekdays that were chosen; None when none were, or none can be read."""
    try:
        return _weekdays(*json.loads(text)["weekdays"])
    except (ValueError, TypeError, LookupError, RecursionError):
        return None


def _weekdays(on: list[int], of: int) -> Weekdays | None:
    known = frozenset(on) & frozenset(range(DAYS_A_WEEK))
    return Weekdays(known, int(of)) if known else None


def _wish(content: dict[str, Any]) -> Wish:
    goal, who, there = content["goal"], content["experience"], content["equipment"]
    return Wish(
        None if goal is None else Goal(goal),
        content["days"],
        content["minutes"],
        None if there is None else frozenset(map(Equipment, there)),
        None if who is None else Experience(who),
        frozenset(map(Limit, content["limits"])),
    )
