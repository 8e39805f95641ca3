"""Export data: what, of whom, with what is private or without, and where to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from planner.coach import export_files, plan_calendar
from planner.coach.export_files import Export, Kind
from planner.engine.terms import Lifter
from planner.language import tr
from planner.ui import dates, export_words
from planner.ui.export_place import ExportPlace
from planner.ui.export_run import Target
from planner.ui.fitting import fit_screen
from planner.ui.locked_line import locked_line
from planner.ui.screen_room import room_on_screen
from planner.ui.still_bar import StillBar
from planner.ui.tick_list import TickList
from planner.ui.widgets import button, column, give_role, label, row, wrapped

USUAL_SIZE = QSize(640, 460)


class ExportDialog(QDialog):
    """`wanted` comes when files are to be written, `stopped` when no more are."""

    wanted = Signal()
    stopped = Signal()

    def __init__(
        self,
        parent: QWidget,
        lifters: Sequence[Lifter],
        shown: int | None,
        now: datetime,
        locked: Sequence[Lifter] = (),
    ) -> None:
        super().__init__(parent)
        self._now, self._locked = now, locked
        self._lifters = {made.id: made for made in lifters if made.id is not None}
        self._busy = False
        self.setWindowTitle(tr("Export"))
        self.list = TickList(self, lifters, shown)
        fit_screen(self._build())
        self.list.itemChanged.connect(self._show)
        self.place.changed.connect(lambda: self.tell(""))
        self.tell("")
        self._show()
        self.resize(USUAL_SIZE.boundedTo(room_on_screen(self)))  # what is shown says how high

    def _build(self) -> QVBoxLayout:
        self.private, self.timed = QCheckBox(self), QCheckBox(self)
        self._private_about = wrapped("", "small", self)
        self.place = ExportPlace(self, self._now)
        self.bar, self.news = StillBar(self), wrapped("", "small", self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Writing"))
        layout = column(self, margin=24, spacing=12)
        layout.addWidget(label(tr("Export"), "title", self))
        layout.addLayout(self._top(), 1)
        layout.addWidget(locked_line(self, self._locked))
        choices = (self.timed, self.private, self._private_about)
        for part in (*choices, self.place, self.bar, self.news):
            layout.addWidget(part)
        layout.addLayout(self._bottom())
        return layout

    def kind(self) -> Kind:
        """Return what is to be exported."""
        return list(Kind)[self.kinds.checkedId()]

    def choose(self, kind: Kind) -> None:
        """Choose what is to be exported."""
        self.kinds.button(list(Kind).index(kind)).click()

    def lifter_ids(self) -> list[int]:
        """Return whose data are wanted."""
        return self.list.ids()

    def targets(self) -> list[Target]:
        """Return what goes into which file."""
        ids, paths = tuple(self.lifter_ids()), self.place.paths()
        if len(paths) == 1:
            everything = set(ids) == set(self._lifters)
            return [Target(self._wanted(ids, everything), paths[0])]
        return [Target(self._wanted((key,)), p) for key, p in zip(ids, paths, strict=True)]

    def tell(self, problem: str) -> None:
        """Say what is wrong, or with '' nothing, and let it be tried again."""
        self._set_busy(False)
        give_role(self.news, "warn" if problem else "small")
        self.news.setText(problem)
        self.news.setVisible(bool(problem))

    def show_percent(self, percent: int) -> None:
        """Show how far the writing is."""
        self.bar.setRange(0, 100)
        self.bar.setValue(percent)

    def reject(self) -> None:
        """Stop writing; without any, close."""
        if not self._busy:
            super().reject()
            return
        self.stopped.emit()
        self.tell(tr("Stopped. Nothing half-written is left."))

    def _top(self) -> QHBoxLayout:
        line = row(spacing=24)
        what = QVBoxLayout()
        what.setSpacing(8)
        self.kinds = QButtonGroup(self)
        for at, kind in enumerate(Kind):
            choice = QRadioButton(export_words.kind(kind), self)
            self.kinds.addButton(choice, at)
            what.addWidget(choice)
        self.kinds.button(0).setChecked(True)
        self.kinds.idClicked.connect(self._show)
        self._about = wrapped("", "small", self)
        what.addSpacing(4)
        what.addWidget(self._about)
        what.addStretch(1)
        line.addLayout(what, 1)
        if len(self._lifters) > 1:
            line.addLayout(self._whom(), 1)
        else:
            self.list.hide()
        return line

    def _whom(self) -> QVBoxLayout:
        whom = QVBoxLayout()
        whom.setSpacing(8)
        whom.addWidget(self.list, 1)
        self.list.setAccessibleName(tr("Lifters"))
        self.everybody = QCheckBox(tr("&All lifters"), self)
        self.everybody.clicked.connect(self.list.tick_all)
        whom.addWidget(self.everybody)
        return whom

    def _bottom(self) -> QHBoxLayout:
        line = row()
        self.cancel = button(tr("Cancel"), "", self)
        self.cancel.setAutoDefault(False)
        self.cancel.clicked.connect(self.reject)
        self.go = button(tr("&Export"), "primary", self)
        self.go.setDefault(True)
        self.go.clicked.connect(self._begin)
        line.addStretch(1)
        line.addWidget(self.cancel)
        line.addWidget(self.go)
        return line

    def _show(self, *_changed: object) -> None:
        """Show what goes with what is chosen."""
        kind, ids = self.kind(), self.lifter_ids()
        names = [self._lifters[key].name for key in ids]
        about = export_words.about(kind)
        if kind.holds_one and len(ids) > 1:
            about += " " + tr("Each lifter gets a file of their own.")
        self._about.setText(about)
        private = export_files.private_kept(kind, ids)
        self.private.setText(export_words.private(kind))
        self._private_about.setText(export_words.private_about(kind))
        self.private.setVisible(private)
        self._private_about.setVisible(private)
        self._show_time(kind, ids)
        self.place.show_for(kind, names)
        self.tell("")
        if len(self._lifters) > 1:
            self.everybody.setChecked(len(ids) == len(self._lifters))

    def _show_time(self, kind: Kind, ids: Sequence[int]) -> None:
        usual = self._usual(ids[0]) if kind is Kind.CALENDAR and len(ids) == 1 else None
        self.timed.setVisible(usual is not None)
        if usual is not None:
            at = dates.clock(datetime.combine(self._now, usual))
            said = tr("At the &usual time, {time}, rather than all day")
            self.timed.setText(said.format(time=at))

    def _usual(self, lifter_id: int) -> time | None:
        return plan_calendar.usual_time(lifter_id)

    def _wanted(self, ids: tuple[int, ...], everything: bool = False) -> Export:
        timed = self.timed.isChecked() and not self.timed.isHidden()
        private = self.private.isChecked() and not self.private.isHidden()
        at = self._usual(ids[0]) if timed else None
        return Export(self.kind(), ids, self._now, private, at, everything)

    def _begin(self) -> None:
        there = self.place.in_the_way()
        if there is not None:
            said = tr("{path} is there already. Choose another name, or Browse… to replace it.")
            self.tell(said.format(path=there))
            return
        self.tell("")
        self._set_busy(True)
        self.bar.setRange(0, 0)
        self.wanted.emit()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.bar.setVisible(busy)
        for widget in (*self.kinds.buttons(), self.list, self.private, self.timed, self.place):
            widget.setEnabled(not busy)
        if len(self._lifters) > 1:
            self.everybody.setEnabled(not busy)
        self.go.setEnabled(not busy and bool(self.lifter_ids()))
