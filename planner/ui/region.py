"""Where the reader lives: what is usual there, whatever language the program speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

if TYPE_CHECKING:
    from planner.engine.terms import Unit

_chosen: list[QLocale] = []  # made from a language that is not that of the place


def place() -> QLocale:
    """Return the locale that the system is set to."""
    return QLocale.system()


def choose(spoken: QLocale) -> None:
    """Write days and numbers as a locale from now on; what is usual stays that of the place."""
    _chosen[:] = [spoken]
    QLocale.setDefault(spoken)


def here() -> QLocale:
    """Return the locale of the place: a German in New York has Sundays first, and pounds."""
    used = QLocale()
    return place() if used in _chosen else used


def first_weekday() -> int:
    """Return the day that starts the reader's week, Monday is 1."""
    return here().firstDayOfWeek().value


def usual_unit() -> Unit:
    """Return the unit that is usual in the reader's country."""
    from planner.engine.terms import Unit  # the window is painted before

    imperial = here().measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
    return Unit.LB if imperial else Unit.KG
