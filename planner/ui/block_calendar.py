"""The calendar of a block: weeks as rows, days as columns; Enter or a click goes to a week."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QSize, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QHeaderView, QTableView, QWidget

from planner.coach import blocks
from planner.coach.block_calendar import CalendarDay, CalendarWeek, State
from planner.coach.planning import PlanView
from planner.coach.wording import in_row
from planner.language import tr
from planner.ui import counts, dates, kept_words, plan_words, widgets
from planner.ui.calendar_cell import DayCell, WeekCell, row_height
from planner.ui.dialog_foot import leaving_button
from planner.ui.dialog_sizes import open_at
from planner.ui.table_model import Column, TableModel

USUAL_SIZE = QSize(1120, 640)
WEEK_PX, NUMBER_PX, DAY_PX = 136, 76, 76


class BlockCalendar(QDialog):
    """`week_chosen` carries the key of the week to show."""

    week_chosen = Signal(int)

    def __init__(self, parent: QWidget, view: PlanView, weeks: Sequence[CalendarWeek]) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Calendar of the block"))
        layout = widgets.column(self, margin=24, spacing=12)
        layout.addWidget(widgets.ElidedLabel(view.mesocycle.name, "title", self))
        layout.addWidget(widgets.ElidedLabel(_summary(view), "muted", self))
        self.table = self._table(weeks)
        layout.addWidget(self.table, 1)
        layout.addLayout(self._bottom(weeks))
        open_at(self, USUAL_SIZE)
        shown = [week.summary.id for week in weeks].index(view.week.id or 0)
        self.table.setCurrentIndex(self.model.index(shown, _column_to_begin(weeks[shown])))
        self.table.setFocus()

    def _table(self, weeks: Sequence[CalendarWeek]) -> QTableView:
        self.model = TableModel(_columns(weeks), self)
        self.model.set_rows(weeks)
        table = QTableView(self)
        table.setProperty("role", "card")
        table.setProperty("kind", "calendar")
        table.setAccessibleName(self.windowTitle())
        table.setModel(self.model)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)  # else Tab would never leave it
        table.setWordWrap(False)
        table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        table.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        table.verticalHeader().setVisible(False)
        _place_columns(table.horizontalHeader(), self.model.columnCount())
        cells = WeekCell(table), DayCell(table)
        for column in range(self.model.columnCount()):
            in_days = 0 < column < self.model.columnCount() - 2
            table.setItemDelegateForColumn(column, cells[in_days])
        for row, week in enumerate(weeks):
            table.setRowHeight(row, row_height(table, week))
        table.activated.connect(self._choose)
        table.clicked.connect(self._choose)
        return table

    def _bottom(self, weeks: Sequence[CalendarWeek]) -> QHBoxLayout:
        line = widgets.row()
        line.addWidget(widgets.label(_legend(weeks), "small", self), 1)
        line.addWidget(leaving_button(self, "primary"))
        return line

    def _choose(self, index: QModelIndex) -> None:
        self.week_chosen.emit(self.model.row(index.row()).summary.id)
        self.accept()


def _legend(weeks: Sequence[CalendarWeek]) -> str:
    states = {state for week in weeks for day in week.days for _, state in day.sessions}
    hidden = [tr("– another block has the day")] if State.HIDDEN in states else []
    begun = [tr("… under way")] if State.UNDER_WAY in states else []
    parts = [
        tr("✓ done"),
        *begun,
        tr("○ not done"),
        *hidden,
        tr("Enter or a click shows the week"),
    ]
    return "   ".join(parts)


def _place_columns(header: QHeaderView, columns: int) -> None:
    header.setMinimumSectionSize(DAY_PX)
    header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    for column, width in ((0, WEEK_PX), (columns - 2, NUMBER_PX), (columns - 1, NUMBER_PX)):
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(column, width)


def _column_to_begin(week: CalendarWeek) -> int:
    return next((n for n, day in enumerate(week.days, 1) if day.today), 1)


def _summary(view: PlanView) -> str:
    kept = kept_words.total(week.kept for week in view.weeks)
    began = dates.short(view.mesocycle.started_on)
    parts = (
        counts.weeks(len(view.weeks)),
        blocks.goal(view.mesocycle),
        began,
        kept_words.both(kept),
    )
    return " · ".join(part for part in parts if part)


def _columns(weeks: Sequence[CalendarWeek]) -> list[Column[CalendarWeek]]:
    most = max(len(week.days) for week in weeks)
    whole = all(len(week.days) == 7 for week in weeks)
    days = [
        Column[CalendarWeek](_title(weeks[0], number, whole), partial(_spoken, number))
        for number in range(most)
    ]
    return [
        Column(tr("Week"), _week_words),
        *days,
        Column(tr("Hard sets"), lambda week: round(week.summary.hard_sets, 1), numeric=True),
        Column(tr("Done"), _done, numeric=True),
    ]


def _title(first: CalendarWeek, number: int, whole: bool) -> str:
    if whole:
        return dates.weekday(first.days[number].on.isoweekday())
    return tr("Day {number}").format(number=number + 1)


def _week_words(week: CalendarWeek) -> str:
    number = tr("Week {number}").format(number=week.summary.number)
    marks = [number, dates.short(week.summary.starts_on)]
    marks += [tr("deload")] if week.summary.deload else []
    marks += [tr("now", "under way")] if week.summary.current else []
    return in_row(marks)


def _done(week: CalendarWeek) -> str:
    kept = week.summary.kept
    return f"{kept.done}/{kept.due}" if kept.due else ""


def _spoken(number: int, week: CalendarWeek) -> str:
    """Say a day with its sessions as a screen reader shall; '' where a week has no such day."""
    if number >= len(week.days):
        return ""
    day = week.days[number]
    words = [plan_words.long_day(day.on), *_marks(day)]
    return in_row((*words, *(f"{name} {_state_word(each)}".strip() for name, each in day.sessions)))


def _marks(day: CalendarDay) -> list[str]:
    marks = [tr("today")] if day.today else []
    return marks + ([tr("away")] if day.away else [])


def _state_word(state: State) -> str:
    words = {
        State.DONE: tr("done"),
        State.UNDER_WAY: tr("under way"),
        State.MISSED: tr("not done"),
        State.HIDDEN: tr("another block has the day"),
    }
    return words.get(state, "")
