"""Try an installation: each part that is only loaded when it is needed, on data of its own."""

from __future__ import annotations

import faulthandler
import io
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from datetime import date, timedelta
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, perf_counter
from types import TracebackType

from PySide6.QtCore import QEventLoop, Qt, qVersion
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from planner import __version__, cli, language
from planner.coach import files, passphrase
from planner.storage.telling import unheard
from planner.ui import app, demo
from planner.ui.main_window import MainWindow
from planner.ui.top_bar import TabName

LONGEST_S = 300  # a step that hangs ends the test, and says where
WAIT_S = 60
SETTLES_S = 0.5
PARTS = (
    "_miniaudio", "numpy", "pyqtgraph", "python_calamine", "segno", "sqlite3", "xlsxwriter",
    "PySide6.QtPrintSupport", "PySide6.QtSvg",
)  # fmt: skip
LIFTER = "Self Test"
WORDS = "seven quiet lifters eat rice"


class Failed(Exception):
    """What did not work, in words."""


def run() -> int:
    """Try each step in a folder that is deleted afterwards; return 0, or 1 when one fails.

    It needs no screen: without one the window is drawn where nobody sees it.
    """
    if sys.stderr is not None:
        faulthandler.dump_traceback_later(LONGEST_S, exit=True)
    application = app.make_application()
    print(f"planner {__version__}, Qt {qVersion()} on {application.platformName()}")
    with TemporaryDirectory(prefix="planner-self-test-", ignore_cleanup_errors=True) as folder:
        passed = all(_passes(name, step, Path(folder)) for name, step in STEPS.items())
    faulthandler.cancel_dump_traceback_later()
    print("All works." if passed else "This installation is not whole.")
    return 0 if passed else 1


def _passes(name: str, step: Callable[[Path], object], folder: Path) -> bool:
    began, said = perf_counter(), io.StringIO()
    try:
        with redirect_stdout(said), redirect_stderr(said), _slots_heard():
            step(folder)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is told
        print(f"FAILED  {name}: {type(error).__name__}: {error}\n{said.getvalue()}")
        return False
    print(f"ok      {name} ({perf_counter() - began:.1f} s)")
    return True


@contextmanager
def _slots_heard() -> Iterator[None]:
    """Raise what a slot of Qt raised and nobody would hear of."""
    heard: list[BaseException] = []

    def hear(_kind: type[BaseException], error: BaseException, _at: TracebackType | None) -> None:
        heard.append(error)

    before, sys.excepthook = sys.excepthook, hear
    try:
        yield
    finally:
        sys.excepthook = before
    if heard:
        raise heard[0]


def _parts(_folder: Path) -> None:
    for name in PARTS:
        import_module(name)


def _languages(_folder: Path) -> None:
    for code, name in language.NAMES.items():
        with language.saying(code):
            if language.in_use() != code:
                raise Failed(f"The texts in {name} cannot be read.")


def _demo(folder: Path) -> None:
    """Make sample lifters, their sheet as PDF, and a picture of each tab."""
    for path in demo.make(folder / "demo", date.today()):
        if path.suffix == ".png":
            _drawn(QImage(str(path)), path.name)
    if not (folder / "demo" / "sheet.pdf").read_bytes().startswith(b"%PDF-"):
        raise Failed("the sheet is no PDF")


def _drawn(picture: QImage, name: str) -> None:
    small = picture.scaled(80, 50, mode=Qt.TransformationMode.SmoothTransformation)
    colours = {small.pixel(x, y) for x in range(small.width()) for y in range(small.height())}
    if len(colours) < 50:
        raise Failed(f"{name} is blank")


def _log(folder: Path) -> None:
    """Bring another app's log in and hand it out again as each kind of file."""
    log = folder / "strong.csv"
    log.write_text(_strong(), "utf-8")
    _command(folder, "import", str(log), "--lifter", LIFTER)
    for kind in ("csv", "xlsx", "json"):
        out = str(folder / f"log.{kind}")
        _command(folder, "export", "--format", kind, "--lifter", LIFTER, "--out", out)
    said = _command(folder, "import", str(folder / "log.xlsx"), "--lifter", LIFTER)
    if "0 new sets" not in said:
        raise Failed(f"a spreadsheet does not come back as it was: {said}")


def _strong() -> str:
    begin = date.today() - timedelta(days=30)
    rows = ["Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes"]
    for days in range(0, 30, 3):
        at = f"{begin + timedelta(days=days)} 18:00:00"
        rows += [f'{at},"Day","Squat (Barbell)",{i},{60 + days},5,0,0,""' for i in (1, 2, 3)]
    return "\n".join(rows) + "\n"


def _computers(folder: Path) -> None:
    """Hand a lifter over to another computer's database; back one up and check it."""
    handed = str(folder / "over.planner")
    _command(folder, "handover", "--lifter", LIFTER, "--out", handed)
    _command(folder, "merge", handed, "--db", str(folder / "laptop.db"))
    _command(folder, "backup")
    _command(folder, "check")


def _command(folder: Path, *arguments: str) -> str:
    database, said = folder / "demo" / "demo.db", io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        if cli.main(["--db", str(database), *arguments], database):
            raise Failed(f"planner {arguments[0]}: {said.getvalue()}")
    return said.getvalue()


def _window(folder: Path) -> None:
    """Open the window on a file with a passphrase, where one can be set, and show every tab."""
    database = folder / "demo" / "demo.db"
    files.open_file(database)
    if passphrase.can_be_set():
        with passphrase.changing(database, WORDS) as work:
            work(unheard)
    window = MainWindow(database)
    start = app.Start(window)
    try:
        window.show()
        _until(lambda: window.ready, "the window did not get ready")
        _show_tabs(window)
        window.backup_stories.back_up()
        _until(lambda: not window.backup_stories.is_busy(), "the backup did not end")
    finally:
        window.close()
        start.close_file()
        QApplication.processEvents()  # what the window remembers is written now, not at the end


def _show_tabs(window: MainWindow) -> None:
    for tab in TabName:
        window.show_tab(tab)
        shown = monotonic()
        while monotonic() < shown + SETTLES_S:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        _drawn(window.grab().toImage(), f"the tab {tab.name.lower()}")


def _until(done: Callable[[], bool], otherwise: str) -> None:
    """Let the window work until something is so; Failed after a minute."""
    last = monotonic() + WAIT_S
    while not done():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        if monotonic() > last:
            raise Failed(otherwise)


STEPS: Mapping[str, Callable[[Path], None]] = {
    "every part is there": _parts,
    "every language is there": _languages,
    "sample lifters, a sheet, a picture of each tab": _demo,
    "a log comes in and goes out": _log,
    "another computer, a backup": _computers,
    "the window, each tab": _window,
}
