"""What the window does about health: questions, signs, referrals, clearances, letters."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from planner.coach import health, pain_referral
from planner.engine.terms import Referral, ReferralSource, Topic
from planner.language import tr
from planner.ui import asking
from planner.ui.desk import Desk, desk_of
from planner.ui.intake_dialog import IntakeDialog
from planner.ui.referral_clearance import ClearanceDialog
from planner.ui.referral_dialog import ReferralDialog
from planner.ui.referral_signs import SignsDialog, injury_dialog, signs_dialog

if TYPE_CHECKING:
    from planner.ui.main_window import MainWindow


def show_questions(window: MainWindow) -> None:
    """Ask the health questions of the lifter shown."""
    ask(desk_of(window))


def show_signs(window: MainWindow) -> None:
    """Ask what is wrong with the lifter shown."""
    ask_signs(desk_of(window))


def show_referrals(window: MainWindow) -> None:
    """Show whom the lifter shown is sent to."""
    show(desk_of(window))


def offer(window: MainWindow, slug: str) -> None:
    """Show who should look at a lift that hurt; loads wait for that where the lifter says so."""
    show(desk_of(window), slug=slug)


def ask(desk: Desk) -> None:
    """Ask the health questions; a yes that is new opens the referrals."""
    dialog = IntakeDialog(
        desk.parent,
        health.QUESTIONS,
        health.intake(desk.lifter_id),
        desk.lifter.name,
        desk.today,
        health.is_minor(desk.lifter_id, desk.today),
    )

    def keep() -> None:
        before = len(health.referrals(desk.lifter_id))
        work = partial(health.answer, desk.lifter_id, dialog.intake())
        desk.act(tr("Answer the health questions"), work)
        if len(health.referrals(desk.lifter_id)) > before:
            show(desk)

    asking.ask(dialog, keep)


def ask_signs(desk: Desk) -> None:
    """Ask what is wrong; what is ticked blocks loads at once."""
    _ask(desk, signs_dialog(desk.parent), ReferralSource.SIGN, tr("Note that something is wrong"))


def ask_about_injury(desk: Desk) -> None:
    """Ask what whoever is injured is to be asked; an injury is looked at in any case."""
    _ask(
        desk,
        injury_dialog(desk.parent),
        ReferralSource.ABSENCE,
        tr("Note an injury"),
        [Topic.INJURY],
    )


def _ask(
    desk: Desk,
    dialog: SignsDialog,
    source: ReferralSource,
    label: str,
    always: list[Topic] | None = None,
) -> None:
    def keep() -> None:
        topics = [*dialog.topics(), *(always or ())]
        note = dialog.note.text().strip()
        work = partial(health.raise_all, desk.lifter_id, topics, desk.today, source, note)
        desk.act(label, work)

    asking.ask(dialog, keep, lambda: show(desk))


def show(desk: Desk, slug: str = "") -> None:
    """Show whom a lifter is sent to, or could be for what hurt, the lift with a slug first.

    While an urgent sign waits it begins with getting help now.
    """
    dialog = ReferralDialog(desk.parent, desk.lifter.name, desk.today)
    over = desk._replace(parent=dialog)

    def again() -> None:
        waiting = health.waiting(desk.lifter_id, desk.today)
        dialog.help_now.setVisible(health.help_is_urgent(waiting))
        known = health.referrals(desk.lifter_id)
        offers = pain_referral.offers(desk.lifter_id, desk.today, slug)
        found = [*((each, None) for each in waiting), *offers]
        found.sort(key=lambda each: each[0].id is not None or each[0].exercise != slug)
        dialog.show_referrals(found, [each for each in known if each not in waiting])

    dialog.taken.connect(lambda made: _take(over, made, again))
    dialog.clearance_wanted.connect(lambda made: _enter(over, made, again))
    dialog.mistake_wanted.connect(lambda made: _take_back(over, made, again))
    dialog.letter_wanted.connect(lambda made: _write(over, made, again))
    dialog.intake_wanted.connect(lambda: _instead(dialog, lambda: ask(desk)))
    dialog.signs_wanted.connect(lambda: _instead(dialog, lambda: ask_signs(desk)))
    again()
    _open(dialog)


def _enter(desk: Desk, referral: Referral, after: Callable[[], None]) -> None:
    dialog = ClearanceDialog(desk.parent, referral, desk.today, desk.lifter.unit)

    def keep() -> None:
        made, limits = dialog.clearance(), dialog.limits()
        work = partial(health.clear, desk.lifter_id, referral, made, limits)
        desk.act(tr("Enter a clearance"), work)
        after()

    asking.ask(dialog, keep)


def _take(desk: Desk, referral: Referral, after: Callable[[], None]) -> None:
    work = partial(pain_referral.take, desk.lifter_id, referral)
    desk.act(tr("Wait for clearance"), work)
    after()


def _take_back(desk: Desk, referral: Referral, after: Callable[[], None]) -> None:
    desk.act(tr("Take a referral back"), partial(health.take_back, referral))
    after()


def _write(desk: Desk, referral: Referral, after: Callable[[], None]) -> None:
    from planner.ui.letter_dialog import LetterDialog

    dialog = LetterDialog(desk.parent, desk.lifter_id, referral, desk.today)

    def note() -> None:
        desk.act(tr("Note a letter"), partial(health.note_letter, [referral], desk.today))
        after()

    dialog.made.connect(note)
    _open(dialog)


def _instead(dialog: QDialog, following: Callable[[], None]) -> None:
    dialog.accept()
    following()


def _open(dialog: QDialog) -> None:
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
