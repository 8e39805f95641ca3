"""The body picture in its card: what it is shaded by, what is said of a muscle, its table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from planner.coach.charts.body_load import BodyPart
from planner.engine.terms import Muscle, Side
from planner.language import filled, tr
from planner.ui import dates, theme
from planner.ui.charts import body_load_words as words
from planner.ui.charts.body_load_figure import BodyLoadFigure
from planner.ui.charts.body_load_words import BodyState, BodyView
from planner.ui.charts.chart_card import ChartCard
from planner.ui.charts.plot_legend import Legend
from planner.ui.table_model import TableModel
from planner.ui.widgets import column, wrapped

WORD_LINES = 4  # of what is said of a muscle, so that nothing jumps
IN_LINE = 2  # entries of the legend in a line


class BodyLoadCard(ChartCard):
    """Emits `group_chosen(name)` when a muscle of a group was clicked."""

    group_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._rows = TableModel[BodyPart]((), None)
        self._legends = Legend(()), Legend(()), Legend(())
        self.figure = BodyLoadFigure()
        self.said = wrapped("", "small")
        self._state = BodyState((), date.min)
        self._span = (date.min, date.min)
        self._fresh: Callable[[], Mapping[str, float]] = dict
        panel = _below(self.figure, *self._legends, self.said)
        super().__init__(panel, QWidget(), self._rows, parent)
        self._rows.setParent(self)
        self.stack.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.views = self._view_list()
        self.tools.addWidget(self.views, 1)
        self.said.setMinimumHeight(WORD_LINES * self.said.fontMetrics().lineSpacing())
        self.said.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.figure.reached.connect(self._tell_of)
        self.figure.left.connect(self._say_how)
        self.figure.chosen.connect(self._choose)
        self._draw()

    def show_parts(
        self,
        parts: Sequence[BodyPart],
        span: tuple[date, date],
        today: date,
        fresh: Callable[[], Mapping[str, float]],
    ) -> None:
        """Show the means of a span of days, both included.

        `fresh` reads how fresh the groups are once that is asked for.
        """
        self._span = span
        self._state, self._fresh = replace(self._state, parts=parts, today=today), fresh
        self._show_view()

    def show_group(self, name: str) -> None:
        """Draw a line around the muscles of a group."""
        muscles = [each.muscles for each in self._state.parts if name and each.name == name]
        self.figure.frame(frozenset(muscle for held in muscles for muscle in held))

    def _show_view(self) -> None:
        view: BodyView = self.views.currentData()
        fresh = self._fresh() if view is BodyView.FRESHNESS else {}
        self._state = replace(self._state, view=view, fresh=fresh)
        self._draw()

    def _draw(self) -> None:
        state = self._state
        entries = words.legend(state.view)
        for line, shown in enumerate(self._legends):
            shown.show_entries(entries[line * IN_LINE : (line + 1) * IN_LINE])
        self.set_title(tr("Body"))
        self.figure.setAccessibleName(tr("Body: {0}").format(self.views.currentText()))
        self.figure.show_shades(words.shades(state), partial(words.said, state))
        self.set_rows(self._fill_rows)
        at = self.figure.at()
        self._say_how() if at is None else self._tell_of(*at)

    def _fill_rows(self) -> None:
        self._rows.set_columns(words.columns(self._state))
        self._rows.set_rows(list(self._state.parts))

    def _tell_of(self, muscle: Muscle, side: Side) -> None:
        self.said.setText(words.said(self._state, muscle, side))

    def _say_how(self) -> None:
        how = tr("Point at a muscle, or walk with the arrow keys; a click shows its weeks.")
        how = "" if theme.for_paper() else how
        means = f"{self._means()} " if self._state.view is BodyView.SETS else ""
        self.said.setText(means + how)

    def _means(self) -> str:
        """Say of which days the sets are means."""
        since, until = (dates.short(day, self._state.today) for day in self._span)
        if self._span[1] >= self._state.today:
            return filled(tr("Means since {day}."), day=since)
        return filled(tr("Means from {since} to {until}."), since=since, until=until)

    def _choose(self, muscle: Muscle) -> None:
        part = self._state.part(muscle)
        if part is not None and part.name:
            self.group_chosen.emit(part.name)

    def _view_list(self) -> QComboBox:
        made = QComboBox(self)
        for text, view in (
            (tr("Hard sets a week"), BodyView.SETS),
            (tr("Freshness today"), BodyView.FRESHNESS),
            (tr("Days since trained"), BodyView.DAYS),
        ):
            made.addItem(text, view)
        made.setAccessibleName(tr("Shade the body by"))
        made.currentIndexChanged.connect(self._show_view)
        return made


def _below(*parts: QWidget) -> QWidget:
    """Return widgets one below the other; the first takes what room there is."""
    made = QWidget()
    layout = column(made, spacing=theme.GRID // 4)
    for place, part in enumerate(parts):
        layout.addWidget(part, 0 if place else 1)
    return made
