"""What the window does with programs: choose and start one; rename and delete one's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from planner.coach import clients, offering, overlaps, own_programs, planning, scope
from planner.coach.choosing import Wish
from planner.coach.start_days import Days
from planner.engine.terms import Experience, Lifter
from planner.language import tr
from planner.ui import asking, counts, overlap_note, program_answers
from planner.ui.program_dialog import ProgramDialog

if TYPE_CHECKING:
    from planner.ui.main_window import MainWindow


def choose(window: MainWindow) -> None:
    """Choose a program and its first day; it becomes the lifter's newest mesocycle.

    What the lifter wanted of a program the last time is answered already.
    """
    lifter = window.lifter
    name, who = (lifter.name, lifter.experience) if lifter else ("", Experience.UNKNOWN)
    planned = partial(_planned, lifter.id if lifter else None)
    there = partial(overlaps.overlaps, lifter.id or 0) if lifter else overlap_note.nothing
    dialog = ProgramDialog(window, offering.offered(), window.today(), name, who, planned, there)
    if lifter is not None:
        _remember(window, dialog, lifter)
    dialog.renamed.connect(partial(_rename, window, dialog))
    dialog.delete_wanted.connect(partial(_delete, window, dialog))
    asking.ask(dialog, lambda: _start(window, dialog))


def _planned(lifter_id: int | None, on: date) -> bool:
    return lifter_id is not None and planning.can_join(lifter_id, on)


def _known(lifter: Lifter, before: Wish | None, today: date) -> Wish:
    """Return what was answered before, with all that has to be spared since."""
    known = offering.wish_of([scope.sparing(lifter, today)])
    return known if before is None else replace(before, limits=before.limits | known.limits)


def _remember(window: MainWindow, dialog: ProgramDialog, lifter: Lifter) -> None:
    before = window.state.answers(lifter.uid)
    dialog.days.chosen = program_answers.weekdays(before)
    dialog.wish.take(_known(lifter, program_answers.read(before), window.today()))
    dialog.finished.connect(lambda: window.state.keep_answers(lifter.uid, _answers(dialog)))


def _answers(dialog: ProgramDialog) -> str:
    return program_answers.written(dialog.wish.wish(), dialog.days.chosen)


def _start(window: MainWindow, dialog: ProgramDialog) -> None:
    program, starts_on, today = dialog.program(), dialog.starts_on(), window.today()
    days = dialog.training_days()
    label = tr("Start {name}").format(name=program.name)
    if window.lifter is None and window.first_start is not None:
        new = window.first_start.lifter()
        work = partial(_begin, new, program.slug, starts_on, today, days)
        window.act(label, work, window.lifter_stories.remember)
    else:
        asked = (window.lifter_id(), program.slug, starts_on)
        left_out = planning.weeks_left_out(*asked)
        work = partial(_start_ending, dialog.overlap.ending(), *asked, today, days)
        if window.act(label, work) and left_out:
            window.tell(_left_out(program.name, left_out), trouble=True)


def _start_ending(
    ending: Sequence[int],
    lifter_id: int,
    program: str,
    starts_on: date,
    today: date,
    days: Days | None,
) -> int:
    """Start a lifter on a program; blocks by id end the day before."""
    overlaps.end(ending, starts_on)
    return planning.start_program(lifter_id, program, starts_on, today, days)


def _left_out(name: str, weeks: int) -> str:
    return tr("Your plan ends {weeks} before {name}; that part is not planned.").format(
        weeks=counts.weeks(weeks), name=name
    )


def _begin(lifter: Lifter, program: str, starts_on: date, today: date, days: Days | None) -> int:
    """Add a lifter and start them on a program; return the lifter's id."""
    lifter_id = clients.add(lifter)
    planning.start_program(lifter_id, program, starts_on, today, days)
    return lifter_id


def _rename(window: MainWindow, dialog: ProgramDialog, slug: str, name: str) -> None:
    label = tr("Rename {name}").format(name=own_programs.program(slug).name)
    window.act(label, partial(own_programs.rename, slug, name), partial(_offer_anew, dialog))


def _delete(window: MainWindow, dialog: ProgramDialog, slug: str) -> None:
    name = own_programs.program(slug).name
    label, work = tr("Delete {name}").format(name=name), partial(own_programs.delete, slug)
    if window.act(label, work, partial(_offer_anew, dialog)):
        dialog.tell(
            tr("{name} is deleted. Close this, then Ctrl+Z brings it back.").format(name=name)
        )
        window.tell(tr("{name} is deleted. Ctrl+Z brings it back.").format(name=name))


def _offer_anew(dialog: ProgramDialog, _done: object) -> None:
    dialog.show_programs(offering.offered())
