"""Look for what Qt needs before Qt is imported: it aborts with a misleading text otherwise."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple, TypeAlias


class Library(NamedTuple):
    """A system library: the name it is loaded by, and the packages that bring it."""

    soname: str
    apt: str
    dnf: str


Loads: TypeAlias = Callable[[str], bool]

ALWAYS = (
    Library("libGL.so.1", "libgl1", "libglvnd-glx"),
    Library("libEGL.so.1", "libegl1", "libglvnd-egl"),
    Library("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon"),
    Library("libfontconfig.so.1", "libfontconfig1", "fontconfig"),
    Library("libglib-2.0.so.0", "libglib2.0-0", "glib2"),
    Library("libdbus-1.so.3", "libdbus-1-3", "dbus-libs"),
)
X11 = (
    Library("libX11-xcb.so.1", "libx11-xcb1", "libX11-xcb"),
    Library("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor"),
    Library("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm"),
    Library("libxcb-image.so.0", "libxcb-image0", "xcb-util-image"),
    Library("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms"),
    Library("libxcb-randr.so.0", "libxcb-randr0", "libxcb"),
    Library("libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil"),
    Library("libxcb-shape.so.0", "libxcb-shape0", "libxcb"),
    Library("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb"),
    Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11"),
)
WAYLAND = (
    Library("libwayland-client.so.0", "libwayland-client0", "libwayland-client"),
    Library("libwayland-cursor.so.0", "libwayland-cursor0", "libwayland-cursor"),
)

NO_SCREEN = (
    "No screen found: neither DISPLAY nor WAYLAND_DISPLAY is set, so no window can open.\n"
    "To see the program without one: planner demo --out DIR"
)


def loads(soname: str) -> bool:
    """Tell whether the system finds a library."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def lacks_screen(
    environment: Mapping[str, str] | None = None, platform: str = sys.platform
) -> bool:
    """Tell whether no window can open, on Linux, as nothing says where."""
    known = os.environ if environment is None else environment
    return platform.startswith("linux") and not _screens(known)


def problem(
    screen: bool,
    environment: Mapping[str, str] | None = None,
    platform: str = sys.platform,
    can_load: Loads = loads,
) -> str | None:
    """Return what keeps Qt from starting, and how to mend it; None when nothing does.

    `screen` tells whether a window is to open. Only Linux is looked at: elsewhere the wheels
    of Qt bring all they need.
    """
    if not platform.startswith("linux"):
        return None
    known = os.environ if environment is None else environment
    screens = _screens(known) if screen else ((),)
    if not screens:
        return NO_SCREEN
    gaps = [[each for each in (*ALWAYS, *more) if not can_load(each.soname)] for more in screens]
    return _advice(gaps[0]) if all(gaps) else None


def _screens(environment: Mapping[str, str]) -> tuple[tuple[Library, ...], ...]:
    """Return what each way to a screen needs beside ALWAYS; any one way will do."""
    chosen = environment.get("QT_QPA_PLATFORM", "")
    if chosen:
        ways = {"xcb": X11, "wayland": WAYLAND}
        return (ways.get(chosen.partition(";")[0].partition(":")[0], ()),)
    ways = {"DISPLAY": X11, "WAYLAND_DISPLAY": WAYLAND}
    return tuple(needed for variable, needed in ways.items() if environment.get(variable))


def _advice(missing: Iterable[Library]) -> str:
    gaps = tuple(missing)
    return "\n".join(
        (
            f"Qt needs system libraries that are missing: {_list(g.soname for g in gaps)}",
            f"  Debian, Ubuntu: sudo apt install {_list(g.apt for g in gaps)}",
            f"  Fedora: sudo dnf install {_list(g.dnf for g in gaps)}",
        )
    )


def _list(words: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(words))
