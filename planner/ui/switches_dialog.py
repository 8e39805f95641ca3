"""What a lifter is shown: one list of ticks, and what none of them can switch off."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from planner.coach.switches import Switch
from planner.language import tr
from planner.ui.about import Page
from planner.ui.dialog_sizes import open_at
from planner.ui.widgets import column, label, scrolling, wrapped

USUAL_SIZE = QSize(600, 620)
INDENT_PX = 26  # of a sentence, below the words of its tick


class SwitchesDialog(Page):
    """`wanted` carries a Switch and whether it is wanted on."""

    wanted = Signal(object, bool)

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent, tr("What is shown: {name}").format(name=name))
        content = QWidget(self)
        box = column(content, spacing=2)
        self.ticks: dict[Switch, QCheckBox] = {}
        for switch, (word, sentence) in _words().items():
            self._add(switch, word, sentence, content, box)
        box.addSpacing(12)
        box.addWidget(label(tr("ALWAYS SHOWN"), "section", content))
        always = tr(
            "Red flags, waiting for a clearance, restricted exercises, illness and strong pain: "
            "they protect a body, so nothing here hides them."
        )
        box.addWidget(wrapped(always, "muted", content))
        self.body.addWidget(scrolling(content, self), 1)
        box.addStretch(1)
        open_at(self, USUAL_SIZE)

    def show_switches(self, shown: Mapping[Switch, bool]) -> None:
        """Show what is on."""
        for switch, tick in self.ticks.items():
            tick.setChecked(shown[switch])

    def _add(
        self, switch: Switch, word: str, sentence: str, content: QWidget, box: QVBoxLayout
    ) -> None:
        tick = self.ticks[switch] = QCheckBox(word, content)
        tick.setAccessibleDescription(sentence)
        tick.clicked.connect(lambda shown: self.wanted.emit(switch, shown))
        says = wrapped(sentence, "muted", content)
        says.setContentsMargins(INDENT_PX, 0, 0, 6)
        box.addWidget(tick)
        box.addWidget(says)


def _words() -> dict[Switch, tuple[str, str]]:
    """Return what each tick is called and what it shows."""
    return _words_of_the_day() | _words_of_training()


def _words_of_the_day() -> dict[Switch, tuple[str, str]]:
    day = tr("The line in planner and log and the word in the list of lifters.")
    fresh = tr("How fresh you and each muscle are, and when a muscle is ready again.")
    asked = tr("The short questions on sleep, soreness, motivation and energy.")
    mood = tr("A question more. It is never scored, and seen only on its day.")
    printed = tr("Sheets ask for it, too; who types them in reads it.")
    return {
        Switch.VERDICT: (tr("&Verdict of the day"), day),
        Switch.RECOVERY: (tr("&Recovery"), fresh),
        Switch.CHECK_IN: (tr("&Check-in"), asked),
        Switch.MOOD: (tr("&Mood"), mood),
        Switch.MOOD_PRINTED: (tr("Mood on s&heets"), printed),
    }


def _words_of_training() -> dict[Switch, tuple[str, str]]:
    rested = tr("Muscles, movements and sides that rested for weeks.")
    practice = tr("How much practice a new movement gets before its loads rise.")
    growth = tr("A word when a planned week has many more sets than the last ones.")
    next_set = tr("What to expect of it. What the sets done ask for is told all the same.")
    fuel = tr("Protein and water for your bodyweight; nothing is counted.")
    points = tr("A page of charts: your lifts as a multiple of it, and points such as DOTS.")
    return {
        Switch.NON_USE: (tr("What was &not trained"), rested),
        Switch.PRACTICE: (tr("&Practice before load"), practice),
        Switch.LOAD_GUARD: (tr("Weeks that gro&w fast"), growth),
        Switch.NEXT_SET: (tr("Ne&xt set while logging"), next_set),
        Switch.FUEL: (tr("&Fuel targets"), fuel),
        Switch.STANDARDS: (tr("&Strength beside bodyweight"), points),
    }
