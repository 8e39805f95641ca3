"""Which session is open in the log: of each lifter its own, and a deleted one until it is back."""

from __future__ import annotations

from datetime import date

from planner.coach import logging
from planner.coach.files import NotStored
from planner.coach.logging import SessionView
from planner.ui.held_cells import InSight


class LogPlace:
    """`session_id` is None where no session is open; `deleted` while the one shown is deleted."""

    def __init__(self) -> None:
        self.session_id: int | None = None
        self._deleted_id: int | None = None  # shown again when its deletion is undone
        self._in_sight = InSight()

    @property
    def deleted(self) -> bool:
        """Say whether the session that was open is deleted, and may come back."""
        return self._deleted_id is not None

    def open(self, session_id: int | None) -> None:
        """Open a session, or none."""
        self.session_id, self._deleted_id = session_id, None

    def turn(self, left: int | None, to: int, today: date) -> None:
        """Leave a lifter; of the other one, what was in sight today is shown again."""
        self.open(self._in_sight.turn(left, self.session_id, to, today))

    def read(self, lifter_id: int, today: date) -> SessionView | None:
        """Return the open session; None when there is none, or while it is deleted."""
        wanted = self.session_id or self._deleted_id
        if wanted is None:
            return None
        try:
            view = logging.session_view(lifter_id, wanted, today)
        except NotStored:
            self.session_id, self._deleted_id = None, wanted
            return None
        self.open(wanted)
        return view
