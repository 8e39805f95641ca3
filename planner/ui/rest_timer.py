"""The rest between sets: a large clock, the keys that change it, and what is heard at its end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from planner.coach import rest_clock, wording
from planner.coach.logging import ExerciseCard
from planner.coach.pace import MOST_REST_S
from planner.coach.rest_clock import Instant, Rest
from planner.coach.rest_lengths import STEP_S
from planner.language import tr
from planner.ui.fitting import tab_through
from planner.ui.widgets import button, column, label, restate, row

TICK_MS = 200
PARTS = 1000  # steps of the progress bar


@dataclass(frozen=True, slots=True)
class Resting:
    """A lifter's rest: after which exercise, and whether its end was told."""

    rest: Rest
    card: ExerciseCard | None
    told: bool = False


class RestTimer(QWidget):
    """Runs down after a set is logged, then counts up; each lifter has a rest of their own.

    `ended` carries the lifter's id and the exercise's card or None, `keep_wanted` the card and the
    seconds, `sound_wanted` and `notice_wanted` whether there should be one at the end. `went` tells
    that a second went by.
    """

    ended = Signal(int, object)
    keep_wanted = Signal(object, int)
    sound_wanted = Signal(bool)
    notice_wanted = Signal(bool)
    went = Signal()

    def __init__(self, parent: QWidget, now: Callable[[], Instant] = rest_clock.now) -> None:
        super().__init__(parent)
        self._now = now
        self._lifter_id = 0
        self._rests: dict[int, Resting] = {}
        self._offered: ExerciseCard | None = None
        self._cards: dict[tuple[str, str], ExerciseCard] = {}  # shown now, by their keys
        self._usual_s = self._more_s = 0
        self._title = label("", "section", self)
        self.face = label("", "huge", self)
        self._bar = QProgressBar(self)
        self.shorter = button(tr("−15 s"), "", self)
        self.longer = button(tr("+15 s"), "", self)
        self.skip = button(tr("Skip"), "", self)
        self.keep = button("", "quiet", self)
        self.sound = _switch(tr("Sound"), self)
        self.notice = _switch(tr("Notice"), self)
        self._ticks = QTimer(self)
        self._build()
        self._connect()
        self._show()

    def show_lifter(self, lifter_id: int) -> None:
        """Show the rest of a lifter; those of others run on."""
        if lifter_id != self._lifter_id:
            self._lifter_id, self._more_s = lifter_id, 0
            self.tick()

    def show_cards(self, cards: Sequence[ExerciseCard]) -> None:
        """Know the exercises shown: only theirs can be given another rest for good."""
        self._cards = {card.key: card for card in cards}
        self._show()

    def start(self, seconds: int, card: ExerciseCard | None = None) -> None:
        """Begin a rest, with what was added to it before it began."""
        if seconds > 0:
            length = float(seconds + self._more_s)
            self.go_on(Rest(self._now(), length, seconds), card)

    def go_on(self, rest: Rest, card: ExerciseCard | None = None) -> None:
        """Show a rest that has begun."""
        self._rests[self._lifter_id] = Resting(rest, card)
        self._more_s = 0
        self._ticks.start(TICK_MS)
        self.tick()

    def rested(self) -> ExerciseCard | None:
        """Return the exercise, as it was then, after which the rest shown began."""
        held = self._rests.get(self._lifter_id)
        return held.card if held is not None else None

    def forget(self, lifter_id: int | None = None) -> None:
        """Forget the rest of a lifter who is gone, or all rests."""
        for each in list(self._rests) if lifter_id is None else [lifter_id]:
            self._rests.pop(each, None)
        self._more_s = 0
        self.tick()

    def stop(self) -> None:
        """End the rest."""
        self._rests.pop(self._lifter_id, None)
        self._more_s = 0
        self.tick()

    def offer(self, seconds: int, card: ExerciseCard | None = None) -> None:
        """Show, while no rest is running, how long the next one will be."""
        before = self._offered.key if self._offered else None
        if (card.key if card else None) != before:
            self._more_s = 0
        self._usual_s, self._offered = seconds, card
        self._show()

    def lengthen(self, seconds: int) -> None:
        """Rest longer, or shorter; before a rest begins, that changes the next one."""
        held = self._rests.get(self._lifter_id)
        if held is None:
            least, most = STEP_S - self._usual_s, MOST_REST_S - self._usual_s
            self._more_s = max(min(self._more_s + seconds, most), least) if self._usual_s else 0
        else:
            changed = held.rest.longer(seconds, self._now())
            told = held.told and changed.left_s(self._now()) <= 0
            self._rests[self._lifter_id] = replace(held, rest=changed, told=told)
        self.tick()

    def left_s(self, lifter_id: int | None = None) -> float | None:
        """Return a lifter's seconds left, below 0 when over; None when no rest is running."""
        held = self._rests.get(self._lifter_id if lifter_id is None else lifter_id)
        return None if held is None else held.rest.left_s(self._now())

    def under_way(self) -> dict[int, float]:
        """Return the seconds left of each lifter who rests or should be back by now."""
        return {each: held.rest.left_s(self._now()) for each, held in self._rests.items()}

    def show_switches(self, sound: bool, notice: bool) -> None:
        """Show whether the end is heard, and told when another window is in front."""
        self.sound.setChecked(sound)
        self.notice.setChecked(notice)

    def tick(self) -> None:
        """Show how it stands now, and tell of each rest that has ended."""
        now = self._now()
        for lifter_id, held in list(self._rests.items()):
            left = held.rest.left_s(now)
            if left <= -MOST_REST_S:
                del self._rests[lifter_id]
            elif left <= 0 and not held.told:
                self._rests[lifter_id] = replace(held, told=True)
                self.ended.emit(lifter_id, held.card)
        self._show()
        self.went.emit()

    def _build(self) -> None:
        box = column(self, spacing=6)
        head = row(spacing=4)
        head.addWidget(self._title, 1)
        head.addWidget(self.sound)
        head.addWidget(self.notice)
        box.addLayout(head)
        self._build_clock(box)
        foot = row()
        foot.addStretch(1)
        foot.addWidget(self.skip)
        foot.addWidget(self.keep)
        foot.addStretch(1)
        box.addLayout(foot)
        stops = self.sound, self.notice, self.shorter, self.longer, self.skip, self.keep
        tab_through(stops)
        self.sound.setToolTip(tr("A sound when the rest is over, and with a paced set"))
        self.notice.setToolTip(tr("A notice when the rest is over while you look elsewhere"))
        self.shorter.setToolTip(tr("15 seconds less (Ctrl+,)"))
        self.longer.setToolTip(tr("15 seconds more (Ctrl+.)"))
        self.skip.setToolTip(tr("End the rest (Ctrl+K)"))

    def _build_clock(self, box: QVBoxLayout) -> None:
        line = row()
        line.addWidget(self.shorter)
        line.addWidget(self.face, 1)
        line.addWidget(self.longer)
        box.addLayout(line)
        self.face.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.face.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.face.setAccessibleName(tr("Rest left"))
        self._bar.setTextVisible(False)
        self._bar.setRange(0, PARTS)
        self._bar.setAccessibleName(tr("Rest left"))
        box.addWidget(self._bar)

    def _connect(self) -> None:
        self.shorter.clicked.connect(lambda: self.lengthen(-STEP_S))
        self.longer.clicked.connect(lambda: self.lengthen(STEP_S))
        self.skip.clicked.connect(self.stop)
        self.keep.clicked.connect(self._keep)
        self.sound.clicked.connect(self.sound_wanted)
        self.notice.clicked.connect(self.notice_wanted)
        self._ticks.timeout.connect(self.tick)

    def _keep(self) -> None:
        card, seconds = self._changed()
        held = self._rests.get(self._lifter_id)
        if held is not None:
            rest = replace(held.rest, usual_s=seconds)
            self._rests[self._lifter_id] = replace(held, rest=rest)
        self._more_s = 0
        self.keep_wanted.emit(card, seconds)
        self._show()

    def _changed(self) -> tuple[ExerciseCard | None, int]:
        """Return the exercise whose rest was made longer or shorter, and the length; None instead
        of one that is not shown (it may be undone, and its ids be those of another)."""
        held = self._rests.get(self._lifter_id)
        if held is None:
            return (self._offered if self._more_s else None), self._usual_s + self._more_s
        length = round(held.rest.length_s)
        card = self._cards.get(held.card.key) if held.card is not None else None
        return (card if length != held.rest.usual_s else None), length

    def _show(self) -> None:
        held, left = self._rests.get(self._lifter_id), self.left_s()
        if held is None or left is None:
            self._ticks.stop() if not self._rests else None
            self._show_face(clock(self._usual_s + self._more_s), "idle", 0.0)
        elif left > 0:
            self._show_face(clock(left), "", left / held.rest.length_s)
        else:
            self._show_face(f"+{clock(int(-left))}", "over", 0.0)
        self.skip.setEnabled(held is not None)
        self._show_words()

    def _show_face(self, text: str, state: str, share: float) -> None:
        self.face.setText(text)
        restate(self.face, state)
        self._bar.setValue(round(PARTS * share))

    def _show_words(self) -> None:
        card, seconds = self._changed()
        held = self._rests.get(self._lifter_id)
        about = held.card if held is not None else self._offered
        rounds = about is not None and about.superset is not None
        per_round = tr("In a superset the rest begins after the round, not between partners.")
        self._title.setText(self._title_words(rounds))
        self._title.setToolTip(per_round if rounds else "")
        self.keep.setVisible(card is not None)
        if card is not None:
            self.keep.setText(tr("Keep {0}").format(clock(seconds)))
            words = tr("Rest {0} after {1} from now on; where the plan has a rest, today")
            self.keep.setToolTip(words.format(wording.rest(seconds), card.exercise.name))

    def _title_words(self, rounds: bool) -> str:
        if (self.left_s() or 1) <= 0:
            return tr("REST IS OVER")
        return tr("REST · PER ROUND") if rounds else tr("REST")


def clock(seconds: float) -> str:
    """Write seconds as '1:05', begun ones as whole."""
    minutes, rest = divmod(int(seconds + 0.999), 60)
    return f"{minutes}:{rest:02d}"


def _switch(text: str, parent: QWidget) -> QToolButton:
    made = QToolButton(parent)
    made.setText(text)
    made.setCheckable(True)
    made.setProperty("kind", "chip")
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return made
