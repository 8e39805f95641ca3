"""A file that macOS opens with the program reaches the window, though no argument names it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

OPENED = """
import sys
from pathlib import Path
from time import monotonic
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent
from planner.ui import app
from planner.ui.mac_application import MacApplication
from planner.ui.main_window import MainWindow
from planner.ui.merge_file_dialog import MergeFileDialog

mac = MacApplication(["planner"])
window = MainWindow(Path(sys.argv[1]).with_name("planner.db"))
start = app.Start(window)
app.hear_files(mac, window)
window.show()
mac.sendEvent(mac, QFileOpenEvent(QUrl.fromLocalFile(sys.argv[1])))
last = monotonic() + 30
while monotonic() < last and not (asked := window.findChildren(MergeFileDialog)):
    mac.processEvents()
print(*(dialog.windowTitle() for dialog in asked))
"""


def test_a_file_that_the_desktop_opens_is_offered_to_be_merged(tmp_path: Path) -> None:
    handed_over = tmp_path / "Ada 2026-11-22_1030.planner"
    handed_over.write_bytes(b"")
    done = subprocess.run(
        [sys.executable, "-c", OPENED, str(handed_over)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, capture_output=True, text=True,
    )  # fmt: skip
    assert "Merge" in done.stdout, done.stderr
