"""The pile of sheets beside the one that is typed in: the next code, and what is still to type."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QWidget

from planner.coach import lifter_lock, sheet_pile, typing_back
from planner.coach.lifter_lock import Locked
from planner.coach.sheet_pile import PiledSheet, Typed
from planner.language import tr
from planner.ui import dates, icons, locked_line, region
from planner.ui.widgets import button, column, label, restate, row, wrapped

WIDTH = 264  # px
_SIGNS = {Typed.NOT_YET: "○", Typed.PARTLY: "◐", Typed.TYPED: "●"}
_WEEK = timedelta(days=7)


class SheetPile(QFrame):
    """`chosen` carries (lifter's id, week's id, check of the code) of the sheet to be typed in."""

    chosen = Signal(int, int, str)

    def __init__(self, on: date, parent: QWidget) -> None:
        super().__init__(parent)
        self._on = on
        self.setProperty("role", "pane")
        self.setProperty("side", "left")
        self.setFixedWidth(WIDTH)
        self.code = QLineEdit(self)
        self.problem = wrapped("", "error", self)
        self.problem.hide()
        self._week = label("", "", self)
        self.list = QListWidget(self)
        self.locked = locked_line.locked_line(self, ())
        self._build()

    def refresh(self, on: date | None = None) -> None:
        """List the sheets of the week that holds a day, by default of the week shown."""
        self._on = on or self._on
        since = self._on - timedelta(days=(self._on.isoweekday() - region.first_weekday()) % 7)
        last = since + _WEEK - timedelta(days=1)
        self._week.setText(dates.span(since, last, since))
        self.list.clear()
        for made in sheet_pile.pile(self._on):
            self.list.addItem(self._item(made))
        if not self.list.count():
            nothing = QListWidgetItem(tr("Nobody has a plan for this week."))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(nothing)
        locked = lifter_lock.shut()
        self.locked.setText(locked_line.words(locked))
        self.locked.setVisible(bool(locked))

    def ask_code(self) -> None:
        """Let the next code be typed or scanned."""
        self.code.clear()
        self._complain("")
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_code(self, code: str) -> None:
        """Choose the sheet that a code names; say in place when there is none."""
        if not code.strip():
            return
        try:
            found = typing_back.find_sheet(code)
        except Locked as locked:
            self._complain(str(locked))
            return
        self._complain("" if found else tr("No sheet of this code: check the letters."))
        if found is not None:
            self.chosen.emit(found.lifter_id, found.week_id, found.check)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Down lead from the code to the list."""
        if event.key() == Qt.Key.Key_Down and self.code.hasFocus():
            self.list.setCurrentRow(max(self.list.currentRow(), 0))
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        box = column(self, margin=12)
        title = label(tr("&Next code"), "heading", self)
        title.setBuddy(self.code)
        title.setTextFormat(Qt.TextFormat.AutoText)
        self.code.setAccessibleName(tr("Next code"))
        self.code.setPlaceholderText(tr("type or scan, then Enter"))
        self.code.returnPressed.connect(lambda: self.take_code(self.code.text()))
        self.code.textEdited.connect(lambda _text: self._complain(""))
        self.list.setAccessibleName(tr("Sheets of the week"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(self._choose)
        self.list.itemClicked.connect(self._choose)
        for part in (title, self.code, self.problem, self._weeks(), self.list, self.locked):
            box.addWidget(part)

    def _weeks(self) -> QWidget:
        made = QWidget(self)
        line = row(made)
        for icon, name, weeks in (
            ("back", tr("Sheets of the week before"), -1),
            ("forward", tr("Sheets of the week after"), 1),
        ):
            turn = button("", "quiet", made)
            icons.give(turn, icon)
            turn.setAccessibleName(name)
            turn.setToolTip(name)
            turn.setAutoDefault(False)
            turn.clicked.connect(lambda _on=False, weeks=weeks: self._turn(weeks))
            line.addWidget(turn)
        line.insertWidget(1, self._week, 1, Qt.AlignmentFlag.AlignCenter)
        return made

    def _turn(self, weeks: int) -> None:
        self.refresh(self._on + weeks * _WEEK)

    def _item(self, made: PiledSheet) -> QListWidgetItem:
        words = {
            Typed.NOT_YET: tr("not typed yet"),
            Typed.PARTLY: tr("partly typed"),
            Typed.TYPED: tr("typed"),
        }[made.typed]
        week = tr("week {0}").format(made.number)
        item = QListWidgetItem(f"{_SIGNS[made.typed]}  {made.lifter}\n     {week} · {words}")
        item.setToolTip(f"{made.lifter}, {week}: {words}")
        item.setData(Qt.ItemDataRole.UserRole, (made.lifter_id, made.week_id))
        return item

    def _choose(self, item: QListWidgetItem) -> None:
        if found := item.data(Qt.ItemDataRole.UserRole):
            self.code.clear()  # it is of the sheet before
            self._complain("")
            self.chosen.emit(*found, "")

    def _complain(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        restate(self.code, "error" if text else "")
