"""Python's collector of cyclic garbage, where it would only cost time, or do harm."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

MANY = 10_000  # values; to walk through them takes 5 ms, and it is done up to three times
DUE = (1_000, 10_000, 100_000)  # values made since a generation was looked through; rule of thumb

_lock = Lock()
_blocks = 0  # within which nothing is looked for, on whatever thread
_was_on = False  # the collector, before the first of them began
_made = [0, 0, 0]  # values, since a generation was looked through


def collect_due() -> None:
    """Look for garbage if much was made since, and no block has that wait.

    The window calls this whenever it is about to wait for the next event.
    By itself Python would look in the middle of anything, on whatever thread. Parts of a window
    that are found then must not be deleted on another thread, nor while a widget is being made.
    """
    made = gc.get_count()[0]
    if _blocks or made <= DUE[0]:
        return
    _made[:] = [before + made for before in _made]
    due = max(generation for generation, most in enumerate(DUE) if _made[generation] > most)
    gc.collect(due)
    _made[: due + 1] = [0] * (due + 1)


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for no garbage while a block, or a function, makes many values that stay.

    Other threads wait with it, and the window between the parts of a generator.
    The collector would walk through all of them again and again: a seventh of an import's time.
    A generator has to open the block itself: around its call it would end before the first value.
    """
    global _blocks, _was_on
    with _lock:
        _was_on = _was_on if _blocks else gc.isenabled()
        gc.disable()
        _blocks += 1
    try:
        yield
    finally:
        with _lock:
            _blocks -= 1
            if _was_on and not _blocks:
                gc.enable()


def keep_all() -> None:
    """Look for no garbage among what is there by now: a program that is up stays in memory.

    The collector walks through all that a window is made of now and then, for 0.1 s.
    """
    gc.freeze()


@contextmanager
def set_aside() -> Iterator[None]:
    """Look for no garbage while a block makes values, nor ever among them if they are many.

    Ten years of a log are a quarter of a million values that stay: the collector would walk
    through them, and those of everybody else who was looked at, for 0.1 to 0.4 s now and then,
    while somebody types. They go when nothing refers to them any more; only rings among all that
    is there by then stay. Replays have none, and the window has none to speak of.
    """
    with uncollected():
        before = gc.get_count()[0]
        yield
        if gc.get_count()[0] - before > MANY:
            keep_all()
