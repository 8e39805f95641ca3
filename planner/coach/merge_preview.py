"""What a merge would do, in values that a window or a terminal shows."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from planner.storage.merge_known import Joined
from planner.storage.merging import Comparison
from planner.storage.versions import Version


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
    """What merging would do to one lifter; `namesake`: another one here is called so, too.

    `goes`: into the trash with all that is theirs, of it `only_here` sessions that the other file
    has not.
    """

    name: str
    is_new: bool
    namesake: bool
    counts: tuple[Count, ...]
    goes: bool = False
    only_here: int = 0


@dataclass(frozen=True, slots=True)
class Namesake:
    """A lifter of either file whom both call the same, told by the uid in the other file.

    Of the `of` sessions that the smaller log has, `same` are in both; `is_one`: they are taken
    for one person.
    """

    uid: str
    name: str
    same: int
    of: int
    is_one: bool


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

    `reordered` says whether anything takes another place among its like. `library` counts
    exercises, programs and settings. `remarks` are sentences to show above all: a clock that is
    ahead, what stays out. `differences` has those where this file is later too, but for the
    `kept_back` ones of lifters who are locked.
    """

    path: Path
    lifters: tuple[LifterChanges, ...]
    library: tuple[Count, ...]
    differences: tuple[Difference, ...]
    remarks: tuple[str, ...] = ()
    reordered: bool = False
    namesakes: tuple[Namesake, ...] = ()
    kept_back: int = 0
    seen: Seen | None = field(default=None, repr=False, compare=False)

    def is_empty(self) -> bool:
        """Say whether merging would change nothing unless the user chooses otherwise."""
        new = any(each.is_one for each in self.namesakes)
        return not (self.lifters or self.library or self.reordered or new)

    def is_all_here(self) -> bool:
        """Say whether the file has nothing that is not here just so."""
        return self.is_empty() and not (self.differences or self.kept_back)


@dataclass(frozen=True, slots=True)
class Seen:
    """The two files as they were looked at."""

    comparison: Comparison
    version: Version | None
    joined: Joined = field(default_factory=dict)
