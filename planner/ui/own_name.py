"""Offer to make an exercise whose name was typed and is not in the library."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from planner.coach import library


def is_new(text: str) -> bool:
    """Say whether something was typed that no exercise fits."""
    return bool(text.strip()) and not library.is_known(text)


def name(text: str) -> str:
    """Return a name as the library writes them: with one capital, unless it has some."""
    clean = " ".join(text.split())
    return clean if clean != clean.lower() else clean[:1].upper() + clean[1:]


def asked(text: str) -> str:
    """Return the words of the button that makes an exercise."""
    words = QCoreApplication.translate("OwnLibrary", "Make ‘{name}’…")
    return words.format(name=name(text).replace("&", "&&"))
