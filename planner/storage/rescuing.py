"""Go on after another program replaced the open file, wrote over it, or took it away."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from planner.storage import database
from planner.storage.problems import DatabaseProblem
from planner.storage.telling import unheard


def rescue() -> Path | None:
    """Close a lost file, and show the backup of what could still be read of it, to look at only.

    Returns that backup; None, and nothing is open, when nothing whole could be read.
    """
    saved = database.close_database()
    if saved is not None:
        database.look_at(saved)
    return saved


def put_back(saved: Path) -> Path | None:
    """Put what was rescued back in the place of the file; what is there now is backed up.

    Returns that backup; None when there was nothing, or what could not be opened: that is kept
    beside. Raises DatabaseProblem.
    """
    database.close_database()
    with suppress(DatabaseProblem):
        database.reopen()
    with database.restoring(saved) as work:
        return work(unheard)
