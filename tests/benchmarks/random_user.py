"""A random user of the window: what is shown and what the file has must never differ.

    .venv/bin/python tests/benchmarks/random_user.py [STEPS]

The keys go to a real window on a real file, by default 10,000 steps in sessions of a hundred.
Nothing outside a temporary folder is written, no display is needed. What goes wrong is printed as
the shortest list of steps that leads to it, and the exit code is 1.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from functools import partial

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import sight
from hypothesis import HealthCheck, settings, strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from random_hands import KEYS, LIFTS, NO, ODD, SENSIBLE, Hands

from planner.coach import logging
from planner.ui.top_bar import TabName

STEPS, SESSION = 10_000, 100
PAUSE_MS = 150  # a search begins when nothing more is typed
MOST_IMPORTS, MOST_CRASHES = 2, 3  # in a session
SEEN: Counter[str] = Counter()  # what a run came to see


def at_log(user: RandomUser) -> bool:
    """Say whether the user looks at the log."""
    return user.hands.at_log()


def in_session(user: RandomUser) -> bool:
    """Say whether the user looks at a session."""
    return user.hands.in_session()


def elsewhere(user: RandomUser) -> bool:
    """Say whether the user looks at another tab."""
    return not user.hands.at_log()


class RandomUser(RuleBasedStateMachine):
    """Logs, edits, deletes, undoes, walks about, imports, and pulls the plug."""

    def __init__(self) -> None:
        super().__init__()
        self.hands = Hands()

    @initialize(planned=st.booleans(), slug=st.sampled_from(LIFTS))
    def begin(self, planned: bool, slug: str) -> None:
        """Start what is planned, or an empty session with an exercise."""
        self.hands.window.show_tab(TabName.LOG)
        self.hands.start(planned)
        self.hands.log._add_exercise(slug)

    @precondition(in_session)
    @rule(texts=st.lists(st.sampled_from(SENSIBLE), min_size=1, max_size=4))
    def log(self, texts: list[str]) -> None:
        """Log sets; a question is answered by Enter."""
        for text in texts:
            self.hands.enter(text)
            self.hands.press(Qt.Key.Key_Return, NO)

    @precondition(in_session)
    @rule(text=st.sampled_from(ODD))
    def mistype(self, text: str) -> None:
        """Type something odd into a cell and press Enter."""
        self.hands.enter(text)

    @precondition(in_session)
    @rule(times=st.integers(1, 4))
    def accept(self, times: int) -> None:
        """Log what is offered, by Enter only."""
        for _ in range(times):
            if self.hands.cell() is not None:
                self.hands.press(Qt.Key.Key_Return, NO)

    @precondition(in_session)
    @rule(keys=st.lists(st.sampled_from(KEYS), min_size=1, max_size=5))
    def press(self, keys: list[tuple[Qt.Key, Qt.KeyboardModifier]]) -> None:
        """Press keys wherever the focus is."""
        self.hands.cell()
        for key in keys:
            self.hands.press(*key)

    @rule(times=st.integers(1, 3))
    def undo(self, times: int) -> None:
        """Take back what was done last."""
        for _ in range(times):
            self.hands.window.history.undo()

    @rule()
    def redo(self) -> None:
        """Do again what was taken back."""
        self.hands.window.history.redo()

    @rule()
    def there_and_back(self) -> None:
        """Undo and redo: the file is what it was."""
        history = self.hands.window.history
        if history.next_undo() is not None:
            before = self._file()
            history.undo()
            history.redo()
            assert self._file() == before, "undo and redo left the file another one"

    @precondition(in_session)
    @rule(slug=st.sampled_from(LIFTS))
    def add_exercise(self, slug: str) -> None:
        """Take an exercise into the open session."""
        self.hands.log._add_exercise(slug)

    @precondition(at_log)
    @rule(planned=st.booleans())
    def start_another(self, planned: bool) -> None:
        """Start one more session today."""
        self.hands.start(planned)

    @precondition(at_log)
    @rule(place=st.integers(0, 5))
    def open_one_of_the_list(self, place: int) -> None:
        """Open a session of the list, as a click does."""
        window = self.hands.window
        known = sight.of_file(window.database, window.lifter_id(), None).sessions
        if known:
            self.hands.log.show_session(known[place % len(known)])

    @precondition(in_session)
    @rule(place=st.integers(0, 5), slug=st.sampled_from(LIFTS))
    def swap(self, place: int, slug: str) -> None:
        """Do another exercise instead of one of the session."""
        self._arrange("Swap", place, lambda slot: logging.swap(slot, slug))

    @precondition(in_session)
    @rule(place=st.integers(0, 5), apart=st.booleans())
    def pair(self, place: int, apart: bool) -> None:
        """Make a superset with the next exercise, or leave one."""
        self._arrange("Pair", place, logging.leave_superset if apart else logging.join_next)

    @precondition(in_session)
    @rule(days=st.integers(-9, 2))
    def move_the_session(self, days: int) -> None:
        """Move the session shown to another day."""
        on = self.hands.window.today() + timedelta(days=days)
        self.hands.window.act("Move", lambda: logging.move(self._session(), on))

    @precondition(in_session)
    @rule()
    def repeat_the_session(self) -> None:
        """Do the session shown once more."""
        window, on = self.hands.window, self.hands.window.today()
        again = partial(logging.repeat, window.lifter_id(), self._session(), on)
        window.act("Repeat", again, window.show_session)

    @precondition(at_log)
    @rule(text=st.sampled_from(("squat", "bench > 80", "lower b", "nothing like it")))
    def search(self, text: str) -> None:
        """Look for sessions; Esc shows them all again."""
        self.hands.log.search(text)
        QTest.qWait(PAUSE_MS)
        QTest.keyClick(self.hands.log.days.search, Qt.Key.Key_Escape)

    @precondition(in_session)
    @rule()
    def delete_the_session(self) -> None:
        """Delete the session shown."""
        self.hands.log.session.header._delete()

    @precondition(at_log)
    @rule(days=st.integers(-9, 2))
    def look_at_a_day(self, days: int) -> None:
        """Choose a day of the calendar."""
        self.hands.log.show_day(self.hands.window.today() + timedelta(days=days))

    @precondition(at_log)
    @rule(field=st.sampled_from(("sleep", "soreness", "energy")), value=st.integers(0, 5))
    def answer(self, field: str, value: int) -> None:
        """Answer a question of the check-in."""
        self.hands.log.side.check_in.scales[field].answered.emit(value or None)

    @precondition(at_log)
    @rule(name=st.sampled_from((TabName.PLANNER, TabName.CHARTS)))
    def look_elsewhere(self, name: TabName) -> None:
        """Show another tab."""
        self.hands.window.show_tab(name)

    @precondition(elsewhere)
    @rule()
    def look_at_the_log(self) -> None:
        """Come back to the log."""
        self.hands.window.show_tab(TabName.LOG)

    @rule(place=st.integers(0, 1))
    def switch_lifter(self, place: int) -> None:
        """Show a lifter."""
        self.hands.window.show_lifter(self.hands.lifters[place])

    @precondition(lambda self: self.hands.imports < MOST_IMPORTS)
    @rule()
    def bring_a_log_in(self) -> None:
        """Import a small export of another app."""
        self.hands.bring_in()

    @precondition(lambda self: self.hands.crashes < MOST_CRASHES)
    @rule()
    def pull_the_plug(self) -> None:
        """Start again from the files as they lie: every set is there."""
        before = self._file()
        self.hands.crash()
        assert self._file() == before, "a crash lost or changed something"

    @invariant()
    def window_and_file_agree(self) -> None:
        """Nothing was raised, and what the log shows is what the file has."""
        SEEN["steps"] += 1
        self.hands.work()
        if self.hands.at_log():
            window, told = self.hands.window, sight.of_window(self.hands.log)
            assert told == sight.of_file(window.database, window.lifter_id(), told.session)
            assert not sight.strangers(self.hands.log)
            self._count(told)

    def teardown(self) -> None:
        """Go home."""
        SEEN["actions to undo at the end"] += self.hands.window.history.stack.count()
        self.hands.leave()

    def _arrange(self, label: str, place: int, change: Callable[[int], object]) -> None:
        cards = self.hands.log.session.cards
        if cards:
            slot = cards[place % len(cards)].card.logged_exercise_id
            self.hands.window.act(label, lambda: change(slot))

    def _session(self) -> int:
        shown = sight.of_window(self.hands.log).session
        assert shown is not None
        return shown

    def _count(self, told: sight.Sight) -> None:
        sets = sum(len(sets) for _, sets in told.cards)
        SEEN["looks at a session with sets"] += sets > 0
        SEEN["most sets of a session"] = max(SEEN["most sets of a session"], sets)

    def _file(self) -> dict[str, list[sight.Row]]:
        return sight.everything(self.hands.window.database)


def play(steps: int, of: int = SESSION) -> None:
    """Play a number of steps in sessions of `of` steps; raises what goes wrong."""
    chosen = settings(
        max_examples=max(steps // of, 1),
        stateful_step_count=of,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    until = SEEN["steps"] + steps
    while SEEN["steps"] < until:  # sessions may end early
        run_state_machine_as_test(RandomUser, settings=chosen)


def main() -> None:
    """Play as many steps as were asked for, and tell what was seen."""
    app = QApplication.instance() or QApplication([])
    play(int(sys.argv[1]) if len(sys.argv) > 1 else STEPS)
    print(*(f"{what}: {count:,}" for what, count in SEEN.items()), sep="\n")
    app.quit()


if __name__ == "__main__":
    main()
