"""Which SQLite opens a file: Python's own, or SQLCipher for one that a passphrase protects.

A protected file is told by its first page, and the passphrase is checked against it before any
SQLite opens the file: https://www.zetetic.net/sqlcipher/design/ has the layout of version 4.
"""

from __future__ import annotations

import hashlib
import hmac
import sqlite3
import sys
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from planner.language import tr
from planner.storage import gate
from planner.storage.problems import DatabaseProblem, PassphraseNeeded, WrongPassphrase

PACKAGE = "sqlcipher3"
HOW_TO_GET = "python -m pip install 'workout-planner[passphrase]'"
WAIT_S = 2.0  # for another process to let go of the file
# What SQLCipher 4 does unless told otherwise.
SALT, _PAGE, _TAG, _KEY = 16, 4096, 64, 32  # bytes
_ROUNDS, _TAG_ROUNDS, _TAG_SALT = 256_000, 2, 0x3A
_KINDS_OF_BYTES = 250  # of 256, in a page of noise: one in a million has fewer, text half of that

_BY_WORDS = {
    "attempt to write a readonly database": sqlite3.SQLITE_READONLY,
    "database disk image is malformed": sqlite3.SQLITE_CORRUPT,
    "database is locked": sqlite3.SQLITE_BUSY,
    "database or disk is full": sqlite3.SQLITE_FULL,
    "disk I/O error": sqlite3.SQLITE_IOERR,
}

_given: list[str] = []  # the passphrases given since a file was opened; never written anywhere
_held: dict[Path, str] = {}  # the file that is open, and its key


def is_available() -> bool:
    """Say whether the part of the program that opens protected files is installed."""
    return find_spec(PACKAGE) is not None


def give(passphrase: str) -> None:
    """Try a passphrase, too, on files that are opened from now on."""
    if passphrase not in _given:
        _given.insert(0, passphrase)


def forget() -> None:
    """Forget all passphrases, and the keys made from them."""
    _given.clear()
    _derived.cache_clear()


def hold(path: Path, connection: sqlite3.Connection) -> None:
    """Note that a connection holds a file open: its key is known without reading it."""
    _held[path] = key_in_use(connection)


def let_go() -> None:
    """Note that no file is held open any more."""
    _held.clear()


def is_protected(path: Path) -> bool:
    """Say whether an existing file looks like a protected one; raises OSError."""
    page = _first_page(path)
    if len(page) < _PAGE or page.startswith(gate.MAGIC) or path.stat().st_size % _PAGE:
        return False
    return len(set(page)) >= _KINDS_OF_BYTES


def fits(path: Path, passphrase: str) -> bool:
    """Say whether a passphrase opens a protected file; takes a fifth of a second, any thread."""
    page = _first_page(path)
    key = _derived(passphrase, page[:SALT])
    salt = bytes(byte ^ _TAG_SALT for byte in page[:SALT])
    tag_key = hashlib.pbkdf2_hmac("sha512", key, salt, _TAG_ROUNDS, _KEY)
    tag = hmac.digest(tag_key, page[SALT:-_TAG] + (1).to_bytes(4, "little"), "sha512")
    return hmac.compare_digest(tag, page[-_TAG:])


def salt_of(path: Path) -> str:
    """Return, in hex, what a protected file's key was made with: files of one key have the same."""
    return _first_page(path)[:SALT].hex()


def key_of(path: Path) -> str:
    """Return the key of a file as SQLCipher reads it, '' for one that is not protected.

    Raises PassphraseNeeded, WrongPassphrase, or DatabaseProblem when nothing here can open it.
    """
    if path in _held:  # closing what read it would drop SQLite's locks, see `file_place.holds`
        return _held[path]
    if not path.is_file() or not is_protected(path):
        return ""
    if not is_available():
        unopened = tr(
            "{name} is protected by a passphrase, which this installation cannot open yet. "
            "Install what is missing with: {command}"
        )
        raise DatabaseProblem(unopened.format(name=path.name, command=HOW_TO_GET))
    for passphrase in _given:
        if fits(path, passphrase):
            return raw_key(passphrase, _first_page(path)[:SALT])
    if _given:
        raise WrongPassphrase(tr("That is not the passphrase of {name}.").format(name=path.name))
    raise PassphraseNeeded(tr("{name} is protected by a passphrase.").format(name=path.name))


def raw_key(passphrase: str, salt: bytes) -> str:
    """Return the key that SQLCipher makes of a passphrase, with its salt, as SQLCipher reads it."""
    return f"x'{_derived(passphrase, salt).hex()}{salt.hex()}'"


def makes(passphrase: str, key: str) -> bool:
    """Say whether a key was made of a passphrase."""
    return hmac.compare_digest(raw_key(passphrase, bytes.fromhex(key[-2 * SALT - 1 : -1])), key)


def connect(path: Path, mode: str = "", timeout_s: float | None = None) -> sqlite3.Connection:
    """Open a file with what its kind needs; `mode` is 'ro' or 'rw', by default it is made, too.

    Raises PassphraseNeeded, WrongPassphrase, DatabaseProblem.
    """
    return connect_with(key_of(path), path, mode, timeout_s)


def connect_like(other: sqlite3.Connection, path: Path) -> sqlite3.Connection:
    """Open or make a file with the key of another one's connection."""
    return connect_with(key_in_use(other), path)


def connect_with(
    key: str, path: Path, mode: str = "", timeout_s: float | None = None
) -> sqlite3.Connection:
    """Open or make a file with a key, '' for none."""
    place = f"{path.resolve().as_uri()}?mode={mode}" if mode else str(path)
    wait = WAIT_S if timeout_s is None else timeout_s
    if not key:
        return sqlite3.connect(place, uri=bool(mode), timeout=wait, isolation_level=None)
    from planner.storage import keyed  # an extra, which may be missing

    return keyed.connect(key, place, bool(mode), wait)


def alone(connection: sqlite3.Connection) -> sqlite3.Connection:
    """Keep a file for one connection; SQLite says that it is busy when others have it open."""
    connection.execute("PRAGMA locking_mode = exclusive")
    try:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("ROLLBACK")
    except errors():
        connection.close()
        raise
    return connection


def errors(kind: str = "Error") -> tuple[type[Exception], ...]:
    """Return the exceptions of one kind, of Python's SQLite and of SQLCipher if that is in use."""
    modules = filter(None, map(sys.modules.get, ("sqlite3", f"{PACKAGE}.dbapi2")))
    return tuple(getattr(module, kind) for module in modules)


def code_of(error: BaseException) -> int:
    """Return SQLite's result code of an error, SQLITE_OK when it has none.

    SQLCipher's Python half gives none to what stops a copy, but the words are SQLite's.
    """
    told = getattr(error, "sqlite_errorcode", None)
    return int(_BY_WORDS.get(str(error), sqlite3.SQLITE_OK) if told is None else told)


def lacks_parent(error: BaseException) -> bool:
    """Say whether rows were refused since what they belong to is not stored.

    SQLCipher's Python half tells no extended codes, but the words are the same.
    """
    return str(error) == "FOREIGN KEY constraint failed"


def key_in_use(connection: sqlite3.Connection) -> str:
    """Return the key that a connection opened its file with, '' for none."""
    return str(getattr(connection, "key", ""))


def _first_page(path: Path) -> bytes:
    return gate.head(path, _PAGE)


@lru_cache(maxsize=8)
def _derived(passphrase: str, salt: bytes) -> bytes:
    return hashlib.pbkdf2_hmac("sha512", passphrase.encode(), salt, _ROUNDS, _KEY)
