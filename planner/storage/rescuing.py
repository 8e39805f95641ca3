"""Go on after another program replaced the open file, wrote over it, or took it away."""

from __future__ import annotations

import shutil
from contextlib import closing, suppress
from pathlib import Path

from planner.storage import database, file_place, gate, inspection
from planner.storage.problems import DatabaseProblem, Loss
from planner.storage.telling import unheard


def rescue() -> Path | None:
    """Close a lost file, and show the backup of what could still be read of it, to look at only.

    Returns that backup; None, and nothing is open, when nothing whole could be read. Of a file
    that was written over it may mix both: one that does not hold together is kept aside.
    """
    written_over = gate.loss() is Loss.OVERWRITTEN
    saved = database.close_database()
    if saved is not None and written_over and not _holds_together(saved):
        lost = file_place.last.path  # damaged files are kept beside it
        shutil.move(saved, lost.with_name(f"{saved.stem}-unreadable{lost.suffix}"))
        return None
    if saved is not None:
        database.look_at(saved)
    return saved


def _holds_together(saved: Path) -> bool:
    """Check a backup whole: SQLite's pages and indexes, which row belongs to which, and values."""
    from planner.storage import soundness  # needed here only: start-up waits for no import

    with closing(inspection.look(saved)) as connection:
        return not (inspection.faults(connection) or any(soundness.faults(connection)))


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
