"""When training counts as regular."""

from __future__ import annotations

from planner.engine.evidence.constant import Constant

HABIT_WEEKS = Constant("whole weeks that tell what is usual", 12.0, "weeks", "thumb")
HABIT_LEAST = Constant("fewest whole weeks at home to tell what is usual", 4.0, "weeks", "thumb")
USUAL_WEEKDAY = Constant(
    "share of weeks from which a weekday is a usual one", 0.5, "of the weeks", "thumb"
)
