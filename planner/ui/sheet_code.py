"""The square code of a sheet: a phone or a scanner reads it and types the short code."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

import segno

Run = tuple[float, float, float, float]


@lru_cache(maxsize=64)
def runs(words: str) -> tuple[Run, ...]:
    """Return the dark parts of a code as (x, y, width, height), shares of its side.

    The white border that belongs to it is left to the page.
    """
    matrix = segno.make(words, error="q", micro=False).matrix
    side = len(matrix)
    return tuple(
        (start / side, y / side, length / side, 1 / side)
        for y, row in enumerate(matrix)
        for start, length in _dark(row)
    )


def _dark(row: bytearray) -> Iterator[tuple[int, int]]:
    """Yield (first, how many) of modules in a row that are dark."""
    x = 0
    for dark, group in groupby(row):
        length = len(list(group))
        if dark:
            yield x, length
        x += length
