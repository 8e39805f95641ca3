"""Work on a thread of its own, beside the window."""

from __future__ import annotations

import gc
from threading import Event

from pytestqt.qtbot import QtBot

from planner.coach import garbage
from planner.ui.worker import Progress, Work


def test_no_garbage_is_looked_for_while_threads_work(qtbot: QtBot) -> None:
    go_on, seen = Event(), []

    def work(_told: Progress) -> None:
        go_on.wait(5)
        seen.append(gc.isenabled())

    first, second = Work(work), Work(lambda _told: None)
    first.start()
    second.start()
    second.wait()
    with garbage.uncollected():
        pass
    go_on.set()
    first.wait()
    assert seen == [False]
    assert gc.isenabled()
