"""Names of lifters in the names of files, as every disk takes them."""

from __future__ import annotations

import re

_LONGEST_NAME = 60  # letters
_LONGEST_BYTES = 180  # of the 255 that disks take; a stamp and an ending come beside it
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_SPACE = re.compile(r"\s+")


def cleaned(name: str) -> str:
    """Return a name without what Windows takes in no file name, and not too long; may be ''."""
    plain = _SPACE.sub(" ", _NOT_IN_NAMES.sub(" ", name)).strip(" .")
    short = plain[:_LONGEST_NAME].encode()[:_LONGEST_BYTES].decode(errors="ignore")
    return short.strip(" .")
