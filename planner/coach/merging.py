"""Bring in what another computer's file has: look first, then merge it as one step.

    other = fetch(path)                       any thread; a copy, the file itself stays untouched
    preview = yield from look(other)          reads, in parts
    merged = yield from apply(preview, {})    writes, in parts, as one step after a backup
    other.close()                             the copy is removed

Rows are the same by their uid. Of two versions of a row the later one wins, unless the user
chooses; what the other file lacks is never taken away, only what was deleted there.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from planner.storage.undo import Step

Progress = Callable[[int, int], None]  # rows done, rows in all; may raise to stop


class Side(StrEnum):
    """Which file a version of a row is from."""

    HERE = "here"
    THERE = "there"


@dataclass(frozen=True, slots=True)
class Count:
    """How many of a thing ('session', 'planned set', 'check-in' …) come in, change and go.

    `new` counts those that come back, too. What stays as it is here is not counted.
    """

    what: str
    new: int = 0
    changed: int = 0
    deleted: int = 0


@dataclass(frozen=True, slots=True)
class LifterChanges:
    """What merging would do to one lifter; `namesake`: another one here is called so, too."""

    name: str
    is_new: bool
    namesake: bool
    counts: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Something of which the files have two versions, in words that a lifter reads.

    `key` names it in the choices of `apply`. `here` and `there` are 'deleted' on the side where it
    was deleted. Times are local. `later` is the side that wins unless the user chooses.
    """

    key: str
    lifter: str
    what: str
    here: str
    there: str
    here_changed_at: datetime
    there_changed_at: datetime
    later: Side


@dataclass(frozen=True, slots=True)
class MergePreview:
    """What a merge would do.

    `library` counts exercises, programs and settings. `remarks` are sentences to show above all:
    a clock that is ahead, what stays out. `differences` has those where this file is later too.
    """

    path: Path
    lifters: tuple[LifterChanges, ...]
    library: tuple[Count, ...]
    differences: tuple[Difference, ...]
    remarks: tuple[str, ...] = ()

    def is_empty(self) -> bool:
        """Say whether merging would change nothing unless the user chooses otherwise."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge did: what to tell, and the step that takes it back."""

    lifters: tuple[LifterChanges, ...]
    library: tuple[Count, ...]
    step: Step


class Other:
    """A copy of another computer's file, of today's schema, in a folder of its own."""

    path: Path

    def close(self) -> None:
        """Remove the copy; doing it twice does no harm."""
        raise NotImplementedError


def fetch(path: Path, progress: Progress | None = None) -> Other:
    """Copy another file, check it and bring it up to date; needs no database, so any thread may.

    Raises a DatabaseProblem for a file that is missing, foreign, damaged, newer, or open here.
    """
    raise NotImplementedError


def look(other: Other, progress: Progress | None = None) -> Generator[None, None, MergePreview]:
    """Compare the open file with another one, in parts of some milliseconds; nothing is written.

    Raises ChangedElsewhere when somebody wrote meanwhile.
    """
    raise NotImplementedError


def apply(
    preview: MergePreview, choices: Mapping[str, Side], progress: Progress | None = None
) -> Generator[None, None, Merged]:
    """Merge as one step, in parts, after a backup; closing the generator undoes all of it.

    `choices` says by a difference's key which version stands; the later one does by default.
    Nothing else may write between the parts. Raises ChangedElsewhere when the file is not as it
    was looked at, and DatabaseProblem; then nothing was written.
    """
    raise NotImplementedError
