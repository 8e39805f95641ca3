"""Lifters (a trainer's clients) and the program's own settings."""

from __future__ import annotations

from datetime import date

from planner.engine.terms import Lifter


def lifters() -> list[Lifter]:
    """List lifters that are not archived, by name."""
    raise NotImplementedError


def lifter(lifter_id: int) -> Lifter:
    """Return one lifter; LookupError when there is none."""
    raise NotImplementedError


def add(lifter: Lifter) -> int:
    """Store a new lifter; return the id."""
    raise NotImplementedError


def change(lifter: Lifter) -> None:
    """Store a changed lifter; `lifter.id` says which."""
    raise NotImplementedError


def archive(lifter_id: int, on: date) -> None:
    """Take a lifter out of the lists; nothing is deleted."""
    raise NotImplementedError


def setting(key: str, default: str = "") -> str:
    """Return a stored setting ('theme', 'lifter', 'first_day' …)."""
    raise NotImplementedError


def change_setting(key: str, value: str) -> None:
    """Store a setting."""
    raise NotImplementedError
