"""Draw the PNG pictures in resources/icons from the SVG drawings beside them.

.venv/bin/python packaging/icons.py     after a drawing has been changed

Also packs them into the icon files of Windows and macOS, when these packages are built.
"""

from __future__ import annotations

import os
import struct
from pathlib import Path

from product import ROOT

ICONS = ROOT / "resources" / "icons"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)  # px
FILE_SIZES = (16, 32, 48, 256)  # px: those that Windows shows
SMALL = 24  # px: up to here lines have to lie on pixels
MACOS = {16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08", 512: b"ic09"}


def main() -> None:
    """Draw all sizes anew."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for size in SIZES:
        drawn(ICONS / f"planner{'-small' if size <= SMALL else ''}.svg", size, picture(size))
    for size in FILE_SIZES:
        drawn(ICONS / "planner-file.svg", size, picture(size, "planner-file"))


def picture(size: int, name: str = "planner") -> Path:
    """Return where the picture of a size is, in px."""
    return ICONS / f"{name}-{size}.png"


def drawn(drawing: Path, size: int, out: Path) -> Path:
    """Draw an SVG as a PNG picture of a size."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as painter:
        QSvgRenderer(str(drawing)).render(painter)
    if not image.save(str(out)):
        raise OSError(f"{out} could not be written")
    return out


def windows_icon(name: str = "planner") -> bytes:
    """Return pictures as an .ico file: a list of where each begins, then PNG after PNG."""
    sizes = FILE_SIZES if name == "planner-file" else SIZES[:-1]
    pictures = [picture(size, name).read_bytes() for size in sizes]
    at = 6 + 16 * len(sizes)
    entries = b""
    for size, data in zip(sizes, pictures, strict=True):
        entries += struct.pack("<4B2H2I", size % 256, size % 256, 0, 0, 1, 32, len(data), at)
        at += len(data)
    return struct.pack("<3H", 0, 1, len(sizes)) + entries + b"".join(pictures)


def macos_icon() -> bytes:
    """Return the pictures as an .icns file: each PNG after its kind and length."""
    parts = []
    for size, kind in MACOS.items():
        data = picture(size).read_bytes()
        parts.append(kind + struct.pack(">I", 8 + len(data)) + data)
    body = b"".join(parts)
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


if __name__ == "__main__":
    main()
