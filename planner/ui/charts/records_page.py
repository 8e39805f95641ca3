"""The page of records: of the chosen lift by load and repetitions and over time, and of all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import partial

from PySide6.QtWidgets import QComboBox, QWidget

from planner.coach.charts import StrengthChart, records_all, records_page as reading
from planner.coach.charts.records_all import LiftLine
from planner.coach.charts.records_front import CurvePoint, Spot
from planner.coach.charts.records_page import LiftRecords, RepRecord
from planner.engine.terms import KG_PER_LB, Unit
from planner.language import tr
from planner.ui import region, theme
from planner.ui.charts import no_load_words, records_table as table, records_words as words
from planner.ui.charts.chart_card import ChartCard
from planner.ui.charts.chart_page import ChartPage
from planner.ui.charts.plot_legend import Entry, Legend, LegendSign
from planner.ui.charts.records_plot import (
    RecordsPlot,
    paint_expected,
    paint_front,
    paint_old,
)
from planner.ui.charts.records_steps import Risen, StairsPlot, risen
from planner.ui.charts.records_table import StepRow
from planner.ui.charts.scene import Scene
from planner.ui.charts.table_card import TableCard
from planner.ui.reading_bar import reading_bar
from planner.ui.slices import Job
from planner.ui.table_model import TableModel
from planner.ui.widgets import label, wrapped

PLOT_PX, STEPS_PX = 330, 240  # high at least; a lower window scrolls
RECENT = timedelta(weeks=6)
USUAL_COUNT = 5


class RecordsPage(ChartPage):
    """Shows the records of the chosen lift; those of all lifts are read part by part."""

    about_lift = takes_lift = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known: LiftRecords | None = None
        self._risen: Sequence[Risen] = ()
        self._slug = ""
        self.front, self.over_time = RecordsPlot(self), StairsPlot(self)
        self.count = QComboBox(self)
        self.bests = wrapped("", "muted", self)
        self._spot_rows = TableModel[Spot | CurvePoint]((), self)
        self._rep_rows = TableModel[RepRecord]((), self)
        self._step_rows = TableModel[StepRow]((), self)
        self._all_rows = TableModel[LiftLine]((), self)
        self._step_legend = Legend((), self)
        self._front_legend = Legend(self._front_signs(), self)
        self.front_card = ChartCard(self.front, self._front_legend, self._spot_rows, self)
        self.rep_card = TableCard(self._rep_rows, self)
        self.clearance = no_load_words.way_to_clearance(self.rep_card)
        self.step_card = ChartCard(self.over_time, self._step_legend, self._step_rows, self)
        self.all_card = TableCard(self._all_rows, self)
        self._bar = reading_bar(tr("Records of all exercises are being read"), self)
        self._arrange()

    def draw(self, scene: Scene) -> None:
        """Read the records of the chosen lift, and begin to read those of all."""
        self._known = reading.read(scene.lifter_id, scene.slug, scene.today, region.first_weekday())
        name = scene.chart.exercise.name if scene.chart else ""
        self.front_card.set_title(tr("{name} – load and repetitions").format(name=name))
        for card in (self.rep_card, self.step_card):
            card.setVisible(self._known is not None)
        if self._known is None:
            scored = not isinstance(scene.chart, StrengthChart)
            self.front_card.show_hint(words.none_yet(scored))
            self._show_front(False)
        else:
            self._draw_lift(self._known, scene, name)
        self.read()

    def first_day(self) -> date | None:
        """Return the day of the first set."""
        return None if self._known is None else self._known.sets[0].on

    # the chosen lift
    def _draw_lift(self, known: LiftRecords, scene: Scene, name: str) -> None:
        self.rep_card.set_title(tr("{name} – records").format(name=name), words.chip(known))
        self.rep_card.show_hint(words.what_it_means(known, scene.today) if known.loaded else "")
        waits = known.loaded and known.no_load is not None and known.no_load.waits
        self.clearance.setVisible(waits)
        self._front_legend.show_entries(self._front_signs(known.no_load is None))
        self.bests.setText(words.bests(known, scene.unit, scene.today))
        self.rep_card.set_rows(partial(self._fill_reps, known, scene.unit))
        self.rep_card.stack.setVisible(known.loaded)
        self.front_card.show_hint("" if known.loaded else tr(
            "Nothing is loaded here, so repetitions alone make a record."
        ))  # fmt: skip
        self._show_front(known.loaded)
        self._draw_front(known, scene)
        self.step_card.set_title(tr("{name} – records over time").format(name=name))
        self._offer_counts(known)
        self._draw_steps()

    def _show_front(self, shown: bool) -> None:
        self.front_card.stack.setVisible(shown)
        self.front_card.setMinimumHeight(theme.grown(PLOT_PX) if shown else 0)

    def _draw_front(self, known: LiftRecords, scene: Scene) -> None:
        recent = [spot.last_on > scene.today - RECENT for spot in known.spots]
        per_kg = 1.0 if scene.unit is Unit.KG else 1 / KG_PER_LB
        due = {point.reps: point for point in known.curve}

        def said(index: int) -> Sequence[str]:
            spot = known.spots[index]
            point = due.get(spot.reps)
            return words.spot(spot, point, known.exercise, scene.unit, scene.today)

        self.front.show_spots(known.spots, known.curve, recent, per_kg, said)
        self.front_card.set_rows(partial(self._fill_spots, known, scene.unit))

    def _offer_counts(self, known: LiftRecords) -> None:
        """Offer the counts that have a record; another lift starts with the usual one."""
        counts = [row.reps for row in known.rep_records if row.best is not None]
        chosen = self.count.currentData() if known.exercise.slug == self._slug else None
        self._slug = known.exercise.slug
        wanted = chosen if chosen in counts else min(counts, key=_from_usual, default=None)
        self.count.blockSignals(True)
        self.count.clear()
        for reps in counts:
            self.count.addItem(words.counted(reps), reps)
        self.count.setCurrentIndex(counts.index(wanted) if wanted is not None else -1)
        self.count.blockSignals(False)
        for part in (self.count, self._count_label):
            part.setVisible(bool(counts))

    def _draw_steps(self) -> None:
        if self._known is None or self.scene is None:
            return
        scene = self.scene
        self._risen = risen(self._known, self.count.currentData(), scene.unit, scene.today)
        lines = [line for made in self._risen for line in made.lines]
        owners = [made for made in self._risen for _ in made.lines]
        self.over_time.show_lines(
            lines, lambda line, place: owners[line].words(place // 2, scene.today)
        )
        self._step_legend.show_entries([made.entry for made in self._risen])
        self.step_card.set_rows(self._fill_steps)

    def _count_otherwise(self) -> None:
        self._draw_steps()
        self.over_time.reset()

    def _open_step(self, index: int) -> None:
        line, place = self.over_time.owner(index)
        owners = [made for made in self._risen for _ in made.lines]
        self.session_wanted.emit(owners[line].session_id(place // 2))

    def _open_spot(self, index: int) -> None:
        if self._known is not None:
            self.session_wanted.emit(self._known.spots[index].session_id)

    def _open_rep(self, row: int) -> None:
        best = self._rep_rows.row(row).best
        if best is not None:
            self.session_wanted.emit(best.session_id)

    # all lifts
    def clear(self) -> None:
        """Empty the table; what is shown of the same lifter stays until it is read anew."""
        self._slug = ""
        if self.scene is not None:
            self.all_card.set_rows(partial(self._fill_all, (), self.scene.unit))
        self._bar.show()

    def jobs(self) -> Mapping[Unit, Job]:
        """Return the reading of the records of all exercises."""
        scene = self.scene
        if scene is None:
            return {}
        who = scene.lifter_id, scene.today, region.first_weekday()
        return {scene.unit: partial(records_all.reading_all, *who)}

    def take(self, key: Unit, made: Sequence[LiftLine]) -> None:
        """Show the records of all exercises."""
        self._bar.hide()
        self.all_card.set_rows(partial(self._fill_all, made, key))

    # tables
    def _fill_spots(self, known: LiftRecords, unit: Unit) -> None:
        self._spot_rows.set_columns(table.spot_columns(known, unit))
        self._spot_rows.set_rows(table.spot_rows(known))

    def _fill_reps(self, known: LiftRecords, unit: Unit) -> None:
        self._rep_rows.set_columns(table.rep_columns(known, unit))
        self._rep_rows.set_rows(known.rep_records)

    def _fill_steps(self) -> None:
        self._step_rows.set_columns(table.step_columns(self._risen[0].unit))
        rows = [row for made in self._risen for row in made.rows()]
        self._step_rows.set_rows(sorted(rows, key=lambda row: row.on, reverse=True))

    def _fill_all(self, rows: Sequence[LiftLine], unit: Unit) -> None:
        self._all_rows.set_columns(table.all_columns(unit))
        self._all_rows.set_rows(rows)

    # building
    def _front_signs(self, with_today: bool = True) -> list[Entry]:
        entries: list[Entry] = [
            (LegendSign.DOT, tr("sets, larger with more")),
            (paint_old, tr("older than 6 weeks")),
            (paint_front, tr("records")),
        ]
        today: Entry = (paint_expected, tr("today's strength, 90 %"))
        return [*entries, today] if with_today else entries

    def _arrange(self) -> None:
        self._count_label = label(tr("Record of at least"), "muted", self)
        self._count_label.setBuddy(self.count)
        self.count.setAccessibleName(tr("Record of at least so many repetitions"))
        self.step_card.tools.addWidget(self._count_label)
        self.step_card.tools.addWidget(self.count)
        self.step_card.tools.addStretch(1)
        self.rep_card.tools.addWidget(self.bests, 1)
        self.all_card.set_title(tr("Records of all exercises"))
        self.all_card.tools.addWidget(self._bar, 1)
        self.add_card(self.front_card, 4, PLOT_PX)
        self.add_card(self.rep_card, 0)
        self.add_card(self.step_card, 3, STEPS_PX)
        self.add_card(self.all_card, 0)
        self.of_lifter.append(self.all_card)
        self.front.picked.connect(self._open_spot)
        self.over_time.picked.connect(self._open_step)
        self.rep_card.picked.connect(self._open_rep)
        self.count.activated.connect(self._count_otherwise)
        self.clearance.clicked.connect(self.referrals_wanted)


def _from_usual(reps: int) -> int:
    return abs(reps - USUAL_COUNT)
