"""All that is to be known of a program before it is started."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from planner.coach import program_days, wording
from planner.coach.choosing import Fit
from planner.coach.planning import MuscleVolume, Program
from planner.coach.start_days import Placed
from planner.engine.terms import Experience, Phrase
from planner.language import passage, tr
from planner.ui import counts
from planner.ui.program_sessions import ProgramSessions
from planner.ui.volume_strip import GroupVolume
from planner.ui.widgets import button, column, row, scrolling, wrapped

A_LINE = 5  # muscle groups beside each other


class ProgramCard(QFrame):
    """Name, facts, first week, volume, progression and evidence, scrolling together.

    A program of one's own can be renamed and deleted, which the two signals ask for.
    """

    rename_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown = ""  # the program by its slug
        self.setProperty("role", "card")
        layout = column(self, margin=16)
        self.name = wrapped("", "title", self)
        self.facts = wrapped("", "muted", self)
        self.summary = wrapped("", parent=self)
        self.reasons = wrapped("", "small", self)
        self.against = wrapped("", "warn", self)
        self.rename = button(tr("Rena&me…"), "quiet", self)
        self.delete = button(tr("De&lete"), "quiet", self)
        self.rename.clicked.connect(self.rename_wanted)
        self.delete.clicked.connect(self.delete_wanted)
        head = row()
        head.addWidget(self.name, 1)
        for made in (self.rename, self.delete):
            made.setAutoDefault(False)
            head.addWidget(made)
        layout.addWidget(self._scrolled(head), 1)

    def _scrolled(self, head: QHBoxLayout) -> QWidget:
        self._headings: dict[QWidget, QLabel] = {}
        inside = QWidget(self)
        body = column(inside, spacing=8)
        body.setContentsMargins(0, 0, 8, 0)
        body.addLayout(head)
        for said in (self.facts, self.summary, self.reasons, self.against):
            body.addWidget(said)
        self.sessions = ProgramSessions(inside)
        self._section(body, tr("FIRST WEEK"), self.sessions)
        self._volume = QWidget(inside)
        self._volume_lines = column(self._volume, spacing=8)
        self._section(body, tr("HARD SETS PER MUSCLE IN THE FULLEST WEEK"), self._volume)
        self.progression = self._words(body, tr("HOW LOADS MOVE"))
        self.leave = self._words(body, tr("WHEN TO LEAVE IT"))
        self.evidence = self._words(body, tr("WHAT IT RESTS ON"))
        body.addStretch(1)
        area = scrolling(inside, self)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # so that keys can scroll it
        area.setAccessibleName(tr("Sessions, volume and evidence of the program"))
        self._area = area
        return area

    def _section(self, body: QVBoxLayout, title: str, widget: QWidget) -> None:
        body.addSpacing(4)
        heading = wrapped(title, "section", self)
        self._headings[widget] = heading
        body.addWidget(heading)
        body.addWidget(widget)

    def _words(self, body: QVBoxLayout, title: str) -> QLabel:
        made = wrapped("", parent=self)
        self._section(body, title, made)
        return made

    def _write(self, where: QLabel, words: str) -> None:
        where.setText(words)
        where.setVisible(bool(words))
        self._headings[where].setVisible(bool(words))

    def show_program(self, fit: Fit, placed: Placed, experience: Experience, joins: bool) -> None:
        """Show a program on its days, and what speaks for and against it.

        `joins` says that its sessions would become part of those of a plan.
        """
        program = fit.program
        self.name.setText(program.name)
        for made in (self.rename, self.delete):
            made.setVisible(program.own)
        self.facts.setText(self._facts(program, placed, joins))
        self.summary.setText(f"{program.for_whom} {program.summary}".strip())
        self.summary.setVisible(bool(self.summary.text()))
        _say(self.reasons, fit.reasons)
        _say(self.against, fit.against)
        block = placed.block
        self.sessions.show_sessions(program_days.first_week(block), block.started_on)
        self._show_volume(program_days.weekly_volume(block, experience))
        self._write(self.progression, program.progression)
        self._write(self.leave, program.leave)
        claims = (f"{each.says} ({each.reference}: {tr(each.grade)})" for each in program.evidence)
        self._write(self.evidence, "\n".join(claims))
        if program.slug != self._shown:
            self._area.verticalScrollBar().setValue(0)
        self._shown = program.slug

    def _facts(self, program: Program, placed: Placed, joins: bool) -> str:
        goal = tr("yours") if program.own else program.goal
        if program.own and program.goal:
            goal = tr("yours, for {goal}").format(goal=program.goal)
        if joins:
            facts = tr("{goal} · joins the sessions of your plan · {minutes} min · {weeks}")
        else:
            facts = tr("{goal} · {days} a week · up to {minutes} min · {weeks}")
        return facts.format(
            goal=wording.sentence(goal),
            days=counts.days(placed.days_a_week if placed.spread else program.days),
            minutes=placed.minutes or program.minutes,
            weeks=counts.weeks(program.weeks),
        )

    def _show_volume(self, shown: Sequence[MuscleVolume]) -> None:
        for old in self._volume.findChildren(
            QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly
        ):
            old.hide()
            old.deleteLater()
        for start in range(0, len(shown), A_LINE):
            line = QWidget(self._volume)
            groups = row(line, spacing=10)
            for volume in shown[start : start + A_LINE]:
                groups.addWidget(GroupVolume(volume, line), 1)
            self._volume_lines.addWidget(line)


def _say(where: QLabel, said: Sequence[Phrase]) -> None:
    where.setText(passage(wording.render(each) for each in said))
    where.setVisible(bool(said))
