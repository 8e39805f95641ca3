"""Install the Debian package in a bare system of its own, let it test itself there, remove it.

sudo python3 packaging/try_deb.py [bookworm | trixie] [SYSTEM]

The bare system is made with debootstrap below build/, or copied from the folder SYSTEM that
debootstrap made before. A screen is made there by Xvfb; a user without rights starts the program.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from deb import architecture
from product import APP_ID, BUILD, DIST, MIME, NAME, VERSION, run

MIRROR = "http://deb.debian.org/debian"
USER = "lifter"
TOOLS = ("xvfb", "xauth", "openbox", "xdotool", "xdg-utils", "shared-mime-info", "libglib2.0-bin")
LOG = """Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes
2026-11-02 18:00:00,Day,Squat (Barbell),1,60,5,0,0,
"""
QUIET = ("-qq", "-y", "--no-install-recommends")
DATA = f"/home/{USER}/.local/share/{NAME}"


def main(suite: str, made: Path | None) -> None:
    """Try install, start, use, removal; exit with what went wrong."""
    root = BUILD / f"system-{suite}"
    shutil.rmtree(root, ignore_errors=True)
    if made is None:
        run("debootstrap", "--variant=minbase", suite, root, MIRROR)
    else:
        run("cp", "--archive", made, root)
    package = DIST / f"{NAME}_{VERSION}-1_{architecture()}.deb"
    shutil.copy(package, root / "tmp")
    run("mount", "--types", "proc", "proc", root / "proc")
    try:
        attempt(root, package.name)
    finally:
        run("umount", root / "proc")
    print(f"{package.name} is sound on {suite}.")


def attempt(root: Path, package: str) -> None:
    """Install, use and remove a package that lies in the system's /tmp."""
    inside(root, "apt-get", "update", "-qq")
    before = files_of(root)
    inside(root, "apt-get", "install", *QUIET, f"/tmp/{package}")  # noqa: S108
    inside(root, NAME, "--version")
    inside(root, "apt-get", "install", *QUIET, *TOOLS)
    inside(root, "useradd", "--create-home", USER)
    as_user(root, f"xvfb-run --auto-servernum {NAME} --self-test")
    (root / "home" / USER / "log.csv").write_text(LOG)
    as_user(root, f"{NAME} import log.csv --lifter Ada --unit kg")
    see_window(root)
    see_kind_of_file(root)
    inside(root, "apt-get", "purge", *QUIET[:2], NAME)
    left = {each for each in files_of(root) - before if NAME in each or APP_ID in each}
    if left:
        sys.exit(f"Left behind: {sorted(left)}")
    inside(root, "test", "-s", f"{DATA}/planner.db")


def see_window(root: Path) -> None:
    """Open the window as a user does, look that the desktop knows it, quit by the keyboard."""
    script = f"""openbox & {NAME} & program=$!
window=$(timeout 60 xdotool search --sync --onlyvisible --class planner | head -1)
test -n "$window" && sleep 5 && xdotool key --window "$window" ctrl+q
wait $program"""
    as_user(root, f"xvfb-run --auto-servernum sh -c '{script}'")


def see_kind_of_file(root: Path) -> None:
    """Fail unless the desktop opens what another computer handed over with the program."""
    as_user(root, f"{NAME} handover --lifter Ada --out ada.planner")
    kind = said_inside(root, "gio info --attributes standard::content-type ada.planner")
    opener = said_inside(root, f"xdg-mime query default {MIME}")
    if f"content-type: {MIME}" not in kind or opener.strip() != f"{APP_ID}.desktop":
        sys.exit(f"The desktop does not know the file: {kind}{opener}")


def inside(root: Path, *command: str) -> None:
    """Run a command as root in the system."""
    run(
        "chroot", root, "/usr/bin/env", "DEBIAN_FRONTEND=noninteractive", "LC_ALL=C.UTF-8", *command
    )


def as_user(root: Path, command: str) -> None:
    """Run a command in the shell of a user of the system."""
    inside(root, "su", "--login", USER, "--command", command)


def said_inside(root: Path, command: str) -> str:
    """Return what a user's command says."""
    asked = ["chroot", str(root), "su", "--login", USER, "--command", command]
    return str(subprocess.run(asked, capture_output=True, text=True, check=True).stdout)


def files_of(root: Path) -> set[str]:
    """Return all files of the system but the users'."""
    found = (each for top in ("usr", "etc", "var", "opt") for each in (root / top).rglob("*"))
    return {str(each.relative_to(root)) for each in found}


if __name__ == "__main__":
    main(sys.argv[1] if sys.argv[1:] else "bookworm", Path(sys.argv[2]) if sys.argv[2:] else None)
