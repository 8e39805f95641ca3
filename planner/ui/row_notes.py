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


def go_on(notes: Sequence[HalfNote], rows: Sequence[SetRowView]) -> None:
    """Let each note be typed on below the row that shows its set now; it goes with its set."""
    for note in notes:
        if _set_id(note.line) != note.set_id:
            note.line.foot.leave_note()
            now = next((line for line in rows if _set_id(line) == note.set_id), None)
            if now is not None and note.set_id is not None:
                now.edit_note(note.text)


def on_stored(rows: Sequence[SetRowView]) -> dict[str, str]:
    """Return the notes that are being typed on stored sets, by the uid of each."""
    typed = ((line.stored, line.foot.typed()) for line in rows)
    return {made.uid: text for made, text in typed if made is not None and text is not None}


def reopen(notes: Mapping[str, str], rows: Sequence[SetRowView]) -> None:
    """Let notes on stored sets, by uid, be typed on below rows made anew; the focus stays."""
    for line in rows:
        text = notes.get(line.stored.uid) if line.stored is not None else None
        if text is not None and line.foot.typed() is None:
            line.foot.reopen_note(text, line.note_name())


def _set_id(line: SetRowView) -> int | None:
    return line.stored.id if line.stored is not None else None
