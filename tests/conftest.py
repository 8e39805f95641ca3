"""What all tests stand on: no screen, one locale and time zone, databases of their own."""

from __future__ import annotations

import gc
import hashlib
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from functools import cache
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LC_ALL"] = "C.UTF-8"
os.environ["TZ"] = "Europe/Berlin"
if hasattr(time, "tzset"):
    time.tzset()

import pytest
from hypothesis import settings
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from planner import cli, language
from planner.coach import export_files, exporting, garbage, library
from planner.coach.export_files import Export, Kind, Ready
from planner.coach.parts import at_once
from planner.engine.terms import Experience, Lifter
from planner.storage import clients, database as storage, file_place, preparing
from planner.ui import languages

QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
languages.write_as_here()

settings.register_profile("planner", deadline=None, max_examples=50, print_blob=True)
settings.load_profile("planner")


STRONG = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,"
    "Workout Notes,RPE\n"
)


# The same passphrase with the same salt makes the same key, after a tenth of a second each time.
hashlib.pbkdf2_hmac = cache(hashlib.pbkdf2_hmac)

NOW = datetime(2026, 11, 5, 10, 30)
MEMORY = Path("/dev", "shm")  # where Linux keeps files in memory: no test waits for a disk
if MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > 2**31:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


def pytest_collection_finish() -> None:
    """Keep what stays to the end from the garbage collector: it would walk through all of it."""
    gc.collect()
    gc.freeze()
    gc.disable()


def pytest_runtest_logfinish() -> None:
    """Look for garbage between tests, as the program does between events."""
    garbage.collect_due()


@pytest.fixture(autouse=True, scope="session")
def _temporary_folder() -> Iterator[None]:
    """Keep what the program leaves among temporary files from those of the computer.

    It sweeps there at every start, which takes the longer the more has been left.
    """
    root = os.environ.get("PYTEST_DEBUG_TEMPROOT")
    before, tempfile.tempdir = tempfile.tempdir, tempfile.mkdtemp(prefix="tests-", dir=root)
    Path(tempfile.tempdir).chmod(0o711)  # others, too, have to reach what tests give them there
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TMPDIR", tempfile.tempdir)  # for what is started
        yield
    shutil.rmtree(tempfile.tempdir, ignore_errors=True)
    tempfile.tempdir = before


@pytest.fixture(autouse=True)
def _nothing_left_behind() -> Iterator[None]:
    """Fail the test that leaves a dialog open or another language, not those that come after."""
    before = _left()
    yield
    after, left_open = _left(), (QApplication.activePopupWidget(), QApplication.activeModalWidget())
    for each in filter(None, left_open):
        each.close()
    assert (after, left_open) == (before, (None, None))


def _left() -> tuple[object, ...]:
    held = QApplication.mouseButtons()
    return language.in_use(), QLocale(), QApplication.translate("QShortcut", "Ctrl"), held


@pytest.fixture(autouse=True)
def _data_folder(
    tmp_path_factory: pytest.TempPathFactory,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Keep every test away from the real data of whoever runs it, in a folder it has to make."""
    folder = tmp_path_factory.getbasetemp() / f"data-{id(request.node)}"
    monkeypatch.setenv("PLANNER_DATA_DIR", str(folder))


@pytest.fixture(scope="session")
def _library_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make, once, a closed database that has the library in it, to be copied."""
    path = tmp_path_factory.mktemp("library") / "library.db"
    storage.open_database(path)
    library.ensure()
    storage.close_database()
    return path


@pytest.fixture
def stocked(tmp_path: Path, _library_file: Path) -> Path:
    """Return a closed database file that holds the exercise library, and nothing else."""
    return Path(shutil.copy(_library_file, tmp_path / "planner.db"))  # whose alone, too


@pytest.fixture
def database(stocked: Path) -> Iterator[Path]:
    """Open a new database file that holds the exercise library, and nothing else.

    It is not looked over first: it was made and closed soundly a moment ago, and the look takes
    longer than most tests.
    """
    storage.close_database()
    file_place.take(stocked)
    preparing.choose_journal(stocked)
    storage._attach()
    yield stocked
    storage.close_database()


@pytest.fixture
def lifter(database: Path) -> int:
    """Store a lifter in `database` and return the id."""
    return clients.add_lifter(
        Lifter(name="Sam Lifter", experience=Experience.INTERMEDIATE, bodyweight_kg=80.0)
    )


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Return a function that runs a command on one database: (exit code, output, errors)."""

    def command(*arguments: object) -> tuple[int, str, str]:
        code = cli.main([str(part) for part in arguments], tmp_path / "planner.db")
        said = capsys.readouterr()
        return code, said.out, said.err

    return command


@pytest.fixture
def disk_of() -> Callable[[int], AbstractContextManager[None]]:
    """Return what lets no file grow beyond so many bytes, like a disk that is full."""
    resource = pytest.importorskip("resource", reason="file size limits are POSIX's")

    @contextmanager
    def limit(size: int) -> Iterator[None]:
        before = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)

    return limit


@pytest.fixture
def export() -> Callable[..., Ready]:
    """Return what exports one lifter, or everybody, to a file of the kind that its suffix says."""

    def write(path: Path, lifter_id: int | None = None, private: bool = False) -> Ready:
        ids = tuple(exporting.everybody()) if lifter_id is None else (lifter_id,)
        kind, everything = Kind(path.suffix[1:]), lifter_id is None
        made = at_once(export_files.reading(Export(kind, ids, NOW, private, everything=everything)))
        export_files.write(made, path)
        return made

    return write


@pytest.fixture
def strong(tmp_path: Path) -> Path:
    """Write a log of eight squat sessions as the Strong app exports it."""
    lines = [
        f'2026-0{1 + n // 4}-{1 + 7 * (n % 4):02d} 18:00:00,"Legs",1h,"Squat (Barbell)",{s},'
        f'{80 + 2.5 * n},5,0,0,"","",8\n'
        for n in range(8)
        for s in (1, 2, 3)
    ]
    path = tmp_path / "strong.csv"
    path.write_text(STRONG + "".join(lines), "utf-8")
    return path
