"""A file that is no log is refused with a message, and reading it can be cancelled."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from planner.coach import files, importing
from planner.coach.importing import ImportProblem
from planner.engine.terms import Stopped


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("empty.csv", b"", "empty.csv cannot be imported. The file is empty."),
        (
            "bills.csv",
            b"Invoice,Amount" + b",Paid" * 90 + b"\n1,2\n",
            "I looked for a log of this program or",
        ),
        ("photo.png", b"\x89PNG\r\n\x1a\n\0\0\0\r", "no text file"),
        ("half.json", b'{"program": "workout-planner"', "breaks off"),
    ],
)
def test_a_file_that_is_no_log_is_refused_with_a_message(name, data, said, lifter, tmp_path):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(ImportProblem, match=said) as problem:
        importing.preview(lifter, tmp_path / name)
    assert len(str(problem.value)) < 300  # three lines at most: nobody reads more


def test_the_training_database_itself_is_never_read_as_a_log(tmp_path: Path) -> None:
    files.open_file(tmp_path / "mine.db")
    with ThreadPoolExecutor(1) as elsewhere:
        reading = elsewhere.submit(importing.read, tmp_path / "mine.db")
        with pytest.raises(ImportProblem, match="it is the training database itself"):
            reading.result()


def test_another_database_of_this_program_says_what_it_is_and_where_it_belongs(tmp_path):
    files.open_file(tmp_path / "laptop.db")
    files.open_file(tmp_path / "desk.db")
    with pytest.raises(ImportProblem) as problem:
        importing.read(tmp_path / "laptop.db")
    assert str(problem.value) == (
        "laptop.db is a database of this program, no log of another app. File › Merge… brings in "
        "what is new in it; File › Restore… puts it in the place of what is here."
    )


def test_a_file_that_is_not_there_or_is_a_folder_is_refused(lifter, tmp_path):
    with pytest.raises(ImportProblem, match="cannot be read: No such file"):
        importing.preview(lifter, tmp_path / "gone.csv")
    with pytest.raises(ImportProblem, match="is no file"):
        importing.preview(lifter, tmp_path)


def test_a_file_larger_than_any_log_is_refused_unread(lifter, tmp_path):
    with (tmp_path / "huge.csv").open("wb") as file:
        file.truncate(importing.LARGEST_MB * 1_000_000 + 1)
    with pytest.raises(ImportProblem, match="no training log is so large"):
        importing.preview(lifter, tmp_path / "huge.csv")


def test_reading_tells_its_progress_and_can_be_cancelled(write, week):
    told: list[tuple[int, int]] = []
    importing.read(write(*week), progress=lambda *rows: told.append(rows))
    assert told == [(0, 4), (4, 4)]

    def stop(_done: int, _rows: int) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        importing.read(write(*week), progress=stop)
