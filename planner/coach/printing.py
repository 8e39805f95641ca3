"""A planned week in the words and numbers that go on paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One exercise on paper; `boxes` is how many empty boxes to draw, one a set."""

    exercise: str
    sets: str
    load: str
    rir: str
    tempo: str
    rest: str
    boxes: int
    superset: str
    note: str


@dataclass(frozen=True, slots=True)
class SheetSession:
    """One session on paper: 'Mon 2 · Lower A', its warm-up and its lines."""

    title: str
    warm_up: str
    note: str
    lines: tuple[SheetLine, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One lifter's week; every text is final: unit, language and dates are already the reader's."""

    lifter: str
    heading: str
    coach: str
    sessions: tuple[SheetSession, ...]
    this_week: tuple[str, ...]
    glossary: str
    check_in: tuple[str, ...]
    bodyweight_unit: str
    unit_note: str
    printed: str
    code: str


class NothingPlanned(Exception):
    """There is no planned week to print; the message names the lifter and the week."""


def week_sheet(lifter_id: int, week_of: date, today: date) -> Sheet:
    """Return the sheet of the week that holds a day; raises NothingPlanned."""
    raise NotImplementedError


def sheets(lifter_ids: Sequence[int], week_of: date, today: date) -> list[Sheet]:
    """Return a sheet for every lifter who has that week planned; raises NothingPlanned for none."""
    raise NotImplementedError
