"""Read and write whole files: what others may be reading or keep, and never the database."""

from __future__ import annotations

import errno
from pathlib import Path

from planner.language import tr
from planner.storage import durable, file_place, owner_only


def read(path: Path) -> bytes:
    """Return what a file holds. Raises OSError, also for the training database itself."""
    _refuse_database(path)
    return path.read_bytes()


def write(path: Path, content: bytes | bytearray | memoryview) -> None:
    """Write a whole file or none: a full disk or a power cut leaves what was there before.

    Its owner alone may read it, where the file system can keep others out. Raises OSError, which
    names the file itself, also for the training database.
    """
    _refuse_database(path)
    draft = path.with_name(f".{path.name}.part")
    try:
        draft.unlink(missing_ok=True)
        owner_only.make(draft)
        draft.write_bytes(content)
        durable.replace(draft, path)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error
    finally:
        draft.unlink(missing_ok=True)


def is_database(path: Path) -> bool:
    """Say whether a path is the training database itself, or what SQLite keeps beside it."""
    return file_place.holds(path)


def _refuse_database(path: Path) -> None:
    if is_database(path):
        raise OSError(errno.EBUSY, tr("it is the training database itself"), str(path))
