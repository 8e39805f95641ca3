"""Why a suggestion was made: its numbers, its reason, its sources, and what would change it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QWidget

from planner.coach.trail import Decided
from planner.engine.sources import SOURCES
from planner.engine.terms import Confidence
from planner.language import tr
from planner.ui import number_words, suggestion_words, trail_dialog, widgets
from planner.ui.dialog_foot import close_button
from planner.ui.dialog_sizes import open_at
from planner.ui.suggestion_card import Advice

WIDTH_PX = 480
MOST_EARLIER = 5  # decisions; the trail has all of them


class WhyDialog(QDialog):
    """Shows everything needed to check a suggestion; `before_wanted` asks what was said before."""

    before_wanted = Signal()

    def __init__(self, advice: Advice, earlier: Sequence[Decided], parent: QWidget) -> None:
        super().__init__(parent)
        made = advice.suggestion
        self.setWindowTitle(tr("Why? – {name}").format(name=advice.name))
        content = QWidget(self)
        self._column = widgets.column(content, margin=24, spacing=12)
        self._column.addLayout(self._head(advice))
        self._add_reasons(advice)
        self._add_earlier(earlier)
        bottom = self._bottom(of_a_lift=bool(made.exercise))
        bottom.setContentsMargins(24, 12, 24, 24)
        outer = widgets.column(self, spacing=0)
        outer.addWidget(widgets.scrolling(content, self), 1)
        outer.addLayout(bottom)
        self.setMinimumWidth(WIDTH_PX)
        wanted = self._column.totalHeightForWidth(WIDTH_PX) + bottom.sizeHint().height()
        open_at(self, QSize(WIDTH_PX, wanted))

    def _head(self, advice: Advice) -> QHBoxLayout:
        head = widgets.row()
        head.addWidget(widgets.ElidedLabel(advice.name, "title", self), 1)
        if advice.look.word:
            head.insertWidget(0, widgets.PhaseMark(advice.look, self))
            head.addWidget(widgets.label(advice.look.word, "chip", self))
        return head

    def _add_reasons(self, advice: Advice) -> None:
        made, unit = advice.suggestion, advice.unit
        self._column.addWidget(self._text(suggestion_words.said(made.headline, unit), "heading"))
        self._column.addWidget(self._text(suggestion_words.said(made.reason, unit)))
        if made.effect is not None:
            effect = self._text(suggestion_words.said(made.effect, unit))
            self._section(tr("WHAT TO EXPECT"), effect)
        self._section(tr("NUMBERS"), self._numbers(advice))
        self._section(
            tr("WHAT WOULD CHANGE THIS"),
            self._text(suggestion_words.said(made.would_change, unit)),
        )
        sources = "\n".join(_cited(key) for key in made.sources)
        self._section(tr("SOURCES"), self._text(sources or "–"))
        rule = {
            Confidence.LIKELY: tr("Rule {name} · likely"),
            Confidence.FAIRLY_SURE: tr("Rule {name} · fairly sure"),
            Confidence.CANT_TELL: tr("Rule {name} · can't tell for sure"),
        }[made.confidence]
        self._column.addWidget(self._text(rule.format(name=made.rule), "small"))

    def _add_earlier(self, earlier: Sequence[Decided]) -> None:
        """Show the newest decisions on the lift, when there are some."""
        if earlier:
            lines = [trail_dialog.in_short(made) for made in earlier[:MOST_EARLIER]]
            self._section(tr("DECIDED BEFORE"), self._text("\n".join(lines)))

    def _bottom(self, of_a_lift: bool) -> QHBoxLayout:
        line = widgets.row()
        if of_a_lift:
            before = widgets.button(tr("What it said &before…"), parent=self)
            before.clicked.connect(self.before_wanted)
            before.setAutoDefault(False)
            line.addWidget(before)
        line.addStretch(1)
        close = close_button(self)
        close.setFocus()
        line.addWidget(close)
        return line

    def _section(self, title: str, content: QWidget) -> None:
        self._column.addWidget(widgets.label(title, "section", self))
        self._column.addWidget(content)

    def _text(self, text: str, role: str = "") -> QWidget:
        made = widgets.wrapped(text, role, self)
        made.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        return made

    def _numbers(self, advice: Advice) -> QFrame:
        card = widgets.frame("card", self)
        grid = QGridLayout(card)
        grid.setContentsMargins(12, 8, 12, 8)
        grid.setColumnStretch(0, 1)
        numbers = [n for n in advice.suggestion.numbers if n[0] not in number_words.UNSHOWN]
        for row, (name, value) in enumerate(numbers):
            what, shown = number_words.number_row(name, value, advice.unit)
            grid.addWidget(widgets.label(what, "muted", card), row, 0)
            number = widgets.label(shown, "number", card)
            number.setAccessibleName(f"{what} {shown}")
            grid.addWidget(number, row, 1, Qt.AlignmentFlag.AlignRight)
        return card


def _cited(key: str) -> str:
    source = SOURCES.get(key)
    return key if source is None else f"{tr(source.reference)} – {tr(source.grade)}"
