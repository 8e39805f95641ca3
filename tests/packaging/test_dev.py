"""The script behind the two commands of the README."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent.parent
SCRIPT = ROOT / "packaging" / "dev.py"


def _loaded() -> ModuleType:
    spec = importlib.util.spec_from_file_location("dev", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


dev = _loaded()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Make a project that needs no download: a folder with a pyproject.toml."""
    (tmp_path / "pyproject.toml").write_text('[dependency-groups]\ndev = ["pytest>=9", "ruff"]\n')
    return tmp_path


def test_an_old_python_is_refused_in_one_line() -> None:
    with pytest.raises(dev.Refused, match=r"^Python 3\.11 or newer is needed; this is 3\.10\.$"):
        dev.check((3, 10), True)


def test_a_missing_venv_module_is_refused_with_the_line_that_installs_it() -> None:
    with pytest.raises(dev.Refused, match="sudo apt install python3-venv"):
        dev.check((3, 11), False)


def test_a_new_python_with_venv_is_welcome() -> None:
    dev.check((3, 11), True)
    dev.check((3, 14), True)


def test_the_development_tools_are_those_of_the_project_file(project: Path) -> None:
    assert dev.development_packages(project) == ["pytest>=9", "ruff"]
    assert any(tool.startswith("pytest-qt") for tool in dev.development_packages(ROOT))


@pytest.mark.parametrize("arguments", [[], ["walk"]])
def test_wrong_use_is_answered_with_the_right_one(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert dev.main(arguments) == 2
    assert "dev.py run" in capsys.readouterr().err


def test_a_failed_installation_says_why_and_asks_for_the_network() -> None:
    failing = [sys.executable, "-c", "print('ERROR: no route'); print('note: x'); exit(1)"]
    with pytest.raises(dev.Refused, match=r"is the computer online\? \(ERROR: no route\)"):
        dev.attempt(failing, "install the packages; is the computer online?")


def test_a_silent_failure_is_told_too() -> None:
    with pytest.raises(dev.Refused, match=r"Could not sing \(no message\)"):
        dev.attempt([sys.executable, "-c", "exit(1)"], "sing")


def test_an_environment_counts_only_with_the_very_same_python(tmp_path: Path) -> None:
    assert dev.usable(Path(sys.executable))
    assert not dev.usable(tmp_path / "bin" / "python")


@pytest.mark.skipif(os.name == "nt", reason="a shell script stands in for Python")
def test_an_environment_of_another_python_does_not_count(tmp_path: Path) -> None:
    assert not dev.usable(script(tmp_path / "python", "echo 3.9.1"))


@pytest.mark.skipif(os.name == "nt", reason="a shell script stands in for Python")
def test_a_failure_leaves_no_stamp_so_that_the_next_call_tries_again(project: Path) -> None:
    offline = f'[ "$1" = -c ] && exec {sys.executable} "$@"; echo "ERROR: no route"; exit 1'
    script(project / ".venv" / "bin" / "python", offline)
    with pytest.raises(dev.Refused, match=r"Could not install the packages.*no route"):
        dev.ready(project)
    assert not (project / ".venv" / "planner-stamp").exists()


@pytest.mark.skipif(os.name == "nt", reason="a shell script stands in for Python")
def test_an_installation_is_stamped_and_not_made_twice(project: Path) -> None:
    counting = f'[ "$1" = -c ] && exec {sys.executable} "$@"; echo "$@" >> {project}/calls'
    python = script(project / ".venv" / "bin" / "python", counting)
    assert dev.ready(project) == dev.ready(project) == python
    (call,) = (project / "calls").read_text().splitlines()
    assert call.startswith("-m pip install")
    assert call.endswith(f"--editable {project} pytest>=9 ruff")
    (project / "pyproject.toml").write_text("[dependency-groups]\ndev = []\n")
    dev.ready(project)
    assert len((project / "calls").read_text().splitlines()) == 2


def script(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)
    return path


def test_arguments_go_on_to_the_program() -> None:
    done = subprocess.run(
        [sys.executable, "-c", f"import runpy, sys; dev = runpy.run_path({str(SCRIPT)!r});"
         "from pathlib import Path; sys.exit(dev['run'](Path(sys.executable), ['--version']))"],
        capture_output=True, text=True,
    )  # fmt: skip
    assert (done.returncode, done.stdout.split()[0]) == (0, "planner")


@pytest.mark.parametrize("arguments", [[], ["-x"], ["--cov", "--durations=10"], ["-k", "deload"]])
def test_all_the_tests_are_shared_among_processes(arguments: list[str]) -> None:
    wanted = ("-n", "auto", "--maxprocesses", "4", "--dist", "worksteal")
    assert dev.shared(arguments) == wanted


@pytest.mark.parametrize(
    "arguments",
    [["tests/formats", "-k", "deload"], ["tests/packaging/test_dev.py::test_it"], [str(SCRIPT)]],
)
def test_tests_that_are_named_run_in_one_process(arguments: list[str]) -> None:
    assert dev.shared(arguments) == ()
