"""Make dist/workout-planner: a folder that runs without Python, with PyInstaller.

python3 packaging/bundle.py

It works on the system that it is made on, and on newer ones of that kind: Linux from the glibc of
this machine on. Afterwards it starts the folder's program, which tests itself and says whether
all of it came along; on Linux that needs a screen, or QT_QPA_PLATFORM=offscreen.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path, PurePath

import icons
import system_licences
import wheels
from product import (
    BUILD,
    BUNDLE,
    DIST,
    EXTENSION,
    NAME,
    PACKAGING,
    TITLE,
    VERSION,
    emptied,
    environment,
    megabytes,
    run,
)

CONTENTS = "_internal"
LARGEST_MB = 205
PYINSTALLER = "pyinstaller>=6.11,<7"
# What is imported by name, by C code, or only once it is needed.
LATE_IMPORTS = (
    "_cffi_backend", "_miniaudio", "python_calamine", "segno", "sqlcipher3", "sqlcipher3.dbapi2",
    "xlsxwriter", "zxcvbn", "PySide6.QtPrintSupport", "PySide6.QtSvg",
)  # fmt: skip
# pyqtgraph needs QtOpenGL, QtOpenGLWidgets, QtTest and pydoc, unittest: they stay.
UNUSED_MODULES = (
    "tkinter", "test", "lib2to3", "ensurepip", "pip", "setuptools", "readline", "curses",
    "numpy.f2py", "numpy.testing", "IPython", "matplotlib", "scipy", "miniaudio", "PySide6.QtQml",
    "PySide6.QtQuick", "PySide6.QtNetwork", "PySide6.QtSql", "PySide6.QtDesigner",
)  # fmt: skip
UNUSED_PARTS = (
    "plugins/platformthemes/libqgtk3", "plugins/egldeviceintegrations/", "plugins/sqldrivers/",
    "plugins/tls/", "plugins/networkinformation/", "plugins/qmltooling/", "plugins/generic/",
    "plugins/wayland-graphics-integration-server/", "plugins/platforms/libqeglfs",
    "plugins/platforms/libqlinuxfb", "plugins/platforms/libqminimal", "plugins/platforms/libqvnc",
    "plugins/platforms/libqvkkhrdisplay", "plugins/platforminputcontexts/libqtvirtualkeyboard",
    "plugins/imageformats/libqpdf", "plugins/imageformats/libqtiff",
    "plugins/imageformats/libqwebp", "plugins/imageformats/libqtga",
    "plugins/imageformats/libqwbmp", "plugins/imageformats/libqicns",
    "libQt6Qml", "libQt6Quick", "libQt6VirtualKeyboard", "libQt6Pdf", "libQt6EglFs", "libQt6EglFS",
    "libQt6Network", "Qt6Quick", "Qt6Qml", "Qt6Network", "opengl32sw",
)  # fmt: skip
# Up to three quarters of these are names for a debugger: Python's, where it was built here.
UNSTRIPPED = ("sqlcipher3/*.so", "libpython*.so*", "python*/lib-dynload/*.so")
# What Python's own modules need of a Linux system and is not on each one. All else is left to it.
OF_SYSTEM = (
    "libpython", "libsqlite3", "libffi", "libcrypto", "libssl", "libz.", "libbz2", "liblzma",
    "libexpat", "libmpdec", "libuuid",
)  # fmt: skip


def main() -> None:
    """Make the folder, see that it is whole and not too large, and pack it."""
    wheels.build()
    python = environment(BUILD / "bundle-environment", f"{wheels.WHEEL}[passphrase]", PYINSTALLER)
    options = ("--noconfirm", "--clean", "--log-level=WARN")
    places = ("--distpath", DIST, "--workpath", BUILD / "pyinstaller")
    run(python, "-m", "PyInstaller", *options, *places, PACKAGING / "bundle.spec", cwd=BUILD)
    require_resources()
    if sys.platform == "linux":
        system_licences.add(BUNDLE / CONTENTS, python)
        strip(BUNDLE / CONTENTS)
    size = megabytes(BUNDLE)
    print(f"{BUNDLE.name}: {size:.0f} MB")
    if size > LARGEST_MB:
        sys.exit(f"The folder may have {LARGEST_MB} MB: what came in that is not needed?")
    attempt(BUNDLE / NAME)
    if sys.platform == "linux":
        pack()


def strip(folder: Path) -> None:
    """Take the names for a debugger out of what has any."""
    for pattern in UNSTRIPPED:
        run("strip", "--strip-unneeded", *sorted(folder.glob(pattern)))


def require_resources() -> None:
    """Exit unless all that the wheel has beside code came along."""
    with zipfile.ZipFile(wheels.WHEEL) as wheel:
        names = [name for name in wheel.namelist() if name.startswith("planner/resources/")]
    lacking = [name for name in names if not name.endswith(".py")
               and not (BUNDLE / CONTENTS / name).is_file()]  # fmt: skip
    if lacking:
        sys.exit(f"Not in the folder: {lacking}")


def attempt(program: Path) -> None:
    """Let the program test itself, far from what this environment knows."""
    known = ("DISPLAY", "XAUTHORITY", "QT_QPA_PLATFORM", "PATH", "HOME", "SYSTEMROOT", "TEMP")
    mine = {name: os.environ[name] for name in known if name in os.environ}
    subprocess.run([program, "--self-test"], env=mine, cwd=BUILD, check=True)


def pack() -> None:
    """Pack the folder into one file for Linux systems without Debian's packages."""
    packed = DIST / f"{NAME}-{VERSION}-linux-{os.uname().machine}.tar.xz"
    of_nobody = ("--owner=0", "--group=0", "--numeric-owner", "--sort=name")
    run("tar", "--create", "--xz", "--file", packed, *of_nobody, "--directory", DIST, BUNDLE.name,
        more={"XZ_OPT": "-6 -T0"})  # fmt: skip
    print(f"{packed.name}: {megabytes(packed):.0f} MB")


def is_wanted(name: str, source: str) -> bool:
    """Say whether a file that PyInstaller found is to come along."""
    inside = PurePath(name).as_posix()
    if any(part in inside for part in UNUSED_PARTS):
        return False
    if "PySide6/" in inside and "/translations/" in inside:
        return PurePath(inside).name.startswith("qtbase_")
    of_system = sys.platform == "linux" and source.startswith(("/lib", "/usr/lib"))
    return not of_system or ".so" not in inside or _is_needed(PurePath(inside), source)


def _is_needed(inside: PurePath, source: str) -> bool:
    return "lib-dynload" in source or inside.name.startswith(OF_SYSTEM)


def icon() -> str:
    """Return the program's icon as this system's programs have it."""
    kinds = {"win32": ("ico", icons.windows_icon), "darwin": ("icns", icons.macos_icon)}
    if sys.platform not in kinds:
        return str(icons.picture(256))
    ending, packed = kinds[sys.platform]
    made = BUILD / f"{NAME}.{ending}"
    made.write_bytes(packed())
    return str(made)


def macos_facts() -> dict[str, object]:
    """Return what macOS is to know of the program: names, and the files that it opens."""
    handed_over = {
        "CFBundleTypeName": f"{TITLE} file",
        "CFBundleTypeExtensions": [EXTENSION.removeprefix(".")],
        "CFBundleTypeRole": "Editor",
        "LSHandlerRank": "Owner",
    }
    return {
        "CFBundleDisplayName": TITLE,
        "CFBundleShortVersionString": VERSION,
        "CFBundleDocumentTypes": [handed_over],
        "LSMinimumSystemVersion": "13.0",
        "NSHighResolutionCapable": True,
    }


if __name__ == "__main__":
    shutil.rmtree(emptied(BUNDLE))
    main()
