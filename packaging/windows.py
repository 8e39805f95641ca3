"""Make the installer for Windows: dist/workout-planner-VERSION-setup.exe.

py packaging\\windows.py            on Windows, after packaging\\bundle.py; needs NSIS
python3 packaging/windows.py       elsewhere: tells whether the recipe compiles, on a placeholder

No installer was ever run on Windows by who wrote this: see packaging/README.md.
"""

from __future__ import annotations

import sys
from pathlib import Path

import icons
from product import (
    BUILD,
    BUNDLE,
    DIST,
    EXTENSION,
    MAINTAINER,
    NAME,
    PACKAGING,
    ROOT,
    TITLE,
    VERSION,
    emptied,
    run,
)

RECIPE = PACKAGING / "windows" / "setup.nsi"


def main() -> None:
    """Compile the installer."""
    real = sys.platform == "win32"
    source = BUNDLE if real else _placeholder()
    out = (DIST if real else BUILD) / f"{NAME}-{VERSION}-setup.exe"
    options = [f"-D{name}={value}" for name, value in words(source, out).items()]
    run("makensis", "-V3", "-WX", *options, RECIPE)
    print(out if real else f"The recipe compiles; {out.name} is only a placeholder.")


def words(source: Path, out: Path) -> dict[str, str]:
    """Return what the recipe is to know."""
    return {
        "VERSION": VERSION,
        "NAME": NAME,
        "TITLE": TITLE,
        "EXTENSION": EXTENSION,
        "PUBLISHER": MAINTAINER.partition(" <")[0],
        "SOURCE": str(source),
        "ICON": str(_written("planner.ico", icons.windows_icon("planner"))),
        "FILE_ICON": str(_written("planner-file.ico", icons.windows_icon("planner-file"))),
        "LICENCE": str(ROOT / "LICENSE"),
        "OUT": str(out),
    }


def _written(name: str, data: bytes) -> Path:
    BUILD.mkdir(exist_ok=True)
    path = BUILD / name
    path.write_bytes(data)
    return path


def _placeholder() -> Path:
    folder = emptied(BUILD / "windows-placeholder")
    for name in (f"{NAME}.exe", "planner.exe", "_internal/python311.dll"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("a placeholder")
    return folder


if __name__ == "__main__":
    main()
