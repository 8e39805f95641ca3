"""Asking for a file beside the database leaves SQLite's locks alone."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing

from PySide6.QtWidgets import QFileDialog, QFileSystemModel, QTreeView

from planner.coach import files
from planner.engine.terms import Lifter
from planner.storage import clients
from planner.ui import file_dialog

LOOK = (
    "import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute('SELECT * FROM lifter').fetchall()"
)


def test_what_is_stored_after_a_file_dialog_was_open_in_the_folder_stays(window, qtbot, tmp_path):
    path = tmp_path / "beside.db"
    files.open_file(path)
    asked = file_dialog.dialog(window, "Save", str(tmp_path), "")
    asked.setOption(QFileDialog.Option.DontUseNativeDialog)
    asked.open()
    shown = asked.findChild(QFileSystemModel)
    folder = shown.index(str(tmp_path))
    qtbot.waitUntil(lambda: shown.rowCount(folder) > 0)
    icons = [shown.fileIcon(shown.index(row, 0, folder)) for row in range(shown.rowCount(folder))]
    assert all(not icon.isNull() for icon in icons)
    qtbot.wait(100)
    asked.close()
    subprocess.run([sys.executable, "-c", LOOK, str(path)], check=True)
    clients.add_lifter(Lifter(name="Kept"))
    with closing(sqlite3.connect(path)) as other:
        assert other.execute("SELECT name FROM lifter").fetchall() == [("Kept",)]


def test_sizes_of_files_are_shown_whole(window, qtbot, tmp_path):
    (tmp_path / "log.csv").write_bytes(b"x" * 48_000)
    asked = file_dialog.dialog(window, "Save", str(tmp_path), "")
    asked.setOption(QFileDialog.Option.DontUseNativeDialog)
    asked.open()
    table = asked.findChild(QTreeView, "treeView")
    qtbot.waitUntil(lambda: table.model().rowCount(table.rootIndex()) > 0)
    size = table.model().index(0, 1, table.rootIndex())
    qtbot.waitUntil(lambda: table.visualRect(size).width() >= table.sizeHintForIndex(size).width())
    asked.close()
