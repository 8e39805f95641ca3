"""Show what one lifter can do, or all of them; note that sound technique was seen."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from planner.coach import clients, practising, skills
from planner.engine.terms import Phrase
from planner.language import tr
from planner.ui.skill_dialog import SkillDialog
from planner.ui.skill_matrix import SkillMatrix

if TYPE_CHECKING:
    from planner.ui.main_window import MainWindow


def show(window: MainWindow) -> SkillDialog:
    """Show the skills of the lifter shown; return the dialog."""
    window.tell_unread(window.tabs.finish_edits())
    lifter_id, today = window.lifter_id(), window.today()
    lifter = clients.lifter(lifter_id)
    tiring = partial(_tiring, lifter_id, today)
    dialog = SkillDialog(window, lifter.name, lifter.unit, today, tiring)

    def refresh() -> None:
        dialog.read(partial(skills.reading, lifter_id, today))

    def check(slug: str, seen: bool) -> None:
        label = tr("Technique is sound") if seen else tr("Take back that technique was sound")
        window.act(label, partial(practising.check, lifter_id, slug, today if seen else None))

    refresh()
    dialog.checked.connect(check)
    window.history.changed.connect(refresh)
    dialog.finished.connect(lambda: window.history.changed.disconnect(refresh))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def _tiring(lifter_id: int, today: date, slug: str) -> Phrase | None:
    return skills.tiring(lifter_id, slug, today)


def show_all(window: MainWindow, above: QDialog | None = None) -> SkillMatrix:
    """Show the skills of all lifters side by side, above the list that asks for it; return the
    dialog. A lifter who is opened closes the list."""
    window.tell_unread(window.tabs.finish_edits())
    dialog = SkillMatrix(above or window)
    dialog.opened.connect(window.show_lifter)
    if above is not None:
        dialog.opened.connect(above.reject)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    dialog.read(partial(skills.of_all, window.today()))
    return dialog
