"""The suggestions of today, a card each, best first."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QWidget
from shiboken6 import isValid

from planner.engine.terms import Suggestion
from planner.language import tr
from planner.ui import theme, widgets
from planner.ui.doubt_card import DoubtCard
from planner.ui.going_on_card import GoingOnCard
from planner.ui.jump_card import JumpCard
from planner.ui.loads_card import LoadsCard
from planner.ui.suggestion_card import Advice, SuggestionCard
from planner.ui.untyped_card import UntypedCard

AT_FIRST = 6  # more are shown when asked for


class SuggestionPane(QFrame):
    """Shows cards; those that stay keep what is half typed in them.

    Above them are the way of `going_on` with a block, the `question` about loads that jumped, that
    about `untyped` sessions and the list of `loads`, which stands for its lifts' cards until they
    are wanted one by one; below them is the card of `doubts`.
    """

    accepted = Signal(object, object)  # Suggestion, Change wanted instead or None
    put_off = Signal(object)  # Suggestion
    dismissed = Signal(object, str)
    why_wanted = Signal(object)  # Advice
    trail_wanted = Signal()
    unseen = Signal(int)  # how many there are out of sight
    left = Signal()  # the keyboard goes back to the week

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "pane")
        self._cards: list[SuggestionCard] = []
        self._advice: tuple[Advice, ...] = ()
        self._instead: dict[Advice, Advice] = {}  # another way that was chosen, by the first
        self._at_most: int | None = AT_FIRST
        self._opened: QWidget | None = None
        self._settled = QTimer(self, singleShot=True, interval=0)
        self._settled.timeout.connect(self._show_opened)
        self._title = widgets.label("", "section", self)
        self._news = widgets.wrapped("", "muted", self)
        self._content = QWidget(self)
        self._make_cards()
        self._area = widgets.scrolling(self._content, self)
        self._area.verticalScrollBar().rangeChanged.connect(self._show_opened)  # lines break late
        self._build()
        self._content.installEventFilter(self)

    def _make_cards(self) -> None:
        """Make what is always there: it asks, lists, or tells of the cards."""
        self.going_on = GoingOnCard(self._content)
        self.question = JumpCard(self._content)
        self.untyped = UntypedCard(self._content)
        self.loads = LoadsCard(self._content)
        self.loads.singly.toggled.connect(lambda: self._show_cards(self._first()))
        self.loads.single_wanted.connect(self._do_singly)
        self._none = widgets.wrapped("", "muted", self._content)
        self._more = widgets.button("", "quiet", self._content)
        self._more.clicked.connect(self._show_all)
        self.doubts = DoubtCard(self._content)

    def _build(self) -> None:
        """Put everything in its place; the cards of advice come below the loads."""
        self._column = widgets.column(self._content, spacing=10)
        self._column.setContentsMargins(0, 0, 4, 0)
        self._above = (self.going_on, self.question, self.untyped, self.loads)
        for widget in (*self._above, self._none, self._more, self.doubts):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        layout = widgets.column(self)
        layout.setContentsMargins(12, 12, 2, 8)
        layout.addLayout(self._head())
        layout.addWidget(self._area, 1)
        layout.addWidget(self._news)

    def show_advice(self, advice: Sequence[Advice], nothing: str, news: str = "") -> None:
        """Show a card for each; `nothing` says why there is none, `news` what was just done."""
        self._news.setText(news)
        self._news.setVisible(bool(news))
        self._advice = tuple(advice)
        self._show_cards(self._first())
        count = f" · {len(advice)}" if advice else ""
        self._title.setText(tr("SUGGESTIONS") + count)
        self._none.setText(nothing)
        self._none.setVisible(bool(nothing))
        self._tell_unseen()

    def event(self, event: QEvent) -> bool:
        """Tell what is out of sight when it is put away, in a tab that is not shown, too."""
        done = super().event(event)
        if event.type() in (QEvent.Type.HideToParent, QEvent.Type.ShowToParent):
            self._tell_unseen()
        return done

    def _tell_unseen(self) -> None:
        asks = (self.going_on, self.question, self.untyped)
        count = len(self._advice) + sum(not card.isHidden() for card in asks)
        self.unseen.emit(count if self.isHidden() else 0)

    def show_reading(self) -> None:
        """Say that the log is still being read; nothing of another lifter stays."""
        self.show_advice((), tr("Reading the log…"))
        for widget in (*self._above, self.doubts):
            widget.hide()
        self._tell_unseen()

    def _first(self) -> list[Advice]:
        return self._single()[: self._at_most]

    def _single(self) -> list[Advice]:
        """Return what has a card of its own."""
        return [each for each in self._advice if not self.loads.gathers(each.suggestion)]

    def _show_cards(self, first: Sequence[Advice]) -> None:
        """Show these cards; what is in sight stays there, and so does the keyboard."""
        self._instead = {each: self._instead[each] for each in first if each in self._instead}
        advice = [self._instead.get(each, each) for each in first]
        scroll_bar, place = self._area.verticalScrollBar(), self._place_of_focus()
        at = scroll_bar.value()
        leaves = place is not None and self._cards[place].advice not in advice
        if leaves:
            self.setFocus()  # else Qt goes on to the next button, and scrolls to it
        self._replace_cards(advice)
        if leaves and place is not None and self._cards:
            self._cards[min(place, len(self._cards) - 1)].setFocus()  # no button: Enter may repeat
        scroll_bar.setValue(at)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the width that the cards need."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._make_room()
        return super().eventFilter(watched, event)

    def begin(self) -> None:
        """Take the keyboard: to the loads to look at, else the first card, else a question."""
        if not self.loads.isHidden():
            self.loads.begin()
        elif self._cards:
            self._go_to(0)
        else:
            (self._answer() or self._trail).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _answer(self) -> QPushButton | None:
        """Return the first answer to the first question asked."""
        every = (self.going_on, self.question, self.untyped)
        asked = (card for card in every if not card.isHidden())
        answers = (made for card in asked for made in card.findChildren(QPushButton))
        return next((made for made in answers if not made.isHidden()), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the week on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _step(self, card: SuggestionCard, step: int) -> None:
        place = self._cards.index(card) + step
        if place < 0:
            self.begin()
        elif place < len(self._cards):
            self._go_to(place)

    def _go_to(self, place: int) -> None:
        card = self._cards[place]
        card.accept.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._area.ensureWidgetVisible(card, 0, 0)

    def _head(self) -> QHBoxLayout:
        head = widgets.row(spacing=4)
        head.setContentsMargins(0, 0, theme.GRID, 0)
        head.addWidget(self._title, 1)
        self._trail = widgets.button(tr("Decided…"), "quiet", self)
        self._trail.setProperty("density", "small")
        self._trail.setToolTip(tr("What was decided so far, by whom and why"))
        self._trail.clicked.connect(self.trail_wanted)
        head.addWidget(self._trail)
        return head

    def _place_of_focus(self) -> int | None:
        held = QApplication.focusWidget()
        within = (n for n, card in enumerate(self._cards) if held and card.isAncestorOf(held))
        return next(within, None)

    def _make_room(self) -> None:
        """Never let the scroll bar cover the edge of a card."""
        bar_px = self._area.verticalScrollBar().sizeHint().width()
        self._area.setMinimumWidth(self._content.minimumSizeHint().width() + bar_px)

    def _replace_cards(self, advice: Sequence[Advice]) -> None:
        kept = {card.advice: card for card in self._cards if card.advice in advice}
        for card in self._cards:
            self._column.removeWidget(card)
            if card.advice not in kept:
                card.hide()
                card.deleteLater()
        self._cards = [kept.get(each) or self._card(each) for each in advice]
        for index, card in enumerate(self._cards):
            self._column.insertWidget(index + len(self._above), card)
        hidden = len(self._single()) - len(advice)
        self._more.setText(tr("Show {count} more").format(count=hidden))
        self._more.setVisible(hidden > 0)

    def _show_all(self) -> None:
        self._at_most = None
        self._show_cards(self._first())

    def _do_singly(self, made: Suggestion, letter: str) -> None:
        """Tell why, adjust or dismiss one of the loads; the last two in a card of its own."""
        of_it = ((a.suggestion.exercise, a.suggestion.rule) for a in self._advice)
        place = list(of_it).index((made.exercise, made.rule))
        advice = self._advice[place]
        if letter == "w":
            self.why_wanted.emit(advice)
            return
        self.loads.singly.setChecked(True)
        if all(card.advice != advice for card in self._cards):
            self._show_all()
        card = next(card for card in self._cards if card.advice == advice)
        card.adjust() if letter == "j" else card.ask_reason()

    def _reveal(self, form: QWidget) -> None:
        """Bring a form that was opened into sight, once it has its place."""
        self._opened = form
        self._settled.start()

    def _show_opened(self) -> None:
        if self._opened is not None and isValid(self._opened) and self._opened.isVisible():
            self._area.ensureWidgetVisible(self._opened, 0, 8)

    def _card(self, advice: Advice) -> SuggestionCard:
        card = SuggestionCard(advice, self._content)
        card.accepted.connect(self.accepted)
        card.put_off.connect(self.put_off)
        card.form_opened.connect(self._reveal)
        card.step_wanted.connect(partial(self._step, card))
        card.dismissed.connect(self.dismissed)
        card.why_wanted.connect(self.why_wanted)
        card.other_wanted.connect(partial(self._show_other, card))
        return card

    def _show_other(self, card: SuggestionCard, other: Advice) -> None:
        """Show another way in a card's place."""
        place = self._cards.index(card)
        self._instead[self._single()[place]] = other
        self._show_cards(self._first())
        self._cards[place].accept.setFocus()
