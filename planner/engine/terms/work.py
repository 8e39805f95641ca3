"""Long work: how it tells how far it is, and what stops it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

# Called with (done, in all). What it raises stops the work, which then leaves nothing behind.
Progress: TypeAlias = Callable[[int, int], None]


class Stopped(Exception):
    """Nobody waits for the work any more; all is as it was."""
