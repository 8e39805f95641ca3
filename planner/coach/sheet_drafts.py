"""What is typed from a sheet and not stored in the log yet; the file keeps it, week by week.

What is half typed, like what is only remembered (`print_choice`), is written past Undo, straight
from the dialogs: there is no step to take back.
"""

from __future__ import annotations

import json
from datetime import date

from planner.coach import sheet_moves
from planner.coach.sheet_grid import Edits, SheetGrid, sheet_grid
from planner.storage import clients, plan_lists

PRINTED = "printed"  # key of the check on the code of the sheet that was typed
_PREFIX = "sheet "


def opened(
    lifter_id: int, week_id: int, today: date, check: str = ""
) -> tuple[SheetGrid, dict[str, str]]:
    """Return a lifter's sheet with what was typed of it, by key of the box.

    Without the check of a printed code it is of the code with which it was begun. Raises
    LookupError when the week is gone.
    """
    grid = sheet_grid(lifter_id, week_id, today, check)
    edits = draft(grid.uid)
    begun = edits.pop(PRINTED, "")
    if begun and not check:
        grid = sheet_grid(lifter_id, week_id, today, begun)
    shown, texts = sheet_moves.placed(grid, edits)
    return shown, _still_of(shown, texts)


def draft(uid: str) -> dict[str, str]:
    """Return what was typed from the sheet of a week, by key of the box; empty without a draft."""
    return dict(json.loads(clients.setting(_PREFIX + uid, "{}")))


def keep(grid: SheetGrid, edits: Edits) -> None:
    """Keep what was typed from a sheet; nothing typed leaves no draft."""
    if edits:
        kept = {**edits, PRINTED: grid.check} if grid.check else dict(edits)
        clients.change_setting(_PREFIX + grid.uid, json.dumps(kept, ensure_ascii=False))
    else:
        clients.forget_setting(_PREFIX + grid.uid)


def kept() -> set[str]:
    """Return the uids of the weeks that have a draft."""
    return {key.removeprefix(_PREFIX) for key in clients.settings_of(_PREFIX)}


def forget_lost() -> None:
    """Forget the drafts of weeks that are gone for good."""
    lost = kept() - plan_lists.week_uids()
    for uid in lost:
        clients.forget_setting(_PREFIX + uid)


def _still_of(grid: SheetGrid, edits: Edits) -> dict[str, str]:
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
