"""The letters of texts that are underlined, and pressed with Alt."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_MARK = re.compile(r"\(&[^&]\)|&(.?)")  # '(&M)' is how Japanese texts have a letter


def unmarked(text: str) -> str:
    """Return a text as it is read and heard: '&&' stands for one '&'."""
    return _MARK.sub(lambda found: found[1] or "", text)


def is_mnemonic(event: QKeyEvent) -> bool:
    """Tell a letter pressed with Alt from typing: a field takes it where no button has it.

    AltGr is Ctrl and Alt on Windows; Option on macOS types another letter than its key's.
    """
    held, text = event.modifiers(), event.text()
    alone = (
        held & Qt.KeyboardModifier.AltModifier and not held & Qt.KeyboardModifier.ControlModifier
    )
    return bool(alone) and len(text) == 1 and text.upper() == chr(event.key() & 0xFFFF)
