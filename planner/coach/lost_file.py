"""Go on after a sync program or somebody else replaced the open database, or took it away."""

from __future__ import annotations

from pathlib import Path

from planner.coach import files
from planner.storage import database, file_place, gate, rescuing
from planner.storage.problems import FileLost as FileLost, Loss as Loss


def require_unmoved() -> None:
    """Raise FileLost when another program replaced the open file, or took it away."""
    gate.require_unmoved()


def rescue() -> Path | None:
    """Back up what can still be read of a lost file, and show that, to look at only.

    Returns the backup; None, and nothing is open, when nothing whole could be read. Of a file
    that was written over it may hold rows of both.
    """
    return rescuing.rescue()


def show(saved: Path) -> None:
    """Show what was rescued, to look at only; raises a DatabaseProblem."""
    database.close_database()
    database.look_at(saved)


def newest_backup() -> Path | None:
    """Return the newest good backup of the file opened last, None without any."""
    return file_place.newest_backup()


def reopen() -> None:
    """Open what is in the place of the lost file by now; raises a DatabaseProblem."""
    database.reopen()
    files.install_library()


def put_back(saved: Path) -> Path | None:
    """Put what was rescued in the place of the lost file; return the backup of what is there now.

    None when nothing was there, or what could not be opened: that is kept beside. Raises a
    DatabaseProblem.
    """
    kept = rescuing.put_back(saved)
    files.install_library()
    return kept
