"""Weeks that were made light keep that in their note, so that none is made lighter twice."""

from __future__ import annotations

import re

from planner.coach import counts
from planner.engine import week_figures
from planner.engine.terms import N_, Microcycle
from planner.language import tr

DELOAD_NOTE = N_("deload: about half of the sets, two more reps in reserve")  # stored in English
_HALVED = " with about half of the sets"
_ONCE = re.compile(rf"(?:^|; )was a deload({_HALVED})? \((\d+) sets\)$")


def is_light(week: Microcycle) -> bool:
    """Say whether a week is a deload, or was one and got no sets since then."""
    once = _ONCE.search(week.note)
    return week.deload or (once is not None and _sets(week) <= int(once[2]))


def deload_note(week: Microcycle) -> str:
    """Return the note of a week that becomes a deload, as it was if it was one before."""
    once = _ONCE.search(week.note)
    if once is None or not is_light(week):
        return _ONCE.sub("", week.note) or DELOAD_NOTE
    return DELOAD_NOTE if once[1] else week.note[: once.start()]


def plain_note(week: Microcycle) -> str:
    """Return the note of a deload that is to be none: it says how many sets it had."""
    halved = week.note == DELOAD_NOTE
    note, sets = "" if halved else week.note, _sets(week)
    told = f"was a deload{_HALVED if halved else ''} ({sets} sets)" if sets else ""
    return "; ".join(filter(None, (note, told)))


def said(note: str) -> str:
    """Say the note of a week, as it is stored, in the language in use where it is ours."""
    once = _ONCE.search(note)
    if once is None:
        return tr(note) if note == DELOAD_NOTE else note
    sets = counts.sets(int(once[2]))
    was = tr("was a deload with about half of the sets ({sets})" if once[1]
             else "was a deload ({sets})").format(sets=sets)  # fmt: skip
    return "; ".join(filter(None, (said(note[: once.start()]), was)))


def _sets(week: Microcycle) -> int:
    return week_figures.figures(week).sets
