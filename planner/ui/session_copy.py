"""Copy a session as text, to paste it into a chat."""

from __future__ import annotations

from datetime import date

from PySide6.QtGui import QGuiApplication

from planner.coach import session_text
from planner.engine.terms import Session
from planner.language import tr
from planner.ui import log_words
from planner.ui.session_header import session_name


def copy(lifter_id: int, made: Session) -> str:
    """Put what was done on the clipboard; return what to tell."""
    assert made.id is not None
    title = f"{session_name(made.name)} · {log_words.day(made.on, date.min)}"
    QGuiApplication.clipboard().setText(session_text.text(lifter_id, made.id, title))
    return tr("Copied. Paste it where you like.")
