"""When training counts as regular."""

from __future__ import annotations

from planner.engine.evidence.constant import Constant

HABIT_WEEKS = Constant("whole weeks that tell what is usual", 12.0, "weeks", "thumb")
HABIT_LEAST = Constant("fewest of them with training to tell the usual days", 4.0, "weeks", "thumb")
HABIT_STARTS = Constant("sessions that tell the usual time of day", 8.0, "sessions", "thumb")
USUAL_WEEKDAY = Constant(
    "share of weeks with training from which a weekday is usual", 0.5, "of weeks", "thumb"
)
