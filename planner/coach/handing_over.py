"""Hand lifters over to another computer as one small file, which it merges."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

SUFFIX = ".planner"
Progress = Callable[[int, int], None]  # rows done, rows in all; may raise to stop


@dataclass(frozen=True, slots=True)
class HandedOver:
    """What a handover file holds. `left_out` says in words what private answers stayed out."""

    path: Path
    lifters: tuple[str, ...]
    sessions: int
    sets: int
    plans: int
    left_out: str = ""

    def words(self) -> str:
        """Say whose file it is and what it holds: 'Ada: 8 sessions, 24 sets and 1 plan'."""
        raise NotImplementedError


def file_name(lifter_ids: Sequence[int], now: datetime) -> str:
    """Return the usual name, like 'Anna 2026-11-22_1030.planner'; of several: '3 lifters …'."""
    raise NotImplementedError


def write(
    lifter_ids: Sequence[int],
    path: Path,
    private: bool = False,
    plan_only: bool = False,
    progress: Progress | None = None,
) -> Generator[None, None, HandedOver]:
    """Write lifters with all that is theirs into a new file, in parts of some milliseconds.

    Without `private` what is private of their health and mood stays out; with `plan_only` so does
    what they logged. With no lifter named everybody goes along, and the user's own exercises and
    programs. The file appears only when it is whole. Raises a DatabaseProblem.
    """
    raise NotImplementedError
