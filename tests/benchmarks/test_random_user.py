"""The random user's first steps, in the suite."""

from __future__ import annotations

import random_user
from PySide6.QtWidgets import QApplication


def test_window_and_file_agree_whatever_a_lifter_does(qapp: QApplication) -> None:
    assert qapp is QApplication.instance()
    random_user.SEEN.clear()
    random_user.play(steps=20, of=20)
    assert random_user.SEEN["steps"] >= 20
