"""What else than backups may hold earlier data of a database: all of it lies beside one of them."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

from planner.coach import backup_place, files
from planner.coach.files import Backup
from planner.storage import protection

_LOGS = ("-wal", "-shm")


def found(path: Path) -> list[Backup]:
    """List damaged files that were kept when a backup took their place, each with its logs, and
    what a program left that was killed while it wrote a backup, restored one, or parted from a
    file that had been replaced."""
    kept = path.parent.glob(f"planner-*-unreadable{path.suffix}*")
    stopped = path.parent.glob(f"{path.name}.restored*")
    parted = path.parent.glob(f"{path.name}-wal.theirs")
    halves = (folder.glob("planner-*.db.part*") for folder in backup_place.folders(path))
    return list(files.described(chain(kept, stopped, parted, *halves)))


def opens_alike(path: Path) -> bool:
    """Say whether what was found opens as the open file does; a log as what it belongs to."""
    owner = path.with_name(path.name.removesuffix(_LOGS[0]).removesuffix(_LOGS[1]))
    if owner.name.endswith(".theirs") or not owner.is_file():
        return not protection.is_set()
    return protection.opens_alike(owner)
