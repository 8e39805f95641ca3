"""The report of an unexpected error: what a developer needs, and nothing of anybody's training.

An error's own words may hold what a lifter typed: what stands in quotes, numbers, the names of
files. They are left out, and so are all words of the errors that this program tells its users;
which line of the program it was says more.
"""

from __future__ import annotations

import builtins
import platform
import re
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

import PySide6
from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

from planner import __version__

# Python words these itself, and quotes names of the program only.
OF_THE_PROGRAM = (AttributeError, NameError, ImportError)
LONGEST = 300  # letters of an error's own words
_QUOTED = re.compile(r"""(?<!\w)(['"`‘’“”]).*?(?<!\\)(?:\1|[’”])(?!\w)""", re.DOTALL)
_PATH = re.compile(r"(?:[A-Za-z]:)?(?:[\\/][^\\/\s:'\"]+)+[\\/]?")
_NUMBER = re.compile(r"(?<![\w#])[-+]?\d[\d.,:]*")


def versions() -> str:
    """Return in one line which program this is, and on what it runs."""
    return (
        f"Workout Planner {__version__}, Python {platform.python_version()}, "
        f"PySide6 {PySide6.__version__}, Qt {qVersion()} ({QGuiApplication.platformName()}), "
        f"{platform.platform()}"
    )


def write(error: BaseException, trace: TracebackType | None) -> str:
    """Return versions, system and traceback of an error and of those that led to it."""
    parts = [_part(each, trace if each is error else each.__traceback__) for each in _led_to(error)]
    return f"{versions()}\n\n" + "\nThen:\n\n".join(parts)


def without_values(text: str) -> str:
    """Return a message without what it quotes, numbers and paths."""
    return _NUMBER.sub("#", _QUOTED.sub(_kept_quote, without_paths(text)))[:LONGEST]


def without_paths(text: str) -> str:
    """Return a message in which of each path only the kind of the file is left."""
    return _PATH.sub(lambda found: f"…{Path(found[0].rstrip('.')).suffix}", text)


def _part(error: BaseException, trace: TracebackType | None) -> str:
    frames = traceback.StackSummary.from_list(
        [
            traceback.FrameSummary(
                _inside(frame.filename), frame.lineno, frame.name, line=frame.line
            )
            for frame in traceback.extract_tb(trace)
        ]
    )
    lines = ["Traceback (most recent call last):\n", *frames.format()]
    name = f"{type(error).__module__}.{type(error).__qualname__}".removeprefix("builtins.")
    return "".join(lines) + ": ".join(filter(None, (name, _said(error)))) + "\n"


def _led_to(error: BaseException) -> Iterator[BaseException]:
    """Yield an error after the one it was raised from, the first one first."""
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None:
        yield from _led_to(before)
    yield error


def _said(error: BaseException) -> str:
    if type(error).__module__.startswith("planner."):
        return ""
    if isinstance(error, OSError):
        return f"[Errno {error.errno}] {error.strerror}"
    if isinstance(error, OF_THE_PROGRAM):
        return without_paths(str(error))[:LONGEST]
    return without_values(str(error))


def _kept_quote(found: re.Match[str]) -> str:
    inside = found[0][1:-1]
    return found[0] if inside == "NoneType" or hasattr(builtins, inside) else "'…'"


def _inside(name: str) -> str:
    """Return a module's path from the folder on that packages are found in, else its name."""
    path = Path(name)
    folders = [Path(each) for each in sys.path if each]
    within = [path.relative_to(each).as_posix() for each in folders if path.is_relative_to(each)]
    return min(within, key=len, default=path.name)
