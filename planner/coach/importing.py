"""Bring another app's log in: preview, then commit in one transaction, and take it back later."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from planner.engine.terms import Session, Unit


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row that will not come in, with its line number (1-based) and why."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Flagged:
    """A row that comes in but looks odd."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class NameMatch:
    """How an exercise name of the file is understood; `slug` None makes a new exercise."""

    name: str
    slug: str | None
    sets: int
    sure: bool


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What an import would do. `sessions` are already in our exercise slugs and in kg."""

    path: Path
    format: str
    unit: Unit
    unit_stated: bool
    unit_confidence: float
    rows: int
    sets: int
    sessions: tuple[Session, ...]
    matches: tuple[NameMatch, ...]
    first_date: date | None
    last_date: date | None
    new_sets: int
    duplicates: int
    skipped: tuple[Skipped, ...]
    flagged: tuple[Flagged, ...]


@dataclass(frozen=True, slots=True)
class ImportRecord:
    """An import in the list of imports."""

    id: int
    file_name: str
    format: str
    imported_on: date
    sessions: int
    sets: int


class ImportProblem(Exception):
    """The file cannot be imported; the message says what was looked for and what to do."""


def preview(
    lifter_id: int,
    path: Path,
    unit: Unit | None = None,
    choices: Mapping[str, str | None] | None = None,
) -> ImportPreview:
    """Read a file without storing anything; `choices` overrides matches, name to slug.

    Raises ImportProblem.
    """
    raise NotImplementedError


def commit(lifter_id: int, preview: ImportPreview, today: date) -> int:
    """Store a preview's new sessions in one transaction; return the import's id."""
    raise NotImplementedError


def imports(lifter_id: int) -> list[ImportRecord]:
    """List imports, newest first."""
    raise NotImplementedError


def undo_import(import_id: int) -> list[str]:
    """Take an import back; return the names of sessions kept because they were edited since."""
    raise NotImplementedError
