"""SQLCipher's side of `driver`: imported only for files that a passphrase protects."""

from __future__ import annotations

import sqlite3
from typing import cast

from sqlcipher3 import dbapi2


class Keyed(dbapi2.Connection):  # type: ignore[misc]
    """A connection that knows its key, so that copies of the file can have the same."""

    key = ""


def connect(key: str, place: str, uri: bool = False, timeout_s: float = 0.0) -> sqlite3.Connection:
    """Open or make a file with a key; with '' one that is not protected.

    What comes back has all that Python's own connection has, but for its exceptions.
    """
    made = dbapi2.connect(place, uri=uri, timeout=timeout_s, isolation_level=None, factory=Keyed)
    made.execute("PRAGMA cipher_log_level = NONE")  # it would write to the terminal
    made.key = key
    if key:
        made.set_key(key)
    return cast("sqlite3.Connection", made)


def export(source: sqlite3.Connection, target: str, key: str) -> None:
    """Write what a connection of this module reads into a new file with another key, '' for none.

    Both number the schema alike; row ids stay.
    """
    source.execute("ATTACH ? AS made KEY ?", (target, key))
    source.execute("SELECT sqlcipher_export('made')")
    for number in ("user_version", "application_id"):
        (value,) = source.execute(f"PRAGMA {number}").fetchone()
        source.execute(f"PRAGMA made.{number} = {value}")
    source.execute("DETACH made")
