"""Put a finished file in the place of another; a power cut leaves one of the two, whole."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def replace(part: Path, path: Path) -> None:
    """Give a finished file the name of another one; after that both are so on the disk.

    Raises OSError; then the file of that name is as it was.
    """
    with part.open("r+b") as file:
        os.fsync(file.fileno())
    part.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Let the disk hold the names in a folder as they are now, where the system lets one wait."""
    with suppress(OSError):  # Windows opens no folder; it writes names in their order by itself
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
