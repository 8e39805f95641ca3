"""The page that compares lifts: lines of up to eight, and which of them rose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QComboBox, QWidget

from planner.coach.charts import compare, compare_offer
from planner.coach.charts.compare import LiftLine
from planner.coach.charts.compare_offer import PatternLifts
from planner.engine.terms import Unit
from planner.language import tr
from planner.ui import region
from planner.ui.charts import compare_seats, compare_table, compare_words, lines_plot
from planner.ui.charts.chart_card import ChartCard
from planner.ui.charts.chart_page import ChartPage
from planner.ui.charts.compare_picker import ComparePicker
from planner.ui.charts.compare_plot import ComparePlot
from planner.ui.charts.compare_seats import Seats
from planner.ui.charts.compare_table import Measured, Row, Seated
from planner.ui.charts.plot_legend import Legend
from planner.ui.charts.scene import DaysShown, Scene
from planner.ui.reading_bar import reading_bar
from planner.ui.slices import Job
from planner.ui.table_model import TableModel

LEAST_PX = 340


class ComparePage(ChartPage):
    """Shows estimated strength in kg or as % of the start, or the hard sets of a week."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: Sequence[PatternLifts] = ()
        self._lines: Sequence[LiftLine] = ()
        self._seats: dict[str, Seats] = {}  # by the lifter's uid
        self._seat_of: dict[str, int] = {}
        self._days = DaysShown(date.min)
        self._lifts: Sequence[Seated] = ()
        self.plot = ComparePlot(self)
        self.legend = Legend((), self)
        self.rows = TableModel[Row]((), self)
        self.card = ChartCard(self.plot, self.legend, self.rows, self)
        self.picker = ComparePicker(self.card)
        self.measure = self._measures()
        self.bar = reading_bar(tr("Reading lifts"), self)
        self._arrange()

    def draw(self, scene: Scene) -> None:
        """Read the lifts that are compared; what takes long follows later."""
        self._days = scene.days
        self._groups = compare_offer.offered(scene.lifter_id, scene.today)
        for part in (self.card.stack, self.measure, self.picker):
            part.setVisible(bool(self._groups))
        self.picker.show_groups(self._groups, [slug for slug in self.seats() if slug])
        self._draw_anew()
        self._read()

    def clear(self) -> None:
        """Draw no line of the lifter shown before."""
        self._lines = ()

    def first_day(self) -> date | None:
        """Return the first session of the lifts compared."""
        return min((line.days[0].on for line in self._lines), default=None)

    def sentences(self) -> Sequence[str]:
        """Say which lift rose most and which least."""
        if self.scene is None or not self._groups:
            return ()
        found = compare.compared(self._lines, self._since(self._days), self._days.until)
        return compare_words.sentences(found, self._lines, self.scene.today)

    def show_days(self, days: DaysShown) -> None:
        """Show other days; what is shown in % counts from the first of them."""
        self._days = days
        self._count_from_start()
        if self.measured is Measured.SHARE:
            self._draw_lines()
        super().show_days(days)

    def seats(self) -> Seats:
        """Return where the lifts sit that are compared, at first the most trained ones."""
        slugs = {lift.exercise.slug for group in self._groups for lift in group.lifts}
        seats = self._seats.get(self.whose)
        if seats is None:
            kept = self.scene.compared if self.scene is not None else ""
            seats = compare_seats.known(compare_seats.from_text(kept), slugs)
            seats = seats or compare_offer.usual(self._groups)
        return compare_seats.known(seats, slugs)

    @property
    def measured(self) -> Measured:
        """What is compared."""
        return Measured(self.measure.currentData())

    # reading
    def jobs(self) -> Mapping[str, Job]:
        """Return the reading of the lifts compared."""
        scene = self.scene
        if scene is None:
            return {}
        slugs = [slug for slug in self.seats() if slug]
        who = scene.lifter_id, slugs, scene.today, region.first_weekday()
        return {"lines": partial(compare.lines, *who)}

    def _read(self) -> None:
        self.bar.setVisible(not self._lines)
        self.read()

    def take(self, _key: str, made: Sequence[LiftLine]) -> None:
        """Draw what was read; the days in view stay, or widen with the whole history."""
        self.bar.hide()
        self._lines = made
        self._seat_of = {slug: seat for seat, slug in enumerate(self.seats())}
        self._draw_anew()
        self.show_days(self._days)
        self.retold.emit()

    def _choose(self, slugs: tuple[str, ...]) -> None:
        self._seats[self.whose] = compare_seats.seated(self.seats(), slugs)
        self.compared.emit(self.whose, compare_seats.text(self._seats[self.whose]))
        if self.scene is not None:
            self._read()

    # drawing
    def _measure(self) -> None:
        if self.scene is not None:
            self._draw_anew()
            self.plot.reset()

    def _draw_anew(self) -> None:
        self._say()
        self._count_from_start()
        self._draw_lines()

    def _since(self, days: DaysShown) -> date:
        return days.begin(self.first_day() or days.until)

    def _draw_lines(self) -> None:
        """Draw the lines and name them; every lift has the look of its seat."""
        if self.scene is None:
            return
        unit, today = self.scene.unit, self.scene.today
        drawn = [compare_table.drawn(lift, self.measured, unit) for lift in self._lifts]
        said = partial(self._words, unit, today)
        level = 100.0 if self.measured is Measured.SHARE and drawn else None
        floor = 0.0 if self.measured is Measured.SETS else None
        self.plot.show_lifts(drawn, said, floor, level)
        self.legend.show_entries([(lines_plot.sign(line.look), line.name) for line in drawn])

    def _count_from_start(self) -> None:
        """Let every lift count from its first session in view, in words and in the table."""
        since = self._since(self._days)
        self._lifts = [
            Seated(
                line,
                self._seat_of[line.exercise.slug],
                compare.shares(line, since, self._days.until),
            )
            for line in self._lines
        ]
        unit = self.scene.unit if self.scene is not None else Unit.KG
        self.card.set_rows(partial(self._fill, self._lifts, unit))

    def _words(self, unit: Unit, today: date, line: int, place: int) -> Sequence[str]:
        lift = self._lifts[line]
        index = compare_table.place(lift, self.measured, place)
        return compare_table.words(lift, self.measured, index, unit, today)

    def _open(self, index: int) -> None:
        """Open the session of a point; a week has none of its own."""
        if self.measured is not Measured.SETS:
            line, place = self.plot.owner(index)
            day = compare_table.place(self._lifts[line], self.measured, place)
            self.session_wanted.emit(self._lifts[line].line.days[day].session_id)

    def _fill(self, lifts: Sequence[Seated], unit: Unit) -> None:
        self.rows.set_columns(compare_table.columns(self.measured, unit))
        self.rows.set_rows(compare_table.rows(lifts, self.measured))

    def _say(self) -> None:
        """Name the card by what it compares, and say what is still missing."""
        unit = self.scene.unit if self.scene is not None else Unit.KG
        titles = {
            Measured.STRENGTH: tr("Compare – estimated 1RM, {unit}").format(unit=unit),
            Measured.SHARE: tr("Compare – estimated 1RM, % of the first session shown"),
            Measured.SETS: tr("Compare – hard sets a week, mean of four weeks"),
        }
        self.card.set_title(titles[self.measured])
        said = compare_words.hint(self._lines, self.measured, unit)
        self.card.show_hint(said if self._groups else compare_words.nothing_yet())

    # building
    def _measures(self) -> QComboBox:
        made = QComboBox(self.card)
        made.setAccessibleName(tr("What to compare"))
        made.addItem(tr("Estimated 1RM"), Measured.STRENGTH)
        made.addItem(tr("% of the start"), Measured.SHARE)
        made.addItem(tr("Hard sets a week"), Measured.SETS)
        return made

    def _arrange(self) -> None:
        for tool in (self.measure, self.picker):
            self.card.tools.addWidget(tool)
        self.card.tools.addStretch(1)
        self.layout_.addWidget(self.bar)
        self.add_card(self.card, 1, LEAST_PX)
        self.picker.chosen.connect(self._choose)
        self.measure.currentIndexChanged.connect(self._measure)
        self.plot.picked.connect(self._open)
