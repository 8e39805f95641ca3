"""Work that is done part by part, so that a window can paint between the parts."""

from __future__ import annotations

from collections.abc import Generator
from typing import TypeVar

from planner.storage import undo

Made = TypeVar("Made")


def at_once(work: Generator[None, None, Made]) -> Made:
    """Do all parts without a pause and return what they make."""
    while True:
        try:
            next(work)
        except StopIteration as done:
            made: Made = done.value
            return made


def is_writing() -> bool:
    """Say whether something is being written part by part, which nothing else may join."""
    return undo.under_way()
