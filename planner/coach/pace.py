"""Read how long to rest and how fast to move: `2:30`, `90 s`, `2 min`; `3-1-3-0`, `31X0`."""

from __future__ import annotations

import re

from planner.language import tr

MOST_REST_S = 30 * 60  # longer is a typing error
_REST = re.compile(
    r"(?P<min>\d+):(?P<sec>[0-5]\d)(?:\s*min)?|(?P<amount>\d+(?:[.,]\d+)?)\s*(?P<unit>s|min)?"
)
_TEMPO = re.compile(r"[0-9x](-?[0-9x]){2,3}", re.IGNORECASE)


def rest_seconds(text: str) -> int | None:
    """Read a rest: '90', '90 s', '2 min', '1:30', '3:30 min'; '' is None. Raises ValueError."""
    if not text.strip():
        return None
    found = _REST.fullmatch(text.strip().lower())
    if found is None:
        raise ValueError(tr("Rest is seconds or minutes: 90, 2 min or 1:30."))
    if found["min"]:
        seconds = 60.0 * float(found["min"]) + int(found["sec"])
    else:
        amount = float(found["amount"].replace(",", "."))
        seconds = amount * (60 if found["unit"] == "min" else 1)
    if seconds > MOST_REST_S:
        raise ValueError(tr("A rest of more than 30 minutes?"))
    return round(seconds)


def tempo_text(text: str) -> str:
    """Return a tempo as '3-1-3-0'; '' stays ''. Raises ValueError."""
    clean = text.strip().upper()
    if not clean:
        return ""
    if not _TEMPO.fullmatch(clean):
        raise ValueError(tr("Tempo is three or four counts: 3-1-3-0."))
    return "-".join(clean.replace("-", ""))
