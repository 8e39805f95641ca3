"""The command line on a database that a passphrase protects."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from planner import cli_passphrase
from planner.coach import files, passphrase
from planner.storage import driver
from planner.storage.telling import unheard

pytest.importorskip("sqlcipher3")
WORDS = "seven quiet lifters eat rice"
Run: TypeAlias = Callable[..., tuple[int, str, str]]


class Keyboard:
    """Somebody who sits at a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


@pytest.fixture
def protected(database: Path, lifter: int) -> Path:
    """Give the database of the commands a passphrase, and close it."""
    with passphrase.changing(database, WORDS) as work:
        work(unheard)
    files.close_file()
    return database


@pytest.fixture
def typing(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """Return a function that lets somebody type passphrases, one after another."""

    def begin(*words: str) -> list[str]:
        left = list(words)
        monkeypatch.setattr(sys, "stdin", Keyboard())
        monkeypatch.setattr(cli_passphrase, "getpass", lambda _asked: left.pop(0))
        return left

    return begin


@pytest.fixture
def on_file(tmp_path: Path) -> Path:
    """Write the passphrase into a file."""
    path = tmp_path / "words.txt"
    path.write_text(f"{WORDS}\n", "utf-8")
    return path


def test_the_passphrase_comes_from_a_file(protected: Path, run: Run, on_file: Path) -> None:
    code, out, _ = run("check", "--passphrase-file", on_file)
    assert code == 0
    assert "sound" in out
    assert driver.key_of(Path("nothing")) == ""


def test_a_file_that_is_handed_over_says_that_it_is_not_protected(
    protected: Path, run: Run, on_file: Path, tmp_path: Path
) -> None:
    out = tmp_path / "handed.planner"
    code, said, _ = run("handover", "--out", out, "--passphrase-file", on_file)
    assert code == 0
    assert said.endswith("this file has none: whoever gets hold of it can read it.\n")


def test_without_it_nothing_is_done_and_the_way_is_told(protected: Path, run: Run) -> None:
    code, _, told = run("check")
    assert code == 1
    assert "protected by a passphrase" in told
    assert "--passphrase-file" in told


def test_a_wrong_one_in_a_file_is_told(protected: Path, run: Run, on_file: Path) -> None:
    on_file.write_text("seven loud lifters", "utf-8")
    code, _, told = run("suggest", "--passphrase-file", on_file)
    assert (code, told) == (1, "That is not the passphrase of planner.db.\n")


@pytest.mark.parametrize(("held", "told"), [(b"", "is empty"), (b"\xff\xfe\xfa", "no text")])
def test_a_file_that_holds_none_is_told(
    protected: Path, run: Run, on_file: Path, held: bytes, told: str
) -> None:
    on_file.write_bytes(held)
    code, _, said = run("check", "--passphrase-file", on_file)
    assert code == 1
    assert told in said


def test_a_file_that_is_not_there_is_told(protected: Path, run: Run, tmp_path: Path) -> None:
    code, _, told = run("check", "--passphrase-file", tmp_path / "nowhere.txt")
    assert code == 1
    assert "nowhere.txt" in told


def test_at_a_terminal_it_is_asked_for_until_it_fits(
    protected: Path, run: Run, typing: Callable[..., list[str]]
) -> None:
    left = typing("seven", WORDS, "not needed")
    code, out, told = run("check")
    assert code == 0
    assert "sound" in out
    assert "not the passphrase" in told
    assert left == ["not needed"]


def test_after_three_wrong_ones_it_stops(
    protected: Path, run: Run, typing: Callable[..., list[str]]
) -> None:
    left = typing("one", "two", "three", WORDS)
    code, _, _ = run("check")
    assert code == 1
    assert left == [WORDS]


def test_a_backup_with_another_passphrase_is_restored(
    protected: Path, run: Run, on_file: Path, typing: Callable[..., list[str]]
) -> None:
    run("backup", "--passphrase-file", on_file)
    made = files.backups(protected)[0].path
    passphrase.give(WORDS)
    files.open_file(protected)
    with passphrase.changing(protected, "another one altogether") as work:
        work(unheard)
    files.close_file()
    typing("another one altogether", WORDS)
    code, out, _ = run("restore", made)
    assert code == 0
    assert "Restored" in out
    assert run("check", "--passphrase-file", on_file)[0] == 1


def test_a_protected_file_has_nothing_of_its_own_to_hand_out_yet(
    protected: Path, run: Run, on_file: Path, tmp_path: Path
) -> None:
    _, _, told = run("library", "export", tmp_path / "own.json", "--passphrase-file", on_file)
    assert "passphrase" not in told


def test_the_passphrase_of_a_file_that_is_merged_is_asked_for(
    protected: Path, run: Run, on_file: Path, tmp_path: Path
) -> None:
    merge = ("merge", "--db", tmp_path / "desk.db", protected)
    assert "Say which with --passphrase-file" in run(*merge)[2]
    assert run(*merge, "--passphrase-file", on_file)[1].startswith("Sam Lifter (new here)")
