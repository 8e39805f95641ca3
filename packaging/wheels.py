"""Build the sdist and the wheel into dist/, and try the wheel in new environments.

python3 packaging/wheels.py [PYTHON ...]

Each PYTHON is an interpreter, `python3.12` for instance; without any, the one that runs this.
In each the wheel is installed into an empty environment, which then has to pass `planner demo`
and the program's own self-test. Needs the network, but no screen.
"""

from __future__ import annotations

import sys
from pathlib import Path

from product import BUILD, DIST, NAME, ROOT, VERSION, emptied, environment, megabytes, run

WHEEL = DIST / f"{NAME.replace('-', '_')}-{VERSION}-py3-none-any.whl"
SDIST = DIST / f"{NAME.replace('-', '_')}-{VERSION}.tar.gz"
WITHOUT_SCREEN = {"QT_QPA_PLATFORM": "offscreen"}


def main(pythons: list[str]) -> None:
    """Build both; try the wheel with each Python."""
    build()
    for python in pythons or [sys.executable]:
        attempt(python)


def build() -> None:
    """Make the sdist, and the wheel from it, so that the sdist is known to be whole."""
    python = environment(BUILD / "build-environment", "build")
    run(python, "-m", "build", "--outdir", DIST, ROOT)
    for made in (SDIST, WHEEL):
        print(f"{made.name}: {megabytes(made):.1f} MB")


def attempt(python: str) -> None:
    """Install the wheel beside nothing else, then make the demo and test what is installed."""
    place = emptied(BUILD / "wheel-attempt")
    run(python, "-m", "venv", place / "environment")
    programs = place / "environment" / ("Scripts" if sys.platform == "win32" else "bin")
    quiet = ("--quiet", "--disable-pip-version-check")
    run(programs / "python", "-m", "pip", "install", *quiet, f"{WHEEL}[passphrase]")
    _works(programs, place)


def _works(programs: Path, place: Path) -> None:
    mine = {**WITHOUT_SCREEN, "PLANNER_DATA_DIR": str(place / "data"), "PYTHONPATH": ""}
    run(programs / "planner", "demo", "--out", place / "demo", cwd=place, more=mine)
    run(programs / "planner", "check", "--db", place / "demo" / "demo.db", cwd=place, more=mine)
    run(programs / "planner", "--self-test", cwd=place, more=mine)


if __name__ == "__main__":
    main(sys.argv[1:])
