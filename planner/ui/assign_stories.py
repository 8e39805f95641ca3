"""What the window does for several lifters at once: start a program, copy a week."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QProgressDialog, QWidget

from planner.coach import assigning, clients, copying_week, lifter_lock, offering, scope
from planner.coach.assigning import Assignment
from planner.coach.copying_week import Source
from planner.coach.refused import Refused
from planner.coach.start_days import Days
from planner.engine.terms import Lifter
from planner.language import passage, tr
from planner.ui import counts, plan_words, start_words, suggestion_words
from planner.ui.assign_dialog import AssignDialog, Words
from planner.ui.clients_dialog import ClientsDialog
from planner.ui.clients_words import named
from planner.ui.copy_week_dialog import CopyWeekDialog
from planner.ui.program_dialog import ProgramDialog

if TYPE_CHECKING:
    from planner.ui.main_window import MainWindow

SHOW_AFTER_MS = 100  # twenty lifters take twice that
Shown = TypeVar("Shown", bound=QDialog)


def start_program(window: MainWindow, parent: QWidget, lifter_ids: Sequence[int]) -> ProgramDialog:
    """Choose a program for several lifters and its first day, look at it, and start it."""
    lifters = [clients.lifter(each) for each in lifter_ids]
    dialog = ProgramDialog(parent, offering.offered(), window.today(), named(lifters))
    today = window.today()
    dialog.wish.take(offering.wish_of([scope.sparing(each, today) for each in lifters]))
    return _looked_at(dialog, lambda: _preview_program(window, parent, dialog, lifters))


def _preview_program(
    window: MainWindow, parent: QWidget, chosen: ProgramDialog, lifters: Sequence[Lifter]
) -> AssignDialog:
    program, starts_on, today = chosen.program(), chosen.starts_on(), window.today()
    days = chosen.training_days()

    def job(lifter: Lifter) -> Generator[None, None, Assignment]:
        return assigning.assignment(lifter, program.slug, starts_on, today, days)

    words = Words(
        _from(program.name, starts_on, days),
        tr("Each one's loads come from that one's own log, in the steps of that one's gym."),
        lambda count: tr("&Start for {lifters}").format(lifters=counts.lifters(count)),
    )
    label = tr("Start {program} for {lifters}")
    label_of = partial(label.format, program=program.name)
    return _preview(window, parent, words, lifters, job, label_of)


def _from(program: str, starts_on: date, days: Days | None) -> str:
    said = tr("{program} from {day}").format(program=program, day=plan_words.long_day(starts_on))
    if days is None:
        return said
    on = start_words.weekdays(days.on, starts_on)
    return tr("{said}, on {days}").format(said=said, days=on)


def copy_week(window: MainWindow, week_id: int) -> CopyWeekDialog:
    """Choose the lifters who get a week of the lifter shown, look at it, and copy it."""
    with window.finished_edits():
        source = copying_week.source(window.lifter_id(), week_id, window.today())
    others = [each for each in lifter_lock.lifters() if each.id != window.lifter_id()]

    def there(lifter: Lifter) -> str:
        found = copying_week.there(lifter.id or 0, source)
        return passage(suggestion_words.said(each, lifter.unit) for each in found)

    dialog = CopyWeekDialog(
        window, plan_words.week_dates(source.week), others, there, lifter_lock.shut()
    )
    return _looked_at(dialog, lambda: _preview_week(window, dialog, source, window.today()))


def _preview_week(
    window: MainWindow, chosen: CopyWeekDialog, source: Source, today: date
) -> AssignDialog:
    beside, week = chosen.beside(), plan_words.week_dates(source.week)

    def job(lifter: Lifter) -> Generator[None, None, Assignment]:
        return copying_week.copy_for(lifter, source, beside, today)

    about = (
        tr("Beside what is planned then. Percentages stay percentages.")
        if beside
        else tr("Instead of what is planned then; what was done stays.")
    )
    words = Words(
        tr("Copy the week of {week}").format(week=week),
        about,
        lambda count: tr("&Copy to {lifters}").format(lifters=counts.lifters(count)),
    )
    label = partial(tr("Copy the week of {week} to {lifters}").format, week=week)
    return _preview(window, window, words, chosen.lifters(), job, label)


def _preview(
    window: MainWindow,
    parent: QWidget,
    words: Words,
    lifters: Sequence[Lifter],
    job: Callable[[Lifter], Generator[None, None, Assignment]],
    label: Callable[..., str],
) -> AssignDialog:
    dialog = AssignDialog(parent, words, lifters, job)

    def give() -> None:
        ready = dialog.assignments()
        name = label(lifters=named([each.lifter for each in ready]))
        problem = _write(window, dialog, name, ready)
        dialog.leave_with(problem)
        if not problem:
            tell = parent.tell if isinstance(parent, ClientsDialog) else window.tell
            tell(tr("Done: {what}. Ctrl+Z takes all of it back.").format(what=name))

    dialog.give_wanted.connect(give)
    return _opened(dialog)


def _write(window: MainWindow, parent: QWidget, name: str, ready: Sequence[Assignment]) -> str:
    """Store all in one step, which shows how far it is and can be cancelled; return why not."""
    refused = list[str]()
    progress = QProgressDialog(name, tr("&Cancel"), 0, len(ready), parent)
    progress.setWindowModality(Qt.WindowModality.WindowModal)
    progress.setMinimumDuration(SHOW_AFTER_MS)

    def report(done: int) -> None:
        progress.setValue(done)
        if progress.wasCanceled():
            raise Refused(tr("Cancelled; nothing was changed."))

    window.history.failed.connect(refused.append)
    try:
        window.act(name, partial(assigning.assign, ready, report))
        return passage(refused)
    finally:
        window.history.failed.disconnect(refused.append)
        progress.reset()
        progress.deleteLater()


def _looked_at(chosen: Shown, preview: Callable[[], AssignDialog]) -> Shown:
    """Open a dialog that is there again, as it was, for who leaves the preview after it."""

    def look() -> None:
        after = preview()
        after.rejected.connect(chosen.open)
        after.accepted.connect(chosen.deleteLater)

    chosen.accepted.connect(look)
    chosen.rejected.connect(chosen.deleteLater)
    chosen.open()
    return chosen


def _opened(dialog: Shown) -> Shown:
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
