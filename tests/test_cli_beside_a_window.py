"""The command line beside an open window: what only reads leaves the file as it is."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from planner.coach import steps
from planner.storage import clients

Command = Callable[..., str]


@pytest.fixture
def beside(database: Path) -> Command:
    """Return what runs a command in a process of its own, on the file that is open here."""

    def command(*arguments: object) -> str:
        line = [sys.executable, "-m", "planner", "--db", database, *arguments]
        done = subprocess.run([*map(str, line)], capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return done.stdout

    return command


@pytest.fixture
def handed_over(lifter: int, beside: Command, tmp_path: Path) -> Path:
    """Return a file that brings nothing new."""
    beside("handover", "--out", tmp_path / "ada.planner")
    return tmp_path / "ada.planner"


def test_what_only_reads_leaves_the_next_step_and_undo_as_they_are(
    lifter: int, beside: Command, handed_over: Path, strong: Path, tmp_path: Path
) -> None:
    _, step = steps.do(lambda: clients.change_setting("paper", "a4"))
    steps.changed_elsewhere()
    for arguments in (
        ("check",),
        ("suggest",),
        ("replay",),
        ("export", "--format", "json", "--out", tmp_path / "all.json"),
        ("handover", "--out", tmp_path / "more.planner"),
        ("backup",),
        ("import", strong, "--unit", "kg", "--dry-run"),
        ("import", strong, "--lifter", "Somebody new", "--unit", "kg", "--dry-run"),
        ("merge", handed_over, "--dry-run"),
        ("merge", handed_over),
    ):
        beside(*arguments)
        assert not steps.changed_elsewhere(), arguments
    steps.revert(step)
    assert clients.setting("paper") != "a4"


def test_what_is_written_beside_the_window_is_noticed_there(
    lifter: int, beside: Command, strong: Path
) -> None:
    steps.changed_elsewhere()
    beside("import", strong, "--unit", "kg")
    assert steps.changed_elsewhere()
