"""Remember which versions of another file were decided against, so that nobody is asked again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from planner.storage import clients
from planner.storage.merge_rows import read
from planner.storage.merging import Comparison, Key

_SETTING = "merge_decided"  # of this computer: it does not travel
_MOST = 5000  # versions; of older ones one is asked again
NEVER = -1  # before all stamps

Decided: TypeAlias = Mapping[str, int]  # the stamp there of what fell, by what it is


def known() -> Decided:
    """Return what was decided against."""
    return dict(json.loads(clients.setting(_SETTING) or "{}"))


def name(table: str, uid: str) -> str:
    """Name a row, or a setting by its key, among what was decided."""
    return f"{table} {uid}"


def remember(made: Comparison, shown: Iterable[Key]) -> None:
    """Remember, inside a step, that somebody has seen and decided what two files differ in."""
    before = known()
    both = {**before, **dict(_versions(made, shown))}
    if both != before:
        latest = sorted(both.items(), key=lambda each: each[1])[-_MOST:]
        clients.change_setting(_SETTING, json.dumps(dict(latest)))


def _versions(made: Comparison, shown: Iterable[Key]) -> Iterator[tuple[str, int]]:
    by_table: dict[str, list[Key]] = {}
    for key in shown:
        by_table.setdefault(key.table, []).append(key)
    for table, keys in by_table.items():
        if table == "setting":
            at = {each.key: each.there_at for each in made.settings}
            yield from ((name(table, str(key.id)), at[str(key.id)]) for key in keys)
        else:
            lines = [made.lines[int(key.id)] for key in keys if key.kind == "line"]
            yield from ((name(table, line.uid), line.there_at) for line in lines)
            stamps = dict(_stamps(made, table, keys))
            rows = read(made.files.here, table, stamps)
            yield from ((name(table, rows[key]["uid"]), at) for key, at in stamps.items())


def _stamps(made: Comparison, table: str, keys: Iterable[Key]) -> Iterator[tuple[int, int]]:
    """Yield the ids here of rows, with when they were changed or deleted there."""
    pairs = {pair.there: pair for pair in made.matched.pairs[table]}
    gone = {**made.fates.staying[table], **made.fates.going[table]}
    for key in keys:
        if key.kind == "pair":
            yield pairs[int(key.id)].here, pairs[int(key.id)].there_at
        elif int(key.id) in gone and key.kind != "returning":
            yield int(key.id), gone[int(key.id)].gone_at
