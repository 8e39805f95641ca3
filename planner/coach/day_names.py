"""Months and days of the week by name, for sheets."""

from __future__ import annotations

from datetime import date

from planner.language import tr


def month(day: date) -> str:
    """Return the month of a day: 'November'."""
    names = tr(
        "January February March April May June July August September October November December",
        "months, by blanks",
    )
    return names.split()[day.month - 1]


def weekday(day: date) -> str:
    """Return the day of the week in short: 'Mon'."""
    return tr("Mon Tue Wed Thu Fri Sat Sun", "days of the week, by blanks").split()[day.weekday()]
