"""The build scripts as modules: they lie beside each other in a folder that is no package."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parent.parent.parent


def script(name: str) -> ModuleType:
    """Import a script of packaging/ by its name."""
    sys.path.insert(0, str(ROOT / "packaging"))
    try:
        return import_module(name)
    finally:
        sys.path.pop(0)
