"""When a backup is due, as work that any thread may do while the window goes on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeAlias

from planner.coach import backup_place, files
from planner.coach.files import Backup
from planner.storage import meanwhile
from planner.storage.backup_names import Reason
from planner.storage.backups import Written as Written
from planner.storage.telling import Progress as Progress, unheard

Work: TypeAlias = Callable[[Progress], Written | None]


def due(database: Path, today: date) -> Work:
    """Return the work of a day's first backup; later, of one if anything has changed since.

    It returns None when nothing has. Where it goes, and not elsewhere, is what was made before.
    """
    newest = _newest(database)
    if newest is None or newest.made_at.date() < today:
        return meanwhile.backing_up(Reason.DAILY)
    return meanwhile.backing_up(Reason.START, unless=newest.path)


def now(reason: Reason = Reason.BY_HAND, of: str = "") -> Work:
    """Return the work of a backup in any case; `of` is the file to be imported."""
    return meanwhile.backing_up(reason, of)


def from_outside() -> Written:
    """Back up a file that may be open to be looked at only; raises DatabaseProblem."""
    made = meanwhile.backing_up(Reason.BY_HAND, looked_at=True)(unheard)
    assert made is not None  # only what is like another backup is not backed up
    return made


def place_is_back(database: Path) -> bool:
    """Say whether the place that could not take the last backup is there again."""
    places = backup_place.read(database)
    return places.missed and places.chosen is not None and places.chosen.is_dir()


def _newest(database: Path) -> Backup | None:
    chosen = backup_place.read(database).chosen
    made = files.backups(database)
    if chosen is not None and chosen.is_dir():
        made = [each for each in made if each.path.parent == chosen]
    return made[0] if made else None
