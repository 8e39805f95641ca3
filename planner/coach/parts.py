"""Work that is done part by part, so that a window can paint between the parts."""

from __future__ import annotations

from collections.abc import Generator
from typing import TypeVar

Made = TypeVar("Made")


def at_once(work: Generator[None, None, Made]) -> Made:
    """Do all parts without a pause and return what they make."""
    while True:
        try:
            next(work)
        except StopIteration as done:
            made: Made = done.value
            return made
