"""Make a Debian package of the folder that bundle.py made: dist/workout-planner_VERSION-1_ARCH.deb.

python3 packaging/deb.py

It installs on the Debian, or Ubuntu, that it is made on and on newer ones. Needs the packages
dpkg, lintian, desktop-file-utils, appstream, libxml2-utils, mandoc.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

import linux
from bundle import CONTENTS
from product import (
    BUILD,
    BUNDLE,
    DIST,
    MAINTAINER,
    NAME,
    ROOT,
    VERSION,
    emptied,
    filled,
    megabytes,
    run,
)  # fmt: skip

# Qt asks for these only to print, the sound library only to be heard.
RECOMMENDED = ("libcups2", "libpulse0", "shared-mime-info", "hicolor-icon-theme")


def main() -> Path:
    """Make the package and let Debian's and the desktop's tools look at it."""
    if not BUNDLE.is_dir():
        sys.exit(f"{BUNDLE} is not there: python3 packaging/bundle.py makes it.")
    root = emptied(BUILD / "deb")
    shutil.copytree(BUNDLE, root / "usr" / "lib" / NAME, symlinks=True)
    (root / "usr" / "bin").mkdir()
    (root / "usr" / "bin" / NAME).symlink_to(f"../lib/{NAME}/{NAME}")
    linux.install(root / "usr")
    linux.check(root / "usr")
    _documents(root)
    _control(root)
    _modes(root)
    made = DIST / f"{NAME}_{VERSION}-1_{architecture()}.deb"
    run("dpkg-deb", "--root-owner-group", "-Zxz", "--build", root, made)
    print(f"{made.name}: {megabytes(made):.0f} MB")
    run("lintian", "--fail-on", "error,warning", made)
    return made


def architecture() -> str:
    """Return Debian's name for this machine's kind."""
    asked = ["dpkg", "--print-architecture"]
    return subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip()


def _documents(root: Path) -> None:
    docs = root / "usr" / "share" / "doc" / NAME
    listed = linux.licences(BUNDLE / CONTENTS / "planner" / "resources" / "licences")
    parts = "\n".join(f"{part['name']}: {part['licence']} ({part['text']})" for part in listed)
    words = {"LICENSE": (ROOT / "LICENSE").read_text("utf-8"), "PARTS": parts}
    linux.write(docs / "copyright", filled(linux.TEMPLATES / "copyright", words))
    overrides = root / "usr" / "share" / "lintian" / "overrides" / NAME
    linux.write(overrides, filled(linux.TEMPLATES / "lintian-overrides"))
    day = datetime.fromisoformat(linux.date_of_version()).replace(tzinfo=UTC)
    entry = f"{NAME} ({VERSION}-1) stable; urgency=medium\n\n  * Version {VERSION}.\n\n"
    entry += f" -- {MAINTAINER}  {format_datetime(day)}\n"
    linux.write_packed(docs / "changelog.Debian.gz", entry)


def _control(root: Path) -> None:
    needed = depends(root / "usr" / "lib" / NAME)
    words = {
        "ARCHITECTURE": architecture(),
        "KILOBYTES": str(int(megabytes(root) * 1e6 / 1024)),
        "DEPENDS": ", ".join(needed),
        "RECOMMENDS": ", ".join(RECOMMENDED),
    }
    linux.write(root / "DEBIAN" / "control", filled(linux.TEMPLATES / "control", words))
    files = sorted(each for each in (root / "usr").rglob("*") if each.is_file())
    sums = (f"{_md5(each)}  {each.relative_to(root)}\n" for each in files if not each.is_symlink())
    linux.write(root / "DEBIAN" / "md5sums", "".join(sums))


def _md5(path: Path) -> str:
    return hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()


def depends(bundle: Path) -> list[str]:
    """Return the packages whose libraries a bundle asks for and does not bring, sorted."""
    libraries = [each for each in bundle.rglob("*") if each.is_file() and _is_elf(each)]
    brought = {each.name for each in bundle.rglob("*")}
    asked = {name for library in libraries for name in _asked(library)} - brought
    packages = {_package(name) for name in asked} - {"libc6", *RECOMMENDED}
    return [f"libc6 (>= {least_libc(libraries)})", *sorted(packages)]


def least_libc(libraries: list[Path]) -> str:
    """Return the oldest version of the C library with all that libraries ask of it."""
    asked = (re.findall(r"GLIBC_(\d+)\.(\d+)", _headers(each)) for each in libraries)
    newest = max((int(major), int(minor)) for found in asked for major, minor in found)
    return ".".join(map(str, newest))


def _is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def _asked(library: Path) -> list[str]:
    return re.findall(r"^\s+NEEDED\s+(\S+)", _headers(library), re.MULTILINE)


def _headers(library: Path) -> str:
    said = subprocess.run(["objdump", "-p", library], capture_output=True, text=True, check=True)
    return said.stdout


def _package(library: str) -> str:
    """Return the package that brings a library here, by the name that newer systems know too."""
    said = subprocess.run(["dpkg-query", "-S", f"*/{library}"], capture_output=True, text=True)
    found = sorted({line.partition(":")[0] for line in said.stdout.splitlines()})
    packages = [name for name in found if not name.endswith(("-dev", "-cross"))]
    if not packages:
        sys.exit(f"No package that is installed here brings {library}.")
    return packages[0].removesuffix("t64")


def _modes(root: Path) -> None:
    """Let everybody read all, run the program only, and change nothing."""
    program = root / "usr" / "lib" / NAME / NAME
    for each in [root, *root.rglob("*")]:
        if not each.is_symlink():
            os.chmod(each, 0o755 if each.is_dir() or each == program else 0o644)  # noqa: PTH101


if __name__ == "__main__":
    main()
