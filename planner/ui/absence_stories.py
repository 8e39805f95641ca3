"""What is done about days away: added, edited, ended, deleted; from the calendar or the menu."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from planner.coach import absences, clients
from planner.coach.absences import Reason
from planner.engine.terms import Absence
from planner.language import tr
from planner.ui import absence_words, asking
from planner.ui.absence_dialog import AbsenceDialog, Found
from planner.ui.absences_dialog import AbsencesDialog
from planner.ui.desk import Desk, desk_of
from planner.ui.writing import writes

if TYPE_CHECKING:
    from planner.ui.main_window import MainWindow


def show(window: MainWindow) -> None:
    """Show all days away of the lifter in sight; without any, ask for the first."""
    desk = desk_of(window)
    known = absences.absences(desk.lifter_id)
    if not known:
        _add_first(desk)
        return
    dialog = AbsencesDialog(window, known, desk.today)
    dialog.wanted.connect(partial(edit, desk))
    dialog.add_wanted.connect(lambda: _add_first(desk))
    dialog.delete_wanted.connect(partial(delete, desk))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def add(desk: Desk, since: date, until: date) -> None:
    """Ask for days away, from one to another; one day that has begun may go on."""
    open_end = since == until == desk.today
    _ask_for(desk, Absence(since, None if open_end else until))


def _ask_for(desk: Desk, asked: Absence) -> None:
    def keep(made: Absence) -> None:
        label = tr("Add {0}").format(absence_words.named(made, desk.today))
        desk.act(label, partial(absences.add, desk.lifter_id, made))

    _ask(desk, asked, keep)


def _add_first(desk: Desk) -> None:
    """Ask for days away from the day after the last session, where that is some days ago."""
    since = absences.away_since(desk.lifter_id, desk.today)
    _ask_for(desk, Absence(since, None))


def edit(desk: Desk, absence: Absence) -> None:
    """Ask for other days, another reason or note."""

    def keep(made: Absence) -> None:
        if made != absence:
            desk.act(tr("Edit time away"), partial(absences.change, desk.lifter_id, made))

    _ask(desk, absence, keep)


def end(desk: Desk, absence: Absence) -> None:
    """Let days away end before today."""
    desk.act(tr("End time away"), partial(absences.end, absence, desk.today))


def delete(desk: Desk, absence: Absence) -> None:
    """Delete days away."""
    desk.act(tr("Delete time away"), partial(absences.delete, absence))


def day_menu(desk: Desk, since: date, until: date) -> QMenu:
    """Return a menu of what can be done about days of the calendar."""
    menu = QMenu(desk.parent)
    menu.addAction(tr("&Away…\tIns"), lambda: add(desk, since, until))
    for each in absences.among(absences.absences(desk.lifter_id), since, until):
        named = absence_words.named(each, desk.today)
        menu.addSeparator()
        menu.addAction(tr("&Edit {0}…").format(named), partial(edit, desk, each))
        if absences.may_end(each, desk.today):
            menu.addAction(absence_words.back(each), partial(end, desk, each))
        menu.addAction(tr("&Delete {0}").format(named), partial(delete, desk, each))
    writes(*menu.actions())
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def _ask(desk: Desk, absence: Absence, keep: Callable[[Absence], None]) -> None:
    name, look = clients.lifter(desk.lifter_id).name, partial(_look, desk.lifter_id)
    dialog = AbsenceDialog(desk.parent, absence, desk.today, look, name)

    def follow() -> None:
        known = absences.reason(absence) if absence.id is not None else None
        if Reason.INJURED is absences.reason(dialog.absence()) is not known:
            _ask_about_injury(desk)

    asking.ask(dialog, lambda: keep(dialog.absence()), follow)


def _ask_about_injury(desk: Desk) -> None:
    """Ask whoever is injured what decides who should look at it."""
    from planner.ui import health_stories

    health_stories.ask_about_injury(desk)


def _look(lifter_id: int, absence: Absence) -> Found:
    return absences.overlapping(lifter_id, absence), absences.trained_in(lifter_id, absence)
