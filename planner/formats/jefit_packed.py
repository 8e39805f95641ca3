"""The sets that JEFIT packs in one cell: `15x6,15x6` are two sets of load × repetitions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from planner.engine.terms import N_
from planner.formats import cells
from planner.language import tr

CARDIO_FIELDS = 5  # calories, distance, speed, laps and seconds, each written as `0x…`
CLOSE = 0.001  # JEFIT turns loads into pounds and back: 64.9998 kg is 65
MOST_REPS = 60  # of a set without a load; a larger last number is seconds
NOTHING = N_("the set says that nothing was done")

_SET = re.compile(r"(-?\d{1,9}(?:\.\d+)?)\s*[x×*]\s*(\d{1,9}(?:\.\d+)?)", re.IGNORECASE)


class Said(NamedTuple):
    """What a set says, as texts; `problem` is why it is none."""

    load: str = ""
    unit: str = ""
    reps: str = ""
    time: str = ""
    distance: str = ""
    far: str = ""
    problem: str = ""


def apart(text: str, far: str) -> Iterator[Said]:
    """Yield the sets of a packed cell; distances are in `far`.

    Five numbers without a load are cardio when they begin with 0, or end too high for repetitions.
    """
    pieces = list(_pieces(text))
    found = [_SET.fullmatch(piece) for piece in pieces]
    counts = [float(each[2]) for each in found if each and not float(each[1])]
    if len(counts) == len(pieces) == CARDIO_FIELDS and _is_cardio(counts):
        _, distance, _, _, seconds = counts
        yield Said(time=f"{seconds:g}", distance=f"{distance:g}" if distance else "", far=far)
        return
    for piece, each in zip(pieces, found, strict=True):
        if each is None:
            no_set = tr("'{text}' is no set of load x repetitions")
            yield Said(problem=no_set.format(text=piece))
        else:
            done = float(each[1]) or float(each[2])
            yield Said(tidied(each[1]), reps=each[2], problem="" if done else tr(NOTHING))


def _pieces(text: str) -> Iterator[str]:
    """Yield what stands between commas; `62,5x5` has a decimal comma."""
    begun = ""
    for piece in map(str.strip, re.split("[,;]", text)):
        if begun.isdecimal() and _SET.fullmatch(f"{begun}.{piece}"):
            begun = f"{begun}.{piece}"
            continue
        if begun:
            yield begun
        begun = piece
    if begun:
        yield begun


def _is_cardio(counts: list[float]) -> bool:
    *rest, last = counts
    return 0 in rest and last > 0 and (not rest[0] or last > MOST_REPS)


def tidied(load: str) -> str:
    """Write a load as it was before it was turned into another unit and back."""
    try:
        value = cells.number(load) or 0.0
    except ValueError:
        return load
    near = round(value * 4) / 4
    return f"{near:g}" if value != near and abs(value - near) < CLOSE else load
