"""Lines of plots stay as thick as they look when the screen is scaled."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

SCRIPT = """
from PySide6.QtWidgets import QApplication
app = QApplication([])
from planner.ui import plot_style
print(plot_style.line("#2f6fed", 2, 10).widthF(), plot_style.line("#2f6fed", 2, 9999).widthF())
"""


@pytest.mark.parametrize(("scale", "widths"), [("1", "2.0 1.0"), ("2", "4.0 1.0")])
def test_a_line_is_as_many_dots_wide_as_the_screen_is_scaled(scale, widths) -> None:
    made = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        env={**os.environ, "QT_SCALE_FACTOR": scale},
        capture_output=True,
        text=True,
        check=True,
    )
    assert made.stdout.strip() == widths
