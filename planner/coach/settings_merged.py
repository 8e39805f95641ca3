"""Which settings two computers share, and what two versions of one make together."""

from __future__ import annotations

import json

from planner.coach import lifter_settings, settings_travel
from planner.storage.merge_settings import Travel

_PREFIXES = tuple(lifter_settings.keys_of([""]))
_LIMITS = ("protein_limit", "drinks_limit")


def goes_along(key: str) -> bool:
    """Say whether a setting is of a lifter or of the studio, not of this computer."""
    return key in settings_travel.TRAVELS or key.startswith(_PREFIXES)


def together(key: str, later: str, earlier: str) -> str:
    """Return the later version; of food and drink with the doctor's limits that only one has.

    A file that was handed over without what is private says that they are kept elsewhere.
    """
    if not key.startswith(lifter_settings.FUEL):
        return later
    won, lost = json.loads(later), json.loads(earlier)
    if not won.get("elsewhere") or lost.get("elsewhere"):
        return later
    return json.dumps({**won, **{name: lost[name] for name in _LIMITS}, "elsewhere": False})


TRAVEL = Travel(goes_along, settings_travel.is_sound, together)
