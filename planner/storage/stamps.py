"""When rows were changed: a clock that never says the same twice."""

from __future__ import annotations

import time

_last = 0


def stamp() -> int:
    """Return the time in milliseconds since 1970 UTC, later than every stamp before it."""
    global _last
    _last = max(time.time_ns() // 1_000_000, _last + 1)
    return _last
