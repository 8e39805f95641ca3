"""Settings that go along with everything: stars, the studio's marks, how sheets are laid out.

What holds for one lifter goes along with that lifter. Drafts, windows and whose plan was open stay
where they are.
"""

from __future__ import annotations

import json
from base64 import b64decode
from collections.abc import Iterable, Mapping

from planner.coach import favourites, fuel, lifter_settings, print_choice, studio
from planner.storage import clients

TRAVELS = (favourites.SETTING, studio.LOGO, studio.FOOTER, print_choice.SETTING)


def travelling(uids: Iterable[str], everything: bool) -> dict[str, str]:
    """Return the settings of lifters, with `everything` also those that are nobody's alone; what
    was never stored is left out."""
    keys = [*(TRAVELS if everything else ()), *lifter_settings.keys_of(uids)]
    stored = {key: clients.setting(key) for key in keys}
    return {key: value for key, value in stored.items() if value}


def take_in(settings: Mapping[str, str], uids: Iterable[str]) -> None:
    """Store what came along, also with lifters, where this file has nothing of its own; what is
    damaged stays out."""
    known = {*TRAVELS, *lifter_settings.keys_of(uids)}
    for key, value in settings.items():
        if key in known and not clients.setting(key) and is_sound(key, value):
            clients.change_setting(key, value)


def is_sound(key: str, value: str) -> bool:
    """Say whether a value from elsewhere can stand under a key that travels."""
    try:
        if key == favourites.SETTING:
            stars = json.loads(value)
            return isinstance(stars, list) and all(isinstance(each, str) for each in stars)
        if key == studio.LOGO:
            return len(b64decode(value, validate=True)) <= studio.MOST_BYTES
        if key.startswith(lifter_settings.FUEL):
            return fuel.is_sound(json.loads(value))
        if key not in TRAVELS:
            return lifter_settings.is_sound(key, value)
    except ValueError:
        return False
    return len(value) <= studio.MOST_LETTERS
