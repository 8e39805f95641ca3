"""Which session is open in the log: of each lifter its own, and a deleted one until it is back."""

from __future__ import annotations

from datetime import date

from planner.coach import logging
from planner.coach.logging import SessionView
from planner.ui.held_cells import InSight


class LogPlace:
    """Goes by the uid of the session: once it is undone, another one may get its id.

    `session_id` is None where no session is open; `deleted` while the one shown is deleted.
    """

    def __init__(self) -> None:
        self.session_id: int | None = None
        self._uid = ""  # still known when it is deleted: shown again when that is undone
        self._in_sight = InSight()

    @property
    def deleted(self) -> bool:
        """Say whether the session that was open is deleted, and may come back."""
        return self.session_id is None and bool(self._uid)

    def open(self, session_id: int | None) -> None:
        """Open a session, or none."""
        self.session_id = session_id
        self._uid = "" if session_id is None else logging.session_uid(session_id)

    def turn(self, left: int | None, to: int, today: date) -> None:
        """Leave a lifter; of the other one, what was in sight today is shown again."""
        seen = "" if self.deleted else self._uid
        self.session_id, self._uid = None, self._in_sight.turn(left, seen, to, today)

    def read(self, lifter_id: int, today: date) -> SessionView | None:
        """Return the open session; None when there is none, or while it is deleted."""
        self.session_id = logging.session_key(lifter_id, self._uid) if self._uid else None
        if self.session_id is None:
            return None
        return logging.session_view(lifter_id, self.session_id, today)
