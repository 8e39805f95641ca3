"""Pain in a set of a card: ask how much, and store it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from planner.coach import logging
from planner.ui.pain_bar import PainBar
from planner.ui.set_row import SetRowView

if TYPE_CHECKING:
    from planner.ui.exercise_entry import ExerciseEntry


def listen(card: ExerciseEntry, line: SetRowView) -> None:
    """Ask for pain when a cell of a row wants it."""
    for cell in line.cells.values():
        cell.hurt.connect(partial(ask, card, line))


def ask(card: ExerciseEntry, line: SetRowView) -> None:
    """Ask for the pain in a stored set; from a row still empty, in the last set of the card."""
    hurt = line if line.stored is not None or line.edited() else card.last_stored()
    if hurt is None or hurt.stored is None:
        line.say(_tr("Log the set first; then P asks for pain in it."))
        return
    for open_one in card.findChildren(PainBar):
        open_one.leave()
    made = PainBar(hurt.stored.pain, _tr("set {0}").format(hurt.row.number), hurt)
    made.answered.connect(partial(_store, card, hurt))
    layout = hurt.layout()
    assert layout is not None
    layout.addWidget(made)
    made.show()
    made.setFocus()


def _store(card: ExerciseEntry, line: SetRowView, pain: int) -> None:
    if line.stored is not None and line.stored.id is not None:
        work = partial(logging.hurt, line.stored.id, pain)
        card.wanted.emit(_tr("Pain in a set"), work, None)


def _tr(text: str) -> str:
    return QCoreApplication.translate("pain_wish", text)
