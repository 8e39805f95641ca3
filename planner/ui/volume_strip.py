"""Hard sets per muscle group in the week, each on a bar over the lifter's range."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QWidget

from planner.coach import wording
from planner.coach.planning import MuscleVolume
from planner.ui import counts, widgets
from planner.ui.range_bar import RangeBar


class VolumeStrip(QFrame):
    """Follows every change of the week."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._shown: tuple[MuscleVolume, ...] | None = None
        layout = widgets.column(self, margin=12)
        head = widgets.row(spacing=12)
        head.addWidget(widgets.label(self.tr("HARD SETS PER MUSCLE"), "section", self))
        told = self.tr("this week, against your range")
        head.addWidget(widgets.ElidedLabel(told, "small", self), 1)
        layout.addLayout(head)
        self._groups = widgets.row(spacing=10)
        layout.addLayout(self._groups)
        self._made: list[QWidget] = []

    def show_volumes(self, volumes: Sequence[MuscleVolume]) -> None:
        """Show the groups in order."""
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


class GroupVolume(QWidget):
    """One muscle group: name, sets, bar."""

    def __init__(self, volume: MuscleVolume, parent: QWidget) -> None:
        super().__init__(parent)
        layout = widgets.column(self, spacing=4)
        head = widgets.row(spacing=4)
        head.addWidget(widgets.ElidedLabel(volume.group, "tight", self), 1)
        head.addWidget(widgets.label(wording.number(volume.sets), "number", self))
        layout.addLayout(head)
        layout.addWidget(RangeBar(volume.sets, volume.low, volume.high, self))
        off = self._off(volume)
        layout.addWidget(widgets.ElidedLabel(off, "tight", self))
        words = self.tr("{group}: {sets}, range {low}–{high}").format(
            group=volume.group,
            sets=counts.hard_sets(volume.sets),
            low=wording.number(volume.low),
            high=wording.number(volume.high),
        )
        spoken = ", ".join(filter(None, (words, off)))
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)

    def _off(self, volume: MuscleVolume) -> str:
        """Say how far a group is off its range; '' inside it."""
        if volume.sets < volume.low:
            return self.tr("{sets} under").format(sets=wording.number(volume.low - volume.sets))
        if volume.sets > volume.high:
            return self.tr("{sets} over").format(sets=wording.number(volume.sets - volume.high))
        return ""
