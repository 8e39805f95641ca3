"""When a harder exercise takes the place of one that has no load to raise."""

from __future__ import annotations

from planner.engine.evidence.constant import Constant

CLIMB_DAYS = Constant("days that clean sets of a ladder's step count for", 28.0, "days", "thumb")
CLIMB_AWAY = Constant(
    "days since its last session after which no step is climbed", 14.0, "days", "thumb"
)
