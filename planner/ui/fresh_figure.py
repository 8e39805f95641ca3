"""The body from the front and from the back: the more tired a muscle, the darker it is."""

from __future__ import annotations

from collections.abc import Sequence

from planner.coach.muscle_days import MuscleDay
from planner.coach.wording import in_row
from planner.language import tr
from planner.ui import group_words, today_words
from planner.ui.body_figure import BodyFigure


class FreshFigure(BodyFigure):
    """Says in its accessible name what it shows; beside it a list says it in numbers."""

    def show_days(self, days: Sequence[MuscleDay]) -> None:
        """Show muscle groups by their gauge; of what is not known nothing is coloured."""
        known = [(day, day.gauge.level) for day in days if day.gauge.level is not None]
        said = in_row(
            f"{group_words.alone(day.group)}: {today_words.fresh(level)}" for day, level in known
        )
        self.setAccessibleName(said or tr("Nothing is known of any muscle"))
        self.tint({muscle: 1.0 - level for day, level in known for muscle in day.muscles})
