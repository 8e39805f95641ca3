"""When a backup is due, as work that any thread may do while the window goes on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeAlias

from planner.coach import backup_place, files
from planner.coach.files import Backup
from planner.storage import meanwhile, protection
from planner.storage.backup_names import Reason
from planner.storage.backups import Written as Written
from planner.storage.telling import Progress as Progress, unheard

Work: TypeAlias = Callable[[Progress], Written | None]


def due(database: Path, today: date) -> Work:
    """Return the work of a backup if anything has changed since the last one.

    It returns None when nothing has: a second one would only push out others. Where it goes, and
    not elsewhere, is what was made before. One that opens otherwise, as from before there was a
    passphrase, stands for no new one.
    """
    newest = _newest(database)
    if newest is None:
        return meanwhile.backing_up(Reason.DAILY)
    reason = Reason.DAILY if newest.made_at.date() < today else Reason.START
    return meanwhile.backing_up(reason, unless=newest.path if _opens_alike(newest) else None)


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


def _opens_alike(backup: Backup) -> bool:
    try:
        return protection.opens_alike(backup.path)
    except OSError:  # of a backup that cannot be read a new one is wanted
        return False


def _newest(database: Path) -> Backup | None:
    chosen = backup_place.read(database).chosen
    there = chosen is not None and chosen.is_dir()
    folder = chosen if there else backup_place.usual(database)
    return next((each for each in files.backups(database) if each.path.parent == folder), None)
