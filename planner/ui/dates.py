"""Write days the way the reader's locale does."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QDate, QLocale, QTime

from planner import language
from planner.language import tr

MOST_OVER = 2  # days of a week after which a block starts with the next one
LONGEST_NUMBER = 4  # digits of a year; what has more is no part of a day
_SIGNS = "年월月년日일"  # what stands behind the numbers of a day in East Asia


def short(day: date, beside: date | None = None) -> str:
    """Write '19 Oct', or 'Oct 19', '19. Okt.', '10月19日' where that is usual.

    It has the year when `beside` has another.
    """
    pattern = _pattern(beside is not None and beside.year != day.year)
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)


def with_weekday(day: date, beside: date | None = None) -> str:
    """Write 'Mon 19 Oct'; with the year when `beside` has another."""
    words = tr("{weekday} {day}", "a day with its weekday before it")
    return words.format(weekday=weekday(day.isoweekday()), day=short(day, beside))


def span(first: date, last: date, beside: date | None = None) -> str:
    """Write '30 Nov – 6 Dec'; years where they are not that of `beside`."""
    return from_to(short(first, beside), short(last, beside))


def with_year(day: date) -> str:
    """Write '19 Oct 2026', or 'Oct 19, 2026' where that is usual."""
    return short(day, date.min)


def in_full(first: date, last: date) -> str:
    """Write '2–8 November 2026', or 'November 2–8, 2026' where that is usual."""
    if not _long().startswith("M"):
        return language.said_in_full(first, last)
    begin, end = (
        QLocale().toString(QDate(on.year, on.month, on.day), "MMMM d") for on in (first, last)
    )
    if first.year != last.year:
        return f"{begin}, {first.year} – {end}, {last.year}"
    end = str(last.day) if first.month == last.month else end
    return f"{begin}–{end}, {last.year}"


def within_month(first: date, last: date) -> str:
    """Write days of one month as '2–8 Nov', 'Nov 2–8' or '11月2–8日'."""
    pattern = _pattern(with_year=False)
    sign = "." if "d." in pattern else ""
    pattern = pattern.replace("d", f"'{first.day}{sign}–{last.day}'", 1)
    return QLocale().toString(QDate(last.year, last.month, last.day), pattern)


def from_to(first: str, last: str) -> str:
    """Write two days, or what stands for them, as those between which something lasts."""
    return tr("{first} – {last}", "from a day to a day").format(first=first, last=last)


def clock(at: datetime | time, seconds: bool = False) -> str:
    """Write a time of day: '18:04', '6:04 PM'; with its seconds '18:04:09', '6:04:09 PM'."""
    locale, short_form = QLocale(), QLocale.FormatType.ShortFormat
    made = QTime(at.hour, at.minute, at.second)
    if not seconds:
        return locale.toString(made, short_form)
    pattern = locale.timeFormat(short_form)  # the long one has the time zone behind the seconds
    return locale.toString(made, re.sub(r"([.:]?)mm?", _with_seconds, pattern, count=1))


def _with_seconds(minutes: re.Match[str]) -> str:
    return f"{minutes[0]}{minutes[1] or ':'}ss"


def moment(at: datetime, beside: date) -> str:
    """Write '5 Nov, 09:30'; with the year when `beside` has another."""
    return tr("{day}, {time}").format(day=short(at.date(), beside), time=clock(at))


def month(day: date) -> str:
    """Write a day's month: 'Oct'."""
    return QLocale().standaloneMonthName(day.month, QLocale.FormatType.ShortFormat)


def month_with_year(day: date) -> str:
    """Write a day's month with its year in little room: 'Oct 2026', '2026年10月'."""
    signs = _east_asian(_long())
    if signs is not None:
        return QLocale().toString(QDate(day.year, day.month, day.day), signs[0])
    return f"{month(day)} {day.year}"


def month_and_year(day: date) -> str:
    """Write a day's month with its year in full: 'October 2026', '2026年10月'."""
    signs = _east_asian(_long())
    pattern = "MMMM yyyy" if signs is None else signs[0]
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)


def weekday(number: int) -> str:
    """Write a weekday, Monday is 1: 'Mon'."""
    return QLocale().standaloneDayName(number, QLocale.FormatType.ShortFormat)


def weekday_in_full(number: int) -> str:
    """Write a weekday, Monday is 1: 'Monday'."""
    return QLocale().standaloneDayName(number, QLocale.FormatType.LongFormat)


def block_start(today: date, first: int) -> date:
    """Return the day on which a block starts usually: the `first` weekday, Monday is 1.

    It is that of this week while at most two days of it are over, else that of the next.
    """
    over = (today.isoweekday() - first) % 7
    return today - timedelta(days=over if over <= MOST_OVER else over - 7)


def read(text: str, near: date) -> date | None:
    """Read a day that was typed: '16', '16.11.', '16 Nov', '16/11/26' or '2026-11-16'.

    Without a month or year it is the one nearest to a day. None when it is no date.
    """
    text = re.sub(f"[{_SIGNS}]", "-", _without_words(text)).strip(" -")
    parts = [_part(part) for part in re.findall(r"\w+", text.casefold())]
    numbers = [part for part in parts if part is not None]
    if len(numbers) != len(parts) or not 1 <= len(numbers) <= 3:
        return None
    if len(numbers) == 1:
        months = [(near.year * 12 + near.month - 1 + step) for step in (-1, 0, 1)]
        days = [_made(number // 12, number % 12 + 1, numbers[0]) for number in months]
    elif len(numbers) == 2:
        month, day = _month_and_day(text, numbers)
        days = [_made(near.year + step, month, day) for step in (-1, 0, 1)]
    elif numbers[0] > 31:
        days = [_made(*numbers)]
    else:
        days = [_made(_century(numbers[2]), *_month_and_day(text, numbers[:2]))]
    return min(filter(None, days), key=lambda day: abs(day - near), default=None)


def _without_words(text: str) -> str:
    """Drop a weekday written in full, and what a language says between day, month and year."""
    names = [re.escape(QLocale().dayName(number)) for number in range(1, 8)]
    text = re.sub(rf"(?:{'|'.join(names)}),?", "", text, flags=re.IGNORECASE)
    between = re.findall(r"'(\w+)'", QLocale().dateFormat(QLocale.FormatType.LongFormat))
    return re.sub(rf"\b(?:{'|'.join(between)})\b", "", text) if between else text


def _part(word: str) -> int | None:
    if word.isdecimal():
        return int(word) if len(word) <= LONGEST_NUMBER else None
    names = [month(date(2000, number, 1)).casefold().rstrip(".") for number in range(1, 13)]
    known = [number for number, name in enumerate(names, 1) if word.startswith(name[:3])]
    return known[0] if known else None


def _month_and_day(text: str, numbers: list[int]) -> tuple[int, int]:
    """Tell the month from the day: by its name, by its place, or because it is 12 at most."""
    first, second = numbers
    named_first = bool(re.match(r"\s*[^\W\d]", text))
    named = bool(re.search(r"[^\W\d]", text))
    day_first = not named_first if named else _day_comes_first()
    month_number, day = (second, first) if day_first else (first, second)
    return (month_number, day) if month_number <= 12 else (day, month_number)


def _century(year: int) -> int:
    return year + 2000 if year < 100 else year


def _made(year: int, month_number: int, day: int) -> date | None:
    try:
        return date(year, month_number, day)
    except ValueError:
        return None


def _pattern(with_year: bool) -> str:
    """Return how the locale writes a day with a short month, in the words of QLocale."""
    long = _long()
    signs = _east_asian(long)
    if signs is not None:
        return signs[2] if with_year else signs[1]
    day = "d." if "d." in long else "d"
    made = f"{day} MMM" if _day_comes_first() else f"MMM {day}"
    if not with_year:
        return made
    if long.startswith("y"):
        return f"yyyy. {made}"
    return f"{made}, yyyy" if long.startswith("M") else f"{made} yyyy"


def _east_asian(long: str) -> tuple[str, str, str] | None:
    """Part 'yyyy年M月d日' into month with year, day with month, and all; None for others."""
    found = re.match(r"(y+[年년]\s?)(M+월?月?)(\s?d+[日일])", long)
    if found is None:
        return None
    year, month_sign, day = found.groups()
    return year + month_sign, month_sign + day, year + month_sign + day


def _long() -> str:
    """Return the long pattern of the locale without its weekday and words."""
    pattern = QLocale().dateFormat(QLocale.FormatType.LongFormat)
    return re.sub(r"'\w+'|dddd,?|,? dddd", "", pattern).strip(" ,")


def _day_comes_first() -> bool:
    pattern = _long()
    return "d" in pattern and pattern.index("d") < pattern.index("M")


def month_names() -> dict[str, int]:
    """Return the numbers of the months by their long and short names, in small letters."""
    locale, form = QLocale(), QLocale.FormatType
    names = (
        (write(number, kind).casefold().rstrip("."), number)
        for write in (locale.standaloneMonthName, locale.monthName)
        for kind in (form.LongFormat, form.ShortFormat)
        for number in range(1, 13)
    )
    return dict(names)
