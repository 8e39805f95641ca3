"""Remember what was read of the file for as long as nobody, here or elsewhere, writes to it."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from planner.storage import versions

REMEMBERED = 64  # values; the whole plan of a block takes some 2 MB

Made = TypeVar("Made")

_version: object = None
_memory: dict[Hashable, Any] = {}


def unchanged(key: Hashable, make: Callable[[], Made]) -> Made:
    """Return what `make` returned for a key before, or make it anew when the file has changed.

    What is made must follow from the key and the file alone, and must never be changed itself.
    Inside a transaction nothing is remembered: what was written may still be rolled back.
    """
    global _version
    version = versions.version()
    if version is None:
        return make()
    if version != _version or len(_memory) >= REMEMBERED:
        _memory.clear()
        _version = version
    if key not in _memory:
        _memory[key] = make()
    made: Made = _memory[key]
    return made
