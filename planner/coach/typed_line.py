"""Part what is typed to add an exercise into its name and its sets, even sets that are wrong."""

from __future__ import annotations

import re

from planner.coach import library
from planner.coach.prescription import parted
from planner.coach.searching import MOST_WORDS

_LETTER = re.compile(r"([A-H])\s+(\S.*)")
_LIKE_SETS = re.compile(
    r"(?<=\s)(?:[\d@+]|bw(?=[\s\d+-]|$)|amrap\b|w\s+ramp\b|(?:[wdf]|rest|tempo)\s*\d)",
    re.IGNORECASE,
)


def parted_line(text: str) -> tuple[str, str]:
    """Part 'bench 4x' into ('bench', '4x'); either may be ''.

    A superset's letter may stand before the name, too: 'A bench 4x6' is ('bench', 'A 4x6').

    Where the first words find an exercise, what follows and begins like sets is no part of its
    name, though it cannot be read: what is wrong with it can be told then.
    """
    lettered = _LETTER.fullmatch(text.strip())
    if lettered is not None:
        name, sets = parted_line(lettered[2])
        if name and sets:
            return name, f"{lettered[1]} {sets}"
    name, sets = parted(text)
    if not name or library.is_known(name):
        return name, sets
    for found in _LIKE_SETS.finditer(text):
        before = text[: found.start()].strip()
        if len(before.split()) > MOST_WORDS:
            break
        if before and library.search(before):
            return before, text[found.start() :].strip()
    return name, sets
