"""Add to a bundle the licences of what PyInstaller took from this Debian system."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

DOCS = Path("/usr/share/doc")


def add(contents: Path, python: Path) -> None:
    """List the system's libraries, and the start code of python's PyInstaller, as licences."""
    packages = sorted({name for library in contents.glob("lib*.so*") if (name := owner(library))})
    texts = [f"{name}\n{'=' * len(name)}\n{copyright_of(name)}" for name in packages]
    _write(contents, "Libraries of Debian", "several", "what Python needs of a system",
           "\n\n".join(texts))  # fmt: skip
    (start,) = python.parent.parent.glob("lib/*/site-packages/pyinstaller-*.dist-info/**/COPYING*")
    _write(contents, "PyInstaller", "GPL-2.0-or-later WITH Bootloader-exception",
           "starting without Python", start.read_text("utf-8"))  # fmt: skip


def owner(library: Path) -> str:
    """Return the Debian package that a library is from; empty when it is from none."""
    asked = subprocess.run(
        ["dpkg-query", "-S", f"*/{library.name}"], capture_output=True, text=True
    )
    return asked.stdout.partition(":")[0]


def copyright_of(package: str) -> str:
    """Return a Debian package's word on its licence."""
    return (DOCS / package / "copyright").read_text("utf-8", "replace")


def _write(contents: Path, name: str, licence: str, use: str, text: str) -> None:
    folder = contents / "planner" / "resources" / "licences"
    file = f"{name.lower().replace(' ', '-')}.txt"
    (folder / file).write_text(text, "utf-8")
    facts = {"name": name, "licence": licence, "use": use, "text": file}
    with (folder / "parts.toml").open("a", encoding="utf-8") as parts:
        parts.write("\n[[parts]]\n")
        parts.writelines(f"{key} = {json.dumps(value)}\n" for key, value in facts.items())
