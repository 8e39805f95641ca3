"""Empty the trash as the window does once a backup was made, but all of it at once."""

from __future__ import annotations

from datetime import date

from planner.storage import trash


def purge(before: date = date.max) -> None:
    """Delete for good what was put into the trash before a day."""
    for _ in trash.purging(before):
        pass
