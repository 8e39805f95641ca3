"""A note being typed on a set, which goes on with that set when rows show other ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from planner.ui.set_row import SetRowView


class HalfNote(NamedTuple):
    """What is typed of a note, below which row, and on which set: None for one to come."""

    line: SetRowView
    set_id: int | None
    text: str


def half_typed(rows: Sequence[SetRowView]) -> list[HalfNote]:
    """Return the notes that are being typed."""
    typed = ((line, line.foot.typed()) for line in rows)
    return [HalfNote(line, _set_id(line), text) for line, text in typed if text is not None]


def go_on(before: Sequence[HalfNote], notes: Mapping[str, str], rows: Sequence[SetRowView]) -> None:
    """Let notes on stored sets, by uid, be typed on below the rows that show those now; of notes
    that were typed below these rows `before`, each goes with its set."""
    moved = [note.line for note in before if _set_id(note.line) != note.set_id]
    for line in moved:
        line.foot.leave_note()
    for line in rows:
        text = notes.get(line.stored.uid) if line.stored is not None else None
        if text is not None and line.foot.typed() is None:
            line.edit_note(text, holds=bool(moved))


def on_stored(rows: Sequence[SetRowView]) -> dict[str, str]:
    """Return the notes that are being typed on stored sets, by the uid of each."""
    typed = ((line.stored, line.foot.typed()) for line in rows)
    return {made.uid: text for made, text in typed if made is not None and text is not None}


def _set_id(line: SetRowView) -> int | None:
    return line.stored.id if line.stored is not None else None
