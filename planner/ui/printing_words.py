"""What is said of pages that are printed."""

from __future__ import annotations

from datetime import date, timedelta

from planner.coach import counts, wording
from planner.language import tr

MOST_SIGNS = 12  # named of those that no font has


def unprintable(signs: str) -> str:
    """Say which signs no font of this computer has; '' for none."""
    if not signs:
        return ""
    named = " ".join(signs[:MOST_SIGNS]) + (" …" if len(signs) > MOST_SIGNS else "")
    return tr("No font on this computer has {signs}; '?' is printed instead.").format(signs=named)


def title(sheets: int, week_of: date) -> str:
    """Return what a PDF of several sheets is called; '' for one, which is named by its lifter."""
    if sheets == 1:
        return ""
    monday = wording.date_with_year(week_of - timedelta(days=week_of.weekday()))
    words = tr("Training week of {day}, {lifters}")
    return words.format(day=monday, lifters=counts.lifters(sheets))
