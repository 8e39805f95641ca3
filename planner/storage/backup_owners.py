"""Whose the backups in a folder are that several databases share."""

from __future__ import annotations

from pathlib import Path

from planner.storage import backup_names

ASIDE = "-unreadable"  # ends the name of a damaged file that was kept when another took its place


def of(database: Path) -> frozenset[str]:
    """Return what the names of a database's backups begin with, today's and earlier ones.

    Those of earlier versions all begin as the backups of planner.db do, and are taken for its
    own; where a database of another name is alone in its folder, for that one's.
    """
    own = backup_names.whose(database)
    return frozenset({own, backup_names.USUAL} if _is_alone(database) else {own})


def _is_alone(database: Path) -> bool:
    beside = (each for each in database.parent.glob("*.db") if each.name != database.name)
    return all(each.stem.endswith(ASIDE) for each in beside)
