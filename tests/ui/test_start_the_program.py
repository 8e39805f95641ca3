"""The program in a process of its own: what the first paint waits for, and what ends it."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from pathlib import Path

from planner.ui import theme
from planner.ui.window_state import WindowState

WATCHED = """
import sys
from pathlib import Path
from PySide6 import QtCore
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from planner import __main__ as program
from planner.ui import app, main_window, theme

class Watched(main_window.MainWindow):
    def __init__(self, database):
        super().__init__(database)
        self.painted.connect(self.look)

    def look(self):
        {look}

app.MainWindow = Watched
sys.exit(program.main(["--db", sys.argv[1]]))
"""


def run(path: Path, look: str) -> subprocess.CompletedProcess[str]:
    """Start the program on a file and run some lines right after the first paint."""
    script = WATCHED.format(look=textwrap.indent(textwrap.dedent(look), " " * 8).strip())
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", script, str(path)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
    )


def test_the_first_paint_waits_for_no_module_that_reads_thinks_or_plots(tmp_path: Path) -> None:
    done = run(
        tmp_path / "planner.db",
        """
        rooms = ("storage", "engine", "formats")
        slow = {"peewee", "sqlite3", "numpy", "pyqtgraph", "dataclasses"}
        slow |= {f"planner.{room}" for room in rooms}
        print(*sorted(slow & set(sys.modules)), *{"Qt"}.intersection(vars(QtCore)))
        self.close()
        """,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "\n", "")
    assert not (tmp_path / "planner.db").exists()


def test_the_start_loads_nothing_that_only_some_other_day_needs(stocked: Path) -> None:
    done = run(
        stocked,
        """
        def look():
            if not self.ready:
                QTimer.singleShot(5, look)
                return
            rare = {"xlsxwriter", "python_calamine", "sqlcipher3", "numpy", "pyqtgraph"}
            rare |= {"planner.coach.merging", "planner.coach.handing_over"}
            rare |= {"planner.ui.passphrase_question", "planner.ui.merge_file_stories"}
            print(*sorted(rare & set(sys.modules)))
            self.close()
        look()
        """,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "\n", "")


def test_the_log_is_made_when_all_else_is_done_and_its_first_opening_waits_for_nothing(
    stocked: Path,
) -> None:
    done = run(
        stocked,
        """
        def look():
            if self.tabs._log is not None:
                print(self.ready, self.tabs._log.isVisible(), self.tab_name.name)
                print(*sorted({"numpy", "pyqtgraph", "planner.ui.charts"} & set(sys.modules)))
                self.close()
            else:
                QTimer.singleShot(5, look)
        look()
        """,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "True False PLANNER\n\n", "")


RINGS = """
        import gc, weakref
        class Ring:
            def __init__(self): self.own = self
        def rings(then):
            made = [Ring() for _ in range(5_000)]
            one = weakref.ref(made[0])
            def wait():
                if one() is None:
                    print(gc.isenabled())
                    then()
                else:
                    QTimer.singleShot(5, wait)
            wait()
"""


def test_garbage_is_looked_for_between_events_only(stocked: Path) -> None:
    done = run(
        stocked,
        RINGS
        + """
        def look():
            if gc.get_freeze_count():  # the start is over
                rings(self.close)
            else:
                QTimer.singleShot(5, look)
        look()
        """,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "False\n", "")


def test_garbage_is_looked_for_even_when_a_start_fails_half_way(stocked: Path) -> None:
    done = run(
        stocked,
        RINGS
        + """
        from planner.ui import problems
        def failed(_window):
            raise ValueError("Half way.")
        Watched.settle = failed
        problems.Catcher.install = lambda _self: setattr(
            sys, "excepthook", lambda *_error: rings(QApplication.exit)
        )
        """,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "False\n", "")


def test_the_first_paint_is_in_the_theme_that_was_chosen(tmp_path: Path) -> None:
    WindowState(tmp_path / "planner.db").keep_theme(theme.Choice.DARK)
    done = run(tmp_path / "planner.db", "print(theme.current().name); self.close()")
    assert (done.returncode, done.stdout, done.stderr) == (0, "dark\n", "")


def test_giving_up_on_a_file_that_cannot_be_opened_ends_the_program(tmp_path: Path) -> None:
    path = tmp_path / "photo.db"
    path.write_bytes(b"\x89PNG" * 600)
    done = run(
        path,
        """
        def quit():
            dialog = QApplication.activeModalWidget()
            if dialog is None:
                QTimer.singleShot(5, quit)
            else:
                assert dialog.parent() is self
                dialog.reject()
        quit()
        """,
    )
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    assert path.read_bytes() == b"\x89PNG" * 600


def test_giving_up_on_a_file_that_cannot_be_read_ends_the_program(tmp_path: Path) -> None:
    done = run(
        tmp_path / "planner.db",
        """
        from planner.ui.opening_dialog import OpeningDialog
        def refused(_window):
            raise ValueError("No such unit.")
        Watched.starting = refused
        OpeningDialog.exec = lambda _dialog: 0
        """,
    )
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
