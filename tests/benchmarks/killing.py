"""Kill the program, as kill -9 does, at random moments of its work, and look at what is left.

    .venv/bin/python tests/benchmarks/killing.py [--count 500] [--seed 1]

Each work is killed `count` / 5 times, some moment between its begin and its end: logging sets one
by one, importing a log, bringing an old file to today's schema, restoring backups, and merging
another computer's file. After each kill the file is opened as by the next start. The exit code is
1 when anything confirmed is lost, anything is there by half, a file does not open, or a check
finds a fault.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import sqlite3
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter, sleep

import made_up

from planner.coach import files, importing, merging
from planner.coach.parts import at_once
from planner.engine.terms import Lifter, LoggedExercise, LoggedSet, Session
from planner.storage import clients, imports, log
from planner.storage.base import open_connection

DAY = date(2026, 3, 2)
ROWS = 3000  # of the log that is imported, and of the old file's sets
OLD = Path(__file__).parents[1] / "data" / "databases" / "schema-1.db"
EXPORT, LOGGED, BEFORE, BIG, SMALL = "export.csv", "planner.db", "before.db", "big.db", "small.db"


@dataclass
class Tally:
    """How often a work was killed, how often before and after its end, and what was wrong."""

    kills: int = 0
    done: int = 0
    confirmed: int = 0
    faults: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Work:
    """What a child process does to a folder, and what must hold after it was killed.

    `do` tells the parent over a pipe what it has confirmed. `left` gets the numbers confirmed and
    says whether the work was done whole; it raises AssertionError for what must never be.
    """

    ready: Callable[[Path], None]
    do: Callable[[Path, int], None]
    left: Callable[[Path, list[int]], bool]


def main() -> int:
    """Kill every work; return 1 when anything was lost."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--count", type=int, default=500)
    asked.add_argument("--seed", type=int, default=1)
    options = asked.parse_args()
    with TemporaryDirectory() as folder:
        tallies = run(Path(folder), options.count // len(WORKS), Random(options.seed))
    print(f"{'':10}{'killed':>8}{'after its end':>15}{'confirmed':>11}{'faults':>8}")
    for name, made in tallies.items():
        print(f"{name:10}{made.kills:8}{made.done:15}{made.confirmed:11}{len(made.faults):8}")
        print(*made.faults[:5], sep="\n")
    return int(any(made.faults for made in tallies.values()))


def run(folder: Path, count: int, rng: Random) -> dict[str, Tally]:
    """Kill each work so often; nothing of this process may be open."""
    made_up.export(folder / EXPORT, ROWS)
    _make_backups(folder)
    _make_old(folder)
    return {name: _killed(folder, name, count, rng) for name in WORKS}


def _killed(folder: Path, name: str, count: int, rng: Random) -> Tally:
    work, tally = WORKS[name], Tally()
    longest = _longest(folder, work)
    for _ in range(count):
        place = folder / "place"
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        work.ready(place)
        confirmed = _kill(place, work, rng.uniform(0, 1.1 * longest))
        tally.kills += 1
        tally.confirmed += len(confirmed)
        try:
            tally.done += _looked_at(place, work, confirmed)
        except Exception as fault:  # noqa: BLE001 - whatever it is, it is told
            tally.faults.append(f"{name} {tally.kills}: {type(fault).__name__}: {fault}")
        finally:
            files.close_file()
    return tally


def _longest(folder: Path, work: Work) -> float:
    """Return how long a work takes that nobody kills, at most half a second of it."""
    place = folder / "place"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    work.ready(place)
    started = perf_counter()
    _kill(place, work, 0.5)
    return min(perf_counter() - started, 0.5)


def _kill(place: Path, work: Work, after_s: float) -> list[int]:
    """Begin a work in a process of its own, kill that, and return what it had confirmed."""
    told, tells = os.pipe()
    child = os.fork()
    if not child:
        os.close(told)
        try:
            work.do(place, tells)
        finally:
            os._exit(0)
    os.close(tells)
    _wait(child, after_s)
    with os.fdopen(told, "rb") as pipe:
        lines = pipe.read().split(b"\n")[:-1]  # the last one may be there by half
    return [int(line) for line in lines]


def _wait(child: int, after_s: float) -> None:
    until = perf_counter() + after_s
    while perf_counter() < until:
        if os.waitpid(child, os.WNOHANG)[0]:
            return
        sleep(0.0005)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def _looked_at(place: Path, work: Work, confirmed: list[int]) -> bool:
    """Open the file as the next start does, and look through it and its backups."""
    path = place / LOGGED
    files.open_file(path)
    report = files.check()
    assert report.ok, report.problems
    for made in files.backups(path):
        assert files.contents(made.path), made.path
    return work.left(place, confirmed)


# logging
def _ready_to_log(place: Path) -> None:
    files.open_file(place / LOGGED)
    lifter = clients.add_lifter(Lifter(name="Ann"))
    log.add_session(lifter, Session(DAY, (LoggedExercise("back-squat"),)))
    files.close_file()


def _log(place: Path, tells: int) -> None:
    files.open_file(place / LOGGED)
    slot = log.session(1).exercises[0].id or 0
    while True:
        key = log.add_set(slot, LoggedSet(100.0, 5, load=100.0))
        os.write(tells, b"%d\n" % key)


def _logged(_place: Path, confirmed: list[int]) -> bool:
    stored = {entry.id for entry in log.session(1).exercises[0].sets}
    assert stored.issuperset(confirmed), f"{len(set(confirmed) - stored)} confirmed sets are gone"
    assert len(stored) <= len(confirmed) + 1, "sets that nobody logged"
    return False


# importing
def _ready_to_import(place: Path) -> None:
    files.open_file(place / LOGGED)
    clients.add_lifter(Lifter(name="Ann"))
    files.close_file()


def _import(place: Path, tells: int) -> None:
    files.open_file(place / LOGGED)
    preview = importing.preview(1, place.parent / EXPORT)
    os.write(tells, b"%d\n" % importing.commit(1, preview, DAY))


def _imported(_place: Path, confirmed: list[int]) -> bool:
    sets, listed = log.counts(1)[1], imports.imports(1)
    assert sets in (0, ROWS), f"{sets} of {ROWS} sets came in"
    assert len(listed) == (1 if sets else 0), "an import without its sets, or sets without it"
    assert sets or not confirmed, "a confirmed import is gone"
    return bool(sets)


# migrating
def _make_old(folder: Path) -> None:
    """Make a file of the first schema with so many sets that migrating takes a while."""
    shutil.copyfile(OLD, folder / BEFORE)
    with closing(sqlite3.connect(folder / BEFORE)) as connection, connection:
        columns = connection.execute("SELECT name FROM pragma_table_info('decision')")
        others = ", ".join(f'"{name}"' for (name,) in columns if name not in ("id", "uid"))
        connection.execute(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) "
            f"INSERT INTO decision (uid, {others}) "
            f"SELECT lower(hex(randomblob(16))), {others} FROM decision, n",
            (2 * ROWS,),
        )


def _ready_to_migrate(place: Path) -> None:
    shutil.copyfile(place.parent / BEFORE, place / LOGGED)


def _migrate(place: Path, tells: int) -> None:
    files.open_file(place / LOGGED)
    os.write(tells, b"1\n")


def _migrated(place: Path, confirmed: list[int]) -> bool:
    (decisions,) = open_connection().execute("SELECT count(*) FROM decision").fetchone()
    with closing(sqlite3.connect(place.parent / BEFORE)) as connection:
        assert (decisions,) == connection.execute("SELECT count(*) FROM decision").fetchone()
    (lifter,) = clients.lifters()
    assert log.counts(lifter.id or 0) == (1, 2)
    return bool(confirmed)


# restoring
def _make_backups(folder: Path) -> None:
    """Make two backups of one lifter: with nothing logged, and with a long log."""
    for name, sessions in ((SMALL, 0), (BIG, 200)):
        files.open_file(folder / "made.db")
        lifter = clients.lifters()[0].id if clients.lifters() else None
        lifter = lifter or clients.add_lifter(Lifter(name="Ann"))
        sets = (LoggedSet(100.0, 5, load=100.0),) * 20
        for _ in range(sessions):
            log.add_session(lifter, Session(DAY, (LoggedExercise("back-squat", sets),)))
        files.back_up(folder / name)
        files.close_file()


def _ready_to_restore(place: Path) -> None:
    shutil.copyfile(place.parent / SMALL, place / LOGGED)


def _restore(place: Path, tells: int) -> None:
    files.open_file(place / LOGGED)
    for name in (BIG, SMALL, BIG):
        files.restore(place.parent / name)
        os.write(tells, b"%d\n" % log.counts(1)[0])


def _restored(_place: Path, confirmed: list[int]) -> bool:
    sessions, sets = log.counts(1)
    assert (sessions, sets) in ((0, 0), (200, 4000)), f"{sets} sets, of neither backup"
    return len(confirmed) == 3


# merging
def _merge(place: Path, tells: int) -> None:
    tempfile.tempdir = str(place)  # where the copy of the other file is, which a kill leaves
    files.open_file(place / LOGGED)
    other = merging.fetch(place.parent / BIG)
    at_once(merging.apply(at_once(merging.look(other)), {}))
    os.write(tells, b"%d\n" % log.counts(1)[0])


def _merged(_place: Path, confirmed: list[int]) -> bool:
    counted = log.counts(1)
    assert counted in ((0, 0), (200, 4000)), f"{counted} sessions and sets: merged by half"
    assert counted[0] or not confirmed, "a confirmed merge is gone"
    return bool(counted[0])


WORKS = {
    "logging": Work(_ready_to_log, _log, _logged),
    "importing": Work(_ready_to_import, _import, _imported),
    "migrating": Work(_ready_to_migrate, _migrate, _migrated),
    "restoring": Work(_ready_to_restore, _restore, _restored),
    "merging": Work(_ready_to_restore, _merge, _merged),
}

if __name__ == "__main__":
    sys.exit(main())
