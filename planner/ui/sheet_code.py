"""The square code of a sheet: a phone or a scanner reads it and types the short code."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

import segno

Run = tuple[float, float, float, float]
_MASK = 0  # a chessboard; to try which one is most even takes longer than to read the week


@lru_cache(maxsize=64)
def runs(words: str) -> tuple[Run, ...]:
    """Return the dark parts of a code as (x, y, width, height), shares of its side.

    The white border that belongs to it is left to the page.
    """
    matrix = segno.make(words, error="q", micro=False, mask=_MASK).matrix
    side = len(matrix)
    dark = (run for y, row in enumerate(matrix) for run in _dark(row, y))
    columns = groupby(sorted(dark), itemgetter(0, 1))  # of equal runs in neighbouring rows
    return tuple(
        (start / side, top / side, length / side, height / side)
        for (start, length), group in columns
        for top, height in _stacks([y for _, _, y in group])
    )


def _stacks(rows: list[int]) -> Iterator[tuple[int, int]]:
    """Yield (first, how many) of numbers that follow each other."""
    for _, group in groupby(enumerate(rows), lambda each: each[1] - each[0]):
        numbers = [number for _, number in group]
        yield numbers[0], len(numbers)


def _dark(row: bytearray, y: int) -> Iterator[tuple[int, int, int]]:
    """Yield (first, how many, row) of modules in a row that are dark."""
    x = 0
    for dark, group in groupby(row):
        length = len(list(group))
        if dark:
            yield x, length, y
        x += length
