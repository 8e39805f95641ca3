"""What is said of pages that are printed."""

from __future__ import annotations

from planner.language import tr

MOST_SIGNS = 12  # named of those that no font has


def unprintable(signs: str) -> str:
    """Say which signs no font of this computer has; '' for none."""
    if not signs:
        return ""
    named = " ".join(signs[:MOST_SIGNS]) + (" …" if len(signs) > MOST_SIGNS else "")
    return tr("No font on this computer has {signs}; '?' is printed instead.").format(signs=named)
