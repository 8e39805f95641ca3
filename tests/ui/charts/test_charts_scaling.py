"""Lines of plots stay as thick as they look when the screen is scaled."""

from __future__ import annotations

import os
import subprocess
import sys

from planner.ui.charts import plot_style

SCRIPT = """
from PySide6.QtWidgets import QApplication
app = QApplication([])
from planner.ui.charts import plot_style
print(plot_style.line("#2f6fed", 2, 10).widthF(), plot_style.line("#2f6fed", 2, 9999).widthF())
"""


def test_a_line_is_as_many_dots_wide_as_it_looks_on_a_plain_screen(qapp) -> None:
    widths = [plot_style.line("#2f6fed", 2, points).widthF() for points in (10, 9999)]
    assert widths == [2.0, 1.0]


def test_a_line_is_as_many_dots_wide_as_the_screen_is_scaled() -> None:
    made = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        env={**os.environ, "QT_SCALE_FACTOR": "2"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert made.stdout.strip() == "4.0 1.0"
