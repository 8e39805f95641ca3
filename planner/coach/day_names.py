"""Days of the week by name, for sheets."""

from __future__ import annotations

from datetime import date

from planner.language import tr


def weekday(day: date) -> str:
    """Return the day of the week in short: 'Mon'."""
    return tr("Mon Tue Wed Thu Fri Sat Sun", "days of the week, by blanks").split()[day.weekday()]
