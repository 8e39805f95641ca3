"""The letters of texts that are underlined, and pressed with Alt."""

from __future__ import annotations

import re

_MARK = re.compile(r"\(&[^&]\)|&(.?)")  # '(&M)' is how Japanese texts have a letter


def unmarked(text: str) -> str:
    """Return a text as it is read and heard: '&&' stands for one '&'."""
    return _MARK.sub(lambda found: found[1] or "", text)
