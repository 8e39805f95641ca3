"""Whose the backups in a folder are that several databases share."""

from __future__ import annotations

from collections.abc import Collection, Container
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


class Gone(Container[str]):
    """Whose backups no database in a folder lists as its own: one that has another name now, or
    is elsewhere."""

    def __init__(self, there: Collection[str]) -> None:
        self._there = there

    def __contains__(self, owner: object) -> bool:
        return owner not in self._there


def gone(database: Path) -> Gone:
    """Return whose backups a database and those beside it do not list as their own."""
    beside = {backup_names.whose(each) for each in database.parent.glob("*")}
    return Gone(of(database) | beside)


def _is_alone(database: Path) -> bool:
    beside = (each for each in database.parent.glob("*.db") if each.name != database.name)
    return all(each.stem.endswith(ASIDE) for each in beside)
