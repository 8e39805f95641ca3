"""What a row asks before it stores a set that looks like a slip."""

from __future__ import annotations

from collections.abc import Iterable

from planner.engine.terms import LoggedSet
from planner.ui import row_draft, row_words
from planner.ui.entry_cell import EntryCell
from planner.ui.row_foot import RowFoot
from planner.ui.set_offers import Entry

Sets = tuple[LoggedSet, ...]


class RowQuestion:
    """Asks in a row's foot; `meant` are the sets that a question offers instead."""

    def __init__(self, foot: RowFoot, cells: Iterable[EntryCell]) -> None:
        self._foot, self._cells = foot, tuple(cells)
        self._asked: Sets = ()
        self.meant: Sets = ()

    @property
    def open(self) -> bool:
        """Say whether a question waits for its answer."""
        return bool(self._asked)

    def must_ask(self, sets: Sets, entry: Entry) -> bool:
        """Ask about a doubtful set, once."""
        doubts = [row_draft.doubt(made, entry) for made in sets]
        asked = next((doubt for doubt in doubts if doubt is not None), None)
        if asked is None or self._asked == sets:
            return False
        meant = row_draft.likely(sets, doubts) if asked.meant else ()
        self._ask(row_words.question(asked), sets, meant)
        return True

    def close(self) -> None:
        """Ask nothing."""
        self._ask("", (), ())

    def _ask(self, text: str, sets: Sets, meant: Sets) -> None:
        self._asked, self.meant = sets, meant
        self._foot.say(text, "warn" if text else "")
        for cell in self._cells:
            cell.asks = bool(meant)
