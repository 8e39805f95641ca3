"""Notes of weeks for a reader: those of the program are stored in English, others as typed."""

from __future__ import annotations

import re

from planner.coach import light_weeks, wording
from planner.engine.terms import N_
from planner.language import tr

_CHANGE = r"(?:a|[\d.]+) (?:set|rep)s? (?:more|fewer|(?:closer to|further from) the limit)"
_THAN_USUAL = re.compile(rf"({_CHANGE}(?:, {_CHANGE})?) than usual \(counted in already\)")
_CHANGES = {  # by what follows the number: of one, of several
    "more": (N_("a set more"), N_("{n} sets more")),
    "fewer": (N_("a set fewer"), N_("{n} sets fewer")),
    "closer to the limit": (
        N_("a rep closer to the limit"),
        N_("{n} reps closer to the limit"),
    ),
    "further from the limit": (
        N_("a rep further from the limit"),
        N_("{n} reps further from the limit"),
    ),
}


def asks_for_more(note: str) -> bool:
    """Say whether a note tells how much more or less than usual a week asks for."""
    return _THAN_USUAL.fullmatch(note.strip()) is not None


def said(note: str) -> str:
    """Say a week's note, as it is stored, in the language in use where it is the program's."""
    found = _THAN_USUAL.fullmatch(note.strip())
    if found is None:
        return light_weeks.said(note)
    changes = wording.in_row(map(_change, found[1].split(", ")))
    return tr("{changes} than usual (counted in already)").format(changes=changes)


def _change(stored: str) -> str:
    number, _, what = stored.split(" ", 2)
    one, several = _CHANGES[what]
    return tr(one) if number == "a" else tr(several).format(n=number)
