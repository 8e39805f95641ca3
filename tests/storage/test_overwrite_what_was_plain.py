"""What was plain before a passphrase is overwritten, and no power cut costs the data."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from planner.storage import clients, conversion, database, driver, protection
from planner.storage.base import open_connection
from planner.storage.telling import unheard
from tests import needed

pytest.importorskip("sqlcipher3")
WORDS = "correct horse's battery ünd staple"
MB = 2**20
CHANGING = """
import sys
from pathlib import Path
from planner.storage import database, protection
path = Path(sys.argv[1])
database.open_database(path)
with protection.changing(path, "seven quiet lifters eat rice") as work:
    work(lambda _done, _total: None)
database.close_database()
"""


@pytest.fixture(autouse=True)
def _forgotten() -> Iterator[None]:
    driver.forget()
    yield
    driver.forget()


@pytest.fixture
def roomy(opened: Path, ann: int) -> Path:
    """Let the open file have megabytes of room that is free again."""
    open_connection().execute("INSERT INTO setting VALUES ('x', hex(zeroblob(1500000)), 1)")
    open_connection().execute("DELETE FROM setting WHERE key = 'x'")
    return opened


def before(path: Path) -> Path:
    """Return what a file is called from when it has another key until it is overwritten."""
    return path.with_name(f"{path.name}.before-passphrase")


def converted(path: Path) -> Path:
    """Return what a file with another key is called until it takes the file's place."""
    return path.with_name(f"{path.name}.converted")


def test_what_cannot_be_overwritten_is_told_and_the_file_is_open_and_protected(
    roomy: Path, ann: int, disk_of: Callable[[int], AbstractContextManager[None]]
) -> None:
    with protection.changing(roomy, WORDS) as work, disk_of(MB):
        assert work(unheard) == before(roomy)
    assert protection.is_set()
    assert clients.lifter(ann).name == "Ann"
    database.close_database()
    with disk_of(MB):
        conversion.sweep(roomy)  # neither can the next start, which goes on
    assert before(roomy).exists()
    conversion.sweep(roomy)
    assert not before(roomy).exists()
    database.open_database(roomy)
    assert clients.lifter(ann).name == "Ann"


def test_what_an_earlier_change_left_is_overwritten_by_the_next_one(opened: Path, ann: int) -> None:
    before(opened).write_bytes(b"plain")
    old = opened.with_name("another name of it")
    old.hardlink_to(opened)
    with protection.changing(opened, WORDS) as work:
        assert work(unheard) is None
    assert not any(old.read_bytes())
    assert not before(opened).exists()
    assert clients.lifter(ann).name == "Ann"


def test_a_power_cut_that_lost_the_name_of_the_new_file_costs_nothing(
    opened: Path, ann: int
) -> None:
    plain = opened.with_name("plain")
    database.close_database()
    shutil.copyfile(opened, plain)
    database.open_database(opened)
    with protection.changing(opened, WORDS) as work:
        work(unheard)
    database.close_database()
    opened.rename(converted(opened))
    opened.write_bytes(bytes(4096) + plain.read_bytes()[4096:])
    before(opened).hardlink_to(opened)
    conversion.sweep(opened)
    database.open_database(opened)
    assert clients.lifter(ann).name == "Ann"
    assert not converted(opened).exists()
    assert not before(opened).exists()


@needed.to_be_traced()
def test_the_disk_has_the_new_file_and_its_name_before_the_old_one_is_overwritten(
    closed: Path, tmp_path: Path
) -> None:
    trace = tmp_path / "trace"
    calls = "trace=fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat"
    subprocess.run(
        ["strace", "-f", "-y", "-e", calls, "-o", str(trace), sys.executable, "-c", CHANGING,
         str(closed)],
        check=True,
    )  # fmt: skip
    done = trace.read_text("utf-8").replace(str(closed.parent), "FOLDER")
    kept = re.search(
        rf"sync\(\d+<FOLDER/{closed.name}\.converted>\).*"
        rf"rename\w*\(.*{closed.name}\.converted.*"
        r"sync\(\d+<FOLDER>\).*"
        rf"sync\(\d+<FOLDER/{closed.name}\.before-passphrase>\)",
        done,
        re.DOTALL,
    )
    assert kept, done


def test_what_a_crash_left_is_wiped_at_the_next_start_and_never_the_file_itself(
    closed: Path,
) -> None:
    left = closed.with_name(f"{closed.name}.before-passphrase")
    left.hardlink_to(closed)
    conversion.sweep(closed)
    assert closed.stat().st_size
    assert not left.exists()
    left.write_bytes(b"what was plain before")
    closed.with_name(f"{closed.name}.converted").write_bytes(b"half")
    conversion.sweep(closed)
    assert [path.name for path in closed.parent.glob(f"{closed.name}.*")] == []
    left.write_bytes(b"all there is")
    closed.unlink()
    conversion.sweep(closed)
    assert left.exists()
