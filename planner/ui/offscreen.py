"""A Qt application that needs no display, for sheets and pictures from the command line."""

from __future__ import annotations

import os

from PySide6.QtWidgets import QApplication

from planner.ui import languages, theme


def application() -> QApplication:
    """Return the running application, or one that draws into memory."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication(["planner", *theme.ARGUMENTS])
    theme.load_fonts()
    theme.apply(app, theme.LIGHT)
    languages.write_as_here()
    return app
