"""Whose turn it is to write while something is written part by part."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import closing
from typing import TypeVar

from planner.engine.terms import N_
from planner.language import tr
from planner.storage.problems import DatabaseProblem

Made = TypeVar("Made")

_BEING_WRITTEN = N_("Not done: something else is being written. Try again when that is done.")
_between = False  # the parts


def keeping(work: Generator[None, None, Made]) -> Generator[None, None, Made]:
    """Do the parts of a step, between which nobody else may write: it would be taken back, too."""
    global _between
    with closing(work):
        while True:
            try:
                next(work)
            except StopIteration as done:
                made: Made = done.value
                return made
            _between = True
            try:
                yield
            finally:
                _between = False


def require() -> None:
    """Raise DatabaseProblem when something is being written part by part, and rests."""
    if _between:
        raise DatabaseProblem(tr(_BEING_WRITTEN))
