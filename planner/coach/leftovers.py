"""What else than backups may hold earlier data of a database: all of it lies beside one of them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from planner.coach import backup_place, files
from planner.coach.files import Backup
from planner.storage import backup_names, backup_owners, driver, protection

_LOGS = ("-wal", "-shm")


def found(path: Path) -> list[Backup]:
    """List damaged files that were kept when a backup took their place, each with its logs, and
    what a program left that was killed while it wrote a backup, restored one, or parted from a
    file that had been replaced."""
    owners, aside = backup_owners.of(path), f"*{backup_owners.ASIDE}{path.suffix}*"
    kept = _named(path.parent.glob(aside), owners)
    stopped = path.parent.glob(f"{path.name}.restored*")
    parted = path.parent.glob(f"{path.name}-wal.theirs")
    halves = chain.from_iterable(f.glob("*.db.part*") for f in backup_place.folders(path))
    return list(files.described(chain(kept, stopped, parted, _named(halves, owners))))


def _named(found: Iterable[Path], owners: Iterable[str]) -> list[Path]:
    """List what is named as things of their owners are."""
    begins = backup_names.begins
    return [each for each in found if any(begins(each.name, owner) for owner in owners)]


def opens_alike(path: Path) -> bool:
    """Say whether what was found opens as the open file does; a log as what it belongs to."""
    owner = _owner(path)
    return not protection.is_set() if owner is None else protection.opens_alike(owner)


def is_readable(path: Path) -> bool:
    """Say whether anybody can read what was found; a log without what it belongs to counts."""
    owner = _owner(path)
    return owner is None or not driver.is_protected(owner)


def _owner(path: Path) -> Path | None:
    owner = path.with_name(path.name.removesuffix(_LOGS[0]).removesuffix(_LOGS[1]))
    return None if owner.name.endswith(".theirs") or not owner.is_file() else owner
