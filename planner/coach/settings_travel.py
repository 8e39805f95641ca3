"""Settings that go along with everything: stars, the studio's marks, how sheets are laid out.

Drafts, windows and whose plan was open stay where they are.
"""

from __future__ import annotations

import json
from base64 import b64decode
from collections.abc import Mapping

from planner.coach import favourites, print_choice, studio
from planner.storage import clients

TRAVELS = (favourites.SETTING, studio.LOGO, studio.FOOTER, print_choice.SETTING)


def travelling() -> dict[str, str]:
    """Return the settings that go along, those that were never stored left out."""
    stored = {key: clients.setting(key) for key in TRAVELS}
    return {key: value for key, value in stored.items() if value}


def take_in(settings: Mapping[str, str]) -> None:
    """Store what came along where this file has nothing of its own; what is damaged stays out."""
    for key, value in settings.items():
        if key in TRAVELS and not clients.setting(key) and _is_sound(key, value):
            clients.change_setting(key, value)


def _is_sound(key: str, value: str) -> bool:
    try:
        if key == favourites.SETTING:
            stars = json.loads(value)
            return isinstance(stars, list) and all(isinstance(each, str) for each in stars)
        if key == studio.LOGO:
            return len(b64decode(value, validate=True)) <= studio.MOST_BYTES
    except ValueError:
        return False
    return len(value) <= studio.MOST_LETTERS
