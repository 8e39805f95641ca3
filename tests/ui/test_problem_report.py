"""The report of an error: where in the program it happened, and nothing of anybody's training."""

from __future__ import annotations

import json
import logging
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from PySide6.QtCore import qInstallMessageHandler, qWarning

from planner.coach.refused import Refused
from planner.ui import log_file, problem_report


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    """A log in a folder that is not there yet."""
    path = tmp_path / "logs" / "planner.log"
    handler = log_file.begin(path)
    yield path
    qInstallMessageHandler(None)
    logging.getLogger("planner").removeHandler(handler)
    handler.close()


def report_of(work: Callable[[], object]) -> str:
    """Return the report of what a piece of work raises."""
    try:
        work()
    except Exception as error:  # noqa: BLE001 - whatever it is
        return problem_report.write(error, error.__traceback__)
    raise AssertionError("nothing was raised")


def refuse() -> None:
    raise Refused("Ada Novak is locked.")


def report_a_file() -> None:
    raise ValueError(f"no room for 'Ada Novak' at 102.5 in {Path.home() / 'Ada.db'}.")


@pytest.mark.parametrize(
    ("work", "told"),
    [
        (lambda: {}["Ada Novak"], "KeyError: '…'"),
        (lambda: float("knee hurts at 102.5"), "could not convert string to float: '…'"),
        (refuse, "planner.coach.refused.Refused\n"),
        (report_a_file, "no room for '…' at # in ….db"),
        (
            lambda: Path("/home/ada/Ada Novak.csv").read_text("utf-8"),
            "[Errno 2] No such file or directory",
        ),
        (lambda: json.loads('{"Ada": 102.5'), "JSONDecodeError: Expecting"),
        (lambda: None.load_kg, "'NoneType' object has no attribute 'load_kg'"),  # type: ignore[attr-defined]
        (lambda: int([]), "not 'list'"),  # type: ignore[call-overload]
    ],
)
def test_what_an_error_says_is_told_without_what_was_typed(
    work: Callable[[], object], told: str
) -> None:
    report = report_of(work)
    assert told in report
    said = report.splitlines()[-1]
    assert not any(secret in said for secret in ("Ada", "102.5", "knee", str(Path.home())))


def test_the_report_names_versions_and_modules_and_no_folder() -> None:
    report = report_of(lambda: json.loads("{"))
    assert report.startswith("Workout Planner ")
    assert all(each in report for each in ("Python 3", "PySide6 6", "Qt 6"))
    assert '"json/decoder.py"' in report
    assert sys.prefix not in report
    assert str(Path(__file__).parent) not in report


def test_the_error_that_led_to_another_is_told_before_it() -> None:
    def both() -> None:
        try:
            _ = {}["Ada"]
        except KeyError as error:
            raise ValueError("the set is gone") from error

    first, _, then = report_of(both).partition("Then:")
    assert "KeyError" in first
    assert "the set is gone" in then


def test_the_log_is_its_owners_and_each_file_begins_with_the_versions(log: Path) -> None:
    for number in range(2000):
        log_file.LOG.error("%s", f"{number:04} " + "x" * 600)
    files = sorted(log.parent.iterdir())
    assert [each.name for each in files] == ["planner.log", "planner.log.1", "planner.log.2"]
    for each in files:
        assert each.read_text("utf-8").startswith("Workout Planner ")
        assert each.stat().st_size <= log_file.LOG_BYTES + 1000
        if sys.platform != "win32":
            assert stat.S_IMODE(each.stat().st_mode) == 0o600


def test_nothing_is_written_while_nothing_goes_wrong(log: Path) -> None:
    assert not log.parent.exists()


def test_what_qt_warns_about_names_no_file_of_the_lifter(log: Path) -> None:
    qWarning("cannot open /home/ada/Ada-Novak.db")
    assert "Qt: cannot open ….db" in log.read_text("utf-8")


def test_on_a_full_disk_the_log_begins_anew_though_its_last_words_have_no_room(
    log: Path, disk_of: Callable[[int], AbstractContextManager[None]]
) -> None:
    log_file.LOG.error("One")
    with disk_of(log.stat().st_size):
        log_file.LOG.error("Two")
        handler = log_file.begin(log)
    log_file.LOG.error("Three")
    log_file.LOG.removeHandler(handler)
    handler.close()
    assert "Three" in log.read_text("utf-8")
