"""What is typed from a sheet and not stored in the log yet; the file keeps it, week by week."""

from __future__ import annotations

import json

from planner.coach.sheet_grid import Edits, SheetGrid
from planner.storage import clients

_PREFIX = "sheet "


def draft(uid: str) -> dict[str, str]:
    """Return what was typed from the sheet of a week, by key of the box; empty without a draft."""
    return dict(json.loads(clients.setting(_PREFIX + uid, "{}")))


def keep(uid: str, edits: Edits) -> None:
    """Keep what was typed from the sheet of a week; nothing typed leaves no draft."""
    if edits:
        clients.change_setting(_PREFIX + uid, json.dumps(dict(edits), ensure_ascii=False))
    else:
        clients.forget_setting(_PREFIX + uid)


def kept() -> set[str]:
    """Return the uids of the weeks that have a draft."""
    return {key.removeprefix(_PREFIX) for key in clients.settings() if key.startswith(_PREFIX)}


def still_of(grid: SheetGrid, edits: Edits) -> dict[str, str]:
    """Return what of a draft differs from what the sheet has by now."""
    keys = {
        box.key: box.text
        for session in grid.sessions
        for line in session.lines
        for box in line.boxes
    }
    keys |= {line.note_key: line.note for session in grid.sessions for line in session.lines}
    keys |= {session.note_key: session.note for session in grid.sessions}
    keys |= {session.on_key: session.on.isoformat() for session in grid.sessions} | dict(
        grid.answers
    )
    return {key: text for key, text in edits.items() if keys.get(key, "") != text}
