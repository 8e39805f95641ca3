"""The days of sessions as they were typed from a sheet: understood, or kept as they were typed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from planner.coach import sheet_keys
from planner.coach.sheet_box_words import ASKED
from planner.language import tr


def not_understood(text: str) -> str:
    """Return how a text is kept that is no day, or one to come."""
    return f"{ASKED}{text}"


def is_understood(kept: str) -> bool:
    """Say whether what is kept of a day is one."""
    return not kept.startswith(ASKED)


def unclear(edits: Mapping[str, str]) -> list[str]:
    """List the texts that are no days, among those typed into a sheet."""
    days = (text for key, text in edits.items() if sheet_keys.is_of_day(key))
    return [as_typed(text) for text in days if not is_understood(text)]


def as_typed(kept: str) -> str:
    """Return the text that was not understood."""
    return kept.removeprefix(ASKED)


def read(kept: str, otherwise: date) -> date:
    """Return the day that is kept, in ISO form, or another where there is none."""
    return date.fromisoformat(kept) if kept and is_understood(kept) else otherwise


def problem(text: str) -> str:
    """Say that a text is no day on which a session can have been done."""
    words = tr("“{day}” is no day up to today: nothing of its session is saved until it is one.")
    return words.format(day=text)
