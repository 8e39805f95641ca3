"""The letters of Japanese that come with the program, made known while the window is open."""

from __future__ import annotations

import subprocess
import sys

DRAWN = """
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLineEdit

from planner.ui import theme

def shown() -> QLineEdit:
    made = QLineEdit("日本")
    made.resize(200, 40)
    made.show()
    app.processEvents()
    return made

def drawn(field: QLineEdit) -> QImage:
    field.clearFocus()
    return field.grab().toImage()

app = QApplication([])
theme.load_fonts()
theme.apply(app, theme.LIGHT)
before = shown()
drawn(before)
theme.load_japanese()
print(drawn(before) == drawn(shown()))
"""


def test_what_was_typed_before_is_drawn_with_them_like_what_is_typed_after() -> None:
    done = subprocess.run(
        [sys.executable, "-c", DRAWN], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout == "True\n"
