"""Why a day asks for what it does: the verdict, its reasons, the gauges, and another choice."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from planner.coach import day_line, muscle_days
from planner.engine.terms import DayVerdict, Gauge, Phrase, Today, Unit
from planner.language import tr
from planner.ui import suggestion_words, today_words
from planner.ui.about import Page
from planner.ui.dialog_sizes import open_at
from planner.ui.non_use_lines import NonUseLines
from planner.ui.reading_bar import reading_bar
from planner.ui.slices import Job, Slices
from planner.ui.today_gauges import CentralGauge, MuscleGauges
from planner.ui.verdict_choice import VerdictChoice
from planner.ui.widgets import button, column, label, row, scrolling, wrapped
from planner.ui.writing import writes

USUAL_SIZE = QSize(780, 800)


class Around(NamedTuple):
    """What is known besides: why nothing is asked for at all (None: it is), which questions of
    the check-in are answered, and whether the verdict and the recovery are shown."""

    instead: Phrase | None
    given: int
    asked: int
    unit: Unit
    verdict: bool = True
    recovery: bool = True


class TodayDialog(Page):
    """`chosen` carries another verdict and a reason, `taken_back` wants what was said."""

    chosen = Signal(object, str)
    taken_back = Signal()
    check_in_wanted = Signal()
    sources_wanted = Signal()
    switches_wanted = Signal()
    questions_wanted = Signal()

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent, tr("Recovery today: {name}").format(name=name))
        self._content = QWidget(self)
        self._box = column(self._content, spacing=12)
        self._box.setContentsMargins(0, 0, 8, 0)
        self.head = wrapped("", "heading", self._content)
        self.reasons = wrapped("", "", self._content)
        self.choice = VerdictChoice(self._content)
        self.central = CentralGauge(self._content)
        self.muscles = MuscleGauges(self._content)
        self.missing = label("", "muted", self._content)
        self.ask = button(tr("Check &in"), "", self._content)
        self.progress = reading_bar(tr("Reading the log"), self)
        self.reader = Slices(self)
        self.body.addWidget(self.progress)
        self.body.addWidget(scrolling(self._content, self), 1)
        self._content.hide()
        self._build()
        self._connect()
        open_at(self, USUAL_SIZE)

    def read(self, job: Job) -> None:
        """Read the day in short slices; what was shown stays until `reader` has made it."""
        self.reader.begin_at_once({None: job})

    def show_today(self, made: Today, around: Around) -> None:
        """Show a day: what it asks for, or why it asks for nothing, and what that rests on."""
        self.progress.hide()
        self._content.show()
        self._show_verdict(made, around)
        for part in self._gauges:
            part.setVisible(around.recovery)
        above = made.reasons if not self.reasons.isHidden() else ()
        gauge = _uncounted(made.central, around)
        self.central.show_gauge(gauge, around.unit, above, _note(made) if above else "")
        days = muscle_days.muscle_days(made)
        trains = around.instead is None
        self.muscles.show_days(days, made.overall, made.on, around.unit, trains)
        self._show_missing(around)

    def _show_verdict(self, made: Today, around: Around) -> None:
        says = around.verdict and around.instead is None and made.verdict is not None
        for part in self._choosing:
            part.setVisible(says)
        self.head.setVisible(says or around.instead is not None)
        telling = [each for each in made.reasons if each not in day_line.SAYS_NO_MORE]
        self.reasons.setVisible(says and bool(telling))
        if around.instead is not None:
            self.head.setText(suggestion_words.said(around.instead, around.unit))
        elif made.verdict is not None:
            self.head.setText(self._heading(made))
            reasons = (suggestion_words.said(each, around.unit) for each in telling)
            self.reasons.setText("\n".join(f"• {each}" for each in reasons))
            self.choice.show_choice(made.verdict, made.chosen, bool(made.planned))

    def _heading(self, made: Today) -> str:
        holds = made.chosen or made.verdict
        if holds is None or made.verdict is None:
            return ""
        if made.planned is False and holds is DayVerdict.HOLD and made.chosen is None:
            return tr("Nothing is planned today")
        plain = today_words.plain(holds, bool(made.planned), made.trained)
        text = f"{today_words.mark(holds)} {today_words.word(holds)}: {plain}"
        if made.chosen is None:
            return text
        said = today_words.within(made.verdict)
        return tr("{0} (your choice; it said: {1})").format(text, said)

    def _show_missing(self, around: Around) -> None:
        text = tr("Check-in: {0} of {1} answered")
        self.missing.setText(text.format(around.given, around.asked))
        for part in (self.missing, self.ask):
            part.setVisible(bool(around.asked))
        self.ask.setEnabled(around.given < around.asked)

    def _build(self) -> None:
        for part in (self.head, self.reasons):
            self._box.addWidget(part)
        answers = row()
        answers.addWidget(self.missing, 1)
        answers.addWidget(self.ask)
        self._box.addLayout(answers)
        choosing = self._title(tr("ANOTHER CHOICE"))
        self._choosing = (choosing, self.choice)
        self._box.addWidget(self.choice)
        whole = self._title(tr("CENTRAL: YOU AS A WHOLE"))
        self._box.addWidget(self.central)
        muscles = self._title(tr("PERIPHERAL: EACH MUSCLE ON ITS OWN"))
        self._box.addWidget(self.muscles, 1)
        self.unused = NonUseLines(self._content)
        self._box.addWidget(self.unused)
        self._gauges = (whole, self.central, muscles, self.muscles)
        self.bottom.insertLayout(0, self._links())

    def _links(self) -> QHBoxLayout:
        links = row()
        self.sources = button(tr("&Numbers and sources…"), "quiet", self)
        self.shown = button(tr("What is &shown…"), "quiet", self)
        self.questions = button(tr("&Health questions, a year old…"), "quiet", self)
        writes(self.ask, self.shown, self.questions, self.choice)
        self.questions.hide()
        for made in (self.sources, self.shown, self.questions):
            made.setAutoDefault(False)
            links.addWidget(made)
        return links

    def _title(self, text: str) -> QWidget:
        made = label(text, "section", self._content)
        self._box.addWidget(made)
        return made

    def _connect(self) -> None:
        self.choice.chosen.connect(self.chosen)
        self.choice.taken_back.connect(self.taken_back)
        self.ask.setAutoDefault(False)
        self.ask.clicked.connect(self.check_in_wanted)
        self.sources.clicked.connect(self.sources_wanted)
        self.shown.clicked.connect(self.switches_wanted)
        self.questions.clicked.connect(self.questions_wanted)
        self.finished.connect(self.reader.stop)


def _note(made: Today) -> str:
    """Say how a day of rest goes with a gauge that is not that low; '' where it agrees."""
    if made.verdict is not DayVerdict.REST or today_words.is_tired(made.central.level):
        return ""
    return tr("This gauge looks at several days; what is said above asks for rest by itself.")


def _uncounted(gauge: Gauge, around: Around) -> Gauge:
    """Return a gauge without the count of answers, where the line of the check-in has it."""
    if not around.asked:
        return gauge
    told = (each for each in gauge.feeds if each.template != day_line.COUNTED)
    return replace(gauge, feeds=tuple(told))
