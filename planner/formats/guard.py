"""Keep spreadsheets from running text as a formula, so that it can be taken back exactly."""

from __future__ import annotations

GUARD = "'"
GUARDED = ("=", "+", "-", "@", "\t", "\r", GUARD)


def guarded(text: str) -> str:
    """Put an apostrophe before text that a spreadsheet would run."""
    return GUARD + text if text.startswith(GUARDED) else text


def unguarded(text: str) -> str:
    """Take the apostrophe away again; the inverse of guarded."""
    return text.removeprefix(GUARD)
