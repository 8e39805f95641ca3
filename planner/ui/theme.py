"""The tokens of the look, and their way into palette, style sheet and plots."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from PySide6 import QtCore
from PySide6.QtCore import QDir, QEvent
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit

# What the first paint needs is imported before it, so importlib.resources and dataclasses are not.
# Nor is Qt: all its enums are made when it is first named, as QtCore.Qt where it is needed; 15 ms.
JAPANESE = "Noto Sans CJK JP"  # as the shipped font calls itself
RESOURCES = Path(import_module("planner.resources").__path__[0])
ARGUMENTS = ("-style", "Fusion")  # of the application: setStyle() would make all of QStyle's enums
USUAL_PT = 9.5  # of letters, where the desktop does not ask for larger ones
SMALL_PT = 8.5  # of small print beside letters of the usual size
_SIZE = re.compile(r"font-size: ([0-9.]+)pt")
_ROOM = re.compile(r"min-height: (\d\d)px(?!; max-height)")  # of a line of letters
GRID = 8  # px; every distance is a multiple or a half of it
RADIUS = 6  # px
MIDDLE_GREY = 128  # of 255, the lightness between a dark and a light window


class Theme(NamedTuple):
    """Colours as #rrggbb. `phases` is keyed by PhaseLook.key; colours are Okabe–Ito."""

    name: str
    background: str
    panel: str
    line: str
    text: str
    muted: str
    faint: str  # what cannot be used now
    accent: str
    on_accent: str
    soft: str
    good: str
    good_soft: str
    warn: str
    error: str
    phases: Mapping[str, str]


_PHASES = {
    "early": "#56b4e9",
    "levelling": "#e69f00",
    "steady": "#009e73",
    "plateau": "#cc79a7",
    "fatigue": "#d55e00",
    "return": "#0072b2",
    "unclear": "#98a2b3",
}
LIGHT = Theme(
    name="light", background="#f6f7f9", panel="#ffffff", line="#e2e5ea", text="#1b1f27",
    muted="#616b80", faint="#a9b1bf", accent="#2563dc", on_accent="#ffffff", soft="#e8effd",
    good="#007a58", good_soft="#ecf7f3", warn="#8a5a00", error="#b42318", phases=_PHASES,
)  # fmt: skip
DARK = Theme(
    name="dark", background="#15181e", panel="#1d2129", line="#2f3540", text="#e8eaee",
    muted="#98a2b3", faint="#5d6777", accent="#6b9bff", on_accent="#10141b", soft="#24314f",
    good="#2fbf95", good_soft="#17302b", warn="#f0b429", error="#ff8a7a",
    phases={**_PHASES, "return": "#4fa3e0"},
)  # fmt: skip

LIGHT_CONTRAST = LIGHT._replace(
    background="#ffffff", line="#868e9a", text="#000000", muted="#333a45", faint="#6b7280",
    accent="#0a3a9e", soft="#e3ebff", good="#00543c", warn="#5f3d00", error="#86170d",
)  # fmt: skip
DARK_CONTRAST = DARK._replace(
    background="#000000", panel="#0b0d10", line="#727a87", text="#ffffff", muted="#d5dae2",
    faint="#9aa3b0", accent="#a5c3ff", on_accent="#000000", soft="#1a2a52", good="#4fe0b4",
    good_soft="#0d2b22", warn="#ffc95c", error="#ffb3a7",
)  # fmt: skip


class Choice(StrEnum):
    """What the user asked for."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


def resolve(choice: str) -> Theme:
    """Return the theme for a choice; 'system' follows the desktop, light when it does not say.

    A desktop that asks for high contrast gets it, whatever was chosen.
    """
    system_dark = QApplication.styleHints().colorScheme() is QtCore.Qt.ColorScheme.Dark
    dark = choice == Choice.DARK or (choice == Choice.SYSTEM and system_dark)
    if asks_for_contrast():
        return DARK_CONTRAST if dark else LIGHT_CONTRAST
    return DARK if dark else LIGHT


def asks_for_contrast() -> bool:
    """Say whether the desktop asks for high contrast."""
    hints = QApplication.styleHints()  # held: what it gives lives no longer than it
    return hints.accessibility().contrastPreference() is QtCore.Qt.ContrastPreference.HighContrast


def at_start(choice: str) -> Theme:
    """Return the theme of the first paint, by the palette that the system gave.

    What the system says of itself is asked after it by `resolve`: the answer names Qt.
    """
    if choice == Choice.SYSTEM:
        ground = QApplication.palette().color(QPalette.ColorRole.Window)
        return DARK if ground.lightness() < MIDDLE_GREY else LIGHT
    return DARK if choice == Choice.DARK else LIGHT


_BY_GROUND = {QColor(each.background).rgb(): each for each in (DARK, LIGHT_CONTRAST, DARK_CONTRAST)}


_on_paper: list[Theme] = []


@contextmanager
def on_paper() -> Iterator[None]:
    """Let what is drawn within have the colours of paper, however the window looks."""
    _on_paper.append(LIGHT)
    try:
        yield
    finally:
        _on_paper.pop()


def for_paper() -> bool:
    """Say whether what is drawn now goes on paper, where others may read it."""
    return bool(_on_paper)


def current() -> Theme:
    """Return the theme that the application's palette shows, or that of paper."""
    if _on_paper:
        return _on_paper[-1]
    window = QApplication.palette().color(QPalette.ColorRole.Window)
    return _BY_GROUND.get(window.rgb(), LIGHT)


def mixed(colour: str, ground: str, share: float) -> QColor:
    """Return a colour as it looks on a ground when it covers a share of it, but opaque."""
    over, under = QColor(colour), QColor(ground)
    return QColor(
        round(share * over.red() + (1 - share) * under.red()),
        round(share * over.green() + (1 - share) * under.green()),
        round(share * over.blue() + (1 - share) * under.blue()),
    )


def load_fonts() -> None:
    """Register the shipped font, so that screens and prints look alike everywhere."""
    for name in ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf"):
        QFontDatabase.addApplicationFont(str(RESOURCES / "fonts" / name))


def load_japanese() -> None:
    """Register the shipped letters of Japanese; Noto Sans takes from them what it lacks.

    Line edits are told: they would go on drawing by the numbers that letters have in other fonts.
    """
    if not QFont.substitutes("Noto Sans"):
        QFontDatabase.addApplicationFont(str(RESOURCES / "fonts" / "NotoSansJP-Regular.otf"))
        QFont.insertSubstitution("Noto Sans", JAPANESE)
        for each in QApplication.allWidgets():
            if isinstance(each, QLineEdit):
                QApplication.sendEvent(each, QEvent(QEvent.Type.FontChange))


def apply(app: QApplication, theme: Theme) -> None:
    """Give the application the font, palette and style sheet of a theme."""
    font = QFont("Noto Sans")
    font.setPointSizeF(max(USUAL_PT, QApplication.font().pointSizeF()))
    font.setFeature(QFont.Tag("tnum"), 1)
    app.setFont(font)
    app.setPalette(palette(theme))
    app.setStyleSheet(style_sheet(theme, larger()))


def keep_still() -> None:
    """Let menus, lists and tool tips come and go without moving, whatever the system does."""
    QApplication.setEffectEnabled(QtCore.Qt.UIEffect.UI_General, False)


def larger() -> float:
    """Return how many times larger than usual the letters are; never less than once."""
    return max(1.0, QApplication.font().pointSizeF() / USUAL_PT)


def grown(px: float) -> int:
    """Return a length that is right for the usual letters as it is for those of now."""
    return round(px * larger())


def spread(px: float) -> int:
    """Return the length of one of many that share a room: `grown`, but half as much more."""
    return round(px * (1 + larger()) / 2)


def small(font: QFont) -> QFont:
    """Return a font as small as small print."""
    made = QFont(font)
    made.setPointSizeF(SMALL_PT * larger())
    return made


def palette(theme: Theme) -> QPalette:
    """Return the palette of a theme for every control that the style sheet leaves alone."""
    role = QPalette.ColorRole
    made = QPalette()
    for where, colour in (
        (role.Window, theme.background), (role.WindowText, theme.text), (role.Base, theme.panel),
        (role.AlternateBase, theme.background), (role.Text, theme.text),
        (role.Button, theme.panel), (role.ButtonText, theme.text),
        (role.ToolTipBase, theme.panel), (role.ToolTipText, theme.text),
        (role.PlaceholderText, theme.muted), (role.Highlight, theme.accent),
        (role.HighlightedText, theme.on_accent), (role.Link, theme.accent),
        (role.Accent, theme.accent), (role.Mid, theme.line), (role.Dark, theme.line),
        (role.Light, theme.panel), (role.Midlight, theme.line), (role.BrightText, theme.error),
    ):  # fmt: skip
        made.setColor(where, QColor(colour))
    for where in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, where, QColor(theme.muted))
    return made


def style_sheet(theme: Theme, larger: float = 1.0) -> str:
    """Return the style sheet of a theme: `role`, `kind` and `state` properties choose the look.

    Its sizes of letters, and the heights that hold them, are for the usual one; they are so many
    times `larger`.
    """
    QDir.setSearchPaths("theme", [str(RESOURCES / "theme")])
    sheets = ("planner", *(["outlined"] if theme in (LIGHT_CONTRAST, DARK_CONTRAST) else []))
    text = "".join((RESOURCES / "theme" / f"{name}.qss").read_text("utf-8") for name in sheets)
    tokens = {name: getattr(theme, name) for name in Theme._fields if name != "phases"}
    for name in sorted(tokens, key=len, reverse=True):
        text = text.replace(f"@{name}", tokens[name])
    if larger == 1.0:
        return text
    text = _ROOM.sub(lambda room: f"min-height: {round(larger * int(room[1]))}px", text)
    return _SIZE.sub(lambda size: f"font-size: {larger * float(size[1]):.1f}pt", text)
