"""The language that texts are said in: gettext's catalogues, English as it stands in the code.

A text is written where it is used, `tr("Week {number}").format(number=3)`; a table that is made
before the language is known marks its texts with `terms.N_` and says them with `tr` when shown.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import lru_cache
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING
from unicodedata import combining, normalize

if TYPE_CHECKING:
    from gettext import GNUTranslations

ENGLISH = "en"
NAMES = {ENGLISH: "English", "de": "Deutsch", "es": "Español", "fr": "Français", "ja": "日本語"}
DayWriter = Callable[[date, bool], str]  # a day, and whether its year is wanted
SpanWriter = Callable[[date, date], str]
COMMA = frozenset({"de", "es", "fr"})  # stands before decimals in them
# small words at the end of a text that change before the sound of what is filled in after them,
# and those sounds; 'y hip thrust' stays
_BEFORE_SOUNDS = {
    "es": (
        (re.compile(r"\by $"), "e ", re.compile(r"(?!hip\b)h?[ií](?![aeo])", re.IGNORECASE)),
        (re.compile(r"\bo $"), "u ", re.compile(r"h?[oó]", re.IGNORECASE)),
    ),
    "fr": (
        (
            re.compile(r"\b([dD])e $"),
            r"\1'",
            re.compile(r"(?!onz|oui)[aàâeéèêiîoôuœ]", re.IGNORECASE),
        ),
    ),
}
_FORMATTER = Formatter()

_said: list[GNUTranslations | None] = [None]  # the language in use; None is English
_decimal_sign: list[Callable[[], str]] = [lambda: "."]
_whole_number: list[Callable[[int], str]] = [lambda number: f"{number:,}"]
_days: list[tuple[DayWriter, SpanWriter] | None] = [None]  # None writes as the language does


def tr(text: str, meaning: str = "") -> str:
    """Say a text in the language in use; `meaning` tells apart what English has one word for."""
    catalogue = _said[0]
    if catalogue is None or not text:
        return text
    return catalogue.pgettext(meaning, text) if meaning else catalogue.gettext(text)


def ntr(one: str, many: str, number: float) -> str:
    """Say how many of a thing there are, in the form that the language has for the number.

    Both texts stay unformatted: '{n} set', '{n} sets'.
    """
    catalogue = _said[0]
    if catalogue is None or number != int(number):
        english = one if number == 1 else many
        return english if catalogue is None else catalogue.ngettext(one, many, 2)
    return catalogue.ngettext(one, many, int(number))


def passage(texts: Iterable[str]) -> str:
    """Put sentences in a row, parted by a blank but where a full stop has its own room: '。'."""
    return " ".join(texts).replace("。 ", "。")


def filled(text: str, *given: object, **named: object) -> str:
    """Fill a text as `str.format` does, with its seams as they are said; values stay as they are.

    Small words sound with what comes after them: 'e isquios', "d'arraché". After a value that
    ends with a full stop, like "nov.", there is no second one.
    """
    said, value = "", ""
    for words, field, spec, _ in _FORMATTER.parse(text):
        said += words.removeprefix(".") if value.endswith(".") else words
        if field is not None:
            value = format(_FORMATTER.get_field(field, given, named)[0], spec or "")
            said = _before(value, said) + value
    return said


def _before(value: str, said: str) -> str:
    for word, changed, sounds in _BEFORE_SOUNDS.get(in_use(), ()):
        if sounds.match(value):
            said = word.sub(changed, said)
    return said


def collated(name: str) -> tuple[str, str]:
    """Return what a name is sorted by: first without case and accents, then as it is written."""
    bare = name.casefold()
    if bare.isascii():
        return bare, bare
    letters = normalize("NFKD", bare)
    return "".join(each for each in letters if not combining(each)), bare


def decimal_sign() -> str:
    """Return what stands between a whole number and its decimals where people read it."""
    return _decimal_sign[0]()


def figure(value: float, digits: int = 6) -> str:
    """Write a number as short as it is exact, with the reader's decimal sign: 62.5, 60."""
    return f"{value:.{digits}g}".replace(".", decimal_sign())


def write_decimals(sign: Callable[[], str]) -> None:
    """Let a function tell the decimal sign from now on: that of the reader's locale."""
    _decimal_sign[0] = sign


def whole_number(number: int) -> str:
    """Write a whole number with its groups of digits: 6,625."""
    return _whole_number[0](number)


def write_whole_numbers(write: Callable[[int], str]) -> None:
    """Let a function write whole numbers from now on, the way of the reader's locale."""
    _whole_number[0] = write


def day(on: date, with_year: bool = False) -> str:
    """Write a day in short: '2 Nov', '2 Nov 2026'."""
    if _days[0] is not None:
        return _days[0][0](on, with_year)
    words = tr("{day} {month} {year}") if with_year else tr("{day} {month}")
    names = tr("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec", "months in dates, by blanks")
    return words.format(day=on.day, month=names.split()[on.month - 1], year=on.year)


def days_in_full(first: date, last: date) -> str:
    """Write '2–8 November 2026', '30 November–6 December 2026'; both years where they differ."""
    return (said_in_full if _days[0] is None else _days[0][1])(first, last)


def said_in_full(first: date, last: date) -> str:
    """Write days in full as the language in use does, wherever the reader lives."""
    if first.year != last.year:
        words = tr("{first} {first_month} {first_year} – {last} {month} {year}")
    elif first.month != last.month:
        words = tr("{first} {first_month}–{last} {month} {year}")
    else:
        words = tr("{first}–{last} {month} {year}")
    names = tr(
        "January February March April May June July August September October November December",
        "months, by blanks",
    ).split()
    return words.format(
        first=first.day,
        first_month=names[first.month - 1],
        first_year=first.year,
        last=last.day,
        month=names[last.month - 1],
        year=last.year,
    )


def write_days(write: DayWriter, write_in_full: SpanWriter) -> None:
    """Let functions write a day, and days in full, from now on: the way of the reader's locale."""
    _days[0] = write, write_in_full


def in_use() -> str:
    """Return the code of the language in use."""
    catalogue = _said[0]
    return ENGLISH if catalogue is None else catalogue.info()["language"]


def choose(code: str) -> None:
    """Say everything in a language from now on; English where there is no catalogue of it."""
    use(_catalogue(code))


def use(catalogue: GNUTranslations | None) -> None:
    """Say everything with a catalogue from now on; None is English."""
    _said[0] = catalogue


@contextmanager
def saying(code: str) -> Iterator[None]:
    """Say what is made meanwhile in another language, days and decimals too; '' is the one in use.

    Groups of digits stay those of the reader's locale: sheets have none.
    """
    if code in ("", in_use()):
        yield
        return
    before, sign, days = _said[0], _decimal_sign[0], _days[0]
    choose(code)
    _days[0] = None
    write_decimals(lambda: "," if code in COMMA else ".")
    try:
        yield
    finally:
        use(before)
        write_decimals(sign)
        _days[0] = days


@lru_cache(maxsize=len(NAMES))
def _catalogue(code: str) -> GNUTranslations | None:
    if code == ENGLISH or code not in NAMES:
        return None
    from gettext import GNUTranslations
    from importlib import import_module

    folder = Path(import_module("planner.resources").__path__[0])
    try:
        with (folder / "translations" / f"{code}.mo").open("rb") as file:
            return GNUTranslations(file)
    except (OSError, ValueError, struct.error):  # English is of more use; the self-test tells
        return None
