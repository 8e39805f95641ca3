"""Opens what is known of a day, and what a lifter is shown; both follow what is written."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from planner.coach import day_line, evidence_page, health, manual, non_use, switches, today
from planner.coach.switches import Switch
from planner.engine.terms import DayVerdict, Today, Unit
from planner.language import tr
from planner.ui import today_words
from planner.ui.help_dialog import HelpDialog
from planner.ui.switches_dialog import SwitchesDialog
from planner.ui.today_dialog import Around, TodayDialog

if TYPE_CHECKING:
    from planner.ui.main_window import MainWindow


def show_today(window: MainWindow) -> TodayDialog:
    """Show why the day of the lifter shown asks for what it does."""
    lifter_id, on = window.lifter_id(), window.today()
    dialog = TodayDialog(window, window.lifter.name if window.lifter is not None else "")

    def refresh() -> None:
        dialog.read(partial(today.reading, lifter_id, on))

    def show(_key: object, made: Today) -> None:
        dialog.show_today(made, _around(window, lifter_id))
        dialog.unused.show_unused(non_use.unused(lifter_id, on))
        dialog.questions.setVisible(health.due_again(lifter_id, on) is not None)

    def choose(verdict: DayVerdict, reason: str) -> None:
        label = tr("Verdict: {0}").format(today_words.within(verdict))
        window.act(label, partial(today.choose, lifter_id, on, verdict, reason))

    def take_back() -> None:
        window.act(tr("Verdict as it was said"), partial(today.unchoose, lifter_id, on))

    def check_in() -> None:
        dialog.accept()
        window.tabs.check_in()

    dialog.reader.made.connect(show)
    dialog.chosen.connect(choose)
    dialog.taken_back.connect(take_back)
    dialog.check_in_wanted.connect(check_in)
    dialog.sources_wanted.connect(partial(_show_sources, dialog))
    dialog.switches_wanted.connect(partial(show_switches, window))
    dialog.questions_wanted.connect(partial(_ask_health, window))
    window.history.changed.connect(refresh)
    dialog.finished.connect(lambda: window.history.changed.disconnect(refresh))
    refresh()
    dialog.open()
    return dialog


def show_switches(window: MainWindow) -> SwitchesDialog:
    """Show what the lifter shown is shown, to be changed by a tick."""
    lifter_id = window.lifter_id()
    dialog = SwitchesDialog(window, window.lifter.name if window.lifter is not None else "")

    def refresh() -> None:
        dialog.show_switches({each: switches.is_on(lifter_id, each) for each in Switch})

    def change(switch: Switch, shown: bool) -> None:
        window.act(tr("What is shown"), partial(switches.set_on, lifter_id, switch, shown))

    dialog.wanted.connect(change)
    window.history.changed.connect(refresh)
    dialog.finished.connect(lambda: window.history.changed.disconnect(refresh))
    refresh()
    dialog.open()
    return dialog


def _around(window: MainWindow, lifter_id: int) -> Around:
    on = window.today()
    given, asked = day_line.answered(lifter_id, on)
    return Around(
        day_line.without_verdict(lifter_id, on),
        given,
        asked if switches.is_on(lifter_id, Switch.CHECK_IN) else 0,
        window.lifter.unit if window.lifter is not None else Unit.KG,
        switches.is_on(lifter_id, Switch.VERDICT),
        switches.is_on(lifter_id, Switch.RECOVERY),
    )


def _ask_health(window: MainWindow) -> None:
    from planner.ui import health_stories

    health_stories.show_questions(window)


def _show_sources(dialog: TodayDialog) -> None:
    HelpDialog(dialog, manual.EVIDENCE, tr(evidence_page.LIFTER)).open()
