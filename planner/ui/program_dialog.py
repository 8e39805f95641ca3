"""Choose a program: say what is wanted, see what fits and why, and on which day it starts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QWidget

from planner.coach import offering, programs, wording
from planner.coach.planning import Program
from planner.coach.start_days import Days, Placed
from planner.engine.terms import Experience
from planner.language import passage, tr
from planner.ui import dates, start_words
from planner.ui.date_field import DateField
from planner.ui.dialog_sizes import open_at
from planner.ui.fitting import stack_where_too_wide
from planner.ui.flow_layout import FlowLayout
from planner.ui.menu_key import MenuKey
from planner.ui.overlap_note import OverlapNote, Overlaps, nothing
from planner.ui.program_card import ProgramCard
from planner.ui.program_list import ProgramList
from planner.ui.program_rename import ProgramRename
from planner.ui.program_wish import ProgramWish
from planner.ui.start_days import StartDays
from planner.ui.widgets import button, column, label, row, scrolling, wrapped

MONDAY = 1  # the day on which the weeks of programs begin
MARGIN = 20  # pixels
LEFT = 320  # pixels
LEAST_LIST = 140  # pixels: three programs


class ProgramDialog(QDialog):
    """Answers and the programs that fit on the left, what the marked one is on the right.

    `planned` tells whether a plan is there from a day on, which others can go beside. `renamed`
    carries the slug and the new name of one's own program, `delete_wanted` the slug.
    """

    renamed = Signal(str, str)
    delete_wanted = Signal(str)

    def __init__(
        self,
        parent: QWidget,
        offer: Sequence[Program],
        today: date,
        lifter: str = "",
        experience: Experience = Experience.UNKNOWN,
        planned: Callable[[date], bool] = lambda _on: False,
        overlaps: Overlaps = nothing,
    ) -> None:
        super().__init__(parent)
        self._programs, self._experience = tuple(offer), experience
        self._planned, self._today = planned, today
        named = tr("Start a program for {name}").format(name=lifter)
        self.setWindowTitle(named if lifter else tr("Start a program"))
        open_at(self, QSize(1120, 760))
        layout = column(self, margin=MARGIN, spacing=16)
        layout.addWidget(wrapped(self.windowTitle(), "title", self))
        body = row(spacing=16)
        body.addWidget(self._left())
        self._card = ProgramCard(self)
        self.sessions = self._card.sessions
        for asking in (self.list, self._card):
            asking.rename_wanted.connect(self._rename)
            asking.delete_wanted.connect(lambda: self.delete_wanted.emit(self.program().slug))
        body.addWidget(self._card, 1)
        layout.addLayout(body, 1)
        layout.addWidget(self._said())
        self.overlap = OverlapNote(self, overlaps)
        layout.addWidget(self.overlap)
        layout.addLayout(self._bottom(today))
        self.wish.expect(experience)
        self._rank()

    def _left(self) -> QScrollArea:
        """Return answers above programs; on a small screen they scroll together."""
        inside = QWidget(self)
        left = column(inside)
        self.wish = ProgramWish(inside)
        self.wish.setFixedWidth(LEFT)
        self.wish.changed.connect(self._rank)
        left.addWidget(self.wish)
        self.list = ProgramList(inside)
        MenuKey(self)
        self.list.setFixedWidth(LEFT)
        self.list.setMinimumHeight(LEAST_LIST)
        self.list.marked.connect(self._show)
        self.list.itemDoubleClicked.connect(self.accept)
        left.addWidget(self.list, 1)
        area = scrolling(inside, self)
        area.setFixedWidth(LEFT + area.verticalScrollBar().sizeHint().width())
        return area

    def _said(self) -> QWidget:
        """Return the lines about the days and the loads."""
        inside = QWidget(self)
        lines = column(inside, spacing=4)
        self._about, self._loads = wrapped("", "", inside), wrapped("", "small", inside)
        lines.addWidget(self._about)
        lines.addWidget(self._loads)
        return inside

    def _bottom(self, today: date) -> QHBoxLayout:
        line = row()
        line.addWidget(self._when(today), 1, Qt.AlignmentFlag.AlignVCenter)
        cancel = button(tr("&Cancel"), parent=self)
        cancel.clicked.connect(self.reject)
        self._start = button(tr("&Start program"), "primary", self)
        self._start.clicked.connect(self.accept)
        self._start.setDefault(True)
        buttons = row()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self._start)
        line.addLayout(buttons)
        stack_where_too_wide(line, 2 * MARGIN, self)
        return line

    def _when(self, today: date) -> QWidget:
        """Return the first day and the days to train, on two lines where one is too short."""
        inside = QWidget(self)
        flow = FlowLayout(inside, 16)
        first = QWidget(inside)
        line = row(first)
        self.date = DateField(dates.block_start(today, MONDAY), today, first)
        self.date.dateChanged.connect(self._show)
        self.date.setAccessibleName(tr("First day"))
        self.date.lineEdit().setAccessibleName(tr("First day"))
        caption = label(tr("&First day"), parent=first)
        caption.setBuddy(self.date)
        self.days = StartDays(inside)
        self.days.changed.connect(self._show_days)
        line.addWidget(caption)
        line.addWidget(self.date)
        self.days.setMinimumHeight(self.date.sizeHint().height())  # on one line with it
        flow.addWidget(first)
        flow.addWidget(self.days)
        return inside

    def show_programs(self, offer: Sequence[Program]) -> None:
        """Offer other programs."""
        self._programs = tuple(offer)
        self._rank()

    def tell(self, news: str) -> None:
        """Say below the list what was done, until another program is marked."""
        self._loads.setText(news)

    def accept(self) -> None:
        """Start the program that is marked, unless the answers or the days rule it out."""
        if self._can_start():
            super().accept()

    def _can_start(self) -> bool:
        return self.list.fit().possible and bool(self.days.on() or not self._usual)

    def _rank(self) -> None:
        planned = self._planned(self.starts_on())
        self.list.show_fits(offering.ranked(self._programs, self.wish.wish(), planned))

    def _show(self, _number: object = None) -> None:
        self._usual = programs.usual_days(self.program().slug)
        self.days.show_for(self._usual, self.starts_on())
        self._show_days()

    def _show_days(self) -> None:
        """Show what the program is on the days that are marked."""
        fit, days = self.list.fit(), self.training_days()
        joins = fit.program.beside and self._planned(self.starts_on())
        placed = programs.placed(fit.program.slug, self.starts_on(), days)
        self._card.show_program(fit, placed, self._experience, joins)
        self._start.setText(tr("&Add to the plan") if joins else tr("&Start program"))
        self._start.setEnabled(self._can_start())
        self._tell_overlap(joins)
        self._tell_days(self._about_days(placed, days))
        self._loads.setText(self._about_start(joins) if fit.possible else self._ruled_out())

    def _tell_overlap(self, joins: bool) -> None:
        if joins:
            self.overlap.clear()
        else:
            last = self.starts_on() + timedelta(weeks=self.program().weeks, days=-1)
            self.overlap.show_for(self.starts_on(), last)

    def _tell_days(self, words: str) -> None:
        self._about.setText(words)
        self._about.setVisible(bool(words))
        self.days.describe(words)

    def _about_days(self, placed: Placed, days: Days | None) -> str:
        if self.days.refused:
            return start_words.refused(self._usual)
        if self._usual and not self.days.on():
            return tr("Choose at least one day to train on.")
        over = start_words.over(self.days.on(), self.starts_on(), self._today)
        said = start_words.said(placed, self.program(), days, self.starts_on()) if days else ""
        return passage(filter(None, (over, said)))

    def _about_start(self, joins: bool) -> str:
        if self.program().beside and not joins:
            return tr("It goes best beside a main plan; from this day on there is none yet.")
        return tr("Loads come from what you logged; where there is nothing yet, they stay open.")

    def _ruled_out(self) -> str:
        why = wording.render(self.list.fit().against[0])
        return tr("{why} Change the answers to start it.").format(why=why)

    def _rename(self) -> None:
        slug = self.program().slug
        asked = ProgramRename(self, slug)
        asked.accepted.connect(lambda: self.renamed.emit(slug, asked.name()))
        asked.finished.connect(asked.deleteLater)
        asked.open()

    def program(self) -> Program:
        """Return the program that is marked."""
        return self.list.fit().program

    def training_days(self) -> Days | None:
        """Return on which days to train; None where they are those of the program."""
        on = self.days.on()
        if on == self._usual or not on:
            return None
        minutes = self.wish.wish().minutes
        return Days(on, None if minutes is None else max(minutes, self.program().minutes))

    def starts_on(self) -> date:
        """Return the first day of the first week."""
        return self.date.day()
