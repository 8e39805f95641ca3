"""What is acknowledged stays: full disks, killed processes, failed writes."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path

import pytest

from planner.engine.terms import LoggedExercise, LoggedSet, Session
from planner.storage import clients, database, imports, log, undo
from planner.storage.base import db
from planner.storage.problems import DiskProblem, FullDisk

DAY = date(2026, 3, 2)
SETS = tuple(LoggedSet(100.0, 5, note="x" * 200) for _ in range(40))
SESSION = Session(DAY, (LoggedExercise("squat", SETS),))

Dump = Callable[[], dict[str, list[tuple[object, ...]]]]
Disk = Callable[[int], AbstractContextManager[None]]


def test_a_full_disk_stops_an_import_and_leaves_nothing_of_it(ann: int, dump: Dump) -> None:
    before = dump()
    (pages,) = db.connection().execute("PRAGMA page_count").fetchone()
    db.connection().execute(f"PRAGMA max_page_count = {pages + 4}")

    def bring_in() -> None:
        with undo.step():
            key = imports.add_import(ann, "strong.csv", "Strong", DAY, "0" * 64)
            log.add_sessions(ann, [SESSION] * 50, key)

    with pytest.raises(FullDisk, match="disk is full"):
        bring_in()
    assert dump() == before
    db.connection().execute("PRAGMA max_page_count = 1000000")
    log.add_session(ann, SESSION)
    assert log.counts(ann) == (1, 40)


def _log_until_refused(lifter: int) -> int:
    for stored in range(1000):
        try:
            log.add_session(lifter, SESSION)
        except DiskProblem:
            return stored
    raise AssertionError("the disk never filled up")


def test_a_disk_that_fills_up_costs_only_the_write_that_did_not_fit(
    opened: Path, ann: int, disk_of: Disk
) -> None:
    for _ in range(30):
        log.add_session(ann, SESSION)
    database.close_database()
    database.open_database(opened)
    with disk_of(opened.stat().st_size - 4096):
        stored = 30 + _log_until_refused(ann)
        with pytest.raises(DiskProblem):
            database.back_up()
    database.close_database()
    database.open_database(opened)
    assert database.check().ok
    assert log.counts(ann) == (stored, 40 * stored)
    assert list((opened.parent / "backups").glob("*")) == []
    log.add_session(ann, SESSION)


def test_an_import_that_outgrows_the_disk_halfway_leaves_nothing(
    ann: int, dump: Dump, disk_of: Disk
) -> None:
    before = dump()

    def bring_in() -> None:
        with undo.step():
            key = imports.add_import(ann, "strong.csv", "Strong", DAY, "0" * 64)
            log.add_sessions(ann, [SESSION] * 200, key)

    with disk_of(2**20), pytest.raises(DiskProblem):
        bring_in()
    assert dump() == before
    bring_in()
    assert log.counts(ann) == (200, 8000)


WRITER = """
import sys
from datetime import date
from pathlib import Path
from planner.engine.terms import LoggedExercise, LoggedSet, Session
from planner.storage import clients, database, log
database.open_database(Path(sys.argv[1]))
(lifter,) = clients.lifters()
key = log.add_session(lifter.id, Session(date(2026, 3, 2), (LoggedExercise("squat"),)))
slot = log.session(key).exercises[0].id
while True:
    print(log.add_set(slot, LoggedSet(100.0, 5)), flush=True)
"""


@pytest.mark.parametrize("acknowledged", [1, 20, 70])
def test_a_killed_program_loses_no_set_that_it_confirmed(
    opened: Path, ann: int, acknowledged: int
) -> None:
    database.close_database()
    command = [sys.executable, "-c", WRITER, str(opened)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        confirmed = [int(writer.stdout.readline()) for _ in range(acknowledged)]
        writer.kill()
        confirmed += [int(line) for line in writer.stdout if line.endswith("\n")]
    if sys.platform != "win32":
        assert writer.returncode == -signal.SIGKILL
    database.open_database(opened)
    assert database.check().ok
    stored = {key for (key,) in db.connection().execute("SELECT id FROM logged_set")}
    assert set(confirmed) <= stored
    assert len(stored) <= len(confirmed) + 1


RESTORER = """
import sys
from pathlib import Path
from planner.storage import database
database.open_database(Path(sys.argv[1]))
print("ready", flush=True)
while True:
    for backup in sys.argv[2:]:
        database.restore(Path(backup))
"""


def test_a_program_killed_while_it_restores_has_the_old_or_the_new_file(
    opened: Path, ann: int, tmp_path: Path
) -> None:
    small = database.back_up(tmp_path / "small.db")
    for _ in range(10):
        log.add_session(ann, SESSION)
    large = database.back_up(tmp_path / "large.db")
    database.close_database()
    command = [sys.executable, "-c", RESTORER, *map(str, (opened, small, large))]
    for pause in (0.0, 0.05, 0.11):
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as restorer:
            assert restorer.stdout is not None
            restorer.stdout.readline()
            with pytest.raises(subprocess.TimeoutExpired):
                restorer.wait(pause)
            restorer.kill()
        database.open_database(opened)
        assert database.check().ok
        assert log.counts(ann) in ((0, 0), (10, 400))
        database.close_database()


def test_a_lifter_added_in_a_step_that_fails_is_not_there(opened: Path, ann: int) -> None:
    with pytest.raises(LookupError):
        log.add_session(ann, Session(DAY, (LoggedExercise("squat"), LoggedExercise("unknown"))))
    assert log.counts(ann) == (0, 0)
    assert [lifter.id for lifter in clients.lifters()] == [ann]
