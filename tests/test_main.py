"""Where the program starts, and what it says when Qt cannot."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from planner import __main__ as program, preflight
from planner.coach import files, places

QT_CHECK = (
    "import sys; from planner import preflight; preflight.problem(screen=True);"
    "sys.exit('PySide6' in sys.modules)"
)


def only(*sonames: str) -> preflight.Loads:
    """Pretend that all libraries but these are there."""
    return lambda soname: soname not in sonames


def advice(
    *missing: str, screen: bool = True, environment: dict[str, str] | None = None
) -> str | None:
    known = {"DISPLAY": ":0"} if environment is None else environment
    return preflight.problem(screen, known, "linux", only(*missing))


def test_nothing_is_said_when_everything_is_there() -> None:
    assert advice() is None


def test_missing_libraries_are_named_with_the_line_that_installs_them() -> None:
    assert advice("libGL.so.1", "libxcb-icccm.so.4") == (
        "Qt needs system libraries that are missing: libGL.so.1 libxcb-icccm.so.4\n"
        "  Debian, Ubuntu: sudo apt install libgl1 libxcb-icccm4\n"
        "  Fedora: sudo dnf install libglvnd-glx xcb-util-wm"
    )


def test_a_package_that_brings_several_libraries_is_named_once() -> None:
    said = advice("libxcb-randr.so.0", "libxcb-shape.so.0")
    assert said is not None
    assert said.endswith("sudo dnf install libxcb")


def test_what_lacks_a_screen_is_known_on_linux_alone() -> None:
    assert preflight.lacks_screen({}, "linux")
    assert not preflight.lacks_screen({"DISPLAY": ":0"}, "linux")
    assert not preflight.lacks_screen({"QT_QPA_PLATFORM": "vnc"}, "linux")
    assert not preflight.lacks_screen({}, "darwin")


def test_without_a_screen_the_program_says_so_and_names_the_demo() -> None:
    said = advice(environment={})
    assert said is not None
    assert "No screen found" in said
    assert "planner demo" in said


def test_a_command_that_only_draws_needs_no_screen() -> None:
    assert advice(screen=False, environment={}) is None
    assert advice("libxcb-icccm.so.4", screen=False, environment={}) is None
    assert "libegl1" in str(advice("libEGL.so.1", screen=False, environment={}))


def test_the_offscreen_platform_needs_no_screen_libraries() -> None:
    assert advice("libxcb-icccm.so.4", environment={"QT_QPA_PLATFORM": "offscreen"}) is None


def test_a_wayland_screen_needs_wayland_libraries_only() -> None:
    wayland = {"WAYLAND_DISPLAY": "wayland-0"}
    assert advice("libxcb-icccm.so.4", environment=wayland) is None
    assert "libwayland-cursor0" in str(advice("libwayland-cursor.so.0", environment=wayland))


def test_one_of_two_screens_is_enough() -> None:
    both = {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}
    assert advice("libwayland-cursor.so.0", environment=both) is None
    assert advice("libxcb-icccm.so.4", environment=both) is None
    assert advice("libwayland-cursor.so.0", "libxcb-icccm.so.4", environment=both) is not None


def test_a_chosen_platform_decides_what_is_needed() -> None:
    chosen = {"QT_QPA_PLATFORM": "xcb;wayland", "WAYLAND_DISPLAY": "wayland-0"}
    assert "libxcb-icccm4" in str(advice("libxcb-icccm.so.4", environment=chosen))


def nothing_loads(soname: str) -> bool:
    return False


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_bring_what_they_need(platform: str) -> None:
    assert preflight.problem(True, {}, platform, nothing_loads) is None


def test_real_libraries_are_probed() -> None:
    assert not preflight.loads("libno-such-thing.so.9")
    assert preflight.problem(screen=False) is None


def test_looking_for_libraries_does_not_import_qt() -> None:
    assert subprocess.run([sys.executable, "-c", QT_CHECK]).returncode == 0


@pytest.fixture
def no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(variable, raising=False)


def test_no_window_is_tried_where_there_is_no_screen(
    no_screen: None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert program.main([]) == 1
    assert "No screen found" in capsys.readouterr().err


def test_a_file_alone_opens_the_window(
    no_screen: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert program.main(["--db", str(tmp_path / "mine.db")]) == 1
    assert "No screen found" in capsys.readouterr().err


def test_a_file_that_was_handed_over_opens_the_window(
    no_screen: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert program.main([str(tmp_path / "Anna 2026-11-22_1030.planner")]) == 1
    assert "No screen found" in capsys.readouterr().err


def test_a_log_opens_the_window(
    no_screen: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log = tmp_path / "strong.csv"
    log.write_text("Date\n", "utf-8")
    assert program.main([str(log)]) == 1
    assert "No screen found" in capsys.readouterr().err


def test_a_command_needs_no_window(
    no_screen: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLANNER_DATA_DIR", str(tmp_path / "data"))
    own = tmp_path / "data" / "planner.db"
    own.parent.mkdir()
    files.open_file(own)
    files.close_file()
    assert program.main(["check"]) == 0
    mine = str(own.rename(tmp_path / "mine.db"))
    assert program.main(["--db", mine, "check"]) == 0
    assert program.main(["check", "--db", mine]) == 0
    assert not own.exists()


def test_drawing_is_refused_when_qt_cannot_draw(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(preflight.ctypes, "CDLL", _not_found)
    assert program.main(["demo", "--out", str(tmp_path)]) == 1
    assert "sudo apt install libgl1" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def _not_found(name: str) -> None:
    raise OSError(name)


def test_an_unknown_command_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert program.main(["lift"]) == 2
    assert "lift" in capsys.readouterr().err


def test_numpy_is_told_to_work_in_one_thread_unless_somebody_says_otherwise(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    name, one = program.ONE_THREAD
    for said, told in (("3", "3"), ("", one)):
        monkeypatch.setenv(name, said)
        if not said:
            monkeypatch.delenv(name)
        program.main(["lift"])
        assert os.environ[name] == told
    assert capsys.readouterr().err


def test_data_lives_where_the_user_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PLANNER_DATA_DIR", str(tmp_path))
    assert program.default_database() == tmp_path / "planner.db"
    assert places.log_file() == tmp_path / "planner.log"


def test_data_lives_where_the_system_keeps_it_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PLANNER_DATA_DIR")
    assert program.default_database().parent.name == "workout-planner"
    assert "workout-planner" in places.log_file().parts
    assert places.log_file().parent != places.data_dir()


def test_the_program_starts_as_a_module() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "planner", "--version"], capture_output=True, text=True
    )
    assert (done.returncode, done.stdout.split()[0]) == (0, "planner")
