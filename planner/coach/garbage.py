"""Python's collector of cyclic garbage, where it would only cost time."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

MANY = 10_000  # values; to walk through them takes 5 ms, and it is done up to three times

_lock = Lock()
_threads, _wanted = 0, False  # how many threads work, and whether garbage is looked for afterwards


@contextmanager
def on_a_thread() -> Iterator[None]:
    """Look for no garbage while a thread works: it would find parts of the window among it.

    Those may be deleted on the thread of the window alone. PySide puts that off until then, and
    the program dies when their parent has taken them along meanwhile.
    """
    global _threads, _wanted
    with _lock:
        _wanted = _wanted if _threads else gc.isenabled()
        _threads += 1
        gc.disable()
    try:
        yield
    finally:
        with _lock:
            _threads -= 1
            if _wanted and not _threads:
                gc.enable()


def _enable() -> None:
    """Look for garbage from now on, or once no thread works."""
    global _wanted
    with _lock:
        _wanted = True
        if not _threads:
            gc.enable()


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
            _enable()


def keep_all() -> None:
    """Look for no garbage among what is there by now: a program that is up stays in memory.

    The collector walks through all that a window is made of now and then, for 0.1 s.
    """
    gc.freeze()


def begin() -> None:
    """Keep what a start has made, and look for garbage from now on, though within `uncollected`."""
    keep_all()
    _enable()


@contextmanager
def set_aside() -> Iterator[None]:
    """Look for no garbage while a block makes values, nor ever among them if they are many.

    Ten years of a log are a quarter of a million values that stay: the collector would walk
    through them, and those of everybody else who was looked at, for 0.1 to 0.4 s now and then,
    while somebody types. They go when nothing refers to them any more; only rings among all that
    is there by then stay. Replays have none, and the window has none to speak of.
    """
    with uncollected():
        yield
        if gc.get_count()[0] > MANY:
            keep_all()
