"""Every text can be read: 4.5 to 1 against its ground, as WCAG 2.2 asks (success criterion 1.4.3).

What cannot be used now is free from that; phases are told by shape and word beside their colour.
"""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from planner.ui import theme
from planner.ui.main_window import MainWindow

LEAST, HIGH, LINES = 4.5, 7.0, 3.0
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


def contrast(look: theme.Theme, text: str, ground: str) -> float:
    """Return how many times lighter one colour of a theme is than another."""
    lights = sorted(luminance(getattr(look, each)) for each in (text, ground))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


@pytest.mark.parametrize("look", [theme.LIGHT, theme.DARK], ids=lambda look: look.name)
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_a_text_stands_out_from_its_ground(look: theme.Theme, text: str, ground: str) -> None:
    assert contrast(look, text, ground) >= LEAST


@pytest.mark.parametrize("look", [theme.LIGHT_CONTRAST, theme.DARK_CONTRAST])
def test_where_high_contrast_is_asked_for_texts_and_lines_stand_out_more(look: theme.Theme) -> None:
    assert [pair for pair in PAIRS if contrast(look, *pair) < HIGH] == []
    assert contrast(look, "line", "panel") >= LINES
    assert contrast(look, "line", "background") >= LINES
    assert contrast(look, "muted", "line") >= LINES  # a button that cannot be used now


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_a_desktop_that_asks_for_high_contrast_gets_it_at_once(
    choice: str, looking: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = theme.LIGHT if choice == "light" else theme.DARK
    looking.choose_theme(theme.Choice(choice))
    assert theme.current() is usual
    monkeypatch.setattr(theme, "asks_for_contrast", lambda: True)
    hints = QApplication.styleHints()
    hints.accessibility().contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    assert theme.current().name == choice
    assert theme.current() is not usual
    monkeypatch.undo()
    looking.choose_theme(theme.Choice.LIGHT)
