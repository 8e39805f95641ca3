"""The numbers behind the plots of a lift's skill."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication

from planner.coach.charts.skill_page import Practice
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
        Column(_tr("Sets"), lambda row: row.place.number, lambda cell: named(_whole(cell))),
        Column(_tr("When"), lambda row: _tr("lately") if row.lately else _tr("before")),
        Column(_tr("Rated"), lambda row: row.seen.rated, numeric=True),
        count(0),
        count(1),
        count(2),
        sound(_tr("Sound %"), "value"),
        sound(_tr("Low 90 %"), "low"),
        sound(_tr("High 90 %"), "high"),
    ]


def kept(today: date) -> list[Column[Practice]]:
    """Return the columns behind what was kept through breaks."""

    def day(value: Cell) -> str:
        return dates.short(value, today) if isinstance(value, date) else ""

    return [
        Column(_tr("Last before"), lambda row: row.before_on, day),
        Column(_tr("Back"), lambda row: row.since, day),
        Column(_tr("Days off"), lambda row: row.away_days, numeric=True),
        Column(_tr("Kept %, about"), lambda row: round(100 * row.kept), numeric=True),
        Column(_tr("Practice asked for"), lambda row: row.needed, numeric=True),
    ]


def _whole(cell: Cell) -> int:
    assert isinstance(cell, int), "places are whole numbers"
    return cell


def _tr(text: str) -> str:
    return QCoreApplication.translate("SkillTables", text)
