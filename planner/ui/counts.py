"""Write whole numbers the way the reader's locale does, and how many of a thing there are."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QLocale

from planner.coach import counts, wording


def count(number: float) -> str:
    """Write a number with its groups of digits: 6,625, 7.5."""
    if number != round(number):
        return wording.number(number)
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.DefaultNumberOptions)
    return locale.toString(round(number))


sets = partial(counts.sets, write=count)
warm_ups = partial(counts.warm_ups, write=count)
hard_sets = partial(counts.hard_sets, write=count)
sessions = partial(counts.sessions, write=count)
exercises = partial(counts.exercises, write=count)
lifts = partial(counts.lifts, write=count)
files = partial(counts.files, write=count)
rows = partial(counts.rows, write=count)
weeks = partial(counts.weeks, write=count)
days = partial(counts.days, write=count)
training_days = partial(counts.training_days, write=count)
lifters = partial(counts.lifters, write=count)
later_sessions = partial(counts.later_sessions, write=count)


def of_file(rows: Mapping[str, int]) -> str:
    """Write '2 lifters, 184 sessions, 6,625 sets' of the rows by table; '' of none of these."""
    kinds = (("lifter", lifters), ("session", sessions), ("logged_set", sets))
    return wording.in_row(write(rows[table]) for table, write in kinds if table in rows)
