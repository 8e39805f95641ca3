"""What is installed is what is on disk."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import version
from pathlib import Path

import pytest

from planner import __version__

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def test_every_package_on_disk_is_installed() -> None:
    folders = [file.parent for file in (ROOT / "planner").rglob("__init__.py")]
    found = {".".join(folder.relative_to(ROOT).parts) for folder in folders}
    assert set(PROJECT["tool"]["setuptools"]["packages"]) == found | {"planner.resources"}


@pytest.fixture(scope="module")
def wheel_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a wheel from a copy of the sources."""
    out = tmp_path_factory.mktemp("wheel")
    if int(version("setuptools").partition(".")[0]) < 77:
        pytest.skip("setuptools is too old for pyproject.toml: packaging/dev.py brings a new one")
    build = (
        "import sys, os; os.chdir(sys.argv[1]);"
        "from setuptools import build_meta; build_meta.build_wheel(sys.argv[2])"
    )
    source = out / "source"
    source.mkdir()
    for name in ("planner", "resources"):
        shutil.copytree(ROOT / name, source / name)
    left = source / "resources" / "__pycache__"
    left.mkdir(exist_ok=True)
    (left / "__init__.cpython-311.pyc").write_bytes(b"of a program that ran here")
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    subprocess.run([sys.executable, "-c", build, source, out], check=True, capture_output=True)
    (file,) = out.glob("*.whl")
    return file


@pytest.fixture(scope="module")
def wheel(wheel_file: Path) -> set[str]:
    """Return the names of the files in a wheel."""
    with zipfile.ZipFile(wheel_file) as archive:
        return set(archive.namelist())


def test_a_wheel_has_the_version_that_the_program_says(wheel_file: Path) -> None:
    assert wheel_file.name == f"workout_planner-{__version__}-py3-none-any.whl"


def test_the_wheel_has_every_resource(wheel: set[str]) -> None:
    resources = {
        f"planner/resources/{file.relative_to(ROOT / 'resources').as_posix()}"
        for file in (ROOT / "resources").rglob("*")
        if file.is_file() and "__pycache__" not in file.parts and file.suffix not in (".po", ".ts")
    }
    assert {"planner/resources/exercises/squat.toml", *resources} <= wheel


def test_the_wheel_has_catalogues_and_not_what_they_are_made_of(wheel: set[str]) -> None:
    texts = {Path(name).suffix for name in wheel if "/translations/" in name}
    assert texts == {".mo", ".qm"}


def test_the_wheel_has_nothing_that_a_program_left_beside_the_sources(wheel: set[str]) -> None:
    assert [name for name in wheel if "__pycache__" in name] == []


def test_the_wheel_has_every_module_and_no_tests(wheel: set[str]) -> None:
    modules = {file.relative_to(ROOT).as_posix() for file in (ROOT / "planner").rglob("*.py")}
    assert modules <= wheel
    assert not any(name.startswith(("tests/", "packaging/")) for name in wheel)


def test_many_qt_calls_that_return_nothing_leave_none_alive() -> None:
    calls = (
        "from PySide6.QtCore import QObject\n"
        "thing = QObject()\n"
        "for _ in range(20_000): thing.setObjectName('x')\n"
    )
    done = subprocess.run([sys.executable, "-c", calls], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
