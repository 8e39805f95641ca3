"""The cards of the page of forecasts: results, share over time, chances, levels ahead."""

from __future__ import annotations

from functools import partial

import numpy as np
from PySide6.QtWidgets import QWidget

from planner.coach.charts import forecast_page
from planner.coach.charts.forecast_levels import LevelAhead
from planner.coach.charts.forecast_page import HELD, Bin, ForecastPage, Skill
from planner.coach.charts.forecast_reading import Result
from planner.engine.terms import KG_PER_LB, Unit
from planner.language import passage, tr
from planner.ui.charts import forecast_marks, forecast_words as words, plot_style
from planner.ui.charts.chart_card import ChartCard
from planner.ui.charts.forecast_chances import ChancesPlot
from planner.ui.charts.forecast_marks import paint_inside, paint_outside
from planner.ui.charts.forecast_plot import ForecastPlot
from planner.ui.charts.forecast_words import OverTime
from planner.ui.charts.lines_plot import Line, LinesPlot
from planner.ui.charts.plot_legend import Legend, LegendSign
from planner.ui.charts.scene import Scene
from planner.ui.table_model import TableModel

HALF_REP = 0.4  # what a bar reaches beyond its whole repetitions, so that one is a bar, too
NEWEST_CALLS = 3


class ResultsCard(ChartCard):
    """Each session's forecast as a bar, and what was done as a dot."""

    def __init__(self, parent: QWidget) -> None:
        self.forecasts = ForecastPlot()
        self.rows = TableModel[Result]((), parent)
        self.key = Legend((), parent)
        super().__init__(self.forecasts, self.key, self.rows, parent)

    def show_page(self, made: ForecastPage, scene: Scene, in_mass: bool) -> None:
        """Draw repetitions from the forecast, or the e1RM that they stand for."""
        unit, today, results = scene.unit, scene.today, made.results
        xs = plot_style.day_numbers([each.on for each in results])
        rows = [_in_mass(each, unit) if in_mass else _in_reps(each) for each in results]
        self.forecasts.show_ranges(
            forecast_marks.ranges(xs, rows),
            [each.session_id for each in results],
            lambda at: words.result_lines(results[at], unit, today, made.pooled),
            about_zero=not in_mass,
        )
        self.set_rows(partial(self._write, made, unit))
        self.stack.setVisible(bool(results))
        self.key.setVisible(bool(results))
        self.key.show_entries(
            [
                (paint_inside, tr("inside the range that should hold 8 in 10")),
                (paint_outside, tr("outside")),
            ]
        )

    def show_nothing(self) -> None:
        """Draw and list nothing, also not what another lifter did."""
        self.stack.hide()
        self.key.hide()
        self.set_rows(partial(self.rows.set_rows, ()))

    def _write(self, made: ForecastPage, unit: Unit) -> None:
        self.rows.set_columns(words.result_columns(unit, made.pooled))
        self.rows.set_rows(made.results[::-1])


def _in_reps(result: Result) -> tuple[float, float, float, bool, bool]:
    made, middle = result.made, round(result.made.likely)
    low, high = made.low - middle - HALF_REP, made.high - middle + HALF_REP
    return low, high, made.counted - middle, made.inside, result.held_out


def _in_mass(result: Result, unit: Unit) -> tuple[float, float, float, bool, bool]:
    made = result.made
    reps = made.low - HALF_REP, made.high + HALF_REP, made.counted
    low, high, done = [made.e1rm_kg(each) / _per_unit(unit) for each in reps]
    return low, high, done, made.inside, result.held_out


def _per_unit(unit: Unit) -> float:
    return 1.0 if unit is Unit.KG else KG_PER_LB


class OverTimeCard(ChartCard):
    """The share inside of the last twenty results, with its band, beside the share meant."""

    def __init__(self, parent: QWidget) -> None:
        self.shares = LinesPlot()
        self.rows = TableModel[OverTime](words.share_columns(), parent)
        legend = Legend((), parent)
        super().__init__(self.shares, legend, self.rows, parent)
        of_last = tr("share in the last {count} sessions, 90 % band").format(
            count=forecast_page.WINDOW
        )
        meant = tr("8 in 10")
        legend.show_entries([(LegendSign.RIBBON, of_last), (LegendSign.DOTS, meant)])

    def show_page(self, made: ForecastPage, scene: Scene) -> None:
        """Draw the share over time; hidden while there are too few results."""
        over_time = made.over_time
        self.setVisible(bool(over_time))
        self.set_title(tr("Inside the range"), words.share_text(made.inside))
        shares = [(each.value, each.low, each.high) for _, each in over_time]
        ys, low, high = 100 * np.array(shares, dtype=np.float64).reshape(-1, 3).T
        xs = plot_style.day_numbers([on for on, _ in over_time])
        line = Line(tr("share"), xs, ys, low=low, high=high, marks=False)
        self.shares.show_lines(
            [line], lambda _, at: words.share_lines(over_time[at], scene.today), level=100 * HELD
        )
        self.set_rows(partial(self.rows.set_rows, over_time[::-1]))


class ChancesCard(ChartCard):
    """Chances given for the planned repetitions against the share that came."""

    def __init__(self, parent: QWidget) -> None:
        self.chances = ChancesPlot()
        self.rows = TableModel[Bin](words.chance_columns(), parent)
        legend = Legend((), parent)
        super().__init__(self.chances, legend, self.rows, parent)
        self.set_title(tr("Planned reps: chance given, and how often they came"))
        came = tr("share that came, 90 % range; hollow where the chance lies outside")
        legend.show_entries([(paint_inside, came), (LegendSign.DOTS, tr("just as said"))])

    def show_page(self, made: ForecastPage, _scene: Scene) -> None:
        """Draw the chances; hidden while none has enough results."""
        bins = made.chances
        self.setVisible(bool(bins))
        rows = [(each.chance, each.share.value, each.share.low, each.share.high) for each in bins]
        self.chances.show_chances(rows, lambda at: words.chance_lines(bins[at]))
        self.set_rows(partial(self.rows.set_rows, bins))
        self.show_hint("" if made.skill is None else self._score(made.skill))

    def _score(self, skill: Skill) -> str:
        told = tr("Brier score {ours}, by repeating last time {naive}; 0 would be perfect.")
        return told.format(ours=words.decimal(skill.brier), naive=words.decimal(skill.naive))


class LevelsCard(ChartCard):
    """The level forecast four weeks ahead with its band, and the level then."""

    def __init__(self, parent: QWidget) -> None:
        self.forecasts = ForecastPlot()
        self.rows = TableModel[LevelAhead]((), parent)
        self.key = Legend((), parent)
        super().__init__(self.forecasts, self.key, self.rows, parent)
        inside = tr("level then, inside the 90 % band of four weeks before")
        self.key.show_entries([(paint_inside, inside), (paint_outside, tr("outside"))])

    def show_page(self, made: ForecastPage, scene: Scene) -> None:
        """Draw the levels: of one lift in its unit, of several in per cent of the forecast."""
        ahead, unit, today = made.ahead, scene.unit, scene.today
        self.setVisible(bool(ahead or made.calls))
        self._show_title(made, unit)
        rows = [_percent(each) if made.pooled else _level(each, unit) for each in ahead]
        xs = plot_style.day_numbers([each.on for each in ahead])
        self.forecasts.show_ranges(
            forecast_marks.ranges(xs, rows),
            [each.session_id for each in ahead],
            lambda at: words.level_lines(ahead[at], unit, today, made.pooled),
            about_zero=made.pooled,
        )
        self.set_rows(partial(self._write, made, unit))
        for part in (self.stack, self.key):
            part.setVisible(bool(ahead))
        self.show_hint(self._told(made, scene))

    def _show_title(self, made: ForecastPage, unit: Unit) -> None:
        in_what = tr("% of the forecast") if made.pooled else str(unit)
        title = tr("Level four weeks ahead, {unit}").format(unit=in_what)
        share = words.share_text(made.ahead_inside) if made.ahead_inside.enough else ""
        self.set_title(title, share)

    def _told(self, made: ForecastPage, scene: Scene) -> str:
        """Return what the bands were worth, and what a levelling off led to."""
        said = [forecast_page.ahead_words(made)]
        if made.pooled:
            pooled = forecast_page.calls_words(made)
            said += [pooled] if pooled is not None else []
        else:
            said += [forecast_page.call_words(each) for each in made.calls[-NEWEST_CALLS:]]
        return passage(words.said(each, scene.unit, scene.today) for each in said)

    def _write(self, made: ForecastPage, unit: Unit) -> None:
        self.rows.set_columns(words.level_columns(unit, made.pooled))
        self.rows.set_rows(made.ahead[::-1])


def _level(made: LevelAhead, unit: Unit) -> tuple[float, float, float, bool, bool]:
    low, high, then = [each / _per_unit(unit) for each in (made.low_kg, made.high_kg, made.then_kg)]
    return low, high, then, made.inside, False


def _percent(made: LevelAhead) -> tuple[float, float, float, bool, bool]:
    """Return the same in per cent from the middle of the forecast."""
    low, high, then = [
        100 * (each / made.kg - 1) for each in (made.low_kg, made.high_kg, made.then_kg)
    ]
    return low, high, then, made.inside, False
