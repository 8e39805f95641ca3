"""What can be started beside what is planned for a day: two menus, read when they are opened."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from planner.coach import starting
from planner.coach.typing_back import Unlogged
from planner.language import tr
from planner.ui import button_menu, counts, log_words
from planner.ui.session_header import session_name
from planner.ui.widgets import button, row


class StartMenus(QWidget):
    """`planned_wanted` carries a planned session's id, `repeat_wanted` a logged one's."""

    planned_wanted = Signal(int)
    repeat_wanted = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lifter_id = 0
        self._on = self._today = date.min
        self._line = row(self)
        self.planned = self._add(tr("&Another session of the plan"), self._list_planned)
        self.earlier = self._add(tr("&Repeat an earlier session"), self._list_earlier)

    def show_for(self, lifter_id: int, on: date, today: date) -> None:
        """Offer sessions for a day; a day to come has none to do yet."""
        self._lifter_id, self._on, self._today = lifter_id, on, today
        self.setVisible(on <= today)

    def _add(self, text: str, fill: Callable[[], None]) -> QPushButton:
        made = button(text, "quiet", self)
        menu = QMenu(made)
        menu.aboutToShow.connect(fill)
        menu.aboutToHide.connect(partial(_let_go, made))
        button_menu.give(made, menu)
        made.setAutoDefault(True)
        self._line.addWidget(made)
        return made

    def _list_planned(self) -> None:
        menu, found = self.planned.menu(), starting.waiting(self._lifter_id, self._on, self._today)
        menu.clear()
        for made in found.ahead:
            self._offer(menu, made, tr("{session} · {day}"))
        if found.ahead and found.missed:
            menu.addSeparator()
        for made in found.missed:
            self._offer(menu, made, tr("{session} · {day}, not logged yet"))
        if menu.isEmpty():
            menu.addAction(tr("Nothing else of the plan is waiting")).setEnabled(False)

    def _offer(self, menu: QMenu, made: Unlogged, words: str) -> None:
        day = log_words.day(made.on, self._today)
        text = words.format(session=session_name(made.name), day=day)
        menu.addAction(_plain(text), partial(self.planned_wanted.emit, made.id))

    def _list_earlier(self) -> None:
        menu = self.earlier.menu()
        menu.clear()
        for made in starting.earlier(self._lifter_id, self._today):
            name, day = session_name(made.name), log_words.day(made.on, self._today)
            text = f"{name} · {day} · {counts.sets(made.sets)}"
            menu.addAction(_plain(text), partial(self.repeat_wanted.emit, made.id))
        if menu.isEmpty():
            menu.addAction(tr("Nothing is logged yet")).setEnabled(False)


def _let_go(opener: QPushButton) -> None:
    """Forget that the mouse was over a button: its menu hides that it has gone."""
    opener.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    opener.update()


def _plain(text: str) -> str:
    return text.replace("&", "&&")
