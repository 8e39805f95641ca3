"""Weekly hard sets of a muscle group as bars over the range that serves most lifters."""

from __future__ import annotations

from collections.abc import Sequence

from planner.coach import wording
from planner.coach.charts import WeeklySets
from planner.language import tr
from planner.ui import counts, dates, group_words
from planner.ui.charts.bars_plot import BarsPlot
from planner.ui.charts.plot_bars import Part


class WeeklySetsPlot(BarsPlot):
    """Shows one muscle group; the week that is still running is the bright bar."""

    def show_weeks(self, weekly: WeeklySets) -> None:
        """Draw a muscle group; the days in view are set by `show_days`."""

        def said(index: int) -> Sequence[str]:
            return self._week(weekly, index)

        starts = [starts_on for starts_on, _ in weekly.weeks]
        parts = [Part(group_words.alone(weekly.group), [sets for _, sets in weekly.weeks])]
        self.show_bars(starts, parts, said, (weekly.low, weekly.high), running=True)

    def _week(self, weekly: WeeklySets, index: int) -> Sequence[str]:
        """Return a week's sets and how they lie to the range."""
        starts_on, sets = weekly.weeks[index]
        low, high = (wording.number(value) for value in (weekly.low, weekly.high))
        return [
            tr("week of {day}").format(day=dates.short(starts_on, weekly.weeks[-1][0])),
            tr("{sets} (range {low}–{high})").format(
                sets=counts.hard_sets(sets), low=low, high=high
            ),
        ]
