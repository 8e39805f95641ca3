"""Turn phrases and quantities into words for one reader: unit, decimals, dates."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from planner.engine.terms import KG_PER_LB, Phrase, PhraseValue, Unit

Dates = Callable[[date], str]


def short_date(day: date) -> str:
    """Write a day as '2 Nov'."""
    return f"{day.day} {day:%b}"


def number(value: float, decimals: int = 1) -> str:
    """Write a number without needless zeros: 62.5, 60."""
    return f"{value:.{decimals}f}".rstrip("0").rstrip(".") if decimals else f"{value:.0f}"


def mass(kg: float, unit: Unit, decimals: int = 2) -> str:
    """Write a load without its unit: 62.5."""
    return number(kg if unit is Unit.KG else kg / KG_PER_LB, decimals)


def rest(seconds: int) -> str:
    """Write a rest between sets, on paper as on screen: '90 s', '3 min', '3:30 min'."""
    minutes, left = divmod(seconds, 60)
    if left and minutes < 2:
        return f"{seconds} s"
    return f"{minutes}:{left:02d} min" if left else f"{minutes} min"


def odds(probability: float) -> str:
    """Write a probability as '8 in 10', never surer than 9 or less sure than 1 in 10."""
    return f"{min(9, max(1, round(probability * 10)))} in 10"


def render(
    phrase: Phrase,
    unit: Unit = Unit.KG,
    dates: Dates = short_date,
    translate: Callable[[str], str] = str,
) -> str:
    """Write a phrase; the end of each value's name chooses its form."""
    shown = {name: _show(name, value, unit, dates) for name, value in phrase.values}
    return translate(phrase.template).format(**shown)


def _show(name: str, value: PhraseValue, unit: Unit, dates: Dates) -> str:
    if value is None:
        return "–"
    if isinstance(value, date):
        return dates(value)
    if isinstance(value, str):
        return value
    if name.endswith("_kg"):
        return f"{mass(value, unit, 1)} {unit}"
    if name.endswith("_pct"):
        return f"{number(value)} %"
    if name.endswith("_p"):
        return odds(value)
    return number(value)
