"""Write days the way the reader's locale does."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale


def short(day: date, beside: date | None = None) -> str:
    """Write '19 Oct', or 'Oct 19' where that is usual; with the year when `beside` has another."""
    with_year = beside is not None and beside.year != day.year
    pattern = "d MMM" if _day_comes_first() else "MMM d"
    made = QDate(day.year, day.month, day.day)
    return QLocale().toString(made, f"{pattern} yyyy" if with_year else pattern)


def month(day: date) -> str:
    """Write a day's month: 'Oct'."""
    return QLocale().standaloneMonthName(day.month, QLocale.FormatType.ShortFormat)


def weekday(number: int) -> str:
    """Write a weekday, Monday is 1: 'Mon'."""
    return QLocale().standaloneDayName(number, QLocale.FormatType.ShortFormat)


def first_weekday() -> int:
    """Return the day that starts the reader's week, Monday is 1."""
    return QLocale().firstDayOfWeek().value


def _day_comes_first() -> bool:
    pattern = QLocale().dateFormat(QLocale.FormatType.LongFormat).replace("dddd", "")
    return "d" in pattern and pattern.index("d") < pattern.index("M")
