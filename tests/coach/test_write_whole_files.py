"""A file that is exported is written whole or not at all, and never over the database."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from planner.coach import clients, files, whole_file


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    whole_file.write(tmp_path / "log.csv", b"Date,Exercise\n")
    assert [path.name for path in tmp_path.iterdir()] == ["log.csv"]
    assert (tmp_path / "log.csv").read_bytes() == b"Date,Exercise\n"


def test_a_full_disk_leaves_what_was_there(
    tmp_path: Path, disk_of: Callable[[int], AbstractContextManager[None]]
) -> None:
    path = tmp_path / "log.csv"
    whole_file.write(path, b"of yesterday")
    with disk_of(1000), pytest.raises(OSError, match=r"log\.csv"):
        whole_file.write(path, bytes(2000))
    assert path.read_bytes() == b"of yesterday"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("end", ["", "-wal", "-shm"])
def test_the_open_database_is_never_written_over(database: Path, lifter: int, end: str) -> None:
    path = database.with_name(database.name + end)
    before = path.read_bytes()
    with pytest.raises(OSError, match="it is the training database itself"):
        whole_file.write(path, b"not a database")
    assert path.read_bytes() == before
    assert clients.lifter(lifter).name == "Sam Lifter"
    assert files.check().ok


def test_nor_is_it_under_another_name(database: Path, lifter: int, tmp_path: Path) -> None:
    link = tmp_path / "my log.csv"
    link.symlink_to(database)
    with pytest.raises(OSError, match="it is the training database itself"):
        whole_file.write(link, b"not a database")
    assert files.check().ok


def test_only_its_owner_may_read_what_is_written(tmp_path: Path) -> None:
    path = tmp_path / "everything.json"
    before = os.umask(0o022)
    try:
        whole_file.write(path, b"{}")
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
