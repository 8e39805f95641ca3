"""Paths that somebody typed: refused before anything is opened or made."""

from __future__ import annotations

from pathlib import Path

from planner.coach.refused import Refused
from planner.language import tr


def require(path: Path) -> None:
    """Raise Refused unless there is a file or a folder of that name."""
    if not path.exists():
        words = tr("There is no file {path}. Check its name and its folder.")
        raise Refused(words.format(path=path))


def require_folder(path: Path) -> None:
    """Raise Refused unless the folder is there in which a file is to be."""
    if not path.parent.is_dir():
        words = tr("There is no folder {path}. Make it first, or choose another.")
        raise Refused(words.format(path=path.parent))


def require_database(path: Path) -> None:
    """Raise Refused unless there is something to read."""
    if not path.exists():
        words = tr(
            "There is no training database at {path}. Check the path, or open the window or "
            "import a log: that makes a new one."
        )
        raise Refused(words.format(path=path))
