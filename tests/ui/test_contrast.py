"""Every text can be read: 4.5 to 1 against its ground, as WCAG 2.2 asks (success criterion 1.4.3).

What cannot be used now is free from that; phases are told by shape and word beside their colour.
"""

from __future__ import annotations

import pytest

from planner.ui import theme

LEAST = 4.5
TEXTS = ("text", "muted", "accent", "good", "warn", "error")
GROUNDS = ("background", "panel", "soft")
PAIRS = [
    *((text, ground) for text in TEXTS for ground in GROUNDS),
    ("text", "good_soft"),
    ("good", "good_soft"),
    ("on_accent", "accent"),
]


def luminance(colour: str) -> float:
    """Return the relative luminance of #rrggbb, 0 to 1."""
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("look", [theme.LIGHT, theme.DARK], ids=lambda look: look.name)
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_a_text_stands_out_from_its_ground(look: theme.Theme, text: str, ground: str) -> None:
    lights = sorted(luminance(getattr(look, each)) for each in (text, ground))
    assert (lights[1] + 0.05) / (lights[0] + 0.05) >= LEAST
