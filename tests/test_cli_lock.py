"""The command line and lifters who are locked."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from planner import cli_lifters
from planner.coach import clients, files, lifter_lock

Run: TypeAlias = Callable[..., tuple[int, str, str]]


class Keyboard:
    """Somebody who sits at a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


@pytest.fixture
def locked(database: Path, lifter: int) -> Path:
    """Lock the only lifter, and close the file."""
    lifter_lock.store_lock(clients.lifter(lifter), "4711", 5)
    lifter_lock.close_others([])
    files.close_file()
    return database


def type_in(monkeypatch: pytest.MonkeyPatch, *pins: str) -> None:
    """Let somebody type PINs, one after another."""
    left = list(pins)
    monkeypatch.setattr(sys, "stdin", Keyboard())
    monkeypatch.setattr(cli_lifters, "getpass", lambda _asked: left.pop(0))


def test_without_a_terminal_a_locked_lifter_stays_locked(locked: Path, run: Run) -> None:
    code, out, told = run("suggest")
    assert (code, out) == (1, "")
    assert "Sam Lifter is locked" in told


def test_at_a_terminal_the_pin_is_asked_for(
    locked: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_in(monkeypatch, "0000", "4711")
    assert run("suggest")[0] == 0
    type_in(monkeypatch, "0000", "1111", "2222")
    code, _, told = run("suggest")
    assert (code, told) == (1, "That is not the PIN of Sam Lifter.\n")


def test_nothing_is_imported_for_a_locked_lifter(locked: Path, run: Run, strong: Path) -> None:
    code, _, told = run("import", strong)
    assert code == 1
    assert "locked" in told


def test_everybody_means_those_who_are_not_locked(locked: Path, run: Run, tmp_path: Path) -> None:
    code, out, _ = run("export", "--format", "json", "--out", tmp_path / "all.json")
    assert code == 0
    assert "Left out, since locked: Sam Lifter." in out
    assert "Sam Lifter" not in (tmp_path / "all.json").read_text("utf-8")
