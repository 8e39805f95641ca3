"""Only the owner may read what is stored, wherever the file system can keep others out."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from planner.engine.terms import Lifter
from planner.storage import clients, database, driver, handover, owner_only, protection
from planner.storage.telling import unheard

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="permissions are POSIX's")


@pytest.fixture(autouse=True)
def _usual_mask() -> Iterator[None]:
    before = os.umask(0o022)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_file_its_log_and_its_backups_are_the_owners(tmp_path: Path) -> None:
    path = tmp_path / "new" / "planner.db"
    database.open_database(path)
    clients.add_lifter(Lifter(name="Ann"))
    made = [path, *path.parent.glob("planner.db-*"), database.back_up()]
    assert len(made) == 4
    assert {mode(each) for each in made} == {0o600}
    assert mode(path.parent) == mode(path.parent / "backups") == 0o700
    assert not database.was_open_to_others()
    database.close_database()


def test_a_file_that_others_could_read_is_closed_to_them_once(closed: Path) -> None:
    closed.chmod(0o644)
    (closed.parent / "backups").mkdir(0o755)
    database.open_database(closed)
    assert database.was_open_to_others()
    assert mode(closed) == mode(closed.with_name(closed.name + "-wal")) == 0o600
    assert mode(closed.parent / "backups") == 0o700
    database.open_database(closed)
    assert not database.was_open_to_others()
    database.close_database()


def test_a_file_whose_passphrase_goes_is_the_owners_while_it_is_written(
    opened: Path, ann: int
) -> None:
    pytest.importorskip("sqlcipher3")
    with protection.changing(opened, "seven quiet lifters") as work:
        work(unheard)
    seen: set[int] = set()

    def look(_done: int, _total: int) -> None:
        seen.update(map(mode, opened.parent.glob("*.converted")))

    with protection.changing(opened, "") as work:
        work(look)
    driver.forget()
    assert seen == {0o600}
    assert mode(opened) == 0o600


def test_a_file_for_another_computer_is_the_owners_while_it_is_written(
    tmp_path: Path, ann: int
) -> None:
    wanted = handover.Wanted([ann], {}, lambda _table, row: row)
    writing = handover.write(wanted, tmp_path / "Ann.planner", unheard)
    seen = {mode(each) for _ in writing for each in tmp_path.glob(".Ann*.part")}
    assert seen == {mode(tmp_path / "Ann.planner")} == {0o600}


def test_a_backup_put_in_place_is_the_owners(closed: Path) -> None:
    backup = Path(closed.rename(closed.with_name("backup.db")))
    backup.chmod(0o644)
    database.open_database(closed)
    database.close_database()
    closed.write_bytes(b"")
    database.restore(backup)
    assert mode(closed) == 0o600
    database.close_database()


def test_where_nobody_can_be_kept_out_all_stays_as_it_is(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed.chmod(0o644)

    def refuse(_path: Path, _mode: int) -> None:
        raise PermissionError("not on this file system")

    monkeypatch.setattr(Path, "chmod", refuse)
    assert not owner_only.close_to_others(closed)
    monkeypatch.setattr(Path, "chmod", lambda _path, _mode: None)  # as on FAT
    assert not owner_only.close_to_others(closed)
    database.open_database(closed)
    assert not database.was_open_to_others()
    database.close_database()
