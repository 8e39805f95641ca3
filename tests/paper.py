"""What is written on the pages of a PDF."""

from __future__ import annotations

import subprocess
from pathlib import Path


def text_of(path: Path) -> str:
    """Return the text of a PDF as it is laid out; a form feed ends each page."""
    command = ["pdftotext", "-layout", path, "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout
