"""Five questions on the day, answered 1 to 5 by click or key, hours slept and bodyweight.

None has to be answered.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QToolButton, QWidget

from planner.coach import logging
from planner.engine.terms import CheckIn
from planner.ui import typed
from planner.ui.bodyweight_field import BodyweightField
from planner.ui.set_columns import shown
from planner.ui.widgets import column, label, restate, row, wrapped

HIGHEST = 5
HOURS_A_DAY = 24.0
_BY_TAB = Qt.FocusPolicy.TabFocus


class Segment(QToolButton):
    """One of five steps of an answer; digits and arrows on any of them change the answer."""

    answered = Signal(int)

    def __init__(self, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.number = number
        self.setProperty("kind", "segment")
        self.clicked.connect(lambda: self.answered.emit(number))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer by a digit; 0 takes the answer back; arrows go one up or down."""
        if event.text() in "012345" and event.text():
            self.answered.emit(int(event.text()))
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if event.key() == Qt.Key.Key_Right else -1
            self.answered.emit(min(max(self.number + step, 1), HIGHEST))
        else:
            super().keyPressEvent(event)


class Scale(QWidget):
    """`answered` carries 1–5, or None when the answer is taken back."""

    answered = Signal(object)

    def __init__(self, name: str, words: tuple[str, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._name, self._words = name, words
        self._value: int | None = None
        self.segments = [Segment(number, self) for number in range(1, HIGHEST + 1)]
        line = row(self, spacing=0)
        for made in self.segments:
            made.setToolTip(words[made.number - 1])
            made.answered.connect(self._answer)
            line.addWidget(made)
        self.show_value(None)

    def show_value(self, value: int | None) -> None:
        """Show an answer."""
        moved = any(made.hasFocus() for made in self.segments)
        self._value = value
        for made in self.segments:
            restate(made, "on" if value is not None and made.number <= value else "")
            reached = made.number == (value or 1)
            policy = Qt.FocusPolicy.StrongFocus if reached else Qt.FocusPolicy.ClickFocus
            made.setFocusPolicy(policy)
            made.setAccessibleName(self._segment_name(made.number))
            if moved and reached:
                made.setFocus()

    def begin(self) -> None:
        """Take the focus."""
        reached = next(made for made in self.segments if made.focusPolicy() & _BY_TAB)
        reached.setFocus(Qt.FocusReason.OtherFocusReason)

    def word(self) -> str:
        """Return the word for the answer shown."""
        return "" if self._value is None else self._words[self._value - 1]

    def _segment_name(self, number: int) -> str:
        name = self.tr("{0} {1}, {2}").format(self._name, number, self._words[number - 1])
        return self.tr("{0}, chosen").format(name) if number == self._value else name

    def _answer(self, value: int) -> None:
        self.answered.emit(None if value in (0, self._value) else value)


class CheckInPane(QWidget):
    """`wanted` asks to store the day's check-in with one answer changed, or its bodyweight."""

    wanted = Signal(str, object, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lifter_id = 0
        self._check_in: CheckIn | None = None
        self.scales: dict[str, Scale] = {}
        self._said = {field: label("", "muted", self) for field, _, _ in _questions()}
        self.hours = QLineEdit(self)
        self.bodyweight = BodyweightField(self)
        self._problems: dict[QWidget, str] = {}
        self.problem = wrapped("", "error", self)
        self.problem.hide()
        self._build()

    def show_check_in(self, lifter_id: int, check_in: CheckIn) -> None:
        """Show a day's answers; what was not answered stays empty."""
        other_day = self._check_in is None or self._check_in.on != check_in.on
        half_typed = self.hours.isModified() and not other_day and self._lifter_id == lifter_id
        if not half_typed:
            self._complain_of_hours("")
        self._lifter_id, self._check_in = lifter_id, check_in
        for field, scale in self.scales.items():
            scale.show_value(getattr(check_in, field))
            self._said[field].setText(scale.word())
        areas = ", ".join(area for area, _ in check_in.sore_areas)
        if areas:
            self._said["soreness"].setText(areas)
        if not half_typed:
            self.hours.setText(shown(check_in.sleep_hours))

    def begin(self) -> None:
        """Put the focus on the first question that has no answer."""
        open_now = (scale for scale in self.scales.values() if not scale.word())
        next(open_now, self.scales["sleep"]).begin()

    def _build(self) -> None:
        box = column(self)
        box.addWidget(label(self.tr("CHECK-IN"), "section", self))
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(2, 1)
        for place, (field, name, words) in enumerate(_questions()):
            scale = self.scales[field] = Scale(name, words, self)
            scale.answered.connect(partial(self._answer, field))
            self._said[field].setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(label(name, parent=self), place, 0)
            grid.addWidget(scale, place, 1)
            grid.addWidget(self._said[field], place, 2)
        self._add_hours(grid)
        self._add_bodyweight(grid)
        box.addLayout(grid)
        box.addWidget(self.problem)
        for first, then in pairwise(
            (self.scales["energy"].segments[-1], self.hours, self.bodyweight.edit)
        ):
            QWidget.setTabOrder(first, then)

    def _add_hours(self, grid: QGridLayout) -> None:
        title = label(self.tr("Hours &slept"), parent=self)
        title.setBuddy(self.hours)
        self.hours.setAccessibleName(self.tr("Hours slept"))
        self.hours.setFixedWidth(64)
        self.hours.setMaxLength(5)
        self.hours.editingFinished.connect(self._keep_hours)
        grid.addWidget(title, len(self.scales), 0)
        grid.addWidget(self.hours, len(self.scales), 1)

    def _add_bodyweight(self, grid: QGridLayout) -> None:
        title = label(self.tr("Body&weight"), parent=self)
        title.setBuddy(self.bodyweight.edit)
        place = len(self.scales) + 1
        grid.addWidget(title, place, 0)
        grid.addWidget(self.bodyweight, place, 1)
        grid.addWidget(self.bodyweight.last, place, 2, Qt.AlignmentFlag.AlignRight)
        self.bodyweight.wanted.connect(self.wanted)
        self.bodyweight.complained.connect(partial(self._complain, self.bodyweight))

    def _answer(self, field: str, value: int | None) -> None:
        if self._check_in is not None:
            self._store(_with_answer(self._check_in, field, value))

    def _keep_hours(self) -> None:
        hours, known = typed.number(self.hours.text()), self._check_in
        fine = not self.hours.text().strip() or (hours is not None and hours <= HOURS_A_DAY)
        self._complain_of_hours("" if fine else self.tr("Hours are a number from 0 to 24."))
        if fine and known is not None and hours != known.sleep_hours:
            self.hours.setModified(False)
            self._store(replace(known, sleep_hours=hours))

    def _complain_of_hours(self, problem: str) -> None:
        restate(self.hours, "error" if problem else "")
        self._complain(self.hours, problem)

    def _complain(self, field: QWidget, problem: str) -> None:
        self._problems[field] = problem
        said = " ".join(filter(None, self._problems.values()))
        self.problem.setText(said)
        self.problem.setVisible(bool(said))

    def _store(self, check_in: CheckIn) -> None:
        work = partial(logging.save_check_in, self._lifter_id, check_in)
        self.wanted.emit(self.tr("Check-in"), work, None)


def _with_answer(known: CheckIn, field: str, value: int | None) -> CheckIn:
    changed: dict[str, CheckIn] = {
        "sleep": replace(known, sleep=value),
        "soreness": replace(known, soreness=value),
        "mood": replace(known, mood=value),
        "motivation": replace(known, motivation=value),
        "energy": replace(known, energy=value),
    }
    return changed[field]


def _questions() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Return (field of a CheckIn, its name, the words for 1 to 5)."""
    low_high = (_tr("very low"), _tr("low"), _tr("ok"), _tr("good"), _tr("great"))
    sleep = (_tr("very poor"), _tr("poor"), _tr("ok"), _tr("good"), _tr("great"))
    sore = (_tr("none"), _tr("a little"), _tr("some"), _tr("sore"), _tr("very sore"))
    return (
        ("sleep", _tr("Sleep"), sleep),
        ("soreness", _tr("Soreness"), sore),
        ("mood", _tr("Mood"), low_high),
        ("motivation", _tr("Motivation"), low_high),
        ("energy", _tr("Energy"), low_high),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("CheckInPane", text)
