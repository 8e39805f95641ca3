"""Read what is typed to search sessions: work, days and words. No text is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile
from math import inf
from typing import NamedTuple, TypeAlias

from planner.coach.search_days import Days, EveryYear, days_at
from planner.coach.shorthand import MOST_SETS
from planner.engine.terms import KG_PER_LB, Unit
from planner.storage.log_search import Column, Range, Wanted

LONGEST = 200  # letters that are read
MOST_WORDS = 6  # of a name of an exercise
LOAD_OFF, COUNT_OFF = 0.05, 0.5  # what is equal: kg or lb as typed; repetitions or seconds

_NUMBER = r"[0-9]+(?:[.,][0-9]+)?"
_TIMES = r"\s*[x×*]\s*"
_END = r"[.,;:]?(?=[\s<>=≤≥\"]|$)"
_TOKEN = re.compile(
    rf"""(?P<quote>"[^"]*"?)
    |(?P<compare>[<>=≤≥]+)
    |(?P<iso>[0-9]{{4}}-[0-9]{{1,2}}(?:-[0-9]{{1,2}})?){_END}
    |(?P<first>{_NUMBER}){_TIMES}(?P<second>{_NUMBER})(?:{_TIMES}(?P<third>{_NUMBER}))?{_END}
    |{_NUMBER}\s*[x×*](?=\s|$)
    |(?P<number>{_NUMBER})(?:\s*(?P<unit>kgs?|lbs?|reps?|s|sec|min))?{_END}
    |(?P<word>[^\s<>=≤≥"]+)""",
    re.VERBOSE | re.IGNORECASE,
)
_COMPARISONS = {"≥": ">=", "≤": "<=", "=>": ">=", "=<": "<=", "==": "="}
_STRIPPED = ".,;:!?()[]'"


class Words(NamedTuple):
    """Words of a name or a note; `slugs` are the exercises that they name."""

    text: str
    slugs: frozenset[str] = frozenset()


Term: TypeAlias = Words | Wanted | Days | EveryYear


@dataclass(frozen=True, slots=True)
class Reader:
    """What a search is read with: `exercises` returns the slugs that words name.

    `months` are names of months in small letters, and `first_weekday` starts the week, Monday
    is 1.
    """

    today: date
    unit: Unit
    exercises: Callable[[str], frozenset[str]]
    months: Mapping[str, int]
    first_weekday: int = 1


class _Sets(NamedTuple):
    """What a number asks of sets."""

    ranges: tuple[Range, ...]
    times: int = 1


_Item: TypeAlias = str | _Sets | Words | Days | EveryYear


def parse(text: str, reader: Reader) -> tuple[Term, ...]:
    """Read a search, all of whose terms a session must fit; empty when nothing is asked yet."""
    items = list(_items(text[:LONGEST].casefold(), reader))
    terms: list[Term] = [each for each in items if isinstance(each, Words | Days | EveryYear)]
    rest = [each for each in items if isinstance(each, str | _Sets)]
    while rest:
        words = list(takewhile(lambda each: isinstance(each, str), rest))
        tests = list(takewhile(lambda each: isinstance(each, _Sets), rest[len(words) :]))
        del rest[: len(words) + len(tests)]
        named = list(_named([each for each in words if isinstance(each, str)], reader))
        terms += _terms(named, [each for each in tests if isinstance(each, _Sets)])
    return tuple(terms)


def _terms(named: list[Words], tests: Sequence[_Sets]) -> Iterator[Term]:
    """Let numbers be about the exercise named right before them, else about any."""
    about = named.pop().slugs if tests and named and named[-1].slugs else None
    yield from named
    if tests:
        ranges = tuple(each for test in tests for each in test.ranges)
        yield Wanted(about, ranges, max(test.times for test in tests))


def _named(words: Sequence[str], reader: Reader) -> Iterator[Words]:
    """Part words into names of exercises, each as long as can be, and words that are none."""
    start = 0
    while start < len(words):
        for end in range(min(len(words), start + MOST_WORDS), start, -1):
            said = " ".join(words[start:end])
            slugs = reader.exercises(said)
            if slugs or end == start + 1:
                yield Words(said, slugs)
                start = end
                break


def _items(text: str, reader: Reader) -> Iterator[_Item]:
    tokens, place, compare = list(_TOKEN.finditer(text)), 0, ""
    plain = ["" if each["unit"] else _bare(each[0]) for each in tokens]
    while place < len(tokens):
        found = tokens[place]
        days, used = days_at(plain[place:], reader.today, reader.months, reader.first_weekday)
        if days is not None and not compare:
            yield days
            place += used
            continue
        yield from _item(found, compare, reader.unit)
        compare = found["compare"] or ""
        place += 1


def _item(found: re.Match[str], compare: str, unit: Unit) -> Iterator[_Item]:
    sign = _COMPARISONS.get(compare, compare)
    if found["quote"] and found["quote"].strip('" '):
        yield Words(found["quote"].strip('" '))
    elif found["first"]:
        yield _product(sign, found, unit)
    elif found["number"]:
        yield _Sets((_range(found["unit"] or unit.value, sign, _amount(found["number"])),))
    elif (found["word"] or found["iso"]) and _bare(found[0]):
        yield _bare(found[0])


def _product(sign: str, found: re.Match[str], unit: Unit) -> _Sets:
    """Read '3x5' as sets and repetitions, '100x5' as load and repetitions, '3x100x5' as all."""
    first, second = _amount(found["first"]), _amount(found["second"])
    if found["third"]:
        reps = _range("reps", _at_least(sign), _amount(found["third"]))
        return _Sets((_range(unit.value, sign, second), reps), _times(first))
    if first <= MOST_SETS:
        return _Sets((_range("reps", sign, second),), _times(first))
    reps = _range("reps", _at_least(sign), second)
    return _Sets((_range(unit.value, sign, first), reps))


def _times(sets: float) -> int:
    return max(round(min(sets, LONGEST)), 1)


def _at_least(sign: str) -> str:
    """Let a comparison be about the load: the repetitions are those or more."""
    return ">=" if sign in ("<", "<=", ">", ">=") else "="


def _range(unit: str, sign: str, amount: float) -> Range:
    column, factor, off = _measure(unit)
    low, high = (amount - off) * factor, (amount + off) * factor
    within = {
        ">": (high, inf), ">=": (low, inf), "<": (-inf, low), "<=": (-inf, high),
    }  # fmt: skip
    return Range(column, *within.get(sign, (low, high)))


def _measure(unit: str) -> tuple[Column, float, float]:
    """Return the column of a unit, what one of it is there, and half of what is taken as equal."""
    if unit.startswith(("kg", "lb")):
        return "load_kg", KG_PER_LB if unit.startswith("lb") else 1.0, LOAD_OFF
    if unit.startswith("rep"):
        return "reps", 1.0, COUNT_OFF
    in_seconds = 60.0 if unit == "min" else 1.0
    return "seconds", in_seconds, COUNT_OFF / in_seconds


def _amount(text: str) -> float:
    return float(text.replace(",", "."))


def _bare(text: str) -> str:
    return text.strip(_STRIPPED)
