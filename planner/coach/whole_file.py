"""Read and write whole files: what others may be reading or keep, and never the database."""

from __future__ import annotations

import errno
from pathlib import Path

from planner.storage import durable, file_place


def read(path: Path) -> bytes:
    """Return what a file holds. Raises OSError, also for the training database itself."""
    refuse_database(path)
    return path.read_bytes()


def write(path: Path, content: bytes | bytearray | memoryview) -> None:
    """Write a whole file or none: a full disk or a power cut leaves what was there before.

    Raises OSError, which names the file itself, also for the training database.
    """
    refuse_database(path)
    draft = path.with_name(f".{path.name}.part")
    try:
        draft.write_bytes(content)
        durable.replace(draft, path)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error
    finally:
        draft.unlink(missing_ok=True)


def refuse_database(path: Path) -> None:
    """Raise OSError for the training database itself, and for what SQLite keeps beside it."""
    if file_place.holds(path):
        raise OSError(errno.EBUSY, "it is the training database itself", str(path))
