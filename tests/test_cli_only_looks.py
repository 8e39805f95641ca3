"""What only reads writes not a byte, also while no window is open."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from planner.coach import backup_place

EARLIER = Path(__file__).parent / "data" / "databases" / "schema-5.db"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def logged(stocked: Path, run: Run, strong: Path) -> Path:
    run("import", strong, "--unit", "kg")
    return stocked


def test_commands_that_read_write_not_a_byte(
    logged: Path, run: Run, strong: Path, tmp_path: Path
) -> None:
    run("handover", "--out", tmp_path / "me.planner")
    before, written = logged.read_bytes(), logged.stat().st_mtime_ns
    for arguments in (
        ("check",),
        ("suggest",),
        ("replay",),
        ("export", "--format", "csv", "--out", tmp_path / "log.csv"),
        ("handover", "--out", tmp_path / "again.planner"),
        ("backup",),
        ("import", strong, "--lifter", "Somebody new", "--unit", "kg", "--dry-run"),
        ("merge", tmp_path / "me.planner", "--dry-run"),
    ):
        code, _, said = run(*arguments)
        assert (code, said) == (0, ""), arguments
        assert (logged.read_bytes(), logged.stat().st_mtime_ns) == (before, written), arguments
        assert not list(tmp_path.glob("planner.db-*"))


def test_a_dry_run_makes_no_database(run: Run, strong: Path, tmp_path: Path, logged: Path) -> None:
    run("handover", "--out", tmp_path / "me.planner")
    home = tmp_path / "home"
    home.mkdir()
    code, said, _ = run("--db", home / "new.db", "import", strong, "--unit", "kg", "--dry-run")
    assert (code, "24 new sets" in said) == (0, True)
    code, said, _ = run("--db", home / "new.db", "merge", tmp_path / "me.planner", "--dry-run")
    assert (code, "Me (new here)" in said) == (0, True)
    assert not list(home.iterdir())


def test_a_backup_goes_to_the_place_that_was_chosen_and_says_when_that_is_missing(
    logged: Path, run: Run, tmp_path: Path
) -> None:
    stick = tmp_path / "STICK"
    stick.mkdir()
    folder = backup_place.choose(logged, stick).chosen
    _, said, _ = run("backup")
    assert Path(said.strip().removeprefix("Backed up to ")).parent == folder
    shutil.rmtree(stick)
    code, said, _ = run("backup")
    first, second = said.splitlines()
    assert code == 0
    assert first.startswith(f"Backed up to {logged.parent / 'backups'}")
    assert second == f"  Not to the place that was chosen: {folder} is not there."


def make_earlier(path: Path) -> None:
    shutil.copyfile(EARLIER, path)


def make_library_earlier(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        file.execute("UPDATE setting SET value = '' WHERE key = 'library_version'")


@pytest.mark.parametrize("spoil", [make_earlier, make_library_earlier])
def test_what_an_earlier_version_wrote_is_brought_up_to_date_first(
    run: Run, stocked: Path, spoil: Callable[[Path], None]
) -> None:
    spoil(stocked)
    before = stocked.read_bytes()
    code, said, _ = run("check")
    assert (code, "The database is sound." in said) == (0, True)
    now = stocked.read_bytes()
    assert now != before
    run("check")
    assert stocked.read_bytes() == now


@pytest.mark.parametrize("command", ["check", "backup", "export --format json --out all.json"])
def test_before_an_earlier_file_is_brought_up_to_date_it_is_backed_up(
    run: Run, stocked: Path, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_earlier(stocked)
    monkeypatch.chdir(stocked.parent)
    assert run(*command.split())[0] == 0
    (made,) = stocked.parent.glob("backups/*_update.db")
    assert lifters_by_schema(made) == lifters_by_schema(EARLIER)
    assert lifters_by_schema(stocked)[0] > lifters_by_schema(made)[0]


def test_a_file_that_cannot_be_backed_up_first_stays_as_it_is(run: Run, stocked: Path) -> None:
    make_earlier(stocked)
    (stocked.parent / "backups").write_text("a file in the folder's place")
    code, _, said = run("check")
    assert (code, "cannot be written" in said) == (1, True)
    assert lifters_by_schema(stocked) == lifters_by_schema(EARLIER)


def lifters_by_schema(path: Path) -> tuple[int, list[str]]:
    """Return the schema of a file, and its lifters."""
    with closing(sqlite3.connect(path)) as file:
        (schema,) = file.execute("PRAGMA user_version").fetchone()
        return schema, [name for (name,) in file.execute("SELECT name FROM lifter ORDER BY 1")]


def test_the_help_says_that_an_earlier_file_is_brought_up_to_date(run: Run) -> None:
    said = " ".join(run("--help")[1].split())
    assert "one that an earlier version wrote is backed up and brought up to date first" in said
