"""What is typed in the rows of a card and not on disk."""

from __future__ import annotations

from collections.abc import Sequence

from planner.ui import card_rows, row_notes
from planner.ui.card_rows import AskedRow, Drafts
from planner.ui.set_row import SetRowView


def typed(
    rows: Sequence[SetRowView],
    asked: Sequence[AskedRow],
    rows_wanted: int,
    note: str | None,
    sent: SetRowView | None,
) -> Drafts:
    """Return what is typed in the rows of a card, but in one that was sent to be stored.

    Of those rows, some were `asked` for; `rows_wanted` are to be there at least, and `note` is the
    one half-typed on the exercise.
    """
    stored = {line.stored.uid: line.draft() for line in rows if line.stored is not None}
    known = {uid: made for uid, made in stored.items() if made is not None}
    left = tuple(each for each in asked if sent is None or each.row is not sent.row)
    open_rows = [line for line in rows if line.stored is None and line is not sent]
    drafts = card_rows.typed_rows([(line.row, line.draft()) for line in open_rows], left)
    return Drafts(known, drafts, rows_wanted, left, note, row_notes.on_stored(rows))
