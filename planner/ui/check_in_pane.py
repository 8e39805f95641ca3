"""Five questions on the day, answered 1 to 5 by click or key, hours slept and bodyweight.

None has to be answered.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QLineEdit, QWidget

from planner.coach import check_ins, logging, mood, switches
from planner.coach.check_ins import Marks
from planner.coach.switches import Switch
from planner.engine.terms import CheckIn
from planner.language import passage, tr
from planner.ui import log_words
from planner.ui.bodyweight_field import BodyweightField
from planner.ui.check_in_words import answering, name_label, questions, short
from planner.ui.fitting import tab_through
from planner.ui.hours_field import HoursField
from planner.ui.scale import Scale
from planner.ui.sore_button import SoreButton
from planner.ui.sore_map import SoreMap
from planner.ui.widgets import ElidedLabel, column, give_role, label, row, wrapped
from planner.ui.writing import writes

_ROLES = ("error", "warn", "muted")  # the gravest first


class CheckInPane(QWidget):
    """`wanted` asks to store the day's check-in with one answer changed, or its bodyweight.

    `reached` carries the widget that took the keyboard; `left` tells that the keyboard is wanted
    elsewhere again.
    """

    wanted = Signal(str, object, object)
    reached = Signal(QWidget)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        writes(self)
        self._lifter_id = 0
        self._check_in: CheckIn | None = None
        self._wanted: CheckIn | None = None  # while it is being stored
        self.scales: dict[str, Scale] = {}
        self.title = ElidedLabel(tr("CHECK-IN"), "section", self)
        self.given = label("", "small", self)
        self._said: dict[str, ElidedLabel] = {}
        self._questions: dict[str, tuple[QWidget, ...]] = {}  # what asks, by the field
        self.where = SoreButton(self)
        self.hint = ElidedLabel("", "small", self)
        self.hours = HoursField(self)
        self.bodyweight = BodyweightField(self)
        self._sayings: dict[QWidget, tuple[str, str]] = {}
        self.problem = wrapped("", "error", self)
        self.problem.hide()
        self._build()
        self._connect()

    def show_check_in(self, lifter_id: int, check_in: CheckIn, today: date) -> None:
        """Show a day's answers; what was not answered stays empty."""
        undone = self._turned(lifter_id, check_in)
        self._lifter_id, self._check_in = lifter_id, check_in
        self._ask(lifter_id, mood.is_shown(lifter_id, check_in.on, today))
        for field, scale in self.scales.items():
            scale.show_value(None if scale.isHidden() else check_ins.answer(check_in, field))
            if field in self._said:
                self._said[field].show_text(short(scale.word()))
        self.where.show_marks(check_ins.marks(check_in))
        self.hours.show_hours(lifter_id, check_in.on, check_in.sleep_hours)
        day = "" if check_in.on == today else f" · {log_words.day(check_in.on, today).upper()}"
        self.title.show_text(tr("CHECK-IN") + day)
        self._count()
        if undone is not None:
            undone.begin()

    def _ask(self, lifter_id: int, mood_too: bool) -> None:
        """Ask what the lifter wants to be asked; without questions the bodyweight is left."""
        wanted = switches.is_on(lifter_id, Switch.CHECK_IN)
        for field, widgets in self._questions.items():
            for widget in widgets:
                widget.setVisible(wanted and (mood_too or field != check_ins.MOOD))
        for widget in (self.title, self.given, self.hint):
            widget.setVisible(wanted)

    def forget(self) -> None:
        """Know nobody's answers any more: the next ones are somebody else's."""
        self._check_in = None
        self.hours.forget()
        self.bodyweight.forget()

    def answered(self) -> int:
        """Return how many of the questions are answered."""
        return check_ins.given(self._check_in) if self._check_in is not None else 0

    def begin(self) -> None:
        """Put the focus on the first question that has no answer."""
        if self.isHidden():
            return
        asked = (scale for scale in self._stops() if isinstance(scale, Scale))
        open_now = (scale for scale in asked if not scale.given())
        self._go(next(open_now, self._stops()[0]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, ↓ and ↑ go from question to question, W tells where it is sore, Esc leaves."""
        key, held = Qt.Key(event.key()), self._held()
        if key is Qt.Key.Key_Escape:
            self.left.emit()
        elif held is None:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(held)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._move(held, 1 if key is Qt.Key.Key_Down else -1)
        elif key is Qt.Key.Key_W and held is self.scales["soreness"]:
            self.ask_where()
        else:
            super().keyPressEvent(event)

    def ask_where(self) -> None:
        """Open the body to mark where it is sore."""
        if self._check_in is not None:
            asked = SoreMap(check_ins.marks(self._check_in), self)
            asked.marked.connect(self._mark)
            asked.finished.connect(self._after_marking)
            asked.open()

    def _build(self) -> None:
        box = column(self)
        head = row()
        head.addWidget(self.title, 1)
        head.addWidget(self.given)
        box.addLayout(head)
        grid = QGridLayout()
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(2, 1)
        for place, (field, name, words) in enumerate(questions()):
            scale = self.scales[field] = Scale(name, words, self)
            called = name_label(name, self)
            grid.addWidget(called, place, 0)
            grid.addWidget(scale, place, 1)
            beside: QWidget = self.where
            if field != "soreness":
                said = beside = self._said[field] = ElidedLabel("", "muted", self)
                said.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(beside, place, 2)
            self._questions[field] = (called, scale, beside)
        self._add_fields(grid)
        box.addLayout(grid)
        for below in (self.hint, self.problem):
            box.addWidget(below)

    def _add_fields(self, grid: QGridLayout) -> None:
        below = len(self.scales)
        slept, weighed = (
            name_label(name, self) for name in (tr("Hours &slept"), tr("Body&weight"))
        )
        self._questions["sleep_hours"] = (slept, self.hours)
        slept.setBuddy(self.hours.edit)
        weighed.setBuddy(self.bodyweight.edit)
        grid.addWidget(slept, below, 0)
        grid.addWidget(self.hours, below, 1)
        grid.addWidget(weighed, below + 1, 0)
        grid.addWidget(self.bodyweight, below + 1, 1, 1, 2)

    def _connect(self) -> None:
        for field, scale in self.scales.items():
            scale.answered.connect(partial(self._answer, field))
            scale.passed.connect(partial(self._move, scale, 1))
        self.where.clicked.connect(self.ask_where)
        self.hours.kept.connect(self._keep_hours)
        self.bodyweight.wanted.connect(self.wanted)
        for said in (self.hours, self.bodyweight):
            said.said.connect(partial(self._say, said))
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)
        sore = self.scales["soreness"].segments[-1]
        following = self.scales["mood"].segments[0]
        order = (sore, self.where, following)
        last = (self.scales["energy"].segments[-1], self.hours.edit, self.bodyweight.edit)
        tab_through(order)
        tab_through(last)

    # the keyboard
    def _stops(self) -> list[Scale | QLineEdit]:
        asked = (scale for scale in self.scales.values() if not scale.isHidden())
        fields = (self.hours, self.bodyweight)
        return [*asked, *(field.edit for field in fields if not field.isHidden())]

    def _held(self) -> Scale | QLineEdit | None:
        """Return the question that has the keyboard."""
        return next((stop for stop in self._stops() if _has_focus(stop)), None)

    def _enter(self, held: Scale | QLineEdit) -> None:
        """Go on, unless what was typed is wrong or asked about; the last question leaves."""
        if isinstance(held, QLineEdit) and held.property("state"):
            return
        if held is self.bodyweight.edit:
            self.left.emit()
        else:
            self._move(held, 1)

    def _move(self, held: Scale | QLineEdit, step: int) -> None:
        stops = self._stops()
        self._go(stops[min(max(stops.index(held) + step, 0), len(stops) - 1)])

    def _go(self, stop: Scale | QLineEdit) -> None:
        if isinstance(stop, Scale):
            stop.begin()
        else:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)
            stop.selectAll()

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Say what can be answered where the keyboard is."""
        self._hint_at(self._held())
        if now is not None and self.isAncestorOf(now):
            self.reached.emit(now)

    def _hint_at(self, held: Scale | QLineEdit | None) -> None:
        text = ""
        if isinstance(held, Scale):
            text = held.hint()
            if held is self.scales["soreness"]:
                text = tr("{0} · W: where").format(text)
        elif held is self.hours.edit:
            text = tr("7.5, 7:30 or 23:15-6:45")
        self.hint.show_text(text)

    def _turned(self, lifter_id: int, check_in: CheckIn) -> Scale | None:
        """Return the question whose answer alone was taken back, when one looks at the answers."""
        known, wanted = self._check_in, self._wanted
        if known is None or (lifter_id, check_in.on) != (self._lifter_id, known.on):
            return None
        expected = [known] if wanted is None else [known, wanted]
        changed = [
            field
            for field in self.scales
            if all(
                check_ins.answer(check_in, field) != check_ins.answer(made, field)
                for made in expected
            )
        ]
        alone = len(changed) == 1 and isinstance(self._held(), Scale)
        return self.scales[changed[0]] if alone else None

    # storing
    def _answer(self, field: str, value: int | None) -> None:
        if self._check_in is not None:
            self._store(answering(field), check_ins.with_answer(self._check_in, field, value))

    def _mark(self, marks: Marks) -> None:
        if self._check_in is not None:
            made = check_ins.with_marks(self._check_in, marks)
            self._store(tr("Check-in: sore areas"), made)

    def _after_marking(self) -> None:
        """Go on with the question after soreness, when that is answered now."""
        sore = self.scales["soreness"]
        self.window().activateWindow()
        self._move(sore, 1 if sore.given() else 0)

    def _keep_hours(self, hours: float | None) -> None:
        if self._check_in is not None:
            self._store(tr("Check-in: hours slept"), replace(self._check_in, sleep_hours=hours))

    def _store(self, label: str, check_in: CheckIn) -> None:
        work = partial(logging.save_check_in, self._lifter_id, check_in)
        self._wanted = check_in
        self.wanted.emit(label, work, None)
        self._wanted = None

    # saying
    def _count(self) -> None:
        given = self.answered()
        text = tr("{0} of {1} answered").format(given, len(check_ins.QUESTIONS))
        self.given.setText(text if given else "")

    def _say(self, field: QWidget, text: str, role: str) -> None:
        self._sayings[field] = (text, role)
        said = [(text, role) for text, role in self._sayings.values() if text]
        self.problem.setText(passage(text for text, _ in said))
        self.problem.setVisible(bool(said))
        give_role(self.problem, min((role for _, role in said), key=_ROLES.index, default=""))


def _has_focus(stop: Scale | QLineEdit) -> bool:
    return stop.held() if isinstance(stop, Scale) else stop.hasFocus()
