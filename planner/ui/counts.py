"""Write whole numbers the way the reader's locale does, and how many of a thing there are."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QLocale

from planner.coach import wording
from planner.language import tr


def count(number: int) -> str:
    """Write a number with its groups of digits: 6,625."""
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.DefaultNumberOptions)
    return locale.toString(number)


def sets(number: int) -> str:
    """Write '1 set', '6,625 sets'."""
    return tr("1 set") if number == 1 else tr("{0} sets").format(count(number))


def warm_ups(number: int) -> str:
    """Write '1 warm-up', '3 warm-ups'."""
    return tr("1 warm-up") if number == 1 else tr("{0} warm-ups").format(count(number))


def hard_sets(number: float) -> str:
    """Write '1 hard set', '7.5 hard sets'."""
    if number == 1:
        return tr("1 hard set")
    return tr("{0} hard sets").format(wording.number(number))


def sessions(number: int) -> str:
    """Write '1 session', '184 sessions'."""
    return tr("1 session") if number == 1 else tr("{0} sessions").format(count(number))


def exercises(number: int) -> str:
    """Write '1 exercise', '5 exercises'."""
    return tr("1 exercise") if number == 1 else tr("{0} exercises").format(count(number))


def files(number: int) -> str:
    """Write '1 file', '12 files'."""
    return tr("1 file") if number == 1 else tr("{0} files").format(count(number))


def rows(number: int) -> str:
    """Write '1 row', '24 rows'."""
    return tr("1 row") if number == 1 else tr("{0} rows").format(count(number))


def weeks(number: int) -> str:
    """Write '1 week', '6 weeks'."""
    return tr("1 week") if number == 1 else tr("{0} weeks").format(count(number))


def days(number: int) -> str:
    """Write '1 day', '4 days'."""
    return tr("1 day") if number == 1 else tr("{0} days").format(count(number))


def training_days(number: int) -> str:
    """Write '1 training day', '96 training days'."""
    if number == 1:
        return tr("1 training day")
    return tr("{0} training days").format(count(number))


def lifters(number: int) -> str:
    """Write '1 lifter', '200 lifters'."""
    return tr("1 lifter") if number == 1 else tr("{0} lifters").format(count(number))


def of_file(rows: Mapping[str, int]) -> str:
    """Write '2 lifters, 184 sessions, 6,625 sets' of the rows by table; '' of none of these."""
    kinds = (("lifter", lifters), ("session", sessions), ("logged_set", sets))
    return ", ".join(write(rows[table]) for table, write in kinds if table in rows)
