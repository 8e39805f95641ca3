"""A full disk stops the backup of a protected file as it stops any other's."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from pathlib import Path

import pytest

from planner.storage import backups, database, driver, protection
from planner.storage.base import open_connection
from planner.storage.problems import DiskProblem, FullDisk, plainly
from planner.storage.telling import unheard

pytest.importorskip("sqlcipher3")
Disk = Callable[[int], AbstractContextManager[None]]


@pytest.fixture
def protected(opened: Path, ann: int) -> Path:
    driver.forget()
    with protection.changing(opened, "correct horse battery staple") as work:
        work(unheard)
    return opened


def test_a_backup_that_finds_no_room_says_so_and_leaves_nothing(
    protected: Path, disk_of: Disk
) -> None:
    before = sorted(protected.parent.rglob("*.db*"))
    with disk_of(8192), pytest.raises(DiskProblem):
        database.back_up()
    assert sorted(protected.parent.rglob("*.db*")) == before
    assert database.check().ok


def test_a_disk_that_is_full_is_told_by_that_word(protected: Path, tmp_path: Path) -> None:
    source = open_connection()
    with closing(driver.connect_like(source, tmp_path / "copy.db")) as copy:
        copy.execute("PRAGMA max_page_count = 3")
        with pytest.raises(FullDisk, match="make some room"), plainly():
            backups.pour(source, copy)
