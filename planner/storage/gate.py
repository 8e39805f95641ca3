"""The gate before every write: the open file may be written, and is still where and what it was.

A sync program may put another file in the place of the open one, write over it, or take it away.
Writing on would lose what is written, or mix two files, so it is noticed before: by inode, size
and time, a few microseconds a write.
"""

from __future__ import annotations

import os
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import FileIO
from pathlib import Path
from threading import Lock

from planner.storage.problems import DatabaseProblem, FileLost, Loss, OpenedReadOnly

MAGIC = b"SQLite format 3\x00"  # how a file begins that no passphrase protects
HOLDS_LOCKS = sys.platform != "win32"  # whether closing a descriptor drops locks of others
_COMPARED_BYTES = 8 * 2**20  # of a larger file the content is not read


@dataclass(frozen=True, slots=True)
class _Look:
    """What the file looked like, and the trace that SQLite left in the index of its log."""

    size: int
    written_ns: int
    trace: bytes


@dataclass(slots=True)
class _Watched:
    """The open file, and the index of its log where that is shared with other programs.

    Both stay open until SQLite has closed them: closing one drops SQLite's locks (see
    https://www.sqlite.org/howtocorrupt.html, section 2.2). On Windows it does not, but SQLite
    could not delete what is still open.
    """

    path: Path = Path()
    inode: tuple[int, int] = (0, 0)
    log_inode: tuple[int, int] = (0, 0)
    file: FileIO | None = None
    index: FileIO | None = None
    look: _Look = _Look(0, 0, b"")
    content: int = 0
    read_only: bool = False


_watched = _Watched()
_reading = Lock()


def watch(path: Path, read_only: bool = False) -> None:
    """Watch a file that was just opened, in place of the one before."""
    global _watched
    leave()
    file, log = FileIO(path), _inode(beside(path, "-wal"))
    _watched = _Watched(path, _inode(path), log, file, read_only=read_only)
    index = beside(path, "-shm")
    if not read_only and index.exists():  # without a shared log SQLite itself looks at the file
        _watched.index = FileIO(index)
        _see(path.stat(), _watched.index)


def refusal() -> DatabaseProblem | None:
    """Return why the open file may not be written, None when it may."""
    try:
        require()
    except DatabaseProblem as problem:
        return problem
    return None


def loss() -> Loss | None:
    """Return what happened to the open file, None when it is what it was."""
    try:
        require_unmoved()
    except FileLost as lost:
        return lost.loss
    return None


@contextmanager
def parting(lost: Loss) -> Iterator[None]:
    """Let SQLite close a lost file in the block without harm to what is in its place now.

    It would write its log into a file that was written over, would delete the log of the file
    that is there now, and its own would spoil that one.
    """
    path = _watched.path
    log, theirs = beside(path, "-wal"), beside(path, "-wal.theirs")
    is_ours = _inode(log) == _watched.log_inode
    if not is_ours and log.exists():
        log.replace(theirs)
    if is_ours and lost is Loss.OVERWRITTEN:
        os.truncate(log, 0)
    try:
        yield
    finally:
        if is_ours:
            log.unlink(missing_ok=True)
            beside(path, "-shm").unlink(missing_ok=True)
        if theirs.exists():
            theirs.replace(log)


def beside(path: Path, end: str) -> Path:
    """Return the path of what stands beside a file under its name and more."""
    return path.with_name(path.name + end)


def _inode(path: Path) -> tuple[int, int]:
    """Return device and number of a file, (0, 0) when there is none."""
    try:
        stat = path.stat()
    except FileNotFoundError:
        return 0, 0
    return stat.st_dev, stat.st_ino


def leave() -> None:
    """Watch nothing any more."""
    global _watched
    left, _watched = _watched, _Watched()
    for file in filter(None, (left.file, left.index)):
        file.close()


def head(path: Path, size: int) -> bytes:
    """Return the first bytes of a file, also of the open one, which nothing else may open and
    close; any thread. Raises OSError."""
    stat, file = path.stat(), _watched.file
    if file is not None and (stat.st_dev, stat.st_ino) == _watched.inode:
        return _read(file, size)
    with path.open("rb") as other:
        return other.read(size)


def _read(file: FileIO, size: int) -> bytes:
    with _reading:
        file.seek(0)
        return file.read(size)


def is_read_only() -> bool:
    """Say whether the open file may only be looked at."""
    return _watched.read_only


def require() -> None:
    """Raise OpenedReadOnly or FileLost unless the open file may be written."""
    if _watched.read_only:
        raise OpenedReadOnly
    require_unmoved()


def require_unmoved() -> None:
    """Raise FileLost when the open file is not the one that was opened, as SQLite left it."""
    if _watched.inode == (0, 0):
        return
    try:
        stat = _watched.path.stat()
    except OSError as error:
        raise FileLost(_watched.path, Loss.GONE) from error
    if (stat.st_dev, stat.st_ino) != _watched.inode:
        raise FileLost(_watched.path, Loss.REPLACED)
    if _watched.index is not None and _is_written(stat):
        _require_written_by_sqlite(stat, _watched.index)


def note() -> None:
    """Note what the file looks like after a write of our own."""
    if _watched.file is not None and _watched.index is not None:
        _see(os.fstat(_watched.file.fileno()), _watched.index)


def _is_written(stat: os.stat_result) -> bool:
    return (stat.st_size, stat.st_mtime_ns) != (_watched.look.size, _watched.look.written_ns)


def _require_written_by_sqlite(stat: os.stat_result, index: FileIO) -> None:
    """Let pass what another program wrote through SQLite, or what only looks written."""
    alike = stat.st_size <= _COMPARED_BYTES and _content(stat.st_size) == _watched.content
    if _trace(index) == _watched.look.trace and not alike:
        raise FileLost(_watched.path, Loss.OVERWRITTEN)
    _see(stat, index)


def _see(stat: os.stat_result, index: FileIO) -> None:
    if _is_written(stat):
        _watched.content = _content(stat.st_size)
    _watched.look = _Look(stat.st_size, stat.st_mtime_ns, _trace(index))


def _trace(index: FileIO) -> bytes:
    """Return what whoever writes through SQLite changes: the head of the log, how much of it went
    into the file, and how much of it is on its way.

    The places are those of https://www.sqlite.org/walformat.html#the_wal_index_file_format.
    """
    shared = _read(index, 132)
    return shared[:48] + shared[96:100] + shared[128:132]


def _content(size: int) -> int:
    """Return a sum over the content of the open file, 0 when it is large."""
    return zlib.crc32(head(_watched.path, size)) if size <= _COMPARED_BYTES else 0
