"""What was deleted: sessions, plans and lifters, each to be put back where it was."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from planner.coach.trash import KEPT_DAYS, Deleted, Kind
from planner.engine.terms import Lifter
from planner.language import tr
from planner.ui import log_words, trash_words
from planner.ui.list_dialog import ListDialog, Listing
from planner.ui.locked_line import words
from planner.ui.table_model import Cell, Column


class TrashDialog(ListDialog):
    """`wanted` carries what is to be put back."""

    usual_size = QSize(880, 440)

    def __init__(
        self,
        parent: QWidget,
        deleted: Sequence[Deleted],
        today: date,
        locked: Sequence[Lifter] = (),
    ) -> None:
        super().__init__(parent)
        self._today = today
        self.build(Listing(
            tr("Deleted"), tr("What was deleted, the last one first"),
            self._note(bool(deleted), locked), tr("&Put back"), self._columns(), 1, deleted,
        ))  # fmt: skip

    def _columns(self) -> list[Column[Deleted]]:
        return [
            Column(tr("What"), trash_words.kind),
            Column(tr("Name"), trash_words.name),
            Column(tr("Day"), lambda made: made.on, self._day),
            Column(tr("Holds"), trash_words.holds),
            Column(tr("Lifter"), _whose),
            Column(tr("Deleted"), lambda made: made.deleted_on, self._day),
            Column(tr("Kept until"), lambda made: made.until, self._day),
        ]

    def _day(self, day: Cell) -> str:
        return log_words.day(day, self._today) if isinstance(day, date) else "–"

    def _note(self, any_there: bool, locked: Sequence[Lifter]) -> str:
        told = [words(locked)] if locked else []
        if any_there:
            kept = tr(
                "Kept for {0} days after deletion, then removed for good. Backups made before "
                "still hold it."
            )
            told.insert(0, kept.format(KEPT_DAYS))
        elif not locked:
            nothing = tr(
                "Nothing here. A session, plan or lifter that you delete can be put back for "
                "{0} days."
            )
            told.append(nothing.format(KEPT_DAYS))
        return "\n".join(told)


def _whose(made: Deleted) -> str | None:
    return None if made.kind is Kind.LIFTER else made.lifter
