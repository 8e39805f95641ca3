"""Python's collector of cyclic garbage, where it would only cost time."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

MANY = 100_000  # values; to walk through more of them takes 10 ms and longer


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for no garbage while a block, or a function, makes many values that stay.

    The collector would walk through all of them again and again: a seventh of an import's time.
    A generator has to open the block itself: around its call it would end before the first value.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


@contextmanager
def set_aside() -> Iterator[None]:
    """Look for no garbage while a block makes values, nor ever among them if they are many.

    Ten years of a log are a quarter of a million values that stay: the collector would walk
    through them for 0.1 to 0.2 s now and then, while somebody types. They go when nothing refers
    to them any more; only rings among all that is there by then stay, and replays have none.
    """
    with uncollected():
        yield
        if gc.get_count()[0] > MANY:
            gc.freeze()
