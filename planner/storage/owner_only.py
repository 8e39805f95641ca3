"""Keep files to their owner where the file system can: POSIX's can, FAT's and Windows' cannot."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

FOLDER = 0o700
_FILE = 0o600
_OTHERS = 0o077


def make(path: Path) -> None:
    """Make an empty file that its owner alone may read, unless there is a file; raises OSError."""
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _FILE))


def close_to_others(path: Path) -> bool:
    """Take from others what they may do with a file or folder; say whether they might before.

    What belongs to somebody else, or is where nobody can be kept out, stays as it is.
    """
    try:
        before = stat.S_IMODE(path.stat().st_mode)
        if not before & _OTHERS:
            return False
        path.chmod(before & ~_OTHERS)
        return not path.stat().st_mode & _OTHERS
    except OSError:
        return False
