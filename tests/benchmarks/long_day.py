"""Keep a window open for a day of eight hours: what it holds must level off.

    .venv/bin/python tests/benchmarks/long_day.py [HOURS]

A trainer goes from client to client, looks at every tab and every chart, logs and takes back sets,
imports a log and takes it back, opens and closes every dialog. An hour of that takes seconds. The
exit code is 1 when the later hours leave more behind than the bars say.
"""

from __future__ import annotations

import gc
import os
import sys
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import entering
import made_up
import studio
from bars import Bar, told
from day_dialogs import doors, look
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication

from planner.coach import files, importing, library, logging, steps
from planner.engine.terms import LoggedSet
from planner.storage import clients
from planner.ui.main_window import MainWindow
from planner.ui.reading_first import ReadingFirst
from planner.ui.top_bar import TabName

HOURS, SETTLED = 8, 3  # hours; so many fill what is remembered
CLIENTS, TURNS = 12, 12  # clients; visits in an hour
IMPORTED = 2000  # rows
STATM, PAGE_MB = Path("/proc/self/statm"), os.sysconf("SC_PAGE_SIZE") / 1e6
MOST_MB, MOST_QOBJECTS, MOST_BLOCKS = 4.0, 50, 20_000  # more after an hour, once settled


def main() -> int:
    """Live through the day; return 1 when it does not level off."""
    hours = int(sys.argv[1]) if len(sys.argv) > 1 else HOURS
    with TemporaryDirectory() as folder:
        database, export = Path(folder) / "planner.db", Path(folder) / "export.csv"
        made_up.ten_years(database)
        library.ensure()
        steps.do(lambda: studio.add_clients(CLIENTS - 1, made_up.TODAY))
        made_up.export(export, IMPORTED)
        window = entering.open_window(database)
        seen = []
        for hour in range(hours):
            _hour(window, export, hour)
            seen.append(_held())
            print(f"hour {hour + 1}: {_told(seen[-1])}", flush=True)
        window.close()
        files.close_file()
    return told(_bars(seen))


Held = tuple[float, int, int]  # MB resident, QObjects, blocks that Python allocated


def _told(held: Held) -> str:
    return "{:.1f} MB resident, {:,} QObjects, {:,} blocks of Python's".format(*held)


def _bars(seen: list[Held]) -> list[Bar]:
    """Return what an hour adds once what is remembered is full."""
    first, last = seen[min(SETTLED, len(seen) - 1)], seen[-1]
    hours = max(len(seen) - 1 - SETTLED, 1)
    mb, objects, blocks = (
        (after - before) / hours for before, after in zip(first, last, strict=True)
    )
    return [
        Bar("more memory, an hour", mb, "MB", MOST_MB),
        Bar("more QObjects, an hour", objects, "", MOST_QOBJECTS),
        Bar("more of Python's blocks, an hour", blocks, "", MOST_BLOCKS),
    ]


def _held() -> Held:
    """Return what is held once what is let go is gone."""
    _rest()
    gc.collect()
    resident = float(STATM.read_text().split()[1]) * PAGE_MB
    tops = QApplication.topLevelWidgets()
    objects = len(tops) + sum(len(top.findChildren(QObject)) for top in tops)
    return resident, objects, sys.getallocatedblocks()


def _rest() -> None:
    for _ in range(3):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _hour(window: MainWindow, export: Path, hour: int) -> None:
    ids = [lifter.id or 0 for lifter in clients.lifters()]
    for turn in range(TURNS):
        window.show_lifter(ids[turn % len(ids)])
        _log(window)
        _walk(window, hour * TURNS + turn)
        if turn % 4 == 0:
            _bring_in(window, export)
    for door in doors(window):
        look(window, door)
    _rest()


def _log(window: MainWindow) -> None:
    """Log a few sets and take them back."""
    window.show_tab(TabName.LOG)
    start = partial(_session, window.lifter_id())
    window.act("Log", start, window.show_session)
    _rest()
    window.undo_stories.undo_unseen()
    _rest()


def _session(lifter_id: int) -> int:
    session_id = logging.start_free(lifter_id, made_up.TODAY)
    for slug in entering.LIFTS[:2]:
        slot = logging.add_exercise(session_id, slug)
        logging.log_sets(slot, [LoggedSet(100.0, 5, rir=2.0, load=100.0)] * 3)
    return session_id


def _walk(window: MainWindow, turn: int) -> None:
    """Look at the plan and at all charts."""
    from planner.ui.charts import pages

    window.show_tab(TabName.PLANNER)
    _rest()
    window.show_tab(TabName.CHARTS)
    _wait(window)
    offered = pages.shown(window.lifter_id())
    for name in offered:
        window.tabs.charts().show_page(name)
        _wait(window)
    window.tabs.charts().show_page(offered[turn % len(offered)])
    _rest()


def _wait(window: MainWindow) -> None:
    QApplication.processEvents()
    while any(first.is_reading() for first in window.findChildren(ReadingFirst)):
        QApplication.processEvents()
    while window.tabs.charts().page.slices.is_busy():
        QApplication.processEvents()
    _rest()


def _bring_in(window: MainWindow, export: Path) -> None:
    """Import a log and take it back."""
    lifter_id = window.lifter_id()
    preview = importing.preview(lifter_id, export)
    window.act("Import", lambda: importing.commit(lifter_id, preview, made_up.TODAY))
    _rest()
    window.undo_stories.undo_unseen()
    while QApplication.activeModalWidget() is not None:
        QApplication.processEvents()
    _rest()


if __name__ == "__main__":
    sys.exit(main())
