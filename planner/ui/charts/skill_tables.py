"""The numbers behind the plots of a lift's skill."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from planner.coach.charts.skill_page import Practice
from planner.language import tr
from planner.ui import dates
from planner.ui.charts import skill_page_words as words
from planner.ui.charts.skill_bars import SeenBar
from planner.ui.table_model import Cell, Column


def bars(named: Callable[[int], str]) -> list[Column[SeenBar]]:
    """Return the columns behind bars of ratings, whose places have names."""

    def count(place: int) -> Column[SeenBar]:
        return Column(words.look(place), lambda row: row.seen.looks[place], numeric=True)

    def sound(title: str, edge: str) -> Column[SeenBar]:
        def value(row: SeenBar) -> Cell:
            return round(100 * getattr(row.seen.share(0), edge)) if row.seen.enough else None

        return Column(title, value, numeric=True)

    return [
        Column(tr("Sets"), lambda row: row.place.number, lambda cell: named(_whole(cell))),
        Column(tr("When"), lambda row: tr("lately") if row.lately else tr("before")),
        Column(tr("Rated"), lambda row: row.seen.rated, numeric=True),
        count(0),
        count(1),
        count(2),
        sound(tr("Sound %"), "value"),
        sound(tr("Low 90 %"), "low"),
        sound(tr("High 90 %"), "high"),
    ]


def kept(today: date) -> list[Column[Practice]]:
    """Return the columns behind what was kept through breaks."""

    def day(value: Cell) -> str:
        return dates.short(value, today) if isinstance(value, date) else ""

    return [
        Column(tr("Last before"), lambda row: row.before_on, day),
        Column(tr("Back", "after time off"), lambda row: row.since, day),
        Column(tr("Days off"), lambda row: row.away_days, numeric=True),
        Column(tr("Kept %, about"), lambda row: round(100 * row.kept), numeric=True),
        Column(tr("Practice asked for"), lambda row: row.needed, numeric=True),
    ]


def _whole(cell: Cell) -> int:
    assert isinstance(cell, int), "places are whole numbers"
    return cell
