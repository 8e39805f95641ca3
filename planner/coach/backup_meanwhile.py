"""Back the open file up meanwhile, for work that is done part by part."""

from __future__ import annotations

from collections.abc import Generator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from threading import Event

from planner.coach import backing_up
from planner.engine.terms import Progress, Stopped
from planner.storage.backup_names import Reason

_A_WHILE_S = 0.01


def in_parts(reason: Reason, of: str, progress: Progress) -> Generator[None, None, None]:
    """Back up on a thread of its own; closing the generator drops the backup.

    Raises DatabaseProblem, or what `progress` raises.
    """
    work, stop, told = backing_up.now(reason, of), Event(), [0, 1]

    def tell(done: int, total: int) -> None:
        if stop.is_set():
            raise Stopped
        told[:] = [done, total]

    with ThreadPoolExecutor(1) as pool:
        made: Future[object] = pool.submit(work, tell)
        try:
            while not made.done():
                wait([made], _A_WHILE_S)
                progress(told[0], told[1])
                yield
        finally:
            stop.set()
    made.result()
