"""What the charts tab shows: whose training, which exercise, which days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from planner.coach.charts import StrengthChart
from planner.coach.scores import ScoreChart
from planner.engine.terms import Unit

LiftChart: TypeAlias = StrengthChart | ScoreChart


@dataclass(frozen=True, slots=True)
class DaysShown:
    """Days in view, both ends included; without `since` the whole history."""

    until: date
    since: date | None = None

    def begin(self, first: date) -> date:
        """Return the first day in view of a history that begins on `first`."""
        return first if self.since is None else self.since


@dataclass(frozen=True, slots=True)
class Scene:
    """A lifter on a day with an exercise chosen; `slug` is '' when none has a history.

    `chart` is that of the exercise, None on pages that are not about it; `compared` are the lifts
    chosen to compare, as `compare_seats` writes them, '' when none were.
    """

    lifter_id: int
    slug: str
    unit: Unit
    today: date
    days: DaysShown
    chart: LiftChart | None = None
    compared: str = ""


def nothing_compared(_uid: str) -> str:
    """Return which lifts a lifter chose to compare, where nobody remembers any."""
    return ""
