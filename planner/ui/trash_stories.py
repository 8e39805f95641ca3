"""What the window does with the trash: delete a lifter, look through it, put something back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from planner.coach import clients, trash
from planner.coach.trash import Deleted, Kind
from planner.language import tr
from planner.ui import trash_words
from planner.ui.delete_lifter_dialog import DeleteLifterDialog
from planner.ui.log_words import day
from planner.ui.trash_dialog import TrashDialog

if TYPE_CHECKING:
    from planner.ui.main_window import MainWindow


def show(window: MainWindow) -> TrashDialog:
    """List what was deleted, to put one thing back."""
    dialog = TrashDialog(window, trash.contents(), window.today(), trash.kept_back())
    dialog.wanted.connect(partial(_put_back, window))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def _put_back(window: MainWindow, made: Deleted) -> None:
    name = trash_words.name(made)
    after = window.lifter_stories.remember if made.kind is Kind.LIFTER else None
    label = tr("Put back {name}").format(name=name)
    if window.act(label, partial(_restore, made), after):
        window.tell(_told(window, made, name))


def _restore(made: Deleted) -> int:
    trash.restore(made)
    return made.id


def _told(window: MainWindow, made: Deleted, name: str) -> str:
    if made.kind is Kind.LIFTER:
        if clients.lifter(made.id).archived_on is not None:
            return tr("{name} is back among the archived: Lifter › Archived.").format(name=name)
        return tr("{name} is back, with all that was theirs.").format(name=name)
    if made.kind is Kind.PLAN:
        return tr("The plan {name} of {lifter} is back.").format(name=name, lifter=made.lifter)
    text = tr("{session} of {day} is back in the log of {lifter}.")
    when = day(made.on, window.today()) if made.on else "–"
    return text.format(session=name, day=when, lifter=made.lifter)


def delete_lifter(window: MainWindow) -> None:
    """Put the lifter shown into the trash; who has a log or a plan is asked about before."""
    holding = trash.holding(window.lifter_id())
    lifter = clients.lifter(window.lifter_id())
    if holding.is_nothing():
        _delete(window, window.lifter_id(), lifter.name)
        return
    dialog = DeleteLifterDialog(window, lifter.name, holding)
    dialog.accepted.connect(partial(_delete, window, window.lifter_id(), lifter.name))
    dialog.archive_wanted.connect(window.lifter_stories.archive)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _delete(window: MainWindow, lifter_id: int, name: str) -> None:
    with window.finished_edits():
        label = tr("Delete {name}").format(name=name)
        if window.act(label, partial(trash.delete_lifter, lifter_id)):
            text = tr("{name} is in the trash. Ctrl+Z, or File › Deleted…, brings all back.")
            window.tell(text.format(name=name))
