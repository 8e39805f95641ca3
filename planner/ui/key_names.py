"""What keys are called on the keyboards of the language in use, as Qt's menus call them."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

from planner.language import tr

_IN_QT = {"PgDn": "PgDown"}
_KEY = re.compile(r"[A-Z][A-Za-z]+")


def shown(keys: str) -> str:
    """Write 'Ctrl+Z' with the names of its keys: 'Strg+Z'."""
    return _KEY.sub(lambda found: _name(found[0]), keys)


def _name(key: str) -> str:
    if key == "Page":
        return tr("Page", "the key that turns a page; an arrow follows")
    known = _IN_QT.get(key, key)
    said = QCoreApplication.translate("QShortcut", known)
    return key if said == known else said
