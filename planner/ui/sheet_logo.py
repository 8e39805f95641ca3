"""A studio's logo: read from a picture file, made grey, and small enough for a header."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter
from PySide6.QtSvg import QSvgRenderer

MOST_WIDTH_MM, MOST_HEIGHT_MM = 40.0, 12.0
DOTS_PER_MM = 16  # about 400 dpi
MOST = QSize(round(MOST_WIDTH_MM * DOTS_PER_MM), round(MOST_HEIGHT_MM * DOTS_PER_MM))


@lru_cache(maxsize=2)
def logo(file: bytes) -> QImage:
    """Return the picture in shades of grey on white; a null image when it cannot be read."""
    made = _pixels(file) if file else QImage()
    if made.isNull():
        made = _drawing(file) if file else QImage()
    if made.isNull():
        return made
    page = QImage(made.size(), QImage.Format.Format_RGB32)
    page.fill(Qt.GlobalColor.white)
    painter = QPainter(page)
    painter.drawImage(0, 0, made)
    painter.end()
    return page.convertToFormat(QImage.Format.Format_Grayscale8)


def logo_size(file: bytes) -> tuple[float, float]:
    """Return (width, height) of a logo on paper in millimetres; (0, 0) without one."""
    made = logo(file)
    if made.isNull():
        return 0.0, 0.0
    share = min(MOST_WIDTH_MM / made.width(), MOST_HEIGHT_MM / made.height())
    return made.width() * share, made.height() * share


def _pixels(file: bytes) -> QImage:
    buffer = QBuffer()
    buffer.setData(QByteArray(file))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    if bytes(reader.format().data()) not in (b"png", b"jpeg"):
        return QImage()
    size = reader.size()
    if size.width() > MOST.width() or size.height() > MOST.height():
        reader.setScaledSize(size.scaled(MOST, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


def _drawing(file: bytes) -> QImage:
    if b"<svg" not in file:
        return QImage()
    renderer = QSvgRenderer(QByteArray(file))
    size = renderer.defaultSize()
    if not renderer.isValid() or size.isEmpty():
        return QImage()
    made = QImage(
        size.scaled(MOST, Qt.AspectRatioMode.KeepAspectRatio), QImage.Format.Format_ARGB32
    )
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    renderer.render(painter)
    painter.end()
    return made
