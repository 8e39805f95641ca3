"""What a Linux desktop is told of the program: menu entry, store page, file kind, icons, manual."""

from __future__ import annotations

import gzip
import shutil
import subprocess
import tomllib
from datetime import UTC, datetime
from pathlib import Path

import icons
from product import APP_ID, MIME, NAME, PACKAGING, ROOT, filled, run

TEMPLATES = PACKAGING / "linux"


def install(prefix: Path) -> None:
    """Put all of it below a prefix, `/usr` in a package."""
    share = prefix / "share"
    for template, place in (
        ("app.desktop", f"applications/{APP_ID}.desktop"),
        ("app.metainfo.xml", f"metainfo/{APP_ID}.metainfo.xml"),
        ("mime.xml", f"mime/packages/{APP_ID}.xml"),
    ):
        write(share / place, filled(TEMPLATES / template, {"DATE": date_of_version()}))
    manual = filled(TEMPLATES / "planner.1", {"DATE": date_of_version()})
    write_packed(share / "man" / "man1" / f"{NAME}.1.gz", manual)
    _install_icons(share / "icons" / "hicolor")


def _install_icons(theme: Path) -> None:
    for size in icons.SIZES:
        _copy(icons.picture(size), theme / f"{size}x{size}" / "apps" / f"{APP_ID}.png")
    _copy(icons.ICONS / "planner.svg", theme / "scalable" / "apps" / f"{APP_ID}.svg")
    name = MIME.replace("/", "-")
    _copy(icons.ICONS / "planner-file.svg", theme / "scalable" / "mimetypes" / f"{name}.svg")


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def write(path: Path, text: str) -> None:
    """Write a text, and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def write_packed(path: Path, text: str) -> None:
    """Write a text packed, the same bytes whenever that is done."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def date_of_version() -> str:
    """Return the day of the last commit, which a package built from it bears too."""
    asked = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    seconds = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    return datetime.fromtimestamp(int(seconds), UTC).date().isoformat()


def licences(folder: Path) -> list[dict[str, str]]:
    """Return what a folder of licences lists."""
    said = tomllib.loads((folder / "parts.toml").read_text("utf-8"))
    return list(said["parts"])


def check(prefix: Path) -> None:
    """Let the desktop's own tools look at it; CalledProcessError when they mind."""
    share = prefix / "share"
    run("desktop-file-validate", share / "applications" / f"{APP_ID}.desktop")
    metainfo = share / "metainfo" / f"{APP_ID}.metainfo.xml"
    run("appstreamcli", "validate", "--no-net", "--explain", metainfo)
    run("xmllint", "--noout", share / "mime" / "packages" / f"{APP_ID}.xml")
    run("mandoc", "-T", "lint", "-W", "warning", share / "man" / "man1" / f"{NAME}.1.gz")
