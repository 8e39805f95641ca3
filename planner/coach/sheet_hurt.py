"""What of a sheet hurt badly before the day on which it was done, as far as that is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from planner.coach import pain_marks
from planner.coach.sheet_grid import Edits, GridSession, Line, day_of


def on_its_day(session: GridSession, edits: Edits, lifter_id: int) -> GridSession:
    """Return a session whose rows know of pain on all days before its own, which may be typed; what
    of the same sheet was stored by now counts."""
    slugs = {line.exercise.slug for line in session.lines}
    hurt = pain_marks.before_day(lifter_id, slugs, day_of(session, edits))
    return replace(session, lines=tuple(_known(line, hurt) for line in session.lines))


def _known(line: Line, hurt: Mapping[str, str]) -> Line:
    said = hurt.get(line.exercise.slug, "")
    boxes = (replace(box, row=replace(box.row, hurt=said)) for box in line.boxes)
    return replace(line, boxes=tuple(boxes))
