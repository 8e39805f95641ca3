"""The 30-day trash: deleted sessions, to be looked through and taken out again."""

from __future__ import annotations

from datetime import date, timedelta

from planner.storage import log, log_reads
from planner.storage.log_reads import TrashedSession as TrashedSession

KEPT_DAYS = 30


def deleted_sessions() -> list[TrashedSession]:
    """List the sessions in the trash, of every lifter, the one deleted last first."""
    return log_reads.trashed()


def restore(session_id: int) -> None:
    """Put a deleted session back into its lifter's log; LookupError when it is gone for good."""
    log.restore_session(session_id)


def purge(today: date) -> None:
    """Delete for good what has been in the trash for more than 30 days."""
    log.purge_trash(today - timedelta(days=KEPT_DAYS))
