"""Hard sets per muscle group in the week, each on a bar over the lifter's range."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QWidget

from planner.coach.planning import MuscleVolume
from planner.coach.tags import Tagged
from planner.engine.terms import Experience
from planner.language import tr
from planner.ui import group_words, theme, volume_words, widgets
from planner.ui.range_bar import RangeBar

MARGIN_PX, LOW_MARGIN_PX = 12, 4
LOW_PX = 480  # a tab less high than this shows less beside the week, with the usual letters
LOWEST_PX = 260  # and one less high than this the week alone


class VolumeStrip(QFrame):
    """Follows every change of the week."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._shown: tuple[MuscleVolume, ...] | None = None
        self._low = False
        self._column = layout = widgets.column(self, margin=MARGIN_PX)
        head = widgets.row(spacing=12)
        self._title = widgets.label(tr("HARD SETS PER MUSCLE"), "section", self)
        head.addWidget(self._title)
        self.legend = widgets.ElidedLabel("", "small", self)
        self.jumps = widgets.ElidedLabel("", "tight", self)
        head.addWidget(self.legend, 1)
        head.addWidget(self.jumps, 1)
        self.tags = widgets.label("", "small", self)
        head.addWidget(self.tags)
        layout.addLayout(head)
        self._groups = widgets.row(spacing=10)
        layout.addLayout(self._groups)
        self._made: list[GroupVolume] = []

    def fit(self, tab_px: int) -> bool:
        """Leave the week its room in a tab of a height; say whether that is low."""
        self.setVisible(tab_px >= theme.grown(LOWEST_PX))
        low = tab_px < theme.grown(LOW_PX)
        self._show_low(low)
        return low

    def _show_low(self, low: bool) -> None:
        """Take little room in a low window: names, sets and bars; the tooltip tells the rest."""
        self._low = low
        self._title.setVisible(not low)
        self.tags.setVisible(bool(self.tags.text()) and not low)
        self.legend.setVisible(not low and not self.jumps.text())
        margin = LOW_MARGIN_PX if low else MARGIN_PX
        self._column.setContentsMargins(MARGIN_PX, margin, MARGIN_PX, margin)
        for made in self._made:
            made.place.setVisible(not low)

    def show_volumes(self, volumes: Sequence[MuscleVolume], experience: Experience) -> None:
        """Show the groups in order, and whose range they are held against."""
        self.legend.show_text(volume_words.legend(volumes, experience))
        told = volume_words.jumps(volumes)
        self._show_jumps(told)
        why = volume_words.jumps_explained() if told else ""
        explained = (volume_words.explained(volumes, experience), told, why)
        self.setToolTip("\n\n".join(part for part in explained if part))
        if tuple(volumes) == self._shown:
            return
        self._shown = tuple(volumes)
        for old in self._made:
            self._groups.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._made = [GroupVolume(volume, self) for volume in volumes]
        for made in self._made:
            self._groups.addWidget(made, 1)
            made.place.setVisible(not self._low)

    def show_tags(self, counted: Tagged) -> None:
        """Say how many sets there are, and how many train the nerves or are functional."""
        self.tags.setText(volume_words.tags(counted))
        self.tags.setToolTip(volume_words.tags_explained(counted))
        self.tags.setVisible(bool(self.tags.text()) and not self._low)

    def _show_jumps(self, words: str) -> None:
        """Say what rises fast, in the place of the legend, which the tooltip tells in full."""
        self.legend.setVisible(not words and not self._low)
        self.jumps.setVisible(bool(words))
        self.jumps.show_text(f"▲ {words}" if words else "")


class GroupVolume(QWidget):
    """One muscle group: name, sets, bar, and where that lies."""

    def __init__(self, volume: MuscleVolume, parent: QWidget) -> None:
        super().__init__(parent)
        layout = widgets.column(self, spacing=3)
        layout.addWidget(widgets.ElidedLabel(group_words.alone(volume.group), "tight", self))
        layout.addWidget(widgets.label(volume_words.amount(volume), "number", self))
        layout.addWidget(RangeBar(volume.sets, volume.low, volume.high, self))
        self.place = widgets.ElidedLabel(volume_words.place(volume), "tight", self)
        layout.addWidget(self.place)
        self.setAccessibleName(volume_words.spoken(volume))
        self.setToolTip(volume_words.spoken(volume))
