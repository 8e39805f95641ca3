"""What a lifter wants to be shown: a tick each, kept by uid, so that it travels with the lifter.

What protects a body has no switch: red flags, a clearance waited for, a restriction, pain.
"""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType

from planner.coach import lifter_settings
from planner.storage import clients


class Switch(StrEnum):
    """What is shown, or is not."""

    VERDICT = "verdict"  # the line of the day, and the column of the client list
    RECOVERY = "recovery"  # gauges and time to ready
    CHECK_IN = "check_in"  # the questions on the day
    MOOD = "mood"  # the question on mood
    MOOD_PRINTED = "mood_printed"  # the question on mood, on sheets
    NON_USE = "non_use"  # what was not trained for long
    PRACTICE = "practice"  # quota, gate and cap of a new movement
    LOAD_GUARD = "load_guard"  # a week that grows fast
    FUEL = "fuel"  # targets of protein and water
    STANDARDS = "standards"  # the page of charts on strength beside bodyweight
    NEXT_SET = "next_set"  # what to expect of the next set, in the log


ON_REQUEST = frozenset({Switch.MOOD, Switch.MOOD_PRINTED, Switch.FUEL, Switch.STANDARDS})
DEFAULTS = MappingProxyType({each: each not in ON_REQUEST for each in Switch})
"""What holds until it is changed: all but mood, which is the lifter's own, food, and points."""
_NEXT_SET_FOR_ALL = "next_set"  # where it was kept before it was a choice of each lifter


# reads
def is_on(lifter_id: int, switch: Switch) -> bool:
    """Say whether something is shown to a lifter; LookupError without one.

    Who answered on mood before there was a choice goes on being asked; who had the next set
    switched off for all goes on without it.
    """
    chosen: dict[str, bool] = lifter_settings.read(lifter_id, lifter_settings.SHOWN)
    if switch is Switch.MOOD and switch not in chosen:
        return clients.answered_mood(lifter_id)
    if switch is Switch.NEXT_SET and switch not in chosen:
        return clients.setting(_NEXT_SET_FOR_ALL) != "off"
    return chosen.get(switch, DEFAULTS[switch])


# writes
def set_on(lifter_id: int, switch: Switch, shown: bool) -> None:
    """Show something to a lifter from now on, or no longer; LookupError without one."""
    chosen: dict[str, bool] = lifter_settings.read(lifter_id, lifter_settings.SHOWN)
    lifter_settings.store(lifter_id, lifter_settings.SHOWN, {**chosen, switch: shown})
