"""The library command carries exercises and programs of one's own between databases."""

from __future__ import annotations

import errno
import sys
from contextlib import suppress
from dataclasses import replace
from io import BytesIO, StringIO, TextIOWrapper

import pytest

from planner.coach import files, in_vain, library, library_travel, own_exercises
from planner.coach.library_travel import LibraryFile
from planner.coach.refused import Refused
from planner.engine.terms import Exercise, Pattern

SLED = Exercise("", "Prowler drag", Pattern.CARRY, custom=True)


@pytest.fixture
def sled(stocked) -> None:
    """Make an exercise in the database of the commands."""
    files.open_file(stocked)
    own_exercises.save(SLED)
    files.close_file()


@pytest.mark.usefixtures("sled")
def test_a_library_goes_to_a_file_and_into_another_database(run, tmp_path):
    file, other = tmp_path / "mine.json", tmp_path / "other.db"
    assert run("library", "export", file) == (0, f"1 exercise written to {file}\n", "")
    said = "mine.json: 1 exercise taken in.\n"
    assert run("--db", other, "library", "import", file) == (0, said, "")
    files.open_file(other)
    assert library.exercise("prowler-drag").custom
    files.close_file()
    again = (0, "mine.json: All of it was here already.\n", "")
    assert run("library", "import", file, "--db", other) == again


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("library", "import", "none.json"), "There is no file"),
        (("library", "export", "nowhere/mine.json"), "There is no folder"),
        (("library", "export", "mine.json"), "no training database"),
    ],
)
def test_what_cannot_be_done_is_said(run, words, said):
    code, out, errors = run(*words)
    assert (code, out) == (1, "")
    assert said in errors


@pytest.mark.usefixtures("sled")
def test_a_broken_file_is_refused(run, tmp_path):
    file = tmp_path / "mine.json"
    file.write_text("{", "utf-8")
    code, _, errors = run("library", "import", file)
    assert code == 1
    assert "mine.json was not taken in" in errors


def test_a_broken_file_makes_no_database(run, tmp_path):
    file, fresh = tmp_path / "mine.json", tmp_path / "fresh.db"
    file.write_text("{", "utf-8")
    assert run("--db", fresh, "library", "import", file)[0] == 1
    assert not fresh.exists()


class Full(StringIO):
    """Takes no answer, like a file on a disk that is full."""

    def write(self, _text: str) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.usefixtures("sled")
def test_what_came_in_stays_though_its_answer_cannot_be_written(run, tmp_path, monkeypatch):
    file, fresh = tmp_path / "größe.json", tmp_path / "fresh.db"
    run("library", "export", file)
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", Full())
        assert run("--db", fresh, "library", "import", file)[0] == 1
        answer = BytesIO()
        patch.setattr(sys, "stdout", TextIOWrapper(answer, "ascii", write_through=True))
        assert run("--db", fresh, "library", "import", file)[0] == 0
        assert answer.getvalue() == b"gr\\xf6\\xdfe.json: All of it was here already.\n"


def test_what_came_in_stays_though_more_is_refused(tmp_path):
    fresh, content = tmp_path / "fresh.db", LibraryFile((replace(SLED, slug="sled"),), ())
    with suppress(Refused), in_vain.made(fresh):
        files.open_file(fresh)
        library_travel.take_in(content)
        raise Refused
    assert fresh.exists()
    files.close_file()


@pytest.mark.usefixtures("sled")
def test_what_a_version_does_not_know_is_named(run, tmp_path):
    file = tmp_path / "mine.json"
    run("library", "export", file)
    file.write_text(file.read_text("utf-8").replace('"carry"', '"levitation"'), "utf-8")
    code, _, errors = run("library", "import", file)
    assert code == 1
    assert "a pattern that this version does not know: levitation" in errors


def test_a_way_is_needed(run):
    assert run("library")[0] == 2
