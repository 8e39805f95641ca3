"""The bar for the next set, with the plates of this lifter's gym on it."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.coach import wording
from planner.engine.terms import Unit
from planner.ui import theme
from planner.ui.set_columns import local
from planner.ui.widgets import column, label, wrapped

HEIGHT, BAR_HEIGHT = 84, 8  # px
PLATE_WIDTH, PLATE_GAP = 16, 3  # px
TALLEST_KG = 20.0  # a plate of this weight and more is drawn full size
# (from kg, fill, ink): the colours of competition plates, nearest weight at or below
_COLOURS = (
    (24.0, "#c8452f", "#ffffff"), (19.0, "#2f6fbd", "#ffffff"), (14.0, "#e6b422", "#1b1f27"),
    (9.0, "#2e8b57", "#ffffff"), (4.0, "#8d96a5", "#1b1f27"), (2.2, "#5d6675", "#ffffff"),
    (0.0, "#b9c0cb", "#1b1f27"),
)  # fmt: skip


class BarView(QWidget):
    """Draws a bar with plates, each with its weight on it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._plates_kg: tuple[float, ...] = ()
        self._unit = Unit.KG
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_plates(self, plates_kg: tuple[float, ...], unit: Unit) -> None:
        """Draw the plates of one side, heaviest first, on both sides."""
        self._plates_kg, self._unit = plates_kg, unit
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bar and, from the inside out, the plates."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.current().muted))
        middle, centre = self.height() / 2, self.width() / 2
        painter.drawRoundedRect(
            QRectF(4, middle - BAR_HEIGHT / 2, self.width() - 8, BAR_HEIGHT), 3, 3
        )
        width = self._plate_width()
        for place, kg in enumerate(self._plates_kg):
            out = self._grip() + place * (width + PLATE_GAP)
            self._paint_plate(painter, centre + out, width, kg)
            self._paint_plate(painter, centre - out - width, width, kg)

    def _grip(self) -> float:
        return min(24.0, self.width() / 10)

    def _plate_width(self) -> float:
        room = self.width() / 2 - self._grip() - 10
        each = room / max(len(self._plates_kg), 1) - PLATE_GAP
        return max(4.0, min(float(PLATE_WIDTH), each))

    def _paint_plate(self, painter: QPainter, left: float, width: float, kg: float) -> None:
        height = (HEIGHT - 8) * (0.42 + 0.58 * min(kg / TALLEST_KG, 1.0))
        fill, ink = next((fill, ink) for least, fill, ink in _COLOURS if kg >= least)
        box = QRectF(left, (self.height() - height) / 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(box, 3, 3)
        if width >= 12:
            self._paint_weight(painter, box, kg, ink)

    def _paint_weight(self, painter: QPainter, box: QRectF, kg: float, ink: str) -> None:
        painter.save()
        font = painter.font()
        font.setPixelSize(10)
        painter.setFont(font)
        painter.setPen(QColor(ink))
        painter.translate(box.center())
        painter.rotate(-90)
        turned = QRectF(-box.height() / 2, -box.width() / 2, box.height(), box.width())
        painter.drawText(turned, Qt.AlignmentFlag.AlignCenter, _mass(kg, self._unit))
        painter.restore()


class PlatesView(QWidget):
    """Shows what to put on the bar for a load, in words and drawn."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = label("", "section", self)
        self._bar = BarView(self)
        self.words = wrapped("", "muted", self)
        box = column(self)
        for widget in (self._title, self._bar, self.words):
            box.addWidget(widget)

    def show_load(
        self, load_kg: float, plates_kg: tuple[float, ...], made_kg: float, unit: Unit
    ) -> None:
        """Show the plates of one side for a load; `made_kg` is what they make with the bar."""
        self._title.setText(self.tr("PLATES · {0} {1}").format(_mass(load_kg, unit), unit.upper()))
        self._bar.show_plates(plates_kg, unit)
        self.words.setText(self._sentence(load_kg, plates_kg, made_kg, unit))
        self._bar.setAccessibleName(self.words.text())

    def _sentence(
        self, load_kg: float, plates_kg: tuple[float, ...], made_kg: float, unit: Unit
    ) -> str:
        bar_kg = made_kg - 2 * sum(plates_kg)
        parts = []
        if bar_kg > 0.01:
            parts.append(self.tr("{0} {1} bar").format(_mass(bar_kg, unit), unit))
        if plates_kg:
            parts.append(f"2 × ({_sum(plates_kg, unit)})")
        made = f"{_mass(made_kg, unit)} {unit}"
        if load_kg < made_kg - 0.01:
            return self.tr("Lighter than the empty bar: {0}").format(made)
        total = f"{' + '.join(parts)} = {made}"
        if abs(load_kg - made_kg) < 0.01:
            return self.tr("{0} exactly").format(total)
        return self.tr("{0}, the nearest below").format(total)


def _sum(plates_kg: tuple[float, ...], unit: Unit) -> str:
    groups = ((kg, len(list(same))) for kg, same in groupby(plates_kg))
    return " + ".join(
        _mass(kg, unit) if count < 3 else f"{count} × {_mass(kg, unit)}"
        for kg, count in groups
        for _ in range(count if count < 3 else 1)
    )


def _mass(kg: float, unit: Unit) -> str:
    return local(wording.mass(kg, unit))
