"""Copies that a sync program, or somebody, made of a database file; told by names and heads.

A closed file says in its head that it needs no log beside it; an open one that it has a log. So a
copy of an open file alone is known, though not what it lacks.
"""

from __future__ import annotations

import re
from pathlib import Path

from planner.storage import gate, migrations

_HEAD = 100  # bytes: https://www.sqlite.org/fileformat.html#the_database_header
_WITH_LOG = 2  # the write version, of write-ahead logging
_FIRST_FOLDED = 6  # the schema since which closing a file takes its log away
# Dropbox, Nextcloud, Seafile, Google Drive: (…); Syncthing; OneDrive: -COMPUTER; iCloud: a number.
_NAMED = r"( \(.+\)|\.sync-conflict-.+|-(?!\d{4}-\d\d-\d\d_)[^.]+| \d+)"


def beside(path: Path) -> list[Path]:
    """List the databases of this program that sync programs left beside a file, oldest first."""
    named = re.compile(re.escape(path.stem) + _NAMED + re.escape(path.suffix))
    found = [each for each in path.parent.iterdir() if named.fullmatch(each.name)]
    ours = [each for each in found if each.is_file() and _is_ours(_head(each))]
    return sorted(ours, key=lambda each: (each.stat().st_mtime, each.name))


def lacks_log(path: Path) -> bool:
    """Say whether a file was copied, or is left, without the log that it had.

    What a passphrase protects, and files of earlier versions, do not tell.
    """
    if not path.is_file() or path.with_name(path.name + "-wal").exists():
        return False
    head = _head(path)
    schema = int.from_bytes(head[60:64], "big")
    return _is_ours(head) and head[18] == _WITH_LOG and schema >= _FIRST_FOLDED


def _is_ours(head: bytes) -> bool:
    number = migrations.APPLICATION_ID.to_bytes(4, "big")
    return head.startswith(gate.MAGIC) and head[68:72] == number


def _head(path: Path) -> bytes:
    try:
        return gate.head(path, _HEAD)
    except OSError:
        return b""
