"""The demo from the command line: what it writes, and what comes of its database."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from planner.coach import files
from tests.paper import text_of

Run = Callable[..., tuple[int, str, str]]


class Demo(NamedTuple):
    """A demo as it was made, to be read only: its exit code, the paths it told and its folder."""

    code: int
    paths: list[Path]
    folder: Path


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    """Make the demo once, for it takes seconds; its windows and dark look end with its process."""
    home = tmp_path_factory.mktemp("demo")
    made = subprocess.run(
        [sys.executable, "-m", "planner", "demo", "--out", home / "demo"],
        env={**os.environ, "PLANNER_DATA_DIR": str(home / "data")},
        cwd=Path(__file__).parent.parent,
        capture_output=True,
        text=True,
    )
    return Demo(made.returncode, [Path(line) for line in made.stdout.splitlines()], home / "demo")


def test_the_demo_has_every_picture_and_a_sheet_for_everyone(demo: Demo) -> None:
    assert demo.code == 0
    assert len(demo.paths) == 10
    pictures = {path.stem for path in demo.folder.glob("*.png")}
    assert pictures == {
        f"{tab}-{look}" for tab in ("planner", "log", "charts") for look in ("light", "dark")
    }
    text = text_of(demo.folder / "sheet.pdf")
    for expected in (
        "Sample lifter",
        "Ada Novak",
        "Ben Okafor",
        "Back squat",
        str(date.today().year),
    ):
        assert expected in text


def test_the_demo_is_backed_up_on_its_day_and_the_backup_can_be_restored(
    demo: Demo, run: Run, tmp_path: Path
) -> None:
    database, backup = demo.paths[:2]
    (made,) = files.backups(database)
    assert made.path == backup
    assert (made.made_at.isoweekday(), made.reason) == (4, files.Reason.DAILY)
    assert files.contents(made.path)["lifter"] == 3
    assert run("--db", tmp_path / "other.db", "restore", backup)[0] == 0


def test_a_second_demo_in_the_same_folder_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "demo.db").write_bytes(b"")
    code, _, err = run("demo", "--out", tmp_path)
    assert code == 1
    assert "empty folder" in err


def test_everything_exported_as_json_comes_back_in_an_empty_database(
    demo: Demo, run: Run, tmp_path: Path
) -> None:
    here, there = tmp_path / "demo.db", tmp_path / "other.db"
    shutil.copyfile(demo.paths[0], here)
    run("export", "--db", here, "--format", "json", "--out", tmp_path / "all.json")
    code, out, _ = run("import", "--db", there, tmp_path / "all.json", "--json")
    assert code == 0
    assert json.loads(out)["lifters"] == ["Ada Novak", "Ben Okafor", "Sample lifter"]
    _, before, _ = run("check", "--db", here)
    _, after, _ = run("check", "--db", there)
    counted = ("logged_set", "session", "planned_set", "check_in", "mesocycle", "bodyweight")
    for name in counted:
        line = next(row for row in before.splitlines() if row.strip().startswith(f"{name}:"))
        assert line in after
