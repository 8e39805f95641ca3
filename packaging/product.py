"""What every package says of the program alike, and how the build scripts run other programs."""

from __future__ import annotations

import os
import runpy
import shutil
import subprocess
import tomllib
import venv
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OWN = runpy.run_path(str(ROOT / "planner" / "__init__.py"))  # what the program says of itself
VERSION, APP_ID = str(OWN["__version__"]), str(OWN["APP_ID"])
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
NAME = str(PROJECT["name"])  # of packages, of their folder, and of the command they install
TITLE = "Workout Planner"
SUMMARY = "Plan training weeks, log every set, see where each lift is going"
MAINTAINER = "The Workout Planner founders <founders@workout-planner.invalid>"
MIME = "application/x-workout-planner"
EXTENSION = ".planner"  # of what another computer handed over

PACKAGING = ROOT / "packaging"
BUILD = ROOT / "build"  # what is made on the way
DIST = ROOT / "dist"  # what is handed out
BUNDLE = DIST / NAME  # the folder that runs without Python

WORDS = {
    "NAME": NAME,
    "TITLE": TITLE,
    "SUMMARY": SUMMARY,
    "VERSION": VERSION,
    "APP_ID": APP_ID,
    "MIME": MIME,
    "EXTENSION": EXTENSION,
    "MAINTAINER": MAINTAINER,
}


def filled(template: Path, more: Mapping[str, str] | None = None) -> str:
    """Return a text with each @WORD@ in it put in; KeyError names one that is not known."""
    parts = template.read_text("utf-8").split("@")
    words = {**WORDS, **(more or {})}
    return "".join(part if i % 2 == 0 else words[part] for i, part in enumerate(parts))


def run(
    *command: str | Path, cwd: Path = ROOT, more: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Show a command and run it; CalledProcessError when it fails."""
    print("$", *command, flush=True)
    return subprocess.run([*map(str, command)], cwd=cwd, env={**os.environ, **(more or {})},
                          check=True)  # fmt: skip


def emptied(folder: Path) -> Path:
    """Return a folder that is there and empty."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def environment(folder: Path, *packages: str | Path) -> Path:
    """Make a new environment of this Python with packages in it; return its Python."""
    venv.create(emptied(folder), with_pip=True)
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if packages:
        run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *packages)
    return python


def megabytes(path: Path) -> float:
    """Return the size of a file, or of all files in a folder, in units of 10^6 bytes."""
    files = path.rglob("*") if path.is_dir() else [path]
    return sum(each.lstat().st_size for each in files if not each.is_dir()) / 1e6
