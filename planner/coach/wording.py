"""Turn phrases and quantities into words for one reader: unit, decimals, dates."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from math import floor

from planner import language
from planner.coach import counts
from planner.engine.terms import KG_PER_LB, Phrase, PhraseValue, Unit
from planner.language import decimal_sign, filled, passage, tr

Dates = Callable[[date], str]
_TINY = 1e-9
_QUARTERS_TINY = 0.03  # quarter pounds: what two decimals leave open
MINUS = "−"  # as long as a plus, unlike the hyphen
_LOADS = frozenset({"load_kg", "new_kg", "last_kg", "planned_kg"})  # nothing added: the bodyweight


def short_date(day: date) -> str:
    """Write a day as '2 Nov', in the reader's order."""
    return language.day(day)


def date_with_year(day: date) -> str:
    """Write a day as '2 Nov 2026', in the reader's order."""
    return language.day(day, with_year=True)


def number(value: float, decimals: int = 1) -> str:
    """Write a number without needless zeros, with the reader's decimal sign: 62.5, 60."""
    text = f"{value:.{decimals}f}"
    text = text.rstrip("0").rstrip(".") if decimals else text
    return "0" if text == "-0" else text.replace(".", decimal_sign())


def with_zeros(value: float, decimals: int) -> str:
    """Write a number with all its decimals, as a column or an axis does: 60.0."""
    return f"{value:.{decimals}f}".replace(".", decimal_sign())


def mass(kg: float, unit: Unit, decimals: int = 2) -> str:
    """Write a load without its unit: 62.5."""
    return number(kg if unit is Unit.KG else kg / KG_PER_LB, decimals)


def rounded(kg: float, unit: Unit, decimals: int = 2) -> float:
    """Return a load with the decimals that are shown of it."""
    return round(kg if unit is Unit.KG else kg / KG_PER_LB, decimals)


def in_unit(kg: float, unit: Unit) -> float:
    """Return a load as it is shown: of what is no load in pounds, the nearest half pound."""
    exact = rounded(kg, unit)
    fits = unit is Unit.KG or abs(exact * 4 - round(exact * 4)) < _QUARTERS_TINY
    return exact if fits else round(exact * 2) / 2


def listed(texts: Iterable[str]) -> str:
    """Write 'a', 'a and b', 'a, b and c'; '' of none."""
    *first, last = list(texts) or [""]
    if not first:
        return last
    return filled(tr("{list} and {last}"), list=in_row(first), last=last)


def either(texts: Iterable[str]) -> str:
    """Write 'a', 'a or b', 'a, b or c'; '' of none."""
    *first, last = list(texts) or [""]
    if not first:
        return last
    return filled(tr("{list} or {last}"), list=in_row(first), last=last)


def told_of(name: str, said: str) -> str:
    """Write 'Squat: 100 kg', with the room before the colon that a language has there."""
    return tr("{what}: {value}").format(what=name, value=said)


def sentence(text: str) -> str:
    """Begin a text with a capital letter, and leave the rest as it is written."""
    return text[:1].upper() + text[1:]


def in_row(texts: Iterable[str]) -> str:
    """Write 'a, b, c': a list that goes on or has no end."""
    found = iter(texts)
    said = next(found, "")
    for text in found:
        said = tr("{list}, {next}").format(list=said, next=text)
    return said


def rest(seconds: int) -> str:
    """Write a rest between sets, on paper as on screen: '90 s', '3 min', '3:30 min'.

    It can be typed back, so its units are symbols in every language.
    """
    minutes, left = divmod(seconds, 60)
    if left and minutes < 2:
        return f"{seconds} s"
    return f"{minutes}:{left:02d} min" if left else f"{minutes} min"


def rest_on_paper(seconds: int) -> str:
    """Write a rest for a client, who does not type it back: '90 s', in Japanese '90秒'."""
    minutes, left = divmod(seconds, 60)
    if left and minutes < 2:
        return tr("{seconds} s").format(seconds=seconds)
    words = tr("{minutes}:{seconds} min") if left else tr("{minutes} min")
    return words.format(minutes=minutes, seconds=f"{left:02d}")


def span(days: float) -> str:
    """Write how long something lasted: '19 days', '9 weeks', '20 months', '5 years'."""
    if days < 60:
        return counts.days(round(days))
    if days < 183:
        return counts.weeks(round(days / 7))
    if days < 730:
        return counts.months(round(days / 30.44))
    return counts.years(round(days / 365.25))


def change(share: float) -> str:
    """Write a change as a share of what was, in per cent: '+8 %', '−1 %', '0 %'."""
    percent = round(100 * share)
    sign = "+" if percent > 0 else MINUS if percent < 0 else ""
    return f"{sign}{abs(percent)} %"


def odds(probability: float) -> str:
    """Write a probability as '8 in 10', rounded down; never surer than 9 or less sure than 1."""
    return tr("{n} in 10").format(n=min(9, max(1, floor(probability * 10 + _TINY))))


def nearest_odds(probability: float) -> str:
    """Write a probability as the nearest '7 in 10'; never surer than 9 or less sure than 1."""
    return tr("{n} in 10").format(n=min(9, max(1, round(probability * 10))))


def render(phrase: Phrase, unit: Unit = Unit.KG, dates: Dates = short_date) -> str:
    """Write a phrase in the language in use; the end of each value's name chooses its form.

    Loads have up to one decimal, an estimate (`e1rm_kg`) none.
    """
    shown = {name: _show(name, value, unit, dates) for name, value in phrase.values}
    return filled(passage(map(tr, phrase.sentences)), **shown)


def _show(name: str, value: PhraseValue, unit: Unit, dates: Dates) -> str:
    if value is None:
        return "–"
    if isinstance(value, date):
        return dates(value)
    if isinstance(value, Phrase):
        return render(value, unit, dates)
    if isinstance(value, str):
        return value
    if name.endswith("_p"):
        return odds(value)
    if name.endswith("_span"):
        return span(value)
    if name in _LOADS and value == 0:
        return tr("bodyweight")
    if name.endswith("_kg"):
        shown = f"{mass(value, unit, 0 if name.endswith('e1rm_kg') else 1)} {unit}"
    else:
        shown = f"{number(value)} %" if name.endswith("_pct") else number(value)
    return shown.replace("-", MINUS)
