"""What can be chosen above the preview: whose week, which, how it is laid out, and the page."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import IntEnum
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from planner import language
from planner.coach import sheet_language, wording
from planner.coach.print_choice import USUAL_TURN, Layout, PaperName, PrintChoice, Turn
from planner.language import tr
from planner.ui import icons, widgets
from planner.ui.printing_week import PrintedWeek

LEAST_LETTERS, MOST_PX = 4, 160  # of a language in the list
EDGE_PX = 2  # px beside the words of a list
NARROW = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon


class Everybody(IntEnum):
    """Whose sheets: of the lifter shown, of all who have the week planned, of a chosen few."""

    ONE = 0
    ALL = 1
    FEW = 2


class _Shortened(QComboBox):
    """Shortens what is chosen with … where it is wider than the list."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it as the style does, but for the words."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        control, field = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(control, option, field, self).width() - EDGE_PX
        cut, words = Qt.TextElideMode.ElideRight, self.currentText()
        option.currentText = self.fontMetrics().elidedText(words, cut, room)
        painter.drawComplexControl(control, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)


class PrintingBar(QWidget):
    """`choice_made` carries a PrintChoice, `whose_made` an Everybody, `day_made` a date.

    `language_made` carries the code of the language of the lifter's sheets, '' for the program's.
    """

    choice_made = Signal(object)
    whose_made = Signal(object)
    day_made = Signal(object)
    language_made = Signal(str)
    turned = Signal(int)
    studio_wanted = Signal()

    def __init__(
        self, week: PrintedWeek, choice: PrintChoice, whose: Everybody, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.choice = choice
        self._week = week
        self._build_combos()
        self.wide = widgets.button(tr("&Wide"), "quiet", self)
        self.wide.setCheckable(True)
        self.wide.setAutoDefault(False)
        self.wide.setToolTip(tr("Show the page as wide as the window"))
        layout = widgets.column(self)
        layout.addLayout(self._upper())
        layout.addLayout(self._lower())
        self.show_choice(choice)
        self.show_whose(whose)
        self.show_day(week.week_of)

    def show_choice(self, choice: PrintChoice) -> None:
        """Show how the pages are laid out."""
        self.choice = choice
        for combo, value in (
            (self.layouts, choice.layout),
            (self.papers, choice.paper),
            (self.turns, choice.turn),
        ):
            combo.setCurrentIndex(combo.findData(value))

    def show_whose(self, whose: Everybody) -> None:
        """Show whose sheets these are."""
        self.whose.setCurrentIndex(self.whose.findData(whose))

    def show_day(self, of: date) -> None:
        """Show which week this is."""
        self.days.setCurrentIndex(self._week.days().index(of))

    def show_language(self, code: str) -> None:
        """Show in which language the sheets of this lifter are."""
        self.languages.setCurrentIndex(self.languages.findData(code))

    def show_place(self, words: str, back: bool, on: bool) -> None:
        """Show which page this is, and whether there is one before and after it."""
        self.place.show_text(words)
        self._back.setEnabled(back)
        self._on.setEnabled(on)

    def _build_combos(self) -> None:
        everybody = [
            (tr("This lifter"), Everybody.ONE),
            (tr("All lifters with a plan this week"), Everybody.ALL),
            (tr("A chosen few…"), Everybody.FEW),
        ]
        self.whose = self._combo(tr("Whose week"), everybody)
        self.whose.setVisible(len(self._week.lifters()) > 1)
        self.whose.activated.connect(self._choose_whose)
        days = [(self._day_words(of), of) for of in self._week.days()]
        self.days = self._combo(tr("Which week"), days)
        self.days.activated.connect(self._choose_day)
        self._build_layouts()
        self._build_languages()

    def _build_layouts(self) -> None:
        layouts = [(tr("Overview"), Layout.OVERVIEW), (tr("One session a page"), Layout.SINGLE)]
        papers = [(tr("A4"), PaperName.A4), (tr("Letter", "paper"), PaperName.LETTER)]
        turns = [(tr("Portrait"), Turn.PORTRAIT), (tr("Landscape"), Turn.LANDSCAPE)]
        self.layouts = self._combo(tr("Layout"), layouts)
        self.papers = self._combo(tr("Paper"), papers)
        self.turns = self._combo(tr("Orientation"), turns)
        self.layouts.activated.connect(self._choose_layout)
        for combo in (self.papers, self.turns):
            combo.activated.connect(self._choose)

    def _build_languages(self) -> None:
        """Offer the languages; the list is narrow where the screen is."""
        named = [(name, code) for code, name in language.NAMES.items()]
        offered = [(tr("As the program"), sheet_language.AS_PROGRAM), *named]
        made = self.languages = _Shortened(self)
        self._fill(made, tr("Language of this lifter's sheets"), offered)
        made.setSizeAdjustPolicy(NARROW)
        made.setMinimumContentsLength(LEAST_LETTERS)
        made.setMaximumWidth(MOST_PX)
        made.activated.connect(lambda: self.language_made.emit(made.currentData()))

    def _combo(self, name: str, entries: Iterable[tuple[str, object]]) -> QComboBox:
        made = QComboBox(self)
        self._fill(made, name, entries)
        return made

    def _fill(self, combo: QComboBox, name: str, entries: Iterable[tuple[str, object]]) -> None:
        combo.setAccessibleName(name)
        combo.setToolTip(name)
        for words, value in entries:
            combo.addItem(words, value)

    def _day_words(self, of: date) -> str:
        names = [tr("This week"), tr("Next week")]
        place = self._week.days().index(of)
        if place < len(names):
            return names[place]
        return tr("Week of {day}").format(day=wording.short_date(of))

    def _choose_whose(self) -> None:
        self.whose_made.emit(Everybody(self.whose.currentData()))

    def _choose_day(self, index: int) -> None:
        self.day_made.emit(self._week.days()[index])

    def _choose_layout(self) -> None:
        turn = USUAL_TURN[self.layouts.currentData()]
        self.turns.setCurrentIndex(self.turns.findData(turn))
        self._choose()

    def _choose(self) -> None:
        paper = PaperName(self.papers.currentData())  # Qt hands words back as plain ones
        layout, turn = Layout(self.layouts.currentData()), Turn(self.turns.currentData())
        self.choice_made.emit(PrintChoice(paper, layout, turn))

    def _upper(self) -> QHBoxLayout:
        bar = widgets.row()
        bar.addWidget(self.whose)
        bar.addWidget(self.days)
        self.place = widgets.ElidedLabel("", "muted", self)
        self._back = self._turning("back", tr("Previous page (Page Up)"), -1)
        self._on = self._turning("forward", tr("Next page (Page Down)"), 1)
        self.place.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        bar.addWidget(self.place, 1)
        bar.addWidget(self._back)
        bar.addWidget(self._on)
        return bar

    def _lower(self) -> QHBoxLayout:
        bar = widgets.row()
        for combo in (self.layouts, self.papers, self.turns):
            bar.addWidget(combo)
        bar.addWidget(self.languages, 1)
        bar.addStretch(0)
        studio = widgets.button(tr("S&tudio…"), "", self)
        studio.setToolTip(tr("Logo and address on every sheet"))
        studio.clicked.connect(self.studio_wanted)
        bar.addWidget(self.wide)
        bar.addWidget(studio)
        return bar

    def _turning(self, icon: str, name: str, step: int) -> QPushButton:
        made = widgets.button("", "", self)
        icons.give(made, icon, "text")
        made.setAccessibleName(name)
        made.setToolTip(name)
        made.clicked.connect(partial(self.turned.emit, step))
        return made
