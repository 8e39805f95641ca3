"""Settings and learnt names of two files: by their key, the later one wins."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import NamedTuple

from planner.storage.merge_attached import Files
from planner.storage.rows import execute, insert
from planner.storage.stamps import stamp


class Travel(NamedTuple):
    """Which settings travel, by key; whether a value is sound; what a later and an earlier one
    make together."""

    goes_along: Callable[[str], bool]
    is_sound: Callable[[str, str], bool]
    together: Callable[[str, str, str], str]


class Setting(NamedTuple):
    """Two versions of a setting; `here` is None where only the other file has it."""

    key: str
    here: str | None
    there: str
    here_at: int
    there_at: int
    if_here: str  # what is stored when the version here wins
    if_there: str

    def there_is_later(self) -> bool:
        """Say which version wins by itself."""
        return self.here is None or (self.there_at, self.there) > (self.here_at, self.here)

    def becomes(self, other: bool) -> str:
        """Return what is stored; with `other` the earlier version wins."""
        return self.if_there if self.there_is_later() is not other else self.if_here


def pair(files: Files, travel: Travel) -> list[Setting]:
    """Return the settings that travel and are not the same in both files, by key."""
    ours, theirs = map(_settings, files)
    found = []
    for key, (there, at) in sorted(theirs.items()):
        here, here_at = ours.get(key, (None, 0))
        if not travel.goes_along(key) or there == here or not travel.is_sound(key, there):
            continue
        own = there if here is None else here
        both = (travel.together(key, own, there), travel.together(key, there, own))
        found.append(Setting(key, here, there, here_at, at, *both))
    return found


def store(settings: list[Setting], others: set[str]) -> None:
    """Store what wins of settings; `others` are the keys of those whose earlier version does."""
    sql = """INSERT INTO setting (key, value, changed_at) VALUES (?, ?, ?) ON CONFLICT (key)
        DO UPDATE SET value = excluded.value, changed_at = excluded.changed_at"""
    for each in settings:
        value, other = each.becomes(each.key in others), each.key in others
        mixed = other or value not in (each.here, each.there)
        at = stamp() if mixed else max(each.here_at, each.there_at)
        if value != each.here or mixed or at != each.here_at:
            execute(sql, each.key, value, at)


def name_exercises(files: Files, ids: dict[int, int]) -> None:
    """Let names that were given in the other file mean an exercise, where they mean none here."""
    known = {alias for (alias,) in files.here.execute("SELECT alias FROM exercise_alias")}
    sql = "SELECT exercise_id, alias FROM exercise_alias WHERE custom ORDER BY id"
    for key, name in files.there.execute(sql).fetchall():
        if name and name not in known and key in ids:
            known.add(name)
            insert("exercise_alias", {"exercise_id": [ids[key]], "alias": [name], "custom": [1]})


def _settings(connection: sqlite3.Connection) -> dict[str, tuple[str, int]]:
    found = connection.execute("SELECT key, value, changed_at FROM setting").fetchall()
    return {key: (value, at) for key, value, at in found}
