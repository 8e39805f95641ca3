"""Paths that somebody typed: refused before anything is opened or made."""

from __future__ import annotations

from pathlib import Path

from planner.coach.refused import Refused


def require(path: Path) -> None:
    """Raise Refused unless there is a file or a folder of that name."""
    if not path.exists():
        raise Refused(f"There is no file {path}. Check its name and its folder.")


def require_folder(path: Path) -> None:
    """Raise Refused unless the folder is there in which a file is to be."""
    if not path.parent.is_dir():
        raise Refused(f"There is no folder {path.parent}. Make it first, or choose another.")


def require_database(path: Path) -> None:
    """Raise Refused unless there is something to read."""
    if not path.exists():
        raise Refused(
            f"There is no training database at {path}. Check the path, or open the window or "
            "import a log: that makes a new one."
        )
