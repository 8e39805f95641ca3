"""The numbers behind the page of training days, for its tables and CSV files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from planner.coach.charts.training_days_page import Regularity
from planner.coach.charts.weeks_kept import WeekKept
from planner.coach.wording import in_row
from planner.language import tr
from planner.ui import absence_words, dates
from planner.ui.charts import day_shades
from planner.ui.charts.cells import day_text, number
from planner.ui.charts.day_marks import DayMarks
from planner.ui.charts.day_shades import Measure
from planner.ui.table_model import Cell, Column

Figure = tuple[str, float | str | None]


@dataclass(frozen=True, slots=True)
class DayRow:
    """A day of the grid: what was trained, else what it is marked for."""

    on: date
    sessions: str = ""
    hard_sets: int | None = None
    sets: int | None = None
    tonnage: float | None = None
    minutes: int | None = None
    note: str = ""


def day_rows(marks: DayMarks) -> list[DayRow]:
    """Return the days that have anything to tell, newest first."""
    days = {*marks.days, *marks.planned, *marks.away}
    return [_row(marks, on) for on in sorted(days, reverse=True)]


def _row(marks: DayMarks, on: date) -> DayRow:
    notes = [tr("planned: {0}").format(marks.planned[on])] if on in marks.planned else []
    if on in marks.away:
        notes.append(absence_words.named(marks.away[on], marks.today))
    day, note = marks.days.get(on), " · ".join(notes)
    if day is None:
        return DayRow(on, note=note)
    tonnage = day_shades.value(day, Measure.TONNAGE, marks.unit)
    return DayRow(
        on,
        in_row(each.name for each in day.sessions),
        day.hard_sets,
        day.sets,
        round(tonnage or 0.0, 1),
        day.minutes,
        note,
    )


def day_columns(marks: DayMarks) -> list[Column[DayRow]]:
    """Return the columns of the training days, tonnage in the lifter's unit."""
    unit = marks.unit
    return [
        Column(tr("Date"), lambda row: row.on, day_text),
        Column(tr("Session"), lambda row: row.sessions),
        Column(tr("Hard sets"), lambda row: row.hard_sets, numeric=True),
        Column(tr("Sets"), lambda row: row.sets, numeric=True),
        Column(tr("Tonnage, {0}").format(unit), lambda row: row.tonnage, number, numeric=True),
        Column(tr("Minutes"), lambda row: row.minutes, numeric=True),
        Column(tr("Note"), lambda row: row.note),
    ]


def week_rows(weeks: Sequence[WeekKept]) -> list[WeekKept]:
    """Return the weeks with a plan, newest first."""
    return list(weeks[::-1])


def week_columns() -> list[Column[WeekKept]]:
    """Return the columns of what was planned and done."""
    return [
        Column(tr("Week of"), lambda row: row.starts_on, day_text),
        Column(tr("Sessions done"), lambda row: row.kept.done, numeric=True),
        Column(tr("Sessions due"), lambda row: row.kept.due, numeric=True),
        Column(tr("Hard sets done"), lambda row: row.kept.sets_done, numeric=True),
        Column(tr("Hard sets due"), lambda row: row.kept.sets_due, numeric=True),
        Column(tr("Sessions to come"), lambda row: row.sessions_ahead, numeric=True),
        Column(tr("Hard sets to come"), lambda row: row.sets_ahead, numeric=True),
    ]


def figure_rows(regular: Regularity) -> list[Figure]:
    """Return what is regular about the training, figure by figure."""
    habit, days = regular.habit, regular.habit.days or (None, None, None)
    made: list[Figure] = [
        (tr("Weeks in a row now"), regular.row.weeks if regular.row else None),
        (tr("Most weeks in a row"), regular.best.weeks if regular.best else 0),
        (tr("Whole weeks looked at"), habit.weeks),
        (tr("Weeks with training"), habit.trained),
        (tr("Weeks of time away"), habit.away),
        (tr("Days a week, in the middle"), days[0]),
        (tr("Days a week, fewest"), days[1]),
        (tr("Days a week, most"), days[2]),
    ]
    made += [
        (
            tr("{0}, % of weeks with training").format(dates.weekday_in_full(number)),
            round(100 * share),
        )
        for number, share in enumerate(habit.weekdays, 1)
    ]
    words = (tr("Half of the sessions began after"), tr("and before"))
    begins = regular.begins or ()
    return made + [(word, dates.clock(at)) for word, at in zip(words, begins, strict=False)]


def figure_columns() -> list[Column[Figure]]:
    """Return the columns of the figures."""
    return [
        Column(tr("Figure"), lambda row: row[0]),
        Column(tr("Value"), lambda row: row[1], _value, numeric=True),
    ]


def _value(cell: Cell) -> str:
    return number(cell) or str(cell)
