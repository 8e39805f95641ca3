"""The page on strength beside bodyweight: points of powerlifting, and lifts as multiples of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from planner.coach import bodyweight
from planner.coach.charts import standards_page as reading
from planner.coach.charts.standards_page import Division, Formula, Score, Standards
from planner.engine.terms import Unit
from planner.language import tr
from planner.ui import theme
from planner.ui.bodyweight_field import BodyweightField
from planner.ui.charts import (
    lines_plot,
    standards_lines,
    standards_table as table,
    standards_words as words,
)
from planner.ui.charts.chart_card import ChartCard
from planner.ui.charts.chart_page import ChartPage
from planner.ui.charts.lines_plot import LinesPlot
from planner.ui.charts.plot_legend import Legend
from planner.ui.charts.scene import DaysShown, Scene
from planner.ui.charts.standards_lines import Course, Measure
from planner.ui.charts.standards_table import DayRow, LiftRow
from planner.ui.charts.table_card import TableCard
from planner.ui.flow_layout import FlowLayout
from planner.ui.reading_bar import reading_bar
from planner.ui.slices import Job
from planner.ui.table_model import TableModel
from planner.ui.widgets import label, row

PLOT_PX = 300  # high at least; a lower window scrolls


class StandardsPage(ChartPage):
    """Shows points and multiples; `wanted` carries a bodyweight, or whose tables count."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._made = Standards(too_young=False)
        self._courses: Sequence[Course] = ()
        self._in_view: DaysShown | None = None  # as chosen since the page was drawn
        self.plot = LinesPlot(self)
        self.measure, self.division = QComboBox(self), QComboBox(self)
        self.original = QCheckBox(tr("&Original Wilks, too"), self)
        self.weight = BodyweightField(self)
        self.weight.last.hide()
        self._legend = Legend((), self)
        self._day_rows = TableModel[DayRow]((), self)
        self._lift_rows = TableModel[LiftRow]((), self)
        self._score_rows = TableModel[Score]((), self)
        self.plot_card = ChartCard(self.plot, self._legend, self._day_rows, self)
        self.lift_card = TableCard(self._lift_rows, self)
        self.score_card = TableCard(self._score_rows, self)
        self._bar = reading_bar(tr("Strength beside bodyweight is being read"), self)
        self._arrange()

    def draw(self, scene: Scene) -> None:
        """Begin to read; what is shown of the same lifter stays until that is done."""
        self._in_view = scene.days
        of_day = bodyweight.of_day(scene.lifter_id, scene.today)
        self.weight.show_weight(scene.lifter_id, of_day, scene.unit)
        self.read()

    def clear(self) -> None:
        """Show nothing of the lifter shown before."""
        if self.scene is not None:
            self._show(self.scene, Standards(too_young=False))
        self._bar.show()

    def jobs(self) -> Mapping[Scene, Job]:
        """Return the reading of lifts and bodyweights."""
        scene = self.scene
        if scene is None:
            return {}
        return {scene: partial(reading.reading, scene.lifter_id, scene.today)}

    def take(self, key: Scene, made: Standards) -> None:
        """Show points and multiples."""
        self._bar.hide()
        self._show(key, made)
        self.retold.emit()

    def _show(self, scene: Scene, made: Standards) -> None:
        self._made = made
        self._show_division()
        self._offer_measures()
        self._asked.setVisible(not made.too_young)
        self.lift_card.setVisible(bool(made.lifts))
        self.lift_card.set_rows(partial(self._fill_lifts, scene.unit))
        self._draw_scores()
        self._draw_lines()
        self.show_days(self._in_view or scene.days)

    def first_day(self) -> date | None:
        """Return the first day with a lift and a bodyweight."""
        return self._made.days[0].on if self._made.days else None

    def sentences(self) -> Sequence[str]:
        """Say the total, its points, and what they are worth."""
        if self.scene is None:
            return ()
        return words.sentences(self._made, self.scene.unit, self.scene.today)

    def show_days(self, days: DaysShown) -> None:
        """Move the plot to the days in view, if it has anything of them."""
        super().show_days(days)
        self._in_view = days
        self._show_or_hide(days)

    # points over time
    def _show_or_hide(self, days: DaysShown) -> None:
        """Show no empty axis: say what is missing, or of when the last point is."""
        known = sorted({on for course in self._courses for on in course.known()})
        seen = [on for on in known if days.begin(on) <= on <= days.until]
        self.plot_card.stack.setVisible(bool(seen))
        self.plot_card.setMinimumHeight(theme.grown(PLOT_PX) if seen else 0)
        if self.scene is not None:
            unit, today = self.scene.unit, self.scene.today
            last = known[-1] if known and not seen else None
            self.plot_card.show_hint(words.hint(self._made, unit, today, last))

    def _draw_lines(self) -> None:
        scene = self.scene
        if scene is None:
            return
        measure = self._measure()
        self._courses = standards_lines.courses(self._made, measure)
        fine = standards_lines.decimals(measure)

        def said(line: int, place: int) -> Sequence[str]:
            return self._courses[line].said(place, fine, scene.unit, scene.today)

        lines = [course.line(look) for look, course in enumerate(self._courses)]
        self.plot.show_lines(lines, said)
        several = len(lines) > 1
        self._legend.show_entries(
            [(lines_plot.sign(line.look), line.name) for line in lines] if several else ()
        )
        self._legend.setVisible(several)
        self.plot_card.set_title(self._title(measure))
        self._show_or_hide(self._in_view or scene.days)
        self.plot_card.set_rows(partial(self._fill_days, scene.unit, fine))

    def _title(self, measure: Measure) -> str:
        if measure is None:
            return tr("Lifts as a multiple of bodyweight, estimated")
        return tr("{formula}, estimated").format(formula=words.formula(measure))

    def _measure(self) -> Measure:
        chosen = self.measure.currentData()
        return None if chosen is None else Formula(chosen)

    def _formulas(self) -> list[Formula]:
        wanted = self.original.isChecked()
        return [each for each in Formula if wanted or each is not Formula.WILKS]

    def _offer_measures(self) -> None:
        """Offer the formulas, as soon as it is known whose tables count, and the multiples."""
        known = self._formulas() if self._made.division is not None else []
        offered: list[Measure] = [*known, None]
        before = [self.measure.itemData(place) for place in range(self.measure.count())]
        if offered == before:
            return
        chosen = self._measure() if before and len(before) > 1 else offered[0]
        self.measure.blockSignals(True)
        self.measure.clear()
        for each in offered:
            text = tr("× bodyweight") if each is None else words.formula(each)
            self.measure.addItem(text, each)
        self.measure.setCurrentIndex(offered.index(chosen) if chosen in offered else 0)
        self.measure.blockSignals(False)

    def _measure_otherwise(self) -> None:
        self._draw_lines()
        self.plot.reset()

    def _show_original(self) -> None:
        self._offer_measures()
        self._draw_scores()
        self._measure_otherwise()

    def _open(self, index: int) -> None:
        line, place = self.plot.owner(index)
        self.session_wanted.emit(self._courses[line].days[place].session_id)

    # whose tables count
    def _show_division(self) -> None:
        chosen = self._made.division
        self.division.setCurrentIndex(0 if chosen is None else 1 + list(Division).index(chosen))

    def _choose(self, place: int) -> None:
        chosen = self.division.itemData(place)
        if self.scene is not None and chosen not in (None, self._made.division):
            work = partial(reading.choose, self.scene.lifter_id, Division(chosen))
            self.wanted.emit(tr("Choose tables"), work, None)
        else:
            self._show_division()

    # tables
    def _draw_scores(self) -> None:
        if self.scene is not None:
            self.score_card.setVisible(bool(self._made.scores))
            self.score_card.set_rows(partial(self._fill_scores, self.scene.unit))

    def _fill_lifts(self, unit: Unit) -> None:
        self._lift_rows.set_columns(table.lift_columns(self._made, unit))
        self._lift_rows.set_rows(table.lift_rows(self._made))

    def _fill_scores(self, unit: Unit) -> None:
        shown = self._formulas()
        self._score_rows.set_columns(table.score_columns(self._made, unit))
        self._score_rows.set_rows([each for each in self._made.scores if each.formula in shown])

    def _fill_days(self, unit: Unit, decimals: int) -> None:
        rows = [row for course in self._courses for row in course.rows()]
        self._day_rows.set_columns(table.day_columns(unit, decimals))
        self._day_rows.set_rows(table.newest_first(rows))

    def _open_lift(self, row: int) -> None:
        lift = self._lift_rows.row(row).lift
        if lift is not None and lift.single is not None:
            self.session_wanted.emit(lift.single.session_id)

    # building
    def _arrange(self) -> None:
        self._asked = QWidget(self)
        flow = FlowLayout(self._asked)
        self._fill_choices()
        for text, field in (
            (tr("&Show"), self.measure),
            (tr("&Tables for"), self.division),
            (tr("&Bodyweight today"), self.weight),
        ):
            flow.addWidget(self._named(text, field))
        for card in (self.lift_card, self.score_card):
            card.hide()
        self.plot_card.stack.hide()
        self.plot_card.tools.addWidget(self._asked, 1)
        self.plot_card.tools.addWidget(self._bar, 1)
        self.score_card.tools.addWidget(self.original)
        self.lift_card.set_title(tr("Squat, bench press, deadlift today"))
        self.score_card.set_title(tr("Points today, estimated"))
        self.add_card(self.plot_card, 1, PLOT_PX)
        self.add_card(self.lift_card, 0)
        self.add_card(self.score_card, 0)
        self.layout_.addStretch(0)
        self.plot.picked.connect(self._open)
        self.lift_card.picked.connect(self._open_lift)
        self.measure.activated.connect(self._measure_otherwise)
        self.division.activated.connect(self._choose)
        self.original.toggled.connect(self._show_original)
        self.weight.wanted.connect(self.wanted)
        self.weight.said.connect(self._say)

    def _say(self, text: str, _role: str) -> None:
        """Say in place what is to be asked about a bodyweight."""
        self.plot_card.note.setText(text)
        self.plot_card.note.setVisible(bool(text))

    def _fill_choices(self) -> None:
        self.division.addItem(tr("choose…"), None)
        for each in Division:
            self.division.addItem(words.division(each), each)
        self.division.setToolTip(words.why_asked())
        self.division.setAccessibleDescription(words.why_asked())

    def _named(self, text: str, field: QWidget) -> QWidget:
        made = QWidget(self._asked)
        line = row(made)
        named = label(text, "muted", made)
        named.setBuddy(field.edit if isinstance(field, BodyweightField) else field)
        line.addWidget(named)
        line.addWidget(field)
        return made
