"""Python's collector of cyclic garbage, where it would only cost time."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


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
