"""How the next set is loaded in this lifter's gym: drawn, told, and what changes for it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget

from planner.coach.gym import Bar, Loading, SetUp, choose_bar, loading, unloaded
from planner.coach.session_view import ExerciseCard
from planner.engine.terms import Exercise, LoadKind, Unit
from planner.language import tr
from planner.ui import gym_stories, icons, plates_words
from planner.ui.plates_drawing import HEIGHT, Sheet, draw
from planner.ui.widgets import column, label, row, wrapped

LINES = 4  # of text that there is room for, always as many: what is below stays where it is
MOST_WIDTH = 120  # px for the name of a bar
KEY = "Ctrl+Shift+G"


class LoadDrawing(QWidget):
    """Draws how a load is set, each part with its weight on it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._made: SetUp | None = None
        self._unit = Unit.KG
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_set_up(self, made: SetUp | None, unit: Unit) -> None:
        """Draw another load; None is none."""
        if (made, unit) != (self._made, self._unit):
            self._made, self._unit = made, unit
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what is shown."""
        if self._made is not None:
            draw(Sheet(QPainter(self), float(self.width()), self._unit), self._made)


class PlatesView(QWidget):
    """`wanted` asks for a write: another bar for the exercise, or what the gym can load."""

    wanted = Signal(str, object, object)

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._loading: Loading | None = None
        self._lifter_id, self._exercise = 0, Exercise("")
        self._unit = Unit.KG
        self.title = label("", "section", self)
        self.drawing = LoadDrawing(self)
        self.words = wrapped("", "muted", self)
        self.change = wrapped("", "", self)
        self.bar_button = QToolButton(self)
        self._build()

    def show_set(
        self, lifter_id: int, card: ExerciseCard | None, load_kg: float | None, unit: Unit
    ) -> None:
        """Show how the set in focus is loaded; no card hides all."""
        self.setVisible(card is not None)
        if card is None:
            return
        self._lifter_id, self._exercise = lifter_id, card.exercise
        done = [
            line.logged for line in card.rows if line.logged and line.logged.load_kg is not None
        ]
        before = done[-1] if done else None
        wanted = 0.0 if load_kg is None and unloaded(card.exercise) else load_kg
        made = None if wanted is None else loading(lifter_id, card.exercise, wanted, before)
        self.show_loading(made, unit)

    def show_loading(self, made: Loading | None, unit: Unit) -> None:
        """Show how a load is set; None while there is no load."""
        self._loading, self._unit = made, unit
        self.drawing.show_set_up(made.set_up if made else None, unit)
        if made is None:
            self._say(tr("PLATES"), tr("Type a load to see how it is set."), "")
            if self._exercise.load_kind is LoadKind.ASSISTED:
                self._say(tr("HELP"), tr("Type the help to see how it is set."), "")
        else:
            title = plates_words.title(made.set_up, unit)
            changed = plates_words.change(made.swap, made.set_up.rig, unit)
            self._say(title, plates_words.sentence(made.set_up, unit), changed)
        self._show_bar(made, unit)

    def menu(self) -> QMenu:
        """Return a menu of the bars for the exercise, and the way to what the gym can load."""
        made = QMenu(self)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        group = QActionGroup(made)
        for bar in self._loading.bars if self._loading else ():
            text = plates_words.bar(bar, self._unit).replace("&", "&&")
            action = made.addAction(text, partial(self._choose, bar))
            action.setCheckable(True)
            action.setChecked(self._carries(bar.kg) and group.checkedAction() is None)
            group.addAction(action)
        made.addSeparator()
        made.addAction(tr("&What the gym can load…"), self.ask_gym)
        return made

    def ask_gym(self) -> None:
        """Ask what the gym can load."""
        gym_stories.ask(self, self._lifter_id, self.wanted.emit)

    def _choose(self, bar: Bar) -> None:
        work = partial(choose_bar, self._lifter_id, self._exercise, bar.kg)
        self.wanted.emit(tr("Bar of {0}").format(self._exercise.name), work, None)

    def _carries(self, kg: float) -> bool:
        return self._loading is not None and self._loading.set_up.bar_kg == kg

    def _show_bar(self, made: Loading | None, unit: Unit) -> None:
        bars = made.bars if made is not None else ()
        own = next((bar for bar in bars if self._carries(bar.kg)), None)
        text = tr("Gym") if own is None else plates_words.bar(own, unit)
        end = Qt.TextElideMode.ElideRight
        short = self.bar_button.fontMetrics().elidedText(text, end, MOST_WIDTH)
        self.bar_button.setText(short.replace("&", "&&"))
        said = tr("Bar of this exercise: {0}").format(text)
        self.bar_button.setAccessibleName(said if own else tr("What the gym can load"))

    def _say(self, title: str, words: str, change: str) -> None:
        self.title.setText(title)
        self.words.setText(words)
        self.change.setText(change)
        whole = ". ".join(filter(None, (*words.splitlines(), change)))
        self.drawing.setAccessibleName(whole)
        self.setToolTip(whole)

    def _open_menu(self) -> None:
        if self.isVisible():
            self.menu().popup(self.bar_button.mapToGlobal(self.bar_button.rect().bottomLeft()))

    def _build(self) -> None:
        self.bar_button.setProperty("kind", "quiet")
        icons.opens(self.bar_button)
        self.bar_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.bar_button.setToolTip(tr("Another bar, or what the gym can load ({0})").format(KEY))
        self.bar_button.clicked.connect(self._open_menu)
        key = QShortcut(QKeySequence(KEY), self)
        key.activated.connect(self._open_menu)
        head, box = row(), column(self, spacing=4)
        head.addWidget(self.title, 1)
        head.addWidget(self.bar_button)
        box.addLayout(head)
        box.addWidget(self.drawing)
        text = QWidget(self)
        said = column(text, spacing=2)
        said.addWidget(self.words)
        said.addWidget(self.change)
        said.addStretch(1)
        text.setFixedHeight(LINES * self.fontMetrics().lineSpacing() + 2)
        box.addWidget(text)
        self.show_loading(None, Unit.KG)
