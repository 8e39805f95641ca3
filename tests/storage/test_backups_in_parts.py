"""Backups and restores tell how far they are, on any thread, and can be stopped at any point."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from threading import Thread

import pytest

from planner.engine.terms import Lifter, LoggedExercise, LoggedSet, Session
from planner.storage import backups, clients, database, inspection, log, meanwhile, migrations
from planner.storage.backup_names import Reason
from planner.storage.telling import Progress, heard, part_of, unheard

SESSION = Session(date(2026, 3, 2), (LoggedExercise("squat", (LoggedSet(100.0, 5),)),))


class Stopped(Exception):
    """Raised by a user who has waited long enough."""


def stopping(after: int) -> Progress:
    """Return what stops the work when it is told for the last time allowed."""
    left = [after]

    def told(_done: int, _total: int) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise Stopped

    return told


@pytest.fixture
def busy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let even a small file be worked on in many parts."""
    monkeypatch.setattr(backups, "_PAGES", 4)
    monkeypatch.setattr("planner.storage.telling.STEPS", 100)


def shares(work: Callable[[Progress], object]) -> list[float]:
    told: list[float] = []
    work(lambda done, total: told.append(done / total))
    return told


@pytest.mark.usefixtures("busy", "ann")
def test_a_backup_tells_how_far_it_is_from_nothing_to_all(opened: Path) -> None:
    told = shares(meanwhile.backing_up(Reason.DAILY))
    assert len(told) > 20
    assert told == sorted(told)
    assert told[0] < 0.1
    assert 0.5 < told[-1] <= 1


@pytest.mark.usefixtures("busy", "ann")
@pytest.mark.parametrize("after", [0, 1, 5, 20])
def test_a_backup_that_is_stopped_leaves_nothing_behind(opened: Path, after: int) -> None:
    with pytest.raises(Stopped):
        meanwhile.backing_up(Reason.DAILY)(stopping(after))
    assert list((opened.parent / "backups").iterdir()) == []
    assert database.check().ok


def test_a_backup_is_made_on_another_thread_while_sets_are_logged(opened: Path, ann: int) -> None:
    made: list[object] = []
    work = meanwhile.backing_up(Reason.DAILY)
    thread = Thread(target=lambda: made.append(work(unheard)))
    thread.start()
    for _ in range(20):
        log.add_session(ann, SESSION)
    thread.join()
    (written,) = made
    assert isinstance(written, backups.Written)
    counted = inspection.counts_of(written.path)
    assert counted["session"] == counted["logged_set"] <= 20
    assert log.counts(ann) == (20, 20)


@pytest.mark.usefixtures("busy")
def test_a_restore_that_is_stopped_anywhere_leaves_all_as_it_was(opened: Path, ann: int) -> None:
    old = database.back_up()
    log.add_session(ann, SESSION)
    stops = 0
    while log.counts(ann) == (1, 1):
        with suppress(Stopped), database.restoring(old) as work:
            work(stopping(stops))
            break
        assert log.counts(ann) == (1, 1)
        stops += 7
    assert log.counts(ann) == (0, 0)
    assert stops > 40
    assert database.check().ok


def test_a_restore_names_the_backup_of_what_was_there(opened: Path, ann: int) -> None:
    old = database.back_up()
    log.add_session(ann, SESSION)
    with database.restoring(old) as work:
        assert not database.is_open()
        kept = work(unheard)
    assert database.is_open()
    assert kept is not None
    assert inspection.counts_of(kept)["session"] == 1


def test_a_backup_whose_schema_cannot_be_brought_to_todays_is_taken_out_again(
    opened: Path, ann: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = Path(shutil.copyfile(database.back_up(), opened.parent / "old.db"))
    database.close_database()
    step = ("ALTER TABLE lifter ADD COLUMN height_cm REAL",)
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, step))
    database.open_database(opened)
    clients.add_lifter(Lifter(name="Ben"))
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS[:-1], ("no SQL",)))
    with pytest.raises(Exception, match="syntax"):
        database.restore(old)
    assert [made.name for made in clients.lifters()] == ["Ann", "Ben"]


def test_what_is_wrong_in_a_long_statement_is_not_taken_for_a_stop(opened: Path) -> None:
    from planner.storage.base import open_connection

    with (
        pytest.raises(Exception, match="no such table"),
        heard(open_connection(), lambda _done, _total: None, 100),
    ):
        open_connection().execute("SELECT * FROM nowhere")


@pytest.mark.usefixtures("busy")
def test_a_stop_at_the_end_of_a_statement_counts_too(opened: Path) -> None:
    from planner.storage.base import open_connection

    def looked() -> None:
        with heard(open_connection(), stopping(0), 100):
            inspection.faults(open_connection())

    with pytest.raises(Stopped):
        looked()


def test_parts_of_a_work_tell_their_share_of_the_whole() -> None:
    told: list[float] = []
    whole: Progress = lambda done, total: told.append(done / total)  # noqa: E731
    part_of(whole, 0.5, 1)(1, 2)
    part_of(whole, 0.5, 1)(9, 2)
    part_of(whole, 0, 0.5)(0, 0)
    assert told == [0.75, 1.0, 0.0]
