"""What a number that the engine relies on is told with."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Constant:
    """A number the engine relies on; `source` is a key of SOURCES."""

    name: str
    value: float
    unit: str
    source: str
