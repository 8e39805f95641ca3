"""What reading a log file gives, whatever app wrote it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from planner.engine.terms import Exercise, Progress as Progress, Session, Unit, sets_in


class FormatProblem(Exception):
    """The file is none of the known logs; the message says what was looked for."""


class RowProblem(Exception):
    """A row is no set that can be stored; the message is the reason that the lifter reads."""


class RowNote(NamedTuple):
    """Something to tell about a row: its line in the file, counted from 1, and what."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class ParsedLog:
    """A whole log file as sessions, oldest first.

    `LoggedExercise.exercise` is the name as the file writes it. `rows` counts the file's data
    rows; each is either a set of a session or listed in `skipped`. `flagged` rows came in but
    look odd. `unit_confidence` is the probability, 0–1, that `unit` is right. `exercises`
    describes the exercises when the file does so itself.
    """

    format: str
    unit: Unit
    unit_stated: bool
    unit_confidence: float
    rows: int
    sessions: tuple[Session, ...]
    skipped: tuple[RowNote, ...]
    flagged: tuple[RowNote, ...]
    exercises: tuple[Exercise, ...] = ()

    @property
    def sets(self) -> int:
        """Return how many sets the sessions hold."""
        return sum(map(sets_in, self.sessions))
