"""Days, clock times and tonnage in words, as the log tab says them."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from planner.coach import wording
from planner.engine.terms import KG_PER_LB, Reading, Unit
from planner.ui import dates
from planner.ui.set_columns import local

KG_PER_TONNE = 1000.0


def day(on: date, beside: date | None = None) -> str:
    """Write 'Thu 5 Nov'; with the year when `beside` has another."""
    return f"{dates.weekday(on.isoweekday())} {dates.short(on, beside)}"


def month_and_year(on: date) -> str:
    """Write 'November 2026'."""
    return QLocale().toString(QDate(on.year, on.month, on.day), "MMMM yyyy")


def clock(at: datetime) -> str:
    """Write a local time of day."""
    return QLocale().toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)


def tonnage(kg: float, unit: Unit) -> str:
    """Write moved weight: '4.1 t', or '9,040 lb'; '' for none."""
    if kg <= 0:
        return ""
    if unit is Unit.LB:
        return _tr("{0} lb").format(QLocale().toString(round(kg / KG_PER_LB)))
    return _tr("{0} t").format(local(f"{kg / KG_PER_TONNE:.1f}"))


def work_done(sets: int, kg: float, unit: Unit) -> str:
    """Write '11 sets · 4.1 t'."""
    counted = _tr("1 set") if sets == 1 else _tr("{0} sets").format(sets)
    return " · ".join(part for part in (counted, tonnage(kg, unit)) if part)


def strength(reading: Reading | None, unit: Unit) -> str:
    """Write 'e1RM 139 ± 3 kg', 'e1RM at least 139 kg', or '' when it is not known."""
    if reading is None or reading.strength_kg is None:
        return ""
    mean = local(wording.mass(reading.strength_kg, unit, 0))
    if reading.capped or reading.strength_sd is None:
        pattern = _tr("e1RM at least {0} {1}") if reading.capped else _tr("e1RM {0} {1}")
        return pattern.format(mean, unit)
    error = local(wording.mass(max(reading.strength_sd, 0.5), unit, 0))
    return _tr("e1RM {0} ± {1} {2}").format(mean, error, unit)


def _tr(text: str) -> str:
    return QCoreApplication.translate("log_words", text)
