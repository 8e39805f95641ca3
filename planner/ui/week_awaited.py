"""What was just made in a week, to be selected once the week shows it."""

from __future__ import annotations

from typing import NamedTuple

from planner.ui import selection
from planner.ui.plan_week import Week
from planner.ui.selection import Selection


class Awaited(NamedTuple):
    """The ids of new lines or sessions; a single new session wants to be `named`."""

    sessions: tuple[int, ...] = ()
    lines: tuple[int, ...] = ()
    named: bool = False

    @classmethod
    def of(cls, made: object, lines: bool) -> Awaited:
        """Await what a write returned: an id, ids, or nothing to be selected."""
        known = made if isinstance(made, list) else [made]
        ids = tuple(key for key in known if isinstance(key, int))
        return cls(lines=ids) if lines else cls(ids, named=isinstance(made, int))

    def in_week(self, week: Week) -> Selection | None:
        """Select what is awaited in a week; None where it is not there."""
        return selection.of_ids(week, self.sessions, self.lines)


NOTHING = Awaited()
